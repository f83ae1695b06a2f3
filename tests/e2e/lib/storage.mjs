/** What the extension keeps, as a test lays it down and finds it again. */

/** @typedef {import("./driver").Driver} Driver */

/**
 * Everything in both areas.
 *
 * @param {Driver} browser
 * @returns {Promise<{ sync: Record<string, any>, local: Record<string, any> }>}
 */
export const areas = (browser) =>
  browser.extension(async () => {
    const { storage } = /** @type {any} */ (globalThis).browser ?? chrome;
    return { sync: await storage.sync.get(null), local: await storage.local.get(null) };
  });

/** @param {Driver} browser @param {{ sync?: Record<string, unknown>, local?: Record<string, unknown> }} items */
export const lay = (browser, items) =>
  browser.extension(async ({ sync = {}, local = {} }) => {
    const { storage } = /** @type {any} */ (globalThis).browser ?? chrome;
    await Promise.all([storage.sync.set(sync), storage.local.set(local)]);
  }, items);

/** Everything the extension keeps is gone. The welcome has been read: it would lie over the text. @param {Driver} browser */
export const forget = (browser) =>
  browser.extension(async () => {
    const { storage } = /** @type {any} */ (globalThis).browser ?? chrome;
    await Promise.all([storage.sync.clear(), storage.local.clear()]);
    await storage.local.set({ welcomed: true });
  });

/** Nobody has read the welcome yet. @param {Driver} browser */
export const unwelcome = (browser) =>
  browser.extension(async () => {
    const { storage } = /** @type {any} */ (globalThis).browser ?? chrome;
    await storage.local.remove("welcomed");
  });

/**
 * Everything the extension keeps is gone, and these settings are chosen.
 *
 * @param {Driver} browser
 * @param {Record<string, unknown>} values
 */
export async function choose(browser, values) {
  await forget(browser);
  await lay(browser, { sync: { settings: { version: 1, values } } });
}

/** @param {Driver} browser @param {string} key what lies in local storage under it */
export const stored = async (browser, key) => (await areas(browser)).local[key] ?? null;

/** @param {Driver} browser @returns {Promise<Record<string, any>>} everything that is kept of settings */
export async function kept(browser) {
  const { sync, local } = await areas(browser);
  const items = Object.entries({ ...sync, ...local }).filter(([key]) => key.startsWith("settings"));
  return Object.fromEntries(items.map(([key, item]) => [key, item.values]));
}
