/**
 * Pictures opened large: over everything, with the caption, from one to the next by arrow keys, at their own size when
 * asked. Under each a button does what a click does, for those who do not point.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Smaller ones are signs and portraits, and shown at their size. */
  const WORTH_ENLARGING = 160;

  /** @param {HTMLImageElement} image */
  const canGrow = (image) => image.closest("a, button, .note, .large") === null && image.clientWidth >= WORTH_ENLARGING;

  /**
   * @param {HTMLImageElement[]} images
   * @param {HTMLImageElement} first
   * @param {HTMLElement} dialog
   */
  function openLarge(images, first, dialog) {
    const box = shared.element("div", { className: "large" });
    box.popover = "manual";
    box.tabIndex = -1;
    box.setAttribute("role", "dialog");
    box.ariaModal = "true";
    box.ariaLabel = shared.message("picture");
    const picture = shared.element("img");
    picture.referrerPolicy = "no-referrer";
    const caption = shared.element("p", { className: "under" });
    let at = images.indexOf(first);

    const show = () => {
      const image = /** @type {HTMLImageElement} */ (images[at]);
      picture.src = image.currentSrc || image.src;
      picture.alt = image.alt;
      const words = image.closest("figure")?.querySelector("figcaption");
      caption.textContent = words ? shared.blocks.textOf(words) : image.alt;
      caption.dir = "auto";
      box.classList.remove("whole");
    };
    const close = () => {
      box.remove();
      const button = images[at]?.nextElementSibling;
      if (button instanceof HTMLElement && button.matches(".enlarge")) button.focus();
    };
    /** @param {number} by */
    const go = (by) => {
      at = (at + by + images.length) % images.length;
      show();
    };
    const rtl = getComputedStyle(dialog).direction === "rtl" ? -1 : 1;
    /** @type {Record<string, () => void>} */
    const keys = {
      Escape: close,
      ArrowRight: () => go(rtl),
      ArrowLeft: () => go(-rtl),
      Enter: () => void box.classList.toggle("whole"),
      Tab: () => box.focus(),
    };
    box.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (act === undefined || !event.isTrusted) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    });
    box.addEventListener("click", (event) => {
      if (!event.isTrusted) return;
      if (event.target === picture) box.classList.toggle("whole");
      else close();
    });
    box.append(picture, caption);
    dialog.append(box);
    show();
    box.showPopover();
    box.focus();
  }

  shared.aids.figures = (opened, signal) => {
    const { content, dialog } = opened;
    if (content === null) return;
    /** @param {HTMLImageElement} image */
    const enlarge = (image) => openLarge([...content.querySelectorAll("img")].filter(canGrow), image, dialog);
    // The page reaches the article and could open one picture over another: what a person does is all that counts.
    content.addEventListener("click", ({ target, isTrusted }) => {
      if (isTrusted && target instanceof HTMLImageElement && canGrow(target)) enlarge(target);
    }, { signal });

    /** @param {HTMLImageElement} image */
    const offer = (image) => {
      if (!canGrow(image) || image.nextElementSibling?.matches(".enlarge") === true) return;
      const button = shared.element("button", { className: "enlarge" });
      button.type = "button";
      const name = image.alt === "" ? shared.message("enlarge") : shared.message("enlargeNamed", image.alt);
      button.ariaLabel = name;
      button.title = shared.message("enlarge");
      button.addEventListener("click", ({ isTrusted }) => isTrusted && enlarge(image));
      image.classList.add("grows");
      image.after(button);
    };
    shared.later(signal, () => {
      for (const image of content.querySelectorAll("img")) if (image.complete) offer(image);
      // Loads do not bubble.
      content.addEventListener("load", ({ target, isTrusted }) => isTrusted && target instanceof HTMLImageElement && offer(target), { capture: true, signal });
    });
  };
}
