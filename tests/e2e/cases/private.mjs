/** In a private window nothing is kept that would say what was read there; what was decided elsewhere holds. */
import assert from "node:assert/strict";
import { until } from "../lib/reader.mjs";
import { forget } from "../lib/settings.mjs";
import { article } from "./pages.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

const RULE = { keep: false, tag: "div", inside: ["article"], stems: ["promo"], shape: { words: 2, links: "few", asks: false, pictures: false }, opening: "" };

/**
 * Runs in the extension's world of the page in the private window.
 *
 * @param {Driver} browser
 * @param {string} body
 * @param {unknown[]} args as `args` in the body
 */
const inPrivate = (browser, body, ...args) =>
  browser.extension(
    `async (...args) => {
      const api = globalThis.browser ?? chrome;
      const tab = (await api.tabs.query({ active: true })).find(({ incognito }) => incognito);
      const func = async (args) => { const { clearleaf } = globalThis; ${body} };
      const [outcome] = await api.scripting.executeScript({ target: { tabId: tab.id }, func, args: [args] });
      return outcome.result ?? null;
    }`,
    ...args,
  );

/** @param {Driver} browser @returns {Promise<Record<string, unknown>>} everything the extension keeps, but that the welcome was read */
const keptAtAll = (browser) =>
  browser.extension(async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const { welcomed, ...rest } = { ...(await api.storage.local.get(null)), ...(await api.storage.sync.get(null)) };
    return rest;
  });

/**
 * @param {import("../lib/suite.mjs").World} world
 * @param {string} path
 * @param {(browser: Driver) => Promise<void>} work with the reader open there
 */
async function privately({ launch, server }, path, work) {
  const browser = await launch("en-US", true);
  try {
    await forget(browser);
    const click = await browser.openPrivately(server.page(path, article()));
    await click();
    await until(() => inPrivate(browser, `return clearleaf?.view != null;`).catch(() => false), (open) => open === true, "the reader to open");
    await work(browser);
    assert.deepEqual(await keptAtAll(browser), {});
  } finally {
    await browser.close();
  }
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "private: no rule, no look of the site, no path is kept",
    run: (world) =>
      privately(world, "/private/one", async (browser) => {
        assert.equal(await inPrivate(browser, `return clearleaf.view.view.isPrivate;`), true);
        // What a panel would ask for, had it a way to.
        const asked = `return [await clearleaf.tell({ verb: "add-rule", rule: args[0], example: "x" }), await clearleaf.tell({ verb: "site-look", own: true }), await clearleaf.tell({ verb: "not-here", at: location.href }) ?? null];`;
        assert.deepEqual(await inPrivate(browser, asked, RULE), [null, null, null]);
      }),
  },
  {
    name: "private: always on this site is not chosen there, and that is said",
    only: "firefox", // Chromium's menus are out of reach of any protocol.
    run: (world) =>
      privately(world, "/private/two", async (browser) => {
        await browser.chooseAlways();
        await until(() => browser.urls(), (urls) => urls.some((url) => url.endsWith("unavailable.html#Private")), "an explanation");
      }),
  },
];
