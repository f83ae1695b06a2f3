/** What the reader has selected, as a page of its own; null where nothing is. Its value is handed back. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.selection = () => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed) return null;
    const inert = document.implementation.createHTMLDocument(document.title);
    const article = inert.createElement("article");
    for (let index = 0; index < selection.rangeCount; index += 1) {
      // Its images would load, were the copy part of this document.
      article.append(inert.importNode(selection.getRangeAt(index).cloneContents(), true));
    }
    inert.body.append(article);
    const { lang, dir } = document.documentElement;
    Object.assign(inert.documentElement, { lang, dir });
    return { url: document.URL, lang, contentType: "text/html", document: shared.document, html: inert.documentElement.outerHTML };
  };

  shared.selection();
}
