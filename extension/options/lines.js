/**
 * Paths as people write them, one on a line: with blanks around, as the whole address of a page, without the `/` at the
 * beginning. A line stays one line, and `!` stays with it: cut in two, it would say the opposite.
 */

/** A base to read a path by; nothing of it is kept. */
const ANYWHERE = "https://example.org";

/**
 * The path of it, as browsers write paths: `/boîte/*` is `/bo%C3%AEte/*`.
 *
 * @param {string} place
 * @param {string} host of the site
 */
function pathOf(place, host) {
  if (/^https?:\/\//i.test(place) && URL.canParse(place)) return new URL(place).pathname;
  const below = place.startsWith(`${host}/`) ? place.slice(host.length) : place;
  return new URL(below.replace(/^\/*/, "/"), ANYWHERE).pathname;
}

/**
 * @param {string} text
 * @param {string} host
 * @returns {string[]} lines as `background/paths.js` keeps them
 */
export function linesIn(text, host) {
  const written = text.split("\n").map((line) => /^(!?)\s*(.*)$/.exec(line.trim()) ?? []);
  return written.flatMap(([, not = "", place = ""]) => (place === "" ? [] : [not + pathOf(place, host)]));
}
