/**
 * Settings as they are kept: one item for all sites, one for the reader's own style rules, and one for each site that has its
 * own look. They lie in `storage.sync`, so that they follow the reader to other machines; where that refuses (switched off,
 * full, too many changes in a minute, more than 8 KB) they lie in `storage.local` until it takes them again. Each says when it
 * was kept: who is ended in between leaves both, and the later one counts.
 */
import { api } from "../api.js";
import { inTurn } from "../turns.js";
import { isLook, isPerSite, NAMES, NORMALLY, soundValues, stampOf, toStore, valuesIn } from "./shape.js";

/** @typedef {import("../types").Settings} Settings */
/** @typedef {import("../types").SettingsFor} SettingsFor */

const GENERAL = "settings";
const SITE = "settings of ";

/** By themselves, because they may be longer than what can be synced; then all else still is. A site's own are with its look. */
const CSS = "settings css";

const turns = inTurn(GENERAL);

/**
 * @param {string | undefined} url
 * @returns {string | null} the site that a look can belong to
 */
export function siteNamed(url) {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? hostname : null;
}

/**
 * @param {string[] | null} keys null: everything
 * @returns {Promise<Record<string, unknown>>}
 */
async function stored(keys) {
  /** @type {[Record<string, unknown>, Record<string, unknown>]} */
  const [synced, local] = await Promise.all([api.storage.sync.get(keys).catch(() => ({})), api.storage.local.get(keys)]);
  const later = Object.entries(local).filter(([key, item]) => stampOf(item) >= stampOf(synced[key]));
  return { ...synced, ...Object.fromEntries(later) };
}

/** @param {string} key @param {unknown} item */
async function keep(key, item) {
  try {
    await api.storage.sync.set({ [key]: item });
  } catch {
    await api.storage.local.set({ [key]: item });
    return;
  }
  await api.storage.local.remove(key);
}

/** @param {string[]} keys */
async function drop(keys) {
  await Promise.all([api.storage.sync.remove(keys).catch(() => undefined), api.storage.local.remove(keys)]);
}

/** @param {Record<string, unknown>} items @returns {Record<string, unknown>} where the style rules have no item yet, they stand among the others */
const generalIn = (items) => ({ ...valuesIn(items[GENERAL]), ...(CSS in items && { css: NORMALLY.css, ...valuesIn(items[CSS]) }) });

/**
 * @param {string | null} site
 * @returns {Promise<SettingsFor>}
 */
export async function settingsFor(site) {
  const key = SITE + site;
  const items = await stored(site === null ? [GENERAL, CSS] : [GENERAL, CSS, key]);
  const general = { ...NORMALLY, ...soundValues(generalIn(items)) };
  const own = site !== null && key in items;
  return { values: own ? { ...general, ...soundValues(valuesIn(items[key]), isPerSite) } : general, own };
}

/**
 * What is as it normally is need not be kept: a later version may know better.
 *
 * @param {Partial<Settings>} values
 */
async function changeGeneral(values) {
  const items = await stored([GENERAL, CSS]);
  /** @type {Record<string, unknown>} */
  const { css, ...after } = { ...generalIn(items), ...values };
  const stoodAmong = Object.hasOwn(valuesIn(items[GENERAL]), "css");
  // First where it goes, and only then away from where it was.
  if (stoodAmong || css !== generalIn(items).css) await keep(CSS, toStore(items[CSS], css === NORMALLY.css ? {} : { css }));
  for (const name of NAMES) if (after[name] === NORMALLY[name]) delete after[name];
  if (stoodAmong || Object.keys(values).some((name) => name !== "css")) await keep(GENERAL, toStore(items[GENERAL], after));
}

/**
 * @param {string} site
 * @param {Partial<Settings>} values
 */
async function changeSite(site, values) {
  const key = SITE + site;
  const before = (await stored([key]))[key];
  await keep(key, toStore(before, { ...valuesIn(before), ...values }));
}

/**
 * Where a site has a look of its own, changes of the look are the site's.
 *
 * @param {unknown} values
 * @param {string | null} site
 */
export const change = (values, site) =>
  turns(async () => {
    const { own } = await settingsFor(site);
    const ofSite = own ? soundValues(values, isPerSite) : {};
    const general = soundValues(values, (name) => !(name in ofSite));
    if (site !== null && Object.keys(ofSite).length > 0) await changeSite(site, ofSite);
    if (Object.keys(general).length > 0) await changeGeneral(general);
    return settingsFor(site);
  });

/**
 * Style rules that a page sends are for its own site and for no other, and only where that has its own look.
 *
 * @param {string | null} site
 * @param {string} css
 */
export const changeSiteCss = (site, css) =>
  turns(async () => {
    if (site !== null && (await settingsFor(site)).own) await changeSite(site, soundValues({ css }));
  });

/**
 * Gives a site a look of its own, which begins as what it is now, or takes it away.
 *
 * @param {string} site
 * @param {boolean} own
 */
export const setOwn = (site, own) =>
  turns(async () => {
    const { values } = await settingsFor(site);
    if (own) await changeSite(site, soundValues(values, isLook));
    else await drop([SITE + site]);
    return settingsFor(site);
  });

/**
 * The look as it normally is; of this site, where it has its own, else of all that have none.
 *
 * @param {string | null} site
 */
export const resetLook = (site) => change(soundValues(NORMALLY, isLook), site);

/** @returns {Promise<{ general: Partial<Settings>, sites: Record<string, Partial<Settings>> }>} everything, for a file */
export async function everything() {
  const items = await stored(null);
  const ofSites = Object.entries(items).filter(([key]) => key.startsWith(SITE));
  return {
    general: soundValues(generalIn(items), (name) => name !== "css" || generalIn(items).css !== NORMALLY.css),
    sites: Object.fromEntries(ofSites.map(([key, item]) => [key.slice(SITE.length), soundValues(valuesIn(item), isPerSite)])),
  };
}

/**
 * What stands here is what there is from now on.
 *
 * @param {{ general: Partial<Settings>, sites: Record<string, Partial<Settings>> }} wanted
 */
export const replaceEverything = ({ general, sites }) =>
  turns(async () => {
    const before = await stored(null);
    const { css = NORMALLY.css, ...others } = general;
    /** @type {[string, Record<string, unknown>][]} */
    const after = [[GENERAL, others], ...Object.entries(sites).map(([site, values]) => /** @type {[string, Partial<Settings>]} */ ([SITE + site, values]))];
    if (css !== NORMALLY.css) after.push([CSS, { css }]);
    for (const [key, values] of after) await keep(key, toStore({ at: stampOf(before[key]) }, values));
    const known = new Set(after.map(([key]) => key));
    await drop(Object.keys(before).filter((key) => (key === GENERAL || key === CSS || key.startsWith(SITE)) && !known.has(key)));
  });
