// Hands certificates over by taps; a tap without a network waits in this browser and is sent later, once.
"use strict";
(() => {
  const STORE = "thidua.trao", AGAIN = 8000;
  const banner = document.querySelector("[data-queue]"), login = document.querySelector("[data-login]");
  const words = document.querySelector("[data-queue-words]"), handed = document.querySelector("[data-handed]");
  const read = () => JSON.parse(localStorage.getItem(STORE) || "[]");
  const keep = (waiting) => localStorage.setItem(STORE, JSON.stringify(waiting));
  const row = (code) => document.querySelector(`[data-tap="${code}"]`);
  let sending = false;

  const tell = () => {
    const waiting = read();
    banner.hidden = !waiting.length;
    words.textContent = `${waiting.length} ghi nhận đang chờ trong máy này.`;
    document.querySelectorAll("[data-tap]").forEach((form) => {
      const waits = waiting.some((one) => one.code === form.dataset.tap);
      form.querySelector("[data-waits]").hidden = !waits;
      form.querySelectorAll("button").forEach((button) => { button.disabled = waits; });
    });
    handed.textContent = document.querySelectorAll('[data-given="1"]').length;
  };
  const put = (code, html) => {
    const form = row(code);
    if (!form) return;
    const held = document.createElement("template");
    held.innerHTML = html.trim();
    form.replaceWith(held.content.firstElementChild);
  };
  // The taps are sent one after the other, in the order they were made.
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let waiting = read(); waiting.length; waiting = read()) {
        const [first] = waiting;
        const answer = await fetch(first.url, { method: "POST", body: new URLSearchParams(first.body), headers: { "X-Tap": "1" }, redirect: "manual" });
        if (!answer.ok) {
          login.hidden = false;
          break;
        }
        login.hidden = true;
        put(first.code, await answer.text());
        keep(read().slice(1));
        tell();
      }
    } catch {
      // no network: the tap stays in the queue
    }
    sending = false;
    tell();
  };
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-tap]");
    if (!form) return;
    event.preventDefault();
    event.stopPropagation();
    const body = [...new FormData(form, event.submitter)];
    keep([...read(), { code: form.dataset.tap, url: form.action, body }]);
    tell();
    send();
  }, true);
  // A page loaded anew has a new guard for its forms: what waits is sent with that one.
  const guard = document.querySelector("[name=csrfmiddlewaretoken]");
  if (guard) keep(read().map((one) => ({ ...one, body: one.body.map(([name, value]) => [name, name === guard.name ? guard.value : value]) })));
  window.addEventListener("online", send);
  setInterval(() => { if (read().length) send(); }, AGAIN);
  tell();
  send();
})();
