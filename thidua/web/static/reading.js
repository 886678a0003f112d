// The page of a plan: both sides scroll together and light up together; the keyboard goes through everything
// that was read. Without it the page is links and plain forms. Keys act only while focus is in the list.
"use strict";
(() => {
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;
  const list = reading.querySelector("[data-rows]");
  const source = reading.querySelector("[data-source]");
  const bar = () => document.getElementById("thanh");
  const rows = () => [...list.querySelectorAll(".read")];
  const wide = matchMedia("(min-width: 900px)");
  const lineOf = (row) => row && document.getElementById(row.dataset.light);
  const rowsOf = (line) => [...list.querySelectorAll(`[data-light="${line.id}"]`)];

  // What is above the list: the bar, whose height depends on the width.
  const cover = () => (wide.matches ? bar() : bar().querySelector(".read-top"));
  function measure() { document.documentElement.style.setProperty("--bar", `${cover().offsetHeight}px`); }

  // The current place: one row, its block of the source, and what else came from that block.
  function mark(elements) {
    reading.querySelectorAll(".is-here").forEach((one) => one.classList.remove("is-here"));
    elements.forEach((one) => { if (one) { one.classList.add("is-here"); frame(one); } });
  }
  // On the picture of a scanned page the block that is looked at has a frame.
  function frame(line) {
    if (!line.dataset.box) return;
    const [page, left, top, right, bottom] = line.dataset.box.split(" ");
    const picture = source.querySelector(`[data-page="${page}"]`);
    if (!picture) return;
    source.querySelectorAll(".read-frame").forEach((one) => one.remove());
    const drawn = document.createElement("span");
    drawn.className = "read-frame";
    Object.assign(drawn.style, { left: `${left / 10}%`, top: `${top / 10}%`, width: `${(right - left) / 10}%`, height: `${(bottom - top) / 10}%` });
    picture.append(drawn);
  }
  function showLine(line) {
    if (!line || !wide.matches) return;
    const top = line.offsetTop, bottom = top + line.offsetHeight;
    if (top < source.scrollTop || bottom > source.scrollTop + source.clientHeight) source.scrollTop = top - source.clientHeight / 3;
  }
  function stand(row) {
    if (!row) return;
    driver = "keys";
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    const box = row.getBoundingClientRect(), top = cover().offsetHeight;
    if (box.top < top || box.bottom > innerHeight - 40) scrollBy(0, box.top - Math.max(top + 20, innerHeight / 3));
  }

  // Scroll together: the side that a hand is on leads, the other follows at the same height of the window.
  let driver = "page", waiting = false;
  const lead = (side) => () => { driver = side; };
  function atHeight(items, height) {
    let low = 0, high = items.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (items[middle].getBoundingClientRect().top <= height) low = middle; else high = middle - 1;
    }
    return items[low];
  }
  const eye = () => { const top = cover().getBoundingClientRect().bottom; return top + (innerHeight - top) * 0.3; };
  function followPage() {
    const placed = rows().filter((row) => row.dataset.light);
    const row = placed.length && atHeight(placed, eye());
    const line = lineOf(row);
    if (!line) return;
    const box = row.getBoundingClientRect();
    const share = Math.min(Math.max((eye() - box.top) / Math.max(box.height, 1), 0), 1);
    source.scrollTop = line.offsetTop + share * line.offsetHeight - (eye() - source.getBoundingClientRect().top);
  }
  function followSource() {
    const lines = [...source.querySelectorAll(".source-line")];
    let place = lines.indexOf(atHeight(lines, eye()));
    while (place >= 0 && !rowsOf(lines[place]).length) place -= 1;
    const row = place >= 0 && rowsOf(lines[place])[0];
    if (row) scrollBy(0, row.getBoundingClientRect().top - eye() + 8);
  }
  function together(side) {
    if (waiting || driver !== side || !wide.matches) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; if (side === "page") followPage(); else followSource(); });
  }

  // Keys
  const step = (from, by, wanted) => {
    const all = rows();
    let place = all.indexOf(from) + by;
    if (from === null) place = by > 0 ? 0 : all.length - 1;
    while (all[place] && !wanted(all[place])) place += by;
    return all[place];
  };
  const any = () => true, open = (row) => "waits" in row.dataset;
  const press = (row, selector) => { const button = row && row.querySelector(selector); if (button) button.click(); return Boolean(button); };
  let byKey = null;
  function answer(row, value) {
    byKey = row && row.id;
    if (!press(row, `button[name=answer][value=${value}]`)) { byKey = null; stand(step(row, 1, any)); }
  }
  const KEYS = {
    ArrowDown: (row) => stand(step(row, 1, any)), ArrowUp: (row) => stand(step(row, -1, any)),
    n: (row) => stand(step(row, 1, open)), p: (row) => stand(step(row, -1, open)),
    Enter: (row) => answer(row, "accepted"), Delete: (row) => answer(row, "skipped"),
    F2: (row) => press(row, "[data-edit]"),
    ArrowRight: (row) => { const line = lineOf(row); if (line) { const to = line.querySelector("a") || source; source.dataset.from = row.id; to.focus(); showLine(line); } },
  };
  const writing = (target) => target.closest("input, textarea, select, [contenteditable]");
  function keys(event) {
    const target = event.target, inside = list.contains(target), free = target === document.body || target === list || target.id === "thanh";
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (inside && target.matches("[data-write]")) { write(event); return; }
    if (writing(target) || !(inside || free || (source && source.contains(target)))) return;
    if (event.key === "?") { event.preventDefault(); const help = document.querySelector('[data-open="phim"]'); if (help) help.click(); return; }
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) { const undo = document.querySelector("[data-undo]"); if (undo) { event.preventDefault(); undo.click(); } return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (source && source.contains(target)) { if (event.key === "ArrowLeft") { event.preventDefault(); stand(document.getElementById(source.dataset.from) || rows()[0]); } return; }
    const row = target.closest(".read");
    // A button or link has its own Enter; at the top of the page only n and p lead into the list.
    if (!KEYS[event.key] || (event.key === "Enter" && target !== row) || (free && !"np".includes(event.key))) return;
    event.preventDefault();
    KEYS[event.key](row);
  }
  function write(event) {
    const row = event.target.closest(".read");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); byKey = row.id; press(row, "button[value=edited]"); }
    if (event.key === "Escape") { event.preventDefault(); row.querySelector("[data-leave]").click(); }
  }

  // On a phone one side is shown at a time; a link to a place shows the side on which that place is.
  function side(name) {
    reading.dataset.side = name;
    document.querySelectorAll(".read-sides .tab").forEach((tab) => { if (tab.dataset.side === name) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current"); });
  }
  function jump(event) {
    const link = event.target.closest('a[href^="#"]');
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place || !source || !reading.contains(place)) return;
    side(source.contains(place) || place.contains(source) ? "goc" : "doc");
    driver = "keys";
    if (!wide.matches) return;
    if (source.contains(place)) { event.preventDefault(); history.replaceState(null, "", link.hash); const row = link.closest(".read"); mark([place, row, ...rowsOf(place)]); showLine(place); }
    else if (place.classList.contains("read")) { event.preventDefault(); stand(place); }
  }

  function focused(event) {
    const row = event.target.closest && event.target.closest(".read");
    if (!row || !list.contains(row)) return;
    const line = lineOf(row);
    mark([row, line]);
    showLine(line);
  }
  function hovered(event) {
    const line = event.target.closest && event.target.closest(".source-line");
    if (line && source.contains(line) && !event.target.closest("mark")) rowsOf(line).forEach((row) => row.classList.add("is-lit"));
  }

  // After an answer the row is new: its marks in the source change, and the keyboard goes on to what is open.
  function renewed(row) {
    if (source) source.querySelectorAll(`mark[data-light="${row.id}"]`).forEach((piece) => piece.classList.toggle("mark-look", open(row)));
  }
  function swapped() {
    measure();
    rows().forEach(renewed);
    helpButton();
    const answered = byKey && document.getElementById(byKey);
    byKey = null;
    const wrong = list.querySelector("[data-focus]"), field = list.querySelector("[data-write]:not([data-seen])");
    if (field) { field.dataset.seen = "1"; field.focus(); field.setSelectionRange(field.value.length, field.value.length); } else if (wrong) wrong.focus();
    else if (answered) stand(step(answered, 1, open) || answered);
    else if (last && (document.activeElement === document.body)) stand(document.getElementById(last));
  }
  let last = "";
  document.addEventListener("htmx:beforeRequest", (event) => { const row = event.target.closest(".read"); last = row ? row.id : ""; });
  // A session that ended answers with the page to log in: the whole page goes there, nothing is put into a row.
  document.addEventListener("htmx:beforeSwap", (event) => { const asked = event.detail.pathInfo.requestPath.split("?")[0]; if (!new URL(event.detail.xhr.responseURL).pathname.startsWith(asked)) { event.detail.shouldSwap = false; location.reload(); } });
  document.addEventListener("htmx:afterSettle", swapped);

  const helpButton = () => document.querySelectorAll(".read-keys[hidden]").forEach((button) => { button.hidden = false; });
  document.addEventListener("keydown", keys);
  document.addEventListener("focusin", focused);
  document.addEventListener("pointerover", hovered);
  reading.addEventListener("click", jump);
  bar().parentElement.addEventListener("click", jump);
  if (source) {
    ["wheel", "touchstart", "pointerdown", "keydown"].forEach((name) => { addEventListener(name, lead("page"), { passive: true, capture: true }); source.addEventListener(name, lead("source"), { passive: true }); });
    source.addEventListener("pointerenter", lead("source"));
    source.addEventListener("focusin", lead("source"));
    list.addEventListener("pointerenter", lead("page"));
    addEventListener("scroll", () => together("page"), { passive: true });
    source.addEventListener("scroll", () => together("source"), { passive: true });
    side(location.hash.startsWith("#dong-") || location.hash === "#ban-goc" ? "goc" : "doc");
  }
  addEventListener("resize", measure);
  measure();
  helpButton();
  const there = location.hash.startsWith("#y-") && document.getElementById(location.hash.slice(1));
  const field = there && there.querySelector("[data-write]");
  if (field) field.focus(); else if (there) stand(there);
  const line = location.hash.startsWith("#dong-") && document.getElementById(location.hash.slice(1));
  if (line) { mark([line, ...rowsOf(line)]); if (wide.matches) { showLine(line); scrollTo(0, 0); const row = rowsOf(line)[0]; if (row) scrollBy(0, row.getBoundingClientRect().top - eye()); } }
})();
