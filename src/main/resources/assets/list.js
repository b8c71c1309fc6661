// Arrow keys walk through the list of cases; Enter opens one (it is a link).
document.addEventListener("keydown", (event) => {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.altKey || event.ctrlKey) {
    return;
  }
  const links = [...document.querySelectorAll(".cases tbody th a")];
  if (links.length > 0) {
    const at = links.indexOf(document.activeElement);
    const step = event.key === "ArrowDown" ? 1 : -1;
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))].focus();
    event.preventDefault();
  }
});
