/**
 * Removing by pointing: the block under the pointer is framed, and a click takes it out. By keyboard the frame goes from
 * block to block, wider and narrower, and Enter takes out what is in it. Escape ends it.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, figure, img, blockquote, aside, section, div, pre, table, details, address, hr, video, audio, header, footer, math[display=block]";

  shared.pick = (opened) => {
    const { content, dialog } = opened;
    if (content === null) return;
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, opened.aided.signal]);
    /** @type {HTMLElement | null} */
    let picked = null;

    /** @param {Element | null | undefined} element @returns {HTMLElement | null} */
    const blockOf = (element) => {
      const block = element?.closest(BLOCKS);
      return block instanceof HTMLElement && block !== content && content.contains(block) ? block : null;
    };
    const all = () => [.../** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(BLOCKS))].filter((block) => block.parentElement?.matches(".content, .stretch") || shared.blocks.textOf(block) !== "" || block.matches("img, figure"));

    /** @param {HTMLElement | null} block @param {boolean} [spoken] */
    const frame = (block, spoken = false) => {
      picked?.classList.remove("picked");
      picked = block;
      block?.classList.add("picked");
      if (!spoken || block === null) return;
      block.scrollIntoView({ block: "nearest" });
      opened.toolbar.announce(shared.blocks.textOf(block).slice(0, 120) || shared.message("pictureAlone"));
    };

    /** @param {number} by */
    const go = (by) => {
      const tops = [.../** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(":scope > :not(.stretch), :scope > .stretch > *"))];
      const blocks = picked === null || tops.includes(picked) ? tops : all();
      const at = picked === null ? -1 : blocks.indexOf(picked);
      if (at < 0) frame(shared.blocks.firstBelow(tops, 80) ?? tops[0] ?? null, true);
      else frame(blocks[Math.min(blocks.length - 1, Math.max(0, at + by))] ?? null, true);
    };

    const take = () => {
      if (picked === null) return;
      const block = picked;
      const next = /** @type {HTMLElement | null} */ (block.nextElementSibling ?? block.previousElementSibling ?? block.parentElement);
      frame(null);
      shared.removeBlock(opened, block);
      frame(next?.matches(".content, .stretch") === true ? null : next);
    };

    const end = () => {
      frame(null);
      content.classList.remove("picking");
      ended.abort();
      if (shared.endPick === end) shared.endPick = null;
      away();
      opened.toolbar.announce(shared.message("pickEnded"));
    };

    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => go(1),
      ArrowUp: () => go(-1),
      ArrowLeft: () => frame(blockOf(picked?.parentElement) ?? picked, true),
      ArrowRight: () => frame(picked?.querySelector(BLOCKS) ?? picked, true),
      Enter: take,
      Delete: take,
      Backspace: take,
    };
    shared.endPick?.();
    shared.endPick = end;
    content.classList.add("picking");
    // Browsers also say so when the text moves under a pointer that rests.
    let rests = "";
    content.addEventListener("pointermove", ({ target, screenX, screenY, isTrusted }) => {
      if (!isTrusted) return;
      const at = `${screenX} ${screenY}`;
      if (rests !== "" && rests !== at) frame(blockOf(target instanceof Element ? target : null));
      rests = at;
    }, { signal });
    // Before links and pictures do what a click does to them.
    content.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.isTrusted) return;
      frame(blockOf(event.target instanceof Element ? event.target : null));
      take();
    }, { capture: true, signal });
    dialog.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (act === undefined || !event.isTrusted || event.target !== dialog && !content.contains(/** @type {Node} */ (event.target))) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }, { capture: true, signal });
    const away = shared.notice(opened, shared.message("picking"), [{ label: shared.message("done"), act: end }]);
    dialog.focus({ preventScroll: true });
  };

  shared.tools.pick = (opened) =>
    opened.view.article === null ? null : { label: shared.message("pick"), key: "x", act: () => (shared.endPick ? shared.endPick() : shared.pick(opened)) };
}
