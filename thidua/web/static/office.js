// What the office pages do beyond plain HTML. Every page works without it; nothing here decides anything.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (words) => {
    const live = document.querySelector("[data-live]");
    if (!live) return;
    live.textContent = words;
    setTimeout(() => { live.textContent = ""; }, 6000);
  };

  // Typed text is kept in this tab until the server has taken the form (a message of success, or another page).
  const KEPT = "thidua:";
  const keyOf = (form) => `${KEPT}${location.pathname}:${form.dataset.keep}`;
  const read = (key) => JSON.parse(sessionStorage.getItem(key) || "null");
  const write = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));
  const worthKeeping = (field) => field.name && !field.disabled && !["hidden", "password", "file", "submit", "button"].includes(field.type);
  const valuesOf = (form) => [...form.elements].filter(worthKeeping).map((field) =>
    [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null,
      field.multiple && field.options ? [...field.selectedOptions].map((option) => option.value) : null]);

  function putBack(form, values) {
    const fields = [...form.elements].filter(worthKeeping);
    let changed = false;
    values.forEach(([name, value, checked, several], place) => {
      const field = fields[place];
      if (!field || field.name !== name) return;
      const before = JSON.stringify([field.value, field.checked]);
      if (checked !== null) { if (field.value === value) field.checked = checked; }
      else if (several) [...field.options].forEach((option) => { option.selected = several.includes(option.value); });
      else field.value = value;
      if (before === JSON.stringify([field.value, field.checked])) return;
      changed = true;
      const fold = field.closest("details");
      if (fold) fold.open = true;
    });
    return changed;
  }

  function keep(form) {
    const key = keyOf(form);
    const kept = read(key);
    const accepted = document.querySelector('[data-message="success"]');
    if (form.hasAttribute("data-bound") || (kept && kept.sent && accepted)) sessionStorage.removeItem(key);
    else if (kept && putBack(form, kept.values)) say("Đã điền lại phần bạn gõ dở lúc trước.");
    form.addEventListener("input", () => write(key, { values: valuesOf(form), sent: false }));
    form.addEventListener("submit", () => write(key, { values: valuesOf(form), sent: true }));
  }

  function forgetAccepted() {
    const here = new Set(all("form[data-keep]").map(keyOf));
    Object.keys(sessionStorage).filter((key) => key.startsWith(KEPT) && !here.has(key)).forEach((key) => {
      if (read(key).sent) sessionStorage.removeItem(key);
    });
  }

  // The chosen files are named in Vietnamese; one that the server would refuse for its size is named before it is sent.
  const LARGEST = 25 * 1024 * 1024;
  function nameFiles(input) {
    const names = input.parentElement.querySelector("[data-file-names]");
    if (!names) return;
    names.textContent = [...input.files].map((file) => file.name).join(", ") || names.dataset.fileNames;
    names.hidden = false;
  }
  function watchFiles(input) {
    nameFiles(input);
    input.addEventListener("change", () => {
      const place = input.closest(".file-box") || input;
      place.parentElement.querySelector("[data-too-large]")?.remove();
      const large = [...input.files].find((file) => file.size > LARGEST);
      if (large) input.value = "";
      nameFiles(input);
      if (!large) return;
      const note = document.createElement("p");
      note.className = "field-error";
      note.dataset.tooLarge = "";
      note.textContent = `Tệp “${large.name}” lớn hơn 25 MB nên không gửi được. Hãy chọn tệp nhỏ hơn hoặc tách thành nhiều phần.`;
      place.after(note);
    });
  }

  // A form that changes something is sent once; a page fetched back from memory may send again.
  function once(event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || "repeat" in form.dataset) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    all("button:not([type=button])", form).forEach((button) => button.setAttribute("aria-disabled", "true"));
  }
  function mayGoAgain(form) {
    delete form.dataset.sent;
    all("button[aria-disabled]", form).forEach((button) => button.removeAttribute("aria-disabled"));
  }

  // A question before something that is hard to take back.
  function ask(event) {
    const form = event.target;
    const box = document.querySelector("[data-confirm-box]");
    if (!form.dataset.confirm || form.dataset.confirmed || !box || !box.showModal) return;
    event.preventDefault();
    const pressed = event.submitter;
    box.querySelector("[data-confirm-words]").textContent = form.dataset.confirm;
    const yes = box.querySelector("[data-confirm-yes]");
    yes.textContent = (pressed && pressed.textContent.trim()) || "Làm";
    yes.onclick = () => { form.dataset.confirmed = "1"; box.close(); form.requestSubmit(pressed || undefined); delete form.dataset.confirmed; };
    box.showModal();
  }

  async function copy(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    say("Đã chép.");
  }

  // The keyboard brings the other side into view; under a mouse nothing moves, or the press would end beside.
  function light(event) {
    const source = event.target.closest && event.target.closest("[data-light]");
    all(".is-lit").forEach((lit) => lit.classList.remove("is-lit"));
    if (!source) return;
    source.classList.add("is-lit");
    const other = document.getElementById(source.dataset.light);
    if (other) { other.classList.add("is-lit"); if (event.type === "focusin" && event.target.matches(":focus-visible")) other.scrollIntoView({ block: "nearest" }); }
  }

  function click(event) {
    const target = event.target.closest("[data-open],[data-close],[data-copy],[data-print]");
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    if (!target) return;
    if (target.dataset.open) { const box = document.getElementById(target.dataset.open); if (box) box.showModal(); }
    else if ("close" in target.dataset) target.closest("dialog").close();
    else if ("copy" in target.dataset) copy(target);
    else print();
  }

  function change(event) {
    const field = event.target;
    if (field.dataset.checkAll) all(`input[type=checkbox][name="${field.dataset.checkAll}"]`).forEach((box) => { box.checked = field.checked; });
    if ("submit" in field.dataset) field.form.requestSubmit();
  }

  function escape(event) {
    if (event.key !== "Escape") return;
    all("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  }

  // How long the report has become, counted as it is typed.
  function countWords(root) {
    const fields = all("textarea[data-words]", root);
    const told = root.querySelector("[data-words-total]");
    if (!fields.length || !told) return;
    const count = () => {
      const words = fields.reduce((sum, field) => sum + field.value.split(/\s+/).filter(Boolean).length, 0);
      const most = Number(told.dataset.most || 0);
      told.textContent = `Báo cáo đã ghi ${words} chữ${most ? `, tối đa ${most} chữ` : ""}.`;
      told.classList.toggle("field-error", most > 0 && words > most);
    };
    fields.forEach((field) => field.addEventListener("input", count));
    count();
  }

  // In a grid the arrows and Enter go to the same column of the next row; a choice keeps its own arrows.
  function acrossRows(event) {
    const step = { ArrowDown: 1, Enter: event.shiftKey ? -1 : 1, ArrowUp: -1 }[event.key];
    const field = event.target;
    if (!step || !field.closest || !field.closest("[data-grid]") || !field.matches("input:not([type=checkbox])")) return;
    event.preventDefault();
    const place = field.closest("td").cellIndex;
    let row = field.closest("tr");
    do row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    while (row && !(row.cells[place] && row.cells[place].querySelector("input:not([type=hidden])")));
    if (row) row.cells[place].querySelector("input:not([type=hidden])").focus();
  }

  function begin(root) {
    all("form[data-keep]", root).forEach(keep);
    all("input[type=file]", root).forEach(watchFiles);
    countWords(root);
    all("[data-print][hidden],[data-copy][hidden]", root).forEach((button) => { button.hidden = false; });
  }

  document.addEventListener("submit", ask);
  document.addEventListener("submit", once);
  document.addEventListener("click", click);
  document.addEventListener("change", change);
  document.addEventListener("keydown", escape);
  document.addEventListener("keydown", acrossRows);
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  window.addEventListener("pageshow", (event) => { if (event.persisted) all("form[data-sent]").forEach(mayGoAgain); });
  document.addEventListener("htmx:afterRequest", (event) => all("form[data-sent]", event.target.parentNode).forEach(mayGoAgain));
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) begin(event.target); });
  ["htmx:sendError", "htmx:timeout"].forEach((name) => document.addEventListener(name, () => say("Mất kết nối. Chữ bạn gõ vẫn còn; xin thử lại.")));
  document.addEventListener("htmx:responseError", () => say("Máy chủ chưa làm được việc này. Chữ bạn gõ vẫn còn; xin thử lại."));
  forgetAccepted();
  begin(document);
  const wrong = document.querySelector("[data-focus]");
  if (wrong) wrong.focus();
})();
