/**
 * Aids to reading: each is told when an article has been shown, and gives back what undoes it. What can wait until the
 * article is on the screen waits.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.aids ??= {};

  shared.aid = (opened) => {
    opened.aided = new AbortController();
    for (const aid of Object.values(shared.aids)) aid(opened, opened.aided.signal);
  };

  // A page that goes into the back/forward cache takes what it says then with it, in Chromium: it is said before, and where
  // nothing was asked before, then.
  shared.onLeaving = (signal, work) => {
    addEventListener("beforeunload", ({ isTrusted }) => isTrusted && work(), { signal });
    addEventListener("pagehide", ({ isTrusted }) => isTrusted && work(), { signal });
  };

  shared.later = (signal, work) => {
    requestAnimationFrame(() => setTimeout(() => signal.aborted || work()));
  };

  shared.onScroll = ({ dialog }, signal, work) => {
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        if (!signal.aborted) work();
      });
    };
    dialog.addEventListener("scroll", soon, { passive: true, signal });
    addEventListener("resize", soon, { passive: true, signal });
  };
}
