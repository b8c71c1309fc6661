// The clerk's page: the box of the field in focus is lit on the page image; Enter accepts and goes to
// the next field to look at, F2 edits, 1-9 takes a candidate, Ctrl+Enter confirms.
const SHOW_MS = 10000;
const byId = (id) => document.getElementById(id);
const form = document.querySelector("[data-values]");
const stage = document.querySelector("[data-zoom-stage]");
const boxesOf = (id) => document.querySelectorAll(`[data-box="${CSS.escape(id)}"]`);

// the image
let zoom = 1;
function setZoom(level) {
  zoom = Math.min(4, Math.max(1, level));
  stage.classList.remove("zoom-2", "zoom-3", "zoom-4");
  if (zoom > 1) {
    stage.classList.add(`zoom-${zoom}`);
  }
}
function light(id) {
  document.querySelectorAll(".box.is-lit").forEach((box) => box.classList.remove("is-lit"));
  const box = boxesOf(id)[0];
  if (!box) {
    return;
  }
  boxesOf(id).forEach((each) => each.classList.add("is-lit"));
  const at = box.getBoundingClientRect();
  const view = stage.getBoundingClientRect();
  if (at.top < view.top || at.bottom > view.bottom || at.left < view.left || at.right > view.right) {
    stage.scrollBy({
      left: at.left + at.width / 2 - view.left - view.width / 2,
      top: at.top + at.height / 2 - view.top - view.height / 2,
    });
  }
}
if (stage) {
  const tools = document.querySelector("[data-zoom-tools]");
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const way = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (way) {
      setZoom(way === "in" ? zoom + 1 : way === "out" ? zoom - 1 : 1);
    }
  });
  stage.addEventListener("click", (event) => {
    const id = event.target.dataset?.box;
    if (id) {
      goTo(id);
    }
  });
}

// the fields
const fields = () => [...document.querySelectorAll("[data-field]")];
const inputOf = (field) => byId(field.dataset.field);
function goTo(id) {
  const input = byId(id);
  input?.closest("details")?.setAttribute("open", "");
  if (input?.disabled) {
    input.closest("[data-field]").querySelector("button")?.focus();
  } else {
    input?.focus();
    input?.select?.();
  }
  input?.closest("[data-field]")?.scrollIntoView({ block: "center" });
  light(id);
}
function countLook() {
  const count = fields().filter((field) => field.dataset.needsLook === "true").length;
  const shown = document.querySelector("[data-look-count]");
  if (shown) {
    shown.textContent = String(count);
  }
}
function settle(field) {
  const tick = field.querySelector("[data-ok]");
  if (tick) {
    tick.checked = true;
  }
  if (!field.classList.contains("is-bad")) {
    field.dataset.needsLook = "false";
    field.classList.remove("is-look");
  }
  countLook();
}
function goNext(from) {
  const all = fields();
  const after = [...all.slice(all.indexOf(from) + 1), ...all.slice(0, all.indexOf(from))];
  const next = after.find((field) => field.dataset.needsLook === "true");
  if (next) {
    goTo(next.dataset.field);
  } else {
    document.querySelector("[data-confirm]")?.focus();
  }
}

function pressPicks(input) {
  for (const pick of document.querySelectorAll(`[data-fill="${CSS.escape(input.id)}"]`)) {
    pick.setAttribute("aria-pressed", String(pick.dataset.value === input.value));
  }
}
function take(pick) {
  const input = byId(pick.dataset.fill);
  input.value = pick.dataset.value;
  form.classList.add("is-touched");
  pressPicks(input);
  settle(input.closest("[data-field]"));
}

if (form) {
  form.addEventListener("input", (event) => {
    form.classList.add("is-touched");
    const field = event.target.closest("[data-field]");
    if (field && !event.target.matches("[data-ok]")) {
      event.target.dataset.editing = "true";
      settle(field);
    }
    pressPicks(event.target);
  });
  form.addEventListener("focusin", (event) => {
    const field = event.target.closest("[data-field]");
    if (field) {
      light(field.dataset.field);
    }
  });
  // a digit takes a candidate until the field is being edited
  form.addEventListener("pointerdown", (event) => {
    if (event.target.matches("input")) {
      event.target.dataset.editing = "true";
    }
  });
  form.addEventListener("focusout", (event) => delete event.target.dataset.editing);
  form.addEventListener("click", (event) => {
    const pick = event.target.closest("[data-fill]");
    if (pick) {
      event.preventDefault();
      take(pick);
      byId(pick.dataset.fill).focus();
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-ok]")) {
      const field = event.target.closest("[data-field]");
      if (event.target.checked) {
        settle(field);
      } else {
        field.dataset.needsLook = "true";
        field.classList.add("is-look");
        countLook();
      }
    }
  });
  document.querySelectorAll("[data-fill]").forEach((pick) => pressPicks(byId(pick.dataset.fill)));
}

// secret numbers: asked for one by one, so that each look is recorded
async function reveal(key) {
  const input = byId(key.dataset.reveal);
  const body = new URLSearchParams({ csrf: form.elements.csrf.value, field: key.value });
  const answer = await fetch(key.formAction, { method: "POST", body, headers: { Accept: "text/plain" } });
  if (!answer.ok) {
    return;
  }
  const number = (await answer.text()).trim();
  input.type = "text";
  input.disabled = false;
  input.value = number;
  boxesOf(input.id).forEach((box) => box.classList.add("is-open"));
  input.focus();
  setTimeout(() => {
    boxesOf(input.id).forEach((box) => box.classList.remove("is-open"));
    if (input.value === number) {
      input.value = "";
      input.disabled = true;
    } else {
      input.type = "password";
    }
  }, SHOW_MS);
}
for (const key of document.querySelectorAll("[data-reveal]")) {
  key.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(key);
  });
}

// keys
document.addEventListener("keydown", (event) => {
  const field = document.activeElement?.closest?.("[data-field]");
  const input = field ? inputOf(field) : null;
  if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    document.querySelector("[data-confirm]")?.click();
  } else if (event.key === "Enter" && field && !event.isComposing && !document.activeElement.matches("button")) {
    event.preventDefault();
    settle(field);
    goNext(field);
  } else if (event.key === "F2" && input) {
    event.preventDefault();
    input.dataset.editing = "true";
    input.focus();
    input.select?.();
  } else if (/^[1-9]$/.test(event.key) && field && !input.dataset.editing && !event.ctrlKey && !event.altKey && !event.isComposing) {
    const pick = field.querySelectorAll("[data-fill]")[Number(event.key) - 1];
    if (pick) {
      event.preventDefault();
      take(pick);
    }
  } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp") && field) {
    event.preventDefault();
    const all = fields();
    const next = all[all.indexOf(field) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      goTo(next.dataset.field);
    }
  }
});
for (const link of document.querySelectorAll("[data-goto]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(link.dataset.goto);
  });
}

// one reason at a time
document.querySelectorAll("[data-reason]").forEach((box, _, all) =>
  box.addEventListener("toggle", () => {
    if (box.open) {
      all.forEach((other) => other !== box && (other.open = false));
      box.querySelector("textarea").focus();
    }
  }),
);
document.addEventListener("live-changed", () => {
  if (form?.classList.contains("is-touched") && !document.querySelector("[data-stale]")) {
    const message = document.createElement("p");
    message.className = "message is-todo";
    message.dataset.stale = "true";
    message.setAttribute("role", "alert");
    message.textContent = "この受付は、ほかの人が変更しました。保存する前に、画面を開きなおして内容を確かめてください。";
    document.querySelector(".case").before(message);
  }
});

const first = fields().find((field) => field.dataset.needsLook === "true") ?? fields()[0];
if (location.hash.startsWith("#f-")) {
  goTo(location.hash.slice(1));
} else if (first && form && document.querySelector("[data-confirm]")) {
  goTo(first.dataset.field);
  // what the rules found stays in sight as long as the first field is, too
  const pane = document.querySelector(".values");
  const scrolledTo = pane.scrollTop;
  pane.scrollTop = 0;
  if (first.getBoundingClientRect().bottom > pane.getBoundingClientRect().bottom - 80) {
    pane.scrollTop = scrolledTo;
  }
}
