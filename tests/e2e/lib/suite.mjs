/**
 * Runs named tests one after the other in one browser, prints each with its time, and goes on after a failure.
 *
 * A test that fails is run once more in a new browser. On a busy machine a browser now and then takes ten times as
 * long for something that has nothing to do with us, and no bound is both right for that and of any use. What only
 * then passes is printed as such, with what went wrong before, and no more than a few may: what is broken fails
 * twice, and what is broken now and then soon is one of too many.
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

/** So many tests of a run may need their second chance. */
const MOST_AGAIN = 3;

/**
 * @param {Test[]} tests
 * @param {World} world
 * @param {(test: Test) => Promise<void>} before
 * @param {() => Promise<void>} renew puts a new browser into the world
 * @returns {Promise<{ passed: number, failed: number, skipped: number, again: number }>}
 */
export async function runAll(tests, world, before, renew) {
  const sum = { passed: 0, failed: 0, skipped: 0, again: 0 };
  for (const test of tests) {
    let ended = await attempt(test, world, before);
    if (ended.outcome === "FAIL" && sum.again < MOST_AGAIN) {
      sum.again += 1;
      console.log(`again ${test.name} ${ended.about}`);
      await renew();
      ended = await attempt(test, world, before);
    }
    console.log(`${ended.outcome}  ${test.name} ${ended.about}`);
    sum[/** @type {const} */ ({ "ok  ": "passed", skip: "skipped", FAIL: "failed" })[ended.outcome]] += 1;
  }
  return sum;
}

/** @typedef {{ outcome: "ok  " | "skip" | "FAIL", about: string }} Ended */

/**
 * @param {Test} test
 * @param {World} world
 * @param {(test: Test) => Promise<void>} before
 * @returns {Promise<Ended>}
 */
async function attempt(test, world, before) {
  const start = performance.now();
  const time = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    await before(test);
    const skipped = await limited(test.run(world), test.name);
    return typeof skipped === "string" ? { outcome: "skip", about: `(${skipped})` } : { outcome: "ok  ", about: `(${time()})` };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "FAIL", about: `(${time()})\n      ${text.replaceAll("\n", "\n      ")}` };
  }
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
