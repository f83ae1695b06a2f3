/**
 * A link that opens in the reader again: the tab goes there, and when the page has arrived it is read. Where the browser
 * does not let us in (another site, without "Always on this site" there) the link has opened as a page, and that is all.
 */
import { api } from "../api.js";
import { readArrived } from "./open.js";

/** A page that has not come by then is no longer waited for. */
const PATIENCE_MS = 20_000;

/**
 * @param {number} tabId
 * @returns {Promise<boolean>} whether the next page has loaded
 */
function arrival(tabId) {
  return new Promise((resolve) => {
    /** @param {boolean} arrived */
    const settle = (arrived) => {
      clearTimeout(timer);
      api.tabs.onUpdated.removeListener(onUpdated);
      resolve(arrived);
    };
    /**
     * @param {number} id
     * @param {{ status?: string }} change
     */
    const onUpdated = (id, change) => {
      if (id === tabId && change.status === "complete") settle(true);
    };
    const timer = setTimeout(() => settle(false), PATIENCE_MS);
    api.tabs.onUpdated.addListener(onUpdated);
  });
}

/**
 * @param {number} tabId
 * @param {string} url
 */
export async function follow(tabId, url) {
  const arrived = arrival(tabId);
  await api.tabs.update(tabId, { url });
  if (await arrived) await readArrived(tabId);
}
