/**
 * The place is kept both ways: the reader opens at the paragraph that was being read on the page, the page comes back at
 * the paragraph that was being read here, and an article that is opened again another day opens where it was left.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Below the toolbar: what begins above this line is behind it. */
  const TOP = 72;

  /** The page has to be scrolled as far as this before its place means anything, in pixels. */
  const SCROLLED = 240;

  /** What was scrolled less than this was only glanced at. */
  const MOVED = 80;

  /** An article read this far has been read; one not read this far has not been begun. */
  const [BEGUN, DONE] = [0.03, 0.96];

  /** @typedef {import("../types").OpenView} OpenView */

  /** Where a reading began: who is no longer there has read on. @type {WeakMap<OpenView, number>} */
  const stood = new WeakMap();

  shared.settling = new WeakSet();

  /** Who had read on before the same text was read anew: where that begins says nothing of them. @type {WeakSet<OpenView>} */
  const readOn = new WeakSet();

  shared.standsAt = (opened) => void stood.set(opened, opened.dialog.scrollTop);


  shared.placeIn = ({ content }) => {
    if (content === null) return null;
    const block = shared.blocks.firstIn(content, TOP);
    return block === null ? null : { text: shared.blocks.textOf(block), top: block.getBoundingClientRect().top };
  };

  /**
   * Whether the page has been read on from where the article begins.
   *
   * @param {HTMLElement} content
   * @returns {import("../types").Work<boolean>}
   */
  function* isPast(content) {
    const [first] = yield* shared.blocks.gather(content);
    const below = first === undefined ? null : yield* shared.blocks.search(shared.pageElements ?? [], shared.blocks.textOf(first));
    return below !== null && shared.of.getBoundingClientRect(below).bottom < 0;
  }

  shared.placeToOpen = function* (content, view) {
    // The page may scroll in a frame of its own; then the window says nothing, and the text in view does.
    const scrolled = scrollY > SCROLLED || document.scrollingElement?.scrollHeight === innerHeight;
    const seen = scrolled ? yield* shared.blocks.inView(content) : null;
    if (seen !== null && (yield* isPast(content))) return { ...seen, text: shared.blocks.textOf(seen.block) };
    // It may have been kept before that was switched off.
    return view.place === null || !view.settings.values.remember ? null : { text: view.place.text, top: TOP + 24, remembered: true };
  };

  shared.goToPlace = (opened, { text, top, block: known, remembered, quiet }) => {
    const { dialog, content } = opened;
    const block = known ?? (content === null ? null : shared.blocks.withText(content, text));
    if (block === null) return;
    // What is not laid out has another height as soon as it is in view, and Firefox then holds on to what is below.
    block.closest(".stretch")?.classList.add("laid");
    dialog.scrollTop += block.getBoundingClientRect().top - Math.max(TOP, top);
    if (block.tabIndex < 0) block.tabIndex = -1;
    if (quiet !== true) block.focus({ preventScroll: true });
    if (remembered !== true) return;
    const act = () => {
      dialog.scrollTop = 0;
      shared.titleOf(opened)?.focus({ preventScroll: true });
    };
    shared.notice(opened, shared.message("resumed"), [{ label: shared.message("fromTheStart"), act }]);
  };

  /** @param {OpenView} opened */
  const hasMoved = (opened) =>
    readOn.has(opened) || (!shared.settling.has(opened) && Math.abs(opened.dialog.scrollTop - (stood.get(opened) ?? 0)) > MOVED);

  /**
   * @param {OpenView} opened
   * @returns {import("../types").Place | null}
   */
  function toRemember({ dialog, content }) {
    const whole = dialog.scrollHeight - dialog.clientHeight;
    const share = whole <= 0 ? 1 : dialog.scrollTop / whole;
    const block = content === null || share < BEGUN || share > DONE ? null : shared.blocks.firstIn(content, TOP);
    // A few letters are enough to find it again, and all that is kept.
    return block === null ? null : { text: shared.blocks.textOf(block).slice(0, 60), share };
  }

  shared.remember = (opened) => {
    // A selection has the address of its page, and not the page's place.
    if (!opened.settings.values.remember || opened.view.article === null || opened.view.mode === "selection") return;
    // Kept again and again, a place would creep towards the beginning.
    if (hasMoved(opened)) void shared.tell({ verb: "place", place: toRemember(opened), at: opened.view.url });
  };

  shared.readsAnew = (opened, keepsPlace) => {
    if (!keepsPlace) {
      shared.remember(opened);
      readOn.delete(opened);
    } else if (hasMoved(opened)) {
      readOn.add(opened);
    }
  };

  shared.aids.place = (opened, signal) => {
    // A page that is closed with the reader open leaves no other moment.
    shared.onLeaving(signal, () => shared.remember(opened));
  };

  shared.wayBack = (opened) => {
    shared.remember(opened);
    const place = hasMoved(opened) ? shared.placeIn(opened) : null;
    const element = place === null ? null : shared.blocks.onPage(place.text);
    return () => {
      if (place === null || element === null || !shared.of.isConnected(element) || !shared.of.checkVisibility(element)) return;
      shared.of.scrollIntoView(element, { block: "start", behavior: "instant" });
      // Below what the page holds at its top, as far down as it was here.
      scrollBy({ top: -Math.max(0, place.top), behavior: "instant" });
    };
  };
}
