/**
 * Side by side in one Chromium: this core's whole way against Mozilla Readability's and Defuddle's, page by page.
 *
 * node benches/peers.mjs PAGES-FOLDER OUT.json [MOST]
 *
 * Each page is parsed into a document of its own. Ours: serialise it, send the text to a worker in which the core
 * runs (as it does in the extension's background), take the article, build nodes. Theirs: clone the document (both
 * tear up what they are given), parse, build nodes. The three take turns on each page, so that they share the
 * machine's good and bad moments; the median of three turns counts.
 */
import { createReadStream, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { find } from "../tests/e2e/lib/chromium.mjs";

const [folder, out, most = "500"] = process.argv.slice(2);
if (folder === undefined || out === undefined) throw new Error("usage: node benches/peers.mjs PAGES-FOLDER OUT.json [MOST]");

const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort().slice(0, Number(most));

/** @type {Record<string, [file: string, type: string]>} */
const FILES = {
  "/core.js": ["dist/npm/clearleaf.js", "text/javascript"],
  "/clearleaf_bg.wasm": ["dist/npm/clearleaf_bg.wasm", "application/wasm"],
  "/readability.js": ["node_modules/@mozilla/readability/Readability.js", "text/javascript"],
  "/defuddle.js": ["node_modules/defuddle/dist/index.js", "text/javascript"],
  "/worker.js": ["benches/peers-worker.js", "text/javascript"],
  "/compare.js": ["benches/peers-page.js", "text/javascript"],
};

const server = createServer((request, response) => {
  const path = request.url ?? "/";
  const file = FILES[path];
  if (file !== undefined) {
    response.writeHead(200, { "content-type": file[1] });
    createReadStream(resolve(file[0])).pipe(response);
  } else if (path.startsWith("/pages/")) {
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" });
    response.end(readFileSync(join(folder, names[Number(path.slice("/pages/".length))] ?? "")));
  } else {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end("<!doctype html><title>bench</title><script src=/readability.js></script><script src=/defuddle.js></script><script src=/compare.js></script>");
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

const browser = await chromium.launch({ executablePath: find() ?? undefined, args: ["--no-sandbox", "--headless=new"] });
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  const rows = [];
  for (const [number, name] of names.entries()) {
    const row = await tab.evaluate((number) => /** @type {any} */ (globalThis).compare(number), number);
    rows.push({ name, ...row });
    if (number % 50 === 49) console.error(`${number + 1} of ${names.length} pages`);
  }
  writeFileSync(out, JSON.stringify({ chromium: browser.version(), rows }));
} finally {
  await browser.close();
  server.close();
}
