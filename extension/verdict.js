/**
 * What follows from how sure the core is: whether an article is offered, whether something is said beside it, whether it opens
 * by itself. Pure, and the same for the web page (`www/`).
 *
 * @typedef {{ confidence: number, articleness: number, kind: string }} Likely as the core says it of an article
 */

/** Kinds of page that are read from top to bottom, and so may open by themselves. */
const READABLE = new Set(["article", "liveblog", "documentation", "recipe"]);

/** From this articleness on a page opens by itself. How many that reach it are to be read stands in training/MODEL.md. */
const TO_BE_READ = 0.6;

/** Below this confidence the reader says so, and offers what else there is; it does not open by itself. */
const SURE = 0.6;

/** Below this even a person who asked is better told so, and offered the whole page: it would be shreds of a list. */
const DOUBTFUL = 0.2;

/** A listing below this articleness has nothing to read from top to bottom; fewer than one article in a hundred is below it. */
const NOT_TO_BE_READ = 0.1;

/** @param {Likely} article */
export const isSure = ({ confidence }) => confidence >= SURE;

/** @param {Likely} article */
export const isDoubtful = ({ confidence, articleness, kind }) => confidence < DOUBTFUL || (kind === "listing" && articleness < NOT_TO_BE_READ);

/**
 * @param {Likely} article
 * @param {string | null} url of its page
 */
export function opensByItself({ confidence, articleness, kind }, url) {
  if (articleness < TO_BE_READ || confidence < SURE) return false;
  // A front page is a list of articles, whatever else it looks like.
  return url !== null && new URL(url).pathname === "/" ? kind === "article" : READABLE.has(kind);
}
