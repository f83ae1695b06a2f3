/**
 * On which pages of a site the reader opens by itself: lines of paths, with `*` for anything. A line that begins with
 * `!` says where it does not. Where there are lines without `!`, one of them must fit.
 */
import { api } from "../api.js";
import { isRecord } from "../settings/shape.js";
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

/** @returns {Promise<Record<string, string[]>>} by site */
export async function allPaths() {
  const stored = (await api.storage.local.get(KEY))[KEY];
  const sites = isRecord(stored) && isRecord(stored.sites) ? stored.sites : {};
  return Object.fromEntries(Object.entries(sites).map(([site, lines]) => [site, soundLines(lines)]));
}

/**
 * @param {string} line without `!`
 * @param {string} path
 */
function fits(line, path) {
  const pattern = line.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  return new RegExp(`^${pattern}$`).test(path);
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
  return site !== null && opensAt((await allPaths())[site] ?? [], new URL(url).pathname);
}

/**
 * @param {string} site
 * @param {(lines: string[]) => string[] | null} change null: forget what was said about it
 */
const changePaths = (site, change) =>
  turns(async () => {
    const { [site]: before = [], ...others } = await allPaths();
    const lines = change(before);
    const sites = lines === null ? others : { ...others, [site]: soundLines(lines) };
    await api.storage.local.set({ [KEY]: { version: VERSION, sites } });
  });

/** @param {string} site @param {string[] | null} lines null: forget what was said about it */
export const setPaths = (site, lines) => changePaths(site, () => lines);

/** "Not on this page". @param {string} url */
export async function exceptPage(url) {
  const site = siteOf(url);
  if (site !== null) await changePaths(site, (lines) => [...lines, `!${new URL(url).pathname}`]);
}
