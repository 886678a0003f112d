// Checks the sealed statement in the square code of a certificate, with or without a network.
// The layout of the statement is told in thidua/paper/statement.py.
"use strict";
(() => {
  const place = document.querySelector("[data-check]");
  const HEADING = "thidua giay khen\n", EPOCH = Date.UTC(2000, 0, 1), DAY = 86400000;
  const KEY = 8, HEAD = 1 + KEY + 2, SEAL = 64, BYTES = { 10: 4, 8: 3, 5: 2, 3: 1 };
  const keys = new Map([...document.querySelectorAll("[data-key-id]")].map((one) => [one.dataset.keyId, one.dataset]));

  const fromHex = (text) => Uint8Array.from(text.match(/../g) || [], (two) => parseInt(two, 16));
  const toHex = (bytes) => [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  // As officials write it: 05/6/2023, but 05/02/2023.
  const written = (day) => {
    const [year, month, date] = day.split("-");
    return `${date}/${Number(month) > 2 ? Number(month) : month}/${year}`;
  };

  const fromDigits = (digits) => {
    const found = [];
    for (let at = 0; at < digits.length; at += 10) {
      const group = digits.slice(at, at + 10), count = BYTES[group.length], value = Number(group);
      if (!count || value >= 256 ** count) return null;
      for (let place = count - 1; place >= 0; place -= 1) found.push(Math.floor(value / 256 ** place) % 256);
    }
    return Uint8Array.from(found);
  };

  const told = (code, body) => {
    const days = body[1 + KEY] * 256 + body[2 + KEY];
    const day = new Date(EPOCH + days * DAY).toISOString().slice(0, 10);
    const lines = new TextDecoder().decode(body.slice(HEAD)).split("\n");
    const [name, title, number, office, gold] = lines;
    return { code, name, title, number, office, gold, day, key: toHex(body.slice(1, 1 + KEY)) };
  };

  // What an address from a square code is worth: {kind, facts}.
  const judge = (address) => {
    const found = /\/kiem-tra\/([a-z0-9]{4,16})\/(?:#(\d*))?$/.exec(address);
    if (!found) return { kind: "foreign" };
    const [, code, digits] = found;
    if (!digits) return { kind: "bare", facts: { code } };
    const data = fromDigits(digits);
    if (!data || data.length < HEAD + SEAL || data[0] !== 1) return { kind: "broken", facts: { code } };
    const body = data.slice(0, -SEAL), facts = told(code, body), key = keys.get(facts.key);
    if (!key) return { kind: "stranger", facts: { code, key: facts.key } };
    const said = new TextEncoder().encode(HEADING + code + "\n"), message = new Uint8Array(said.length + body.length);
    message.set(said);
    message.set(body, said.length);
    const fits = nacl.sign.detached.verify(message, data.slice(-SEAL), fromHex(key.public));
    if (!fits) return { kind: "broken", facts: { code } };
    facts.key += `, ${key.office}`;
    if (key.ends && facts.day > key.ends) return { kind: "ended", facts };
    return { kind: "sealed", facts };
  };

  const show = ({ kind, facts = {} }) => {
    place.hidden = false;
    place.querySelectorAll("[data-said]").forEach((one) => { one.hidden = one.dataset.said !== kind; });
    place.querySelectorAll("[data-needs]").forEach((one) => { one.hidden = !(one.dataset.needs in facts); });
    place.querySelectorAll("[data-fact]").forEach((one) => {
      const value = facts[one.dataset.fact] || "";
      one.textContent = one.dataset.fact === "day" && value ? written(value) : value;
    });
    const book = place.querySelector("[data-book]");
    book.hidden = !facts.code;
    if (facts.code) book.querySelector("a").href = `/kiem-tra/${facts.code}/`;
    place.dataset.kind = kind;
    place.scrollIntoView({ block: "nearest" });
  };
  window.thiduaCheck = (address) => {
    const found = judge(address);
    show(found);
    return found.kind;
  };

  if (/\/kiem-tra\/[a-z0-9]{4,16}\/$/.test(location.pathname) && location.pathname !== place.dataset.page && (location.hash || place.dataset.offline)) {
    window.thiduaCheck(location.href);
  }
  window.addEventListener("hashchange", () => window.thiduaCheck(location.href));
  const kept = document.querySelector("[data-kept]");
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(place.dataset.worker, { scope: "/kiem-tra/" });
    navigator.serviceWorker.ready.then(() => { if (kept) kept.hidden = false; });
  }
})();
