/**
 * Pages where no extension may run. The button says so instead of doing nothing.
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
const reasonFor = (url) => REASONS.find(([pattern]) => pattern.test(url ?? "about:"))?.[1] ?? "Other";

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
 */
export async function explain(tab) {
  const page = pageFor(reasonFor(tab.url));
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
