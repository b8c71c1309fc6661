// Live parts of a page. <div data-live="/events/..." data-live-event="name"> listens there: an event
// of that name carries HTML that takes the place of the content; an event "go" carries the path of
// the next page; an event "changed" reloads. Words typed elsewhere on the page are not touched.
const RETRY_MS = 10000;
for (const part of document.querySelectorAll("[data-live]")) {
  const source = new EventSource(part.dataset.live);
  const name = part.dataset.liveEvent;
  const show = (html) => {
    const focused = part.contains(document.activeElement)
      ? document.activeElement.getAttribute("href")
      : null;
    part.innerHTML = html;
    if (focused) {
      part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
    }
    part.dispatchEvent(new CustomEvent("live", { bubbles: true }));
    showNext();
  };
  if (name === "changed") {
    source.addEventListener("changed", () => {
      const form = document.querySelector("[data-values].is-touched");
      document.dispatchEvent(new CustomEvent("live-changed"));
      if (!form) {
        location.reload();
      }
    });
  } else {
    source.addEventListener(name, (event) => show(event.data));
  }
  source.addEventListener("go", (event) => {
    if (event.data.startsWith("/") && !event.data.startsWith("//")) {
      source.close();
      location.assign(event.data);
    }
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED && !document.querySelector(".is-touched")) {
      setTimeout(() => location.reload(), RETRY_MS);
    }
  });
  addEventListener("pagehide", () => source.close());
}

// the way on appears when there is something to go on to
function showNext() {
  const next = document.querySelector("[data-live-ready]");
  if (next) {
    const finished = document.querySelector("[data-finished]")?.dataset.finished === "true";
    next.hidden = !finished;
  }
}
showNext();
