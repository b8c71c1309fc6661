// The checking page: chips fill their input, hidden numbers show for ten seconds, a changed value
// shows in its row and counts as looked at.
const SHOW_MS = 10000;
const byId = (id) => document.getElementById(id);

function press(id) {
  const now = byId(id)?.value;
  for (const chip of document.querySelectorAll(`[data-fill="${CSS.escape(id)}"]`)) {
    chip.setAttribute("aria-pressed", String(chip.dataset.value === now));
  }
}

function valueChanged(id, value) {
  const tick = document.querySelector(`[data-ok="${CSS.escape(id)}"]`);
  if (tick) {
    tick.checked = true;
  }
  const shown = document.querySelector(`[data-shows="${CSS.escape(id)}"]`);
  if (shown && byId(id).type !== "password" && !byId(id).dataset.wasSecret) {
    shown.textContent = value === "" ? "（なし）" : value;
  }
  document.querySelector(`[data-row="${CSS.escape(id)}"]`)?.classList.add("is-changed");
  press(id);
}

for (const chip of document.querySelectorAll("[data-fill]")) {
  press(chip.dataset.fill);
  chip.addEventListener("click", (event) => {
    event.preventDefault();
    const input = byId(chip.dataset.fill);
    input.value = chip.dataset.value;
    valueChanged(input.id, input.value);
  });
}

for (const input of document.querySelectorAll("[data-check] input, [data-check] textarea")) {
  if (input.type === "radio") {
    input.addEventListener("change", () => {
      valueChanged(input.closest("fieldset").id, input.value);
    });
  } else if (input.id) {
    input.addEventListener("input", () => valueChanged(input.id, input.value));
  }
}

for (const input of document.querySelectorAll("[data-one-line]")) {
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
}

for (const key of document.querySelectorAll("[data-reveal]")) {
  const input = byId(key.dataset.reveal);
  const crop = key.closest(".look, .row-body")?.querySelector("[data-secret-crop]");
  let timer = 0;
  const hide = () => {
    clearTimeout(timer);
    input.type = "password";
    key.setAttribute("aria-pressed", "false");
    key.querySelector("[data-reveal-word]").textContent = "見る";
    if (crop) {
      crop.open = false;
    }
  };
  const show = () => {
    input.type = "text";
    key.setAttribute("aria-pressed", "true");
    key.querySelector("[data-reveal-word]").textContent = "かくす";
    if (crop) {
      crop.open = true;
    }
    timer = setTimeout(hide, SHOW_MS);
  };
  input.dataset.wasSecret = "true";
  key.hidden = false;
  key.addEventListener("click", () => (input.type === "password" ? show() : hide()));
}

// a picture of a secret number closes by itself, too
for (const crop of document.querySelectorAll("[data-secret-crop]")) {
  crop.addEventListener("toggle", () => {
    if (crop.open) {
      setTimeout(() => (crop.open = false), SHOW_MS);
    }
  });
}

for (const tick of document.querySelectorAll("[data-stays]")) {
  tick.addEventListener("change", () => {
    tick.closest("[data-group]").classList.toggle("is-staying", tick.checked);
  });
}

// a link to a field that is folded away opens it
function openTarget() {
  const target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
  if (target) {
    for (let box = target.closest("details"); box; box = box.parentElement?.closest("details")) {
      box.open = true;
    }
    target.scrollIntoView({ block: "center" });
    target.focus();
  }
}
addEventListener("hashchange", openTarget);
openTarget();
document.querySelector(".problems")?.focus();
