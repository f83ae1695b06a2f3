/**
 * Small repairs to the rendered article that are about reading it here, not about what it is: wide tables get a
 * frame of their own to scroll in, a picture that does not come is replaced by what it says, an author's portrait goes
 * with the byline that it stood beside.
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

  /** Pixels; a picture that is set no larger and stands above all text is a portrait. */
  const PORTRAIT = 100;

  /**
   * The byline is in the head, and a face without it says nothing.
   *
   * @param {HTMLElement} content
   */
  function dropPortraits(content) {
    // A standfirst comes before the portrait as often as behind it.
    const text = shared.firstText(content, "header");
    for (const image of content.querySelectorAll("img")) {
      if (text === null || !(image.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
      const sides = ["width", "height"].map((side) => Number(image.getAttribute(side)));
      if (!sides.every((side) => side > 0 && side <= PORTRAIT)) continue;
      /** @type {Element} */
      let alone = image;
      for (let up = image.parentElement; up !== null && up !== content && up.children.length === 1 && up.textContent?.trim() === ""; up = up.parentElement) alone = up;
      alone.remove();
    }
  }

  shared.furnish = (content) => {
    dropPortraits(content);
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
