/**
 * Keeps the page as it was while the reader is open over it: where it was scrolled, what had the focus, what was
 * playing. Nothing is written into the page's tree; style sheets are adopted, and given back.
 *
 * That the page is inert needs no hand of ours: the reader is a modal dialog.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /**
   * Elements, and pixels either way: from there on to lay the page out anew without its scroll bar would be felt, and the bar stays.
   * So would be what a browser does to make so much inert.
   */
  const MANY = 20_000;
  const FAR = 100_000;

  /** Elements that a browser makes inert in some milliseconds. */
  const SOME = 5_000;

  const holdsMany = () => document.getElementsByTagName("*").length > MANY;

  function isLarge() {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return Math.max(scrollHeight, scrollWidth) > FAR || holdsMany();
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

  /**
   * What a large page does while it is under the reader: nothing. A browser styles each of its elements anew when a modal dialog makes
   * them inert, and again when that goes; of what it does not render it puts that off. The page keeps its size, and so its place.
   *
   * To the page it looks as if all of it had been scrolled out of sight; a page that takes out what is not in sight has not many
   * elements.
   *
   * @param {string} opening
   */
  function rest(opening) {
    const { body, documentElement } = document;
    if (!holdsMany() || body === null) return null;
    const { top, width } = shared.of.getBoundingClientRect(body);
    // Not as high as the body is: that may be as high as the window, with a page that overflows it.
    return shared.sheet(shared.style.resting(opening, width, documentElement.scrollHeight - (top + scrollY)));
  }

  /** @param {CSSStyleSheet} sheet once for each time that it may have been adopted: a page sets back a list that it has kept */
  function takeBack(sheet) {
    const sheets = document.adoptedStyleSheets;
    for (let place = sheets.indexOf(sheet); place >= 0; place = sheets.indexOf(sheet)) sheets.splice(place, 1);
  }

  shared.freeze = () => {
    const left = window.scrollX;
    const top = window.scrollY;
    const focus = focused();
    const playing = pauseMedia();
    const opening = String(Math.random()).slice(2);
    const resting = rest(opening);
    const sheet = shared.sheet(!isLarge() ? shared.style.still + shared.style.page : shared.style.page);
    document.adoptedStyleSheets.push(sheet);
    if (resting !== null) document.adoptedStyleSheets.push(resting);
    let [isThawed, awake] = [false, 0];

    return {
      opening,
      atRest: resting !== null,
      isFelt: document.getElementsByTagName("*").length > SOME,
      wake() {
        if (resting === null || isThawed) return () => {};
        awake += 1;
        takeBack(resting);
        return () => {
          awake -= 1;
          if (awake === 0 && !isThawed) document.adoptedStyleSheets.push(resting);
        };
      },
      thaw(samePage) {
        isThawed = true;
        takeBack(sheet);
        if (resting !== null) takeBack(resting);
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
