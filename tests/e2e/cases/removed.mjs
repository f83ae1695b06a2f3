/** What was removed, and why: listed, put back, removed by pointing and by keyboard, undone, kept as a rule; and doubt. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { opensByItself, switchOff, switchOn } from "../lib/always.mjs";
import { clickControl, inControls, openPanel, said, tabTo } from "../lib/controls.mjs";
import { article, links } from "../lib/pages.mjs";
import { clickInArticle, close, closeBoth, isOpen, look, openReader, until } from "../lib/reader.mjs";
import { forget, stored } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

const NEWSLETTER = `<div class="newsletter-signup sc-1x2y3z"><p>Sign up for our newsletter, and get the best of the harbour in your inbox every week.</p>
  <form><input type="email" placeholder="Your address"><button>Sign up</button></form></div>`;
const RELATED = `<aside class="related"><h2>Read more</h2><ul><li><a href="/a">A bridge at last for the mainland</a></li><li><a href="/b">The lamp that never went out</a></li></ul></aside>`;
const TEASER = `<div class="promoBox_wrap__x7Kq2"><p>The harbour festival begins on Friday evening, as it has for forty years, and there is a boat waiting for everyone who comes along. The band plays until the tide turns, and nobody has ever seen it turn on time. Whoever cannot come may send a lantern instead: the children hang them along the sea wall, one for each boat that is out, and on the Sunday after they are given to the museum, where the oldest is from the year of the great frost.</p></div>`;

/** @param {string} [more] */
const page = (more = "") => article("", TEASER + NEWSLETTER + RELATED + more);

/** @param {Driver} browser @returns {Promise<string>} */
const text = (browser) => look(browser, `return dialog?.querySelector(".content")?.textContent ?? "";`);

/** @param {Driver} browser @param {RegExp} wanted @param {boolean} there */
const untilText = (browser, wanted, there) => until(() => text(browser), (now) => wanted.test(now) === there, `${wanted} to be ${there ? "there" : "gone"}`);

/** @param {Driver} browser @returns {Promise<any[]>} the rules that are kept */
const rules = async (browser) => (await stored(browser, "rules"))?.list ?? [];

const SENTENCES = [
  "side of the bay the market had closed early, as it always did before a storm came in.",
  "side the boats lay two deep along the wall, and somebody had tied them with the old knots.",
  "side everybody knew the sound of the bell, and knew better than to ask why it rang.",
  "side nobody had seen the ferry leave, though everybody had heard it, long before dawn.",
  "side it was quiet by noon, and the nets had been hung up to dry in the long sheds.",
];

/** @param {string} about @param {number} times */
const side = (about, times) => SENTENCES.slice(0, times).map((one, at) => `<p>On the ${about} ${one} On the ${about} ${SENTENCES[(at + 2) % 5]}</p>`).join("");

/** @param {number} count */
const offices = (count) => Array.from({ length: count }, (_, at) => `<div class="card"><h3><a href="/${at}">Office number ${at}</a></h3><p>How to get there by boat or on foot, in every season.</p></div>`).join("");

/**
 * A page that could be read in two ways.
 *
 * @param {string} first
 * @param {string} [head]
 */
function twoSides(first, head = "") {
  const more = Array.from({ length: 5 }, (_, at) => `<li><a href="/${at}">Office number ${at}</a></li>`).join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two sides</title>${head}</head><body>
    <div class="hero"><h1>Two sides</h1><p>A bay has two sides, and we serve both.</p><a class="btn" href="/go">Start</a></div>
    ${first}<footer><div class="about"><h3>About</h3>${side("western", 5)}</div><ul>${more}</ul></footer></body></html>`;
}

/** As a publisher says that a page is an article. */
const STATED = `<meta property="og:type" content="article"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Two sides","datePublished":"2026-01-01"}</script>`;

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "removed: listed by reason with first words; one put back, undone, everything put back",
    async run({ browser, server }) {
      await browser.open(server.page("/removed-1", page()));
      await openReader(browser);
      assert.doesNotMatch(await text(browser), /newsletter/);
      await clickControl(browser, "What was removed");
      assert.equal(await openPanel(browser), "What was removed");
      const listed = await inControls(browser, `return all(".removed details").map((each) => [each.querySelector("summary span").textContent, each.querySelector("li span")?.textContent]);`);
      const newsletter = listed.find((/** @type {string[]} */ [name]) => name === "Newsletter boxes");
      assert.match(newsletter?.[1] ?? "", /^Sign up for our newsletter/);
      assert.ok(listed.some((/** @type {string[]} */ [name]) => name === "Links to other articles"));
      await clickControl(browser, "Newsletter boxes");
      await clickControl(browser, "Put back: Sign up for our newsletter");
      await untilText(browser, /Sign up for our newsletter/, true);
      assert.equal(await openPanel(browser), "What was removed", "the panel stays");
      await clickControl(browser, "Undo");
      await untilText(browser, /Sign up for our newsletter/, false);
      await clickControl(browser, "Put everything back");
      await untilText(browser, /Sign up for our newsletter[^]*A bridge at last/, true);
      await closeBoth(browser);
    },
  },
  {
    name: "removed: one put back, and everything, by keyboard; a kind by pointer",
    async run({ browser, server }) {
      await browser.open(server.page("/removed-3", page(RELATED.replaceAll("bridge", "tunnel").replace("Read more", "Also in the news"))));
      await openReader(browser);
      await browser.press("r");
      await tabTo(browser, "Newsletter boxes");
      await browser.press("Enter");
      await tabTo(browser, "Put back: Sign up for our newsletter");
      await browser.press("Enter");
      await untilText(browser, /Sign up for our newsletter/, true);
      await tabTo(browser, "Undo", "Shift+Tab");
      await browser.press("Enter");
      await untilText(browser, /Sign up for our newsletter/, false);
      await clickControl(browser, "Links to other articles");
      await clickControl(browser, "Put all back: Links to other articles");
      await untilText(browser, /A bridge at last[^]*A tunnel at last/, true);
      assert.doesNotMatch(await text(browser), /newsletter/);
      await tabTo(browser, "Put everything back", "Shift+Tab");
      await browser.press("Enter");
      await untilText(browser, /Sign up for our newsletter/, true);
      await closeBoth(browser);
    },
  },
  {
    name: "removed: contents that are open follow when the article is read again, and lead to what is there",
    async run({ browser, server }) {
      await browser.open(server.page("/removed-4", page(`<h2>What came after</h2><p>${"The harbour lay quiet while the crew waited for the tide, and nobody spoke. ".repeat(40)}</p>`)));
      await openReader(browser);
      await browser.press("r");
      await tabTo(browser, "Put everything back");
      await browser.press("Enter");
      await untilText(browser, /A bridge at last/, true);
      await browser.press("Escape");
      await browser.press("o");
      const contents = () => inControls(browser, `return all(".outline button").map((each) => each.textContent).join();`);
      assert.match(await contents(), /Read more/);
      await tabTo(browser, "What came after");
      await browser.press("u");
      await until(contents, (names) => !names.includes("Read more"), "the contents to follow");
      assert.equal(await openPanel(browser), "Contents");
      await clickControl(browser, "What came after");
      await until(() => look(browser, `return dialog.getRootNode().activeElement?.textContent;`), (name) => name === "What came after", "the heading");
      await close(browser);
    },
  },
  {
    name: "removed: a kind put back always on this site: one rule for what is alike, undone in one",
    async run({ browser, server }) {
      await forget(browser);
      const both = page(RELATED.replaceAll("bridge", "tunnel").replace("Read more", "Also in the news"));
      await browser.open(server.page("/kind-1", both));
      await openReader(browser);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Links to other articles");
      const keep = async () => {
        await clickControl(browser, "Put all back: Links to other articles");
        await untilText(browser, /A bridge at last[^]*A tunnel at last/, true);
        await clickControl(browser, "Always do this here");
        await until(() => said(browser), (words) => words.includes("From now on this is put back"), "a word on it");
        return rules(browser);
      };
      assert.equal((await keep()).length, 1);
      await closeBoth(browser);
      await browser.open(server.page("/kind-2", both.replace("A bridge", "A ferry").replace("A tunnel", "A tram")));
      await openReader(browser);
      assert.match(await text(browser), /A ferry at last[^]*A tram at last/);
      await close(browser);
      await forget(browser);
      await browser.open(server.page("/kind-3", both));
      await openReader(browser);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Links to other articles");
      await keep();
      await browser.press("n");
      await browser.press("Enter");
      await until(() => rules(browser), (list) => list.length === 0, "the rule to be gone");
      await close(browser);
    },
  },
  {
    name: "removed: a kind put back, by keyboard",
    async run({ browser, server }) {
      await browser.open(server.page("/removed-2", page(RELATED.replaceAll("bridge", "tunnel").replace("Read more", "Also in the news"))));
      await openReader(browser);
      await browser.press("r");
      await until(() => openPanel(browser), (name) => name === "What was removed", "the panel");
      await tabTo(browser, "Links to other articles");
      await browser.press("Enter");
      await tabTo(browser, "Put all back: Links to other articles");
      await browser.press("Enter");
      await untilText(browser, /A bridge at last[^]*A tunnel at last/, true);
      assert.doesNotMatch(await text(browser), /newsletter/);
      await browser.press("Escape");
      await browser.press("u");
      await untilText(browser, /A bridge at last/, false);
      await close(browser);
    },
  },
  {
    name: "removed: a block taken out by pointing, undone; links do not act meanwhile",
    async run({ browser, server }) {
      await browser.open(server.page("/pick-3", article("", `<p id="linked">A <a href="/elsewhere">link to elsewhere</a> stands in this paragraph about the harbour and its keeper, who kept it.</p>`)));
      await openReader(browser);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Remove by pointing");
      await clickInArticle(browser, 'a[href$="/elsewhere"]');
      await untilText(browser, /link to elsewhere/, false);
      assert.equal(await isOpen(browser), true);
      await clickControl(browser, "Undo");
      await untilText(browser, /link to elsewhere/, true);
      await browser.press("Escape");
      assert.equal(await look(browser, `return dialog.querySelector(".picking") === null;`), true, "Escape ends pointing, not reading");
      await close(browser);
    },
  },
  {
    name: "removed: a block taken out by keyboard, undone",
    async run({ browser, server }) {
      await browser.open(server.page("/pick-4", page()));
      await openReader(browser);
      await browser.press("x");
      await browser.press("ArrowDown");
      await browser.press("ArrowDown");
      assert.match(await look(browser, `return dialog.querySelector(".picked")?.textContent ?? "";`), /^By the time the lighthouse/);
      await browser.press("Enter");
      await until(() => look(browser, `return dialog.querySelector(".content p")?.nextElementSibling?.textContent ?? "";`), (next) => /^Nobody in the village/.test(next), "the block to go");
      await browser.press("Escape");
      await browser.press("u");
      await until(() => look(browser, `return dialog.querySelector(".content p")?.nextElementSibling?.textContent ?? "";`), (next) => /^By the time/.test(next), "the block to be back");
      await close(browser);
    },
  },
  {
    name: "removed: always on this site: a rule by stem and shape holds on other pages and after a new build, and is forgotten",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/rule-5", page()));
      await openReader(browser);
      assert.match(await text(browser), /harbour festival/);
      await browser.press("x");
      await clickInArticle(browser, ".content > p:last-of-type");
      await untilText(browser, /harbour festival/, false);
      await clickControl(browser, "Always do this here");
      const [rule] = await until(() => rules(browser), (list) => list.length === 1, "the rule to be kept");
      assert.equal(JSON.stringify(rule).includes("x7Kq2"), false, "no generated name in it");
      await closeBoth(browser);

      await browser.open(server.page("/rule-2-6", page().replace("promoBox_wrap__x7Kq2", "promoBox_wrap__Zz91a").replace("begins on Friday evening", "ended on Sunday at noon")));
      await openReader(browser);
      assert.doesNotMatch(await text(browser), /harbour festival/);
      await clickControl(browser, "What was removed");
      assert.ok((await inControls(browser, `return all(".removed summary span").map((each) => each.textContent);`)).includes("Removed by you"));
      await clickControl(browser, "Forget the rule");
      await untilText(browser, /harbour festival/, true);
      assert.deepEqual(await rules(browser), []);
      await closeBoth(browser);
    },
  },
  ...Object.entries({
    "styled-components": { before: "sc-bdvvtL jasvOK", after: "sc-gsnTZi kFzAbe", stems: [] },
    "CSS Modules": { before: "promo_box__x7Kq2", after: "promo_box__aBcDe", stems: ["box", "promo"] },
    "another script": { before: "реклама sc-bdvvtL klmoel", after: "реклама sc-gsnTZi ozakem", stems: ["реклама"] },
  }).map(([maker, { before, after, stems }]) => ({
    name: `removed: always on this site holds after a new build, with the names of ${maker}`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run({ browser, server }) {
      await forget(browser);
      const built = (/** @type {string} */ names) => page().replace("promoBox_wrap__x7Kq2", names);
      await browser.open(server.page("/build-1", built(before)));
      await openReader(browser);
      await browser.press("x");
      await clickInArticle(browser, ".content > p:last-of-type");
      await untilText(browser, /harbour festival/, false);
      await clickControl(browser, "Always do this here");
      const [rule] = await until(() => rules(browser), (list) => list.length === 1, "the rule to be kept");
      assert.deepEqual(rule.stems, stems);
      await closeBoth(browser);
      await browser.open(server.page("/build-2", built(after)));
      await openReader(browser);
      assert.doesNotMatch(await text(browser), /harbour festival/);
      await close(browser);
    },
  })),
  {
    name: "removed: in names the extension finds the words that the core finds",
    async run({ browser, server }) {
      const file = readFileSync(new URL("../../clutter/names.txt", import.meta.url), "utf8");
      const rows = (file.split("\n\n")[1] ?? "").trim().split("\n").filter((line) => !line.startsWith("===")).map((line) => line.split(" = "));
      await browser.open(server.page("/names", page()));
      await openReader(browser);
      const found = await inControls(browser, `return args[0].map((name) => { const element = document.createElement("div"); element.className = name; return [name, globalThis.clearleaf.stemsOf(element)]; });`, rows.map(([name]) => name));
      assert.ok(rows.length > 40);
      assert.deepEqual(found, rows.map(([name, words = ""]) => [name, words.split(" ").filter((word) => word !== "").sort()]));
      await close(browser);
    },
  },
  {
    name: "removed: put back always on this site, by pointer; taken out always and the rule forgotten, by keyboard",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/rule-7", page()));
      await openReader(browser);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Newsletter boxes");
      await clickControl(browser, "Put back: Sign up for our newsletter");
      await untilText(browser, /Sign up for our newsletter/, true);
      await clickControl(browser, "Always do this here");
      await until(() => rules(browser), (list) => list.length === 1, "the rule to be kept");
      await closeBoth(browser);
      await browser.open(server.page("/rule-3-8", page().replace("sc-1x2y3z", "sc-9q8w7e")));
      await openReader(browser);
      assert.match(await text(browser), /Sign up for our newsletter/);

      await browser.press("x");
      for (let presses = 0; presses < 40 && !/^The harbour festival/.test(await look(browser, `return dialog.querySelector(".picked")?.textContent ?? "";`)); presses += 1) await browser.press("ArrowDown");
      await browser.press("Enter");
      await untilText(browser, /harbour festival/, false);
      await browser.press("Escape");
      await browser.press("n");
      await tabTo(browser, "Always do this here");
      await browser.press("Enter");
      await until(() => rules(browser), (list) => list.length === 2, "the second rule");
      await close(browser);
      await browser.open(server.page("/rule-3-9", page()));
      await openReader(browser);
      assert.doesNotMatch(await text(browser), /harbour festival/);
      await browser.press("r");
      await tabTo(browser, "Forget the rule: The harbour");
      await browser.press("Enter");
      await untilText(browser, /harbour festival/, true);
      assert.equal((await rules(browser)).length, 1);
      await forget(browser);
      await closeBoth(browser);
    },
  },
  {
    name: "removed: a rule forgotten elsewhere is no longer followed on a page that is open",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/rule-10", page()));
      await openReader(browser);
      await browser.press("x");
      await clickInArticle(browser, ".content > p:last-of-type");
      await clickControl(browser, "Always do this here");
      const [rule] = await until(() => rules(browser), (list) => list.length === 1, "the rule to be kept");
      await closeBoth(browser);
      await openReader(browser);
      assert.doesNotMatch(await text(browser), /harbour festival/);
      await close(browser);
      // As the options do it.
      await browser.extension(async (id) => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { dropRule } = await import(api.runtime.getURL("background/rules.js"));
        await dropRule(id);
      }, rule.id);
      await openReader(browser);
      assert.match(await text(browser), /harbour festival/);
      await close(browser);
    },
  },
  {
    name: "removed: of a selection, put back and taken out again",
    async run({ browser, server }) {
      await browser.open(server.page("/selection-1", page()));
      await browser.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector("article"))));
      await openReader(browser);
      // What the page's context menu does.
      await inControls(browser, `void globalThis.clearleaf.tell({ verb: "read", mode: "selection" });`);
      await until(() => said(browser), (words) => words.includes("This is what you selected"), "the selection");
      assert.doesNotMatch(await text(browser), /newsletter/);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Newsletter boxes");
      await clickControl(browser, "Put back: Sign up for our newsletter");
      await untilText(browser, /Sign up for our newsletter/, true);
      assert.equal(await inControls(browser, `return control("Always do this here");`), null, "a rule is about pages");
      await browser.press("Escape");
      await browser.press("x");
      await clickInArticle(browser, ".content > p:nth-of-type(2)");
      await untilText(browser, /The first paragraph/, false);
      await clickControl(browser, "What was removed");
      await clickControl(browser, "Undo");
      await untilText(browser, /The first paragraph/, true);
      await clickControl(browser, "Undo");
      await untilText(browser, /Sign up for our newsletter/, false);
      await browser.press("Escape");
      assert.equal(await openPanel(browser), null);
      assert.equal(await look(browser, `return dialog.querySelector(".picking");`), null, "what was pointed at is gone");
      await close(browser);
    },
  },
  {
    name: "doubt: what was selected on the page is read, by button and by keyboard",
    async run({ browser, server }) {
      await browser.open(server.page("/contacts-9", links));
      await browser.evaluate(() => {
        const [first, , third] = document.querySelectorAll("li");
        getSelection()?.setBaseAndExtent(/** @type {Node} */ (first), 0, /** @type {Node} */ (third), 1);
      });
      await openReader(browser);
      await clickControl(browser, "Read my selection");
      await untilText(browser, /Harbour office[^]*Lighthouse/, true);
      assert.doesNotMatch(await text(browser), /Bakery/);
      assert.match(await said(browser), /This is what you selected/);
      await tabTo(browser, "Read the page anyway", "Shift+Tab");
      await browser.press("Enter");
      await untilText(browser, /Bakery/, true);
      await close(browser);
    },
  },
  {
    name: "doubt: where what is selected cannot be seen, the article is read, and is not called a selection",
    async run({ browser, server }) {
      await browser.open(server.page("/selected-in-field", article(`<input id="field" value="What is selected in a field is no text of the page.">`)));
      await browser.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#field")).select());
      await openReader(browser);
      // What the page's context menu does.
      await inControls(browser, `globalThis.clearleaf.view.dialog.querySelector("h1").dataset.before = ""; void globalThis.clearleaf.tell({ verb: "read", mode: "selection" });`);
      await until(() => look(browser, `return dialog.querySelector("h1")?.dataset.before ?? null;`), (before) => before === null, "another reading");
      assert.doesNotMatch(await said(browser), /This is what you selected/);
      assert.match(await text(browser), /The last paragraph/);
      await close(browser);
    },
  },
  {
    name: "doubt: what is selected is read from the page's context menu",
    async run({ browser, server }) {
      await browser.open(server.page("/selected", article()));
      if (browser.name === "chromium") {
        await openReader(browser);
        await close(browser);
      }
      await browser.evaluate(() => {
        const [, second, third] = document.querySelectorAll("article p:not(.byline)");
        getSelection()?.setBaseAndExtent(/** @type {Node} */ (second), 0, /** @type {Node} */ (third), 1);
        // The menu opens at 300, 300.
        scrollBy(0, /** @type {Element} */ (second).getBoundingClientRect().top - 290);
        const { top } = /** @type {Element} */ (second).getBoundingClientRect();
        document.body.style.marginTop = `${290 - top}px`;
      });
      await browser.chooseInPage("Read my selection");
      await untilText(browser, /By the time the lighthouse/, true);
      assert.doesNotMatch(await text(browser), /The first paragraph|What they brought/);
      await close(browser);
    },
  },
  {
    name: "doubt: an unsure article says so, and offers the runner-up and the whole page, by pointer and by keyboard",
    async run({ browser, server }) {
      const two = twoSides(`<section><h2>The eastern side</h2>${side("eastern", 3)}</section>${offices(6)}`);
      await browser.open(server.page("/two", two));
      await openReader(browser);
      const view = await inControls(browser, `const { sure, article, second } = globalThis.clearleaf.view.view; return { sure, confidence: article?.confidence, kind: article?.kind, articleness: article?.articleness, second };`);
      assert.ok(!view.sure && view.second !== null && view.confidence !== undefined, `the core has another opinion of this page: ${JSON.stringify(view)}`);
      assert.match(await said(browser), /Clearleaf is not sure that this is the article/);
      const [eastern, western] = [/eastern side the boats/, /western side the boats/];
      assert.match(await text(browser), eastern);
      assert.doesNotMatch(await text(browser), western);
      await clickControl(browser, "Read “");
      await untilText(browser, western, true);
      assert.doesNotMatch(await text(browser), eastern);
      await tabTo(browser, "Back to the article", "Shift+Tab");
      await browser.press("Enter");
      await untilText(browser, eastern, true);
      await tabTo(browser, "Read “", "Shift+Tab");
      await browser.press("Enter");
      await untilText(browser, western, true);
      await clickControl(browser, "Read the page anyway");
      await until(() => said(browser), (words) => words.includes("This is the whole page"), "the whole page");
      await untilText(browser, /eastern side the boats[^]*Office number 5/, true);
      await clickControl(browser, "Back to the article");
      await until(() => said(browser), (words) => words.includes("Clearleaf is not sure"), "the article");
      await close(browser);
    },
  },
  {
    name: "doubt: where the reader is always on, it does not open what the core is not sure of",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      const unsure = twoSides(`<article><h2>The eastern side</h2>${side("eastern", 3)}</article>${offices(2)}`, STATED);
      await browser.open(server.page("/auto/two", unsure));
      assert.equal(await opensByItself(browser), false);
      await openReader(browser);
      const { sure, article: found } = await inControls(browser, `const { sure, article } = globalThis.clearleaf.view.view; return { sure, article };`);
      const { confidence, articleness, kind } = found ?? {};
      assert.ok(!sure && confidence >= 0.2 && articleness >= 0.6 && kind === "article", `the core has another opinion of this page: ${JSON.stringify([confidence, articleness, kind])}`);
      await close(browser);
      await switchOff(browser);
    },
  },
];
