/** The place is kept: from the page to the reader, back to the page, and from one day to another; and the page that goes on living. */
import assert from "node:assert/strict";
import { clickControl, inControls, said, tabTo } from "../lib/controls.mjs";
import { article } from "../lib/pages.mjs";
import { close, isOpen, look, openReader, pause, until, waitClosed } from "../lib/reader.mjs";
import { choose, forget, lay, stored } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** @param {number} length */
const numbers = (length) => Array.from({ length }, (_, at) => `<p id="p${at}">Paragraph ${at} tells what the keeper saw on day ${at} of that winter, from the wall, with the lamp behind him and the tide below.</p>`).join("");

const NUMBERS = numbers(60);

/** @param {Driver} browser @param {number} at */
const topOf = (browser, at) => look(browser, `return [...dialog.querySelectorAll("p")].find((each) => each.textContent.startsWith("Paragraph " + args[0] + " "))?.getBoundingClientRect().top ?? null;`, at);

/** @param {Driver} browser @returns {Promise<any[]>} */
const placesKept = async (browser) => (await stored(browser, "places"))?.list ?? [];

/** @param {Driver} browser @param {number} at */
const scrollTo = (browser, at) => look(browser, `[...dialog.querySelectorAll("p")].find((each) => each.textContent.startsWith("Paragraph " + args[0] + " ")).scrollIntoView({ block: "start" });`, at);

/** @param {Driver} browser @param {string} url */
const placeOf = (browser, url) =>
  browser.extension(async (address) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const { placeOf } = await import(api.runtime.getURL("background/places.js"));
    return placeOf(address);
  }, url);

const NEWSLETTER = `<div class="newsletter-signup"><p>Sign up for our newsletter, and get the best of the harbour in your inbox every week.</p><form><input type="email"><button>Sign up</button></form></div>`;

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "place: opens at the paragraph that was being read, under a fixed bar too, and goes back to the one read last",
    async run({ browser, server }) {
      await forget(browser);
      const bar = `<div style="position: fixed; inset: 0 0 auto; height: 90px; background: #fff">The Harbour News</div>`;
      await browser.open(server.page("/place-1", article(bar, NUMBERS)));
      await browser.evaluate(() => document.querySelector("#p20")?.scrollIntoView({ block: "center", behavior: "instant" }));
      const first = await browser.evaluate(() => [...document.querySelectorAll("p[id]")].find((each) => each.getBoundingClientRect().top > 100)?.id ?? "");
      await openReader(browser);
      const here = await topOf(browser, Number(first.slice(1)));
      assert.ok(here > 0 && here < 700, `${first} is at ${here}`);
      await scrollTo(browser, 45);
      await close(browser);
      const back = await until(() => browser.evaluate(() => document.querySelector("#p45")?.getBoundingClientRect().top ?? -1), (top) => top > 60 && top < 500, "the paragraph on the page");
      assert.ok(back >= 60, "not under the bar");
    },
  },
  {
    name: "place: an article is opened again where it was left, and from the beginning by keyboard and by pointer; nothing is kept of the address",
    async run({ browser, server }) {
      await forget(browser);
      const url = server.page("/place-2?q=secret", article("", NUMBERS));
      server.page("/place-2", article("", NUMBERS));
      await browser.open(url);
      await openReader(browser);
      await scrollTo(browser, 30);
      await close(browser);
      const [place] = await until(() => placesKept(browser), (list) => list.length === 1, "the place to be kept");
      assert.doesNotMatch(JSON.stringify(place), /secret|place-2|127\.0/);
      await browser.open("about:blank");
      await browser.open(url);
      await openReader(browser);
      const top = await until(() => topOf(browser, 30), (at) => at > 0 && at < 300, "the paragraph");
      assert.ok(top > 0);
      assert.match(await said(browser), /Continued where you stopped/);
      await browser.press("n");
      await tabTo(browser, "From the beginning");
      await browser.press("Enter");
      await until(() => look(browser, `return dialog.scrollTop;`), (at) => at === 0, "the beginning");
      await look(browser, `dialog.scrollTop = 1500;`);
      await close(browser);
      await until(() => placesKept(browser), ([kept]) => kept !== undefined && kept.text !== place.text, "another place");
      await browser.open("about:blank");
      await browser.open(url);
      await openReader(browser);
      await clickControl(browser, "From the beginning");
      await until(() => look(browser, `return dialog.scrollTop;`), (at) => at === 0, "the beginning, by pointer");
      await close(browser);
    },
  },
  ...[60, 600].map((count) => ({
    name: `place: read on, a part put back and undone: the place is kept all the same, and the page goes there, with ${count} paragraphs`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run({ browser, server }) {
      await forget(browser);
      const url = server.page("/place-4", article("", NEWSLETTER + numbers(count)));
      await browser.open(url);
      await openReader(browser);
      // Until a long text is laid out, its browser moves it as well.
      await pause(1_000);
      await scrollTo(browser, 30);
      await browser.press("r");
      await clickControl(browser, "Put everything back");
      await until(() => look(browser, `return dialog.querySelector(".content").textContent;`), (text) => text.includes("best of the harbour"), "what was removed");
      await browser.press("Escape");
      await browser.press("u");
      await until(() => look(browser, `return dialog.querySelector(".content").textContent;`), (text) => !text.includes("best of the harbour"), "the undoing");
      await close(browser);
      const [place] = await until(() => placesKept(browser), (list) => list.length === 1, "the place to be kept");
      assert.match(place.text, /^Paragraph (?:29|30) /);
      const top = await browser.evaluate(() => document.querySelector("#p30")?.getBoundingClientRect().top ?? -1);
      assert.ok(top >= 0 && top < 500, `the page has it at ${top}`);
    },
  })),
  {
    name: "place: a selection that is read has none, and leaves the article's in peace",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/place-5", article("", NUMBERS)));
      await openReader(browser);
      await scrollTo(browser, 30);
      await close(browser);
      const [place] = await until(() => placesKept(browser), (list) => list.length === 1, "the place to be kept");
      await browser.evaluate(() => getSelection()?.setBaseAndExtent(/** @type {Node} */ (document.querySelector("#p2")), 0, /** @type {Node} */ (document.querySelector("#p20")), 1));
      await openReader(browser);
      // What the page's context menu does.
      await inControls(browser, `void globalThis.clearleaf.tell({ verb: "read", mode: "selection" });`);
      await until(() => said(browser), (text) => text.includes("This is what you selected"), "the selection");
      await look(browser, `dialog.scrollTop = dialog.scrollHeight;`);
      await close(browser);
      // Another place is kept after what would be kept of the selection.
      await browser.open(server.page("/place-6", article("", NUMBERS)));
      await openReader(browser);
      await scrollTo(browser, 20);
      await close(browser);
      const [kept] = await until(() => placesKept(browser), (list) => list.some((/** @type {any} */ { text }) => /^Paragraph (?:19|20) /.test(text)), "the other place");
      assert.deepEqual(kept, place);
    },
  },
  {
    name: "place: on a page that has gone on to another address by script, it is kept for that address",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/place-7", article("", NUMBERS)));
      await browser.evaluate(() => history.pushState(null, "", "/place-7/next"));
      await openReader(browser);
      await scrollTo(browser, 30);
      await close(browser);
      await until(() => placesKept(browser), (list) => list.length === 1, "the place to be kept");
      assert.equal(await placeOf(browser, `${server.origin}/place-7`), null);
      assert.match((await placeOf(browser, `${server.origin}/place-7/next`))?.text, /^Paragraph (?:29|30) /);
    },
  },
  {
    name: "place: once switched off, one that was kept before is not gone to",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/place-8", article("", NUMBERS)));
      await openReader(browser);
      await scrollTo(browser, 30);
      await close(browser);
      await until(() => placesKept(browser), (list) => list.length === 1, "the place to be kept");
      await lay(browser, { sync: { settings: { version: 1, values: { remember: false } } } });
      await browser.open("about:blank");
      await browser.open(`${server.origin}/place-8`);
      await openReader(browser);
      await pause(300);
      assert.equal(await look(browser, `return dialog.scrollTop;`), 0);
      assert.doesNotMatch(await said(browser), /Continued where you stopped/);
      await forget(browser);
    },
  },
  {
    name: "place: not kept when switched off",
    async run({ browser, server }) {
      await choose(browser, { remember: false });
      await browser.open(server.page("/place-3", article("", NUMBERS)));
      await openReader(browser);
      await browser.press("End");
      await look(browser, `dialog.scrollTop = 1500;`);
      await close(browser);
      await pause(200);
      assert.deepEqual(await placesKept(browser), []);
      await forget(browser);
    },
  },
  ...Object.entries({
    "all of it": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The winter</title></head><body><div id="host"><template shadowrootmode="open"><h1>The winter</h1>${NUMBERS}</template></div></body></html>`,
    "its end": article("", `<div id="host"><template shadowrootmode="open">${NUMBERS}</template></div>`),
  }).map(([which, html], at) => ({
    name: `live: paragraphs that are added in an open shadow root are offered, where that holds ${which}`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run({ browser, server }) {
      await browser.open(server.page(`/live-shadow-${at}`, html));
      await openReader(browser);
      await until(() => look(browser, `return dialog.querySelector(".content").textContent.includes("Paragraph 59 tells");`), (there) => there, "the article");
      await pause(600);
      await browser.evaluate(() => {
        const added = document.createElement("p");
        added.textContent = "Just in: the ferry has been seen off the point, a day before anybody had thought to look for it.";
        document.querySelector("#host")?.shadowRoot?.querySelector("#p0")?.before(added);
      });
      await until(() => said(browser), (text) => text.includes("New in this article: Just in: the ferry"), "the offer");
      await close(browser);
    },
  })),
  {
    name: "live: paragraphs that the page adds are offered, and shown without losing the place, by pointer and by keyboard",
    async run({ browser, server }) {
      await browser.open(server.page("/live-1", article("", NUMBERS)));
      await openReader(browser);
      await pause(600);
      await scrollTo(browser, 10);
      /** @type {Record<string, () => Promise<void>>} */
      const ways = {
        second: () => clickControl(browser, "Show"),
        third: () => browser.press("n").then(() => tabTo(browser, "Show")).then(() => browser.press("Enter")),
      };
      for (const [which, show] of Object.entries(ways)) {
        await browser.evaluate((text) => {
          const first = /** @type {Element} */ (document.querySelector("#p0"));
          const added = document.createElement("p");
          added.textContent = text;
          first.before(added);
        }, `Just in: the ${which} ferry has been seen off the point, a day before anybody had thought to look for it.`);
        await until(() => said(browser), (text) => text.includes(`New in this article: Just in: the ${which} ferry`), "the offer");
        const before = await topOf(browser, 10);
        await show();
        await until(() => look(browser, `return dialog.querySelector(".content").textContent.includes("Just in: the " + args[0]);`, which), (there) => there, "the new paragraph");
        const after = await topOf(browser, 10);
        assert.ok(Math.abs(after - before) < 40, `${which}: ${before} → ${after}`);
        // The article is watched again once it stands.
        await pause(600);
      }
      await close(browser);
    },
  },
  {
    name: "live: an application that goes from page to page behind a # is followed like any other, and named on paper",
    async run({ browser, server }) {
      const chapter = `<h1>Chapter ROUTE</h1>${NUMBERS.replaceAll("the keeper", "the keeper of ROUTE")}`;
      const draw = `const draw = () => { document.title = "Chapter " + location.hash.slice(2); document.querySelector("main").innerHTML = ${JSON.stringify(chapter).replaceAll("</", "<\\/")}.replaceAll("ROUTE", location.hash.slice(2)); };
        addEventListener("hashchange", draw); draw();`;
      await browser.open(`${server.page("/live-3", `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The log</title></head><body><main></main><script>${draw}</script></body></html>`)}#/one`);
      await openReader(browser);
      assert.match(await look(browser, `return dialog.querySelector(".printed").textContent;`), /\/live-3#\/one · read on/);
      await browser.evaluate(() => void (location.hash = "#/two"));
      await until(() => said(browser), (text) => /gone on to another address/.test(text), "the offer");
      await clickControl(browser, "Read what is there now");
      await until(() => look(browser, `return dialog?.querySelector("h1")?.textContent ?? "";`), (title) => title === "Chapter two", "the new chapter");
      // What is only a part of the same page is no other.
      await browser.evaluate(() => history.pushState(null, "", "#/two"));
      await browser.evaluate(() => history.back());
      await pause(1_000);
      assert.equal(await isOpen(browser), true);
      await browser.evaluate(() => history.back());
      await waitClosed(browser);
    },
  },
  {
    name: "live: the page goes on to another address: offered by button and key, and closed on the way back",
    async run({ browser, server }) {
      await browser.open(server.page("/live-2", article("", NUMBERS)));
      await openReader(browser);
      /** @param {string} title */
      const goOn = (title) =>
        browser.evaluate((heading) => {
          history.pushState(null, "", "/live-2/next");
          document.title = heading;
          const main = /** @type {Element} */ (document.querySelector("article"));
          main.querySelector("h1")?.replaceChildren(heading);
          for (const paragraph of main.querySelectorAll("p[id]")) paragraph.textContent = (paragraph.textContent ?? "").replace("the keeper", "the captain");
        }, title);
      const titleNow = () => look(browser, `return dialog?.querySelector("h1")?.textContent ?? "";`);
      await goOn("What the captain saw");
      await until(() => said(browser), (text) => /gone on to another address/.test(text), "the offer");
      await browser.press("n");
      await tabTo(browser, "Read what is there now");
      await browser.press("Enter");
      await until(titleNow, (title) => title === "What the captain saw", "the new article");
      await browser.evaluate(() => history.back());
      await waitClosed(browser);
      assert.equal(await isOpen(browser), false);

      await openReader(browser);
      await goOn("What the bosun saw");
      await clickControl(browser, "Read what is there now");
      await until(titleNow, (title) => title === "What the bosun saw", "the new article, by pointer");
      await close(browser);
    },
  },
];
