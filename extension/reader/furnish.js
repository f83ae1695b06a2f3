/**
 * Small repairs to the rendered article that are about reading it here, not about what it is: wide tables get a
 * frame of their own to scroll in, a picture that does not come is replaced by what it says.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /**
   * Only a frame that scrolls is a stop for Tab, and a window in which the header row stays; in any other the header
   * row stays below the edge of the reader itself.
   *
   * @param {HTMLElement} frame
   */
  function fit(frame) {
    const table = frame.firstElementChild;
    const scrolls = table !== null && table.scrollWidth > frame.clientWidth + 1;
    frame.classList.toggle("scrolls", scrolls);
    if (scrolls) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) fit(/** @type {HTMLElement} */ (target));
  });

  /** @param {HTMLTableElement} table */
  function frameTable(table) {
    const frame = shared.element("div", { className: "wide" });
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", table.caption?.textContent?.trim() || shared.message("table"));
    table.replaceWith(frame);
    frame.append(table);
    sizes.observe(frame);
  }

  shared.furnish = (content) => {
    shared.repairHeadings(content);
    for (const table of content.querySelectorAll("table")) {
      if (table.parentElement?.closest("table") === null) frameTable(table);
    }
    // Errors of pictures do not bubble.
    content.addEventListener("error", ({ target, isTrusted }) => {
      if (isTrusted && target instanceof HTMLImageElement) target.classList.add(target.alt === "" ? "gone" : "missing");
    }, true);
  };
}
