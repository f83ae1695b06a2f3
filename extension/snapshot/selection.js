/** What the reader has selected, as a page of its own; null where nothing is. Its value is handed back. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.selection = () => {
    const selection = getSelection();
    // Under an open reader it is what was selected when the reader came.
    const ranges = shared.view?.selected ?? (selection === null || selection.isCollapsed ? [] : Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at)));
    if (ranges.length === 0) return null;
    const inert = document.implementation.createHTMLDocument(document.title);
    const article = inert.createElement("article");
    // Its images would load, were the copy part of this document.
    for (const range of ranges) article.append(inert.importNode(range.cloneContents(), true));
    inert.body.append(article);
    const { lang, dir } = document.documentElement;
    Object.assign(inert.documentElement, { lang, dir });
    return { url: document.URL, lang, contentType: "text/html", document: (shared.document ??= `${performance.timeOrigin}-${Math.random()}`), html: inert.documentElement.outerHTML };
  };

  shared.selection();
}
