// A box to sign in with finger, pen or mouse. What is kept are the lines, as points in fractions of
// the box, without their times; never a picture. They leave the page only by the key that sends them.
const pad = document.querySelector("[data-sign]");
const find = (name) => document.querySelector(`[data-sign-${name}]`);
const canvas = find("canvas");
const paint = canvas?.getContext("2d");

if (pad && paint && window.PointerEvent) {
  const MOST_STROKES = 200;
  const MOST_POINTS = 4000;
  const NEAREST = 0.002; // of the box's width: what is nearer to the last point adds nothing
  const strokes = [];
  let pointer = null;
  let count = 0;

  const problem = (text) => {
    find("problem").textContent = text;
  };
  const tell = () => {
    find("clear").disabled = count === 0;
    find("ghost").hidden = count > 0;
  };
  const draw = (stroke) => {
    const { width, height } = canvas;
    paint.lineWidth = Math.max(2, height / 60);
    paint.beginPath();
    paint.moveTo(stroke[0][0] * width, stroke[0][1] * height);
    for (const [x, y] of stroke) {
      paint.lineTo(x * width, y * height);
    }
    paint.stroke();
  };
  const fit = () => {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    paint.lineCap = "round";
    paint.lineJoin = "round";
    paint.strokeStyle = getComputedStyle(canvas).color;
    strokes.forEach(draw);
  };
  const share = (part, whole) => Math.round(Math.min(1, Math.max(0, part / whole)) * 10000) / 10000;
  const pointOf = (event) => {
    const box = canvas.getBoundingClientRect();
    return [share(event.clientX - box.left, box.width), share(event.clientY - box.top, box.height)];
  };
  const add = (event) => {
    const stroke = strokes[strokes.length - 1];
    const [x, y] = pointOf(event);
    const [lastX, lastY] = stroke[stroke.length - 1] ?? [-1, -1];
    if (count < MOST_POINTS && Math.hypot(x - lastX, y - lastY) >= NEAREST) {
      stroke.push([x, y]);
      count += 1;
      draw(stroke.slice(-2));
    }
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (pointer === null && event.button === 0 && strokes.length < MOST_STROKES && count < MOST_POINTS) {
      event.preventDefault();
      pointer = event.pointerId;
      canvas.setPointerCapture(pointer);
      strokes.push([]);
      add(event);
      problem("");
      tell();
    }
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerId === pointer) {
      const between = event.getCoalescedEvents?.() ?? [];
      (between.length > 0 ? between : [event]).forEach(add);
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, (event) => {
      if (event.pointerId === pointer) {
        pointer = null;
      }
    });
  }
  find("clear").addEventListener("click", () => {
    strokes.length = 0;
    count = 0;
    problem("");
    tell();
    fit();
  });

  const send = find("send");
  send.addEventListener("click", async () => {
    if (count === 0) {
      problem(pad.dataset.empty);
      return;
    }
    send.disabled = true;
    try {
      const answer = await fetch(pad.dataset.sign, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Csrf-Token": pad.dataset.token },
        body: JSON.stringify({ aspect: canvas.clientWidth / canvas.clientHeight, strokes }),
        redirect: "error",
      });
      if (answer.ok) {
        location.assign(await answer.text());
        return;
      }
      if (answer.status === 422) {
        problem(await answer.text());
      } else {
        location.reload();
      }
    } catch {
      problem("おくれませんでした。もう一度 「つぎへ」を 押してください。");
    }
    send.disabled = false;
  });

  find("none").hidden = true;
  for (const name of ["box", "tools", "send"]) {
    find(name).hidden = false;
  }
  tell();
  fit();
  new ResizeObserver(fit).observe(canvas);
}
