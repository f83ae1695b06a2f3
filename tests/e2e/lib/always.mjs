/** "Always on this site", as a test switches it on and off, and finds what is held for it. */
import { article } from "./pages.mjs";
import { close, isOpen, openReader, pause, until } from "./reader.mjs";

/** @typedef {import("./driver").Driver} Driver */

/** @param {Driver} browser @returns {Promise<{ origins: string[], stored: string[], scripts: string[] }>} */
export const held = (browser) =>
  browser.extension(async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const { origins } = await api.permissions.getAll();
    const { sites } = await api.storage.local.get("sites");
    const scripts = await api.scripting.getRegisteredContentScripts();
    return { origins, stored: sites?.list ?? [], scripts: scripts.map((/** @type {any} */ each) => each.matches.join()) };
  });

export const SITE = "http://127.0.0.1/*";
export const ON = { origins: [SITE], stored: [SITE], scripts: [SITE] };
export const OFF = { origins: [], stored: [], scripts: [] };

/** @param {Driver} browser @param {typeof ON} wanted */
export const untilHeld = (browser, wanted) =>
  until(() => held(browser), (now) => JSON.stringify(now) === JSON.stringify(wanted), JSON.stringify(wanted));

/** @param {Driver} browser */
export async function opensByItself(browser) {
  for (let waited = 0; waited < 1_500; waited += 100) {
    if (await isOpen(browser)) return true;
    await pause(100);
  }
  return false;
}

/** @param {import("./suite.mjs").World} world */
export async function switchOn({ browser, server }) {
  await browser.open(server.page("/a", article()));
  // The menu of the button gives the address of the tab, as a click does; here the click stands for it.
  await openReader(browser);
  await close(browser);
  await browser.chooseAlways();
  await untilHeld(browser, ON);
}

/** @param {Driver} browser */
export async function switchOff(browser) {
  await browser.chooseAlways();
  await untilHeld(browser, OFF);
}
