/**
 * The WebAssembly against the native core: `node tests/same.mjs FILE`, FILE being what
 * `cargo run -p clearleaf-hostile --bin outcomes` prints. Each article must be the same in every field.
 */
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { extract } from "../dist/npm/node.js";

const URL_OF_PAGES = "https://example.org/a/story";

/** A number with a fraction is handed over with three digits. */
const rounded = (/** @type {Record<string, any>} */ article) => ({ ...article, confidence: article.confidence.toFixed(3), articleness: article.articleness.toFixed(3) });

/**
 * @param {string} page
 * @param {"article" | "page" | "second"} mode
 */
function outcome(page, mode) {
  try {
    return rounded(extract(page, { url: URL_OF_PAGES, mode }));
  } catch (error) {
    return /** @type {{ code?: string }} */ (error).code;
  }
}

const [, , file = ""] = process.argv;
let [same, other] = [0, 0];
for await (const line of createInterface({ input: createReadStream(file) })) {
  const { name, page, mode, outcome: native } = JSON.parse(line);
  try {
    assert.deepEqual(outcome(page, mode), typeof native === "string" ? native : rounded(native));
    same += 1;
  } catch (error) {
    other += 1;
    console.log(`FAIL  ${name}, ${mode}: ${error instanceof Error ? error.message : error}`);
  }
}
console.log(`native and WebAssembly: ${same} articles the same, ${other} not`);
process.exitCode = same === 0 || other > 0 ? 1 : 0;
