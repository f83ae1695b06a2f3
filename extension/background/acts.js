/**
 * What the background does for a page that asks: one row for each verb. What a row gives is the answer to the page.
 * Of a page in a private window nothing is kept that would say what was read there.
 */
import { api } from "../api.js";
import { change, changeSiteCss, resetLook, setOwn, settingsFor, siteNamed } from "../settings/store.js";
import { fontFile } from "./fonts.js";
import { follow } from "./follow.js";
import { setSite } from "./menus.js";
import { arrived, readAgain } from "./open.js";
import { bringHighlighter } from "./page.js";
import { exceptPage } from "./paths.js";
import { keepPlace } from "./places.js";
import { addRule, dropRule, rulesFor } from "./rules.js";
import { siteOf } from "./sites.js";
import { setWelcomed } from "./welcome.js";

/** @typedef {import("../types").ToBackground} ToBackground */
/** @typedef {{ tab: chrome.tabs.Tab & { id: number }, url: string | undefined }} From */

/** @type {{ [V in ToBackground["verb"]]: (message: Extract<ToBackground, { verb: V }>, from: From) => Promise<unknown> }} */
const ACTS = {
  arrived: ({ again }, { tab }) => arrived(tab, again),
  read: ({ mode }, { tab }) => readAgain(tab, mode, false),
  "read-again": ({ mode }, { tab }) => readAgain(tab, mode, true),
  follow: ({ url }, { tab }) => follow(tab.id, url),
  "bring-highlighter": (_, { tab }) => bringHighlighter(tab.id),
  async place({ place, at }, { tab }) {
    if (!tab.incognito) await keepPlace(at, place);
  },
  async "add-rule"({ rule, example }, { tab, url }) {
    const site = siteNamed(url);
    return site === null || tab.incognito ? null : addRule(site, rule, example);
  },
  "drop-rule": ({ id }) => dropRule(id),
  "rules-here": (_, { url }) => rulesFor(siteNamed(url)),
  async "site-off"(_, { url }) {
    const site = siteOf(url);
    if (site !== null) await setSite(false, site);
  },
  async "not-here"({ at }, { tab }) {
    if (!tab.incognito) await exceptPage(at);
  },
  "change-settings": ({ values }, { url }) => change(values, siteNamed(url)),
  "site-css": ({ css }, { url }) => changeSiteCss(siteNamed(url), css),
  settings: (_, { url }) => settingsFor(siteNamed(url)),
  "reset-look": (_, { url }) => resetLook(siteNamed(url)),
  async "site-look"({ own }, { tab, url }) {
    const site = siteNamed(url);
    return site === null || (own && tab.incognito) ? null : setOwn(site, own);
  },
  // Only a page of the extension may have the browser ask for a site.
  "open-options": ({ auto }, { url }) =>
    auto === true && siteOf(url) !== null ? api.tabs.create({ url: api.runtime.getURL(`options/options.html#auto=${new URL(url ?? "").origin}`) }) : api.runtime.openOptionsPage(),
  welcomed: () => setWelcomed(),
  font: ({ file }) => fontFile(file),
};

/** @param {{ message: ToBackground } & From} sound */
export function act({ message, ...from }) {
  const row = /** @type {(message: ToBackground, from: From) => Promise<unknown>} */ (ACTS[message.verb]);
  return row(message, from);
}
