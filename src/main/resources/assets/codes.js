// Codes are drawn so that each of their modules is a whole number of screen dots; scanners read them
// better.
function fit() {
  for (const svg of document.querySelectorAll(".code-image svg")) {
    const modules = svg.viewBox.baseVal.width;
    const room = svg.parentElement.clientWidth * devicePixelRatio;
    const dots = Math.floor(room / modules);
    svg.style.width = dots >= 1 ? `${(dots * modules) / devicePixelRatio}px` : "";
  }
}
fit();
addEventListener("resize", fit);
document.addEventListener("live", fit);
