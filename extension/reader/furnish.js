/**
 * Small repairs to the rendered article that are about reading it here, not about what it is: wide tables get a
 * frame of their own to scroll in, links to a place within the article lead there, a picture that does not come is
 * replaced by what it says.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** @param {HTMLTableElement} table */
  function frameTable(table) {
    const frame = shared.element("div", { className: "wide" });
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", table.caption?.textContent?.trim() || shared.message("table"));
    table.replaceWith(frame);
    frame.append(table);
  }

  /**
   * The address bar and the history belong to the page, and an id in a shadow tree is no target anyway.
   *
   * @param {HTMLElement} content
   * @param {MouseEvent} event
   */
  function followWithin(content, event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href") ?? "";
    if (!href.startsWith("#")) return;
    event.preventDefault();
    const target = content.querySelector(`#${CSS.escape(href.slice(1))}`);
    if (!(target instanceof HTMLElement)) return;
    target.scrollIntoView({ block: "start" });
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  shared.furnish = (content) => {
    shared.repairHeadings(content);
    for (const table of content.querySelectorAll("table")) {
      if (table.parentElement?.closest("table") === null) frameTable(table);
    }
    content.addEventListener("click", (event) => followWithin(content, event));
    // Errors of pictures do not bubble.
    content.addEventListener("error", ({ target }) => {
      if (target instanceof HTMLImageElement) target.classList.add(target.alt === "" ? "gone" : "missing");
    }, true);
  };
}
