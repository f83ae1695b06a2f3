/**
 * The npm package as its users meet it, in Node: what `cargo xtask build npm` wrote must import, read every page
 * fixture the same in whatever pieces it comes, and fail as it says.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import init, { Extractor, extract, version } from "../dist/npm/node.js";

const PAGES = new URL("./pages/", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, PAGES), "utf8");

test("has the version of its package.json", () => {
  const manifest = JSON.parse(readFileSync(new URL("../dist/npm/package.json", import.meta.url), "utf8"));
  assert.equal(version(), manifest.version);
});

test("needs no initialisation in Node and permits it", async () => {
  await init();
  assert.equal(typeof extract, "function");
});

for (const slug of readdirSync(PAGES)) {
  if (!existsSync(new URL(`${slug}/article.html`, PAGES))) continue;
  const { url } = JSON.parse(read(`${slug}/expect.json`));
  const html = read(`${slug}/page.html`);
  test(`${slug}: pieces of any size give the same article`, () => {
    const bytes = new TextEncoder().encode(html);
    const whole = extract(html, { url });
    for (const size of [7, 4096]) {
      const extractor = new Extractor({ url });
      for (let at = 0; at < bytes.length; at += size) extractor.feed(bytes.subarray(at, at + size));
      assert.deepEqual(extractor.finish(), whole);
    }
  });
}

test("throws real errors that carry a code", () => {
  const thrown = (/** @type {() => unknown} */ act) => {
    try {
      act();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const none = thrown(() => extract("<title>Nothing</title>"));
  assert.ok(none instanceof Error);
  assert.equal(none.name, "ClearleafError");
  assert.equal(Reflect.get(none, "code"), "no-article");
  assert.equal(Reflect.get(/** @type {object} */ (thrown(() => extract("<p>Long", { maxBytes: 2 }))), "code"), "too-large");
  // @ts-expect-error: this is the mistake.
  assert.equal(Reflect.get(/** @type {object} */ (thrown(() => extract("<p>", { mode: "everything" }))), "code"), "bad-options");
});

test("takes every option that its types declare", () => {
  const html = "<html><head></head><body><article><p>The ferry left the harbour before dawn, with forty crates of salted cod.</p><p>Nobody had expected the boat before the weekend, so the bakery was shut.</p></article></body></html>";
  const hints = { elements: 6, hidden: [], images: [], fixed: [], sticky: [], covering: [] };
  const first = extract(html, { url: "https://example.org/", mode: "article", maxBytes: 10_000, hints });
  assert.match(first.textContent, /ferry[^]*bakery/);
  const less = extract(html, { hints, overrides: { keep: [], drop: [4], keepLoose: [] } });
  assert.doesNotMatch(less.textContent, /ferry/);
  const [removal] = less.removals;
  assert.deepEqual([removal?.reason, removal?.element, removal?.loose], ["chosen", 4, false]);
  assert.match(extract(html, { hints, overrides: { drop: [4], keep: [4] } }).textContent, /bakery/);
  assert.throws(() => extract("<title>Nothing</title>", { mode: "second" }), { code: "no-article" });
  // @ts-expect-error: this is the mistake.
  assert.throws(() => extract(html, { overrides: { kept: [1] } }), { code: "bad-options" });
  for (const wrong of [{ maxBytes: 1.5 }, { maxBytes: -1 }, { maxBytes: 2 ** 32 }, { url: 1 }, { hints: 1 }, { hints: { elements: Number.NaN } }, { hints: { images: [[1]] } }, { hints: { hidden: "1" } }, { overrides: { keep: ["1"] } }, "page"]) {
    // @ts-expect-error: each is a mistake.
    assert.throws(() => extract(html, wrong), { code: "bad-options" }, JSON.stringify(wrong));
  }
  assert.match(extract(html, { url: undefined, mode: undefined, maxBytes: undefined, hints: undefined, overrides: undefined }).textContent, /ferry/);
});
