// Where a page comes from: text that was pasted, or a file, compressed or not. Reading is in one place so that the size
// limit, the unpacking and the encoding are too.

import { decode, isText } from "./charset.js";
import { LARGEST_PAGE, Problem } from "./problems.js";

/**
 * @typedef {object} Reading
 * @property {AbortSignal} signal
 * @property {(done: number, total: number) => void} onProgress
 *
 * @typedef {object} Source
 * @property {string} name how the person knows it
 * @property {number} size in bytes, as given
 * @property {(reading: Reading) => Promise<string>} read
 */

/**
 * @param {string} name
 * @param {string} text
 * @returns {Source}
 */
export function fromText(name, text) {
  const size = new Blob([text]).size;
  return {
    name,
    size,
    async read() {
      if (!text.trim()) throw new Problem("empty");
      if (size > LARGEST_PAGE) throw new Problem("too-large");
      return text;
    },
  };
}

/**
 * @param {File} file
 * @returns {Source}
 */
export function fromFile(file) {
  return {
    name: file.name,
    size: file.size,
    async read(reading) {
      const bytes = await allBytes(file, reading);
      if (bytes.length === 0) throw new Problem("empty");
      if (!isText(bytes)) throw new Problem("not-html");
      return decode(bytes);
    },
  };
}

/**
 * The file's bytes, unpacked if they are gzip. The magic number decides, not the name: servers and download managers
 * rename files, but cannot make two bytes lie.
 *
 * @param {File} file
 * @param {Reading} reading
 */
async function allBytes(file, { signal, onProgress }) {
  const magic = new Uint8Array(await readable(file.slice(0, 2).arrayBuffer()));
  const packed = magic[0] === 0x1f && magic[1] === 0x8b;
  let taken = 0;
  /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */
  let stream = file.stream().pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        taken += chunk.length;
        onProgress(taken, file.size);
        controller.enqueue(chunk);
      },
    }),
    { signal },
  );
  if (packed) stream = stream.pipeThrough(new DecompressionStream("gzip"));

  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      signal.throwIfAborted();
      throw new Problem(packed ? "bad-gzip" : "unreadable", String(error));
    });
    if (done) break;
    length += value.length;
    // Counted after unpacking: a few kilobytes of gzip can unfold to gigabytes.
    if (length > LARGEST_PAGE) {
      void reader.cancel();
      throw new Problem("too-large");
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * @template T
 * @param {Promise<T>} promise
 */
async function readable(promise) {
  try {
    return await promise;
  } catch (error) {
    throw new Problem("unreadable", String(error));
  }
}
