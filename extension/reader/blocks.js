/**
 * Blocks of text, on the page and in the reader: the same paragraph is two nodes, and its words are what joins them.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { contains, getBoundingClientRect, isConnected, matches, parentElement } = shared.of;

  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, blockquote, figcaption, td, th, summary, address";

  /** Letters by which a block is known again: labels at its end may have been removed. */
  const TELLING = 48;

  /** Letters in which those are, however much white space is between them. */
  const BEGINNING = 1_000;

  /** A block with fewer letters is told from others only by chance. */
  const ENOUGH = 12;

  /** @param {string} raw */
  const inOneLine = (raw) => raw.replace(/\s+/g, " ").trim();

  /** @param {Node} node */
  const textOf = (node) => inOneLine((node instanceof Element ? shared.of.textContent(node) : node.textContent) ?? "");

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

  /**
   * Whether the text of an element begins so. Most do not, which their first letters tell.
   *
   * @param {Element} element
   * @param {string} key
   */
  function begins(element, key) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = "";
    while (texts.nextNode() && text.length <= key.length) {
      const { data } = /** @type {Text} */ (texts.currentNode);
      text = (text + (text === "" ? data.trimStart() : data).slice(0, BEGINNING)).replace(/\s+/g, " ");
    }
    return text.startsWith(key);
  }

  /** @param {string} text */
  const keyOf = (text) => text.slice(0, TELLING);

  /** @param {Element} block */
  const opening = (block) => keyOf(inOneLine((block.textContent ?? "").trimStart().slice(0, BEGINNING)));

  /** Enough to be known by. @param {Element} block */
  const isTelling = (block) => opening(block).length >= ENOUGH;

  /** Blocks between two moments at which to pause. */
  const AT_A_TIME = 200;

  /** Not around other blocks, and not empty. @param {Element} block */
  const isBlock = (block) => block.querySelector(BLOCKS) === null && /\S/.test(block.textContent ?? "");

  /** @param {ParentNode} content @returns {import("../types").Work<HTMLElement[]>} */
  function* gather(content) {
    /** @type {HTMLElement[]} */
    const blocks = [];
    let count = 0;
    for (const block of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(BLOCKS))) {
      if (isBlock(block)) blocks.push(block);
      if ((count += 1) % AT_A_TIME === 0) yield;
    }
    return blocks;
  }

  /** @param {ParentNode} content */
  const within = (content) => shared.atOnce(gather(content));

  /** @param {ParentNode} content @param {string} text @returns {HTMLElement | null} */
  function withText(content, text) {
    const key = keyOf(text);
    if (key.length < ENOUGH) return null;
    for (const block of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(BLOCKS))) {
      if (opening(block).startsWith(key) && block.querySelector(BLOCKS) === null) return block;
    }
    return null;
  }

  /**
   * The first block that is not above the line, by halving: blocks follow each other downwards. Only those are looked at that
   * it takes: a book has many.
   *
   * @param {ArrayLike<HTMLElement>} all
   * @param {number} line
   * @param {(element: HTMLElement) => boolean} [counts]
   */
  function firstBelow(all, line, counts = () => true) {
    /** The place of the first that counts, from a place on. @param {number} at */
    const from = (at) => {
      let place = at;
      while (place < all.length && !counts(/** @type {HTMLElement} */ (all[place]))) place += 1;
      return place;
    };
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = from(middle);
      if (block < high && /** @type {HTMLElement} */ (all[block]).getBoundingClientRect().bottom <= line) low = block + 1;
      else high = middle;
    }
    return all[from(low)] ?? null;
  }

  /** @param {ParentNode} parent */
  const allIn = (parent) => /** @type {NodeListOf<HTMLElement>} */ (parent.querySelectorAll(BLOCKS));

  /**
   * Of a long article first by its stretches: whatever is looked at is laid out.
   *
   * @param {ParentNode} content
   * @param {number} line
   */
  function firstIn(content, line) {
    const stretch = firstBelow(/** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(".stretch")), line);
    const within = stretch === null ? null : (firstBelow(allIn(stretch), line, isBlock) ?? /** @type {HTMLElement | null} */ (stretch.closest(BLOCKS)));
    return within ?? firstBelow(allIn(content), line, isBlock);
  }

  /**
   * Where among elements a text of the article stands; the innermost that holds it.
   *
   * @param {Element[]} elements in the order of their tree
   * @param {string} text
   * @returns {import("../types").Work<Element | null>}
   */
  function* search(elements, text) {
    const key = keyOf(text);
    if (key.length < ENOUGH) return null;
    /** @type {Element | null} */
    let found = null;
    let count = 0;
    for (const element of elements) {
      if ((count += 1) % AT_A_TIME === 0) yield;
      if (!isConnected(element) || matches(element, "html, body")) continue;
      if (found !== null && !contains(found, element)) break;
      const own = begins(element, key) ? shortText(element, text.length * 4 + 400) : null;
      if (own?.startsWith(key) === true && own.length <= text.length * 1.5 + 60) found = element;
    }
    return found;
  }

  /** @param {Element[]} elements @param {string} text */
  const among = (elements, text) => shared.atOnce(search(elements, text));

  /** @param {string} text */
  const onPage = (text) => among(shared.pageElements ?? [], text);

  /** Points of the view at which a page's text is looked for, from the top. */
  const LINES = 24;
  const COLUMNS = [0.5, 0.3, 0.7];

  /** All of them together take less, but on a page where a single one is felt. */
  const LONGEST_MS = 200;

  /**
   * What is being read on the page: the first block in view that the article has as well.
   *
   * @param {HTMLElement} content
   * @returns {import("../types").Work<{ block: HTMLElement, top: number } | null>}
   */
  function* inView(content) {
    /** @type {Map<string, HTMLElement>} */
    const known = new Map();
    for (const block of yield* gather(content)) {
      const key = opening(block);
      if (!known.has(key)) known.set(key, block);
      if (known.size % AT_A_TIME === 0) yield;
    }
    const seen = new Set();
    let spent = 0;
    for (let line = 0; line < LINES; line += 1) {
      for (const column of COLUMNS) {
        const start = performance.now();
        for (const layer of document.elementsFromPoint(column * innerWidth, ((line + 0.5) / LINES) * innerHeight)) {
          for (let element = /** @type {Element | null} */ (layer); element !== null && !seen.has(element); element = parentElement(element)) {
            seen.add(element);
            const text = shortText(element, 8_000);
            if (text === null) continue;
            const key = keyOf(text);
            const block = key.length >= ENOUGH ? known.get(key) : undefined;
            if (block !== undefined) return { block, top: getBoundingClientRect(element).top };
          }
        }
        spent += performance.now() - start;
        if (spent > LONGEST_MS) return null;
        yield;
      }
    }
    return null;
  }

  shared.blocks = { textOf, keyOf, opening, isTelling, gather, within, withText, firstBelow, firstIn, search, among, onPage, inView };
}
