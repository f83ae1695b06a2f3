/**
 * What the background does for a page that asks: one row for each verb. What a row gives is the answer to the page.
 */
import { api } from "../api.js";
import { change, resetLook, setOwn, settingsFor, siteNamed } from "../settings/store.js";
import { fontFile } from "./fonts.js";
import { setSite } from "./menus.js";
import { arrived, readAnyway } from "./open.js";
import { siteOf } from "./sites.js";
import { setWelcomed } from "./welcome.js";

/** @typedef {import("../types").ToBackground} ToBackground */
/** @typedef {{ tab: chrome.tabs.Tab & { id: number }, url: string | undefined }} From */

/** @type {{ [V in ToBackground["verb"]]: (message: Extract<ToBackground, { verb: V }>, from: From) => Promise<unknown> }} */
const ACTS = {
  arrived: (_, { tab }) => arrived(tab),
  "read-page": (_, { tab }) => readAnyway(tab.id),
  async "site-off"(_, { url }) {
    const site = siteOf(url);
    if (site !== null) await setSite(false, site);
  },
  "change-settings": ({ values }, { url }) => change(values, siteNamed(url)),
  settings: (_, { url }) => settingsFor(siteNamed(url)),
  "reset-look": (_, { url }) => resetLook(siteNamed(url)),
  async "site-look"({ own }, { url }) {
    const site = siteNamed(url);
    return site === null ? null : setOwn(site, own);
  },
  "open-options": () => api.runtime.openOptionsPage(),
  welcomed: () => setWelcomed(),
  font: ({ file }) => fontFile(file),
};

/** @param {{ message: ToBackground } & From} sound */
export function act({ message, ...from }) {
  const row = /** @type {(message: ToBackground, from: From) => Promise<unknown>} */ (ACTS[message.verb]);
  return row(message, from);
}
