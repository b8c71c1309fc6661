// Takes a picture of the paper with the device's camera and sends it like a chosen file.
const way = document.querySelector("[data-camera]");
const dialog = document.querySelector("[data-camera-dialog]");
const form = document.querySelector("[data-camera-form]");
const find = (name) => dialog.querySelector(`[data-camera-${name}]`);

if (way && dialog && form && navigator.mediaDevices?.getUserMedia) {
  way.hidden = false;
  const video = find("video");
  const still = find("still");
  let stream = null;

  const showLive = (isLive) => {
    video.hidden = !isLive;
    still.hidden = isLive;
    find("live").hidden = !isLive;
    find("taken").hidden = isLive;
  };
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.srcObject = null;
  };

  way.querySelector("[data-camera-open]").addEventListener("click", async () => {
    find("problem").hidden = true;
    find("take").disabled = true;
    showLive(true);
    dialog.showModal();
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 3840 }, height: { ideal: 2160 } },
      });
      if (!dialog.open) {
        stop();
        return;
      }
      video.srcObject = stream;
      await video.play();
      find("take").disabled = false;
    } catch {
      find("problem").hidden = false;
    }
  });
  find("take").addEventListener("click", () => {
    still.width = video.videoWidth;
    still.height = video.videoHeight;
    still.getContext("2d").drawImage(video, 0, 0);
    showLive(false);
    find("use").focus();
  });
  find("again").addEventListener("click", () => showLive(true));
  find("use").addEventListener("click", () => {
    find("use").disabled = true;
    still.toBlob(
      (picture) => {
        const files = new DataTransfer();
        files.items.add(new File([picture], "camera.jpg", { type: "image/jpeg" }));
        form.querySelector("input[type=file]").files = files.files;
        form.submit();
      },
      "image/jpeg",
      0.95,
    );
  });
  find("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    stop();
    still.getContext("2d").clearRect(0, 0, still.width, still.height);
  });
}
