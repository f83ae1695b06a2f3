/**
 * Files of fonts for a reader that wants them. A page cannot fetch a file of the extension (nothing is web-accessible),
 * so the background reads it and hands it over, as text because messages are text.
 */
import { api } from "../api.js";
import "../settings/fonts.js";

const FILES = new Set(Object.values(globalThis.clearleaf.fonts).flatMap(({ faces }) => faces.map(({ file }) => file)));

/** How many arguments a call may have is up to the engine; this many it may. */
const PIECE = 0x8000;

/**
 * @param {string} file
 * @returns {Promise<string | null>} its bytes in base64; null: no such font
 */
export async function fontFile(file) {
  if (!FILES.has(file)) return null;
  const bytes = new Uint8Array(await (await fetch(api.runtime.getURL(`fonts/${file}`))).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
