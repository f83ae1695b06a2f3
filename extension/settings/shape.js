/**
 * The shape of settings: what is sound in a value from outside, be it from storage, another version, a file or a message.
 * Nothing here fails: what is not sound is not there.
 */
import "./table.js";

/** @typedef {import("../types").Settings} Settings */
/** @typedef {keyof Settings} Name */

const TABLE = globalThis.clearleaf.settings;

/** Grows when a stored value no longer means what it meant. */
export const VERSION = 1;

export const NAMES = /** @type {Name[]} */ (Object.keys(TABLE));

/** What everything is until someone says otherwise. */
export const NORMALLY = globalThis.clearleaf.normally();

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {import("../types").Setting} row
 * @param {unknown} value
 * @returns {string | number | boolean | undefined} undefined: not sound
 */
function soundValue(row, value) {
  if (row.kind === "switch") return typeof value === "boolean" ? value : undefined;
  if (row.kind === "choice") return typeof value === "string" && Object.hasOwn(row.options, value) ? value : undefined;
  if (row.kind === "text") return typeof value === "string" && value.length <= row.longest ? value : undefined;
  return typeof value === "number" && value >= row.least && value <= row.most ? value : undefined;
}

/**
 * @param {unknown} values
 * @param {(name: Name) => boolean} [wanted]
 * @returns {Partial<Settings>} what is sound in them
 */
export function soundValues(values, wanted = () => true) {
  if (!isRecord(values)) return {};
  const sound = NAMES.filter((name) => wanted(name) && Object.hasOwn(values, name))
    .map((name) => [name, soundValue(TABLE[name], values[name])])
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(sound);
}

/** @param {Name} name */
export const isPerSite = (name) => TABLE[name].perSite;

/** What a site's own look begins with, and what is reset: rules that somebody has written are neither. @param {Name} name */
export const isLook = (name) => TABLE[name].group === "look";

/**
 * The values in what was stored. Before there were versions they stood by themselves; a later version may know names
 * that we do not, and those are left in peace.
 *
 * @param {unknown} stored
 * @returns {Record<string, unknown>}
 */
export function valuesIn(stored) {
  if (!isRecord(stored)) return {};
  if (!Object.hasOwn(stored, "version")) return stored;
  return isRecord(stored.values) ? stored.values : {};
}

/** When it was kept, by the clock; before there were stamps, first of all. @param {unknown} stored */
export const stampOf = (stored) => (isRecord(stored) && typeof stored.at === "number" ? stored.at : 0);

/**
 * @param {unknown} stored what stood there before
 * @param {Record<string, unknown>} values
 */
export function toStore(stored, values) {
  const version = isRecord(stored) && typeof stored.version === "number" ? Math.max(stored.version, VERSION) : VERSION;
  // Later than what it takes the place of, whatever the clock of the machine was that kept that.
  return { version, at: Math.max(Date.now(), stampOf(stored) + 1), values };
}

/** @param {unknown} stored @param {number} version @returns {stored is Record<string, unknown>} kept by a later version, which knows what we do not */
export const isNewer = (stored, version) => isRecord(stored) && typeof stored.version === "number" && stored.version > version;
