// A page as the core expects it: HTML that a browser has parsed and written out again. The browser repairs what authors
// leave open or nest wrongly, so that the core never has to guess.

/**
 * @typedef {object} Page
 * @property {string} html as serialised by this browser
 * @property {string | null} address the address the page gives as its own
 */

/**
 * @param {typeof DOMParser} Parser the parser of a document in which no script may run: parsing in this one would
 *   report each inline style and event handler of the page as a breach of our own content security policy
 * @param {string} raw
 * @returns {Page}
 */
export function normalise(Parser, raw) {
  const parsed = new Parser().parseFromString(raw, "text/html");
  return { html: parsed.documentElement.outerHTML, address: ownAddress(parsed) };
}

/** @param {Document} parsed */
function ownAddress(parsed) {
  const stated =
    parsed.querySelector('link[rel~="canonical" i]')?.getAttribute("href") ??
    parsed.querySelector('meta[property="og:url" i]')?.getAttribute("content");
  return webAddress(stated ?? "");
}

/**
 * The text as an absolute web address, or null if it is none.
 *
 * @param {string} text
 */
export function webAddress(text) {
  const url = URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
