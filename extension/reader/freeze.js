/**
 * Keeps the page as it was while the reader is open over it: where it was scrolled, what had the focus, what was
 * playing. Nothing is written into the page's tree; the one style sheet is adopted, and given back.
 *
 * That the page is inert needs no hand of ours: the reader is a modal dialog.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Elements, and pixels either way: from there on to lay the page out anew without its scroll bar would be felt, and the bar stays. */
  const MANY = 20_000;
  const FAR = 100_000;

  function isLarge() {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return Math.max(scrollHeight, scrollWidth) > FAR || document.getElementsByTagName("*").length > MANY;
  }

  /** The element that has the focus, through open shadow roots. */
  function focused() {
    let element = document.activeElement;
    for (;;) {
      const inner = element === null ? null : (shared.of.shadowRoot(element)?.activeElement ?? null);
      if (inner === null) return element;
      element = inner;
    }
  }

  /** Stops what plays, and remembers it: what was paused before stays paused after. */
  function pauseMedia() {
    const playing = [...document.querySelectorAll("video, audio")].filter(
      (media) => media instanceof HTMLMediaElement && !media.paused && !media.ended,
    );
    for (const media of playing) /** @type {HTMLMediaElement} */ (media).pause();
    return /** @type {HTMLMediaElement[]} */ (playing);
  }

  shared.freeze = () => {
    const left = window.scrollX;
    const top = window.scrollY;
    const focus = focused();
    const playing = pauseMedia();
    const sheet = shared.sheet(isLarge() ? shared.style.page : shared.style.still + shared.style.page);
    document.adoptedStyleSheets.push(sheet);

    return {
      thaw(samePage) {
        const place = document.adoptedStyleSheets.indexOf(sheet);
        if (place >= 0) document.adoptedStyleSheets.splice(place, 1);
        if (samePage) window.scrollTo({ left, top, behavior: "instant" });
        const had = focus !== null && focus !== document.body && shared.of.isConnected(focus);
        if (had && focus instanceof HTMLElement) shared.of.focus(focus, { preventScroll: true });
        else if (had && focus instanceof SVGElement) focus.focus({ preventScroll: true });
        for (const media of playing) {
          // A browser may refuse to play without a gesture on the page; then it stays paused.
          if (media.isConnected) media.play().catch(() => undefined);
        }
      },
    };
  };
}
