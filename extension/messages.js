/**
 * What parts of the extension say to each other: a fixed set of verbs, each with one shape.
 *
 * A page cannot send these (nothing is web-accessible or externally connectable), but a compromised renderer could
 * forge any message of a content script: so sender and shape are checked before a message means anything.
 */
import { api } from "./api.js";

/** Verbs that a content script may send; none carries data, the sender's tab says it all. */
const VERBS = new Set(["arrived", "read-page", "site-off"]);

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {(import("./types").ToBackground & { tab: chrome.tabs.Tab }) | null} null: not for us, or not sound
 */
export function fromPage(message, sender) {
  if (sender.id !== api.runtime.id || sender.tab?.id === undefined || sender.frameId !== 0) return null;
  if (typeof message !== "object" || message === null || !("verb" in message)) return null;
  const { verb } = message;
  if (typeof verb !== "string" || !VERBS.has(verb)) return null;
  return { verb: /** @type {import("./types").ToBackground["verb"]} */ (verb), tab: sender.tab };
}

/**
 * @param {unknown} value what `snapshot.js` gave back
 * @returns {value is import("./types").Snapshot}
 */
export function isSnapshot(value) {
  if (typeof value !== "object" || value === null) return false;
  const snapshot = /** @type {Record<string, unknown>} */ (value);
  return ["html", "url", "lang", "contentType", "document"].every((key) => typeof snapshot[key] === "string");
}

/**
 * @param {number} tabId
 * @param {import("./types").View} view
 * @returns {Promise<import("./types").Shown>}
 */
export function show(tabId, view) {
  return api.tabs.sendMessage(tabId, { verb: "show", view }, { frameId: 0 });
}
