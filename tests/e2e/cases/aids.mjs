/** Aids to reading, where pages make it hard: notes with links, pictures that are links, code that cannot be copied, parts that are not there, paper. */
import assert from "node:assert/strict";
import { violationsInReader } from "../lib/axe.mjs";
import { inControls, said, tabTo } from "../lib/controls.mjs";
import { article, filler } from "../lib/pages.mjs";
import { countPages } from "../lib/paper.mjs";
import { clickInArticle, close, closeBoth, isOpen, loadPictures, look, openReader, pause, until } from "../lib/reader.mjs";
import { choose, forget } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** The article, wherever it stands. */
const ARTICLE = `const article = dialog.querySelector("article") ?? document.querySelector("[data-clearleaf] article");`;

/** @param {Driver} browser @param {string} body */
const inArticle = (browser, body) => look(browser, `${ARTICLE} ${body}`);

/** @param {Driver} browser @param {string} selector */
const isThere = (browser, selector) => inArticle(browser, `return article.querySelector(${JSON.stringify(selector)}) !== null;`);

const NOTES = `<p>It was said before.<sup><a href="#note-1" id="ref-1">1</a></sup> And after.</p>${filler(40)}
  <ol><li id="note-1"><p>In the harbour book, on the page for that winter; see <a href="#books">the list of books</a>.</p></li></ol>${filler(20)}
  <h2 id="books">The list of books</h2>${filler(20)}`;

/** @param {Driver} browser */
async function openNote(browser) {
  await inArticle(browser, `article.querySelector("sup a").focus();`);
  await browser.press("Enter");
  await until(() => isThere(browser, ".note:popover-open"), (there) => there, "the note");
}

/** @param {Driver} browser what is said of the picture that is large */
const large = (browser) =>
  look(
    browser,
    `const box = dialog.querySelector(".large:popover-open");
     if (box === null) return null;
     const image = box.querySelector("img");
     const { left, top, right } = image.getBoundingClientRect();
     return { alt: image.alt, file: new URL(image.src).pathname, left, top, right, across: box.scrollLeft, wider: box.scrollWidth - box.clientWidth };`,
  );

/** @param {Driver} browser */
const address = (browser) => browser.evaluate(() => [location.href, history.length]);

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  ...[false, true].map((compatible) => ({
    name: `aids: a link in a note leads to its place, and the page stays; Escape closes the note alone${compatible ? ", in the compatible view" : ""}`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run({ browser, server }) {
      await choose(browser, { compatible });
      try {
        await browser.open(server.page("/aids-notes", article("", NOTES)));
        await openReader(browser);
        const before = await address(browser);
        await openNote(browser);
        const [x = 0, y = 0] = await inArticle(browser, `const { left, top, width, height } = article.querySelector(".note a").getBoundingClientRect(); return [left + width / 2, top + height / 2];`);
        assert.ok(y > 0 && y < 800, `the note is at ${y}`);
        await browser.click(x, y);
        await until(() => inArticle(browser, `return article.querySelector("#cl-books").getBoundingClientRect().top;`), (top) => top >= 0 && top < 700, "the place");
        assert.deepEqual(await address(browser), before);
        await until(() => isThere(browser, ".note"), (there) => !there, "the note to close");
        await openNote(browser);
        await browser.press("Escape");
        await until(() => isThere(browser, ".note"), (there) => !there, "the note to close");
        assert.equal(await isOpen(browser), true, "the reader stays");
        await close(browser);
      } finally {
        await forget(browser);
      }
    },
  })),
  {
    name: "aids: a link to a part that is not here is no link",
    async run({ browser, server }) {
      await browser.open(server.page("/aids-dead", article("", `<p id="whole">There is <a href="#gone">a part that was left out</a> of this, and <a href="#whole">one that was not</a>, as the keeper told it to whoever stayed.</p>${filler(4)}`)));
      await openReader(browser);
      assert.deepEqual(await look(browser, `return [...dialog.querySelectorAll(".content a")].map((each) => each.getAttribute("href"));`), [null, "#cl-whole"]);
      const [gone, here, text] = await look(browser, `return [...dialog.querySelectorAll(".content a"), dialog.querySelector(".content p")].map((each) => getComputedStyle(each).color);`);
      assert.equal(gone, text);
      assert.notEqual(here, text);
      await close(browser);
    },
  },
  {
    name: "aids: a picture wider than the window is all there at its own size, and the arrows move it",
    async run({ browser, server }) {
      await browser.viewport(800, 600);
      await browser.open(server.page("/aids-wide", article("", `${wide("wide-1")}${filler(3)}${wide("wide-2")}${filler(3)}`)));
      server.page("/wide-1.svg", svg(3_000, 2_000));
      server.page("/wide-2.svg", svg(3_000, 2_000));
      await openReader(browser);
      await loadPictures(browser);
      await clickInArticle(browser, "figure img");
      await until(() => large(browser), (box) => box?.alt === "wide-1", "the picture");
      await browser.press("Enter");
      const start = await until(() => large(browser), (box) => box.wider > 1_000, "its own size");
      assert.ok(start.left >= 0, `its left edge is at ${start.left}, and nothing scrolls there`);
      for (let presses = 0; presses < 4; presses += 1) await browser.press("ArrowRight");
      const moved = await until(() => large(browser), (box) => box.across > 40, "the picture to move");
      assert.equal(moved.alt, "wide-1", "it has not been turned");
      await browser.press("Enter");
      await browser.press("ArrowRight");
      await until(() => large(browser), (box) => box?.alt === "wide-2", "the next, in the window's size");
      await closeBoth(browser);
    },
  },
  {
    name: "aids: a picture in a link opens large by its button; by a click where the link leads to a picture, else the link is followed",
    async run({ browser, server }) {
      const next = server.page("/aids-next", article("", "", { title: "The second ferry" }));
      const picture = (/** @type {string} */ name, /** @type {string} */ to) => `<figure><a href="${to}"><img src="/assets/${name}.jpg" alt="${name}"></a></figure>${filler(3)}`;
      const pictures = picture("harbour", "/assets/harbour.jpg") + picture("cable-drum", "/aids-next") + `<p><a href="/aids-next"><img src="/assets/lighthouse.jpg" alt="lighthouse"> The lighthouse was dark that night, as the keeper had said.</a></p>${filler(3)}`;
      await browser.open(server.page("/aids-linked", article("", pictures)));
      await openReader(browser);
      await loadPictures(browser);
      await until(() => look(browser, `return [...dialog.querySelectorAll(".enlarge")].map((each) => each.previousElementSibling.localName + ": " + each.ariaLabel);`), (all) => all.join() === "a: Enlarge picture: harbour,a: Enlarge picture: cable-drum", "buttons beside two links");
      assert.deepEqual(await look(browser, `return [...dialog.querySelectorAll(".content img")].map((each) => getComputedStyle(each).cursor === "zoom-in");`), [true, false, false]);
      await look(browser, `dialog.querySelectorAll(".enlarge")[1].focus();`);
      await browser.press("Enter");
      await until(() => large(browser), (box) => box?.alt === "cable-drum", "the picture, by its button");
      await browser.press("ArrowRight");
      await until(() => large(browser), (box) => box?.alt === "harbour", "the other one of two");
      await browser.press("Escape");
      await until(() => large(browser), (box) => box === null, "the picture to close");
      assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.ariaLabel;`), "Enlarge picture: harbour");
      await clickInArticle(browser, 'img[alt="harbour"]');
      await until(() => large(browser), (box) => box?.alt === "harbour", "the picture, by a click");
      await browser.press("Escape");
      await until(() => large(browser), (box) => box === null, "the picture to close");
      await clickInArticle(browser, 'img[alt="cable-drum"]');
      await until(() => browser.evaluate(() => location.href).catch(() => ""), (href) => href === next, "where the link leads");
    },
  },
  {
    name: "aids: of a picture the largest that the article has is shown large, and nothing else is asked for",
    async run({ browser, server }) {
      for (const [name, width] of [["small", 400], ["middle", 1_400], ["big", 2_400]]) server.page(`/aids-${name}.svg`, svg(Number(width), Number(width) / 2));
      const image = `<figure><img src="/aids-small.svg" srcset="/aids-small.svg 400w, /aids-middle.svg 1400w,/aids-big.svg 2400w" alt="of three sizes" width="400" height="200"></figure>`;
      await browser.open(server.page("/aids-sizes", article("", image + filler(3))));
      await openReader(browser);
      await loadPictures(browser);
      await clickInArticle(browser, "figure img");
      await until(() => large(browser), (box) => box?.file === "/aids-big.svg", "the largest");
      const asked = new Set(server.log.map(({ path }) => path).filter((path) => /aids-(?!sizes)/.test(path)));
      for (const path of asked) assert.match(path, /^\/aids-(?:small|middle|big)\.svg$/);
      await closeBoth(browser);
    },
  },
  {
    name: "aids: two of each that scroll and two that do not: axe finds nothing, only what scrolls is a stop with a name",
    async run({ browser, server }) {
      const code = (/** @type {number} */ letters) => `<pre><code class="language-python">count = "${"x".repeat(letters)}"</code></pre><p>So the keeper wrote it down, in ${letters} letters.</p>`;
      const table = (/** @type {number} */ columns, /** @type {number} */ at) => `<table><thead><tr>${Array.from({ length: columns }, (_, column) => `<th>Heading of column ${column} in ${at}</th>`).join("")}</tr></thead><tbody><tr>${"<td>40</td>".repeat(columns)}</tr><tr>${"<td>41</td>".repeat(columns)}</tr></tbody></table><p>Table ${at} ends here, said the keeper.</p>`;
      await browser.open(server.page("/aids-boxes", article("", code(200) + code(210) + code(5) + code(6) + table(16, 1) + table(17, 2) + table(2, 3) + table(2, 4))));
      await openReader(browser);
      await until(() => isThere(browser, ".hljs-string"), (there) => there, "colours");
      const boxes = () => look(browser, `return [...dialog.querySelectorAll("pre, .wide")].map((each) => [each.role, each.ariaLabel, each.hasAttribute("tabindex")].join());`);
      const [code1, table1, none] = ["group,Code,true", "group,Table,true", ",,false"];
      await until(boxes, (all) => all.join(" ") === [code1, code1, none, none, table1, table1, none, none].join(" "), "the boxes to fit");
      assert.deepEqual(await violationsInReader(browser), []);
      await close(browser);
    },
  },
  {
    name: "aids: what is folded up is printed, and folded up again",
    async run({ browser, server }) {
      const long = Array.from({ length: 60 }, (_, at) => `<p>Watch ${at + 1}. ${"The harbour lay quiet while the crew waited for the tide, and nobody on the quay spoke a word about it. ".repeat(6)}</p>`).join("");
      await browser.open(server.page("/aids-paper", article("", `<details><summary>All the watches of that night</summary>${long}</details><details open><summary>The weather</summary><p>It was calm, and it stayed so until the morning.</p></details>`)));
      await openReader(browser);
      const folds = () => look(browser, `return [...dialog.querySelectorAll("details")].map((each) => each.open);`);
      assert.deepEqual(await folds(), [false, true]);
      const pages = countPages(await browser.pdf());
      assert.ok(pages >= 6 && pages <= 16, `${pages} pages`);
      await until(folds, (open) => open.join() === "false,true", "it to be as it was");
      await close(browser);
    },
  },
  {
    name: "aids: a button that has copied shows it, and is itself again; one that could not says so in sight",
    async run({ browser, server }) {
      await browser.open(server.page("/aids-copy", article("", `<pre><code class="language-python">count(crates) == papers + 1</code></pre><p>So the keeper wrote it down.</p>`)));
      await openReader(browser);
      const sign = () => inControls(browser, `const button = control("Copy"); return [getComputedStyle(button, "::before").content, getComputedStyle(button.querySelector("svg")).display];`);
      const normally = await sign();
      await tabTo(browser, "Copy");
      await browser.press("Enter");
      await until(sign, ([content, drawing]) => content === '"✓"' && drawing === "none", "the sign that it is done");
      await until(sign, (now) => now.join() === normally.join(), "the button as it was");
      // As where the browser, its owner or the page forbids it.
      await inControls(browser, `Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("forbidden")) }); Object.defineProperty(document, "execCommand", { value: () => false });`);
      await browser.press("Enter");
      await until(() => said(browser), (words) => words.includes("The browser did not allow copying."), "a notice");
      assert.deepEqual(await sign(), normally);
      assert.deepEqual(await violationsInReader(browser), [], "the notice");
      await close(browser);
    },
  },
  {
    name: "aids: the language of code that says none is guessed where that is sure, and not where it is not",
    async run({ browser, server }) {
      const sure = `<pre><code>import os\n\ndef count(crates):\n    total = 0\n    for crate in crates:\n        if crate is not None and len(crate) &gt; 0:\n            total += 1\n    return total\n\nclass Ledger:\n    def __init__(self, path):\n        self.path = os.path.join(path, "ledger.txt")\n\n    @property\n    def name(self):\n        return self.path\n</code></pre><p>So the keeper wrote it down.</p>`;
      const unsure = `<pre><code>cod 40 salt 3\nletters 12 goats 2</code></pre><p>And so he counted.</p>`;
      await browser.open(server.page("/aids-guess", article("", sure + unsure)));
      await openReader(browser);
      await until(() => isThere(browser, "pre span[class^=hljs]"), (there) => there, "colours");
      await pause(400);
      assert.deepEqual(await look(browser, `return [...dialog.querySelectorAll(".language")].map((each) => each.textContent);`), ["Python", ""]);
      await close(browser);
    },
  },
];

/** @param {string} name */
function wide(name) {
  return `<figure><img src="/${name}.svg" alt="${name}" width="600" height="400"></figure>`;
}

/** @param {number} width @param {number} height */
function svg(width, height) {
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#468"/></svg>`;
  return { body, headers: { "content-type": "image/svg+xml" } };
}
