/**
 * Where reading stopped, for each article: kept on this machine only, under a name from which the address cannot be
 * read. The oldest is forgotten when there are many, all with one click, and in private windows nothing is kept.
 */
import { isRecord } from "../settings/shape.js";
import { keptList } from "./lists.js";

const MOST = 300;

/** @typedef {{ name: string, text: string, share: number }} KeptPlace */

/** @param {unknown} place @returns {place is import("../types").Place} */
export const isPlace = (place) =>
  isRecord(place) && typeof place.text === "string" && place.text.length <= 200 && typeof place.share === "number" && place.share >= 0 && place.share <= 1;

/** @param {string} url */
async function nameOf(url) {
  const address = url.split("#")[0] ?? "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(address));
  return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {unknown} each @returns {each is KeptPlace} */
const isKept = (each) => isPlace(each) && typeof (/** @type {any} */ (each).name) === "string";

/** The newest last. */
const places = keptList("places", 1, isKept);

/**
 * @param {string} url
 * @returns {Promise<import("../types").Place | null>}
 */
export async function placeOf(url) {
  const list = await places.all();
  if (list.length === 0) return null;
  const name = await nameOf(url);
  const found = list.find((each) => each.name === name);
  return found === undefined ? null : { text: found.text, share: found.share };
}

/**
 * @param {string} url
 * @param {import("../types").Place | null} place null: read to the end, or not begun
 */
export const keepPlace = (url, place) =>
  places.turns(async () => {
    const name = await nameOf(url);
    const others = (await places.all()).filter((each) => each.name !== name);
    await places.store(place === null ? others : [...others, { name, ...place }].slice(-MOST));
  });

export const countPlaces = async () => (await places.all()).length;

export const forgetPlaces = () => places.turns(places.clear);
