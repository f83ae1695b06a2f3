/** A large page rests while the reader is open over it: it is not rendered, and is as it was for whoever asks, and afterwards. */
import assert from "node:assert/strict";
import { clickControl, said } from "../lib/controls.mjs";
import { article, chapters } from "../lib/pages.mjs";
import { close, isOpen, look, openReader, pause, until, waitClosed } from "../lib/reader.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

const NEWSLETTER = `<div class="newsletter-signup"><p>Sign up for our newsletter, and get the best of the harbour in your inbox every week.</p><form><input type="email"><button>Sign up</button></form></div>`;

const LINES = chapters(450_000).replace(/(?<=the |of a )\w+/gi, "<b>$&</b>");

/** More elements than a page has that is laid out anew without being felt. @param {string} [css] */
const large = (css = "") => article("", `${NEWSLETTER}<p hidden>What the page does not show.</p>${LINES}`, { head: `<style>body { margin: 30px; overflow-x: hidden } article { width: 640px } ${css}</style>` });

const LARGE = large();

/** Ways in which pages are as long as they are. @type {Record<string, string>} */
const SHAPES = {
  "as high as its text": "",
  "a body as high as the window": "html, body { height: 100% }",
  "a body as high as the window, and not wider": "html, body { height: 100%; margin: 0 } body { overflow: auto }",
  "text beside the flow": "article { position: absolute; top: 40px }",
  "text at one side": "article { float: left }",
  "a body with an edge and room": "body { padding: 20px 40px 60px; border: 3px solid }",
};

/** Runs in the page. */
function state() {
  const line = [...document.querySelectorAll("p")].find((each) => each.textContent.startsWith("300. "))?.getBoundingClientRect();
  const resting = getComputedStyle(document.body).contentVisibility === "hidden";
  return { resting, scroll: [scrollX, scrollY], size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight], line: line?.top, wide: line?.width, sheets: document.adoptedStyleSheets.length };
}

/** Firefox rounds a place between two pixels either way. @param {any} one @param {any} other */
function assertSame({ line, scroll, ...one }, { line: otherLine, scroll: otherScroll, ...other }) {
  assert.deepEqual(one, other);
  for (const [here, there] of [[line, otherLine], [scroll[0], otherScroll[0]], [scroll[1], otherScroll[1]]]) assert.ok(Math.abs(here - there) <= 1, `${here}, not ${there}`);
}

/** @param {Driver} browser @param {string} words */
const reads = (browser, words) => look(browser, `return dialog.querySelector(".content").textContent.includes(args[0]);`, words);

/** @param {Driver} browser */
async function putBackNewsletter(browser) {
  await clickControl(browser, "What was removed");
  await clickControl(browser, "Newsletter boxes");
  await clickControl(browser, "Put back: Sign up for our newsletter");
  await until(() => reads(browser, "Sign up for our newsletter"), (there) => there, "what was put back");
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  ...Object.entries(SHAPES).map(([shape, css]) => ({
    name: `rest: a large page is not rendered under the reader, keeps its size, and is as it was afterwards: ${shape}`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run({ browser, server }) {
      await browser.open(server.page("/rest-1", large(css)));
      await browser.evaluate(() => [...document.querySelectorAll("p")].find((each) => each.textContent.startsWith("300. "))?.scrollIntoView({ block: "start", behavior: "instant" }));
      const before = await browser.evaluate(state);
      await openReader(browser);
      const under = await browser.evaluate(state);
      assert.equal(under.resting, true);
      assert.deepEqual(under.size, before.size);
      assert.deepEqual(under.scroll, before.scroll);
      await close(browser);
      assertSame(await browser.evaluate(state), before);
    },
  })),
  {
    name: "rest: a page that takes out the reader is rendered at once",
    async run({ browser, server }) {
      await browser.open(server.page("/rest-2", LARGE));
      const before = await browser.evaluate(state);
      await openReader(browser);
      const [resting, after] = await browser.evaluate(() => {
        const isResting = () => getComputedStyle(document.body).contentVisibility === "hidden";
        const was = isResting();
        document.querySelector(":root > [data-clearleaf]")?.remove();
        return [was, isResting()];
      });
      assert.deepEqual([resting, after], [true, false]);
      await until(() => browser.evaluate(state), (now) => now.sheets === before.sheets, "the page's own sheets alone");
      assertSame(await browser.evaluate(state), before);
    },
  },
  {
    name: "rest: a page that opens a dialog of its own is rendered until that is closed",
    async run({ browser, server }) {
      await browser.open(server.page("/rest-4", large("dialog { position: fixed; inset: 0 } ").replace("<article>", `<dialog id="own"><p>Are you still there?</p></dialog><article>`)));
      await openReader(browser);
      await browser.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector("#own")).showModal());
      const isSeen = () => browser.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector("#own")).checkVisibility());
      await until(isSeen, (seen) => seen, "the page's dialog");
      await browser.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector("#own")).close());
      await until(() => browser.evaluate(state), ({ resting }) => resting, "the page to rest again");
      await close(browser);
    },
  },
  {
    name: "rest: extension updated while a page rests: the button brings the page back, which is read anew as it is shown",
    async run({ browser, server }) {
      await browser.open(server.page("/rest-5", LARGE));
      await openReader(browser);
      await browser.reload();
      await browser.clickAction();
      await waitClosed(browser);
      assert.equal((await browser.evaluate(state)).resting, false);
      await openReader(browser);
      await putBackNewsletter(browser);
      assert.equal(await reads(browser, "300. The "), true);
      await browser.press("Escape");
      await close(browser);
    },
  },
  {
    name: "rest: extension updated while a page rests, and Escape pressed: no more than the button is needed",
    async run({ browser, server }) {
      await browser.open(server.page("/rest-6", LARGE));
      await openReader(browser);
      await browser.reload();
      await browser.press("Escape");
      await waitClosed(browser);
      // In Firefox the old script is gone, and with it who would have taken the reader out.
      const isLeft = () => browser.evaluate(() => document.querySelector(":root > [data-clearleaf]") !== null);
      if (await isLeft()) await browser.clickAction();
      await until(isLeft, (left) => !left, "the page to be itself");
      assert.equal((await browser.evaluate(state)).resting, false);
    },
  },
  {
    name: "rest: who leaves while something is put back has left",
    async run({ browser, server }) {
      await browser.open(server.page("/rest-7", LARGE));
      await openReader(browser);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Newsletter boxes");
      await clickControl(browser, "Put back: Sign up for our newsletter");
      await browser.press("Escape");
      await browser.press("Escape");
      await waitClosed(browser);
      await pause(2_500);
      assert.equal(await isOpen(browser), false);
      assert.equal((await browser.evaluate(state)).resting, false);
    },
  },
  {
    name: "rest: what is put back and what is added is read from the page as it is shown, which rests again",
    async run({ browser, server }) {
      await browser.open(server.page("/rest-3", LARGE));
      await openReader(browser);
      await putBackNewsletter(browser);
      assert.equal(await reads(browser, "What the page does not show"), false);
      assert.equal(await reads(browser, "300. The "), true);
      await until(() => browser.evaluate(state), ({ resting }) => resting, "the page to rest again");
      await browser.press("Escape");
      await pause(2_000);
      await browser.evaluate(() => {
        for (const [text, hidden] of [["Just in: the second ferry has been seen off the point, a day before anybody had thought to look for it.", false], ["Kept back: the third ferry has been seen as well, which this page does not show to anybody who looks at it.", true]]) {
          const added = document.createElement("p");
          Object.assign(added, { textContent: text, hidden });
          document.querySelector("article p")?.before(added);
        }
      });
      await until(() => said(browser), (text) => text.includes("New in this article: Just in"), "the offer");
      assert.equal((await browser.evaluate(state)).resting, true);
      await browser.press("n");
      await browser.press("Enter");
      await until(() => reads(browser, "Just in: the second ferry"), (there) => there, "what was added");
      assert.equal(await reads(browser, "Kept back"), false);
      await close(browser);
      assert.equal((await browser.evaluate(state)).resting, false);
    },
  },
];
