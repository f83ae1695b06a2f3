/**
 * Links within the article. One that leads to a note opens the note where the reader is; any other goes to its place.
 * The address bar and the history belong to the page, and an id in a shadow tree is no target anyway.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** What can be a note, and not a section. */
  const NOTE = "li, p, dd, aside, div, td, cite, span, small";

  /** Letters; more is a section that happens to be in a list. */
  const LONGEST = 2_500;

  /** As notes are referred to: a number, a letter, a sign, in brackets or not. */
  const REFERENCE = /^[[(]?\s*(?:\p{N}{1,4}|[*†‡§¶‖#]{1,4}|[a-zA-Z]|note\s*\p{N}+|[ivxlc]{1,5})\s*[\])]?[.:]?$/iu;

  /** Signs that lead back from a note to its text. */
  const BACK = /^[↩↑^⇑⤴︎️\s]*$/u;

  /**
   * @param {HTMLAnchorElement} link
   * @param {HTMLElement} target
   * @returns {HTMLElement | null} what to show
   */
  function noteOf(link, target) {
    const refers = link.closest("sup") !== null || REFERENCE.test(link.textContent?.trim() ?? "");
    const note = target.matches("a, sup") || target.textContent?.trim() === "" ? target.closest("li, p, dd, td") : target;
    if (!refers || !(note instanceof HTMLElement) || !note.matches(NOTE) || note.contains(link)) return null;
    // A link back, from the note to where it is referred to.
    if (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) return null;
    return shared.blocks.textOf(note).length <= LONGEST ? note : null;
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {HTMLElement} note
   * @param {HTMLElement} content
   */
  function popUp(link, note, content) {
    const box = shared.element("div", { className: "note content" });
    box.popover = "auto";
    box.tabIndex = -1;
    box.setAttribute("role", "dialog");
    box.ariaLabel = shared.message("note");
    const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const back of copy.querySelectorAll('a:not([href]), a[href^="#"]')) if (BACK.test(back.textContent ?? "")) back.remove();
    const text = shared.element("div");
    text.append(...copy.childNodes);
    const go = shared.controls([{ label: shared.message("toNote"), act: () => (box.hidePopover(), shared.goTo(note)) }], "ways");
    box.append(text, go);
    content.after(box);
    box.addEventListener("toggle", (event) => {
      if (event.newState !== "closed") return;
      const within = box.matches(":focus-within");
      box.remove();
      if (within) link.focus({ preventScroll: true });
    });
    box.showPopover();
    const { left, right, bottom, top } = link.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const below = bottom + height + 12 < innerHeight;
    // Firmly, as all that is said of the article in the compatible view.
    box.style.setProperty("left", `${Math.min(innerWidth - width - 12, Math.max(12, (left + right - width) / 2))}px`, "important");
    box.style.setProperty("top", `${below ? bottom + 8 : Math.max(12, top - height - 8)}px`, "important");
    box.focus({ preventScroll: true });
  }

  // Beside the text, wherever the article is: in the compatible view it is not in the dialog.
  shared.closeNote = ({ article }) => {
    const note = article?.querySelector(".note:popover-open");
    if (note instanceof HTMLElement) note.hidePopover();
    return note instanceof HTMLElement;
  };

  shared.aids.notes = (opened, signal) => {
    const { article, content } = opened;
    if (article === null || content === null) return;
    // Notes that are open stand beside the text, and have links as well.
    article.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const href = link?.getAttribute("href") ?? "";
      if (link === null || !href.startsWith("#")) return;
      event.preventDefault();
      if (!event.isTrusted) return;
      const target = content.querySelector(`#${CSS.escape(href.slice(1))}`);
      if (!(target instanceof HTMLElement)) return;
      const note = shared.closeNote(opened) ? null : noteOf(link, target);
      if (note === null) shared.goTo(target);
      else popUp(link, note, content);
    }, { signal });
  };
}
