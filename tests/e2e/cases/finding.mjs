/** Finding the way: contents, progress, notes, pictures, tables, code, formulas, links; by pointer and by keyboard. */
import assert from "node:assert/strict";
import { faintInReader, violationsInReader } from "../lib/axe.mjs";
import { clickControl, inControls, openPanel, said, tabTo } from "../lib/controls.mjs";
import { article, filler, links } from "../lib/pages.mjs";
import { clickInArticle, close, closeBoth, isOpen, isThere, loadPictures, look, openReader, pause, until } from "../lib/reader.mjs";
import { choose, forget } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */
/** @typedef {import("../lib/suite.mjs").World} World */

const SECTIONS = ["What was in the crates", "Who had sent them", "Where they went"].map((title) => `<h2>${title}</h2>${filler()}`).join("");

/** @param {Driver} browser @param {string} selector */
const topOf = (browser, selector) => look(browser, `return dialog.querySelector(args[0])?.getBoundingClientRect().top ?? null;`, selector);

/** @param {Driver} browser @param {string} selector */
async function enterInArticle(browser, selector) {
  await look(browser, `dialog.querySelector(args[0]).focus();`, selector);
  await browser.press("Enter");
}

/** @param {Driver} browser @returns {Promise<string[]>} the entries of the contents that are marked */
const marked = (browser) => inControls(browser, `return all(".outline [aria-current]").map((each) => each.textContent);`);

const NOTES = `<p>It was said before.<sup><a href="#note-1" id="ref-1">1</a></sup> And after.</p>${filler(30)}
  <ol><li id="note-1"><p>In the old harbour book, on the page for that winter. <a href="#ref-1">↩</a></p></li></ol>`;

const TABLE = `<table><caption>Crates by day</caption><thead><tr>${Array.from({ length: 14 }, (_, at) => `<th>Heading of column ${at}</th>`).join("")}</tr></thead>
  <tbody>${Array.from({ length: 60 }, (_, row) => `<tr>${Array.from({ length: 14 }, (_, at) => `<td>${row * at}</td>`).join("")}</tr>`).join("")}</tbody></table>`;

const CODE = `<p>The keeper wrote the rule down for whoever would count after him, in the only language that he trusted:</p><pre><code class="language-python">def count(crates):\n    # one more than the papers say\n    return len(crates) + 1\n</code></pre><p>It has been right ever since.</p>`;

const MATH = `<p>The tide is <math><mi>h</mi><mo>=</mo><mfrac><mi>a</mi><mn>2</mn></mfrac></math> at noon, as the keeper had worked out on the wall of the lamp room.</p>`;

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "finding: contents by pointer: headings, the current one marked, minutes left, there by a click",
    async run({ browser, server }) {
      await browser.open(server.page("/contents", article("", SECTIONS)));
      await openReader(browser);
      await clickControl(browser, "Contents");
      assert.equal(await openPanel(browser), "Contents");
      assert.deepEqual(await inControls(browser, `return all(".outline button").map((each) => each.textContent);`), ["The ferry that came early", "What was in the crates", "Who had sent them", "Where they went"]);
      assert.deepEqual(await marked(browser), ["The ferry that came early"]);
      assert.match(await inControls(browser, `return all(".left")[0].textContent;`), /\d+ min left/);
      await clickControl(browser, "Who had sent them");
      await until(() => openPanel(browser), (panel) => panel === null, "the contents to close");
      const top = await until(() => topOf(browser, "h2:nth-of-type(2)"), (at) => at >= 0 && at < 120, "the heading");
      // Drawn with the next frame, whenever the browser gives one.
      await until(() => inControls(browser, `return Number(all(".read")[0].style.getPropertyValue("--read"));`), (read) => read > 0.1, "the progress");
      await clickControl(browser, "Contents");
      assert.deepEqual(await marked(browser), ["Who had sent them"], `${top}, then ${await topOf(browser, "h2:nth-of-type(2)")}`);
      await closeBoth(browser);
    },
  },
  {
    name: "finding: contents by keyboard",
    async run({ browser, server }) {
      await browser.open(server.page("/contents", article("", SECTIONS)));
      await openReader(browser);
      await browser.press("o");
      await until(() => openPanel(browser), (name) => name === "Contents", "the contents");
      await tabTo(browser, "Where they went");
      await browser.press("Enter");
      await until(() => topOf(browser, "h2:nth-of-type(3)"), (top) => top >= 0 && top < 700, "the heading");
      assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.textContent;`), "Where they went");
      await close(browser);
    },
  },
  {
    name: "finding: a footnote pops up by a click, leads to its place, and the address stays",
    async run({ browser, server }) {
      await browser.open(server.page("/notes", article("", NOTES)));
      await openReader(browser);
      const before = await browser.evaluate(() => [location.href, history.length]);
      await clickInArticle(browser, 'sup a[href^="#"]');
      await until(() => isThere(browser, ".note:popover-open"), (there) => there, "the note");
      assert.equal(await look(browser, `return dialog.querySelector(".note > div").textContent.trim();`), "In the old harbour book, on the page for that winter.");
      const [left, right, top, bottom] = await look(browser, `const r = dialog.querySelector(".note").getBoundingClientRect(); return [r.left, innerWidth - r.right, r.top, innerHeight - r.bottom];`);
      assert.ok(left >= 0 && right >= 0 && top >= 0 && bottom >= 0, `${[left, right, top, bottom]}`);
      await clickControl(browser, "Go to the note");
      await until(() => topOf(browser, "#cl-note-1"), (at) => at >= 0 && at < 820, "the note's own place");
      await until(() => isThere(browser, ".note"), (there) => !there, "the note to close");
      assert.deepEqual(await browser.evaluate(() => [location.href, history.length]), before);
      await clickInArticle(browser, '#cl-note-1 a[href^="#"]');
      await until(() => topOf(browser, "#cl-ref-1"), (at) => at >= 0 && at < 820, "the way back");
      assert.equal(await isThere(browser, ".note"), false);
      await close(browser);
    },
  },
  {
    name: "finding: a footnote by keyboard: Enter opens, Escape closes, the focus is back on its sign",
    async run({ browser, server }) {
      await browser.open(server.page("/notes", article("", NOTES)));
      await openReader(browser);
      await look(browser, `dialog.querySelector('sup a[href^="#"]').focus();`);
      await browser.press("Enter");
      await until(() => isThere(browser, ".note:popover-open"), (there) => there, "the note");
      await browser.press("Escape");
      await until(() => isThere(browser, ".note"), (there) => !there, "the note to close");
      assert.equal(await isOpen(browser), true);
      assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.id;`), "cl-ref-1");
      await close(browser);
    },
  },
  {
    name: "finding: pictures open large, by click and by keyboard, from one to the next",
    async run({ browser, server }) {
      const pictures = ["harbour", "cable-drum"].map((name) => `<figure><img src="/assets/${name}.jpg" alt="A picture of ${name}"><figcaption>How ${name} looked that day.</figcaption></figure>${filler(3)}`).join("");
      await browser.open(server.page("/pictures", article("", pictures)));
      await openReader(browser);
      await loadPictures(browser);
      await clickInArticle(browser, "figure img");
      const large = () => look(browser, `const box = dialog.querySelector(".large:popover-open"); return box && { alt: box.querySelector("img").alt, under: box.querySelector(".under").textContent };`);
      assert.deepEqual(await until(large, (box) => box !== null, "the picture"), { alt: "A picture of harbour", under: "How harbour looked that day." });
      await browser.press("ArrowRight");
      assert.equal((await until(large, (box) => box?.alt !== "A picture of harbour", "the next")).alt, "A picture of cable-drum");
      await browser.press("Escape");
      await until(large, (box) => box === null, "the picture to close");
      assert.equal(await isOpen(browser), true);
      await until(() => look(browser, `return dialog.querySelectorAll(".enlarge").length;`), (count) => count === 2, "buttons to enlarge");
      await look(browser, `dialog.querySelector(".enlarge").focus();`);
      await browser.press("Enter");
      await until(large, (box) => box?.alt === "A picture of harbour", "the picture, by keyboard");
      await browser.press("Escape");
      await until(large, (box) => box === null, "the picture to close");
      assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.ariaLabel;`), "Enlarge picture: A picture of harbour");
      await close(browser);
    },
  },
  {
    name: "finding: pictures, large: on, back and away by pointer; Tab stays with the picture and its buttons",
    async run({ browser, server }) {
      const pictures = ["harbour", "cable-drum"].map((name) => `<figure><img src="/assets/${name}.jpg" alt="A picture of ${name}"></figure>${filler(3)}`).join("");
      await browser.open(server.page("/pictures", article("", pictures)));
      await openReader(browser);
      await loadPictures(browser);
      await clickInArticle(browser, "figure img");
      const alt = () => look(browser, `return dialog.querySelector(".large:popover-open img")?.alt ?? null;`);
      /** @param {string | null} wanted */
      const untilShown = (wanted) => until(alt, (now) => now === wanted, String(wanted));
      await untilShown("A picture of harbour");
      for (const [button, shown] of [["Next", "cable-drum"], ["Next", "harbour"], ["Previous", "cable-drum"]]) {
        await clickControl(browser, `${button} picture`);
        await untilShown(`A picture of ${shown}`);
      }
      for (const key of ["Tab", "Shift+Tab"]) {
        const stops = [];
        for (let presses = 0; presses < 4; presses += 1) {
          await browser.press(key);
          const [stop, outline] = await inControls(browser, `const on = focused(); const isPicture = on.matches(".large"); return [isPicture ? "picture" : nameOf(on), getComputedStyle(isPicture ? on.querySelector("img") : on).outlineStyle];`);
          stops.push(stop);
          assert.equal(outline, "solid", `${stop} shows that it has the focus`);
        }
        assert.deepEqual(stops.toSorted(), ["Back to the article", "Next picture", "Previous picture", "picture"], key);
      }
      await tabTo(browser, "Next picture");
      await browser.press("Enter");
      await untilShown("A picture of harbour");
      await clickControl(browser, "Back to the article");
      await untilShown(null);
      assert.equal(await isOpen(browser), true);
      await close(browser);
    },
  },
  {
    name: "finding: the button that enlarges lies on its picture, narrow or wide, in a figure or a paragraph, in either direction",
    async run({ browser, server }) {
      const image = (/** @type {string} */ name, /** @type {number} */ width) => `<img src="/assets/${name}" alt="${name}" width="${width}" height="200">`;
      const pictures = `<figure>${image("harbour.jpg", 220)}<figcaption>How it looked that day.</figcaption></figure>${filler(2)}<p>${image("cable-drum.jpg", 330)}</p>${filler(2)}<figure>${image("lighthouse.jpg", 2000)}</figure>${filler(2)}`;
      for (const dir of ["ltr", "rtl"]) {
        await browser.open(server.page(`/pictures-${dir}`, article("", pictures).replace("<html ", `<html dir="${dir}" `)));
        await openReader(browser);
        await loadPictures(browser);
        const places = await until(() => look(browser, `return [...dialog.querySelectorAll(".enlarge")].map((button) => {
          const [on, by] = [button.previousElementSibling.getBoundingClientRect(), button.getBoundingClientRect()];
          return by.left >= on.left && by.right <= on.right && by.top >= on.top && by.bottom <= on.bottom ? "on it" : JSON.stringify([on, by]);
        });`), (all) => all.length === 3, "three buttons");
        assert.deepEqual(places, ["on it", "on it", "on it"], dir);
        const middles = await look(browser, `const middle = (each) => { const { left, right } = each.getBoundingClientRect(); return Math.round((left + right) / 2); };
          return [...dialog.querySelectorAll(".content img")].map((image) => middle(image) - middle(dialog.querySelector(".content")));`);
        assert.ok(middles.every((/** @type {number} */ off) => Math.abs(off) <= 1), `${dir}: off the middle by ${middles}`);
        await close(browser);
      }
    },
  },
  {
    name: "finding: a wide table scrolls in its frame, by keyboard and by wheel, and its header row stays; a small one is no stop",
    async run({ browser, server }) {
      await browser.open(server.page("/tables", article("", `${TABLE}${filler(2)}<table><tr><th>What</th><th>How many</th></tr><tr><td>Cod</td><td>40</td></tr></table>${filler(20)}`)));
      await openReader(browser);
      await until(() => look(browser, `return [...dialog.querySelectorAll(".wide")].map((frame) => [frame.classList.contains("scrolls"), frame.tabIndex]);`), (frames) => JSON.stringify(frames) === "[[true,0],[false,-1]]", "the frames to fit");
      await look(browser, `const frame = dialog.querySelector(".wide"); frame.scrollIntoView({ block: "start" }); frame.focus();`);
      for (let presses = 0; presses < 6; presses += 1) await browser.press("ArrowDown");
      await browser.press("ArrowRight");
      const stays = `const frame = dialog.querySelector(".wide"); const head = frame.querySelector("th").getBoundingClientRect();
        return [frame.scrollTop > 20, frame.scrollLeft > 5, Math.abs(head.top - frame.getBoundingClientRect().top) < 2, dialog.scrollWidth <= dialog.clientWidth];`;
      await until(() => look(browser, stays), (all) => all.every(Boolean), "the table to scroll under its header");
      const place = () => look(browser, `const { scrollLeft, scrollTop } = dialog.querySelector(".wide"); return [scrollLeft, scrollTop];`);
      // What the keys have set moving comes to rest first.
      await pause(500);
      const [left, top] = await place();
      await browser.wheel(640, 400, 150, 0);
      await until(place, ([now]) => now > left + 50, "the table to go on by the wheel");
      await browser.wheel(640, 400, 0, 150);
      await until(place, ([, now]) => now > top + 50, "the table to go down by the wheel");
      await close(browser);
    },
  },
  {
    name: "finding: code has its language, colours that change no letter, and a copy button",
    async run({ browser, server }) {
      await browser.open(server.page("/code", article("", CODE)));
      await openReader(browser);
      await until(() => look(browser, `return dialog.querySelectorAll("pre span[class^=hljs]").length;`), (count) => count > 3, "colours");
      assert.equal(await look(browser, `return dialog.querySelector("pre").textContent;`), "def count(crates):\n    # one more than the papers say\n    return len(crates) + 1");
      assert.equal(await look(browser, `return dialog.querySelector(".language").textContent;`), "Python");
      assert.notEqual(await look(browser, `return getComputedStyle(dialog.querySelector(".hljs-keyword")).color;`), await look(browser, `return getComputedStyle(dialog.querySelector("pre")).color;`));
      await look(browser, `dialog.querySelector("pre").scrollIntoView({ block: "center" });`);
      await clickControl(browser, "Copy");
      const said = () => inControls(browser, `return all(".spoken")[0].textContent;`);
      await until(said, (text) => text === "Copied", "the copy");
      await inControls(browser, `all(".spoken")[0].textContent = "";`);
      await tabTo(browser, "Copy");
      await browser.press("Enter");
      await until(said, (text) => text === "Copied", "the copy by keyboard");
      await close(browser);
    },
  },
  {
    name: "finding: code on a page without TLS is copied as it is, and the focus stays where it was",
    async run({ browser, server }) {
      await browser.open(server.page("/code-plain", article(`<script>addEventListener("copy", (event) => { event.clipboardData.setData("text/plain", "Read more"); event.preventDefault(); });</script>`, CODE)).replace("127.0.0.1", "harbour.example"));
      await openReader(browser);
      assert.equal(await browser.evaluate(() => isSecureContext), false);
      await tabTo(browser, "Copy");
      await browser.press("Enter");
      await until(() => inControls(browser, `return all(".spoken")[0].textContent;`), (text) => text === "Copied", "the copy");
      assert.equal(await inControls(browser, `return nameOf(focused());`), "Copy");
      await browser.press("Escape");
      await browser.evaluate(() => {
        const area = document.body.appendChild(document.createElement("textarea"));
        area.focus();
      });
      await browser.press("ControlOrMeta+v");
      assert.equal(await browser.evaluate(() => document.querySelector("textarea")?.value), "def count(crates):\n    # one more than the papers say\n    return len(crates) + 1");
    },
  },
  {
    name: "finding: without code no library comes; formulas are drawn by the browser",
    async run({ browser, server }) {
      await browser.open(server.page("/math", article("", MATH)));
      await openReader(browser);
      await pause(200);
      assert.equal(await inControls(browser, `return globalThis.hljs === undefined;`), true);
      const [bar, letter] = await look(browser, `const height = (name) => dialog.querySelector(name).getBoundingClientRect().height; return [height("mfrac"), height("mi")];`);
      assert.ok(bar > letter * 1.5, `a fraction is as high as ${bar}, a letter ${letter}`);
      await close(browser);

      await browser.open(`${server.origin}/math/page.html`);
      await openReader(browser);
      const flat = await look(browser, `return [...dialog.querySelectorAll("math")].filter((each) => each.getBoundingClientRect().height < 5).map((each) => each.outerHTML);`);
      assert.deepEqual(flat, [], "as pages bring them: drawn by KaTeX, by MathJax, by nobody");
      assert.ok((await look(browser, `return dialog.querySelectorAll("math").length;`)) > 12);
      await close(browser);
    },
  },
  ...[["click", clickInArticle], ["Enter", enterInArticle]].map(([how, press]) => ({
    name: `finding: links open in the page, in a new tab, or in the reader again, by ${how}`,
    /** @param {World} world */
    async run({ browser, server }) {
      await forget(browser);
      const next = server.page("/next", article("", "", { title: "The second ferry" }));
      server.page("/contacts", links);
      const url = server.page("/links-out", article("", `<p>There is <a href="/next">a second story</a> to this one, and <a href="/contacts">whom to ask</a>, as the keeper told it to whoever stayed for a cup of tea.</p>`));
      const follow = /** @type {typeof clickInArticle} */ (press);
      await browser.open(url);
      await openReader(browser);
      await follow(browser, 'a[href$="/next"]');
      await until(() => browser.evaluate(() => location.href).catch(() => ""), (href) => href === next, "the next page");

      await choose(browser, { links: "tab" });
      await browser.open(url);
      await openReader(browser);
      await follow(browser, 'a[href$="/next"]');
      await until(() => browser.urls(), (urls) => urls.includes(next), "a new tab");
      await browser.closeOthers();

      await choose(browser, { links: "reader" });
      await browser.open(url);
      await openReader(browser);
      // Firefox takes back what a click has allowed when the tab goes on: there the site must be "always on". On a page
      // without an article that alone opens nothing.
      const [target, title] = browser.name === "firefox" ? ["contacts", "No article on this page"] : ["next", "The second ferry"];
      if (browser.name === "firefox") await browser.chooseAlways();
      await follow(browser, `a[href$="/${target}"]`);
      await until(() => look(browser, `return dialog?.querySelector("h1")?.textContent ?? "";`).catch(() => ""), (shown) => shown === title, "the next page in the reader");
      if (browser.name === "firefox") await browser.chooseAlways();
      await forget(browser);
    },
  })),
  ...["light", "sepia", "dark", "black", "contrast"].map((theme) => ({
    name: `finding: axe finds nothing in contents, removals, notices, notes, large pictures, tables and code, and no text is faint: ${theme}`,
    /** @param {World} world */
    async run({ browser, server }) {
      await choose(browser, { theme });
      const picture = `<figure><img src="/assets/harbour.jpg" alt="A picture of the harbour"><figcaption>How it looked that day.</figcaption></figure>`;
      const related = `<aside class="related"><h2>Read more</h2><ul><li><a href="/a">A bridge at last for the mainland</a></li></ul></aside>`;
      await browser.open(server.page("/axe", article("", `<h2>Part one</h2>${TABLE}${CODE}${picture}${NOTES}${related}`)));
      await openReader(browser);
      await until(() => isThere(browser, ".hljs-keyword"), (there) => there, "colours");
      /** @type {Record<string, string[]>} */
      const found = {};
      const check = async (/** @type {string} */ what) => {
        const violations = [...(await violationsInReader(browser)), ...(await faintInReader(browser))];
        if (violations.length > 0) found[what] = violations;
      };
      await check("the article");
      await browser.press("o");
      await check("contents");
      await browser.press("Escape");
      await browser.press("r");
      await clickControl(browser, "Links to other articles");
      await check("removals");
      await clickControl(browser, "Put back");
      await until(() => said(browser), (text) => /Put back: /.test(text), "the notice");
      await check("a notice");
      await browser.press("Escape");
      await look(browser, `dialog.querySelector("sup a").focus();`);
      await browser.press("Enter");
      await until(() => isThere(browser, ".note:popover-open"), (there) => there, "the note");
      await check("a note");
      await browser.press("Escape");
      await clickInArticle(browser, "figure img");
      await until(() => isThere(browser, ".large:popover-open"), (there) => there, "the picture");
      await check("a picture, large");
      assert.deepEqual(found, {});
      await closeBoth(browser);
      await forget(browser);
    },
  })),
];
