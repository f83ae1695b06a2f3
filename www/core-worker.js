// The core, off the page's own thread, so that a page of fifty megabytes neither freezes this one nor outlives its
// "Cancel" button: cancelling ends the worker.

import init, { Extractor, version } from "./core/clearleaf.js";

/**
 * @typedef {{ bytes: Uint8Array<ArrayBuffer>, options: import("./core/clearleaf.js").ExtractOptions }} Request
 *
 * @typedef {{ type: "progress", done: number }
 *   | { type: "article", article: import("./core/clearleaf.js").Article, ms: number, version: string }
 *   | { type: "failed", code: string, message: string }} Reply
 */

// The cost of one tag that is split over many chunks grows with tag² / chunk, so chunks are large.
const CHUNK = 1024 * 1024;

const page = /** @type {{ postMessage(reply: Reply): void, onmessage: ((event: MessageEvent<Request>) => void) | null }} */ (
  /** @type {unknown} */ (self)
);

const ready = init();

/**
 * @param {Request} request
 * @returns {Reply}
 */
function extract({ bytes, options }) {
  const extractor = new Extractor(options);
  let ms = 0;
  /** @template T @param {() => T} work */
  const timed = (work) => {
    const start = performance.now();
    const outcome = work();
    ms += performance.now() - start;
    return outcome;
  };
  for (let at = 0; at < bytes.length; at += CHUNK) {
    timed(() => extractor.feed(bytes.subarray(at, at + CHUNK)));
    page.postMessage({ type: "progress", done: Math.min(at + CHUNK, bytes.length) });
  }
  const article = timed(() => extractor.finish());
  return { type: "article", article, ms, version: version() };
}

page.onmessage = async ({ data }) => {
  try {
    await ready;
  } catch (error) {
    page.postMessage({ type: "failed", code: "no-core", message: String(error) });
    return;
  }
  try {
    page.postMessage(extract(data));
  } catch (error) {
    const { code, message } = /** @type {{ code?: unknown, message?: unknown }} */ (error);
    page.postMessage({ type: "failed", code: typeof code === "string" ? code : "crashed", message: String(message) });
  }
};
