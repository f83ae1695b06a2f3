/**
 * The extension end to end in a real browser: `node tests/e2e/all.mjs chromium|firefox [parts of tests' names]`.
 *
 * CLEARLEAF_EXTENSION names another unpacked extension than `dist/<browser>`; HEADED=1 shows the browser.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./lib/server.mjs";
import { runAll } from "./lib/suite.mjs";

// The limits come last: a browser may be busy with pages of that size long after they have been left.
const CASES = ["fixtures", "view", "access", "hostile", "clobbered", "privilege", "snapshot", "worker", "lifecycle", "unavailable", "always", "settings", "finding", "aids", "around", "removed", "place", "lists", "storage", "private", "others", "requests", "appearance", "touch", "options", "languages", "long", "rest", "felt", "limits"];

const [name = "chromium", ...parts] = process.argv.slice(2);
if (name !== "chromium" && name !== "firefox") {
  console.error("usage: node tests/e2e/all.mjs chromium|firefox [parts of tests' names]");
  process.exit(2);
}

const { forget } = await import("./lib/storage.mjs");
const { launch } = await import(`./lib/${name}.mjs`);
const extensionDir = resolve(process.env.CLEARLEAF_EXTENSION ?? fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)));
const server = await serve();

/** @param {string} language @param {boolean} [privately] @returns {Promise<import("./lib/driver").Driver>} */
const start = (language, privately = false) =>
  launch({ extensionDir, headless: process.env.HEADED === undefined, proxyPort: server.port, grants: ["http://127.0.0.1/*"], language, privately });
/** @type {import("./lib/suite.mjs").World} */
const world = { browser: await start("en-US"), server, launch: start };
await forget(world.browser);
const renew = async () => {
  await world.browser.close().catch(() => undefined);
  world.browser = await start("en-US");
  await forget(world.browser);
};

/** @type {import("./lib/suite.mjs").Test[]} */
const tests = [];
for (const file of CASES) tests.push(...(await import(`./cases/${file}.mjs`)).tests);
const chosen = tests.filter((test) => (parts.length === 0 || parts.some((part) => test.name.includes(part))) && (test.only ?? name) === name);

try {
  const before = async () => {
    await world.browser.closeOthers();
    await world.browser.viewport(1280, 800);
    await world.browser.open("about:blank");
    server.log.length = 0;
  };
  const { passed, failed, skipped, again } = await runAll(chosen, world, before, renew);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped; ${again} run a second time`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} finally {
  await world.browser.close();
  await server.close();
}
