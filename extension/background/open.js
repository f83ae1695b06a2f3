/**
 * From a click to an article: close what is open, else take a snapshot, let the core read it, show what it found.
 */
import { api } from "../api.js";
import { settingsFor, siteNamed } from "../settings/store.js";
import { isDoubtful, isSure, opensByItself } from "../verdict.js";
import { askFirst, byTheClock, refuse, stampOf, stopReading } from "./clock.js";
import { read, warm } from "./core.js";
import { bringReader, closeIfOpen, isOpen, NoEntry, selection, show, snapshot } from "./page.js";
import { isPathOn } from "./paths.js";
import { placeOf } from "./places.js";
import { rulesFor } from "./rules.js";
import { isOn } from "./sites.js";
import { explain, isClosedToUs } from "./unavailable.js";
import { isWelcomed } from "./welcome.js";

/** Words; a runner-up with fewer is no article. */
const WORTH_OFFERING = 60;

/** What takes longer shows that something is under way. */
const BUSY_AFTER_MS = 400;

/** Letters of HTML that take the core about as long; while it works no timer of ours runs. */
const LONG_PAGE = 800_000;

/** What can hold text for people. Other types (PDF, pictures, feeds) browsers show in documents of their own making. */
const A_PAGE = /^(?:text\/(?!xml)|application\/(?:xhtml\+xml|json)$)/;

/**
 * Tabs in which a page is being read right now, and when that is done. If the worker is ended, so is the reading.
 *
 * @type {Map<number, Promise<void>>}
 */
const reading = new Map();

/**
 * The button's badge says that a page is being read.
 *
 * @param {number} tabId
 * @param {boolean} on
 */
async function setBusy(tabId, on) {
  if (on) await api.action.setBadgeBackgroundColor({ color: "#1f6b42" });
  // The tab may be gone by the time its badge changes.
  await api.action.setBadgeText({ tabId, text: on ? "…" : "" }).catch(() => undefined);
}

/** @typedef {import("../types").View["mode"]} Mode */

/** The same clock here and in the page. */
const now = () => performance.timeOrigin + performance.now();

/**
 * @typedef {object} How
 * @property {Mode} mode
 * @property {boolean} asked by a person, not by the site's setting
 * @property {number} [clicked] when it was asked
 * @property {number} [pressed] the same by the clock on the wall, which pages have as well
 * @property {boolean} [renews] the reader is open, and shows something else of the same page
 * @property {boolean} [keepPlace] and stays where it is in the text
 * @property {boolean} [again] nobody asked, and the page was nothing to be read before it had loaded
 * @property {boolean} [insists] a person who knows that the page is large
 * @property {AbortSignal} [signal] whoever asked has stopped waiting
 */

/**
 * What is selected in a frame or in a field we do not see; then it is the page that is read.
 *
 * @param {number} tabId
 * @param {How} how
 * @param {string | undefined} url
 * @returns {Promise<{ page: import("../types").Snapshot, mode: Mode }>}
 */
async function take(tabId, { mode, insists = false }, url) {
  const chosen = mode === "selection" ? await selection(tabId, url) : null;
  if (chosen !== null) return { page: chosen, mode };
  return { page: await snapshot(tabId, url, await rulesFor(siteNamed(url)), insists), mode: mode === "selection" ? "article" : mode };
}

/**
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {How} how
 */
async function readPage(tab, how) {
  const { id, url } = tab;
  const { asked } = how;
  const begun = now();
  const { page, mode } = await take(id, how, url);
  const snapped = now();
  how.signal?.throwIfAborted();
  if (isAnother(page, url, how.pressed)) return;
  if (!A_PAGE.test(page.contentType)) throw new NoEntry(page.contentType);
  if (page.tooLarge !== undefined && !how.renews) return asked ? sayLarge(tab, page.tooLarge, mode) : undefined;
  if (page.html.length > LONG_PAGE) await setBusy(id, true);
  // Reading is the core's work and bringing the page's process's: they go side by side. To a page that was nothing to be read
  // a moment ago nothing is brought before it is something.
  const reading = read(page, coreMode(mode)).then((outcome) => ({ ...outcome, read: now() }));
  const [found] = await Promise.all([reading, !how.renews && !how.again && bringReader(id)]);
  if (!asked && (found.article === null || !opensByItself(found.article, page.url))) return;
  if (how.again) await bringReader(id);
  const times = { clicked: how.clicked ?? begun, begun, snapped, read: found.read, sent: now() };
  how.signal?.throwIfAborted();
  const answer = await show(id, { ...(await viewOf(tab, page, found, { ...how, mode })), times });
  // The page moved on to another address while it was read; what it shows now is what was asked for.
  if (!answer.shown && answer.why === "other-address" && asked) {
    const next = await take(id, how, url);
    if (next.page.tooLarge !== undefined) return sayLarge(tab, next.page.tooLarge, next.mode);
    const again = await read(next.page, coreMode(next.mode));
    await show(id, { ...(await viewOf(tab, next.page, again, { ...how, mode: next.mode })), times });
  }
}

/**
 * Said beside the page, which has enough to do with itself.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {"felt" | "much"} how
 * @param {Mode} mode
 */
const sayLarge = (tab, how, mode) => (how === "felt" ? askFirst(tab, mode) : refuse(tab, "Large"));

/**
 * Whether a page came only after the button was pressed on the one before it. By the address alone one could not tell: a page may
 * change its own.
 *
 * @param {import("../types").Snapshot} page
 * @param {string | undefined} url where the button was pressed
 * @param {number} [pressed]
 */
const isAnother = (page, url, pressed) => pressed !== undefined && page.begun !== undefined && page.begun > pressed && page.url !== url;

/**
 * Of a selection nothing is left out but clutter.
 *
 * @param {Mode} mode
 */
const coreMode = (mode) => (mode === "selection" ? "page" : mode);

/**
 * What else the article might be.
 *
 * @param {import("../types").Snapshot} page
 * @returns {Promise<import("../types").View["second"]>}
 */
async function secondOf(page) {
  const { article: second } = await read(page, "second");
  if (second === null || second.wordCount < WORTH_OFFERING) return null;
  return { text: second.textContent.replace(/\s+/g, " ").trim().slice(0, 80), words: second.wordCount };
}

/** The keys by which the browser opens the reader, which its user may have changed; none on a telephone. */
async function shortcutNow() {
  const commands = (await api.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === "_execute_action")?.shortcut ?? "";
}

/**
 * @param {chrome.tabs.Tab} tab
 * @param {import("../types").Snapshot} page
 * @param {Awaited<ReturnType<typeof read>>} found
 * @param {How} how
 * @returns {Promise<Omit<import("../types").View, "times">>}
 */
async function viewOf(tab, page, found, { mode, asked, renews = false, keepPlace = false }) {
  const { document, url } = page;
  const first = mode === "article";
  const doubtful = first && !renews && found.article !== null && isDoubtful(found.article);
  const { article, problem } = doubtful ? { article: null, problem: /** @type {const} */ ("no-article") } : found;
  const sure = found.article === null || isSure(found.article);
  const [siteOn, settings, welcomed, second, place, shortcut] = await Promise.all([
    isOn(url),
    settingsFor(siteNamed(url)),
    isWelcomed(),
    first && !sure ? secondOf(page) : null,
    tab.incognito || renews || mode === "selection" ? null : placeOf(url),
    shortcutNow(),
  ]);
  // The text stands in the content; twice it would only be longer on its way.
  const shown = article && { ...article, textContent: "" };
  const about = { document, url, article: shown, problem, sure, siteOn, settings, welcome: !welcomed, isPrivate: tab.incognito };
  return { ...about, mode, byItself: !asked, renews, keepPlace, guess: doubtful, second, place, shortcut };
}

/**
 * One reading per tab at a time: the second half of a double click finds the first at work.
 *
 * @param {number} tabId
 * @param {() => Promise<void>} work
 */
async function once(tabId, work) {
  if (reading.has(tabId)) return;
  const timer = setTimeout(() => void setBusy(tabId, true), BUSY_AFTER_MS);
  const done = work().finally(() => {
    reading.delete(tabId);
    clearTimeout(timer);
    return setBusy(tabId, false);
  });
  reading.set(tabId, done);
  await done;
}

/**
 * Whether the tab has left the page, or is leaving it: what went wrong there concerns nobody.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab as it was
 */
async function isLeft({ id, url, status }) {
  const current = await api.tabs.get(id).catch(() => null);
  return current === null || current.url !== url || (status === "complete" && current.status === "loading");
}

/**
 * Whoever asked hears what came of it: that the browser keeps this page to itself, or that something went wrong on it.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {unknown} error
 */
async function sayWhy(tab, error) {
  if (await isLeft(tab)) return;
  if (error instanceof NoEntry) return refuse(tab);
  console.error("Clearleaf:", error);
  return refuse(tab, "Failed");
}

/**
 * The button, the keyboard command or the menu.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {Mode} [mode]
 */
export async function toggle(tab, mode = "article") {
  const tabId = tab.id;
  if (tabId === undefined || isClosedToUs(tab.url)) {
    await explain(tab);
    return;
  }
  const known = { ...tab, id: tabId };
  const stopped = stopReading(known);
  if (stopped === "this") return;
  if (stopped === "another") await reading.get(tabId)?.catch(() => undefined);
  await begin(known, mode, false);
}

/**
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {Mode} mode
 * @param {boolean} insists
 */
async function begin(tab, mode, insists) {
  const [clicked, pressed] = [now(), Date.now()];
  // Loading takes its time: let it run beside the questions to the page. Who needs the core sees its failure.
  warm().catch(() => undefined);
  await once(tab.id, () =>
    byTheClock(tab, async (signal) => {
      try {
        const isDone = await (insists ? isOpen(tab.id) : closeIfOpen(tab.id));
        if (!isDone) await readPage(tab, { mode, asked: true, insists, clicked, pressed, signal });
      } catch (error) {
        if (signal.aborted) throw error;
        await sayWhy(tab, error);
      }
    }),
  );
}

/**
 * Who has heard that a page is large wants it all the same.
 *
 * @param {NonNullable<ReturnType<typeof import("./clock.js").insistence>>} wanted
 */
export async function readAnyway({ tabId, mode, at }) {
  await reading.get(tabId)?.catch(() => undefined);
  const tab = await api.tabs.get(tabId);
  // It was said of one page; another is asked about anew.
  if (isClosedToUs(tab.url)) await explain(tab);
  else await begin({ ...tab, id: tabId }, mode, stampOf(tab.url) === at);
}

/**
 * Another reading of a page whose reader is open.
 *
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {Mode} mode
 * @param {boolean} keepPlace
 */
export async function readAgain(tab, mode, keepPlace) {
  // What was decided last is what counts: it waits for its turn.
  await reading.get(tab.id)?.catch(() => undefined);
  await once(tab.id, () => readPage(tab, { mode, asked: true, renews: true, keepPlace }).catch((error) => sayWhy(tab, error)));
}

/**
 * A page that was gone to in order to be read has arrived.
 *
 * @param {number} tabId
 */
export async function readArrived(tabId) {
  const tab = await api.tabs.get(tabId);
  try {
    // On a site that is always on it may be open already, or be about to.
    await reading.get(tabId)?.catch(() => undefined);
    if (!(await isOpen(tabId))) await once(tabId, () => readPage({ ...tab, id: tabId }, { mode: "article", asked: true }));
  } catch (error) {
    console.info("Clearleaf: the next page is closed to us:", error);
  }
}

/**
 * A page of a site that is "always on" has arrived.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {boolean} again it has loaded since it arrived
 * @returns {Promise<boolean>} whether a reader is open there now
 */
export async function arrived(tab, again) {
  const { id, url } = tab;
  if (id === undefined || url === undefined || !(await isOn(url)) || !(await isPathOn(url))) return false;
  await once(id, () => readPage({ ...tab, id }, { mode: "article", asked: false, again }));
  return isOpen(id);
}
