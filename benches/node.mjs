/**
 * The core as WebAssembly in Node: bytes per second beside the floor, and how much memory a page takes.
 *
 * node benches/node.mjs PAGES-FOLDER FLOOR-FOLDER OUT.json [MOST]
 *
 * FLOOR-FOLDER holds the bare pass of lol_html, built like the core. Both take turns on each page.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, floorFolder, out, most = "500"] = process.argv.slice(2);
if (folder === undefined || floorFolder === undefined || out === undefined) throw new Error("PAGES-FOLDER FLOOR-FOLDER OUT.json");

const TURNS = 5;
const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).sort().slice(0, Number(most))
  .map((name) => ({ name, html: readFileSync(join(folder, name), "utf8") }));

/**
 * A fresh instance: modules are told apart by their address.
 *
 * @param {string} folder
 * @param {string} file
 * @param {string} tag
 */
async function load(folder, file, tag) {
  const path = resolve(folder, file);
  const bound = await import(`${pathToFileURL(path)}?${tag}`);
  const exports = bound.initSync({ module: readFileSync(path.replace(/\.js$/, "_bg.wasm")) });
  return { bound, exports };
}

/** @param {() => unknown} work */
function timed(work) {
  const start = performance.now();
  try {
    work();
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== "no-article") throw error;
  }
  return performance.now() - start;
}

/** @param {number[]} all */
const median = (all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0;

const core = await load("dist/npm", "clearleaf.js", "warm");
const floor = await load(floorFolder, "clearleaf_bench.js", "floor");
const options = { url: "https://example.org/news/story" };
// Both are compiled in tiers: the first pages would be run by the quick compiler.
for (const { html } of pages.slice(0, 40)) {
  timed(() => core.bound.extract(html, options));
  timed(() => floor.bound.floor(html));
}

const rows = [];
for (const { name, html } of pages) {
  const [ours, theirs] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let turn = 0; turn < TURNS; turn += 1) {
    ours.push(timed(() => core.bound.extract(html, options)));
    theirs.push(timed(() => floor.bound.floor(html)));
  }
  const fresh = await load("dist/npm", "clearleaf.js", name);
  const before = fresh.exports.memory.buffer.byteLength;
  timed(() => fresh.bound.extract(html, options));
  const bytes = Buffer.byteLength(html);
  rows.push({ name, bytes, core: median(ours), floor: median(theirs), grown: fresh.exports.memory.buffer.byteLength - before });
}
writeFileSync(out, JSON.stringify({ node: process.version, rows }));
