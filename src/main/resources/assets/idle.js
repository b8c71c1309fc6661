// A kiosk forgets a visitor who left: after data-warn-seconds without a touch it asks, by sight and
// sound, and after data-end-seconds it ends the session. Asking for more time has no limit here; the
// server has the absolute one.
const dialog = document.getElementById("idle-dialog");
if (dialog) {
  const warnMs = Number(dialog.dataset.warnSeconds) * 1000;
  const endMs = Number(dialog.dataset.endSeconds) * 1000;
  let touchedAtMs = Date.now();

  const beep = () => {
    try {
      const audio = new AudioContext();
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      volume.gain.value = 0.1;
      tone.frequency.value = 880;
      tone.connect(volume).connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + 0.25);
      tone.addEventListener("ended", () => audio.close());
    } catch {
      // a kiosk without sound still shows the question
    }
  };
  const stay = () => {
    touchedAtMs = Date.now();
    if (dialog.open) {
      dialog.close();
    }
  };

  for (const name of ["pointerdown", "keydown", "wheel", "touchmove", "input"]) {
    document.addEventListener(
      name,
      () => {
        if (!dialog.open) {
          touchedAtMs = Date.now();
        }
      },
      { capture: true, passive: true },
    );
  }
  dialog.querySelector("[data-idle-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", stay);

  setInterval(() => {
    const idleMs = Date.now() - touchedAtMs;
    if (idleMs >= endMs) {
      touchedAtMs = Date.now();
      dialog.querySelector("[data-idle-end]").submit();
    } else if (idleMs >= warnMs) {
      dialog.querySelector("[data-idle-count]").textContent = Math.ceil((endMs - idleMs) / 1000);
      if (!dialog.open) {
        dialog.showModal();
        beep();
      }
    }
  }, 500);
}
