/**
 * The real extension in Chromium, as a person has it: from the click to the painted article, with a background that is
 * awake and with one that the browser has ended.
 *
 * node benches/extension.mjs OUT.json [STARTS]
 */
import { writeFileSync } from "node:fs";
import { launch } from "../tests/e2e/lib/chromium.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";

const [out, starts = "20"] = process.argv.slice(2);
if (out === undefined) throw new Error("usage: node benches/extension.mjs OUT.json [STARTS]");

/** Runs in the page: notes when the reader was first painted. */
function watch() {
  const shared = /** @type {any} */ (globalThis);
  shared.painted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no reader within ten seconds")), 10_000);
    const look = () => {
      const open = Array.from(document.documentElement.children).some((host) => host.shadowRoot?.querySelector("dialog[open] main article"));
      // The frame in which it is there is painted before the next one begins.
      if (open) requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
      else requestAnimationFrame(look);
    };
    look();
  });
}

const server = await serve();
const browser = await launch({ extensionDir: "dist/chromium", headless: true });
try {
  /** @type {{ warm: number[], cold: number[] }} */
  const times = { warm: [], cold: [] };
  for (const kind of /** @type {const} */ (["warm", "cold"])) {
    for (let start = 0; start < Number(starts); start += 1) {
      await browser.open(`${server.origin}/long-read/page.html`);
      if (kind === "cold") await browser.killBackground();
      await browser.evaluate(watch);
      const clicked = Date.now();
      await browser.clickAction();
      const painted = await browser.evaluate(() => /** @type {any} */ (globalThis).painted);
      times[kind].push(painted - clicked);
    }
  }
  writeFileSync(out, JSON.stringify(times));
} finally {
  await browser.close();
  await server.close();
}
