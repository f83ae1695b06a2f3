/** Settings as a test lays them down and finds them again. */

/** @typedef {import("./driver").Driver} Driver */

/**
 * Everything the extension keeps is gone, and these settings are chosen. The welcome has been read: it would lie over the text.
 *
 * @param {Driver} browser
 * @param {Record<string, unknown>} values
 */
export const choose = (browser, values) =>
  browser.extension(async (chosen) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    await Promise.all([api.storage.sync.clear(), api.storage.local.clear()]);
    await api.storage.local.set({ welcomed: true });
    await api.storage.sync.set({ settings: { version: 1, values: chosen } });
  }, values);

/** @param {Driver} browser */
export const forget = (browser) =>
  browser.extension(async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    await Promise.all([api.storage.sync.clear(), api.storage.local.clear()]);
    await api.storage.local.set({ welcomed: true });
  });

/** @param {Driver} browser @returns {Promise<Record<string, any>>} everything that is kept of settings */
export const kept = (browser) =>
  browser.extension(async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const items = { ...(await api.storage.sync.get(null)), ...(await api.storage.local.get(null)) };
    return Object.fromEntries(Object.entries(items).filter(([key]) => key.startsWith("settings")).map(([key, item]) => [key, /** @type {any} */ (item).values]));
  });
