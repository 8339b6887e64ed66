// Small comforts. Every page does its work without this file.
(() => {
  "use strict";
  const all = (css, root = document) => root.querySelectorAll(css);
  const typing = (el) => el.closest("input, textarea, select, [contenteditable]");

  // Buttons that only make sense with JavaScript appear with it.
  for (const b of all("[data-print]")) {
    b.hidden = false;
    b.addEventListener("click", () => window.print());
  }
  for (const b of all("[data-back]")) {
    if (history.length > 1) {
      b.hidden = false;
      b.addEventListener("click", () => history.back());
    }
  }

  // A refused form: read out what is wrong.
  const first = document.querySelector("[data-focus]");
  if (first) first.focus();

  // Shortcuts: the key that a button or the search field names.
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") {
      for (const d of all("details.account[open], details.menu-phone[open]")) {
        if (d.contains(document.activeElement)) d.querySelector("summary").focus();
        d.open = false;
      }
    }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    for (const el of all("[data-key]")) {
      if (el.dataset.key.toLowerCase() !== e.key.toLowerCase() || !el.offsetParent) continue;
      if (e.key === "Enter" && e.target.closest("a, button, summary")) return;
      e.preventDefault();
      if (el.matches("input")) el.focus(); else el.click();
      return;
    }
  });
  document.addEventListener("click", (e) => {
    for (const d of all("details.account[open], details.menu-phone[open]")) {
      if (!d.contains(e.target)) d.open = false;
    }
  });

  // A form is sent once.
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) {
      e.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const b = e.submitter;
    if (b && b.dataset.wait) b.lastChild.textContent = b.dataset.wait;
  });
  window.addEventListener("pageshow", () => {
    for (const f of all("form[data-sent]")) delete f.dataset.sent;
  });

  // Files can be dropped as well as chosen.
  for (const zone of all("[data-drop]")) {
    const input = zone.querySelector("input[type=file]");
    const say = zone.querySelector("[data-drop-say]");
    if (say) say.hidden = false;
    const over = (on) => (e) => {
      e.preventDefault();
      zone.classList.toggle("over", on);
    };
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (e) => {
      over(false)(e);
      if (e.dataTransfer.files.length) {
        input.files = e.dataTransfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }
})();
