// Finds the square code of a certificate in what the camera sees or in a chosen picture.
"use strict";
(() => {
  const video = document.querySelector("[data-camera]"), start = document.querySelector("[data-start]");
  const stop = document.querySelector("[data-stop]"), chosen = document.querySelector("[data-picture]");
  const trouble = document.querySelector("[data-trouble]"), canvas = document.createElement("canvas");
  let stream = null;

  const say = (name) => trouble.querySelectorAll("[data-why]").forEach((one) => { one.hidden = one.dataset.why !== name; });
  // One look at a part of a picture: from x, y on, so wide and high, drawn so many pixels wide.
  const look = (source, x, y, width, height, drawn) => {
    canvas.width = drawn;
    canvas.height = Math.max(1, Math.round(drawn * height / width));
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
    const seen = pen.getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(seen.data, seen.width, seen.height, { inversionAttempts: "dontInvert" });
    return found ? found.data : "";
  };
  // A sheet holds its code at the lower left: there first and large, then everywhere.
  const search = (picture) => {
    const { width, height } = picture, half = [0, height / 2, width / 2, height / 2];
    const parts = [[half, 1600], [half, 1000], [[0, 0, width, height], 2000], [[0, 0, width, height], 1000]];
    for (const [part, drawn] of parts) {
      const found = look(picture, ...part, Math.min(drawn, Math.max(400, Math.round(part[2] * 2))));
      if (found) return found;
    }
    return "";
  };

  const end = () => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = stop.hidden = true;
    start.hidden = false;
  };
  const watch = () => {
    if (!stream) return;
    const { videoWidth: width, videoHeight: height } = video;
    const found = width ? look(video, 0, 0, width, height, Math.min(width, 900)) : "";
    if (found) {
      end();
      window.thiduaCheck(found);
    } else {
      setTimeout(watch, 120);
    }
  };
  start.addEventListener("click", async () => {
    say("");
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
    } catch {
      say("camera");
      return;
    }
    video.srcObject = stream;
    video.hidden = stop.hidden = false;
    start.hidden = true;
    await video.play();
    watch();
  });
  stop.addEventListener("click", end);
  chosen.addEventListener("change", async () => {
    const [file] = chosen.files;
    if (!file) return;
    say("");
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch {
      say("picture");
      return;
    }
    const found = search(picture);
    picture.close();
    if (found) window.thiduaCheck(found); else say("nothing");
    chosen.value = "";
  });
  document.querySelectorAll("[data-with-script]").forEach((one) => { one.hidden = false; });
  if (!navigator.mediaDevices) start.disabled = true;
})();
