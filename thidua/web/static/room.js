// The wall of the room: keys for the one who runs the session, and a plain word when the line is down.
"use strict";
(() => {
  const lost = document.querySelector("[data-lost]");
  const clock = () => new Date().toLocaleTimeString("vi-VN");
  let seen = clock();
  const down = () => { lost.hidden = false; lost.querySelector("[data-lost-at]").textContent = seen; };
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((name) => document.addEventListener(name, down));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    seen = clock();
    lost.hidden = true;
  });
  // What was refused or done is said until the next case comes.
  let step = document.getElementById("man-hinh").dataset.step;
  document.addEventListener("htmx:afterSettle", () => {
    const now = document.getElementById("man-hinh").dataset.step;
    if (now !== step) document.querySelectorAll(".room-said").forEach((said) => said.remove());
    step = now;
  });

  // A result that would count silent members as a no is asked for twice; the question stays while it waits.
  let asked = 0;
  document.addEventListener("htmx:beforeSwap", (event) => { if (Date.now() - asked < 8000) event.detail.shouldSwap = false; });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ask]");
    if (!button) return;
    event.preventDefault();
    button.textContent = button.dataset.ask;
    button.removeAttribute("data-ask");
    asked = Date.now();
  });
  document.addEventListener("keydown", (event) => {
    if (!lost.hidden || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const button = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key.split(" ").includes(event.key));
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
