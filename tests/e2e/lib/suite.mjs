/**
 * Runs named tests one after the other in one browser, prints each with its time, and goes on after a failure.
 */

/**
 * @typedef {object} World
 * @property {import("./driver").Driver} browser
 * @property {import("./server.mjs").Server} server
 * @property {(language: string, privately?: boolean) => Promise<import("./driver").Driver>} launch another browser, in this language
 */

/** @typedef {{ name: string, run: (world: World) => Promise<void | string>, only?: "chromium" | "firefox" }} Test a string: why it was skipped */

/** A test that takes longer has hung. */
const LIMIT_MS = 90_000;

/**
 * @param {Test[]} tests
 * @param {World} world
 * @param {(test: Test) => Promise<void>} before
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runAll(tests, world, before) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const test of tests) {
    const start = performance.now();
    const time = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    try {
      await before(test);
      const skipped = await limited(test.run(world), test.name);
      if (typeof skipped === "string") {
        sum.skipped += 1;
        console.log(`skip  ${test.name} (${skipped})`);
      } else {
        sum.passed += 1;
        console.log(`ok    ${test.name} (${time()})`);
      }
    } catch (error) {
      sum.failed += 1;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(`FAIL  ${test.name} (${time()})\n      ${text.replaceAll("\n", "\n      ")}`);
    }
  }
  return sum;
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {string} name
 */
async function limited(work, name) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name}: no end after ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([work, late]));
  } finally {
    clearTimeout(timer);
  }
}
