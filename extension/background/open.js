/**
 * From a click to an article: close what is open, else take a snapshot, let the core read it, show what it found.
 */
import { api } from "../api.js";
import { settingsFor, siteNamed } from "../settings/store.js";
import { read, warm } from "./core.js";
import { bringReader, closeIfOpen, NoEntry, show, snapshot } from "./page.js";
import { isOn } from "./sites.js";
import { explain, isClosedToUs } from "./unavailable.js";
import { isWelcomed } from "./welcome.js";

/** Kinds of page that are read from top to bottom, and so may open by themselves. */
const READABLE = new Set(["article", "liveblog", "documentation", "recipe"]);

/** Below this, opening by itself would too often be wrong. */
const SURE = 0.6;

/** Below this even a person who asked is better told so, and offered the whole page: it would be shreds of a list. */
const DOUBTFUL = 0.4;

/** What takes longer shows that something is under way. */
const BUSY_AFTER_MS = 400;

/** Letters of HTML that take the core about as long; while it works no timer of ours runs. */
const LONG_PAGE = 800_000;

/** What can hold text for people. Other types (PDF, pictures, feeds) browsers show in documents of their own making. */
const A_PAGE = /^(?:text\/(?!xml)|application\/(?:xhtml\+xml|json)$)/;

/**
 * Tabs in which a page is being read right now. If the worker is ended, so is the reading.
 *
 * @type {Set<number>}
 */
const reading = new Set();

/**
 * The button's badge says that a page is being read.
 *
 * @param {number} tabId
 * @param {boolean} on
 */
async function setBusy(tabId, on) {
  await api.action.setBadgeBackgroundColor({ color: "#1f6b42" });
  // The tab may be gone by the time its badge changes.
  await api.action.setBadgeText({ tabId, text: on ? "…" : "" }).catch(() => undefined);
}

/**
 * @param {string} url
 * @param {import("../types").Article | null} article
 */
function opensByItself(url, article) {
  if (article === null || article.confidence < SURE) return false;
  // A front page is a list of articles, whatever else it looks like.
  return new URL(url).pathname === "/" ? article.kind === "article" : READABLE.has(article.kind);
}

/**
 * @param {number} tabId
 * @param {{ mode: import("../types").Mode, asked: boolean }} how asked: by a person, not by the site's setting
 */
async function readPage(tabId, { mode, asked }) {
  const page = await snapshot(tabId);
  if (!A_PAGE.test(page.contentType)) throw new NoEntry(page.contentType);
  if (page.html.length > LONG_PAGE) await setBusy(tabId, true);
  // Reading is the core's work and bringing the page's process's: they go side by side.
  const [found] = await Promise.all([read(page, mode), asked && bringReader(tabId)]);
  if (!asked) {
    if (!opensByItself(page.url, found.article)) return;
    await bringReader(tabId);
  }
  const answer = await show(tabId, await viewOf(page, found, mode));
  // The page moved on to another address while it was read; what it shows now is what was asked for.
  if (!answer.shown && answer.why === "other-address" && asked) {
    const next = await snapshot(tabId);
    await show(tabId, await viewOf(next, await read(next, mode), mode));
  }
}

/**
 * @param {import("../types").Snapshot} page
 * @param {Awaited<ReturnType<typeof read>>} found
 * @param {import("../types").Mode} mode
 * @returns {Promise<import("../types").View>}
 */
async function viewOf({ document, url }, found, mode) {
  const doubtful = mode === "article" && found.article !== null && found.article.confidence < DOUBTFUL;
  const { article, problem } = doubtful ? { article: null, problem: /** @type {const} */ ("no-article") } : found;
  const [siteOn, settings, welcomed] = await Promise.all([isOn(url), settingsFor(siteNamed(url)), isWelcomed()]);
  return { document, url, article, problem, siteOn, settings, welcome: !welcomed };
}

/**
 * One reading per tab at a time: the second half of a double click finds the first at work.
 *
 * @param {number} tabId
 * @param {() => Promise<void>} work
 */
async function once(tabId, work) {
  if (reading.has(tabId)) return;
  reading.add(tabId);
  const timer = setTimeout(() => void setBusy(tabId, true), BUSY_AFTER_MS);
  try {
    await work();
  } finally {
    reading.delete(tabId);
    clearTimeout(timer);
    await setBusy(tabId, false);
  }
}

/**
 * The button, the keyboard command or the menu.
 *
 * @param {chrome.tabs.Tab} tab
 */
export async function toggle(tab) {
  const tabId = tab.id;
  if (tabId === undefined || isClosedToUs(tab.url)) {
    await explain(tab);
    return;
  }
  // Loading takes its time: let it run beside the questions to the page. Who needs the core sees its failure.
  warm().catch(() => undefined);
  await once(tabId, async () => {
    try {
      if (!(await closeIfOpen(tabId))) await readPage(tabId, { mode: "article", asked: true });
    } catch (error) {
      if (!(error instanceof NoEntry)) throw error;
      await explain(tab);
    }
  });
}

/** @param {number} tabId */
export async function readAnyway(tabId) {
  await once(tabId, () => readPage(tabId, { mode: "page", asked: true }));
}

/**
 * A page of a site that is "always on" has arrived.
 *
 * @param {chrome.tabs.Tab} tab
 */
export async function arrived({ id, url }) {
  if (id === undefined || url === undefined || !(await isOn(url))) return;
  await once(id, () => readPage(id, { mode: "article", asked: false }));
}
