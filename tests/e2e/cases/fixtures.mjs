/** Every page fixture, as a reader meets it: click, read, go back, and the page is as it was. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assertInOrder, close, isOpen, look, openReader, pageState, pause, readText, status, until, waitClosed, WAYS_OUT } from "../lib/reader.mjs";
import { PAGES } from "../lib/server.mjs";

/** @typedef {import("../lib/suite.mjs").World} World */

const fixtures = readdirSync(PAGES)
  .filter((slug) => existsSync(join(PAGES, slug, "expect.json")))
  .map((slug) => ({ slug, expected: JSON.parse(readFileSync(join(PAGES, slug, "expect.json"), "utf8")) }));

const ways = Object.keys(WAYS_OUT);

/** @param {import("../lib/driver").Driver} browser */
async function assertImagesLoaded(browser) {
  const broken = await look(
    browser,
    `const images = [...dialog.querySelectorAll("img")];
     for (const image of images) image.loading = "eager";
     await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
     return images.filter((image) => image.naturalWidth === 0).map((image) => image.src);`,
  );
  assert.deepEqual(broken, [], "pictures that did not come");
}

/**
 * Of a request to another site by TLS only the host is seen; then a picture of the article must be from there.
 *
 * @param {import("../lib/driver").Driver} browser
 * @param {import("../lib/server.mjs").Request[]} log
 */
async function assertPicturesOnly(browser, log) {
  const hosts = await look(
    browser,
    `const lead = document.querySelector('meta[property="og:image"]')?.content; // Gone from the reader when it did not come.
     return [lead, ...[...dialog.querySelectorAll("img, video")].flatMap((each) => [each.currentSrc, each.src, each.poster])]
       .filter((url) => url && URL.canParse(url)).map((url) => new URL(url).hostname + ":443");`,
  );
  const others = log.filter(({ host, type }) => type !== "image" && !(type === "connect" && hosts.includes(host)));
  assert.deepEqual(others, [], "requests that are no pictures");
}

/**
 * The page as a person would leave it: scrolled, and something in it focused.
 *
 * @param {import("../lib/driver").Driver} browser
 */
async function settleIn(browser) {
  await browser.evaluate(async () => {
    const focusable = document.querySelector("body a[href], body button, body input");
    if (focusable instanceof HTMLElement) focusable.focus({ preventScroll: true });
    scrollTo({ top: 340, behavior: "instant" });
    // What the page loads when it is scrolled to must not count as a difference.
    await Promise.all([...document.images].map((image) => image.complete || image.loading === "lazy" || image.decode().catch(() => undefined)));
  });
  await pause(150);
}

/**
 * @param {World} world
 * @param {string} slug
 * @param {any} expected
 * @param {string} way
 */
async function readAndLeave({ browser, server }, slug, expected, way) {
  await browser.open(`${server.origin}/${slug}/page.html`);
  await settleIn(browser);
  const before = await pageState(browser);
  server.log.length = 0;

  await openReader(browser);
  const text = await readText(browser);
  await assertImagesLoaded(browser);
  const { removedBySecondLayer, usedSetHtml, readsBack } = await status(browser);
  assert.equal(removedBySecondLayer, 0, "the second layer had to remove something");
  assert.equal(usedSetHtml, true);
  assert.equal(readsBack, true, "the second layer gave other bytes than it was given");
  await assertPicturesOnly(browser, server.log);

  await WAYS_OUT[way]?.(browser);
  await waitClosed(browser);
  await until(() => pageState(browser), (now) => now.scroll[1] === before.scroll[1], "the scroll position", 2_000);
  assert.deepEqual(await pageState(browser), before);
  assertReads(text, expected);
}

/**
 * @param {Awaited<ReturnType<typeof readText>>} text
 * @param {any} expected
 */
function assertReads(text, expected) {
  if (expected.title !== undefined) assert.equal(text.title, expected.title);
  if (expected.byline) assert.equal(text.byline, expected.byline);
  if (expected.siteName) assert.equal(text.site, expected.siteName);
  if (expected.lang) assert.equal(text.lang, expected.lang);
  if (expected.dir) assert.equal(text.dir, expected.dir);
  assertInOrder(text.content ?? "", expected.text ?? []);
  const known = new Set(expected.notYet ?? []);
  for (const phrase of expected.without ?? []) {
    assert.ok(known.has(phrase) || !(text.all ?? "").includes(phrase), `"${phrase}" is in the reader`);
  }
}

export const tests = fixtures.map(({ slug, expected }, index) => {
  const way = ways[index % ways.length] ?? "Escape";
  if (expected.article === true) {
    return {
      name: `fixture ${slug}: read, and back by ${way}`,
      run: (/** @type {World} */ world) => readAndLeave(world, slug, expected, way),
    };
  }
  return {
    name: `fixture ${slug}: no article, said kindly`,
    async run(/** @type {World} */ { browser, server }) {
      await browser.open(`${server.origin}/${slug}/page.html`);
      await openReader(browser);
      const apology = await look(browser, `return dialog.querySelector(".apology h1")?.textContent ?? dialog.querySelector("article")?.textContent;`);
      assert.equal(apology, "No article on this page");
      await close(browser);
      assert.equal(await isOpen(browser), false);
    },
  };
});
