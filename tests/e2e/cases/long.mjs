/** Long pages are read, made into nodes and laid out in slices: nobody finds half of one, and who leaves in between leaves nothing. */
import assert from "node:assert/strict";
import { article, longArticle } from "../lib/pages.mjs";
import { close, isOpen, look, openReader, pageState, pause, readText, status, until, waitClosed, WAYS_OUT } from "../lib/reader.mjs";
import { snapshotAndResolve } from "../lib/snapshot.mjs";
import { timeReader } from "../lib/thread.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** Letters: laid out soon after it is shown; not laid out but where it is read. */
const LENGTHS = { chapters: 200_000, library: 2_000_000 };

/** @param {string} text */
const squeezed = (text) => text.replace(/\s+/g, "");

/** Runs in the page: the text of its article without title and byline. */
const ownText = () => [...document.querySelectorAll("article > :is(p:not(.byline), h2)")].map((each) => each.textContent).join(" ");

/** @param {Driver} browser */
const notLaidOut = (browser) => look(browser, `return dialog.querySelectorAll(".stretch:not(.laid)").length;`);

/** @param {Driver} browser @param {number} at */
const topOf = (browser, at) => look(browser, `return [...dialog.querySelectorAll("p")].find((each) => each.textContent.startsWith(args[0] + ". "))?.getBoundingClientRect().top ?? null;`, at);

/** Something of everything that pieces are cut around and within. @param {number} at */
const mixed = (at) => `<h2>Part ${at} of the log</h2><p>On day ${at} the keeper wrote <em>three <b>lines</b></em> &amp; a note: 1 &lt; 2, and so it stood for ${at} days in <a href="/log?a=${at}&amp;b=2" title="a &gt; b">the log</a>.</p>
  <ul><li>rope of day ${at}, <i>wet</i></li><li>lamps<ol start="3"><li>the first of ${at}</li><li>the second of ${at}</li></ol></li></ul>
  <table><caption>Tides of day ${at}</caption><tbody><tr><th>high</th><td>${at} feet and a half</td></tr><tr><th>low</th><td>two feet</td></tr></tbody></table>
  <blockquote><p>What the captain said on day ${at}, before he left the quay.</p><pre>\n\nlet day = ${at};\n  wind();</pre></blockquote>
  <p>It is <math><mfrac><mi>x</mi><mn>${at}</mn></mfrac></math> of a mile to the wall, said the pilot of day ${at}.<br>He did not say more.</p><hr>`;

/**
 * Runs in an extension page: what the core writes of a page is made into nodes in one go and in pieces, in the tab in front.
 *
 * @param {string} html
 */
async function renderTwice(html) {
  const api = /** @type {any} */ (globalThis).browser ?? chrome;
  const [tab] = await api.tabs.query({ active: true });
  const inExtension = "/background/core.js";
  const { read } = await import(inExtension);
  const { article } = await read({ html, url: "http://example.org/" }, "page");
  const compare = (/** @type {string} */ content) => {
    const shared = /** @type {any} */ (globalThis).clearleaf;
    const { render } = shared;
    const lengths = /** @type {number[]} */ ([]);
    const whole = document.createElement("div");
    render(whole, content);
    shared.render = (/** @type {HTMLElement} */ into, /** @type {string} */ piece) => (lengths.push(piece.length), render(into, piece));
    const joined = document.createElement("div");
    const { removed } = shared.atOnce(shared.renderInPieces(joined, content));
    shared.render = render;
    const same = joined.innerHTML === content && whole.innerHTML === content;
    joined.normalize();
    return { same, equal: joined.isEqualNode(whole), removed, pieces: lengths.length, longest: Math.max(...lengths), length: content.length };
  };
  const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: compare, args: [article.content] });
  return result;
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  ...Object.entries(LENGTHS).map(([name, letters]) => ({
    name: `long: ${name}, ${letters} letters: every letter is there with the first screen, and the page is as it was`,
    async run(/** @type {import("../lib/suite.mjs").World} */ { browser, server }) {
      await browser.open(server.page(`/${name}`, longArticle(letters)));
      const own = squeezed(await browser.evaluate(ownText));
      const before = await pageState(browser);
      await openReader(browser);
      assert.ok(squeezed((await readText(browser)).content ?? "") === own, "the text is another");
      assert.equal((await status(browser)).removedBySecondLayer, 0);
      // Nothing stands around the text that was not there, once it is laid out.
      if (letters < 1_000_000) await until(() => notLaidOut(browser), (left) => left === 0, "all of it to be laid out");
      else assert.ok((await notLaidOut(browser)) > 100, "a book is laid out where it is read");
      await close(browser);
      assert.deepEqual(await pageState(browser), before);
    },
  })),
  {
    name: "long: 200 KB of text take no more than eight times as long to open as an article of a page",
    async run({ browser, server }) {
      // Beside each other, so that a busy machine slows both.
      const urls = [server.page("/short-timed", article()), server.page("/long-timed", longArticle(200_000))];
      /** @type {number[][]} */
      const took = urls.map(() => []);
      for (let run = 0; run < 4; run += 1) {
        for (const [at, url] of urls.entries()) {
          await browser.open(url);
          await pause(250);
          const { times } = await timeReader(browser);
          // The first opening in the life of a browser loads and compiles.
          if (run > 0) took[at]?.push(times.painted - times.clicked);
        }
      }
      const [short, long] = took.map((runs) => Math.min(...runs));
      console.log(`      ${short?.toFixed(0)} and ${long?.toFixed(0)} ms`);
      assert.ok(short && long && long <= short * 8, `${short} and ${long} ms`);
    },
  },
  {
    name: "long: made into nodes piece by piece it is the same as in one go",
    async run({ browser, server }) {
      await browser.open(server.page("/pieces", article()));
      await openReader(browser);
      const shapes = {
        mixed: article("", Array.from({ length: 900 }, (_, at) => mixed(at)).join("")),
        wrapped: article("", `<section><div><h2>All</h2>${Array.from({ length: 900 }, (_, at) => mixed(at)).join("")}</div></section><p>The last line of it.</p>`),
        lines: article("", `<pre>\n\n${Array.from({ length: 60_000 }, (_, at) => `${at} &lt;&amp;&gt;\n`).join("")}</pre>`),
        letters: article("", `<p>${"漢𠮷&amp;".repeat(150_000)}</p>`),
      };
      for (const [name, html] of Object.entries(shapes)) {
        const { same, equal, removed, pieces, longest, length } = await browser.extension(renderTwice, html);
        console.log(`      ${name}: ${length} letters in ${pieces} pieces`);
        assert.deepEqual([same, equal, removed], [true, true, 0], name);
        assert.ok(pieces > 2 && longest < length / 2, `${name}: ${pieces} pieces, the longest of ${longest} letters`);
      }
    },
  },
  {
    name: "long: opens at the paragraph that was being read, and it stays there while the rest is laid out",
    async run({ browser, server }) {
      await browser.open(server.page("/long-place", longArticle(200_000)));
      await browser.evaluate(() => [...document.querySelectorAll("p")].find((each) => each.textContent.startsWith("250. "))?.scrollIntoView({ block: "start", behavior: "instant" }));
      const before = await pageState(browser);
      await openReader(browser);
      await until(() => notLaidOut(browser), (left) => left === 0, "all of it to be laid out");
      await pause(300);
      const top = await topOf(browser, 250);
      assert.ok(top > 0 && top < 250, `it is at ${top}`);
      await close(browser);
      const moved = (await pageState(browser)).scroll[1] - before.scroll[1];
      // Firefox rounds a place between two pixels either way.
      assert.ok(Math.abs(moved) <= 1, `who has read nothing comes back to where the page was, not ${moved} pixels beside`);
    },
  },
  {
    name: "long: who closes it at once, or goes to another page at any moment, leaves nothing",
    async run({ browser, server }) {
      const url = server.page("/long-left", longArticle(2_000_000));
      const next = server.page("/long-next", article());
      await browser.open(url);
      const before = await pageState(browser);
      await openReader(browser);
      await close(browser);
      assert.deepEqual(await pageState(browser), before);
      for (const ms of [20, 120, 250, 400, 600]) {
        await browser.open(url);
        await browser.clickAction();
        await pause(ms);
        await browser.open(next);
        await pause(500);
        assert.equal(await isOpen(browser), false, `another page, after ${ms} ms`);
        await browser.back();
        await until(() => browser.evaluate(() => location.pathname), (path) => path === "/long-left", "the page");
        await pause(500);
        // A browser that keeps pages as they were left keeps an open reader, too, but nothing that was on its way.
        if (await isOpen(browser)) await WAYS_OUT.Escape(browser);
        await waitClosed(browser);
        assert.equal(await browser.evaluate(() => document.querySelectorAll(":root > [data-clearleaf]").length), 0, `and back, after ${ms} ms`);
      }
      await openReader(browser);
    },
  },
  {
    name: "long: a page that changes while it is read is read as it is at one moment",
    async run({ browser, server }) {
      const lines = Array.from({ length: 12_000 }, (_, at) => `<p>Line ${at} <b>of</b> many.</p>`).join("");
      await browser.open(server.page("/changing", article(`<div id="none" hidden>x</div>`, `<div>${lines}</div><div id="after" hidden>last</div>`)));
      await openReader(browser);
      await close(browser);
      await browser.evaluate(() => {
        const channel = new MessageChannel();
        let changes = 0;
        channel.port1.onmessage = () => {
          /** @type {any} */ (window).changes = changes += 1;
          const host = document.createElement("div");
          host.attachShadow({ mode: "open" }).innerHTML = "<i>in</i> <u hidden>between</u>";
          document.body.prepend(host);
          if (changes % 3 === 0) document.querySelector("article p:nth-of-type(7)")?.remove();
          if (changes < 5_000) setTimeout(() => channel.port2.postMessage(null), 1);
        };
        channel.port2.postMessage(null);
      });
      const from = await browser.evaluate(() => /** @type {any} */ (window).changes);
      const { counted, parsed, hidden } = await browser.extension(snapshotAndResolve);
      const to = await browser.evaluate(() => /** @type {any} */ (window).changes);
      assert.ok(to > from, "it has changed");
      assert.equal(counted, parsed);
      assert.deepEqual(hidden.filter((/** @type {string} */ id) => id !== "u"), ["none", "after"]);
    },
  },
];
