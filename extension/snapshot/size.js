/**
 * How large a page is: asked before anything is done with it, because a page can be made so large that every further
 * step would be felt, and to say so at once is worth more than an article after half a minute.
 *
 * The limits lie far above what people write: a novel has about 3,000,000 letters, and the longest pages of
 * encyclopedias, standards and discussions some ten thousands of elements. Between what is read at once and what is not read
 * at all lies what would keep the page's own thread for longer than it should: that is read if the reader says so.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { getAttribute, getAttributeNames, localName, nodeType, ownerDocument, shadowRoot } = shared.of;

  const MOST_ELEMENTS = 100_000;

  /** From there on a browser itself takes more than 50 ms, in one go, to set the page aside or to take it up again. */
  const FELT_ELEMENTS = 25_000;

  /** Runs of text and comments; these can cut a text into as many as they like, without an element. */
  const MOST_TEXTS = 200_000;

  /** Letters that a person could read, so not those of scripts. */
  const MOST_LETTERS = 5_000_000;

  /** Letters that nobody reads: of scripts and style sheets, comments and attributes. A page with its pictures in it has some millions. */
  const MOST_UNREAD = 16_000_000;

  /** Letters; of a longer text it is asked whether it is a script's. */
  const LONG_TEXT = 5_000;

  const CODE = new Set(["script", "style", "noscript", "template"]);

  /** Nodes between two moments at which to pause. */
  const AT_A_TIME = 500;

  /**
   * Trees that the snapshot writes into this one, and no walk enters.
   *
   * @param {Element} element
   * @returns {Node | null}
   */
  function within(element) {
    const name = localName(element);
    if (name === "template") return /** @type {HTMLTemplateElement} */ (element).content ?? null;
    if (name === "iframe" && ownerDocument(element) === document) return shared.frameRoot(/** @type {HTMLIFrameElement} */ (element));
    return shadowRoot(element);
  }

  /** @param {Element} element @param {number} most */
  function lettersOfAttributes(element, most) {
    let letters = 0;
    for (const name of getAttributeNames(element)) {
      letters += name.length + (getAttribute(element, name) ?? "").length;
      if (letters > most) break;
    }
    return letters;
  }

  shared.sizeOf = function* (root) {
    // Not their number: of a million, only as many are counted as it takes.
    if (root.getElementsByTagName("*").item(MOST_ELEMENTS) !== null) return "much";
    /** @type {Node[]} */
    const trees = [root];
    let [elements, texts, letters, unread] = [0, 0, 0, 0];
    shared.longestText = 0;
    for (let tree = trees.pop(); tree !== undefined; tree = trees.pop()) {
      const nodes = (tree.ownerDocument ?? document).createTreeWalker(tree, NodeFilter.SHOW_ALL);
      for (let node = /** @type {Node | null} */ (tree); node !== null; node = nodes.nextNode()) {
        const type = nodeType(node);
        if (type === Node.ELEMENT_NODE) {
          elements += 1;
          unread += lettersOfAttributes(/** @type {Element} */ (node), MOST_UNREAD);
          const inner = within(/** @type {Element} */ (node));
          if (inner !== null) trees.push(inner);
        } else if (type !== Node.DOCUMENT_FRAGMENT_NODE) {
          texts += 1;
          const { length, parentElement } = /** @type {CharacterData} */ (node);
          const isCode = length >= LONG_TEXT && parentElement !== null && CODE.has(localName(parentElement));
          if (type !== Node.TEXT_NODE || isCode) unread += length;
          else letters += length;
          if (type === Node.TEXT_NODE) shared.longestText = Math.max(shared.longestText, length);
        }
        if (elements > MOST_ELEMENTS || texts > MOST_TEXTS || letters > MOST_LETTERS || unread > MOST_UNREAD) return "much";
        if ((elements + texts) % AT_A_TIME === 0) yield;
      }
    }
    return elements > FELT_ELEMENTS ? "felt" : "fine";
  };
}
