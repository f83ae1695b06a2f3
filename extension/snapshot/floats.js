/**
 * What floats: boxes that stay while the page scrolls, and those among them that cover it. To ask every element how it
 * is positioned would cost a style look-up each; what floats over the text is in view by its nature, so it is looked
 * for at points of the view, layer by layer.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { assignedSlot, getBoundingClientRect, getRootNode, parentElement } = shared.of;

  /** Points along each side of the view, at which its layers are asked for. */
  const ACROSS = [1, 2, 0, 3];
  /** What floats lies at the edges; from there on each is far from those before it. */
  const DOWN = [0, 15, 8, 4, 12, 2, 6, 10, 14, 1, 3, 5, 7, 9, 11, 13];

  /** Letters; in a text as long as this, each of its lines is looked at for every point. */
  const A_BOOK = 1_000_000;

  /** To ask at all points takes two or three; where a single one takes as long as this, some have to do. */
  const LONGEST_MS = 60;

  /** Of the view, at least so much is under what "covers" it. */
  const COVERING = 0.6;

  /** @param {Element} element */
  function parentOf(element) {
    const root = getRootNode(element);
    return assignedSlot(element) ?? parentElement(element) ?? (root instanceof ShadowRoot ? root.host : null);
  }

  /** @param {Element} element */
  function covers(element) {
    const { left, right, top, bottom } = getBoundingClientRect(element);
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return width > 0 && height > 0 && width * height >= COVERING * innerWidth * innerHeight;
  }

  /** @returns {import("../types").Work<import("../types").Floats>} */
  function* look() {
    /** @type {import("../types").Floats} */
    const floats = { fixed: new Set(), sticky: new Set(), covering: new Set() };
    /** @type {Set<Element>} */
    const seen = new Set();
    if (shared.longestText > A_BOOK) return floats;
    let spent = 0;
    for (const column of ACROSS) {
      for (const row of DOWN) {
        const start = performance.now();
        const layers = document.elementsFromPoint(((column + 0.5) / ACROSS.length) * innerWidth, ((row + 0.5) / DOWN.length) * innerHeight);
        for (const layer of layers) {
          for (let element = /** @type {Element | null} */ (layer); element !== null && !seen.has(element); element = parentOf(element)) {
            seen.add(element);
            const { position } = getComputedStyle(element);
            if (position === "sticky") floats.sticky.add(element);
            if (position === "fixed") floats.fixed.add(element);
            if (position === "fixed" && covers(element)) floats.covering.add(element);
          }
        }
        spent += performance.now() - start;
        if (spent > LONGEST_MS) return floats;
        yield;
      }
    }
    return floats;
  }

  // Under an open reader the page is inert, and inert boxes are at no point: then what was seen before holds.
  shared.floats = function* () {
    if (shared.view == null || shared.floating === undefined) shared.floating = yield* look();
    return shared.floating;
  };
}
