/** For everyone: the other ways in, names and contrast by axe, and paper. */
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { violationsIn } from "../lib/axe.mjs";
import { isOpen, look, openReader, pause, SETTLE_MS, until, waitClosed } from "../lib/reader.mjs";
import { article, links } from "./pages.mjs";

/** The page below has a <main> too, but it is inert: for no one but axe are there two. */
const RULES = { "landmark-no-duplicate-main": { enabled: false } };

/** @param {import("../lib/driver").Driver} browser */
const violations = (browser) =>
  violationsIn(browser, "{ include: [[...document.documentElement.children].find((element) => element.shadowRoot)] }", RULES);

/** Every pair of text and ground that the style sheets put together; axe measures no contrast in a modal dialog. */
const PAIRS = [
  ["ink", "paper"], ["quiet", "paper"], ["leaf", "paper"],
  ["ink", "wash"], ["quiet", "wash"], ["leaf", "wash"],
  ["ink", "mark"], ["on-leaf", "leaf"],
];

/**
 * Contrast as WCAG computes it, of the colours as the browser resolves them.
 *
 * @param {import("../lib/driver").Driver} browser
 * @returns {Promise<[string, number][]>}
 */
const contrasts = (browser) =>
  look(
    browser,
    `const luminance = (colour) => {
       const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
       return 0.2126 * r + 0.7152 * g + 0.0722 * b;
     };
     return args[0].map(([text, ground]) => {
       const probe = dialog.appendChild(document.createElement("span"));
       probe.style.cssText = "color: var(--" + text + "); background-color: var(--" + ground + ")";
       const { color, backgroundColor } = getComputedStyle(probe);
       probe.remove();
       const [high, low] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a);
       return [text + " on " + ground, (high + 0.05) / (low + 0.05)];
     });`,
    PAIRS,
  );

const RICH = `
  <h2>What was in the crates</h2><ul><li>Cod, salted</li><li>A <a href="/sewing">sewing machine</a></li></ul>
  <blockquote><p>Nothing is ever as early as it looks, said the keeper when they asked him about that morning.</p></blockquote>
  <figure><img src="/assets/harbour.jpg" alt="The harbour"><figcaption>The harbour at dawn, as it looked from the wall.</figcaption></figure>
  <table><caption>Crates</caption><thead><tr><th>What</th><th>How many</th></tr></thead><tbody><tr><td>Cod</td><td>40</td></tr></tbody></table>
  <pre><code>count(crates) == papers + 1</code></pre><p>Press <kbd>Enter</kbd> for <code>more</code>.</p>`;

/**
 * Pages of a PDF, whether its objects are written plainly or packed.
 *
 * @param {Buffer} pdf
 */
function countPages(pdf) {
  let text = pdf.toString("latin1");
  for (const { index, 0: { length } } of pdf.toString("latin1").matchAll(/stream\r?\n/g)) {
    const start = index + length;
    try {
      text += inflateSync(pdf.subarray(start, pdf.indexOf("endstream", start))).toString("latin1");
    } catch {
      // Not every stream is packed this way.
    }
  }
  return Math.max(...[...text.matchAll(/\/Count (\d+)/g)].map((match) => Number(match[1])), 0);
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  ...(/** @type {const} */ (["light", "dark"]).map((scheme) => ({
    name: `axe finds nothing in the reader, contrast is enough, ${scheme}`,
    async run(/** @type {import("../lib/suite.mjs").World} */ { browser, server }) {
      await browser.colorScheme(scheme);
      await browser.open(server.page("/rich", article("", RICH)));
      await openReader(browser);
      assert.deepEqual(await violations(browser), []);
      const measured = await contrasts(browser);
      assert.deepEqual(measured.filter(([, contrast]) => !(contrast >= 4.5)), []);
      await browser.press("Escape");
      await waitClosed(browser);
      await browser.open(server.page("/links", links));
      await openReader(browser);
      assert.deepEqual(await violations(browser), []);
    },
  }))),
  {
    name: "on paper: the whole article, and nothing of the page",
    async run({ browser, server }) {
      const long = `<p>${"The harbour lay quiet while the crew waited for the tide, and nobody on the quay spoke a word about it. ".repeat(6)}</p>`.repeat(60);
      await browser.open(server.page("/paper", article(`<div style="height: 30000px">A page as long as a quay</div>`, long)));
      await openReader(browser);
      const pages = countPages(await browser.pdf());
      // 39,000 letters are about nine pages; the page below would add thirty, one screen would be one.
      assert.ok(pages >= 6 && pages <= 16, `${pages} pages`);
    },
  },
  {
    name: "the keyboard command opens and closes",
    only: "firefox", // Chromium takes its commands from the window system only.
    async run({ browser, server }) {
      await browser.open(server.page("/command", article()));
      await browser.shortcut?.();
      await until(() => isOpen(browser), (open) => open, "the reader to open");
      await pause(SETTLE_MS);
      await browser.shortcut?.();
      await waitClosed(browser);
    },
  },
  {
    name: "the page's context menu opens",
    only: "firefox", // Chromium's menus are out of reach of any protocol.
    async run({ browser, server }) {
      await browser.open(server.page("/menu", article()));
      await browser.chooseInPage?.();
      await until(() => isOpen(browser), (open) => open, "the reader to open");
    },
  },
  {
    name: "Tab stays between the article and the controls",
    async run({ browser, server }) {
      await browser.open(server.page("/tab", article(`<button id="below">Below</button>`, RICH)));
      await openReader(browser);
      for (let presses = 0; presses < 12; presses += 1) {
        await browser.press("Tab");
        const on = await look(browser, `return document.activeElement?.id ?? "";`);
        assert.notEqual(on, "below");
      }
    },
  },
];
