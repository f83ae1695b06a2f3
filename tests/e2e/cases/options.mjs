/** The options page, the welcome, the privacy page: by pointer and by keyboard, and nothing that axe minds. */
import assert from "node:assert/strict";
import { violationsIn, violationsInReader } from "../lib/axe.mjs";
import { clickControl, inControls, tabTo } from "../lib/controls.mjs";
import { choseFile, clickOn, exported, openOptions, tabOn, type } from "../lib/options.mjs";
import { openArticle } from "../lib/pages.mjs";
import { close, look, openReader, SEPIA, styleOf, until } from "../lib/reader.mjs";
import { choose, forget, kept, lay, unwelcome } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** @param {Driver} browser */
const previewSize = (browser) =>
  browser.evaluate(() => parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector(".preview > div")?.shadowRoot?.querySelector(".content"))).fontSize));

/** Files that say they are ours, and lack what they are for. */
const HALF = [
  {}, { version: 1, sites: {} }, { settings: "x" }, { settings: { theme: 7, unheard: 1 } }, { settings: {}, sites: "x" },
].map((content) => JSON.stringify({ format: "clearleaf-settings", ...content }));

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "options: a change is seen in the preview at once, kept, and used by the reader",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openOptions(browser);
      await clickOn(browser, "Sepia");
      assert.equal(await browser.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), SEPIA);
      const before = await previewSize(browser);
      await browser.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("input[type=range]")).focus());
      await browser.press("ArrowRight");
      await until(() => previewSize(browser), (size) => Math.abs(size / before - 1.1) < 0.01, "the preview to grow");
      await until(() => kept(browser), ({ settings }) => settings?.theme === "sepia" && settings.size === 110, "both to be kept");
      await openArticle(world);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA);
      await close(browser);
      await openOptions(browser);
      await clickOn(browser, "Reset");
      await until(() => kept(browser), ({ settings }) => Object.keys(settings).length === 0, "the reset");
    },
  },
  ...["by keyboard", "by pointer"].map((how) => ({
    name: `options: where links open, what is remembered, keys, style rules, export, ${how}; and the way to the page on privacy`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run({ browser }) {
      await forget(browser);
      await openOptions(browser);
      const byKeys = how === "by keyboard";
      /** @param {string} name @param {string} key */
      const press = (name, key) => tabOn(browser, name).then(() => browser.press(key));
      await (byKeys ? press("In the page", "ArrowDown") : clickOn(browser, "In a new tab"));
      for (const name of ["Compatible view", "Come back to where", "Single-key shortcuts"]) await (byKeys ? press(name, "Space") : clickOn(browser, name));
      await until(() => kept(browser), ({ settings }) => settings?.links === "tab" && settings.compatible === true && settings.remember === false && settings.shortcuts === false, "all to be kept");
      await openOptions(browser);
      await (byKeys ? tabOn(browser, "Style rules") : clickOn(browser, "Style rules"));
      await type(browser, "p { color: teal }");
      await (byKeys ? tabOn(browser, "Export", "#backup").then(() => browser.press("Enter")) : clickOn(browser, "Export", "#backup"));
      assert.equal((await exported(browser, "#backup")).settings.css, "p { color: teal }", "at once, though it is kept a little later");
      await (byKeys ? press("Privacy", "Enter") : clickOn(browser, "Privacy"));
      const where = () => browser.evaluate(() => location.pathname).catch(() => "");
      await until(where, (path) => path === "/options/privacy.html", "the page on privacy");
      await until(() => browser.evaluate(() => document.querySelector("a")?.textContent ?? "").catch(() => ""), (text) => text !== "", "the page to be drawn");
      await (byKeys ? press("Clearleaf settings", "Enter") : clickOn(browser, "Clearleaf settings"));
      await until(where, (path) => path === "/options/options.html", "the options");
      await forget(browser);
    },
  })),
  {
    name: "options: export gives a file that import takes back; other files change nothing",
    async run({ browser }) {
      await choose(browser, { theme: "black", css: "p { color: red }" });
      await openOptions(browser);
      await clickOn(browser, "Export", "#backup");
      assert.deepEqual(await exported(browser, "#backup"), { format: "clearleaf-settings", version: 1, settings: { theme: "black", css: "p { color: red }" }, sites: {} });
      await choose(browser, { theme: "light" });
      for (const broken of ["", "{", "[]", "null", `{"format":"other"}`, ...HALF]) {
        await choseFile(browser, "#backup", broken);
        await until(() => browser.evaluate(() => document.querySelector("#backup [role=alert]")?.textContent), (said) => said?.startsWith("Clearleaf cannot use this file"), "a word on the file");
        await browser.evaluate(() => document.querySelector("#backup [role=alert]")?.replaceChildren());
      }
      assert.deepEqual(await kept(browser), { settings: { theme: "light" } });
      const odd = { format: "clearleaf-settings", version: 7, settings: { theme: "black", size: 1e9, other: 1 }, sites: { "example.org": { theme: "dark", css: "x" }, "../x y": {} } };
      await choseFile(browser, "#backup", JSON.stringify(odd));
      await until(() => kept(browser), ({ settings }) => settings.theme === "black", "the import");
      const said = await until(() => browser.evaluate(() => { const { width, height } = document.querySelector("#spoken")?.getBoundingClientRect() ?? {}; return [document.querySelector("#spoken")?.textContent, width, height]; }), ([text]) => text !== "", "a word on it");
      assert.ok(said[0] === "Settings imported." && said[1] > 100 && said[2] > 20, `to be seen as well: ${said}`);
      assert.deepEqual(await kept(browser), { settings: { theme: "black" }, "settings of example.org": { theme: "dark", css: "x" } });
      await until(() => browser.evaluate(() => document.querySelector("#sites bdi")?.textContent), (site) => site === "example.org", "the list of sites");
      await clickOn(browser, "Remove the look of example.org");
      await until(() => kept(browser), (items) => Object.keys(items).join() === "settings", "the site to be gone");
    },
  },
  {
    name: "options: what the browser refuses to keep of a file is said",
    async run({ browser }) {
      await choose(browser, { theme: "light" });
      await openOptions(browser);
      await browser.evaluate(() => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        for (const area of [api.storage.sync, api.storage.local]) area.set = () => Promise.reject(new Error("full"));
      });
      await choseFile(browser, "#backup", JSON.stringify({ format: "clearleaf-settings", version: 1, settings: { theme: "black" }, sites: {} }));
      await until(() => browser.evaluate(() => document.querySelector("#backup [role=alert]")?.textContent), (said) => said?.startsWith("Clearleaf cannot use this file"), "a word on it");
      assert.deepEqual(await kept(browser), { settings: { theme: "light" } });
    },
  },
  {
    name: "options: who acts by keyboard stays where they are, though the page is drawn anew",
    async run({ browser }) {
      await choose(browser, { theme: "black" });
      const looks = { version: 1, values: { theme: "dark" } };
      await lay(browser, { local: { "settings of a.example": looks, "settings of b.example": looks, paths: { version: 1, sites: { "http://127.0.0.1/*": [] } } } });
      await openOptions(browser);
      const here = () => browser.evaluate(() => [document.activeElement?.closest("section")?.id, document.activeElement?.ariaLabel ?? document.activeElement?.closest("label, h2, button")?.textContent].join(": "));
      /** @param {string} name @param {string} section @param {string} key @param {string} after where one is then */
      const act = async (name, section, key, after) => {
        await tabOn(browser, name, section);
        await browser.evaluate(() => document.querySelector("section")?.classList.add("before"));
        await browser.press(key);
        await until(() => browser.evaluate(() => document.querySelector(".before")), (before) => before === null, "the page to be drawn anew");
        assert.equal(await here(), after);
      };
      await act("Reset", "#look", "Enter", "look: Reset");
      await act("http://127.0.0.1", "#auto", "Space", "auto: http://127.0.0.1");
      await act("http://127.0.0.1", "#auto", "Space", "auto: http://127.0.0.1");
      await act("Remove the look of a.example", "#sites", "Enter", "sites: Remove the look of b.example");
      await act("Remove the look of b.example", "#sites", "Enter", "sites: Sites with a look of their own");
      await forget(browser);
    },
  },
  {
    name: "options: files are chosen by pointer and by keyboard",
    async run({ browser }) {
      await openOptions(browser);
      // The window in which files are chosen is the system's: here it only counts that it would open.
      const asked = () => browser.evaluate(() => Number(document.body.dataset.asked ?? 0));
      await browser.evaluate(() => document.addEventListener("click", (event) => {
        if (!(event.target instanceof HTMLInputElement) || event.target.type !== "file") return;
        event.preventDefault();
        document.body.dataset.asked = String(Number(document.body.dataset.asked ?? 0) + 1);
      }, true));
      let times = 0;
      for (const section of ["#rules", "#backup"]) {
        for (const press of [() => clickOn(browser, "Import", section, "button"), () => tabOn(browser, "Import", section).then(() => browser.press("Enter"))]) {
          await press();
          times += 1;
          await until(asked, (count) => count === times, `${section}, ${times}`);
        }
      }
    },
  },
  {
    name: "options: style rules that would load are left out, and that is said",
    async run({ browser, server }) {
      await choose(browser, { css: `p { color: red } @import "http://evil.example/a"; p { background: url(http://evil.example/b) }` });
      await openOptions(browser);
      await until(() => browser.evaluate(() => document.querySelector("#css [role=status]")?.textContent), (said) => said?.endsWith(": 1"), "the number of rules");
      const colours = () => browser.evaluate(() => [...document.querySelectorAll(".preview > div")].map((each) => getComputedStyle(/** @type {Element} */ (each.shadowRoot?.querySelector("p:not([class])"))).color).join());
      assert.equal(await colours(), "rgb(255, 0, 0),rgb(255, 0, 0)");
      await clickOn(browser, "Style rules", "#css", "textarea");
      const [field, sample] = await browser.evaluate(() => ["#css textarea", "#css .preview"].map((each) => document.querySelector(each)?.getBoundingClientRect().toJSON()));
      assert.ok(sample.width > 200 && sample.top < field.bottom && sample.bottom > field.top, "what is typed is seen beside it");
      await browser.press("End");
      await type(browser, " p { color: teal }");
      await until(colours, (now) => now === "rgb(0, 128, 128),rgb(0, 128, 128)", "the new rule");
      assert.deepEqual(server.log.filter(({ host }) => host.includes("evil")), []);
    },
  },
  {
    name: "options and privacy: axe finds nothing, in each theme",
    async run({ browser }) {
      for (const theme of ["light", "sepia", "dark", "black", "contrast"]) {
        await choose(browser, { theme });
        for (const page of ["options", "privacy"]) {
          await openOptions(browser, page);
          assert.deepEqual(await violationsIn(browser, "document"), [], `${page}, ${theme}`);
        }
      }
      await forget(browser);
    },
  },
  {
    name: "options: nothing is wider than a narrow window",
    async run({ browser }) {
      await browser.viewport(320, 640);
      for (const page of ["options", "privacy"]) {
        await openOptions(browser, page);
        assert.equal(await browser.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, page);
      }
    },
  },
  {
    name: "welcome: shown until it is dismissed, by pointer and by keyboard",
    async run(world) {
      const { browser } = world;
      const shown = () => inControls(browser, `return control("Got it") !== null;`);
      for (const dismiss of [() => clickControl(browser, "Got it"), () => tabTo(browser, "Got it", "Shift+Tab").then(() => browser.press("Enter"))]) {
        await unwelcome(browser);
        await openArticle(world);
        assert.equal(await shown(), true);
        assert.deepEqual(await violationsInReader(browser), []);
        await close(browser);
        await openReader(browser);
        assert.equal(await shown(), true, "until someone has said so");
        await dismiss();
        await until(shown, (still) => !still, "the welcome to go");
        assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.localName;`), "h1");
        await close(browser);
        await openReader(browser);
        assert.equal(await shown(), false, "never again");
        await close(browser);
      }
    },
  },
  {
    name: "the reader leads to the options",
    async run(world) {
      const { browser } = world;
      await openArticle(world);
      await clickControl(browser, "Appearance");
      await clickControl(browser, "All settings");
      await until(() => browser.urls(), (urls) => urls.some((url) => url.includes("options/options.html")), "the options page");
    },
  },
];
