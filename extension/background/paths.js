/**
 * On which pages of a site the reader opens by itself: lines of paths, with `*` for anything. A line that begins with
 * `!` says where it does not. Where there are lines without `!`, one of them must fit.
 */
import { api } from "../api.js";
import { isNewer, isRecord } from "../settings/shape.js";
import { inTurn } from "../turns.js";
import { siteOf } from "./sites.js";

const KEY = "paths";
const VERSION = 1;

/** More is no rule that a person wrote. */
const [MOST_LINES, LONGEST_LINE] = [200, 500];

const turns = inTurn(KEY);

/** @param {unknown} line */
const isLine = (line) => typeof line === "string" && /^!?\//.test(line) && line.length <= LONGEST_LINE;

/** @param {unknown} lines @returns {string[]} what is sound in them */
const soundLines = (lines) => (Array.isArray(lines) ? [...new Set(lines.filter(isLine))].slice(-MOST_LINES) : []);

/** @returns {Promise<unknown>} */
const stored = async () => (await api.storage.local.get(KEY))[KEY];

/** @param {unknown} kept */
const sitesIn = (kept) => (isRecord(kept) && isRecord(kept.sites) ? kept.sites : {});

/** @returns {Promise<Record<string, string[]>>} by site */
export async function allPaths() {
  return Object.fromEntries(Object.entries(sitesIn(await stored())).map(([site, lines]) => [site, soundLines(lines)]));
}

/**
 * An address may have a `*` of its own. Written so, it means the same to a server, and is no sign of ours.
 *
 * @param {string} url
 */
const pathOf = (url) => new URL(url).pathname.replaceAll("*", "%2A");

/**
 * Part by part, each where it comes first: as long as the path, however many signs there are.
 *
 * @param {string} line without `!`
 * @param {string} path
 */
function fits(line, path) {
  const [start = "", ...parts] = line.split("*");
  const end = parts.pop();
  if (end === undefined) return path === line;
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - end.length >= at && path.endsWith(end);
}

/**
 * @param {string[]} lines
 * @param {string} path
 */
function opensAt(lines, path) {
  const only = lines.filter((line) => !line.startsWith("!"));
  const not = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  return !not.some((line) => fits(line, path)) && (only.length === 0 || only.some((line) => fits(line, path)));
}

/** @param {string} url */
export async function isPathOn(url) {
  const site = siteOf(url);
  return site !== null && opensAt((await allPaths())[site] ?? [], pathOf(url));
}

/**
 * @param {string} site
 * @param {(lines: string[]) => string[] | null} change null: forget what was said about it
 */
const changePaths = (site, change) =>
  turns(async () => {
    const kept = await stored();
    const newer = isNewer(kept, VERSION);
    // Of what a later version has kept all stays that we do not know.
    const { [site]: before, ...others } = newer ? sitesIn(kept) : await allPaths();
    const unknown = newer && Array.isArray(before) ? before.filter((line) => !isLine(line)) : [];
    const lines = change(soundLines(before));
    const sites = lines === null ? others : { ...others, [site]: [...unknown, ...soundLines(lines)] };
    await api.storage.local.set({ [KEY]: newer ? { ...kept, sites } : { version: VERSION, sites } });
  });

/** @param {string} site @param {string[] | null} lines null: forget what was said about it */
export const setPaths = (site, lines) => changePaths(site, () => lines);

/** "Not on this page". @param {string} url */
export async function exceptPage(url) {
  const site = siteOf(url);
  if (site !== null) await changePaths(site, (lines) => [...lines, `!${pathOf(url)}`]);
}
