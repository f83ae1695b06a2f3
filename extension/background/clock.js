/**
 * A clock beside the reading of a page: whoever waits for long is told why, and can stop it; in the end it is given up.
 *
 * It runs here, because a page can keep its own thread from everybody, and then nothing within it could say so. What is
 * said stands in `unavailable.html`, which holds a port to us for as long as it is open.
 */
import { explain, explainForNow, isOfOurs, reasonFor } from "./unavailable.js";

const SAY_AFTER_MS = 2_000;

/** By then something is wrong with the page, and whoever asked has gone on. */
const GIVE_UP_AFTER_MS = 30_000;

/** Before the number of the tab in a port's name. */
const PORT = "slow-";

/**
 * @typedef {object} Clock of a tab that is being read
 * @property {string | undefined} url
 * @property {AbortController} stop
 * @property {boolean} slow it has been said that it takes long
 * @property {Set<chrome.runtime.Port>} told who holds a port to hear when that is over
 */

/** @type {Map<number, Clock>} */
const clocks = new Map();

/** It was stopped, or took too long; nobody needs to hear of it. */
export class Stopped extends Error {}

/** @param {AbortSignal} signal @returns {Promise<never>} */
const whenStopped = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Stopped())));

/**
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {(signal: AbortSignal) => Promise<void>} work asks the signal before it shows anything
 */
export async function byTheClock(tab, work) {
  /** @type {Clock} */
  const clock = { url: tab.url, stop: new AbortController(), slow: false, told: new Set() };
  clocks.set(tab.id, clock);
  const say = setTimeout(() => {
    clock.slow = true;
    void explainForNow(tab, `Slow:${PORT}${tab.id}`);
  }, SAY_AFTER_MS);
  const giveUp = setTimeout(() => {
    void refuse(tab, "GaveUp").finally(() => clock.stop.abort());
  }, GIVE_UP_AFTER_MS);
  try {
    await Promise.race([work(clock.stop.signal), whenStopped(clock.stop.signal)]);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    clearTimeout(say);
    clearTimeout(giveUp);
    clocks.delete(tab.id);
    for (const port of clock.told) port.disconnect();
  }
}

/**
 * Whoever asks again after that long wants it no more; and whoever asks from another page has left the one that is being read.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @returns {"this" | "another" | null} the page whose reading was stopped, if one was
 */
export function stopReading({ id, url }) {
  const clock = clocks.get(id);
  if (clock === undefined || (clock.url === url && !clock.slow)) return null;
  clock.stop.abort();
  return clock.url === url ? "this" : "another";
}

/**
 * Says why there is no reader: where it was said already that it takes long, in that place.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {string} [reason] where the address does not tell
 * @param {(tab: chrome.tabs.Tab & { id: number }, reason: string) => Promise<void>} [say]
 */
export async function refuse(tab, reason = reasonFor(tab.url), say = explain) {
  const told = clocks.get(tab.id)?.told ?? new Set();
  for (const port of told) port.postMessage(reason);
  if (told.size === 0) await say(tab, reason);
}

/** Before the number of the tab, how its page is to be read and which page it was, in the name of a port. */
const INSISTS = "large-";

/**
 * Tells pages apart, and nobody which they are: it stands in an address, and addresses are remembered.
 *
 * @param {string} [url]
 */
export const stampOf = (url = "") => [...url].reduce((stamp, letter) => (Math.imul(stamp, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7).toString(36);

/**
 * Says that to read a page will keep it for a moment: the reader may want that.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {string} mode
 */
export const askFirst = (tab, mode) => refuse(tab, `Felt:${INSISTS}${tab.id}-${mode}-${stampOf(tab.url)}`, explainForNow);

/**
 * What the reader wants all the same; null: the port is about something else.
 *
 * @param {chrome.runtime.Port} port
 */
export function insistence(port) {
  const [, tabId = "", mode = "", at = ""] = isOfOurs(port) ? (/^large-(\d+)-(article|page)-([0-9a-z]+)$/.exec(port.name) ?? []) : [];
  return mode === "" ? null : { tabId: Number(tabId), mode: /** @type {"article" | "page"} */ (mode), at };
}

/** @param {chrome.runtime.Port} port */
export function onConnect(port) {
  const clock = isOfOurs(port) && port.name.startsWith(PORT) ? clocks.get(Number(port.name.slice(PORT.length))) : undefined;
  // Nothing is being read there any more: whoever asks hears it by this.
  if (clock === undefined) {
    port.disconnect();
    return;
  }
  clock.told.add(port);
  port.onMessage.addListener((message) => message === "stop" && clock.stop.abort());
  port.onDisconnect.addListener(() => clock.told.delete(port));
}
