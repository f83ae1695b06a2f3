/** In a private window nothing is kept that would say what was read there; what was decided elsewhere holds. */
import assert from "node:assert/strict";
import { inControls } from "../lib/controls.mjs";
import { article } from "../lib/pages.mjs";
import { close, isSaid, openReader, pause, SETTLE_MS, until } from "../lib/reader.mjs";
import { areas, forget } from "../lib/storage.mjs";

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
      const tab = (await api.tabs.query({})).find(({ incognito, url }) => incognito && url?.startsWith("http"));
      const func = async (args) => { const { clearleaf } = globalThis; ${body} };
      const [outcome] = await api.scripting.executeScript({ target: { tabId: tab.id }, func, args: [args] });
      return outcome.result ?? null;
    }`,
    ...args,
  );

/** What a panel would ask for, had it a way to. */
const ASKED = `return [await clearleaf.tell({ verb: "add-rule", rule: args[0], example: "x" }), await clearleaf.tell({ verb: "site-look", own: true }), await clearleaf.tell({ verb: "not-here", at: location.href }) ?? null];`;

/** As far as a third of the article. */
const READ_ON = `const reader = clearleaf.view.dialog; reader.scrollTop = reader.scrollHeight / 3; return reader.scrollTop;`;

/** @param {Driver} browser @returns {Promise<Record<string, any>>} everything the extension keeps, but that the welcome was read */
async function keptAtAll(browser) {
  const { sync, local } = await areas(browser);
  const { welcomed, ...rest } = { ...local, ...sync };
  return rest;
}

/** @param {string} path @param {import("../lib/server.mjs").Server} server */
const long = (path, server) => server.page(path, article("", `<div>${"<p>One more line of the log, long enough to be read by a keeper.</p>".repeat(60)}</div>`));

/**
 * Opens the reader in a private window, reads on and leaves it.
 *
 * @param {import("../lib/suite.mjs").World} world
 * @param {string} path
 * @param {(browser: Driver) => Promise<void>} work with the reader open there
 */
async function privately({ launch, server }, path, work) {
  const browser = await launch("en-US", true);
  try {
    await forget(browser);
    const click = await browser.openPrivately(long(path, server));
    const isOpen = () => inPrivate(browser, `return clearleaf?.view != null;`).catch(() => false);
    await click();
    await until(isOpen, (open) => open === true, "the reader to open");
    await work(browser);
    assert.ok((await inPrivate(browser, READ_ON)) > 300);
    await pause(SETTLE_MS);
    await inPrivate(browser, `clearleaf.view.leave();`);
    await until(isOpen, (open) => open === false, "the reader to close");
    // What was told before this has been heard when this is answered; and what is then kept waits until that has been kept.
    await inPrivate(browser, `return clearleaf.tell({ verb: "settings" });`);
    await browser.extension(async () => {
      const api = /** @type {any} */ (globalThis).browser ?? chrome;
      const { keepPlace } = await import(api.runtime.getURL("background/places.js"));
      await keepPlace("https://fence.example/", { text: "A place of the test's own", share: 0.5 });
    });
    const { places, ...rest } = await keptAtAll(browser);
    assert.deepEqual(places.list.map((/** @type {any} */ { text }) => text), ["A place of the test's own"]);
    assert.deepEqual(rest, {});
  } finally {
    await browser.close();
  }
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "private: no rule, no look of the site, no path, no place is kept, as all are elsewhere",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await browser.open(long("/private/none", server));
      await openReader(browser);
      const [rule, look] = await inControls(browser, `const { clearleaf } = globalThis; return (async (args) => { ${ASKED} })(args);`, RULE);
      assert.ok(typeof rule === "string" && look.own === true);
      await inControls(browser, `const { clearleaf } = globalThis; ${READ_ON}`);
      await close(browser);
      await until(() => keptAtAll(browser), (all) => JSON.stringify(Object.keys(all).toSorted()) === JSON.stringify(["paths", "places", "rules", "settings of 127.0.0.1"]), "all to be kept");
      await forget(browser);

      await privately(world, "/private/one", async (browser) => {
        assert.equal(await inPrivate(browser, `return clearleaf.view.view.isPrivate;`), true);
        assert.deepEqual(await inPrivate(browser, ASKED, RULE), [null, null, null]);
      });
    },
  },
  {
    name: "private: always on this site is not chosen there, and that is said",
    only: "firefox", // Chromium's menus are out of reach of any protocol.
    run: (world) =>
      privately(world, "/private/two", async (browser) => {
        await browser.chooseAlways();
        await until(() => isSaid(browser, "Private"), (said) => said, "an explanation");
      }),
  },
];
