/**
 * Reaches into one page: is a reader open there, what is on it, show this. Nothing is remembered here: the page is
 * asked each time, because the worker may have been ended and started in between.
 */
import { api } from "../api.js";
import { isSnapshot, show } from "../messages.js";

/** In the order in which they build on each other; classic scripts, because content scripts cannot be modules. */
const READER = [
  "unshadowed.js",
  "settings/table.js",
  "settings/fonts.js",
  ...[
    ...["base", "themes", "style", "style-finding", "style-controls", "style-fields", "look", "fonts", "own-css"],
    ...["allowed", "render", "pieces", "headings", "furnish", "head", "aids", "long", "controls", "toolbar", "notice", "fields", "appearance", "help", "welcome"],
    ...["blocks", "outline", "notes", "figures", "links", "code", "place", "paper", "decide", "removed", "pick", "doubt", "live", "compatible", "freeze", "open", "main"],
  ].map((name) => `reader/${name}.js`),
];

/** Colours for code: brought only where there is code. */
const HIGHLIGHTER = "vendor/highlight.js";

/** What a snapshot is taken with. */
const GATHERING = ["unshadowed.js", "snapshot/slices.js", "snapshot/size.js", "snapshot/floats.js", "snapshot/veils.js", "snapshot/frames.js", "snapshot/markup.js", "snapshot/names.js", "snapshot/rules.js", "snapshot.js"];

/** What takes a snapshot of the page; the last one's value is the snapshot, or that it comes soon. */
const SNAPSHOT = [...GATHERING, "snapshot/take.js"];

/** The same for what is selected. */
const SELECTION = [...GATHERING, "snapshot/selection.js"];

/** Right after a click the page's process may not have heard yet that the tab is ours to enter. */
const PATIENCE = [40, 80, 160, 320];

/** How often a page that takes its time is asked. */
const SOON_MS = 20;

/** Letters; the parts of `snapshot.js` are shorter. */
const LONGEST_PART = 2_000_000;

/** The page is one that the browser keeps to itself. */
export class NoEntry extends Error {}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @template T
 * @param {() => Promise<T>} work
 */
async function patiently(work) {
  for (const ms of PATIENCE) {
    try {
      return await work();
    } catch {
      await pause(ms);
    }
  }
  return work();
}

/**
 * @param {number} tabId
 * @param {{ files: string[] } | { func: (...args: any[]) => unknown, args?: unknown[] }} what
 * @returns {Promise<unknown>} what the script gave in the page's main frame
 */
async function run(tabId, what) {
  const [outcome] = await api.scripting.executeScript(/** @type {any} */ ({ target: { tabId, frameIds: [0] }, ...what }));
  return outcome?.result;
}

/** Runs in the page. @returns {"closed" | "fresh" | "none"} */
function closeReader() {
  // What a page calls so is not ours.
  if (!Object.hasOwn(globalThis, "clearleaf")) globalThis.clearleaf = /** @type {any} */ ({});
  const shared = globalThis.clearleaf;
  const { view } = shared;
  if (!view) {
    // Left by an earlier version of the extension, updated while it was open; its script may be gone. That has been once, whatever
    // else a page may call so. Not by a selector, which would look at each of a million elements.
    const isStale = (/** @type {Element} */ child) => child.localName === "div" && child.hasAttribute("data-clearleaf") && child.shadowRoot?.querySelector("dialog.reader") != null;
    const stale = shared.cleared === true ? undefined : [...document.documentElement.children].find(isStale);
    shared.cleared = true;
    stale?.remove();
    return stale === undefined ? "none" : "closed";
  }
  // The second half of a double click is not a wish to leave.
  if (performance.now() - view.openedAt < 500) return "fresh";
  view.leave();
  return "closed";
}

/**
 * @param {number} tabId
 * @returns {Promise<boolean>} whether a reader was open there
 */
export async function closeIfOpen(tabId) {
  try {
    const was = await patiently(async () => {
      const answer = await run(tabId, { func: closeReader });
      // Chromium refuses its own pages with an error, Firefox by giving nothing.
      if (typeof answer !== "string") throw new Error("the page gave no answer");
      return answer;
    });
    return was !== "none";
  } catch (error) {
    throw new NoEntry("the page cannot be entered", { cause: error });
  }
}

/** @param {number} tabId */
export const isOpen = async (tabId) => (await run(tabId, { func: () => Object.hasOwn(globalThis, "clearleaf") && globalThis.clearleaf.view != null })) === true;

/**
 * @param {number} tabId
 * @param {string | undefined} url of the tab
 * @param {import("../types").KeptRule[]} rules for the page's site
 * @param {boolean} insists the reader wants it, however large it is
 * @returns {Promise<import("../types").Snapshot>}
 */
export async function snapshot(tabId, url, rules, insists) {
  const settle = (/** @type {import("../types").KeptRule[]} */ list, /** @type {boolean} */ insisted) => {
    if (!Object.hasOwn(globalThis, "clearleaf")) globalThis.clearleaf = /** @type {any} */ ({});
    globalThis.clearleaf.rules = list;
    globalThis.clearleaf.insists = insisted;
  };
  // Also when there are none: the last one may have been forgotten elsewhere.
  await run(tabId, { func: settle, args: [rules, insists] });
  let value = await run(tabId, { files: SNAPSHOT });
  while (value === "soon") {
    await pause(SOON_MS);
    value = await run(tabId, { func: () => globalThis.clearleaf?.taken });
  }
  if (!isSnapshot(value, url)) throw new Error("the page gave no snapshot");
  for (let parts = value.more ?? 0; parts > 0; parts -= 1) {
    const part = await run(tabId, { func: () => globalThis.clearleaf.handOver.shift() });
    if (typeof part !== "string" || part.length > LONGEST_PART) throw new Error("the page gave a part of a snapshot");
    value.html += part;
  }
  return value;
}

/** @param {number} tabId */
export async function bringReader(tabId) {
  await run(tabId, { files: READER });
}

/**
 * @param {number} tabId
 * @param {string | undefined} url of the tab
 * @returns {Promise<import("../types").Snapshot | null>} null: nothing is selected
 */
export async function selection(tabId, url) {
  const value = await run(tabId, { files: SELECTION });
  return isSnapshot(value, url) ? value : null;
}

/** @param {number} tabId */
export const bringHighlighter = (tabId) => run(tabId, { files: [HIGHLIGHTER] });

export { show };
