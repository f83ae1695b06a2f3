/**
 * Rules that the reader made ("always on this site"): a list, oldest first, each with the site it is for. What is in a
 * rule is said in `snapshot/rules.js`, which also finds the elements.
 */
import { isRecord } from "../settings/shape.js";
import { keptList } from "./lists.js";

const VERSION = 1;

/** More for one site would be felt on each of its pages. */
const MOST_PER_SITE = 200;

/** @param {unknown} value @param {number} most */
const isText = (value, most) => typeof value === "string" && value.length <= most;

/** @param {unknown} value @param {number} most */
const areNames = (value, most) => Array.isArray(value) && value.length <= most && value.every((each) => isText(each, 60));

/** @type {unknown[]} */
const LINKS = ["few", "some", "mostly"];

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
    LINKS.includes(links) &&
    typeof asks === "boolean" &&
    typeof pictures === "boolean"
  );
}

/** @param {unknown} rule @returns {rule is import("../types").KeptRule} */
const isKept = (rule) => isRule(rule) && isText(/** @type {any} */ (rule).id, 80) && isText(/** @type {any} */ (rule).site, 300) && isText(/** @type {any} */ (rule).example, 300);

const { all, soundIn, store, turns } = keptList("rules", VERSION, isKept);

export const rules = all;

/** @param {string | null} site */
export const rulesFor = async (site) => (site === null ? [] : (await rules()).filter((rule) => rule.site === site));

/**
 * What makes two rules one. Field by field: storage gives an object back with its fields in another order.
 *
 * @param {import("../types").Rule} rule
 */
const sameness = ({ tag, inside, stems, shape: { words, links, asks, pictures }, opening }) => JSON.stringify([tag, inside, stems, words, links, asks, pictures, opening]);

/**
 * A rule for the same elements takes the place of an older one, whatever that said; where a site has its fill, the oldest goes.
 *
 * @param {import("../types").KeptRule[]} list
 * @param {import("../types").KeptRule} rule
 */
function added(list, { id, site, example, keep, tag, inside, stems, shape, opening }) {
  const rule = { id, site, example, keep, tag, inside, stems, shape, opening };
  const same = sameness(rule);
  const others = list.filter((each) => each.id !== id && (each.site !== site || sameness(each) !== same));
  const ofSite = others.filter((each) => each.site === site);
  const oldest = ofSite.length >= MOST_PER_SITE ? ofSite[0] : undefined;
  return [...others.filter((each) => each !== oldest), rule];
}

/**
 * @param {string} site
 * @param {import("../types").Rule} rule
 * @param {string} example
 */
export const addRule = (site, rule, example) =>
  turns(async () => {
    const id = crypto.randomUUID();
    await store(added(await rules(), { ...rule, id, site, example }));
    return id;
  });

/** @param {string} id */
export const dropRule = (id) => turns(async () => store((await rules()).filter((rule) => rule.id !== id)));

/**
 * A change that would make no rule of it is not made.
 *
 * @param {string} id
 * @param {Partial<import("../types").KeptRule>} changes
 * @returns {Promise<import("../types").KeptRule | undefined>} the rule as it is now
 */
export const changeRule = (id, changes) =>
  turns(async () => {
    const list = (await rules()).map((rule) => {
      const changed = { ...rule, ...changes };
      return rule.id === id && isKept(changed) ? changed : rule;
    });
    await store(list);
    return list.find((rule) => rule.id === id);
  });

/**
 * Rules from a file are added to those that are there, as if they had been made now.
 *
 * @param {unknown} file
 * @returns {Promise<number>} how many were sound
 */
export const importRules = (file) =>
  turns(async () => {
    const sound = soundIn(file);
    await store(sound.reduce(added, await rules()));
    return sound.length;
  });

/** @returns {Promise<{ version: number, list: import("../types").KeptRule[] }>} for a file */
export const exportRules = () => turns(async () => ({ version: VERSION, list: await rules() }));
