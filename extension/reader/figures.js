/**
 * Pictures opened large: over everything, with the caption, from one to the next by buttons or arrow keys, at their own
 * size when asked; where that is larger than the window, the arrows move it. On each a button does what a click does, for those
 * who do not point. A picture that is a link has the button beside it, and a click follows the link, unless that leads to a picture.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Smaller ones are signs and portraits, and shown at their size. */
  const WORTH_ENLARGING = 160;

  const [LEFT, RIGHT, CLOSE] = /** @type {const} */ (["M15 5l-7 7 7 7", "M9 5l7 7-7 7", "M6 6l12 12M18 6L6 18"]);

  /** The file's name; one with a colon is a page about the file. */
  const A_PICTURE = /\/[^/:]*\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

  /** An address in a `srcset`, and how large what is there is said to be. */
  const CANDIDATE = /([^\s,]\S*)\s+([\d.]+)[wx](?=[\s,]|$)/g;

  /**
   * What stands for a picture in its place: the link around it, if nothing else is in that.
   *
   * @param {HTMLImageElement} image
   */
  const holderOf = (image) => {
    const link = image.closest("a");
    const alone = link !== null && link.textContent?.trim() === "" && link.querySelectorAll("img, video, audio").length === 1;
    return alone ? link : image;
  };

  /** @param {HTMLImageElement} image */
  const buttonOf = (image) => {
    const button = holderOf(image).nextElementSibling;
    return button instanceof HTMLElement && button.matches(".enlarge") ? button : null;
  };

  /** A film's poster lies under it. @param {HTMLImageElement} image */
  const isPoster = (image) => image.nextElementSibling?.localName === "video";

  /** @param {HTMLImageElement} image */
  const canGrow = (image) => !isPoster(image) && !holderOf(image).parentElement?.closest("a, button, .note, .large") && image.clientWidth >= WORTH_ENLARGING;

  /**
   * Whether a click on it is for us, and not for the link around it.
   *
   * @param {HTMLImageElement} image
   */
  function growsByClick(image) {
    const link = /** @type {HTMLAnchorElement | null} */ (image.closest("a[href]"));
    return canGrow(image) && (link === null || A_PICTURE.test(link.pathname));
  }

  /**
   * The largest of what the article has of a picture.
   *
   * @param {HTMLImageElement} image
   */
  function largestOf(image) {
    let [address, largest] = [image.currentSrc || image.src, 0];
    for (const [, candidate = "", size] of image.srcset.matchAll(CANDIDATE)) {
      if (Number(size) > largest) [address, largest] = [new URL(candidate, document.baseURI).href, Number(size)];
    }
    return address;
  }

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
    caption.ariaLive = "polite"; // What has come up is said.
    const { place: turn, root } = shared.closed("turn");
    let at = images.indexOf(first);

    const show = () => {
      const image = /** @type {HTMLImageElement} */ (images[at]);
      // What has come already, until the better one is there, if it comes.
      picture.src = image.currentSrc || image.src;
      const better = shared.element("img");
      better.referrerPolicy = "no-referrer";
      better.onload = () => images[at] === image && (picture.src = better.src);
      const address = largestOf(image);
      if (address !== picture.src) better.src = address;
      picture.alt = image.alt;
      const words = image.closest("figure")?.querySelector("figcaption");
      caption.textContent = words ? shared.blocks.textOf(words) : image.alt;
      caption.dir = "auto";
      box.classList.remove("whole");
    };
    const close = () => {
      box.remove();
      const image = images[at];
      if (image !== undefined) buttonOf(image)?.focus();
    };
    /** @param {number} by */
    const go = (by) => {
      at = (at + by + images.length) % images.length;
      show();
    };
    const rtl = getComputedStyle(dialog).direction === "rtl" ? -1 : 1;
    const [back, on] = rtl > 0 ? [LEFT, RIGHT] : [RIGHT, LEFT];
    const turns = [
      { label: shared.message("pictureBefore"), icon: back, act: () => go(-1) },
      { label: shared.message("pictureAfter"), icon: on, act: () => go(1) },
    ];
    const buttons = [...(images.length > 1 ? turns : []), { label: shared.message("readArticle"), icon: CLOSE, act: close }].map(shared.button);
    root.append(...buttons);
    /** The focus stays with the picture, as in any dialog. @param {number} by */
    const tab = (by) => {
      const stops = [box, ...buttons];
      const here = root.activeElement === null ? 0 : buttons.indexOf(/** @type {HTMLButtonElement} */ (root.activeElement)) + 1;
      stops[(here + by + stops.length) % stops.length]?.focus();
    };
    /** @type {Record<string, (event: KeyboardEvent) => void>} */
    const keys = {
      Escape: close,
      ArrowRight: () => go(rtl),
      ArrowLeft: () => go(-rtl),
      Enter: () => void box.classList.toggle("whole"),
      Tab: ({ shiftKey }) => tab(shiftKey ? -1 : 1),
    };
    box.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      const presses = event.key === "Enter" && event.target === turn;
      // What is larger than the window the browser moves by the same keys.
      const moves = event.key.startsWith("Arrow") && box.matches(".whole") && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
      if (act === undefined || presses || moves || !event.isTrusted) return;
      event.preventDefault();
      event.stopPropagation();
      act(event);
    });
    box.addEventListener("click", ({ target, isTrusted }) => {
      if (!isTrusted || target === turn) return;
      if (target === picture) box.classList.toggle("whole");
      else close();
    });
    // What is in the window's corner is first for Tab as well.
    box.append(turn, picture, caption);
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
    content.addEventListener("click", (event) => {
      const { target, isTrusted } = event;
      if (!isTrusted || !(target instanceof HTMLImageElement) || !growsByClick(target)) return;
      // Who holds a key down has asked the browser for something else.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      enlarge(target);
    }, { signal });

    let count = 0;
    /** @param {HTMLImageElement} image */
    const offer = (image) => {
      if (!canGrow(image) || buttonOf(image) !== null) return;
      const button = shared.ours(shared.element("button", { className: "enlarge" }));
      button.type = "button";
      button.ariaLabel = image.alt === "" ? shared.message("enlarge") : shared.message("enlargeNamed", image.alt);
      button.title = shared.message("enlarge");
      button.addEventListener("click", ({ isTrusted }) => isTrusted && enlarge(image));
      image.classList.toggle("grows", growsByClick(image));
      // Pictures are as wide as they are, in the middle or not: the button is held by its own. Firmly, for the compatible view.
      const name = `--picture-${(count += 1)}`;
      image.style.setProperty("anchor-name", name, "important");
      button.style.setProperty("position-anchor", name, "important");
      holderOf(image).after(button);
    };
    shared.later(signal, () => {
      for (const image of content.querySelectorAll("img")) if (image.complete) offer(image);
      // Loads do not bubble.
      content.addEventListener("load", ({ target, isTrusted }) => isTrusted && target instanceof HTMLImageElement && offer(target), { capture: true, signal });
    });
  };
}
