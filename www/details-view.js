// Everything else the core says about a page, and what it took to say it.

import { el } from "./dom.js";
import { count, day, duration, plural, size } from "./format.js";
import { opensByItself } from "./verdict.js";

/**
 * @typedef {import("./core.js").Article} Article
 *
 * @typedef {object} Run
 * @property {import("./source.js").Source} source
 * @property {number} bytes size of the normalised HTML
 * @property {number} ms time in the core
 * @property {number} removed what the reader's second layer took out of the core's HTML
 * @property {string} version
 */

/** @type {Record<NonNullable<Article["access"]>, string>} */
const ACCESS = {
  free: "Free to read, as the publisher states",
  metered: "Metered: some articles are free",
  locked: "Locked: only for subscribers",
};

/** @type {Record<string, string>} */
const DIRECTIONS = { ltr: "Left to right", rtl: "Right to left" };

const NOT_STATED = "Not stated";

/**
 * @param {Article} article
 * @returns {[string, string][]}
 */
function aboutArticle(article) {
  const likely = opensByItself(article, article.url) ? "where the reader is always on, it opens by itself" : "the reader does not open by itself";
  return [
    ["Title", article.title ?? NOT_STATED],
    ["Byline", article.byline ?? NOT_STATED],
    ["Site", article.siteName ?? NOT_STATED],
    ["Published", article.publishedTime ? day(article.publishedTime) : NOT_STATED],
    ["Modified", article.modifiedTime ? day(article.modifiedTime) : NOT_STATED],
    ["Kind", article.kind],
    ["Confidence", `${Math.round(article.confidence * 100)} %, ${likely}`],
    ["Access", article.access ? ACCESS[article.access] : NOT_STATED],
    ["Language", article.lang ?? NOT_STATED],
    ["Direction", article.dir ? (DIRECTIONS[article.dir] ?? article.dir) : NOT_STATED],
    ["Length", `${plural(article.wordCount, "word")}, ${plural(article.readingMinutes, "minute")} of reading`],
    ["Address", article.url ?? NOT_STATED],
    ["Sign in", article.signInUrl ?? NOT_STATED],
    ["Support", article.supportUrl ?? NOT_STATED],
    ["Image", article.image ?? NOT_STATED],
    ["Excerpt", article.excerpt ?? NOT_STATED],
  ];
}

/**
 * @param {Article} article
 * @param {Run} run
 * @returns {[string, string][]}
 */
function aboutRun(article, { source, bytes, ms, removed, version }) {
  const rate = ms > 0 ? `, ${size(Math.round((bytes / ms) * 1000))} a second` : "";
  return [
    ["Page", `${source.name}, ${size(source.size)}`],
    ["As the browser writes it", size(bytes)],
    ["Article", `${size(new Blob([article.content]).size)} of HTML, ${count(article.length)} characters of text`],
    ["Time in the core", `${duration(ms)}${rate}`],
    ["Second layer", removed === 0 ? "Found nothing to take out" : `Took out ${plural(removed, "part")}: a fault of the core`],
    ["Core", `clearleaf ${version}`],
  ];
}

/**
 * @param {string} heading
 * @param {[string, string][]} rows
 */
function table(heading, rows) {
  const list = el("dl", {}, ...rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
  return el("section", {}, el("h3", {}, heading), list);
}

/**
 * @param {HTMLElement} place
 * @param {Article} article
 * @param {Run} run
 */
export function showDetails(place, article, run) {
  place.replaceChildren(table("The article", aboutArticle(article)), table("This run", aboutRun(article, run)));
}

/**
 * The few figures that stand under the title.
 *
 * @param {HTMLElement} place
 * @param {Article} article
 * @param {Pick<Run, "bytes" | "ms">} run
 */
export function showFacts(place, article, run) {
  const facts = [
    plural(article.wordCount, "word"),
    plural(article.readingMinutes, "minute"),
    `${article.kind}, ${Math.round(article.confidence * 100)} % sure`,
    `${size(run.bytes)} in ${duration(run.ms)}`,
  ];
  place.replaceChildren(...facts.map((fact) => el("li", {}, fact)));
}
