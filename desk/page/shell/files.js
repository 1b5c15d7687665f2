// Files in and out: what is dropped or chosen, and what is saved. Nothing is kept by the page.

/** @param {string} name @param {BlobPart} data @param {string} [type] */
export function save(name, data, type = "application/octet-stream") {
  const address = URL.createObjectURL(new Blob([data], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn of the script.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Let files be dropped on an element.
 * @param {HTMLElement} element @param {(files: File[]) => void} take
 */
export function droppable(element, take) {
  element.addEventListener("dragover", (event) => {
    event.preventDefault();
    element.classList.add("over");
  });
  element.addEventListener("dragleave", () => element.classList.remove("over"));
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    element.classList.remove("over");
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
