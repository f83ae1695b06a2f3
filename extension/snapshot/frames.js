/**
 * Frames of the page's own origin, flattened: where a frame stands its content stands in the snapshot. What is in a
 * frame of another origin no script may read.
 *
 * The frame's start tag becomes a `<div>`, so that elements keep their numbers: the walk counts the frame, then what is
 * in its body.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { hasAttribute, localName, setAttribute } = shared.of;

  /** Letters; a frame with less is a button or an advert. */
  const WORTH_READING = 200;

  /** Properties that give an address as the frame's own document resolves it. */
  const ADDRESSES = /** @type {const} */ (["href", "src", "poster"]);

  shared.frameRoot = (frame) => {
    try {
      return frame.contentDocument?.body ?? null;
    } catch {
      return null; // Another origin, in a browser that says so by throwing.
    }
  };

  shared.frameBody = (element) => {
    const body = localName(element) === "iframe" && element instanceof HTMLIFrameElement ? shared.frameRoot(element) : null;
    return body !== null && (body.textContent ?? "").trim().length >= WORTH_READING ? body : null;
  };

  /**
   * A copy in a document that loads nothing, with addresses that mean the same there.
   *
   * @param {HTMLElement} body
   */
  shared.copyOfFrame = (body) => {
    const inert = document.implementation.createHTMLDocument("");
    const copy = inert.createElement("div");
    copy.append(...Array.from(body.childNodes, (child) => inert.importNode(child, true)));
    const originals = body.querySelectorAll("[href], [src], [poster]");
    copy.querySelectorAll("[href], [src], [poster]").forEach((element, index) => {
      for (const name of ADDRESSES) {
        const resolved = /** @type {any} */ (originals[index])?.[name];
        if (hasAttribute(element, name) && typeof resolved === "string") setAttribute(element, name, resolved);
      }
    });
    return copy;
  };
}
