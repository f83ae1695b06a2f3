// What was left out, reason by reason, with the first words of each piece: nobody should have to take it on trust.

import { el } from "./dom.js";
import { count, plural } from "./format.js";
import { explain } from "./reasons.js";

/** @typedef {import("./core.js").Article["removals"][number]} Removal */

// A page can hold thousands of removed scraps. All of them are in the JSON; a list that long is no longer read.
const SHOWN = 100;

/**
 * @param {Removal[]} removals
 * @returns {{ reason: string, items: Removal[], words: number }[]} the reasons that took most words first
 */
export function grouped(removals) {
  const groups = Map.groupBy(removals, (removal) => removal.reason);
  return [...groups]
    .map(([reason, items]) => ({ reason, items, words: items.reduce((sum, { words }) => sum + words, 0) }))
    .sort((a, b) => b.words - a.words || b.items.length - a.items.length);
}

/**
 * @param {HTMLElement} place
 * @param {import("./core.js").Article} article
 */
export function showRemoved(place, article) {
  const groups = grouped(article.removals);
  if (groups.length === 0) {
    place.replaceChildren(el("p", {}, "Nothing was removed: all of this page is article."));
    return;
  }
  const words = groups.reduce((sum, group) => sum + group.words, 0);
  const summary = `${plural(article.removals.length, "piece")} left out, with ${plural(words, "word")}; ${plural(article.wordCount, "word")} kept.`;
  place.replaceChildren(el("p", {}, summary), ...groups.map(groupElement));
}

/** @param {ReturnType<typeof grouped>[number]} group */
function groupElement({ reason, items, words }) {
  const { name, why } = explain(reason);
  const amount = el("span", { class: "small" }, `${plural(items.length, "piece")}, ${plural(words, "word")}`);
  const list = el("ul", {}, ...items.slice(0, SHOWN).map(itemElement));
  const rest = items.length - SHOWN;
  if (rest > 0) list.append(el("li", { class: "soft" }, `${count(rest)} more are in the JSON download.`));
  return el("details", {}, el("summary", {}, el("strong", {}, name), amount), el("p", { class: "why" }, why), list);
}

/** @param {Removal} removal */
function itemElement({ text, rule, words }) {
  const first = text ? el("q", {}, text) : el("span", { class: "soft" }, "without text");
  const about = el("p", { class: "small soft" }, text ? `${plural(words, "word")}, ` : "", "by rule ", el("code", {}, rule));
  return el("li", {}, first, about);
}
