/** The view itself: where there is no article, what is playing, what is open, what the reader types. */
import assert from "node:assert/strict";
import { clickControl } from "../lib/controls.mjs";
import { article, links } from "../lib/pages.mjs";
import { close, isOpen, look, openReader, pageState, pause, readText, status, until, waitClosed } from "../lib/reader.mjs";

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "no article: read the page anyway",
    async run({ browser, server }) {
      await browser.open(server.page("/links", links));
      await openReader(browser);
      assert.equal((await readText(browser)).title, "No article on this page");
      await clickControl(browser, "Read the page anyway");
      const { content } = await until(
        () => readText(browser),
        (text) => text.content !== null,
        "the page to be read",
      );
      assert.match(content ?? "", /Harbour office/);
      await close(browser);
    },
  },
  {
    name: "no article: back to the page",
    async run({ browser, server }) {
      await browser.open(server.page("/links", links));
      const before = await pageState(browser);
      await openReader(browser);
      await clickControl(browser, "Back to the page");
      await waitClosed(browser);
      assert.deepEqual(await pageState(browser), before);
    },
  },
  {
    name: "double click opens once and stays open",
    async run({ browser, server }) {
      await browser.open(server.page("/double", article()));
      await Promise.all([browser.clickAction(), browser.clickAction()]);
      await until(() => isOpen(browser), (open) => open, "the reader to open");
      await pause(700);
      const dialogs = await browser.evaluate(() => [...document.documentElement.children].filter((each) => each.shadowRoot).length);
      assert.deepEqual([dialogs, await isOpen(browser)], [1, true]);
    },
  },
  {
    name: "opens over a modal dialog of the page, and gives it back",
    async run({ browser, server }) {
      await browser.open(server.page("/modal", article(`<dialog id="consent"><p>We value you</p><button id="yes">Yes</button></dialog>`)));
      await browser.evaluate(() => /** @type {any} */ (document.querySelector("#consent")).showModal());
      const before = await pageState(browser);
      await openReader(browser);
      const top = await look(browser, `return dialog.getRootNode().elementFromPoint(640, 400) !== null && document.elementFromPoint(640, 400) === dialog.getRootNode().host;`);
      assert.equal(top, true, "the reader is over the page's dialog");
      await close(browser);
      assert.deepEqual(await pageState(browser), before);
      assert.equal(await browser.evaluate(() => document.querySelector("#consent")?.matches(":modal")), true);
    },
  },
  {
    name: "covers a full-screen element of the highest z-index on a page that locks its root",
    async run({ browser, server }) {
      const cover = `<style>html { overflow: hidden; transform: scale(0.98); filter: sepia(1) } div { display: none !important; color: red !important }
        #cover { display: block !important; position: fixed; inset: 0; z-index: 2147483647; background: red }</style><div id="cover"></div>`;
      await browser.open(server.page("/cover", article(cover)));
      await openReader(browser);
      const seen = await look(browser, `
        const { width, height, left, top } = dialog.getBoundingClientRect();
        return [width >= innerWidth - 20, height >= innerHeight - 1, left, top, getComputedStyle(dialog.querySelector(".content")).color,
          document.elementFromPoint(600, 300) === dialog.getRootNode().host];`);
      assert.deepEqual(seen.slice(0, 4), [true, true, 0, 0]);
      assert.notEqual(seen[4], "rgb(255, 0, 0)");
      assert.equal(seen[5], true);
      await close(browser);
    },
  },
  {
    name: "what played is paused and plays on, what was paused stays paused",
    async run({ browser, server }) {
      await browser.open(server.page("/media", article(`<audio id="a" loop></audio><audio id="b"></audio>`)));
      await browser.click(200, 200); // Without a gesture on the page browsers play nothing.
      await browser.evaluate(async () => {
        // One second of silence as a WAV file.
        const wav = new Uint8Array(44 + 8000).fill(128);
        const view = new DataView(wav.buffer);
        [0x46464952, 36 + 8000, 0x45564157, 0x20746d66, 16, 0x00010001, 8000, 8000, 0x00080001, 0x61746164, 8000].forEach((word, i) => view.setUint32(i * 4, word, true));
        for (const audio of document.querySelectorAll("audio")) {
          audio.muted = true;
          audio.src = URL.createObjectURL(new Blob([wav], { type: "audio/wav" }));
        }
        await document.querySelector("audio")?.play();
      });
      const paused = () => browser.evaluate(() => [...document.querySelectorAll("audio")].map((audio) => audio.paused));
      assert.deepEqual(await paused(), [false, true]);
      await openReader(browser);
      assert.deepEqual(await paused(), [true, true]);
      await close(browser);
      await until(paused, ([first, second]) => first === false && second === true, "the first to play on");
    },
  },
  {
    name: "the keyboard: focus on the title, page shortcuts asleep, focus back",
    async run({ browser, server }) {
      await browser.open(server.page("/keys", article(`<input id="search" value="harbour">
        <script>window.heard = []; document.addEventListener("keydown", (event) => heard.push(event.key));</script>`)));
      await browser.evaluate(() => document.querySelector("input")?.focus());
      await openReader(browser);
      assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.localName;`), "h1");
      await browser.press("j");
      await browser.press("PageDown");
      await until(() => look(browser, `return dialog.scrollTop;`), (top) => top > 100, "the reader to scroll");
      assert.deepEqual(await browser.evaluate(() => /** @type {any} */ (window).heard), []);
      await close(browser);
      assert.equal(await browser.evaluate(() => document.activeElement?.id), "search");
    },
  },
  {
    name: "no TLS, strict CSP and Trusted Types",
    async run({ browser, server }) {
      const headers = { "content-security-policy": "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox" };
      await browser.open(server.page("/strict", { body: article(), headers }));
      await openReader(browser);
      const text = await readText(browser);
      assert.match(text.content ?? "", /The first paragraph[^]*The last paragraph/);
      assert.equal((await status(browser)).removedBySecondLayer, 0);
      assert.notEqual(await look(browser, `return getComputedStyle(dialog.querySelector("article")).maxInlineSize;`), "none");
      await close(browser);
    },
  },
  {
    name: "without setHTML the second layer still builds the article",
    only: "chromium", // Every Firefox that the extension accepts has it, and a content script cannot take it away there.
    async run({ browser, server }) {
      await browser.open(server.page("/fallback", article()));
      await openReader(browser);
      const first = await look(browser, `return dialog.querySelector(".content").innerHTML;`);
      await close(browser);
      await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const [tab] = await api.tabs.query({ active: true });
        // In the content script's own world: the page's `Element` is another.
        await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => void delete (/** @type {any} */ (Element.prototype).setHTML) });
      });
      await openReader(browser);
      assert.equal(await look(browser, `return dialog.querySelector(".content").innerHTML;`), first);
      const { usedSetHtml, removedBySecondLayer } = await status(browser);
      assert.deepEqual({ usedSetHtml, removedBySecondLayer }, { usedSetHtml: false, removedBySecondLayer: 0 });
    },
  },
  {
    name: "links within the article lead there and leave the address alone",
    async run({ browser, server }) {
      const note = `<p>It was said before, in <a href="#note-1">the harbour book</a>.</p>`;
      const filler = "<p>The harbour lay quiet while the crew waited for the tide, and nobody on the quay spoke a word about it.</p>".repeat(40);
      await browser.open(server.page("/notes", article("", `${note}${filler}<ol><li id="note-1"><p>In the old harbour book of the town, on the page for that very winter.</p></li></ol>`)));
      await openReader(browser);
      const before = await browser.evaluate(() => [location.href, history.length]);
      const link = await look(browser, `dialog.querySelector('a[href^="#"]').scrollIntoView({ block: "center" }); dialog.querySelector(".content").style.paddingBottom = "90vh"; const { left, top, width, height } = dialog.querySelector('a[href^="#"]').getBoundingClientRect(); return [left + width / 2, top + height / 2];`);
      await browser.click(link[0], link[1]);
      await until(
        () => look(browser, `const { top } = dialog.querySelector("#cl-note-1").getBoundingClientRect(); return top;`),
        (top) => top >= 0 && top < 200,
        "the note to be in view",
      );
      assert.deepEqual(await browser.evaluate(() => [location.href, history.length]), before);
    },
  },
  {
    name: "fits at 320 pixels without scrolling sideways",
    async run({ browser, server }) {
      await browser.viewport(320, 640);
      const wide = `<table><tr>${"<th>Heading of a column</th>".repeat(9)}</tr><tr>${"<td>value</td>".repeat(9)}</tr></table><pre><code>${"long_line_of_code(); ".repeat(20)}</code></pre><p>${"https://example.org/a-very-long-address".repeat(6)}</p>`;
      await browser.open(server.page("/narrow", article("", wide)));
      await openReader(browser);
      const [content, frame] = await look(browser, `return [dialog.scrollWidth, dialog.clientWidth];`);
      assert.ok(content <= frame, `${content} > ${frame}`);
      return undefined;
    },
  },
  {
    name: "an author's portrait alone above the text is left out; other pictures there stay",
    async run({ browser, server }) {
      const portrait = `<header><p>How a village of four houses kept its lamp for a hundred years, and who paid for the oil.</p><ul><li><a href="/author"><img src="/assets/portrait-1.png" alt="Ada Example" width="60" height="60"></a></li></ul></header>`;
      const lead = `<figure><img src="/assets/harbour.jpg" alt="The harbour" width="960" height="540"><figcaption>The harbour at dawn, as it looked from the wall.</figcaption></figure>`;
      const within = `<p>The keeper <img src="/assets/portrait-2.png" alt="The keeper" width="60" height="60"> is the one on the left, as everybody in the village would have known.</p>`;
      await browser.open(server.page("/portrait", article("", within).replace('<p class="byline">By Ada Example</p>', `${portrait}${lead}`)));
      await openReader(browser);
      assert.deepEqual(await look(browser, `return [...dialog.querySelectorAll(".content img")].map((image) => image.alt);`), ["The harbour", "The keeper"]);
      await close(browser);
      await browser.open(`${server.origin}/long-read/page.html`);
      await openReader(browser);
      assert.deepEqual(await look(browser, `return [dialog.querySelector(".content > :first-child").textContent, dialog.querySelectorAll('.content img[width="60"]').length];`), [
        "How towns lost their noon, who sold them another one, and why the argument is not over.",
        0,
      ]);
    },
  },
  {
    name: "style sheets that the page has adopted stay as they are",
    async run({ browser, server }) {
      await browser.open(server.page("/adopted", article()));
      await browser.evaluate(() => {
        for (const colour of ["navy", "maroon"]) {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`body { color: ${colour} }`);
          document.adoptedStyleSheets.push(sheet);
        }
      });
      const before = await pageState(browser);
      await openReader(browser);
      await close(browser);
      assert.deepEqual(await pageState(browser), before);
    },
  },
  {
    name: "an XHTML page and a plain text are read as well",
    async run({ browser, server }) {
      const xhtml = article().replace("<!doctype html>", "").replace("<html ", '<html xmlns="http://www.w3.org/1999/xhtml" ').replace('<meta charset="utf-8">', "").replace(/(<meta[^>]*)>/g, "$1/>");
      await browser.open(server.page("/x", { body: xhtml, headers: { "content-type": "application/xhtml+xml" } }));
      await openReader(browser);
      assert.match((await readText(browser)).content ?? "", /The first paragraph[^]*The last paragraph/);
      assert.equal((await status(browser)).removedBySecondLayer, 0);
      await close(browser);

      const plain = article().replace(/<[^>]*>/g, "\n");
      await browser.open(server.page("/plain.txt", { body: plain, headers: { "content-type": "text/plain; charset=utf-8" } }));
      await openReader(browser);
      await close(browser);
    },
  },
];
