// The entering page by keyboard, and saving in passing. The page does all of its work without this file.
(() => {
  "use strict";
  const form = document.querySelector("[data-sheet]");
  if (!form) return;
  const rows = [...form.querySelectorAll("[data-row]")].filter((r) => r.querySelector("input[type=radio]"));
  const saved = document.getElementById("saved");
  const keep = form.querySelector("button[data-done]");
  const keepLabel = keep && keep.textContent;
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
  // The keys work from anywhere on the page but where a key has a meaning of its own; the first one
  // goes to the first fact that is not decided.
  const busy = "a, button, summary, select, textarea, input:not([type=radio]), [contenteditable]";
  document.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && e.ctrlKey) {
      const enter = form.querySelector("button.primary");
      if (!enter) return;
      e.preventDefault();
      enter.click();
      return;
    }
    if (e.altKey || e.metaKey || e.ctrlKey || e.target.closest(busy) || !rows.length) return;
    const first = () => Math.max(0, rows.findIndex((r) => !r.querySelector("input:checked")));
    const on = (act) => () => {
      if (at < 0) go(first());
      act();
    };
    const act = {
      ArrowDown: () => go(at < 0 ? first() : at + 1), ArrowUp: () => go(at < 0 ? first() : at - 1), Enter: on(() => choose("accept")),
      s: on(() => choose("edit")), b: on(() => choose("leave")),
    }[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (act) {
      e.preventDefault();
      e.stopPropagation();
      act();
    }
  }, true);

  // What the page counts moves with the choices.
  const tally = (list) => {
    let open = 0;
    let ready = 0;
    for (const r of list) {
      const c = r.querySelector("input[type=radio]:checked");
      if (!c) open++;
      else if (c.value !== "leave") ready++;
    }
    return { open, ready, left: list.length - open - ready };
  };
  const groups = [...form.querySelectorAll("[data-left]")].map((el) => ({ el, rows: rows.filter((r) => el.closest("fieldset").contains(r)) }));
  const bar = form.querySelector(".progress-line progress");
  const seen = form.querySelector("[data-seen]");
  const ready = form.querySelector("[data-ready]");
  const rest = form.querySelector("button[name=rest]");
  const restLabel = rest && rest.textContent;
  const begun = tally(rows);
  const first = { value: bar && bar.value, ready: ready && Number(ready.dataset.ready) };
  for (const g of groups) g.begun = tally(g.rows).open;
  const count = () => {
    const now = tally(rows);
    if (bar) {
      bar.value = first.value + begun.open - now.open;
      seen.textContent = `${bar.value}/${bar.max}`;
      ready.textContent = ready.dataset.say.replace("#", first.ready + now.ready - begun.ready);
    }
    if (rest) rest.textContent = restLabel.replace(/\d+/, (n) => Number(n) - now.left + begun.left);
    for (const g of groups) {
      const left = Number(g.el.dataset.left) + tally(g.rows).open - g.begun;
      g.el.textContent = left > 0 ? g.el.dataset.say.replace("#", left) : g.el.dataset.done;
      g.el.className = left > 0 ? "left" : "done";
    }
  };

  // A changed field of a correction means "correct".
  form.addEventListener("change", (e) => {
    const fix = e.target.closest("details.fix");
    if (fix) {
      const edit = fix.closest("[data-row]").querySelector("input[value=edit]");
      if (edit) edit.checked = true;
    }
    count();
    if (keep) keep.textContent = keepLabel;
    clearTimeout(waiting);
    waiting = setTimeout(save, 600);
  });
  const save = async () => {
    const body = new URLSearchParams(new FormData(form));
    try {
      const res = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/plain" } });
      if (saved) saved.textContent = res.ok ? saved.dataset.ok + " " + new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : saved.dataset.bad;
      return { ok: res.ok, text: res.ok ? await res.text() : "" };
    } catch {
      if (saved) saved.textContent = saved.dataset.bad;
      return null;
    }
  };
  // The button that keeps the choices says so in its place; what cannot be kept so is sent as without this file.
  if (keep) {
    keep.addEventListener("click", async (e) => {
      e.preventDefault();
      clearTimeout(waiting);
      const kept = await save();
      if (!kept) return;
      if (!kept.ok) form.requestSubmit();
      keep.textContent = keep.dataset.done;
      if (kept.text && saved) saved.textContent = kept.text;
    });
  }
})();
