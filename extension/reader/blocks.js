/**
 * Blocks of text, on the page and in the reader: the same paragraph is two nodes, and its words are what joins them.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, blockquote, figcaption, td, th, summary, address";

  /** Letters by which a block is known again: labels at its end may have been removed. */
  const TELLING = 48;

  /** A block with fewer letters is told from others only by chance. */
  const ENOUGH = 12;

  /** @param {string} raw */
  const inOneLine = (raw) => raw.replace(/\s+/g, " ").trim();

  /** @param {Node} node */
  const textOf = (node) => inOneLine(node.textContent ?? "");

  /**
   * The text of an element if it is short. A long one is not put together: each of five hundred boxes around a book would be
   * the book once more.
   *
   * @param {Element} element
   * @param {number} most letters
   */
  function shortText(element, most) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = "";
    while (texts.nextNode()) {
      const { data } = /** @type {Text} */ (texts.currentNode);
      if (text.length + data.length > most) return null;
      text += data;
    }
    return inOneLine(text);
  }

  /** @param {string} text */
  const keyOf = (text) => text.slice(0, TELLING);

  /** Innermost blocks with text, in the order of the text. @param {ParentNode} content @returns {HTMLElement[]} */
  const within = (content) =>
    [.../** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(BLOCKS))].filter((block) => block.querySelector(BLOCKS) === null && block.textContent?.trim() !== "");

  /** @param {ParentNode} content @param {string} text */
  function withText(content, text) {
    const key = keyOf(text);
    if (key.length < ENOUGH) return null;
    return within(content).find((block) => textOf(block).startsWith(key)) ?? null;
  }

  /**
   * The first block that is not above the line, by halving: blocks follow each other downwards.
   *
   * @param {HTMLElement[]} blocks
   * @param {number} line
   */
  function firstBelow(blocks, line) {
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {HTMLElement} */ (blocks[middle]).getBoundingClientRect().bottom <= line) low = middle + 1;
      else high = middle;
    }
    return blocks[low] ?? null;
  }

  /**
   * Where among elements a text of the article stands; the innermost that holds it.
   *
   * @param {Element[]} elements in the order of their tree
   * @param {string} text
   * @returns {Element | null}
   */
  function among(elements, text) {
    const key = keyOf(text);
    if (key.length < ENOUGH) return null;
    /** @type {Element | null} */
    let found = null;
    for (const element of elements) {
      if (!element.isConnected || element.matches("html, body")) continue;
      if (found !== null && !found.contains(element)) break;
      const own = shortText(element, text.length * 4 + 400);
      if (own === null) continue;
      if (own.startsWith(key) && own.length <= text.length * 1.5 + 60) found = element;
    }
    return found;
  }

  /** @param {string} text */
  const onPage = (text) => among(shared.pageElements ?? [], text);

  /** Points of the view at which a page's text is looked for, from the top. */
  const LINES = 24;
  const COLUMNS = [0.5, 0.3, 0.7];

  /**
   * What is being read on the page: the first block in view that the article has as well.
   *
   * @param {HTMLElement} content
   * @returns {{ block: HTMLElement, top: number } | null}
   */
  function inView(content) {
    const known = new Map(within(content).map((block) => [keyOf(textOf(block)), block]));
    const seen = new Set();
    for (let line = 0; line < LINES; line += 1) {
      for (const column of COLUMNS) {
        for (const layer of document.elementsFromPoint(column * innerWidth, ((line + 0.5) / LINES) * innerHeight)) {
          for (let element = /** @type {Element | null} */ (layer); element !== null && !seen.has(element); element = element.parentElement) {
            seen.add(element);
            const text = shortText(element, 8_000);
            if (text === null) continue;
            const key = keyOf(text);
            const block = key.length >= ENOUGH ? known.get(key) : undefined;
            if (block !== undefined) return { block, top: element.getBoundingClientRect().top };
          }
        }
      }
    }
    return null;
  }

  shared.blocks = { textOf, within, withText, firstBelow, among, onPage, inView };
}
