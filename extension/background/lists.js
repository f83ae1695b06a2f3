/**
 * A list that the background keeps on this machine: what is sound in it, read and written as a whole, one change at a time.
 */
import { api } from "../api.js";
import { isNewer, isRecord } from "../settings/shape.js";
import { inTurn } from "../turns.js";

/**
 * @template T
 * @param {string} key
 * @param {number} version
 * @param {(each: unknown) => each is T} isSound
 */
export function keptList(key, version, isSound) {
  /** @returns {Promise<unknown>} */
  const stored = async () => (await api.storage.local.get(key))[key];
  /** @param {unknown} kept here, or in a file @returns {T[]} */
  const soundIn = (kept) => (isRecord(kept) && Array.isArray(kept.list) ? kept.list.filter(isSound) : []);
  return {
    soundIn,
    all: async () => soundIn(await stored()),
    /** Of a list that a later version has kept all stays that we do not know. @param {T[]} list */
    async store(list) {
      const before = await stored();
      const others = isNewer(before, version) && Array.isArray(before.list) ? before.list.filter((each) => !isSound(each)) : [];
      await api.storage.local.set({ [key]: isNewer(before, version) ? { ...before, list: [...others, ...list] } : { version, list } });
    },
    clear: () => api.storage.local.remove(key),
    turns: inTurn(key),
  };
}
