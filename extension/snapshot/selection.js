/** What the reader has selected, as a page of its own; null where nothing is. Its value is handed back. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** @param {Range[]} selected */
  function copyOf(selected) {
    const inert = document.implementation.createHTMLDocument(document.title);
    const article = inert.createElement("article");
    // Its images would load, were the copy part of this document.
    for (const range of selected) article.append(inert.importNode(range.cloneContents(), true));
    inert.body.append(article);
    const { lang, dir } = document.documentElement;
    Object.assign(inert.documentElement, { lang, dir });
    return inert;
  }

  shared.selection = () => {
    // Under an open reader it is what was selected when the reader came.
    const selected = shared.view?.selected ?? shared.selected();
    if (selected.length === 0) return null;
    // Of the copy that a reader shows, parts may have been put back and taken out: that one stays.
    const copy = shared.view?.view.mode === "selection" ? (shared.selectionCopy ?? copyOf(selected)) : copyOf(selected);
    shared.selectionCopy = copy;
    const root = copy.documentElement;
    const about = { url: document.URL, lang: root.lang, contentType: "text/html", document: shared.document };
    if (shared.atOnce(shared.sizeOf(root)) === "much") return { ...about, html: "", tooLarge: "much" };
    shared.numbered = shared.elementsOf(root);
    return { ...about, html: root.outerHTML, overrides: shared.overridesOf(shared.numbered, []) };
  };

  shared.selection();
}
