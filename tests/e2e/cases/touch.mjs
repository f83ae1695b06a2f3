/** By finger, in a window as narrow as a telephone: what is pressed is wide enough, and everything can be reached. */
import assert from "node:assert/strict";
import { inControls, openPanel, tapControl } from "../lib/controls.mjs";
import { openOptions } from "../lib/options.mjs";
import { article } from "../lib/pages.mjs";
import { closeBoth, isThere, look, middleOf, openReader, pause, SEPIA, styleOf, until, waitClosed } from "../lib/reader.mjs";
import { choose, forget, kept, unwelcome } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** Pixels; Apple, Google and WCAG's strictest level ask for about as much. */
const FINGER = 44;

const NOTE = `<p>It was said before.<sup><a href="#note-1" id="ref-1">1</a></sup> And after that nobody spoke of it, as far as the book of the harbour knows.</p>`;
const FIGURE = `<figure><img src="/assets/harbour.jpg" alt="The harbour"><figcaption>The harbour at dawn, as it looked from the wall.</figcaption></figure>
  <figure><img src="/assets/city.jpg" alt="The town"><figcaption>The town behind it, at noon.</figcaption></figure>`;
const RICH = `${NOTE}<h2>What was in the crates</h2><p>More than the papers said, and nobody knew who had sent it, or what for.</p>${FIGURE}
  <pre><code class="language-python">return len(crates) + 1</code></pre><p>That is how it was counted from then on, whoever asked.</p>
  <ol><li id="note-1"><p>In the old harbour book, on the page for that winter. <a href="#ref-1">↩</a></p></li></ol>
  <aside class="related"><h2>Read more</h2><ul><li><a href="/a">A bridge at last for the mainland</a></li><li><a href="/b">The lamp that never went out</a></li></ul></aside>`;

/**
 * Runs in a page: what can be pressed and is smaller than a finger. A label is pressed for its field; links in running
 * text are as high as the text.
 *
 * @param {Element[]} all
 * @param {number} least
 */
function tooSmall(all, least) {
  return all.flatMap((each) => {
    const pressed = each.closest("label") ?? each;
    const { width, height } = pressed.getBoundingClientRect();
    const name = (each.ariaLabel ?? pressed.textContent ?? "").trim().slice(0, 30);
    // A pixel's fraction is lost where the browser rounds.
    return !each.checkVisibility() || (width > least - 0.5 && height > least - 0.5) ? [] : [`${each.localName} "${name}": ${Math.round(width)} × ${Math.round(height)}`];
  });
}

const PRESSED = "button, input:not([hidden]), select, summary";

/** @param {Driver} browser @param {string} what */
async function assertWide(browser, what) {
  const small = await inControls(browser, `return (${tooSmall})([...all(args[0]), ...dialog.querySelectorAll(".enlarge")], args[1]);`, PRESSED, FINGER);
  assert.deepEqual(small, [], what);
}

/** @param {Driver} browser @param {string} selector in the article */
async function tapInArticle(browser, selector) {
  await browser.tap(...(await middleOf(browser, selector)));
}

/** @param {Driver} browser @param {() => Promise<void>} work */
async function asTelephone(browser, work) {
  await browser.viewport(320, 640);
  await browser.touch(true);
  try {
    await work();
  } finally {
    await browser.touch(false);
  }
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "touch: nothing to press is narrower or lower than a finger: reader, welcome, panels, notices, notes, large pictures, options",
    run: ({ browser, server }) =>
      asTelephone(browser, async () => {
        await forget(browser);
        await unwelcome(browser);
        await browser.open(server.page("/touch", article("", RICH)));
        await openReader(browser);
        await until(() => look(browser, `for (const image of dialog.querySelectorAll("img")) image.loading = "eager"; return dialog.querySelectorAll(".enlarge").length;`), (count) => count === 2, "the buttons on pictures");
        await assertWide(browser, "the article and the welcome");
        assert.match(await inControls(browser, `return all("section > p").map((each) => each.textContent).join();`), /^The cross brings the page back/, "who has no keyboard is told of no key");
        await tapControl(browser, "Got it");
        for (const panel of ["Contents", "What was removed", "Appearance", "Keyboard shortcuts"]) {
          await tapControl(browser, panel);
          await until(() => openPanel(browser), (name) => name === panel, panel);
          await inControls(browser, `for (const each of all("details")) each.open = true;`);
          await assertWide(browser, panel);
          await browser.press("Escape");
        }
        await tapInArticle(browser, "sup a");
        await until(() => isThere(browser, ".note:popover-open"), (there) => there, "the note");
        await assertWide(browser, "a note");
        await browser.press("Escape");
        await tapInArticle(browser, "figure img");
        await until(() => isThere(browser, ".large:popover-open"), (there) => there, "the picture");
        await assertWide(browser, "a large picture");
        await browser.press("Escape");
        await browser.press("x");
        await assertWide(browser, "a notice");
        await closeBoth(browser);
        await openOptions(browser);
        assert.deepEqual(await browser.evaluate(`(selector, least) => (${tooSmall})([...document.querySelectorAll(selector)], least)`, PRESSED, FINGER), [], "the options");
      }),
  },
  {
    name: "touch: a setting, a note, pictures, a block removed and brought back, and the way out, by finger",
    run: ({ browser, server }) =>
      asTelephone(browser, async () => {
        await choose(browser, {});
        await browser.open(server.page("/touch-2", article("", RICH)));
        await openReader(browser);
        await tapControl(browser, "Appearance");
        await tapControl(browser, "Sepia");
        await until(() => styleOf(browser, "backgroundColor", "dialog"), (colour) => colour === SEPIA, "the theme");
        await until(() => kept(browser), ({ settings }) => settings?.theme === "sepia", "the theme to be kept");
        await browser.tap(160, 90); // Above the panel.
        await until(() => openPanel(browser), (panel) => panel === null, "the panel to close");

        await tapInArticle(browser, "sup a");
        await until(() => isThere(browser, ".note:popover-open"), (there) => there, "the note");
        await tapControl(browser, "Go to the note");
        await until(() => isThere(browser, ".note"), (there) => !there, "the note to close");

        const large = () => look(browser, `return dialog.querySelector(".large:popover-open img")?.alt ?? null;`);
        await tapInArticle(browser, "figure img");
        await until(large, (alt) => alt === "The harbour", "the picture");
        await tapControl(browser, "Next picture");
        await until(large, (alt) => alt === "The town", "the next");
        await tapControl(browser, "Back to the article");
        await until(large, (alt) => alt === null, "the picture to close");

        await look(browser, `dialog.scrollTop = 0;`);
        await tapControl(browser, "What was removed");
        await tapControl(browser, "Remove by pointing");
        await tapInArticle(browser, ".content > p");
        const text = () => look(browser, `return dialog.querySelector(".content").textContent;`);
        await until(text, (words) => !words.includes("The first paragraph"), "the paragraph to go");
        await tapControl(browser, "Undo");
        await until(text, (words) => words.includes("The first paragraph"), "the paragraph to be back");
        await browser.press("Escape");
        await look(browser, `dialog.scrollTop = 0;`);
        await pause(300);
        await tapControl(browser, "Back to the page");
        await waitClosed(browser);
        await forget(browser);
      }),
  },
  {
    name: "touch: Firefox for Android: named in the manifest; where there are no context menus, nothing asks for them",
    only: "firefox", // What drives browsers here is not on a telephone: what is missing there is taken away here.
    async run({ browser }) {
      await forget(browser);
      const { manifest, menus } = await browser.extension(`async () => {
        Object.defineProperty(browser, "contextMenus", { value: undefined, configurable: true });
        const { createMenus, setSite } = await import("/background/menus.js");
        await createMenus();
        await setSite(false, "http://127.0.0.1/*");
        return { manifest: browser.runtime.getManifest(), menus: typeof browser.contextMenus };
      }`);
      assert.equal(menus, "undefined");
      const { gecko, gecko_android: android } = manifest.browser_specific_settings;
      assert.equal(android.strict_min_version, gecko.strict_min_version);
      assert.deepEqual(gecko.data_collection_permissions.required, ["none"]);
    },
  },
  {
    name: "touch: what the keys bring into view is not behind the notice at the lower edge",
    async run({ browser, server }) {
      await browser.viewport(700, 500);
      await browser.open(server.page("/touch-3", article("", RICH)));
      await openReader(browser);
      await browser.press("x");
      for (let presses = 0; presses < 8; presses += 1) {
        await browser.press("ArrowDown");
        const [picked, notice] = await look(browser, `return [dialog.querySelector(".picked").getBoundingClientRect().bottom, dialog.querySelector(".notice").getBoundingClientRect().top];`);
        assert.ok(picked <= notice + 1, `block ${presses}: ends at ${picked}, the notice begins at ${notice}`);
      }
      await closeBoth(browser);
    },
  },
];
