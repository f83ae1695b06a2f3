// Dropping a file anywhere on the page. Counting enters and leaves is unreliable, for they fire for each element passed;
// `relatedTarget` is null only when the pointer leaves the window.

/** @param {(file: File) => void} take */
export function acceptDrops(take) {
  const { classList } = document.documentElement;
  /** @param {DragEvent} event */
  const holdsFile = (event) => event.dataTransfer?.types.includes("Files") ?? false;

  document.addEventListener("dragover", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    classList.remove("dropping");
    if (!holdsFile(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
}
