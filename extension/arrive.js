/**
 * On a site that is "always on": says that a page has arrived in front of a person. Everything else is for the
 * background to decide. Not on the way back or forward: who goes back wants the page as it was left.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("./types").ReaderNamespace} */ ({}));
  const api = /** @type {typeof chrome} */ (globalThis.browser ?? chrome);

  const cameBack = () => {
    const [navigation] = performance.getEntriesByType("navigation");
    return navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward";
  };

  const tell = () => void api.runtime.sendMessage({ verb: "arrived" }).catch(() => undefined);

  if (shared.arrived !== true && !cameBack()) {
    shared.arrived = true;
    // A page fetched ahead of its time has not arrived yet.
    if ("prerendering" in document && document.prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
    else tell();
  }
}
