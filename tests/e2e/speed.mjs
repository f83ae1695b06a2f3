/**
 * How fast the reader is: from the click on the button to the article on the screen, for every bundled page and for
 * 200 KB of text; and how smoothly 100,000 words scroll. `node tests/e2e/speed.mjs [unpacked extension]`, Chromium only.
 *
 * The budgets are the ones we promise; a run over them ends with exit code 1.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./lib/chromium.mjs";
import { look, openReader, pause, status, until, waitClosed } from "./lib/reader.mjs";
import { PAGES, serve } from "./lib/server.mjs";
import { article } from "./cases/pages.mjs";

const MEDIAN_MS = 100;
const LONGEST_MS = 300;
const TASK_MS = 50;

/** The first opening in the life of a browser loads and compiles; it is shown, and not counted. */
const RUNS = 3;

const SENTENCE = "The harbour lay quiet while the crew waited for the tide, and nobody on the quay spoke a word about it until the lamp went out. ";

/** @param {number} bytes */
const long = (bytes) => article("", Array.from({ length: Math.ceil(bytes / (SENTENCE.length * 4)) }, (_, at) => `${at % 20 === 0 ? `<h2>Part ${at / 20}</h2>` : ""}<p>${at}. ${SENTENCE.repeat(4)}</p>`).join(""));

const fixtures = readdirSync(PAGES).filter((slug) => {
  const file = join(PAGES, slug, "expect.json");
  return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).article === true;
});

/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/**
 * @param {import("./lib/driver").Driver} browser
 * @param {string} url
 */
async function once(browser, url) {
  await browser.open(url);
  await pause(250);
  await openReader(browser);
  const { times } = await until(() => status(browser), (now) => now.times?.painted > 0, "the article on the screen");
  await browser.press("Escape");
  await waitClosed(browser);
  const { clicked, begun, snapped, read, sent, arrived, built, painted } = times;
  return { ask: begun - clicked, snapshot: snapped - begun, core: read - snapped, bring: sent - read, transfer: arrived - sent, nodes: built - arrived, paint: painted - built, all: painted - clicked };
}

/** @typedef {Awaited<ReturnType<typeof once>>} Parts */

/** @param {Parts[]} runs @returns {Parts} each part's median */
const middle = (runs) => /** @type {Parts} */ (Object.fromEntries(Object.keys(/** @type {Parts} */ (runs[0])).map((part) => [part, median(runs.map((run) => run[/** @type {keyof Parts} */ (part)]))])));

/** @param {string} name @param {Parts} parts */
const line = (name, parts) => console.log(`${name.padEnd(18)}${Object.values(parts).map((ms) => ms.toFixed(0).padStart(10)).join("")}`);

const extensionDir = resolve(process.argv[2] ?? fileURLToPath(new URL("../../dist/chromium", import.meta.url)));
const server = await serve();
const browser = await launch({ extensionDir, headless: true, proxyPort: server.port, grants: ["http://127.0.0.1/*"] });
try {
  const cold = await once(browser, `${server.origin}/seed-news/page.html`);
  console.log(`milliseconds${" ".repeat(6)}${Object.keys(cold).map((part) => part.padStart(10)).join("")}`);
  line("(cold)", cold);
  /** @type {Parts[]} */
  const pages = [];
  for (const slug of fixtures) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await once(browser, `${server.origin}/${slug}/page.html`));
    pages.push(middle(runs));
    line(slug, middle(runs));
  }
  const whole = [];
  for (let run = 0; run < RUNS; run += 1) whole.push(await once(browser, server.page("/long", long(200_000))));
  const typical = median(pages.map(({ all }) => all));
  const longest = middle(whole);
  line("200 KB of text", longest);
  console.log(`median page ${typical.toFixed(0)} ms (at most ${MEDIAN_MS}), 200 KB ${longest.all.toFixed(0)} ms (at most ${LONGEST_MS})`);

  await browser.open(server.page("/huge", long(560_000)));
  await openReader(browser);
  const words = await look(browser, `return dialog.querySelector(".content").textContent.split(/\\s+/).length;`);
  await pause(2_500);
  await browser.evaluate(() => {
    /** @type {any} */ (window).tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) /** @type {any} */ (window).tasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
  });
  for (let presses = 0; presses < 60; presses += 1) await browser.press("PageDown");
  await browser.press("End");
  await pause(300);
  await browser.press("Home");
  await pause(300);
  const tasks = /** @type {number[]} */ (await browser.evaluate(() => /** @type {any} */ (window).tasks)).filter((ms) => ms > TASK_MS);
  console.log(`scrolling ${words} words: ${tasks.length} tasks above ${TASK_MS} ms${tasks.length > 0 ? ` (${tasks.join(", ")})` : ""}`);
  process.exitCode = typical > MEDIAN_MS || longest.all > LONGEST_MS || tasks.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.close();
}
