/**
 * On a site that is "always on": says that a page has arrived in front of a person. Everything else is for the
 * background to decide. Not on the way back or forward: who goes back wants the page as it was left.
 *
 * It says so as soon as the document is there, so that the page is seen no longer than needed; and once more, and not
 * again, when all has loaded, for pages that write their text by script.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("./types").ReaderNamespace} */ ({}));
  const api = /** @type {typeof chrome} */ (globalThis.browser ?? chrome);

  const cameBack = () => {
    const [navigation] = performance.getEntriesByType("navigation");
    return navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward";
  };

  /** @param {boolean} again */
  const tell = (again) => /** @type {Promise<unknown>} */ (api.runtime.sendMessage({ verb: "arrived", again })).catch(() => null);

  const loaded = () =>
    new Promise((resolve) => {
      if (document.readyState === "complete") resolve(undefined);
      else addEventListener("load", resolve, { once: true });
    });

  const arrive = async () => {
    const early = document.readyState !== "complete";
    const opened = await tell(false);
    if (opened === true || !early) return;
    await loaded();
    // Who has read or closed the reader meanwhile has decided.
    if (shared.view === undefined) await tell(true);
  };

  if (shared.arrived !== true && !cameBack()) {
    shared.arrived = true;
    // A page fetched ahead of its time has not arrived yet.
    if ("prerendering" in document && document.prerendering) document.addEventListener("prerenderingchange", () => void arrive(), { once: true });
    else void arrive();
  }
}
