/**
 * Pages that cannot be read: where no extension may run, and such as are too large. The button says so instead of doing nothing.
 */
import { api } from "../api.js";

/**
 * Why a page is closed to us, by its address; the first row that fits. Names of stores are the browsers' own lists.
 *
 * @type {[RegExp, "Store" | "File" | "Document" | "Browser"][]}
 */
const REASONS = [
  [/^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org|addons\.opera\.com)\b/, "Store"],
  [/^file:/, "File"],
  [/^(?:https?|blob):.*\.(?:pdf|png|jpe?g|gif|webp|avif|svg|xml|rss|atom)(?:[?#]|$)/i, "Document"],
  [/^(?:about|chrome|chrome-search|chrome-untrusted|edge|brave|opera|vivaldi|devtools|resource|view-source|chrome-extension|moz-extension):/, "Browser"],
];

/**
 * Known before anything is tried: on such a page no script has ever run.
 *
 * @param {string | undefined} url
 */
export const isClosedToUs = (url) => ["Browser", "Store"].includes(reasonFor(url)) && url !== undefined;

/** @param {string | undefined} url */
export const reasonFor = (url) => REASONS.find(([pattern]) => pattern.test(url ?? "about:"))?.[1] ?? "Other";

/** @param {string} reason */
const pageFor = (reason) => `unavailable.html#${reason}`;

/** @param {chrome.tabs.Tab} tab @param {string} page */
const openBeside = ({ index, windowId }, page) => api.tabs.create({ url: page, index: index + 1, windowId });

/**
 * The list of sites would say what was read in a private window. In a tab: a popup would take the button's place.
 *
 * @param {chrome.tabs.Tab} tab
 */
export const explainPrivate = (tab) => openBeside(tab, pageFor("Private"));

/**
 * A popup at the button where the browser opens one for us, else a tab.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {string} [reason] where the address does not tell
 */
export async function explain(tab, reason = reasonFor(tab.url)) {
  const page = pageFor(reason);
  const tabId = tab.id;
  try {
    // For this tab and until it goes elsewhere: then the browser itself takes the popup back.
    await api.action.setPopup(tabId === undefined ? { popup: page } : { tabId, popup: page });
    await api.action.openPopup({ windowId: tab.windowId });
  } catch {
    await api.action.setPopup(tabId === undefined ? { popup: "" } : { tabId, popup: "" });
    await openBeside(tab, page);
  }
}

/**
 * Says what holds only for now. The button itself stays what it is.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {string} reason with the name of a port, by which what is said hears that it is no longer true, or we what the reader wants
 */
export async function explainForNow(tab, reason) {
  const page = pageFor(reason);
  try {
    await api.action.setPopup({ tabId: tab.id, popup: page });
    await api.action.openPopup({ windowId: tab.windowId });
  } catch {
    await api.tabs.create({ url: page, index: tab.index + 1, windowId: tab.windowId, openerTabId: tab.id });
  } finally {
    // The tab may be gone by then.
    await api.action.setPopup({ tabId: tab.id, popup: "" }).catch(() => undefined);
  }
}

/**
 * Whether a port leads to what we say, and nowhere else.
 *
 * @param {chrome.runtime.Port} port
 */
export const isOfOurs = ({ sender }) => sender?.id === api.runtime.id && sender.url?.startsWith(api.runtime.getURL("unavailable.html")) === true;
