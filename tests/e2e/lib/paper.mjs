/** What came out of the printer. */
import { inflateSync } from "node:zlib";

/**
 * Pages of a PDF, whether its objects are written plainly or packed.
 *
 * @param {Buffer} pdf
 */
export function countPages(pdf) {
  let text = pdf.toString("latin1");
  for (const { index, 0: { length } } of pdf.toString("latin1").matchAll(/stream\r?\n/g)) {
    const start = index + length;
    try {
      text += inflateSync(pdf.subarray(start, pdf.indexOf("endstream", start))).toString("latin1");
    } catch {
      // Not every stream is packed this way.
    }
  }
  return Math.max(...[...text.matchAll(/\/Count (\d+)/g)].map((match) => Number(match[1])), 0);
}
