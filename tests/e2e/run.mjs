/**
 * The extension on one page, for a person to see: `cargo xtask run`.
 *
 * node tests/e2e/run.mjs --browser chromium|firefox --extension DIR [--headless] --out DIR [FILE|URL]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isStill, look, pause, until } from "./lib/reader.mjs";
import { serve } from "./lib/server.mjs";

/** @typedef {import("./lib/driver").Driver} Driver */

const SAMPLE = "seed-news/page.html";

/** A page may never stand still; then it is shown as it is. @param {Driver} browser */
const settled = (browser) => until(() => isStill(browser), (still) => still, "the page to stand still", 5_000).catch(() => undefined);

/** The title and the article, as it stands in the reader's open shadow root; null while that is not open. @param {Driver} browser */
const readerOn = (browser) =>
  look(
    browser,
    `const main = dialog?.open ? dialog.querySelector("main") : null;
     return main && { title: main.querySelector("h1")?.textContent ?? "", article: main.querySelector("article")?.outerHTML ?? null };`,
  );

/** @param {Driver} browser */
async function openReader(browser) {
  await browser.clickAction();
  const reader = await until(() => readerOn(browser), (open) => open !== null, "the reader to open after a click on the toolbar button", 20_000);
  await settled(browser);
  return reader;
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>]/g, (c) => `&#${c.codePointAt(0)};`);

/**
 * @param {Driver} browser
 * @param {string} url
 * @param {string} out
 */
async function show(browser, url, out) {
  await mkdir(out, { recursive: true });
  console.log(`opening ${url}`);
  await browser.open(url);
  await settled(browser);
  await browser.screenshot(join(out, "page.png"));
  const { title, article } = await openReader(browser);
  await browser.screenshot(join(out, "reader.png"));
  console.log(`reader open: ${title}`);
  console.log(`  ${join(out, "page.png")}      the page\n  ${join(out, "reader.png")}    the reader over it`);
  if (article === null) {
    console.log("  no article was found on this page; the reader says so");
    return;
  }
  const document = `<!doctype html>\n<meta charset="utf-8">\n<title>${escape(title)}</title>\n${article}\n`;
  await writeFile(join(out, "article.html"), document);
  console.log(`  ${join(out, "article.html")}  the article's HTML`);
}

/** @param {Driver} browser */
async function untilClosed(browser) {
  console.log("the browser stays open; close its window to end");
  for (;;) {
    await pause(1000);
    const open = await browser.urls().catch(() => []);
    if (open.length === 0) return;
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: "string", default: "chromium" },
    extension: { type: "string", default: "dist/chromium" },
    headless: { type: "boolean", default: false },
    out: { type: "string", default: "out/run" },
  },
});

const [page] = positionals;
const remote = page !== undefined && /^https?:/.test(page);
// Extensions may not run on `file:` addresses without being asked for it, so files come from a server on loopback: ours are
// served whole, because they share their pictures.
const server = await serve(page === undefined || remote ? {} : { root: dirname(resolve(page)) });
const url = remote ? page : `${server.origin}/${page === undefined ? SAMPLE : encodeURIComponent(basename(page))}`;

const { launch } = await import(`./lib/${values.browser}.mjs`);
/** @type {Driver} */
const browser = await launch({ extensionDir: resolve(values.extension), headless: values.headless });
try {
  await show(browser, url, values.out);
  if (!values.headless) await untilClosed(browser);
} finally {
  await browser.close().catch(() => {});
  await server.close();
}
