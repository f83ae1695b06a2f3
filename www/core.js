// The page's end of the worker: one request at a time, answered by a promise.

import { Problem, PROBLEMS } from "./problems.js";

/**
 * @typedef {import("./core/clearleaf.js").Article} Article
 * @typedef {import("./core/clearleaf.js").ExtractOptions} ExtractOptions
 * @typedef {{ article: Article, ms: number, version: string }} Outcome
 */

/** @type {Worker | null} */
let worker = null;

function start() {
  const fresh = new Worker(new URL("./core-worker.js", import.meta.url), { type: "module", name: "clearleaf" });
  // A worker that fails while nobody waits for it is forgotten; the next request tries again and hears why.
  fresh.onerror = stop;
  return fresh;
}

/** Ends the worker, and whatever it is doing, at once. The next request starts a fresh one. */
function stop() {
  worker?.terminate();
  worker = null;
}

/** Loads the core before it is needed, so that the first page does not wait for it. */
export function warmUp() {
  worker ??= start();
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes handed over to the worker, empty afterwards
 * @param {ExtractOptions} options
 * @param {import("./source.js").Reading} reading
 * @returns {Promise<Outcome>}
 */
export function extract(bytes, options, { signal, onProgress }) {
  const total = bytes.length;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const core = (worker ??= start());
    const abort = () => {
      stop();
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });
    core.onmessage = (/** @type {MessageEvent<import("./core-worker.js").Reply>} */ { data }) => {
      if (data.type === "progress") {
        onProgress(data.done, total);
        return;
      }
      signal.removeEventListener("abort", abort);
      if (data.type === "article") {
        resolve(data);
        return;
      }
      // After an error of its own the core is sound; after anything else its memory is not to be trusted.
      const known = data.code in PROBLEMS && data.code !== "crashed";
      if (!known || data.code === "no-core") stop();
      reject(new Problem(known ? /** @type {import("./problems.js").Cause} */ (data.code) : "crashed", data.message));
    };
    // Fires when a module cannot be fetched or parsed: the core's files are not there.
    core.onerror = (event) => {
      signal.removeEventListener("abort", abort);
      stop();
      reject(new Problem("no-core", event.message));
    };
    core.postMessage({ bytes, options }, [bytes.buffer]);
  });
}
