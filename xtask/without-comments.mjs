/**
 * Takes the comments out of every script below a folder, and nothing else: names, lines and modules stay as they were
 * written, so that who reviews what is shipped can read it. What a licence demands (`/*!`, `@license`) stays too.
 *
 * node xtask/without-comments.mjs FOLDER…
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";

/** @typedef {import("acorn").Comment} Comment */

/**
 * The program as a tree without places: two texts with the same tree do the same.
 *
 * @param {string} text
 * @param {Comment[]} [comments] gets what comments there are
 */
function program(text, comments = []) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", onComment: comments });
  return JSON.stringify(tree, (key, value) => (key === "start" || key === "end" ? undefined : typeof value === "bigint" ? `${value}n` : value));
}

/** @param {Comment} comment */
const isDemanded = ({ value }) => value.startsWith("!") || /@(license|preserve|copyright)/i.test(value);

/**
 * What comes after a comment in the middle of a line, without the space that only parted the two.
 *
 * @param {string} before
 * @param {string} after
 */
const closedUp = (before, after) => (/(^|[\s([{.])$/.test(before) ? after.trimStart() : /^[\s)\],;]/.test(after) ? after : ` ${after}`);

/** @param {string} text */
function withoutComments(text) {
  /** @type {Comment[]} */
  const comments = [];
  const meaning = program(text, comments);
  let rest = text;
  // From the end, so that the places of those before stay right.
  for (const { start, end } of comments.filter((comment) => !isDemanded(comment)).reverse()) {
    const before = rest.slice(0, start);
    const after = rest.slice(end).replace(/^[^\S\n]+(?=\n|$)/, "");
    const lines = before.replace(/[^\S\n]+$/, "");
    if (!/^(\n|$)/.test(after)) {
      rest = before + closedUp(before, after);
    } else if (!/(^|\n)$/.test(lines)) {
      rest = lines + after;
    } else {
      // Of an empty line before it and one after it, one is enough.
      rest = lines + after.replace(/(^|\n\n)$/.test(lines) ? /^\n+/ : /^\n/, "");
    }
  }
  if (program(rest) !== meaning) throw new Error("without its comments it is another program");
  return rest;
}

for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"))) {
    const path = join(folder, name);
    try {
      writeFileSync(path, withoutComments(readFileSync(path, "utf8")));
    } catch (error) {
      throw new Error(`${path}: ${error}`);
    }
  }
}
