/** How long the reader takes, and for how long it keeps the page's own thread meanwhile. */
import { close, openReader, status, until } from "./reader.mjs";
import { tasksOf } from "./trace.mjs";

/** @typedef {import("./driver").Driver} Driver */

/**
 * Runs in the page: notes for how long its thread was kept from it at most, and since when it has been quiet. Tasks of
 * content scripts are not among those that a browser tells the page of, but they stop its clock; so does what is not on this
 * thread at all, when the browser has more urgent things for it to wait for.
 */
export function watchThread() {
  const EVERY_MS = 10;
  const LONG_MS = 50;
  const noted = /** @type {any} */ (window);
  noted.kept = 0;
  noted.quietSince = performance.now();
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    const kept = now - last - EVERY_MS;
    last = now;
    noted.kept = Math.max(noted.kept, kept);
    if (kept > LONG_MS) noted.quietSince = now;
  }, EVERY_MS);
}

/**
 * Does something, and says for how long it kept the page's own thread: by the browser's own notes its longest task, in ms; by a
 * clock in the page where the browser takes none.
 *
 * @param {Driver} browser
 * @param {() => Promise<unknown>} work
 */
export async function keptBy(browser, work) {
  await browser.evaluate(watchThread);
  const traced = await browser.trace?.();
  /** @type {number | undefined} */
  let kept;
  try {
    await work();
  } finally {
    // One that goes on would be in the way of the next.
    if (traced !== undefined) kept = tasksOf(await traced())[0]?.ms ?? 0;
  }
  if (kept !== undefined) return kept;
  return /** @type {number} */ (await browser.evaluate(() => /** @type {any} */ (window).kept));
}

/**
 * Opens the reader over the page that is there, and leaves it again.
 *
 * @param {Driver} browser
 * @returns {Promise<{ times: any, kept: number }>} when each step was done, and for how long the page's thread was kept at most, in ms
 */
export async function timeReader(browser) {
  /** @type {any} */
  let times;
  const kept = await keptBy(browser, async () => {
    await openReader(browser);
    ({ times } = await until(() => status(browser), (now) => now.times?.painted > 0, "the article on the screen"));
    await close(browser);
  });
  return { times, kept };
}
