/**
 * The core gives the same article natively and as WASM: compares what `clearleaf batch --serialised` writes with what
 * the npm package answers in Node, field by field.
 *
 *   node tests/parity.mjs PROGRAM FOLDER [PAGES]
 *
 * PROGRAM is the native `clearleaf`, FOLDER holds .html or .html.gz files, of which the first PAGES (default 200) are
 * read. Exits with 1 where a page differs.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";
import { Extractor } from "../dist/npm/node.js";

/** Fields that are 32-bit numbers. */
const LIKELIHOODS = ["confidence", "articleness"];

/** Fed in pieces of this many bytes, natively in one: the result must not tell. */
const PIECE = 7_919;

const [program, folder, limit = "200"] = process.argv.slice(2);
if (program === undefined || folder === undefined) {
  console.error("usage: node tests/parity.mjs PROGRAM FOLDER [PAGES]");
  process.exit(2);
}

const pages = readdirSync(folder).filter((name) => /\.html?(\.gz)?$/.test(name)).sort().slice(0, Number(limit));
const scratch = mkdtempSync(join(tmpdir(), "clearleaf-parity-"));
const results = join(scratch, "native.jsonl");
execFileSync(program, ["batch", "--serialised", "--out", results, ...pages.map((name) => join(folder, name))], { stdio: "ignore" });
const native = new Map(readFileSync(results, "utf8").trim().split("\n").map((line) => {
  const { id, ms, ...article } = JSON.parse(line);
  return [id, article];
}));
rmSync(scratch, { recursive: true });

let different = 0;
for (const name of pages) {
  const raw = readFileSync(join(folder, name));
  const extractor = new Extractor();
  /** @type {Record<string, unknown>} */
  let article;
  try {
    const page = name.endsWith(".gz") ? gunzipSync(raw) : raw;
    for (let at = 0; at < page.length; at += PIECE) extractor.feed(page.subarray(at, at + PIECE));
    article = { ...extractor.finish() };
    // One is written as decimal text, the other handed over as a number: the same 32 bits.
    for (const key of LIKELIHOODS) article[key] = Math.fround(Number(article[key]));
  } catch (error) {
    article = { error: error instanceof Error ? error.message : String(error) };
  }
  const expected = native.get(name.split(".")[0] ?? "") ?? {};
  for (const key of LIKELIHOODS) if (key in expected) expected[key] = Math.fround(expected[key]);
  const fields = Object.keys({ ...expected, ...article }).filter((key) => !isDeepStrictEqual(expected[key], article[key]));
  if (fields.length > 0) {
    different += 1;
    console.log(`${name}: ${fields.join(", ")}`);
  }
}
console.log(`${pages.length - different} passed, ${different} failed`);
process.exit(different > 0 ? 1 : 0);
