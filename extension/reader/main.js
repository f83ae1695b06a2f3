/** Listens for the background; the last of the reader's files. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const api = /** @type {typeof chrome} */ (globalThis.browser ?? chrome);

  /** @returns {import("../types").Status} */
  const status = () => ({
    open: shared.view != null,
    removedBySecondLayer: shared.view?.removed ?? 0,
    usedSetHtml: shared.view?.usedSetHtml ?? false,
    readsBack: shared.view?.same ?? true,
    times: shared.view == null ? null : { ...shared.view.view.times, ...shared.view.times },
  });

  /** What has come of an article that comes in parts. */
  let parts = "";

  /** @param {Extract<import("../types").ToPage, { verb: "show" }>} message */
  function whole({ view, from }) {
    const before = parts;
    parts = "";
    if (before.length !== from) throw new Error("a part of the article is missing");
    return view.article === null || from === 0 ? view : { ...view, article: { ...view.article, content: before + view.article.content } };
  }

  /** @param {Extract<import("../types").ToPage, { verb: "show" }>} message */
  const show = async (message) => shared.open(whole(message));

  if (shared.listening !== true) {
    shared.listening = true;
    api.runtime.onMessage.addListener((/** @type {import("../types").ToPage} */ message, sender, answer) => {
      // Only the background and the extension's own pages have no tab of a web page behind them.
      if (sender.id !== api.runtime.id || sender.origin?.startsWith("http") === true) return;
      if (message?.verb === "status") answer(status());
      if (message?.verb === "part") {
        // Of two articles that come at once the later one is wanted; of the other there is no whole.
        parts = message.from === parts.length ? parts + message.text : message.from === 0 ? message.text : "";
        answer(true);
      }
      if (message?.verb !== "show") return undefined;
      show(message).then(answer, (error) => {
        console.error("Clearleaf:", error);
        answer(null);
      });
      return true; // The answer comes later.
    });
  }
}
