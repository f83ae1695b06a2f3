/** "Always on this site": asks for one origin, opens by itself, is off again with one click, and leaves nothing behind. */
import assert from "node:assert/strict";
import { OFF, ON, opensByItself, SITE, switchOff, switchOn, untilHeld } from "../lib/always.mjs";
import { clickControl, inControls, tabTo } from "../lib/controls.mjs";
import { clickOn } from "../lib/options.mjs";
import { article, links } from "../lib/pages.mjs";
import { close, closeBoth, openReader, pause, until, waitClosed } from "../lib/reader.mjs";
import { forget, lay } from "../lib/storage.mjs";

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "always: on, opens by itself, not on lists, not on the way back, off again",
    async run(world) {
      const { browser, server } = world;
      await switchOn(world);

      await browser.open(server.page("/b", article("", "", { title: "The second ferry" })));
      assert.equal(await opensByItself(browser), true, "on an article");
      await close(browser);
      assert.equal(await opensByItself(browser), false, "never again in the same page");

      await browser.open(server.page("/links", links));
      assert.equal(await opensByItself(browser), false, "not on a list of links");

      await browser.back();
      await pause(300);
      assert.equal(await opensByItself(browser), false, "not on the way back");

      await switchOff(browser);
      await browser.open(server.page("/c", article()));
      assert.equal(await opensByItself(browser), false, "not when off");
    },
  },
  {
    name: "always: from the reader to the options, where one key or click switches the site on",
    async run({ browser, server }) {
      await forget(browser);
      const name = "Open 127.0.0.1 by itself";
      const ways = [
        { leave: () => clickControl(browser, "Appearance").then(() => clickControl(browser, name)), add: () => clickOn(browser, "Add a site", "#auto", "button") },
        { leave: () => browser.press("a").then(() => tabTo(browser, name)).then(() => browser.press("Enter")), add: () => browser.press("Enter") },
      ];
      for (const { leave, add } of ways) {
        await browser.open(server.page("/a", article()));
        await openReader(browser);
        await leave();
        const urls = await until(() => browser.urls(), (all) => all.some((url) => url.endsWith("#auto=http://127.0.0.1:" + server.port)), "the options, with the site");
        await browser.closeOthers();
        await browser.open(urls.find((url) => url.includes("#auto=")) ?? "");
        await until(() => browser.evaluate(() => document.activeElement?.textContent), (text) => text === "Add a site", "the button to wait");
        await add();
        await untilHeld(browser, ON);
        await until(() => browser.evaluate(() => document.querySelector("#spoken")?.textContent), (text) => text === "127.0.0.1 now opens in the reader by itself.", "a word on it");
        await browser.open(server.page("/b", article("", "", { title: "The second ferry" })));
        assert.equal(await opensByItself(browser), true);
        await browser.press("a");
        assert.equal(await inControls(browser, `return control(args[0]);`, name), null, "it is on");
        await closeBoth(browser);
        await switchOff(browser);
      }
    },
  },
  {
    name: "always: the list decides, not a box that an ended background left behind",
    async run(world) {
      const { browser } = world;
      const box = (/** @type {boolean} */ checked) =>
        browser.extension((/** @type {boolean} */ now) => (/** @type {any} */ (globalThis).browser ?? chrome).contextMenus.update("always", { checked: now }), checked);
      await box(true);
      await switchOn(world);
      await box(false);
      await switchOff(browser);
    },
  },
  {
    name: "always: a page of another site that hangs keeps nobody from switching this one on and off",
    async run(world) {
      const { browser, server } = world;
      const hang = `<script>document.title = "hangs"; setTimeout(() => { for (const end = performance.now() + 14_000; performance.now() < end; ); }, 200);</script>`;
      const url = server.page("/hangs", hang).replace("127.0.0.1", "localhost");
      await browser.extension(async (hanging) => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        await api.tabs.create({ url: hanging, active: false });
      }, url);
      await until(async () => server.log.some(({ path }) => path === "/hangs"), (asked) => asked, "the page to be asked for");
      await pause(1_000);
      await switchOn(world);
      await browser.open(server.page("/b", article("", "", { title: "The second ferry" })));
      assert.equal(await opensByItself(browser), true, "on an article");
      await close(browser);
      await switchOff(browser);
    },
  },
  {
    name: "always: works with the background ended, and is switched off in the reader, by pointer and by keyboard",
    async run(world) {
      const { browser, server } = world;
      const off = "Stop opening 127.0.0.1 by itself";
      for (const press of [() => clickControl(browser, off), () => tabTo(browser, off, "Shift+Tab").then(() => browser.press("Enter"))]) {
        await switchOn(world);
        await browser.killBackground();
        await browser.open(server.page("/d", article()));
        assert.equal(await opensByItself(browser), true);
        await press();
        await waitClosed(browser);
        await untilHeld(browser, OFF);
      }
    },
  },
  {
    name: "always: a permission taken away in the browser takes the site off the list",
    async run(world) {
      const { browser } = world;
      await switchOn(world);
      await browser.extension(async (site) => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        await api.permissions.remove({ origins: [site] });
      }, SITE);
      await untilHeld(browser, OFF);
    },
  },
  {
    name: "always: storage of a broken or newer shape is survived",
    async run(world) {
      const { browser, server } = world;
      const odd = [1, null, {}, "<all_urls>", "*://*/*", "file:///*", "http://*/*"];
      // Of a later version it all stays (`storage.mjs`); of ours it is gone with the next change.
      const shapes = [null, 7, "x", [], { list: 3 }, { version: 99, list: odd }, { version: 1, list: odd }];
      for (const shape of shapes) {
        await lay(browser, { local: { sites: shape } });
        await browser.killBackground();
        await browser.open(server.page("/e", article()));
        await openReader(browser);
        await close(browser);
      }
      await switchOn(world);
      await switchOff(browser);
    },
  },
];
