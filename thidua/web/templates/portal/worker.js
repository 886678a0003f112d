// Keeps the page that checks certificates, so that it opens without a network; answers nothing else from memory.
"use strict";
const NAME = "kiem-tra-{{ version }}", PAGE = "{{ page }}", KEPT = {{ kept|safe }}, PATIENCE = 8000;

const plain = (address) => new Request(address, { credentials: "omit", cache: "reload" });
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((box) => box.addAll(KEPT.map(plain))).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("kiem-tra-") && name !== NAME).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});
const fromNetwork = (request) => {
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), PATIENCE);
  return fetch(request, { signal: stop.signal }).finally(() => clearTimeout(timer));
};
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") {
    event.respondWith(fromNetwork(event.request).catch(() => caches.match(PAGE)));
  } else if (KEPT.includes(address.pathname)) {
    event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((found) => found || fetch(event.request)));
  }
});
