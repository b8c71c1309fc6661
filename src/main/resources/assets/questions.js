// Keys for the days that most people answer: today, yesterday, the day before.
const keys = document.querySelector("[data-quick-days]");
if (keys) {
  keys.hidden = false;
  const part = (name) => document.querySelector(`[data-date-${name}]`);
  const [year, month, day] = keys.dataset.today.split("-").map(Number);
  for (const key of keys.querySelectorAll("[data-days-ago]")) {
    key.addEventListener("click", () => {
      const date = new Date(Date.UTC(year, month - 1, day - Number(key.dataset.daysAgo)));
      part("year").value = String(date.getUTCFullYear());
      part("month").value = String(date.getUTCMonth() + 1);
      part("day").value = String(date.getUTCDate());
      for (const other of keys.querySelectorAll("[data-days-ago]")) {
        other.setAttribute("aria-pressed", String(other === key));
      }
    });
  }
}
document.querySelector(".problems")?.focus();
