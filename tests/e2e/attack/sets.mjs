/**
 * The sets of attacks: our own, and public ones that a contributor has on disk.
 *
 * Each format gives rows of the same shape: a name, the hostile markup, and the page that it stands in.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ name: string, markup: string, page: string }} Row */

const OWN = fileURLToPath(new URL("../../attacks/", import.meta.url));

const BEFORE = "The ferry left the harbour before dawn, with forty crates of salted cod and a crew that had not slept since Sunday.";
const AFTER = "The keeper walked home along the sea wall, the logbook under his arm, and the lamp behind him went out by itself.";
const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry that came early</title>`;
const ARTICLE = `</head><body><article><h1>The ferry that came early</h1><p>${BEFORE}</p>`;
const END = `<p>${AFTER}</p></article></body></html>`;

/** @param {string} markup */
const inArticle = (markup) => `${HEAD}${ARTICLE}${markup}${END}`;

/**
 * Where the brace stands that closes one before `text`; the first one, where the text's own do not balance.
 *
 * @param {string} text
 */
function endOfBraces(text) {
  const line = text.split("\n", 1)[0] ?? "";
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "{") depth += 1;
    else if (line[at] === "}" && depth === 0) return at;
    else if (line[at] === "}") depth -= 1;
  }
  return line.indexOf("}");
}

/**
 * `\u{0}` and `\repeat{600}{<b>}`, as `tests/attacks/README.md` describes them.
 *
 * @param {string} text
 * @returns {string}
 */
function unescape(text) {
  let out = "";
  for (let rest = text; ; ) {
    const found = /\\u\{([0-9A-Fa-f]+)\}|\\repeat\{(\d+)\}\{/.exec(rest);
    if (found === null) return out + rest;
    out += rest.slice(0, found.index);
    rest = rest.slice(found.index + found[0].length);
    if (found[1] !== undefined) {
      out += String.fromCodePoint(parseInt(found[1], 16));
    } else {
      const end = endOfBraces(rest);
      out += unescape(rest.slice(0, end)).repeat(Number(found[2]));
      rest = rest.slice(end + 1);
    }
  }
}

/** @param {string[]} lines @returns {{ markup: string, page: string }} */
function pageOf(lines) {
  const text = (/** @type {string[]} */ some) => unescape(some.join("\n"));
  if (lines[0] === "@page") {
    const page = text(lines.slice(1));
    return { markup: page, page };
  }
  if (lines[0] === "@head") {
    const markup = text(lines.slice(1));
    return { markup, page: HEAD + markup + ARTICLE + END };
  }
  if (lines.at(-1) === "@end") {
    const markup = text(lines.slice(0, -1));
    return { markup, page: HEAD + ARTICLE + markup };
  }
  const markup = text(lines);
  return { markup, page: inArticle(markup) };
}

/** @param {string} folder @returns {Row[]} */
function own(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  return files.flatMap((file) => {
    const sections = readFileSync(join(folder, file), "utf8").split("\n=== ").slice(1);
    return sections.map((section) => {
      const [title = "", ...lines] = section.replace(/\n+$/, "").split("\n");
      const markup = lines.filter((line) => !/^(?:\+\+\+|---) /.test(line));
      return { name: `${basename(file, ".txt")}: ${title}`, ...pageOf(markup) };
    });
  });
}

/** @param {string} path @returns {string[]} the files of a folder, or the one that is named */
const filesOf = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().map((name) => join(path, name)) : [path]);

/**
 * DOMPurify's rows: JSON, or a module whose default export is JSON: a list of objects with `payload`.
 *
 * @param {string} path
 * @returns {Row[]}
 */
function domPurify(path) {
  return filesOf(path).filter((file) => /\.(?:json|mjs|js)$/.test(file)).flatMap((file) => {
    const text = readFileSync(file, "utf8").replace(/^\s*export\s+default\s*/, "").replace(/;\s*$/, "");
    const list = /** @type {{ title?: string, payload?: string }[]} */ (JSON.parse(text));
    return list.filter(({ payload }) => typeof payload === "string").map(({ title, payload = "" }, index) => ({
      name: `${basename(file)} ${index}: ${title ?? payload.slice(0, 60)}`,
      markup: payload,
      page: inArticle(payload),
    }));
  });
}

/**
 * html5lib-tests: `.dat` files of tree construction, each test's `#data`.
 *
 * @param {string} path
 * @returns {Row[]}
 */
function html5lib(path) {
  return filesOf(path).filter((file) => file.endsWith(".dat")).flatMap((file) => {
    const tests = readFileSync(file, "utf8").split(/^#data\n/m).slice(1);
    return tests.map((test, index) => {
      const markup = test.split(/\n#errors/, 1)[0] ?? "";
      return { name: `${basename(file)} ${index}`, markup, page: inArticle(markup) };
    });
  });
}

/**
 * A plain list: an attack a line.
 *
 * @param {string} path
 * @returns {Row[]}
 */
function list(path) {
  return filesOf(path).flatMap((file) =>
    readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "").map((markup, index) => ({
      name: `${basename(file)} ${index + 1}`,
      markup,
      page: inArticle(markup),
    })),
  );
}

/** @type {Record<string, (path: string) => Row[]>} */
const FORMATS = { own, dompurify: domPurify, html5lib, list };

/**
 * @param {string[]} wanted FORMAT:PATH, each
 * @returns {Row[]} our own, if nothing is named
 */
export function read(wanted) {
  if (wanted.length === 0) return own(OWN);
  return wanted.flatMap((set) => {
    const [format = "", ...rest] = set.split(":");
    const path = rest.join(":");
    const reader = FORMATS[format];
    if (reader === undefined || !existsSync(path)) {
      throw new Error(`--set takes FORMAT:PATH, FORMAT being one of ${Object.keys(FORMATS).join(", ")}; got ${set}`);
    }
    return reader(path);
  });
}

/** The list that everything is judged by. */
export const allowed = JSON.parse(readFileSync(join(OWN, "allowed.json"), "utf8"));
