/** What is kept, and who is ended while it is: one or the other, never neither; and what a later version has kept stays. */
import assert from "node:assert/strict";
import { article } from "../lib/pages.mjs";
import { close, openReader, pause, until } from "../lib/reader.mjs";
import { areas, choose, forget, lay } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** @param {Driver} browser @param {Record<string, unknown>} values @returns {Promise<Record<string, any>>} what is true then */
const change = (browser, values) =>
  browser.extension(async (wanted) => {
    const { runtime } = /** @type {any} */ (globalThis).browser ?? chrome;
    const { change } = await import(runtime.getURL("settings/store.js"));
    return (await change(wanted, null)).values;
  }, values);

/** @param {Driver} browser @returns {Promise<Record<string, any>>} */
const settings = (browser) => change(browser, {});

/**
 * In the reader, so by messages to the background, which are not waited for, nor begun before this is done.
 *
 * @param {Driver} browser
 * @param {number} ms
 * @param {unknown[]} messages
 */
const tellIn = (browser, ms, messages) =>
  browser.extension(async (after, said) => {
    const { scripting, tabs } = /** @type {any} */ (globalThis).browser ?? chrome;
    const [tab] = await tabs.query({ active: true });
    await scripting.executeScript({ target: { tabId: tab.id }, func: (/** @type {number} */ wait, /** @type {any[]} */ all) => void setTimeout(() => all.forEach((each) => void /** @type {any} */ (globalThis).clearleaf.tell(each)), wait), args: [after, said] });
  }, ms, messages);

const RULE = { keep: false, tag: "div", inside: ["article", "main"], stems: ["box", "promo"], shape: { words: 2, links: "few", asks: false, pictures: false }, opening: "" };

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "storage: of what is synced and what is not, the later counts: who was ended in between loses nothing, and for no longer",
    async run({ browser }) {
      await forget(browser);
      await lay(browser, { sync: { settings: { version: 1, at: 2_000, values: { theme: "sepia" } } }, local: { settings: { version: 1, at: 1_000, values: { theme: "dark" } } } });
      assert.equal((await settings(browser)).theme, "sepia", "ended after it was synced");
      await lay(browser, { local: { settings: { version: 1, at: 3_000, values: { theme: "black" } } } });
      assert.equal((await settings(browser)).theme, "black", "not synced yet");
      // Of before there were stamps.
      await lay(browser, { sync: { settings: { version: 1, values: { theme: "sepia" } } }, local: { settings: { version: 1, values: { theme: "dark" } } } });
      assert.equal((await settings(browser)).theme, "dark");
      await change(browser, { theme: "light" });
      const { sync, local } = await areas(browser);
      assert.deepEqual([sync.settings.values, "settings" in local, sync.settings.at > 3_000], [{ theme: "light" }, false, true]);
      // Another machine's clock may be ahead.
      await lay(browser, { sync: { settings: { version: 1, at: 9e15, values: { theme: "sepia" } } } });
      await change(browser, { theme: "contrast" });
      assert.ok((await areas(browser)).sync.settings.at > 9e15);
      assert.equal((await settings(browser)).theme, "contrast");
      await forget(browser);
    },
  },
  {
    name: "storage: style rules that are longer than what can be synced keep nothing else from it",
    async run({ browser }) {
      await forget(browser);
      const css = "p { color: red }\n".repeat(900);
      await change(browser, { css });
      await change(browser, { theme: "sepia" });
      const { sync, local } = await areas(browser);
      assert.deepEqual([sync.settings?.values, "settings" in local], [{ theme: "sepia" }, false]);
      assert.equal(local["settings css"]?.values.css, css);
      const now = await settings(browser);
      assert.deepEqual([now.css, now.theme], [css, "sepia"]);
      await change(browser, { css: "p { color: teal }" });
      assert.deepEqual([(await areas(browser)).sync["settings css"]?.values.css, "settings css" in (await areas(browser)).local], ["p { color: teal }", false]);
      await change(browser, { css: "" });
      assert.equal((await settings(browser)).css, "");
      await forget(browser);
    },
  },
  {
    name: "storage: style rules that were kept among the settings are found there, and kept by themselves from then on",
    async run({ browser }) {
      await choose(browser, { theme: "black", css: "p { color: teal }", hologram: true });
      assert.equal((await settings(browser)).css, "p { color: teal }");
      await change(browser, { theme: "sepia" });
      const { sync } = await areas(browser);
      assert.deepEqual([sync.settings.values, sync["settings css"].values], [{ theme: "sepia", hologram: true }, { css: "p { color: teal }" }]);
      const now = await settings(browser);
      assert.deepEqual([now.theme, now.css], ["sepia", "p { color: teal }"]);
      await forget(browser);
    },
  },
  {
    name: "storage: of lists that a later version has kept all stays that this one does not know",
    async run({ browser }) {
      await forget(browser);
      const [site, other] = ["https://one.example/*", "https://two.example/*"];
      const later = (/** @type {unknown} */ list) => ({ version: 7, list, hologram: true });
      await lay(browser, {
        local: {
          places: later([{ of: "later" }]),
          rules: later([{ of: "later" }]),
          sites: later([{ of: "later" }]),
          paths: { version: 7, hologram: true, sites: { [site]: ["/news/*", { of: "later" }], [other]: { of: "later" } } },
        },
      });
      await browser.extension(async (one, rule) => {
        const { runtime } = /** @type {any} */ (globalThis).browser ?? chrome;
        const ours = (/** @type {string} */ name) => import(runtime.getURL(`background/${name}.js`));
        await (await ours("places")).keepPlace("https://one.example/a", { text: "The ferry", share: 0.5 });
        await (await ours("rules")).addRule("one.example", rule, "The ferry");
        await (await ours("paths")).setPaths(one, ["/sea/*"]);
        // Nobody has given a permission for it, so it is taken back at once.
        await (await ours("sites")).switchOn("https://three.example/*");
      }, site, RULE);
      const { places, rules, sites, paths } = (await areas(browser)).local;
      for (const [name, kept] of Object.entries({ places, rules, sites, paths })) assert.deepEqual([kept.version, kept.hologram], [7, true], name);
      assert.deepEqual([places.list.length, places.list[0]], [2, { of: "later" }]);
      assert.deepEqual([rules.list.length, rules.list[0]], [2, { of: "later" }]);
      assert.deepEqual(sites.list, [{ of: "later" }]);
      assert.deepEqual(paths.sites, { [site]: [{ of: "later" }, "/sea/*"], [other]: { of: "later" } });
      await forget(browser);
    },
  },
  {
    name: "storage: background ended during a save of a setting or a rule: what was or what is to be, and nothing broken",
    async run({ browser, server }) {
      await choose(browser, { theme: "sepia" });
      await browser.open(server.page("/save", article()));
      const ended = { old: 0, new: 0 };
      for (const [round, wait] of [0, 3, 6, 10, 15, 25].entries()) {
        const theme = round % 2 === 0 ? "dark" : "sepia";
        const before = await areas(browser);
        await openReader(browser);
        const said = [{ verb: "change-settings", values: { theme } }, { verb: "add-rule", rule: { ...RULE, stems: [`box-${round}`] }, example: "The ferry" }];
        // To end it takes some milliseconds: before, while and after it hears of the changes.
        await tellIn(browser, wait, said);
        await browser.killBackground();
        await pause(500);
        await close(browser);
        const { sync, local } = await areas(browser);
        assert.ok([theme, before.sync.settings.values.theme].includes(sync.settings.values.theme), JSON.stringify(sync));
        assert.equal("settings" in local, false);
        ended[sync.settings.values.theme === theme ? "new" : "old"] += 1;
        const [was, is] = [before.local.rules?.list ?? [], local.rules?.list ?? []];
        assert.deepEqual(is.slice(0, was.length), was, "the rules that were there");
        assert.ok(is.length - was.length <= 1 && is.every((/** @type {any} */ { stems }) => stems.length === 1), JSON.stringify(is));
        await until(() => settings(browser), (now) => now.theme === sync.settings.values.theme, "the setting to hold");
      }
      console.log(`      ended in time ${ended.old} times, too late ${ended.new} times`);
      await forget(browser);
    },
  },
];
