/** What befalls a browser while a page is read: it is ended, filled up, put to sleep, left, come back to, asked fifty times at once. */
import assert from "node:assert/strict";
import { held, OFF, ON, switchOn, untilHeld } from "../lib/always.mjs";
import { clickControl } from "../lib/controls.mjs";
import { article } from "../lib/pages.mjs";
import { close, closeBoth, isOpen, isSaid, openReader, pageState, pause, readText, SEPIA, SETTLE_MS, styleOf, until } from "../lib/reader.mjs";
import { forget } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** Takes the core long enough to be ended at it. */
const LONG = article("", `<div>${"<p>One <b>of</b> many <i>lines</i> of text, long enough to be read.</p>".repeat(8_000)}</div>`);

/**
 * Fills what the browser gives the extension to keep, as far as it lets itself be filled.
 *
 * @param {Driver} browser
 * @returns {Promise<string[]>} what takes no more
 */
const fillStorage = (browser) =>
  browser.extension(async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const refused = new Set();
    for (const [area, most] of Object.entries({ local: 1 << 20, sync: 8_000 })) {
      let size = most;
      // By ever smaller pieces, until nothing at all is taken.
      for (let part = 0; size >= 8 && (part < 16 || refused.has(area)); part += 1) {
        const taken = await api.storage[area].set({ [`filler${part}`]: "x".repeat(size) }).then(() => true, () => false);
        if (taken) continue;
        refused.add(area);
        size >>= 1;
      }
    }
    return [...refused];
  });

/**
 * Opens tabs behind the one in front, and gives their ids.
 *
 * @param {Driver} browser
 * @param {string} url
 * @param {number} count
 * @returns {Promise<number[]>}
 */
const openBehind = (browser, url, count) =>
  browser.extension(async (url, count) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const tabs = await Promise.all(Array.from({ length: count }, () => api.tabs.create({ url, active: false })));
    return tabs.map(({ id }) => id);
  }, url, count);

/**
 * In how many of these tabs the reader is open.
 *
 * @param {Driver} browser
 * @param {number[]} ids
 * @returns {Promise<number>}
 */
const openIn = (browser, ids) =>
  browser.extension(async (ids) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const ask = (/** @type {number} */ id) => api.tabs.sendMessage(id, { verb: "status" }, { frameId: 0 }).catch(() => ({ open: false }));
    const all = await Promise.all(ids.map(ask));
    return all.filter((status) => status?.open === true).length;
  }, ids);

/**
 * What the button calls, for a tab that is not under test.
 *
 * @param {Driver} browser
 * @param {number} id
 */
const press = (browser, id) =>
  browser.extension(async (id) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const { toggle } = await import(api.runtime.getURL("background/open.js"));
    await toggle(await api.tabs.get(id));
  }, id);

/** @param {Driver} browser @param {number[]} ids */
const closeTabs = (browser, ids) =>
  browser.extension(async (ids) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    await api.tabs.remove(ids);
  }, ids);

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "lifecycle: background ended between the click and the reader: the page is whole, and the next click opens",
    async run({ browser, server }) {
      for (const wait of [0, 60, 200]) {
        await browser.open(server.page("/ended", LONG));
        const before = await pageState(browser);
        await browser.clickAction();
        await pause(wait);
        await browser.killBackground();
        await pause(600);
        if (await isOpen(browser)) await close(browser);
        assert.deepEqual(await pageState(browser), before);
        await browser.clickAction();
        await until(() => isOpen(browser), (open) => open, "the reader to open", 20_000);
        await close(browser);
      }
    },
  },
  {
    name: "lifecycle: background ended during a save: the site is on or off as a whole",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await browser.open(server.page("/save", article()));
      await openReader(browser);
      await close(browser);
      await Promise.all([browser.chooseAlways(), browser.killBackground()]);
      await pause(500);
      // Whatever it was at: at its next start, list, permission and registration agree.
      await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { reconcile } = await import(api.runtime.getURL("background/sites.js"));
        await reconcile();
      });
      const now = await held(browser);
      assert.ok([ON, OFF].some((state) => JSON.stringify(state.stored) === JSON.stringify(now.stored) && JSON.stringify(state.scripts) === JSON.stringify(now.scripts)), JSON.stringify(now));
      if (now.stored.length > 0) {
        await browser.open(server.page("/save2", article()));
        await until(() => isOpen(browser), (open) => open, "the reader to open by itself");
        await close(browser);
        await browser.chooseAlways();
      }
      await until(() => held(browser), ({ stored, scripts }) => stored.length + scripts.length === 0, "the site to be off");
    },
  },
  {
    name: "lifecycle: storage is full: the reader opens, a setting holds while it is open, and nothing breaks",
    async run({ browser, server }) {
      await forget(browser);
      // Firefox lets this machine's own storage grow.
      assert.deepEqual(await fillStorage(browser), browser.name === "chromium" ? ["local", "sync"] : ["sync"]);
      try {
        await browser.open(server.page("/full", article()));
        await openReader(browser);
        await clickControl(browser, "Appearance");
        await clickControl(browser, "Sepia");
        // Until it has been tried to keep it.
        await pause(800);
        assert.equal(await styleOf(browser, "backgroundColor", "dialog"), SEPIA);
        assert.match((await readText(browser)).content ?? "", /The last paragraph/);
        await closeBoth(browser);
        await openReader(browser);
        await close(browser);
      } finally {
        await forget(browser);
      }
    },
  },
  {
    name: "lifecycle: left with the reader open and come back to, from the back/forward cache: the page is there, and the button works",
    async run({ browser, server }) {
      const first = server.page("/bf-first", article("", "", { title: "The first page" }));
      await browser.open(first);
      await browser.evaluate(() => addEventListener("pageshow", ({ persisted }) => void (/** @type {any} */ (window).persisted = persisted)));
      await openReader(browser);
      await browser.open(server.page("/bf-second", article("", "", { title: "The second page" })));
      await browser.back();
      await until(() => browser.evaluate(() => location.href), (href) => href === first, "the first page");
      await pause(400);
      assert.equal(await browser.evaluate(() => /** @type {any} */ (window).persisted), true, "from the cache");
      // The reader comes back as it was left, or not at all.
      if (await isOpen(browser)) {
        assert.equal((await readText(browser)).title, "The first page");
        await close(browser);
      }
      await openReader(browser);
      assert.equal((await readText(browser)).title, "The first page");
      await close(browser);
      assert.equal(await browser.evaluate(() => document.documentElement.children.length), 2);
    },
  },
  {
    name: "lifecycle: gone elsewhere in mid-flight: nothing opens there by itself",
    async run({ browser, server }) {
      await browser.open(server.page("/flight", LONG));
      await browser.clickAction();
      await pause(30);
      await browser.open("about:blank");
      await pause(1_500);
      assert.equal(await isOpen(browser), false);
      await browser.open(server.page("/flight2", article()));
      await openReader(browser);
    },
  },
  {
    name: "lifecycle: frames of other pages are left alone",
    async run({ browser, server }) {
      const inner = server.page("/inner", article("", "", { title: "The page within" }));
      await browser.open(server.page("/outer", article(`<iframe id="a" src="${inner}" width="600" height="300"></iframe><iframe id="b" srcdoc="<p>within</p>" sandbox></iframe>`)));
      await openReader(browser);
      assert.equal((await readText(browser)).title, "The ferry that came early");
      const within = await browser.evaluate(() => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#a")).contentDocument;
        return frame?.documentElement.children.length;
      });
      assert.equal(within, 2);
      await close(browser);
    },
  },
  {
    name: "lifecycle: the source of a page: the button explains itself",
    async run({ browser, server }) {
      const source = `view-source:${server.page("/source", article())}`;
      if (browser.name === "firefox") {
        await browser.open(source);
        await pause(300);
        await browser.clickAction();
      } else {
        // Chromium's protocol does not go there: a tab of the extension's making does, and what the button calls is called.
        await browser.extension(async (url) => {
          const { id } = await chrome.tabs.create({ url });
          await new Promise((resolve) => setTimeout(resolve, 500));
          const open = "/background/open.js";
          const { toggle } = await import(open);
          await toggle(await chrome.tabs.get(/** @type {number} */ (id)));
        }, source);
      }
      await until(() => isSaid(browser), (said) => said, "an explanation");
    },
  },
  {
    name: "lifecycle: fifty tabs that open at once, and one that is put to sleep and woken, and opens and closes then",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      const url = server.page("/many", article("", "", { title: "One of fifty" }));
      const ids = await openBehind(browser, url, 50);
      try {
        const together = await until(() => openIn(browser, ids), (open) => open === 50, "fifty readers", 60_000);
        assert.equal(together, 50);
        const [first = 0] = ids;
        const { id: slept, discarded } = await browser.extension(async (id) => {
          const api = /** @type {any} */ (globalThis).browser ?? chrome;
          const tab = (await api.tabs.discard(id)) ?? (await api.tabs.get(id));
          for (let waits = 0; waits < 50 && !(await api.tabs.get(tab.id)).discarded; waits += 1) await new Promise((resolve) => setTimeout(resolve, 100));
          return { id: tab.id, discarded: (await api.tabs.get(tab.id)).discarded };
        }, first);
        assert.equal(discarded, true, "the tab is put to sleep");
        ids[0] = slept;
        const awake = () => browser.extension(async (id) => {
          const api = /** @type {any} */ (globalThis).browser ?? chrome;
          const { discarded, status, url } = await api.tabs.get(id);
          return !discarded && status === "complete" ? url : null;
        }, slept);
        // Woken as a person does it, and then back to the tab under test. Whether the reader opens there by itself is the
        // browser's to say: one calls it a visit, the other a return, and who comes back wants the page as it was.
        await browser.extension(async (id) => {
          const api = /** @type {any} */ (globalThis).browser ?? chrome;
          const [front] = await api.tabs.query({ active: true });
          await api.tabs.update(id, { active: true });
          await api.tabs.update(front.id, { active: true });
        }, slept);
        assert.equal(await until(awake, (address) => address !== null, "the tab to wake", 20_000), url);
        await pause(1_000);
        const open = (await openIn(browser, [slept])) === 1;
        // As the button does: what is open is closed, and what is closed opens.
        for (const expected of open ? [0, 1, 0] : [1, 0]) {
          await pause(SETTLE_MS);
          await press(browser, slept);
          await until(() => openIn(browser, [slept]), (count) => count === expected, expected === 1 ? "the reader to open" : "the reader to close");
        }
      } finally {
        await closeTabs(browser, ids);
      }
      await browser.open(server.page("/a", article()));
      await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { origins } = await api.permissions.getAll();
        if (origins.length > 0) await api.permissions.remove({ origins });
      });
      await untilHeld(browser, OFF);
    },
  },
];
