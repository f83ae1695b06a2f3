/**
 * Headings as a table of contents needs them. Pages choose levels by their looks: they begin with the fourth, skip one,
 * or set a whole sentence as a heading. Under the title, which is the first level, the levels here follow each other.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** A heading names what follows; what is longer tells something, and is the article's standfirst. */
  const LONGEST_NAME = 70;
  const LONGEST_IN_HAN_OR_KANA = 30;

  /**
   * @param {Element} element
   * @param {"h2" | "h3" | "h4" | "h5" | "h6" | "p"} name
   */
  function rename(element, name) {
    const renamed = shared.element(name);
    for (const { name: attribute, value } of element.attributes) renamed.setAttribute(attribute, value);
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
    return renamed;
  }

  /** @param {Element} heading */
  function isSentence(heading) {
    const text = heading.textContent.trim();
    return text.length > (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? LONGEST_IN_HAN_OR_KANA : LONGEST_NAME);
  }

  shared.firstText = (content, outside) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode;
      if (nodeValue?.trim() && !(outside && parentElement?.closest(outside))) return parentElement;
    }
    return null;
  };

  shared.repairHeadings = (content) => {
    const first = shared.firstText(content)?.closest("h1, h2, h3, h4, h5, h6");
    if (first && content.contains(first) && isSentence(first)) rename(first, "p").classList.add("standfirst");
    /**
     * The page's levels of the headings under which the present one stands.
     *
     * @type {number[]}
     */
    const above = [];
    for (const heading of content.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const level = Number(heading.localName[1]);
      while (above.length > 0 && /** @type {number} */ (above.at(-1)) >= level) above.pop();
      above.push(level);
      const name = /** @type {const} */ (["h2", "h3", "h4", "h5", "h6"])[above.length - 1] ?? "h6";
      if (heading.localName !== name) rename(heading, name);
    }
  };
}
