/** For everyone: the other ways in, names and contrast by axe, and paper. */
import assert from "node:assert/strict";
import { violationsIn, violationsInReader } from "../lib/axe.mjs";
import { inControls, openPanel } from "../lib/controls.mjs";
import { article, links } from "../lib/pages.mjs";
import { countPages } from "../lib/paper.mjs";
import { close, isOpen, look, openReader, pause, SETTLE_MS, until, waitClosed } from "../lib/reader.mjs";
import { choose, forget } from "../lib/storage.mjs";

/** Every pair of text and ground that the style sheets put together; axe measures no contrast in a modal dialog. */
const PAIRS = /** @type {[string, string, number][]} */ ([
  ["ink", "paper", 4.5], ["quiet", "paper", 4.5], ["leaf", "paper", 4.5],
  ["ink", "wash", 4.5], ["quiet", "wash", 4.5], ["leaf", "wash", 4.5],
  ["ink", "mark", 4.5], ["on-leaf", "leaf", 4.5],
  ["code-word", "wash", 4.5], ["code-string", "wash", 4.5], ["code-number", "wash", 4.5], ["code-name", "wash", 4.5],
  // What shows where a field ends, and what has the focus.
  ["edge", "paper", 3], ["leaf", "paper", 3],
]);

/**
 * Contrast as WCAG computes it, of the colours as the browser resolves them.
 *
 * @param {import("../lib/driver").Driver} browser
 * @returns {Promise<string[]>} pairs that have too little
 */
const faint = (browser) =>
  look(
    browser,
    `const luminance = (colour) => {
       const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
       return 0.2126 * r + 0.7152 * g + 0.0722 * b;
     };
     return args[0].flatMap(([text, ground, least]) => {
       const probe = dialog.appendChild(document.createElement("span"));
       probe.style.cssText = "color: var(--" + text + "); background-color: var(--" + ground + ")";
       const { color, backgroundColor } = getComputedStyle(probe);
       probe.remove();
       const [high, low] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a);
       const contrast = (high + 0.05) / (low + 0.05);
       return contrast >= least ? [] : [text + " on " + ground + ": " + contrast.toFixed(2)];
     });`,
    PAIRS,
  );

/** The same of two colours as `getComputedStyle` gives them. @param {string} one @param {string} other */
function contrast(one, other) {
  const luminance = (/** @type {string} */ colour) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Each theme, and by day and night where it follows the system. */
const THEMES = /** @type {const} */ ([
  ["system", "light"], ["system", "dark"], ["light", "dark"], ["sepia", "light"], ["dark", "light"], ["black", "light"], ["contrast", "light"], ["contrast", "dark"],
]);

const RICH = `
  <h2>What was in the crates</h2><ul><li>Cod, salted</li><li>A <a href="/sewing">sewing machine</a></li></ul>
  <blockquote><p>Nothing is ever as early as it looks, said the keeper when they asked him about that morning.</p></blockquote>
  <figure><img src="/assets/harbour.jpg" alt="The harbour"><figcaption>The harbour at dawn, as it looked from the wall.</figcaption></figure>
  <table><caption>Crates</caption><thead><tr><th>What</th><th>How many</th></tr></thead><tbody><tr><td>Cod</td><td>40</td></tr></tbody></table>
  <pre><code>count(crates) == papers + 1</code></pre><p>Press <kbd>Enter</kbd> for <code>more</code>.</p>`;

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "in each theme: axe finds nothing in reader, toolbar and panel, contrast is enough",
    async run({ browser, server }) {
      for (const [theme, scheme] of THEMES) {
        await browser.colorScheme(scheme);
        await choose(browser, { theme });
        await browser.open(server.page("/rich", article("", RICH)));
        await openReader(browser);
        assert.deepEqual(await faint(browser), [], `${theme}, ${scheme}`);
        await browser.press("a");
        assert.deepEqual(await violationsInReader(browser), [], `${theme}, ${scheme}`);
      }
      await browser.colorScheme("light");
      await forget(browser);
    },
  },
  {
    name: "marked text is dark enough on its ground, in a quotation, a caption and a link, in each theme and in the browser's colours",
    async run({ browser, server }) {
      const marked = `<blockquote><p>Nothing is <mark>ever as early</mark> as it looks, said the keeper when they asked him about that morning.</p></blockquote>
        <figure><img src="/assets/harbour.jpg" alt="The harbour"><figcaption>The harbour <mark>at dawn</mark>, as it looked from the wall.</figcaption></figure>
        <p>There is <a href="/more"><mark>a second story</mark></a> to this one, and <mark>whom <a href="/ask">to ask</a></mark>, as the keeper told it to whoever stayed.</p>`;
      for (const [theme, scheme] of [...THEMES, ["browser", "light"], ["browser", "dark"]]) {
        await browser.colorScheme(/** @type {"light" | "dark"} */ (scheme));
        await choose(browser, theme === "browser" ? { browserLook: true } : { theme });
        await browser.open(server.page("/marked", article("", marked)));
        await openReader(browser);
        const colours = await look(browser, `return [...dialog.querySelectorAll("mark, mark a")].map((each) => [getComputedStyle(each).color, getComputedStyle(each.closest("mark")).backgroundColor]);`);
        assert.equal(colours.length, 5);
        for (const [text, ground] of colours) assert.ok(contrast(text, ground) >= 4.5, `${theme}, ${scheme}: ${text} on ${ground}, ${contrast(text, ground)}`);
      }
      await browser.colorScheme("light");
      await forget(browser);
    },
  },
  {
    name: "where nothing can be read, axe finds nothing in what is said about it",
    async run({ browser }) {
      const scheme = browser.name === "firefox" ? "moz" : "chrome";
      for (const reason of ["Browser", "Store", "File", "Document", "Private", "Large", "GaveUp", "Other"]) {
        await browser.open("about:blank");
        await browser.open(`${scheme}-extension://${browser.extensionId}/unavailable.html#${reason}`);
        await until(() => browser.evaluate(() => document.querySelector("p")?.textContent ?? ""), (text) => text !== "", "the reason");
        assert.deepEqual(await violationsIn(browser, "document"), [], reason);
      }
    },
  },
  {
    name: "no article, and the list of keys: axe finds nothing",
    async run({ browser, server }) {
      await browser.open(server.page("/links", links));
      await openReader(browser);
      await browser.press("?");
      assert.deepEqual(await violationsInReader(browser), []);
      // That axe sees what is in closed roots: a button without a name.
      await inControls(browser, `const button = control("Keyboard shortcuts"); button.ariaLabel = button.title = "";`);
      assert.match((await violationsInReader(browser)).join(), /button-name/);
    },
  },
  {
    name: "the list of keys, on an article and in a low window: axe finds nothing, Tab comes back to it, and keys scroll it",
    async run({ browser, server }) {
      await browser.viewport(1000, 500);
      await browser.open(server.page("/keys", article("", RICH)));
      await openReader(browser);
      await browser.press("?");
      assert.deepEqual(await violationsInReader(browser), []);
      await browser.press("Tab");
      await browser.press("Shift+Tab");
      const [on, outline] = await inControls(browser, `return [focused() === panel(), getComputedStyle(panel()).outlineStyle];`);
      assert.deepEqual([on, outline], [true, "solid"]);
      await browser.press("End");
      await until(() => inControls(browser, `return panel().scrollTop;`), (top) => top > 50, "the list to scroll");
      await browser.press("Escape");
      await browser.press("Escape");
      await waitClosed(browser);
    },
  },
  {
    name: "headings: one title, then levels that follow each other; a sentence is no heading",
    async run({ browser, server }) {
      const paragraphs = "<p>A paragraph that is long enough to be read, with a clause or two, and something to say about the tide.</p>".repeat(2);
      const standfirst = "A long sentence under the title that the page has set as a heading because it looked good there";
      const body = ["h1", "h4", "h4", "h6", "h3", "h2"].map((name) => `<${name}>A part called ${name}</${name}>${paragraphs}`).join("");
      await browser.open(server.page("/headings", `<!doctype html><html lang="en"><head><title>Levels of a page</title></head><body><main><article><h1>Levels of a page</h1><h2>${standfirst}</h2>${paragraphs}${body}</article></main></body></html>`));
      await openReader(browser);
      const levels = await look(browser, `return [...dialog.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => Number(each.localName[1]));`);
      assert.equal(levels[0], 1);
      assert.equal(levels.lastIndexOf(1), 0, "one title");
      assert.ok(levels.every((/** @type {number} */ level, /** @type {number} */ index) => index === 0 || level <= levels[index - 1] + 1), levels.join());
      assert.equal(await look(browser, `return dialog.querySelector(".standfirst")?.textContent;`), standfirst);
    },
  },
  {
    name: "landmarks: a dialog with a name, controls, the article; the toolbar goes with who reads on and comes back",
    async run({ browser, server }) {
      await browser.viewport(800, 600);
      await browser.open(server.page("/rich", article("", RICH)));
      await openReader(browser);
      assert.deepEqual(
        await look(browser, `return [dialog.ariaLabel, dialog.querySelector(".bar").role, dialog.querySelector(".bar").ariaLabel, dialog.querySelectorAll("main article").length];`),
        ["Reader view", "region", "Reader controls", 1],
      );
      const barTop = () => look(browser, `return dialog.querySelector(".bar").getBoundingClientRect().bottom;`);
      await browser.press("PageDown");
      await until(barTop, (bottom) => bottom <= 1, "the toolbar to go");
      await browser.press("PageUp");
      await until(barTop, (bottom) => bottom > 30, "the toolbar to come back");
    },
  },
  {
    name: "text of 200 % in a window of 320 pixels, in either direction: nothing is cut off or beside it",
    async run({ browser, server }) {
      await choose(browser, { size: 200 });
      await browser.viewport(320, 640);
      for (const dir of ["rtl", "ltr"]) {
        await browser.open(server.page(`/rich-${dir}`, article("", RICH).replace("<html ", `<html dir="${dir}" `)));
        await openReader(browser);
        assert.equal(await look(browser, `return dialog.scrollWidth - dialog.clientWidth;`), 0, dir);
        // The dot before the first of a line is out of sight, what follows is not.
        const [line, first] = await look(browser, `return [".details", ".details bdi"].map((each) => { const { left, right } = dialog.querySelector(each).getBoundingClientRect(); return [left, right]; });`);
        assert.ok(first[0] >= line[0] - 0.5 && first[1] <= line[1] + 0.5, `${dir}: ${first} in ${line}`);
      }
      await browser.press("a");
      const wide = () => inControls(browser, `const { left, right } = panel().getBoundingClientRect(); return [left >= 0, right <= innerWidth, panel().scrollWidth <= panel().clientWidth];`);
      assert.deepEqual(await wide(), [true, true, true]);
      await browser.press("Escape");
      // As where the browser's own letters are twice as large: everything is measured in those.
      await look(browser, `dialog.style.fontSize = "32px";`);
      for (const key of ["o", "r", "a", "?"]) {
        await browser.press(key);
        await until(() => openPanel(browser), (name) => name !== null, key);
        await inControls(browser, `for (const each of all("details")) each.open = true;`);
        assert.deepEqual(await wide(), [true, true, true], key);
        await browser.press("Escape");
      }
      await browser.press("x");
      assert.ok((await look(browser, `return dialog.querySelector(".notice").getBoundingClientRect().top;`)) >= 0, "all of a notice can be reached");
      await forget(browser);
    },
  },
  {
    name: "forced colours win over the theme, reduced motion over the fading",
    async run({ browser, server }) {
      await choose(browser, { theme: "sepia" });
      await browser.open(server.page("/rich", article("", RICH)));
      await openReader(browser);
      assert.equal(await look(browser, `return getComputedStyle(dialog).animationName;`), "arrive");
      await browser.media({ forcedColors: "active", reducedMotion: "reduce" });
      // The page hears of each when the browser gets to it.
      const heard = () => look(browser, `return ["(forced-colors: active)", "(prefers-reduced-motion: reduce)"].every((query) => matchMedia(query).matches);`);
      await until(heard, (both) => both, "the page to know");
      const seen = await look(browser, `
        const { color, backgroundColor, animationName } = getComputedStyle(dialog);
        const probe = dialog.appendChild(document.createElement("i"));
        probe.style.cssText = "color: CanvasText; background-color: Canvas";
        const system = getComputedStyle(probe);
        return [color === system.color, backgroundColor === system.backgroundColor, animationName, getComputedStyle(dialog.querySelector(".bar")).transitionDuration];`);
      assert.deepEqual(seen, [true, true, "none", "0s"]);
      await browser.media({ forcedColors: "none", reducedMotion: "no-preference" });
      await forget(browser);
    },
  },
  {
    name: "on paper: the whole article, and nothing of the page",
    async run({ browser, server }) {
      const watch = "The harbour lay quiet while the crew waited for the tide, and nobody on the quay spoke a word about it. ".repeat(6);
      const long = Array.from({ length: 60 }, (_, at) => `<p>Watch ${at + 1}. ${watch}</p>`).join("");
      await choose(browser, { theme: "dark", size: 200 });
      await browser.open(server.page("/paper", article(`<div style="height: 30000px">A page as long as a quay</div>`, long)));
      await openReader(browser);
      const pages = countPages(await browser.pdf());
      const line = await look(browser, `return dialog.querySelector(".printed").textContent;`);
      assert.match(line, /^http:\/\/127\.0\.0\.1:\d+\/paper · read on .*20\d\d/);
      await browser.media({ media: "print" });
      const paper = await look(browser, `const shown = (selector) => getComputedStyle(dialog.querySelector(selector)).display !== "none";
        return [shown("h1"), shown(".printed"), shown(".bar"), getComputedStyle(dialog).color];`);
      assert.deepEqual(paper, [true, true, false, "rgb(33, 34, 31)"], "title and source, no controls, dark on white");
      const [byline, text] = await look(browser, `return [".byline", ".content"].map((each) => parseFloat(getComputedStyle(dialog.querySelector(each)).fontSize));`);
      assert.ok(byline <= text, `whatever the size on the screen, the byline (${byline}) is no larger than the text (${text})`);
      await browser.media({ media: "screen" });
      // 39,000 letters are about nine pages; the page below would add thirty, one screen would be one.
      assert.ok(pages >= 6 && pages <= 16, `${pages} pages`);
      await forget(browser);
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
    async run({ browser, server }) {
      await browser.open(server.page("/menu", article()));
      if (browser.name === "chromium") {
        await openReader(browser);
        await close(browser);
      }
      await browser.chooseInPage();
      await until(() => isOpen(browser), (open) => open, "the reader to open");
      await close(browser);
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
