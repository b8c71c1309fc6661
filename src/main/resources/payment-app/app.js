// Scanning with the camera where the browser can, and no double payment by a double tap.
// Everything also works without this file: paste the code and press the button.
const form = document.querySelector('form.scan');
const startButton = document.querySelector('[data-start-camera]');
const canScan = 'BarcodeDetector' in window && navigator.mediaDevices?.getUserMedia;

if (form && startButton && canScan) {
  startButton.hidden = false;
  startButton.addEventListener('click', scan);
}

async function scan() {
  const camera = document.querySelector('[data-camera]');
  const video = camera.querySelector('video');
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    startButton.hidden = true;
    return;
  }
  camera.hidden = false;
  startButton.hidden = true;
  video.srcObject = stream;
  await video.play();
  const detector = new BarcodeDetector({ formats: ['qr_code', 'code_128'] });
  const look = async () => {
    const [code] = await detector.detect(video).catch(() => []);
    if (!code) {
      requestAnimationFrame(look);
      return;
    }
    stream.getTracks().forEach((track) => track.stop());
    form.elements.text.value = code.rawValue;
    form.requestSubmit();
  };
  look();
}

// A hand scanner types the code and Enter: Enter submits here instead of starting a new line.
form?.elements.text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.querySelectorAll('form[data-once]').forEach((once) => {
  once.addEventListener('submit', () => {
    once.querySelector('button[type="submit"]').disabled = true;
  });
});
