// The fields of a blank as boxes on its sheet: what is dragged or moved by the arrow keys is written into the
// numbers below, and the other way round.
"use strict";
(() => {
  const sheet = document.querySelector("[data-blank-sheet]");
  if (!sheet) return;
  const wide = Number(sheet.dataset.width), high = Number(sheet.dataset.height);
  const POINT_MM = 25.4 / 72, LINE = 1.2;
  sheet.style.aspectRatio = `${wide} / ${high}`;
  const part = (row, name) => row.querySelector(`[data-part="${name}"]`);
  const number = (row, name) => Number(part(row, name).value) || 0;
  const said = (row) => `${part(row, "x").value}; ${part(row, "y").value} mm`.replaceAll(".", ",");
  const rounded = (value) => Math.round(value * 10) / 10;

  const boxes = [...document.querySelectorAll("[data-blank-field]")].map((row) => {
    const box = document.createElement("button");
    box.type = "button";
    box.className = "blank-spot";
    box.textContent = row.dataset.name;
    sheet.append(box);
    const tall = () => ("picture" in row.dataset ? number(row, "width") : number(row, "lines") * number(row, "size") * POINT_MM * LINE);
    const dress = () => {
      const one_look = part(row, "font").value === "script";
      ["bold", "italic"].forEach((name) => { part(row, name).disabled = one_look; });
      box.dataset.font = part(row, "font").value;
      box.style.setProperty("--letters", `${(100 * number(row, "size") * POINT_MM) / wide}cqw`);
      box.style.fontWeight = part(row, "bold").checked && !one_look ? 700 : 400;
      box.style.fontStyle = part(row, "italic").checked && !one_look ? "italic" : "normal";
      box.style.color = part(row, "colour").value;
    };
    const draw = () => {
      box.hidden = !part(row, "used").checked;
      box.style.display = box.hidden ? "none" : "";
      box.style.left = `${(100 * number(row, "x")) / wide}%`;
      box.style.top = `${(100 * number(row, "y")) / high}%`;
      box.style.width = `${(100 * number(row, "width")) / wide}%`;
      box.style.height = `${(100 * tall()) / high}%`;
      box.dataset.align = part(row, "align").value;
      if (!("picture" in row.dataset)) dress();
      row.querySelector("[data-blank-said]").textContent = box.hidden ? "không in" : said(row);
      box.setAttribute("aria-label", `${row.dataset.name}: ${said(row)}`);
    };
    const put = (x, y) => {
      part(row, "x").value = rounded(Math.max(0, Math.min(x, wide - number(row, "width"))));
      part(row, "y").value = rounded(Math.max(0, Math.min(y, high - tall())));
      draw();
    };
    box.addEventListener("focus", () => {
      document.querySelectorAll("[data-blank-field]").forEach((other) => other.classList.toggle("is-moved", other === row));
    });
    box.addEventListener("dblclick", () => { row.open = true; part(row, "x").focus(); });
    box.addEventListener("pointerdown", (event) => {
      const scale = wide / sheet.getBoundingClientRect().width;
      const start = { x: number(row, "x"), y: number(row, "y"), left: event.clientX, top: event.clientY };
      const move = (moved) => put(start.x + (moved.clientX - start.left) * scale, start.y + (moved.clientY - start.top) * scale);
      box.setPointerCapture(event.pointerId);
      box.classList.add("is-moved");
      box.addEventListener("pointermove", move);
      box.addEventListener("lostpointercapture", () => { box.removeEventListener("pointermove", move); box.classList.remove("is-moved"); }, { once: true });
    });
    box.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const far = event.shiftKey ? 5 : 1;
      put(number(row, "x") + step[0] * far, number(row, "y") + step[1] * far);
    });
    row.addEventListener("input", draw);
    return draw;
  });
  boxes.forEach((draw) => draw());
})();
