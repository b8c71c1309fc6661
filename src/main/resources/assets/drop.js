// Files are sent as soon as they are chosen or dropped; without this module a button sends them.
const form = document.querySelector("[data-drop]");
const input = form?.querySelector("input[type=file]");
if (form && input) {
  form.classList.add("is-live");
  const send = () => {
    if (input.files.length > 0) {
      form.querySelector("[data-drop-sending]").hidden = false;
      form.submit();
    }
  };
  input.addEventListener("change", send);
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      form.classList.remove("is-over");
    }
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("is-over");
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      send();
    }
  });
}
