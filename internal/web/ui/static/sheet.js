// The entering page by keyboard, and saving in passing. The page does all of its work without this file.
(() => {
  "use strict";
  const form = document.querySelector("[data-sheet]");
  if (!form) return;
  const rows = [...form.querySelectorAll("[data-row]")].filter((r) => r.querySelector("input[type=radio]"));
  const saved = document.getElementById("saved");
  let at = -1;
  let waiting = 0;

  const light = (row, on) => {
    for (const el of form.querySelectorAll(`[data-mark="${row.dataset.row}"]`)) el.toggleAttribute("data-chosen", on);
  };
  const go = (i) => {
    if (i < 0 || i >= rows.length) return;
    if (at >= 0) light(rows[at], false);
    at = i;
    light(rows[at], true);
    const checked = rows[at].querySelector("input:checked") || rows[at].querySelector("input[type=radio]");
    checked.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
    const mark = form.querySelector(`[data-mark="${rows[at].dataset.row}"]`);
    if (mark) mark.scrollIntoView({ block: "nearest" });
  };
  const choose = (value) => {
    if (at < 0) return;
    const input = rows[at].querySelector(`input[value="${value}"]`);
    if (!input) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    if (value === "edit") {
      const fix = rows[at].querySelector("details.fix");
      if (fix) {
        fix.open = true;
        fix.querySelector("input[type=text], select").focus();
      }
    } else {
      go(at + 1);
    }
  };

  form.addEventListener("focusin", (e) => {
    const row = e.target.closest("[data-row]");
    const i = rows.indexOf(row);
    if (i >= 0 && i !== at) {
      if (at >= 0) light(rows[at], false);
      at = i;
      light(row, true);
    }
  });
  form.addEventListener("keydown", (e) => {
    const radio = e.target.matches("input[type=radio]");
    if (e.key === "Enter" && e.ctrlKey) {
      e.preventDefault();
      form.querySelector("button.primary").click();
      return;
    }
    if (!radio || e.altKey || e.metaKey || e.ctrlKey) return;
    const act = { ArrowDown: () => go(at + 1), ArrowUp: () => go(at - 1), Enter: () => choose("accept"), s: () => choose("edit"), b: () => choose("leave") }[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (act) {
      e.preventDefault();
      e.stopPropagation();
      act();
    }
  });
  // A changed field of a correction means "correct".
  form.addEventListener("change", (e) => {
    const fix = e.target.closest("details.fix");
    if (fix) {
      const edit = fix.closest("[data-row]").querySelector("input[value=edit]");
      if (edit) edit.checked = true;
    }
    clearTimeout(waiting);
    waiting = setTimeout(save, 600);
  });
  const save = async () => {
    const body = new URLSearchParams(new FormData(form));
    try {
      const res = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/plain" } });
      if (saved) saved.textContent = res.ok ? saved.dataset.ok + " " + new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : saved.dataset.bad;
    } catch {
      if (saved) saved.textContent = saved.dataset.bad;
    }
  };
})();
