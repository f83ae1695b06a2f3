/**
 * With other extensions: what they do to a page they do to the article. Translators and dictionaries walk text nodes,
 * some of them only in the light tree, the better ones in open shadow trees too; here their walks are run as they run.
 */
import assert from "node:assert/strict";
import { look, openReader, until } from "../lib/reader.mjs";
import { choose, forget } from "../lib/settings.mjs";
import { article } from "./pages.mjs";
import { close } from "./settings.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/**
 * Runs in the page, as a translator's content script: replaces every text it finds.
 *
 * @param {boolean} intoShadow
 */
function translate(intoShadow) {
  let changed = 0;
  /** @param {Node} root */
  const walk = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (intoShadow && node.shadowRoot) walk(node.shadowRoot);
      } else if (/harbour/.test(node.nodeValue ?? "") && node.parentElement?.closest("script, style") == null) {
        node.nodeValue = (node.nodeValue ?? "").replaceAll("harbour", "puerto");
        changed += 1;
      }
    }
  };
  walk(document.documentElement);
  return changed;
}

/** Runs in the page, as a dictionary's: the word at a point, the selection. @param {number} x @param {number} y */
function wordAt(x, y) {
  let root = /** @type {Document | ShadowRoot} */ (document);
  for (let at = root.elementFromPoint(x, y); at?.shadowRoot; at = root.elementFromPoint(x, y)) root = at.shadowRoot;
  return root.elementFromPoint(x, y)?.textContent ?? "";
}

/** @param {Driver} browser @returns {Promise<string>} */
const shownText = (browser) => look(browser, `return (dialog.querySelector(".content") ?? document.querySelector("[data-clearleaf] .content"))?.textContent ?? "";`);

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "others: a translator that looks into open shadow trees translates the article, and the reader stays whole",
    async run({ browser, server }) {
      await browser.open(server.page("/others-1", article()));
      await openReader(browser);
      assert.match(await shownText(browser), /the ferry left the harbour/);
      assert.ok((await browser.evaluate(translate, true)) > 0);
      assert.match(await shownText(browser), /the ferry left the puerto/);
      assert.match(await look(browser, `const { left, top } = dialog.querySelector(".content p").getBoundingClientRect(); return (${wordAt})(left + 20, top + 12);`), /the ferry left the puerto/);
      await close(browser);
    },
  },
  {
    name: "others: the article is selected and copied as any text",
    async run({ browser, server }) {
      await browser.open(server.page("/others-2", article()));
      await openReader(browser);
      const selected = await look(browser, `
        const paragraph = dialog.querySelector(".content p");
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return (dialog.getRootNode().getSelection?.() ?? getSelection()).toString();`);
      assert.match(selected, /^The first paragraph tells/);
      await close(browser);
    },
  },
  {
    name: "others: a translator that sees only the light tree does not reach the article, but does in the compatible view",
    async run({ browser, server }) {
      await forget(browser);
      const style = "<style>p { color: red !important; font-size: 9px !important; letter-spacing: 9px } article { transform: rotate(20deg) } .content { columns: 4 }</style>";
      await browser.open(server.page("/others-3", article("", "", { head: style })));
      await openReader(browser);
      await browser.evaluate(translate, false);
      assert.doesNotMatch(await shownText(browser), /puerto/, "the reason for the setting");
      const look1 = await look(browser, `const p = dialog.querySelector(".content p"); const { color, fontSize, marginBottom, letterSpacing } = getComputedStyle(p); return [color, fontSize, marginBottom, letterSpacing, Math.round(p.getBoundingClientRect().width)];`);
      await close(browser);

      await choose(browser, { compatible: true });
      await browser.open(server.page("/others-4", article("", "", { head: style })));
      await openReader(browser);
      await browser.evaluate(translate, false);
      assert.match(await until(() => shownText(browser), (text) => text !== "", "the text"), /the ferry left the puerto/);
      const look2 = await browser.evaluate(() => {
        const p = /** @type {Element} */ (document.querySelector("[data-clearleaf] .content p"));
        const { color, fontSize, marginBottom, letterSpacing } = getComputedStyle(p);
        return [color, fontSize, marginBottom, letterSpacing, Math.round(p.getBoundingClientRect().width)];
      });
      assert.deepEqual(look2, look1, "the page's styles do not reach the article");
      await close(browser);
      assert.equal(await browser.evaluate(() => document.querySelector("[data-clearleaf]")), null);
      await forget(browser);
    },
  },
];
