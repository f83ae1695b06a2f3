/**
 * The context menus: "Read with Clearleaf" on a page, and "Always on this site" on the button.
 */
import { api } from "../api.js";
import { toggle } from "./open.js";
import { ask, isOn, siteOf, sites, switchOff, switchOn } from "./sites.js";
import { explainPrivate } from "./unavailable.js";

const READ = "read";
const SELECTION = "selection";
const ALWAYS = "always";

/** Menus last longer than the worker; they are made when the extension arrives or changes. */
export async function createMenus() {
  if (api.contextMenus === undefined) return; // Firefox for Android
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: READ, title: api.i18n.getMessage("open"), contexts: ["page"] });
  api.contextMenus.create({ id: SELECTION, title: api.i18n.getMessage("readSelection"), contexts: ["selection"] });
  api.contextMenus.create({ id: ALWAYS, title: api.i18n.getMessage("always"), contexts: ["action"], type: "checkbox", checked: false });
}

/** @param {boolean} checked */
const check = (checked) => api.contextMenus?.update(ALWAYS, { checked });

/**
 * The box tells the truth about the tab in front. Its address is visible to us exactly when the site is one of ours
 * (or the button was just used there), which is all that the box needs to know.
 *
 * @param {chrome.tabs.Tab} tab
 */
async function reflect({ active, url }) {
  if (active) await check(await isOn(url));
}

/** @param {{ tabId: number }} info */
const onActivated = async ({ tabId }) => reflect(await api.tabs.get(tabId));

/**
 * @param {number} _tabId
 * @param {{ status?: string }} change
 * @param {chrome.tabs.Tab} tab
 */
async function onUpdated(_tabId, change, tab) {
  if (change.status !== undefined) await reflect(tab);
}

/**
 * While no site is on, the box is always empty, and nobody needs to be woken when tabs change. Listeners must be there
 * from the worker's first moment, so they are added first and taken away when the list turns out empty.
 */
export async function watchTabs() {
  api.tabs.onActivated.addListener(onActivated);
  api.tabs.onUpdated.addListener(onUpdated);
  if ((await sites()).length === 0) {
    api.tabs.onActivated.removeListener(onActivated);
    api.tabs.onUpdated.removeListener(onUpdated);
  }
}

/**
 * @param {boolean} on
 * @param {string} site
 */
export async function setSite(on, site) {
  await (on ? switchOn(site) : switchOff(site));
  await Promise.all([check(on), watchTabs()]);
}

/**
 * @param {chrome.contextMenus.OnClickData} info
 * @param {chrome.tabs.Tab | undefined} tab
 */
export async function onMenu(info, tab) {
  if (tab === undefined) return;
  if (info.menuItemId === READ) {
    await toggle(tab);
    return;
  }
  if (info.menuItemId === SELECTION) {
    await toggle(tab, "selection");
    return;
  }
  const site = siteOf(tab.url);
  if (site === null) {
    await check(false);
    return;
  }
  if (tab.incognito && !(await isOn(site))) {
    await check(false);
    await explainPrivate(tab);
    return;
  }
  // Nothing may be awaited before this in an ordinary window: the gesture would be over. What is held already is not asked for again.
  const asked = ask(site);
  // The list decides, not the box: a worker that was ended at the wrong moment leaves the box as the click made it.
  if (await isOn(site)) await setSite(false, site);
  else if (await asked) await setSite(true, site);
  else await check(false);
}
