/**
 * With other extensions: what they do to a page they do to the article. Translators and dictionaries walk text nodes,
 * some of them only in the light tree, the better ones in open shadow trees too; here their walks are run as they run.
 */
import assert from "node:assert/strict";
import { article } from "../lib/pages.mjs";
import { countPages } from "../lib/paper.mjs";
import { close, look, openReader, until } from "../lib/reader.mjs";
import { choose, forget } from "../lib/storage.mjs";

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
    name: "others: the article is selected by the mouse and copied by the keyboard as any text",
    async run({ browser, server }) {
      await browser.open(server.page("/others-2", article(`<textarea></textarea>`)));
      await openReader(browser);
      const [left, top, right] = await look(browser, `const line = document.createRange(); line.selectNodeContents(dialog.querySelector(".content p")); const [first] = line.getClientRects(); return [first.left, first.top + first.height / 2, first.right];`);
      await browser.drag([left + 1, top], [right - 1, top]);
      await browser.press("ControlOrMeta+c");
      await close(browser);
      await browser.evaluate(() => document.querySelector("textarea")?.focus());
      await browser.press("ControlOrMeta+v");
      const pasted = await until(() => browser.evaluate(() => document.querySelector("textarea")?.value ?? ""), (text) => text !== "", "the text");
      assert.match(pasted, /^The first paragraph tells how the ferry left the harbour/);
      assert.ok(pasted.length < 120, `one line, not ${pasted}`);
    },
  },
  {
    name: "others: the browser finds text in the article, and not below it",
    async run({ browser, server }) {
      await browser.open(server.page("/others-5", article("<aside class='newsletter'><p>Subscribe to the quayside gazette by mail</p></aside>")));
      await openReader(browser);
      if (browser.findInPage !== undefined) {
        assert.equal(await browser.findInPage("lighthouse keeper saw the lamp"), true);
        assert.equal(await browser.findInPage("quayside gazette"), false);
      } else {
        const found = (/** @type {string} */ text) => look(browser, `getSelection().removeAllRanges(); return [window.find(args[0]), getSelection().toString(), dialog.contains(dialog.getRootNode().getSelection().anchorNode)];`, text);
        assert.deepEqual(await found("lighthouse keeper saw the lamp"), [true, "lighthouse keeper saw the lamp", true]);
        assert.equal((await found("quayside gazette"))[0], false);
      }
      await close(browser);
    },
  },
  {
    name: "others: in the compatible view one's own style rules do the same, however they are put together, and all is printed",
    async run({ browser, server }) {
      const css = `.content { & p { color: rgb(1, 2, 3); @media all { text-indent: 7px } } @supports (color: red) { letter-spacing: 3px } }
        @layer mine { .content p { word-spacing: 5px } } @container (min-width: 1px) { .content p { font-style: italic } } @supports (display: grid) { .content p { text-align: end } }
        .page { container-type: inline-size }
        @scope (.content, aside) to (.inner) { p { text-transform: uppercase } :scope > p { font-variant-caps: small-caps } line-break: anywhere; @media all { p { tab-size: 3 } } }`;
      const read = `const p = (dialog.querySelector(".content p") ?? document.querySelector("[data-clearleaf] .content p"));
        const { color, textIndent, letterSpacing, wordSpacing, fontStyle, textAlign, textTransform, fontVariantCaps, lineBreak, tabSize } = getComputedStyle(p);
        return [color, textIndent, letterSpacing, wordSpacing, fontStyle, textAlign, textTransform, fontVariantCaps, lineBreak, tabSize];`;
      const long = Array.from({ length: 60 }, (_, at) => `<p>Watch ${at + 1}. ${"The harbour lay quiet while the crew waited for the tide, and nobody on the quay spoke a word about it. ".repeat(6)}</p>`).join("");
      try {
        for (const compatible of [false, true]) {
          await choose(browser, { compatible, css });
          await browser.open(server.page(`/others-own-${compatible}`, article(`<div style="height: 30000px">A page as long as a quay</div>`, long)));
          await openReader(browser);
          assert.deepEqual(await look(browser, read), ["rgb(1, 2, 3)", "7px", "3px", "5px", "italic", "end", "uppercase", "small-caps", "anywhere", "3"], `compatible: ${compatible}`);
          await close(browser);
        }
        await choose(browser, { compatible: true });
        await browser.open(`${server.origin}/others-own-true`);
        await openReader(browser);
        const pages = countPages(await browser.pdf());
        assert.ok(pages >= 6 && pages <= 16, `${pages} pages`);
        await close(browser);
      } finally {
        await forget(browser);
      }
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
