/**
 * Veils: text that is laid out and yet not shown. A gate blurs the paragraphs it keeps back, or puts the article into a box that
 * ends after some lines, or before the first, and cuts off the rest. What a page does not show, the reader does not show. Where a
 * box ends in mid-paragraph, that paragraph is shown in part, and stays. So does what is `visibility: hidden`: pages that bring
 * their text to life as one scrolls have most of an article so.
 *
 * A page also blurs itself as a whole behind a dialog, and stops scrolling by a box as high as the view: neither keeps anything
 * back. Where the page's own heading or navigation lies under it as well, it is no veil; nor is a box that fills the view.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { children, clientHeight, clientTop, getBoundingClientRect, localName, parentElement, querySelector, scrollHeight } = shared.of;

  /** What holds lines of text; a line break stands in what does without such an element. */
  const LINES = "p, li, dd, blockquote, pre, h2, h3, h4, h5, h6, br";

  /** Of these, between two moments at which to pause. */
  const AT_A_TIME = 200;

  /** Pixels: from there on a letter cannot be told from another. Less is the edge of a drawing. */
  const BLURRED = 2;

  /** Pixels: a box that hides less hides no paragraph. */
  const SOME_LINES = 40;

  /** Of the view: a higher box is the page's own frame. */
  const A_FRAME = 0.9;

  /** What lies under an effect on the page as a whole. */
  const OF_THE_PAGE = "h1, nav, [role=navigation]";

  /** @param {CSSStyleDeclaration} style */
  const blurs = ({ filter }) => filter !== "none" && Number(/\bblur\(([\d.]+)px\)/.exec(filter)?.[1] ?? 0) >= BLURRED;

  /**
   * @param {Element} element
   * @param {CSSStyleDeclaration} style
   */
  function cutsOff(element, { overflowY }) {
    if (overflowY !== "hidden" && overflowY !== "clip") return false;
    const shown = clientHeight(element);
    return shown < A_FRAME * innerHeight && scrollHeight(element) > shown + SOME_LINES;
  }

  /**
   * What begins below the end of a box that cuts it off.
   *
   * @param {Element} parent
   * @param {number} end
   * @returns {Generator<Element, void, undefined>}
   */
  function* below(parent, end) {
    for (const child of children(parent)) {
      const { top, bottom, height } = getBoundingClientRect(child);
      if (height === 0 || bottom <= end) continue;
      if (top >= end) yield child;
      else yield* below(child, end);
    }
  }

  /** @param {Element} box */
  const endOf = (box) => getBoundingClientRect(box).top + clientTop(box) + clientHeight(box);

  shared.veiled = function* (root) {
    /** @type {Set<Element>} */
    const veiled = new Set();
    /** @type {Set<Element>} */
    const seen = new Set();
    let held = 0;
    for (const holder of root.querySelectorAll(LINES)) {
      for (let element = /** @type {Element | null} */ (holder); element !== null && !seen.has(element); element = parentElement(element)) {
        seen.add(element);
        if (localName(element) === "body" || localName(element) === "html") break;
        const style = getComputedStyle(element);
        if (blurs(style) && querySelector(element, OF_THE_PAGE) === null) veiled.add(element);
        if (cutsOff(element, style)) for (const child of below(element, endOf(element))) veiled.add(child);
      }
      held += 1;
      if (held % AT_A_TIME === 0) yield;
    }
    return veiled;
  };
}
