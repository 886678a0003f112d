// Keyboard on the page of a plan: "n" goes to the next thing to decide, "p" to the one before.
"use strict";
(() => {
  const open = () => [...document.querySelectorAll("[data-open-item]")];
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const step = { n: 1, p: -1 }[event.key];
    const items = open();
    if (!step || !items.length) return;
    at = (at + step + items.length) % items.length;
    items[at].focus();
    items[at].scrollIntoView({ block: "center" });
    const line = document.getElementById(items[at].dataset.light);
    if (line) { document.querySelectorAll(".is-lit").forEach((lit) => lit.classList.remove("is-lit")); line.classList.add("is-lit"); line.scrollIntoView({ block: "nearest" }); }
  });
})();
