/**
 * Settings as they are kept: one item for all sites, and one for each site that has its own look. They lie in
 * `storage.sync`, so that they follow the reader to other machines; where that refuses (switched off, full, too many
 * changes in a minute) they lie in `storage.local` until it takes them again.
 */
import { api } from "../api.js";
import { inTurn } from "../turns.js";
import { isPerSite, NAMES, NORMALLY, soundValues, toStore, valuesIn } from "./shape.js";

/** @typedef {import("../types").Settings} Settings */
/** @typedef {import("../types").SettingsFor} SettingsFor */

const GENERAL = "settings";
const SITE = "settings of ";

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
 * What could not be synced is newer, so it wins.
 *
 * @param {string[] | null} keys null: everything
 * @returns {Promise<Record<string, unknown>>}
 */
async function stored(keys) {
  const [synced, local] = await Promise.all([api.storage.sync.get(keys).catch(() => ({})), api.storage.local.get(keys)]);
  return { ...synced, ...local };
}

/** @param {Record<string, unknown>} items */
async function keep(items) {
  try {
    await api.storage.sync.set(items);
  } catch {
    await api.storage.local.set(items);
    return;
  }
  await api.storage.local.remove(Object.keys(items));
}

/** @param {string[]} keys */
async function drop(keys) {
  await Promise.all([api.storage.sync.remove(keys).catch(() => undefined), api.storage.local.remove(keys)]);
}

/**
 * @param {string | null} site
 * @returns {Promise<SettingsFor>}
 */
export async function settingsFor(site) {
  const key = SITE + site;
  const items = await stored(site === null ? [GENERAL] : [GENERAL, key]);
  const general = { ...NORMALLY, ...soundValues(valuesIn(items[GENERAL])) };
  const own = site !== null && key in items;
  return { values: own ? { ...general, ...soundValues(valuesIn(items[key]), isPerSite) } : general, own };
}

/**
 * What is as it normally is need not be kept: a later version may know better.
 *
 * @param {Partial<Settings>} values
 */
async function changeGeneral(values) {
  const before = (await stored([GENERAL]))[GENERAL];
  const after = { ...valuesIn(before), ...values };
  for (const name of NAMES) if (after[name] === NORMALLY[name]) delete after[name];
  await keep({ [GENERAL]: toStore(before, after) });
}

/**
 * @param {string} site
 * @param {Partial<Settings>} values
 */
async function changeSite(site, values) {
  const key = SITE + site;
  const before = (await stored([key]))[key];
  await keep({ [key]: toStore(before, { ...valuesIn(before), ...values }) });
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
 * Gives a site a look of its own, which begins as what it is now, or takes it away.
 *
 * @param {string} site
 * @param {boolean} own
 */
export const setOwn = (site, own) =>
  turns(async () => {
    const { values } = await settingsFor(site);
    if (own) await changeSite(site, soundValues(values, isPerSite));
    else await drop([SITE + site]);
    return settingsFor(site);
  });

/**
 * The look as it normally is; of this site, where it has its own, else of all that have none.
 *
 * @param {string | null} site
 */
export const resetLook = (site) => change(soundValues(NORMALLY, isPerSite), site);

/** @returns {Promise<{ general: Partial<Settings>, sites: Record<string, Partial<Settings>> }>} everything, for a file */
export async function everything() {
  const items = Object.entries(await stored(null));
  const general = items.find(([key]) => key === GENERAL)?.[1];
  const ofSites = items.filter(([key]) => key.startsWith(SITE));
  return {
    general: soundValues(valuesIn(general)),
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
    const before = Object.keys(await stored(null)).filter((key) => key === GENERAL || key.startsWith(SITE));
    const ofSites = Object.entries(sites).map(([site, values]) => [SITE + site, toStore(null, values)]);
    const after = Object.fromEntries([[GENERAL, toStore(null, general)], ...ofSites]);
    await keep(after);
    await drop(before.filter((key) => !(key in after)));
  });
