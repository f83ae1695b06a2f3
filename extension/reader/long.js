/**
 * What is longer than a book is laid out where it is read: the browser leaves out what is far from view. Text that goes
 * on for a hundred pages in one piece (a log, a list in a `<pre>`) is first cut into stretches, of which each can be left
 * out by itself; no letter changes.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Letters; a shorter article is laid out as a whole, so that its height is known from the start. */
  const LONG = 1_000_000;

  /** Letters; a shorter text stays in one piece. */
  const LONG_TEXT = 100_000;

  /** Letters of a stretch, some screens. */
  const STRETCH = 8_000;

  /** Letters before the end of a stretch in which a good place to cut is looked for. */
  const AROUND = 400;

  /**
   * After a line, else between words, else anywhere.
   *
   * @param {string} text
   * @param {number} from
   */
  function endOf(text, from) {
    const furthest = from + STRETCH;
    if (furthest >= text.length) return text.length;
    for (const sign of ["\n", " "]) {
      const at = text.lastIndexOf(sign, furthest);
      if (at > furthest - AROUND) return at + 1;
    }
    // Not within a letter of two units.
    return (text.codePointAt(furthest - 1) ?? 0) > 0xffff ? furthest + 1 : furthest;
  }

  /** @param {Text} node */
  function cut(node) {
    const text = node.data;
    const stretches = [];
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = endOf(text, from);
      stretches.push(shared.element("span", { className: "stretch", text: text.slice(from, to) }));
    }
    node.replaceWith(...stretches);
  }

  shared.ease = (content) => {
    if ((content.textContent ?? "").length < LONG) return;
    content.classList.add("long");
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const long = [];
    while (texts.nextNode()) {
      const text = /** @type {Text} */ (texts.currentNode);
      if (text.length > LONG_TEXT) long.push(text);
    }
    for (const text of long) cut(text);
  };
}
