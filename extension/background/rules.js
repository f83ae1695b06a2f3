/**
 * Rules that the reader made ("always on this site"): a list, oldest first, each with the site it is for. What is in a
 * rule is said in `snapshot/rules.js`, which also finds the elements.
 */
import { api } from "../api.js";
import { isRecord } from "../settings/shape.js";
import { inTurn } from "../turns.js";

const KEY = "rules";
const VERSION = 1;

/** More for one site would be felt on each of its pages. */
const MOST_PER_SITE = 200;

const turns = inTurn(KEY);

/** @param {unknown} value @param {number} most */
const isText = (value, most) => typeof value === "string" && value.length <= most;

/** @param {unknown} value @param {number} most */
const areNames = (value, most) => Array.isArray(value) && value.length <= most && value.every((each) => isText(each, 60));

/** @param {unknown} rule @returns {rule is import("../types").Rule} */
export function isRule(rule) {
  if (!isRecord(rule) || !isRecord(rule.shape)) return false;
  const { words, links, asks, pictures } = rule.shape;
  return (
    typeof rule.keep === "boolean" &&
    isText(rule.tag, 60) &&
    areNames(rule.inside, 5) &&
    areNames(rule.stems, 40) &&
    isText(rule.opening, 200) &&
    typeof words === "number" &&
    ["few", "some", "mostly"].includes(String(links)) &&
    typeof asks === "boolean" &&
    typeof pictures === "boolean"
  );
}

/** @param {unknown} rule @returns {rule is import("../types").KeptRule} */
const isKept = (rule) => isRule(rule) && isText(/** @type {any} */ (rule).id, 80) && isText(/** @type {any} */ (rule).site, 300) && isText(/** @type {any} */ (rule).example, 300);

/** @param {unknown} stored @returns {import("../types").KeptRule[]} what is sound in it */
export const soundRules = (stored) => (isRecord(stored) && Array.isArray(stored.list) ? stored.list.filter(isKept) : []);

/** @returns {Promise<import("../types").KeptRule[]>} */
export const rules = async () => soundRules((await api.storage.local.get(KEY))[KEY]);

/** @param {string | null} site */
export const rulesFor = async (site) => (site === null ? [] : (await rules()).filter((rule) => rule.site === site));

/** @param {import("../types").KeptRule[]} list */
const store = (list) => api.storage.local.set({ [KEY]: { version: VERSION, list } });

/** What makes two rules one. @param {import("../types").Rule} rule */
const sameness = ({ tag, inside, stems, shape, opening }) => JSON.stringify([tag, inside, stems, shape, opening]);

/**
 * A rule for the same elements takes the place of an older one, whatever that said.
 *
 * @param {string} site
 * @param {import("../types").Rule} rule
 * @param {string} example
 */
export const addRule = (site, rule, example) =>
  turns(async () => {
    const id = crypto.randomUUID();
    const { keep, tag, inside, stems, shape, opening } = rule;
    const others = (await rules()).filter((each) => each.site !== site || sameness(each) !== sameness(rule));
    const full = others.filter((each) => each.site === site).length >= MOST_PER_SITE;
    const oldest = full ? others.find((each) => each.site === site) : undefined;
    await store([...others.filter((each) => each !== oldest), { id, site, example, keep, tag, inside, stems, shape, opening }]);
    return id;
  });

/** @param {string} id */
export const dropRule = (id) => turns(async () => store((await rules()).filter((rule) => rule.id !== id)));

/** @param {string} id @param {Partial<import("../types").KeptRule>} changes */
export const changeRule = (id, changes) =>
  turns(async () => store((await rules()).map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)).filter(isKept)));

/**
 * Rules from a file are added to those that are there.
 *
 * @param {unknown} file
 * @returns {Promise<number>} how many were sound
 */
export const importRules = (file) =>
  turns(async () => {
    const sound = soundRules(file);
    const known = new Set(sound.map((rule) => rule.id));
    await store([...(await rules()).filter((rule) => !known.has(rule.id)), ...sound]);
    return sound.length;
  });

/** @returns {Promise<{ version: number, list: import("../types").KeptRule[] }>} for a file */
export const exportRules = () => turns(async () => ({ version: VERSION, list: await rules() }));
