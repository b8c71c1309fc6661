// Live parts of a page. <div data-live="/events/..." data-live-event="name"> listens there: an event
// of that name carries HTML that the content becomes like, touching only what differs; an event "go" carries the path of
// the next page; an event "changed" reloads. Words typed elsewhere on the page are not touched.
const RETRY_MS = 10000;
for (const part of document.querySelectorAll("[data-live]")) {
  const source = new EventSource(part.dataset.live);
  const name = part.dataset.liveEvent;
  const show = (html) => {
    const focused = part.contains(document.activeElement)
      ? document.activeElement.getAttribute("href")
      : null;
    const next = document.createElement("template");
    next.innerHTML = html;
    become(part, next.content);
    if (focused && document.activeElement?.getAttribute("href") !== focused) {
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

// Makes the content of an element like another's, in place: what stays is not drawn anew, so nothing
// flickers, no animation starts again, and a screen reader hears only what is new.
function become(now, next) {
  const old = [...now.childNodes];
  const fresh = [...next.childNodes];
  fresh.forEach((node, i) => {
    const here = old[i];
    if (!here) {
      now.append(node);
    } else if (here.nodeName !== node.nodeName) {
      here.replaceWith(node);
    } else if (here.nodeType !== Node.ELEMENT_NODE) {
      if (here.data !== node.data) {
        here.data = node.data;
      }
    } else if (!here.isEqualNode(node)) {
      wear(here, node);
      become(here, node);
    }
  });
  old.slice(fresh.length).forEach((node) => node.remove());
}

function wear(here, node) {
  for (const name of here.getAttributeNames()) {
    if (!node.hasAttribute(name)) {
      here.removeAttribute(name);
    }
  }
  for (const name of node.getAttributeNames()) {
    if (here.getAttribute(name) !== node.getAttribute(name)) {
      here.setAttribute(name, node.getAttribute(name));
    }
  }
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
