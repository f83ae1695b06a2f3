/** Links out of the article: in the page, in a new tab, or in the reader again, as the reader has chosen. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.aids.links = (opened, signal) => {
    opened.main.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link === null || !/^https?:/i.test(link.href) || event.defaultPrevented) return;
      // A reader who holds a key down has asked the browser for something else.
      if (!event.isTrusted || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (link.getAttribute("href")?.startsWith("#") === true) return;
      const { links } = opened.settings.values;
      link.target = links === "tab" ? "_blank" : "";
      if (links !== "reader") return;
      event.preventDefault();
      void shared.tell({ verb: "follow", url: link.href });
    }, { signal });
  };
}
