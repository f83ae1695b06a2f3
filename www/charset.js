// Which character encoding a saved page is in. The HTML standard looks at a byte order mark first, then at a `<meta>`
// in the first 1,024 bytes. Where both are silent, browsers guess from the user's locale; valid UTF-8 is the better guess.

const PRESCAN = 1024;

/**
 * @param {Uint8Array} bytes
 * @returns {string} a label that `TextDecoder` knows
 */
function declared(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN));
  const label = /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? "";
  // A page that can be scanned as ASCII is not UTF-16, whatever its <meta> says.
  return /^utf-16/i.test(label) ? "utf-8" : label;
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decode(bytes) {
  const label = declared(bytes);
  if (label) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // A label nobody knows counts as none.
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Whether these bytes are text at all. A NUL byte is what tells a picture, an archive or a PDF from a page; UTF-16, the
 * one text encoding full of them, announces itself by its mark.
 *
 * @param {Uint8Array} bytes
 */
export function isText(bytes) {
  if (declared(bytes.subarray(0, 2)).startsWith("utf-16")) return true;
  const head = bytes.subarray(0, PRESCAN);
  const pdf = head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46;
  return !pdf && !head.includes(0);
}
