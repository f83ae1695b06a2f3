/**
 * What parts of the extension say to each other: a fixed set of verbs, each with one shape.
 *
 * A page cannot send these (nothing is web-accessible or externally connectable), but a compromised renderer could
 * forge any message of a content script: so sender and shape are checked before a message means anything.
 */
import { api } from "./api.js";
import { isPlace } from "./background/places.js";
import { isRule } from "./background/rules.js";
import { isRecord } from "./settings/shape.js";

/** @typedef {import("./types").ToBackground} ToBackground */

/** @type {unknown[]} */
const MODES = ["article", "page", "second", "selection"];

/** @param {unknown} mode */
const isMode = (mode) => MODES.includes(mode);

/** What has no origin (a file) has its scheme. @param {unknown} url */
function originOf(url) {
  if (typeof url !== "string" || !URL.canParse(url)) return null;
  const { origin, protocol } = new URL(url);
  return origin === "null" ? protocol : origin;
}

/**
 * An address of what is read: a page may have gone on to it by script, which the browser does not always say of a sender, but
 * never to another origin.
 *
 * @param {unknown} at
 * @param {string | undefined} sender
 */
const isOfSender = (at, sender) => originOf(at) !== null && originOf(at) === originOf(sender);

/** A page of the extension. @param {string | undefined} sender */
const isOurs = (sender) => sender?.startsWith(api.runtime.getURL("")) === true;

/**
 * Verbs that a content script may send, each with the shape of what it carries beside the verb. The sender's tab says the rest.
 *
 * @type {{ [V in ToBackground["verb"]]: (message: Record<string, unknown>, sender: string | undefined) => boolean }}
 */
const VERBS = {
  arrived: ({ again }) => typeof again === "boolean",
  read: ({ mode }) => isMode(mode),
  "read-again": ({ mode }) => isMode(mode),
  follow: ({ url }) => typeof url === "string" && url.length < 8_000 && /^https?:/i.test(url) && URL.canParse(url),
  "bring-highlighter": () => true,
  place: ({ place, at }, sender) => (place === null || isPlace(place)) && isOfSender(at, sender),
  "add-rule": ({ rule, example }) => isRule(rule) && typeof example === "string" && example.length <= 300,
  "drop-rule": ({ id }) => typeof id === "string",
  "rules-here": () => true,
  "not-here": ({ at }, sender) => isOfSender(at, sender),
  "site-off": () => true,
  // What is sound in the values is for `settings/shape.js` to say. Style rules for all sites are typed in the options and nowhere else.
  "change-settings": ({ values }, sender) => isRecord(values) && (!Object.hasOwn(values, "css") || isOurs(sender)),
  "site-css": ({ css }) => typeof css === "string",
  settings: () => true,
  "reset-look": () => true,
  "site-look": ({ own }) => typeof own === "boolean",
  "open-options": ({ auto }) => auto === undefined || typeof auto === "boolean",
  welcomed: () => true,
  font: ({ file }) => typeof file === "string",
};

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {{ message: ToBackground, tab: chrome.tabs.Tab & { id: number }, url: string | undefined } | null} null: not for us, or not sound
 */
export function fromPage(message, sender) {
  if (sender.id !== api.runtime.id || sender.tab?.id === undefined || sender.frameId !== 0) return null;
  if (!isRecord(message) || typeof message.verb !== "string" || !Object.hasOwn(VERBS, message.verb)) return null;
  if (!VERBS[/** @type {ToBackground["verb"]} */ (message.verb)](message, sender.url)) return null;
  return {
    message: /** @type {ToBackground} */ (/** @type {unknown} */ (message)),
    tab: /** @type {chrome.tabs.Tab & { id: number }} */ (sender.tab),
    // Of the document that speaks; the tab may have gone on, and without a permission does not say where it is.
    url: sender.url,
  };
}

/** Parts; a page of more is refused before. */
const MOST_PARTS = 40;

/** @param {unknown} more */
const isCount = (more) => more === undefined || (typeof more === "number" && Number.isInteger(more) && more >= 0 && more <= MOST_PARTS);

/**
 * What the page is called decides which links are its own, what its rules and its look are: only the browser knows where a tab is.
 *
 * @param {unknown} value what `snapshot.js` gave back
 * @param {string | undefined} url where the tab is
 * @returns {value is import("./types").Snapshot}
 */
export function isSnapshot(value, url) {
  return isRecord(value) && ["html", "url", "lang", "contentType", "document"].every((key) => typeof value[key] === "string") && isCount(value.more) && isOfSender(value.url, url);
}

/** Letters of an article that a page takes in within some milliseconds, in any script; a longer one goes in parts. */
const PART = 500_000;

/** @param {string} text @param {number} from */
function endOfPart(text, from) {
  const end = Math.min(from + PART, text.length);
  // Half of a letter would not arrive.
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
}

/**
 * @param {number} tabId
 * @param {import("./types").View} view
 * @returns {Promise<import("./types").Shown>}
 */
export async function show(tabId, view) {
  const { article } = view;
  const html = article?.content ?? "";
  let from = 0;
  for (let end = endOfPart(html, from); end < html.length; end = endOfPart(html, from)) {
    await api.tabs.sendMessage(tabId, { verb: "part", from, text: html.slice(from, end) }, { frameId: 0 });
    from = end;
  }
  const rest = from === 0 ? view : { ...view, article: article && { ...article, content: html.slice(from) } };
  return api.tabs.sendMessage(tabId, { verb: "show", view: rest, from }, { frameId: 0 });
}
