/**
 * The WASM core, made ready once in the life of the worker and only when a page is to be read.
 */
import init, { extract } from "../core/clearleaf.js";

/** @type {Promise<unknown> | undefined} */
let ready;

/** Starts loading; who extracts later waits for the same load. */
export function warm() {
  ready ??= init({ module_or_path: new URL("../core/clearleaf_bg.wasm", import.meta.url) }).catch((error) => {
    ready = undefined; // Out of memory may pass; do not remember a failure for life.
    throw error;
  });
  return ready;
}

/** Says of the core's errors what the reader can be told. Others are bugs, and go to the console. */
const PROBLEMS = /** @type {const} */ ({ "no-article": "no-article", "too-large": "too-large" });

/**
 * @param {import("../types").Snapshot} snapshot
 * @param {import("../types").Mode} mode
 * @returns {Promise<{ article: import("../types").Article, problem: null } | { article: null, problem: import("../types").Problem }>}
 */
export async function read({ html, url, hints, overrides, tooLarge }, mode) {
  if (tooLarge !== undefined) return { article: null, problem: "too-large" };
  try {
    await warm();
    return { article: extract(html, { url, mode, ...(hints && { hints }), ...(overrides && { overrides }) }), problem: null };
  } catch (error) {
    const code = /** @type {{ code?: unknown }} */ (error)?.code;
    const problem = PROBLEMS[/** @type {keyof typeof PROBLEMS} */ (code)];
    if (problem === undefined) console.error("Clearleaf:", error);
    if (problem === "no-article" && mode === "page") return { article: null, problem: "no-text" };
    return { article: null, problem: problem ?? "failed" };
  }
}
