// Keys for fewer and more copies, and the total while they are pressed.
const form = document.querySelector("[data-steppers]");
if (form) {
  const total = form.querySelector("[data-total]");
  const steppers = [...form.querySelectorAll("[data-stepper]")];
  const countOf = (stepper) => {
    const input = stepper.querySelector("input");
    const count = Math.trunc(Number(input.value)) || 0;
    return Math.min(Number(input.max), Math.max(Number(input.min), count));
  };
  const show = () => {
    let totalYen = 0;
    for (const stepper of steppers) {
      const count = countOf(stepper);
      totalYen += count * Number(stepper.dataset.amountYen ?? 0);
      stepper.classList.toggle("is-wished", count > 0);
      stepper.classList.toggle("is-none", count === 0);
      const [fewer, more] = stepper.querySelectorAll("[data-step]");
      fewer.disabled = count <= 0;
      more.disabled = count >= Number(stepper.querySelector("input").max);
    }
    if (total) {
      total.textContent = `${totalYen.toLocaleString("ja-JP")}円`;
    }
  };
  for (const stepper of steppers) {
    const input = stepper.querySelector("input");
    for (const key of stepper.querySelectorAll("[data-step]")) {
      key.hidden = false;
      key.addEventListener("click", () => {
        input.value = String(countOf(stepper) + Number(key.dataset.step));
        input.value = String(countOf(stepper));
        show();
      });
    }
    input.addEventListener("input", show);
  }
  show();
}
