/**
 * The attack set in a real browser: `node tests/e2e/attack.mjs chromium|firefox [--set FORMAT:PATH…] [--fast]`.
 *
 * Each row goes through the core, raw and as this very browser serialises it, and what comes out is put into pages
 * without a policy and with scripts on; then through the real extension. Nothing may run, nothing may come out that is
 * not on the list, nothing may be asked for but pictures of the article, and the second layer must find nothing to do.
 * The raw rows must set off the tripwire. `--fast` takes every eighth row.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { extract } from "../../dist/npm/node.js";
import { alone, control, live, secondLayer } from "./attack/stages.mjs";
import { read } from "./attack/sets.mjs";
import { serve } from "./lib/server.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { set: { type: "string", multiple: true, default: [] }, fast: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const [name = "chromium"] = positionals;
if (name !== "chromium" && name !== "firefox") {
  console.error("usage: node tests/e2e/attack.mjs chromium|firefox [--set FORMAT:PATH…] [--only TEXT] [--fast]");
  process.exit(2);
}

const URL_OF_PAGES = "https://example.org/a/story";

const rows = read(values.set).filter((row, index) => row.name.includes(values.only) && (!values.fast || index % 8 === 0));
if (rows.length === 0) {
  console.error(`no row has "${values.only}" in its title`);
  process.exit(2);
}
const { launch } = await import(`./lib/${name}.mjs`);
const extensionDir = resolve(process.env.CLEARLEAF_EXTENSION ?? fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)));
const server = await serve();
/** @type {import("./lib/driver").Driver} */
const browser = await launch({ extensionDir, proxyPort: server.port, dismissDialogs: true });

/** @type {Set<string>} */
const failures = new Set();
const fail = (/** @type {string} */ what) => {
  if (!failures.has(what)) console.log(`FAIL  ${what.slice(0, 400)}`);
  failures.add(what);
};
const world = { browser, server, fail };

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 */
async function stage(what, work) {
  const start = performance.now();
  const before = failures.size;
  const result = await work();
  console.log(`${failures.size === before ? "ok  " : "FAIL"}  ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return result;
}

/**
 * @param {{ name: string, page: string }[]} pages
 * @returns {{ name: string, content: string }[]} each content once
 */
function contents(pages) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { name, page } of pages) {
    for (const mode of /** @type {const} */ (["article", "page"])) {
      try {
        const { content } = extract(page, { url: URL_OF_PAGES, mode });
        if (!found.has(content)) found.set(content, `${name}, ${mode}`);
      } catch (error) {
        const code = /** @type {{ code?: string }} */ (error).code;
        if (code !== "no-article") fail(`${name}: the core answers ${code ?? error}`);
      }
    }
  }
  return [...found].map(([content, name]) => ({ name, content }));
}

/**
 * Addresses that the articles may ask for: of an address with TLS a proxy sees the host, of others the path.
 *
 * @param {string[]} all
 */
function shownAddresses(all) {
  const shown = new Set();
  for (const content of all) {
    for (const [, list = ""] of content.matchAll(/ (?:src|srcset|poster)="([^"]*)"/g)) {
      for (const address of list.replaceAll("&amp;", "&").split(", ")) {
        const url = address.split(" ")[0] ?? "";
        if (!URL.canParse(url)) continue;
        const { protocol, host, pathname, search } = new URL(url);
        shown.add(protocol === "https:" ? `${host}:443` : host + pathname + search);
      }
    }
  }
  return shown;
}

try {
  const { fired, pages } = await stage(`control: ${rows.length} raw rows in pages of their own`, () => control(world, rows));
  // Ours hold text, pixels and names too, which run nothing by themselves.
  const least = values.set.length > 0 || values.only !== "" ? 0 : Math.floor(rows.length / 10);
  console.log(`      ${fired} rows ran something`);
  if (fired < least) fail(`the raw control set off ${fired} rows, of at least ${least}`);

  const inputs = [...rows, ...pages.filter(({ page }) => page !== "")];
  const outputs = await stage(`core: ${inputs.length} pages`, async () => contents(inputs));
  server.log.length = 0;
  await stage(`alone: ${outputs.length} different articles, parsed and by innerHTML, and the second layer over them`, () => alone(world, outputs, extensionDir));
  const shownAt = shownAddresses(outputs.map(({ content }) => content));
  for (const { host, path, type } of server.log) {
    const own = host === `127.0.0.1:${server.port}` && /^\/(?:frames?|content)/.test(path);
    // Without TLS a browser does not say what a request is for.
    const picture = ["image", "video", "audio", "track", "connect", undefined].includes(type) && shownAt.has(host + path);
    if (!own && !picture) fail(`asked for: ${host}${path} (${type})`);
  }
  await stage("second layer alone: the raw rows straight into it", () => secondLayer(world, rows, extensionDir));
  const { shown, left } = await stage("live: through the extension", () => live(world, rows));
  console.log(`      ${shown} of ${rows.length} rows' own lines shown`);
  if (left.length > 0) console.log(`      led their page away before it could be read: ${left.join("; ")}`);
  if (values.set.length === 0 && shown < rows.length * 0.8) fail(`the reader shows the lines of ${shown} rows only`);
  console.log(`\n${name}: ${rows.length} rows, ${inputs.length} pages, ${outputs.length} articles: ${failures.size} failures`);
  process.exitCode = failures.size > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.close();
}
