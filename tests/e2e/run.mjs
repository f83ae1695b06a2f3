/**
 * The extension on one page, for a person to see: `cargo xtask run`.
 *
 * node tests/e2e/run.mjs --browser chromium|firefox --extension DIR (--headed | --headless) --out DIR [FILE|URL]
 */
import { readFile, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join, normalize, resolve } from "node:path";
import { parseArgs } from "node:util";

/** Served whole, because its pages share their pictures. */
const PAGES = resolve("tests/pages");
const SAMPLE = "seed-news/page.html";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".gif": "image/gif",
  ".htm": "text/html; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

/** Extensions may not run on `file:` addresses without being asked for it, so files come from a server on loopback. */
async function serve(/** @type {string} */ folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    try {
      const body = await readFile(join(folder, normalize(path)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { at: (/** @type {string} */ path) => `http://127.0.0.1:${port}/${path}`, close: () => server.close() };
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page: the reader's title and article as it stands in its open shadow root, or null while it is not open. */
function readerOnPage() {
  for (const host of document.documentElement.children) {
    const main = host.shadowRoot?.querySelector("dialog[open] main");
    if (main) return { title: main.querySelector("h1")?.textContent ?? "", article: main.querySelector("article")?.outerHTML ?? null };
  }
  return null;
}

/** Runs in the page: whether it stands still, its pictures there and nothing fading in. */
function settled() {
  const shadows = Array.from(document.documentElement.children, (child) => child.shadowRoot).filter((root) => root !== null);
  return [document, ...shadows].every((root) => {
    const arrived = [...root.querySelectorAll("img")].every((image) => image.complete || image.loading === "lazy");
    return arrived && root.getAnimations().every((animation) => animation.playState !== "running");
  });
}

/**
 * @param {() => Promise<any>} ask
 * @param {number} seconds
 */
async function waitFor(ask, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(100)) {
    const answer = await ask();
    if (answer) return answer;
  }
  return null;
}

/** @param {import("./lib/driver").Driver} browser */
async function openReader(browser) {
  await browser.clickAction();
  const reader = await waitFor(() => browser.evaluate(readerOnPage), 20);
  if (reader === null) throw new Error("the toolbar button was clicked, but no reader opened within 20 s");
  await waitFor(() => browser.evaluate(settled), 5);
  return reader;
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>]/g, (c) => `&#${c.codePointAt(0)};`);

/**
 * @param {import("./lib/driver").Driver} browser
 * @param {string} url
 * @param {string} out
 */
async function show(browser, url, out) {
  await mkdir(out, { recursive: true });
  console.log(`opening ${url}`);
  await browser.open(url);
  await waitFor(() => browser.evaluate(settled), 5);
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

/** @param {import("./lib/driver").Driver} browser */
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
    headed: { type: "boolean", default: false },
    headless: { type: "boolean", default: true },
    out: { type: "string", default: "out/run" },
  },
});

const [page] = positionals;
const remote = page !== undefined && /^https?:/.test(page);
const server = await serve(page === undefined || remote ? PAGES : dirname(page));
const url = page === undefined ? server.at(SAMPLE) : remote ? page : server.at(encodeURIComponent(basename(page)));

const { launch } = await import(`./lib/${values.browser}.mjs`);
/** @type {import("./lib/driver").Driver} */
const browser = await launch({ extensionDir: resolve(values.extension), headless: !values.headed });
try {
  await show(browser, url, values.out);
  if (values.headed) await untilClosed(browser);
} finally {
  await browser.close().catch(() => {});
  server.close();
}
