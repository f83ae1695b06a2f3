/**
 * Holds what is shipped against budget.json: it fails where something has become larger than is allowed there, and says
 * how far the goal is. To raise a limit is a change of that file, on purpose and in review.
 *
 * node tests/budget.mjs     after `cargo xtask build all`
 */
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

/** @typedef {{ what: string, goal: number, limit: number }} Line */
/** @type {Record<string, Line>} */
const budget = JSON.parse(readFileSync("budget.json", "utf8"));

/**
 * What the files of a zip take, but for fonts: those are what they are.
 *
 * @param {Buffer} zip
 */
function packedWithoutFonts(zip) {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  let sum = zip.length - end;
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, note] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const path = zip.toString("utf8", at + 46, at + 46 + name);
    // Each file has a header where it stands and a record in the directory.
    if (!path.endsWith(".woff2")) sum += packed + 30 + name + 46 + name + extra + note;
    at += 46 + name + extra + note;
  }
  return sum;
}

const wasm = readFileSync("dist/npm/clearleaf_bg.wasm");
/** @type {Record<string, number>} */
const sizes = {
  core: wasm.length,
  "core-brotli": brotliCompressSync(wasm).length,
  chromium: packedWithoutFonts(readFileSync("dist/clearleaf-chromium.zip")),
  firefox: packedWithoutFonts(readFileSync("dist/clearleaf-firefox.zip")),
};

let passed = 0;
const failures = [];
for (const [name, { what, goal, limit }] of Object.entries(budget)) {
  const size = sizes[name];
  if (size === undefined) throw new Error(`budget.json names ${name}, which nobody measures`);
  const beyond = size > goal ? `, ${size - goal} over the goal of ${goal}` : ", within its goal";
  console.log(`${what}: ${size} bytes of ${limit}${beyond}`);
  if (size <= limit) passed += 1;
  else failures.push(what);
}
console.log(`${passed} passed, ${failures.length} failed`);
if (failures.length > 0) process.exitCode = 1;
