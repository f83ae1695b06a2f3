/**
 * How large a page is: asked before anything is done with it, because a page can be made so large that every further
 * step would be felt, and to say so at once is worth more than an article after half a minute.
 *
 * The limits lie far above what people write: a novel has about 3,000,000 letters, and the longest pages of
 * encyclopedias, standards and discussions some ten thousands of elements.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  const MOST_ELEMENTS = 100_000;

  /** Runs of text; comments can cut a text into as many as they like, without an element. */
  const MOST_TEXTS = 200_000;

  /** Letters that a person could read, so not those of scripts. */
  const MOST_LETTERS = 5_000_000;

  /** Letters; of a longer text it is asked whether it is a script's. */
  const LONG_TEXT = 5_000;

  const CODE = new Set(["script", "style", "noscript", "template"]);

  /** Texts between two moments at which to pause. */
  const AT_A_TIME = 500;

  shared.isTooLarge = function* (root) {
    // Not their number: of a million, only as many are counted as it takes.
    if (root.getElementsByTagName("*").item(MOST_ELEMENTS) !== null) return true;
    const texts = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let letters = 0;
    shared.longestText = 0;
    for (let count = 0; texts.nextNode(); count += 1) {
      const text = /** @type {Text} */ (texts.currentNode);
      shared.longestText = Math.max(shared.longestText, text.length);
      if (text.length < LONG_TEXT || !CODE.has(text.parentElement?.localName ?? "")) letters += text.length;
      if (letters > MOST_LETTERS || count > MOST_TEXTS) return true;
      if (count % AT_A_TIME === 0) yield;
    }
    return false;
  };
}
