/** The toolbar and its panels, and settings: seen at once, kept, of one site or of all, whatever lies in storage. */
import assert from "node:assert/strict";
import { clickControl, inControls, openPanel, tabTo } from "../lib/controls.mjs";
import { clickOn, openOptions, type } from "../lib/options.mjs";
import { article, openArticle } from "../lib/pages.mjs";
import { close, closeBoth, isOpen, look, openReader, readText, SEPIA, styleOf, until } from "../lib/reader.mjs";
import { areas, choose, forget, kept, lay } from "../lib/storage.mjs";

/**
 * Each setting of the panel, step by step: its value after the step, where a keyboard finds it and what is pressed there, what
 * is clicked and how far along it, and what looks otherwise then.
 *
 * @type {[setting: string, value: unknown, at: string, key: string, click: string, along: number, property: string, of?: string][]}
 */
const STEPS = [
  ["theme", "light", "As the system", "ArrowDown", "Light", 0.5, "color", "dialog"],
  ["theme", "sepia", "Light", "ArrowDown", "Sepia", 0.5, "color", "dialog"],
  ["theme", "dark", "Sepia", "ArrowDown", "Dark", 0.5, "color", "dialog"],
  ["theme", "black", "Dark", "ArrowDown", "Black", 0.5, "color", "dialog"],
  ["theme", "contrast", "Black", "ArrowDown", "High contrast", 0.5, "color", "dialog"],
  ["font", "sans", "Serif", "ArrowDown", "Sans serif", 0.5, "fontFamily"],
  ["font", "mono", "Sans serif", "ArrowDown", "Monospace", 0.5, "fontFamily"],
  ["font", "atkinson", "Monospace", "ArrowDown", "Atkinson", 0.5, "fontFamily"],
  ["font", "dyslexic", "Atkinson", "ArrowDown", "OpenDyslexic", 0.5, "fontFamily"],
  ["size", 110, "Text size", "ArrowUp", "Text size", 0.6, "fontSize"],
  ["lineHeight", 170, "Line height", "ArrowUp", "Line height", 0.9, "lineHeight"],
  ["width", 70, "Letters in a line", "ArrowUp", "Letters in a line", 0.2, "maxInlineSize", "article"],
  ["letterSpacing", 2, "Letter spacing", "ArrowUp", "Letter spacing", 0.5, "letterSpacing"],
  ["wordSpacing", 4, "Word spacing", "ArrowUp", "Word spacing", 0.5, "wordSpacing"],
  ["align", "justify", "To one side", "ArrowDown", "Justified", 0.5, "textAlign"],
  ["hyphens", true, "Hyphenate", "Space", "Hyphenate", 0.5, "hyphens"],
  ["browserLook", true, "Use my browser", "Space", "Use my browser", 0.5, "fontFamily"],
];

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "settings: by pointer: the panel opens, a theme is seen at once and kept, Escape closes the panel and then the reader",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      await clickControl(browser, "Appearance");
      assert.equal(await openPanel(browser), "Appearance");
      await clickControl(browser, "Sepia");
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA);
      await until(() => kept(browser), ({ settings }) => settings?.theme === "sepia", "the theme to be kept");
      await browser.press("Escape");
      assert.equal(await openPanel(browser), null);
      assert.equal(await isOpen(browser), true);
      await close(browser);
      await openArticle(world);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA);
      await clickControl(browser, "Appearance");
      await browser.click(300, 500); // Elsewhere: the panel closes, the reader stays.
      await until(() => openPanel(browser), (panel) => panel === null, "the panel to close");
      assert.equal(await isOpen(browser), true);
    },
  },
  {
    name: "settings: by keyboard: keys and Tab reach everything, focus comes back",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      const before = parseFloat(await styleOf(browser, "fontSize"));
      await browser.press("+");
      await browser.press("+");
      assert.equal(parseFloat(await styleOf(browser, "fontSize")) / before, 1.2);
      await browser.press("-");
      await browser.press("a");
      assert.equal(await openPanel(browser), "Appearance");
      await tabTo(browser, "Line height");
      await browser.press("ArrowUp");
      await until(() => kept(browser), ({ settings }) => settings?.size === 110 && settings?.lineHeight === 170, "both to be kept");
      await tabTo(browser, "Only for 127.0.0.1");
      await browser.press("Space");
      await until(() => kept(browser), (items) => items["settings of 127.0.0.1"]?.size === 110, "the site's own look");
      await browser.press("Space");
      await until(() => kept(browser), (items) => items["settings of 127.0.0.1"] === undefined, "the look of all sites");
      await tabTo(browser, "Reset");
      await browser.press("Enter");
      await until(() => kept(browser), ({ settings }) => Object.keys(settings).length === 0, "the reset");
      assert.equal(parseFloat(await styleOf(browser, "fontSize")), before);
      await browser.press("Escape");
      assert.equal(await look(browser, `return dialog.getRootNode().activeElement?.localName;`), "h1");
    },
  },
  ...["by keyboard", "by pointer"].map((how) => ({
    name: `settings: every one in the panel, ${how}: seen at once, kept`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await browser.colorScheme("dark");
      await openArticle(world);
      await browser.press("a");
      for (const [setting, value, at, key, click, along, property, of] of STEPS) {
        const before = await styleOf(browser, property, of);
        if (how === "by keyboard") {
          // The one that takes the look away stands at the beginning, and is tried at the end.
          await tabTo(browser, at, setting === "browserLook" ? "Shift+Tab" : "Tab");
          await browser.press(key);
        } else {
          await clickControl(browser, click, along);
        }
        await until(() => styleOf(browser, property, of), (now) => now !== before, `${setting} ${value} to be seen in ${property}`);
        // Where a click sets a slider depends on how wide it is.
        const wanted = (/** @type {unknown} */ now) => (how === "by pointer" && typeof value === "number" ? typeof now === "number" : now === value);
        await until(() => kept(browser), ({ settings }) => wanted(settings?.[setting]), `${setting} to be kept`);
      }
      await browser.colorScheme("light");
      await closeBoth(browser);
      await forget(browser);
    },
  })),
  {
    name: "settings: changed in the reader or in the options and left at once, they are kept",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      await browser.press("+");
      await browser.open("about:blank");
      await until(() => kept(browser), ({ settings }) => settings?.size === 110, "the change in the reader");
      await openOptions(browser);
      await browser.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("input[type=range]")).focus());
      await browser.press("ArrowRight");
      await browser.open("about:blank");
      await until(() => kept(browser), ({ settings }) => settings?.size === 120, "the change in the options");
      await openOptions(browser);
      await clickOn(browser, "Style rules");
      await type(browser, "p{}");
      await browser.open("about:blank");
      await until(() => kept(browser), (items) => items["settings css"]?.css === "p{}", "the style rules in the options");
      await forget(browser);
    },
  },
  {
    name: "settings: what is changed elsewhere is seen when the reader comes back to the tab",
    only: "firefox", // What drives Chromium keeps its pages visible, whichever is in front.
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      await choose(browser, { theme: "sepia" });
      // To another tab and back.
      await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const [front] = await api.tabs.query({ active: true });
        const other = await api.tabs.create({ url: "about:blank" });
        await new Promise((resolve) => setTimeout(resolve, 300));
        await api.tabs.update(front.id, { active: true });
        await api.tabs.remove(other.id);
      });
      await until(() => styleOf(browser, "backgroundColor", "dialog"), (colour) => colour === SEPIA, "the new theme");
    },
  },
  {
    name: "settings: the sheet of keys opens by ? and by its button, and single keys can be switched off",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      await clickControl(browser, "Keyboard shortcuts");
      assert.equal(await openPanel(browser), "Keyboard shortcuts");
      await closeBoth(browser);
      await openArticle(world);
      await browser.press("?");
      assert.equal(await openPanel(browser), "Keyboard shortcuts");
      assert.match(await inControls(browser, `return panel().textContent;`), /Larger text/);
      await closeBoth(browser);
      await lay(browser, { sync: { settings: { version: 1, values: { shortcuts: false } } } });
      await openArticle(world);
      await browser.press("?");
      assert.equal(await openPanel(browser), null);
      await close(browser);
      await forget(browser);
    },
  },
  {
    name: "settings: a site can have a look of its own",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      await clickControl(browser, "Appearance");
      await clickControl(browser, "Only for 127.0.0.1");
      await until(() => kept(browser), (items) => "settings of 127.0.0.1" in items, "the site's own look");
      await clickControl(browser, "Black");
      await until(() => kept(browser), (items) => items["settings of 127.0.0.1"]?.theme === "black" && items["settings"] === undefined, "the theme to be the site's");
      await closeBoth(browser);
      await browser.open(world.server.page("/settings", article()).replace("127.0.0.1", "localhost"));
      await openReader(browser);
      assert.notEqual(await styleOf(browser, "backgroundColor", "dialog"), "rgb(0, 0, 0)");
      await close(browser);
      await openArticle(world);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), "rgb(0, 0, 0)");
      await clickControl(browser, "Appearance");
      await clickControl(browser, "Only for 127.0.0.1");
      await until(() => styleOf(browser, "backgroundColor", "dialog"), (colour) => colour !== "rgb(0, 0, 0)", "the look of all sites");
      assert.deepEqual(await kept(browser), {});
    },
  },
  {
    name: "settings: storage of a broken, older or newer shape is survived, and what a newer version knows is kept",
    async run(world) {
      const { browser } = world;
      const broken = [
        null, 7, "x", [], { version: "a" }, { values: 3 }, { version: 1, values: [] }, { version: 0, theme: "sepia" },
        { version: 1, values: { theme: 3, size: "big", width: 9999, font: "__proto__", hyphens: 1 } },
        { version: 99, values: { theme: "ultraviolet", size: { a: 1 }, measure: -5, unheardOf: true } },
      ];
      /** @param {unknown} value */
      const layAnew = async (value) => {
        const items = { settings: value, "settings of 127.0.0.1": value };
        await lay(browser, { sync: items, local: items });
        await browser.killBackground();
      };
      await forget(browser);
      for (const value of broken) {
        await layAnew(value);
        await openArticle(world);
        assert.equal(await styleOf(browser, "textAlign"), "start", JSON.stringify(value));
        assert.match((await readText(browser)).content ?? "", /The last paragraph/, JSON.stringify(value));
        await close(browser);
      }
      await forget(browser);
      await layAnew({ theme: "sepia", size: 20 });
      await openArticle(world);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA, "older than versions");
      await close(browser);
      await forget(browser);
      await lay(browser, { sync: { settings: { version: 9, values: { theme: "sepia", hologram: true } } } });
      await openArticle(world);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA);
      await browser.press("+");
      await until(() => kept(browser), ({ settings }) => settings.size === 110 && settings.hologram === true, "the unknown to stay");
    },
  },
  {
    name: "settings: where sync refuses, they are kept here until it takes them again",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      // Eight kilobytes are the most that an item may have.
      await lay(browser, { local: { settings: { version: 1, values: { padding: "x".repeat(9000), theme: "sepia" } } } });
      await openArticle(world);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA);
      await browser.press("+");
      const where = async () => {
        const { sync, local } = await areas(browser);
        return [sync.settings?.values.size ?? 0, local.settings?.values.size ?? 0];
      };
      await until(where, ([sync, local]) => sync === 0 && local === 110, "local storage");
      await close(browser);
      await lay(browser, { local: { settings: { version: 1, values: { theme: "sepia" } } } });
      await openArticle(world);
      await browser.press("+");
      await until(where, ([sync, local]) => sync === 110 && local === 0, "synced storage");
    },
  },
];
