/** Pages that put their own elements in the place of what scripts ask for, by their names: the reader opens, or says why it does not; and the page is back as it was. */
import assert from "node:assert/strict";
import { article, chapters } from "../lib/pages.mjs";
import { isSaid, pause, SETTLE_MS, status, until } from "../lib/reader.mjs";

const FIELDS = [
  "checkVisibility", "lastElementChild", "previousElementSibling", "children", "childNodes", "firstChild", "localName", "namespaceURI", "ownerDocument", "shadowRoot", "parentElement",
  "getAttribute", "hasAttribute", "getAttributeNames", "attributes", "matches", "closest", "contains", "querySelector", "querySelectorAll", "textContent", "id", "classList",
  "cloneNode", "getHTML", "outerHTML", "getRootNode", "assignedSlot", "getBoundingClientRect", "isConnected", "nodeType", "scrollIntoView", "focus", "clientHeight", "scrollHeight",
];

const DOCUMENT = ["createElement", "documentElement", "URL", "adoptedStyleSheets", "body", "createTreeWalker", "activeElement", "querySelectorAll", "contentType", "implementation"];

/** @param {string[]} names */
const fields = (names) => names.map((name) => `<input name="${name}">`).join("");

/** @type {Record<string, { extra: string, mayRefuse?: true }>} */
const PAGES = {
  // Together they would hide each other: what has no name is not asked if it is shown.
  "a field of each of many forms": { extra: FIELDS.map((name) => `<form tabindex="0"><p>A form with one field</p>${fields([name])}</form>`).join("") },
  "fields of a form around the article": { extra: `<form tabindex="0" class="story">${fields(["checkVisibility", "lastElementChild", "parentElement", "getBoundingClientRect", "isConnected"])}` },
  "fields of a form that cuts its text off": {
    extra: `<form style="max-height: 120px; overflow: hidden">${fields(["children", "clientHeight", "scrollHeight", "getBoundingClientRect", "querySelector", "clientTop"])}${"<p>A line of a form, of which there are more than it shows.</p>".repeat(9)}</form>`,
  },
  "fields of a form that holds the focus, and one within a frame": {
    extra: `<form tabindex="0" id="focused">${fields(["isConnected", "focus", "shadowRoot"])}</form><iframe srcdoc="${`<form>${fields(["hasAttribute", "childNodes", "lastElementChild"])}</form><p>${"A frame with enough in it to be read. ".repeat(12)}</p>`.replaceAll('"', "'")}"></iframe>`,
  },
  "pictures and forms called as properties of the document": { extra: DOCUMENT.map((name, at) => (at % 2 === 0 ? `<img name="${name}" alt="">` : `<form name="${name}"></form>`)).join("") },
  "frames and forms called as what is ours": {
    extra: `<iframe name="clearleaf" srcdoc="<iframe name='view'></iframe>"></iframe><form id="browser">${fields(["runtime", "i18n"])}</form><form id="hljs">${fields(["highlight"])}</form>`,
  },
  "a form called as the namespace, with fields called as our functions": { extra: `<form id="clearleaf">${fields(["view", "open", "snapshot", "taken", "rules", "handOver", "of"])}</form>` },
  "a form called as the browser's interface": { extra: `<form id="chrome">${fields(["runtime", "i18n"])}</form>`, mayRefuse: true },
};

/** As `pageState`, and not to be misled either. @param {import("../lib/driver").Driver} browser */
const state = (browser) =>
  browser.evaluate(() => {
    const of = (/** @type {object} */ prototype, /** @type {string} */ name, /** @type {unknown} */ self) => /** @type {any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get).call(self);
    const root = of(Document.prototype, "documentElement", document);
    return {
      html: root.outerHTML,
      children: root.children.length,
      focus: of(Element.prototype, "outerHTML", of(Document.prototype, "activeElement", document)),
      sheets: of(Document.prototype, "adoptedStyleSheets", document).length,
      scroll: Math.round(scrollY),
    };
  });

const CODE = "<pre><code>def count(crates):\n    return len(crates) + 1\n</code></pre>";

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = Object.entries(PAGES).map(([what, { extra, mayRefuse }]) => ({
  name: `clobbered by ${what}: the reader opens${mayRefuse ? ", or says why not" : ""}, and the page is back as it was`,
  async run({ browser, server }) {
    await browser.open(server.page("/clobbered", article(extra, CODE + chapters(9_000))));
    await browser.evaluate(() => {
      scrollTo({ top: 120, behavior: "instant" });
      const form = Document.prototype.querySelector.call(document, "#focused");
      if (form !== null) HTMLElement.prototype.focus.call(form, { preventScroll: true });
    });
    const before = await state(browser);
    await browser.clickAction();
    const isOpen = async () => (await status(browser).catch(() => null))?.open === true;
    const outcome = await until(async () => ((await isOpen()) ? "opened" : (await isSaid(browser)) ? "said" : null), (known) => known !== null, "the reader, or a word");
    if (!mayRefuse) assert.equal(outcome, "opened");
    if (outcome === "opened") {
      await pause(SETTLE_MS);
      assert.equal((await state(browser)).children, before.children + 1);
      await browser.press("Escape");
      await until(isOpen, (open) => !open, "the reader to close");
    } else {
      console.log("      it is said why not");
    }
    await until(() => state(browser), (now) => now.focus === before.focus && now.scroll === before.scroll, "the page to be as it was", 2_000).catch(() => undefined);
    assert.deepEqual(await state(browser), before);
  },
}));
