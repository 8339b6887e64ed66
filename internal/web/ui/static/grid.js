// Typing a column of figures as in a spreadsheet: Enter and the arrows move, a copied column is
// pasted downwards. The sheet does all of its work without this file.
(() => {
  "use strict";
  for (const grid of document.querySelectorAll("[data-grid]")) {
    const lines = [...grid.querySelectorAll(".grid-line")].map((l) => [...l.querySelectorAll("input")]).filter((l) => l.length);
    const at = (el) => {
      for (let y = 0; y < lines.length; y++) {
        const x = lines[y].indexOf(el);
        if (x >= 0) return [x, y];
      }
      return null;
    };
    const go = (x, y) => {
      const line = lines[y];
      if (!line) return false;
      const el = line[Math.min(x, line.length - 1)];
      el.focus();
      el.select();
      return true;
    };
    grid.addEventListener("keydown", (e) => {
      const place = at(e.target);
      if (!place || e.ctrlKey || e.metaKey || e.altKey) return;
      const [x, y] = place;
      const step = { Enter: e.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
      if (!step) return;
      e.preventDefault();
      if (go(x, y + step) || e.key !== "Enter" || e.shiftKey) return;
      const all = [...document.querySelectorAll("[data-grid] input, form .in, form .btn")];
      const next = all[all.indexOf(lines[y][lines[y].length - 1]) + 1];
      if (next) next.focus();
    });
    grid.addEventListener("paste", (e) => {
      const place = at(e.target);
      const text = (e.clipboardData || window.clipboardData).getData("text");
      if (!place || !/[\n\t]/.test(text.trim())) return;
      e.preventDefault();
      const [x, y] = place;
      text.trim().split(/\r?\n/).forEach((row, dy) => row.split("\t").forEach((cell, dx) => {
        const el = (lines[y + dy] || [])[x + dx];
        if (el) el.value = cell.trim();
      }));
    });
  }
})();
