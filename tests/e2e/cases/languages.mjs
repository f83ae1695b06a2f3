/** The reader in the reader's language: texts, direction, dates; nothing cut off. */
import assert from "node:assert/strict";
import { violationsIn } from "../lib/axe.mjs";
import { clickControl, inControls, openPanel } from "../lib/controls.mjs";
import { look, openReader, until } from "../lib/reader.mjs";
import { forget } from "../lib/settings.mjs";

const LANGUAGES = [
  { language: "ar", lang: "ar", dir: "rtl", appearance: "المظهر", down: "-90deg", date: /٢٠٢٥|2025/ },
  { language: "de", lang: "de", dir: "ltr", appearance: "Darstellung", down: "90deg", date: /14\. Oktober 2025/ },
];

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = LANGUAGES.map(({ language, lang, dir, appearance, down, date }) => ({
  name: `in ${language}: texts, direction, date; nothing wider than a narrow window`,
  only: "chromium", // Firefox speaks only the languages whose packs are installed.
  async run({ launch, server }) {
    const browser = await launch(language);
    try {
      await forget(browser);
      await browser.viewport(360, 700);
      await browser.open(`${server.origin}/seed-news/page.html`);
      await openReader(browser);
      assert.deepEqual(await look(browser, `return [dialog.lang, dialog.dir, dialog.querySelector("article").lang];`), [lang, dir, "en-GB"]);
      assert.match(await look(browser, `return dialog.querySelector("time").textContent;`), date);
      // The toolbar is at the end of the line, wherever that is.
      const left = await inControls(browser, `return all("button").filter((each) => each.parentNode === roots[0]).at(-1).getBoundingClientRect().left;`);
      assert.ok(dir === "rtl" ? left < 60 : left > 260, `the last button is at ${left}`);
      await clickControl(browser, appearance);
      assert.equal(await openPanel(browser), appearance);
      const wide = await inControls(browser, `return [...all(".panel:popover-open, .panel:popover-open *")].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).display !== "inline").map((each) => each.className + each.textContent);`);
      assert.deepEqual(wide, [], "wider than its place");
      await browser.press("Escape");
      await browser.press("x");
      const [start, end] = await look(browser, `const { paddingLeft, paddingRight } = getComputedStyle(dialog.querySelector(".notice")); return [paddingLeft, paddingRight].map(parseFloat);`);
      assert.equal(start > end, dir === "ltr", `a notice has ${start} px at its left, ${end} px at its right`);
      await browser.press("r");
      await inControls(browser, `all(".removed details")[0].open = true;`);
      await until(() => inControls(browser, `return getComputedStyle(all(".removed summary")[0], "::before").rotate;`), (angle) => angle === down, "the sign to point down");
      await browser.open(`chrome-extension://${browser.extensionId}/options/options.html`);
      await until(() => browser.evaluate(() => document.querySelector("h2")?.textContent), (text) => text === appearance, "the options page");
      assert.deepEqual(await browser.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [lang, dir]);
      assert.equal(await browser.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      assert.deepEqual(await violationsIn(browser, "document"), []);
    } finally {
      await browser.close();
    }
  },
}));
