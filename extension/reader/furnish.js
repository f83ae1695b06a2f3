/**
 * Small repairs to the rendered article that are about reading it here, not about what it is: wide tables get a
 * frame of their own to scroll in, a picture that does not come is replaced by what it says, an author's portrait goes
 * with the byline that it stood beside, a link to a part that is not here is no link, a film that plays has no poster.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** What each box is called where it is a stop for Tab. @type {WeakMap<Element, string>} */
  const names = new WeakMap();

  /**
   * Only a box that scrolls is a stop for Tab, with a name; and a table's is then a window in which the header row stays. In
   * any other the header row stays below the edge of the reader itself. A group and no region: an article may have a hundred.
   *
   * @param {HTMLElement} box
   */
  function fit(box) {
    const wide = box.matches(".wide") ? box.firstElementChild : box;
    const scrolls = wide !== null && wide.scrollWidth > box.clientWidth + 1;
    box.classList.toggle("scrolls", scrolls);
    box.role = scrolls ? "group" : null;
    box.ariaLabel = scrolls ? (names.get(box) ?? null) : null;
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) fit(/** @type {HTMLElement} */ (target));
  });

  shared.mayScroll = (box, name) => {
    names.set(box, name);
    sizes.observe(box);
  };

  /** @param {HTMLTableElement} table */
  function frameTable(table) {
    const frame = shared.element("div", { className: "wide" });
    table.replaceWith(frame);
    frame.append(table);
    shared.mayScroll(frame, table.caption?.textContent?.trim() || shared.message("table"));
  }

  /**
   * What they led to has been left out, or never was.
   *
   * @param {HTMLElement} content
   */
  function endDeadLinks(content) {
    const links = content.querySelectorAll('a[href^="#"]');
    if (links.length === 0) return;
    const ids = new Set(Array.from(content.querySelectorAll("[id]"), ({ id }) => `#${id}`));
    for (const link of links) if (!ids.has(link.getAttribute("href") ?? "")) link.removeAttribute("href");
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
    endDeadLinks(content);
    shared.repairHeadings(content);
    for (const table of content.querySelectorAll("table")) {
      if (table.parentElement?.closest("table") === null) frameTable(table);
    }
    content.addEventListener("play", ({ target, isTrusted }) => {
      const poster = isTrusted && target instanceof HTMLVideoElement ? target.previousElementSibling : null;
      if (poster?.localName === "img") poster.classList.add("gone");
    }, true);
    // Errors of pictures do not bubble, and neither does the beginning of a film.
    content.addEventListener("error", ({ target, isTrusted }) => {
      if (isTrusted && target instanceof HTMLImageElement) target.classList.add(target.alt === "" ? "gone" : "missing");
    }, true);
  };
}
