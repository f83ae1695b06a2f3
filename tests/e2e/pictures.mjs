/**
 * The README's pictures, of our own pages: `cargo xtask pictures`.
 *
 * node tests/e2e/pictures.mjs --extension DIR --out DIR [--only NAME]
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./lib/chromium.mjs";
import { clickControl } from "./lib/controls.mjs";
import { openOptions } from "./lib/options.mjs";
import { isStill, look, openReader, until } from "./lib/reader.mjs";
import { serve } from "./lib/server.mjs";
import { choose, unwelcome } from "./lib/storage.mjs";

/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ slug?: string, settings?: Record<string, unknown>, scheme?: "light" | "dark", panel?: string, to?: string, page?: boolean, welcome?: boolean }} Scene */

const WIDE = { width: 1280, height: 720 };
const NARROW = { width: 360, height: 720 };
const HALF = { width: 900, height: 820 };

/**
 * Each picture is a row of windows side by side. `panel` is a button to press first, `to` a heading to scroll to, `page` the
 * page itself instead of the reader, `welcome` the first time. A scene without a page is the options.
 *
 * @type {{ name: string, language?: string, windows: (Scene & { size: Size })[] }[]}
 */
const PICTURES = [
  beside("page-and-reader-light", { slug: "seed-news", scheme: "light" }),
  beside("page-and-reader-dark", { slug: "seed-news", scheme: "dark" }),
  both("theme-light", { slug: "blog-post", settings: { theme: "light" } }),
  both("theme-sepia", { slug: "blog-post", settings: { theme: "sepia" } }),
  both("theme-dark", { slug: "blog-post", settings: { theme: "dark" } }),
  both("theme-black", { slug: "blog-post", settings: { theme: "black" } }),
  both("theme-contrast", { slug: "blog-post", settings: { theme: "contrast" } }),
  both("theme-contrast-dark", { slug: "blog-post", settings: { theme: "contrast" }, scheme: "dark" }),
  { ...both("right-to-left", { slug: "rtl-arabic", panel: "المظهر" }), language: "ar" },
  both("code", { slug: "docs-code", to: "The rule itself", settings: { theme: "dark" } }),
  both("settings", { slug: "blog-post", panel: "Appearance", settings: { theme: "sepia", font: "atkinson" } }),
  both("welcome", { slug: "long-read", welcome: true }),
  both("options", { settings: { theme: "light" } }),
  both("removed", { slug: "seed-news", panel: "What was removed" }),
];

/**
 * @param {string} name
 * @param {Scene} scene
 */
function both(name, scene) {
  return { name, windows: [{ ...scene, size: WIDE }, { ...scene, size: NARROW }] };
}

/**
 * @param {string} name
 * @param {Scene} scene
 */
function beside(name, scene) {
  return { name, windows: [{ ...scene, size: HALF, page: true }, { ...scene, size: HALF }] };
}

/**
 * Runs in an empty page.
 *
 * @param {string[]} sources
 * @param {string} ground
 */
async function sideBySide(sources, ground) {
  document.body.style.cssText = `margin: 24px; display: flex; gap: 24px; background: ${ground}`;
  for (const source of sources) {
    const image = new Image();
    image.src = source;
    image.style.cssText = "border-radius: 8px; box-shadow: 0 0 0 1px #8886, 0 4px 16px #0004";
    await image.decode();
    document.body.append(image);
  }
}

/**
 * @param {import("./lib/driver").Driver} browser
 * @param {string} origin
 * @param {Scene & { size: Size }} scene
 */
async function play(browser, origin, { slug, settings = {}, scheme = "light", panel, to, page, welcome, size }) {
  await browser.colorScheme(scheme);
  await browser.viewport(size.width, size.height);
  // Away from the page before: leaving a reader is what has the place remembered, and it would be told on coming back.
  await browser.open("about:blank");
  await choose(browser, settings);
  if (welcome === true) await unwelcome(browser);
  if (slug === undefined) await openOptions(browser);
  else await browser.open(`${origin}/${slug}/page.html`);
  if (slug !== undefined && page !== true) await openReader(browser);
  if (to !== undefined) {
    await look(browser, `[...dialog.querySelectorAll("h2, h3")].find((each) => each.textContent === args[0])?.scrollIntoView();`, to);
  }
  if (panel !== undefined) await clickControl(browser, panel);
  await until(() => isStill(browser), (still) => still, "the page to stand still");
}

const { values } = parseArgs({
  options: { extension: { type: "string", default: "dist/chromium" }, out: { type: "string", default: "docs/pictures" }, only: { type: "string", default: "" } },
});
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const server = await serve();
const chosen = PICTURES.filter(({ name }) => name.includes(values.only));
try {
  for (const language of new Set(chosen.map((picture) => picture.language ?? "en-US"))) {
    const browser = await launch({ extensionDir: resolve(values.extension), proxyPort: server.port, language });
    try {
      for (const { name, windows } of chosen.filter((picture) => (picture.language ?? "en-US") === language)) {
        const shots = [];
        for (const scene of windows) {
          await play(browser, server.origin, scene);
          const shot = join(out, `${name}.part.png`);
          await browser.screenshot(shot);
          shots.push(`data:image/png;base64,${readFileSync(shot).toString("base64")}`);
          rmSync(shot);
        }
        await browser.open("about:blank");
        const width = windows.reduce((sum, { size }) => sum + size.width + 24, 24);
        await browser.viewport(width, Math.max(...windows.map(({ size }) => size.height)) + 48);
        await browser.evaluate(sideBySide, shots, windows[0]?.scheme === "dark" ? "#0d1117" : "#ffffff");
        await browser.screenshot(join(out, `${name}.png`));
        console.log(`wrote ${values.out}/${name}.png`);
      }
    } finally {
      await browser.close();
    }
  }
} finally {
  await server.close();
}
