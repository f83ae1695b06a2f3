/** The reader in the reader's language: texts, direction, dates; nothing cut off. */
import assert from "node:assert/strict";
import { violationsIn } from "../lib/axe.mjs";
import { clickControl, inControls, openPanel } from "../lib/controls.mjs";
import { look, openReader, until } from "../lib/reader.mjs";
import { forget } from "../lib/storage.mjs";

const LANGUAGES = [
  { language: "ar", lang: "ar", dir: "rtl", appearance: "المظهر", down: "-90deg", date: /٢٠٢٥|2025/ },
  { language: "de", lang: "de", dir: "ltr", appearance: "Darstellung", down: "90deg", date: /14\. Oktober 2025/ },
];

/** What must stand in the list of keys, as keyboards of the language call them. */
const KEYS = { ar: ["Esc", "مسافة", "↑", "Delete"], de: ["Esc", "Leertaste", "Eingabe", "Entf", "←", "Alt+Shift+K"] };

const WORDS = ["الميناء", "العبّارة", "الحارس", "المنارة", "القبطان", "الصناديق", "الرصيف", "الفجر", "المدّ", "الخبّاز", "الرسائل", "الجسر"];

/** A page that says neither its language nor its direction. */
function silent() {
  const sentence = (/** @type {number} */ at) => `رأى ${WORDS[at % 12]} عند ${WORDS[(at + 5) % 12]} قبل ${WORDS[(at + 7) % 12]}، ولم يقل أحد كلمة واحدة عن ${WORDS[(at + 3) % 12]} حتى جاء المساء رقم ${at}.`;
  const paragraphs = Array.from({ length: 12 }, (_, at) => `<p>${sentence(at * 3)} ${sentence(at * 3 + 1)} ${sentence(at * 3 + 2)}</p>`).join("");
  return `<!doctype html><html><head><meta charset="utf-8"><title>العبّارة التي وصلت مبكرًا</title></head>
    <body><main><article><h1>العبّارة التي وصلت مبكرًا</h1>${paragraphs}</article></main></body></html>`;
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [...LANGUAGES.map(({ language, lang, dir, appearance, down, date }) => ({
  name: `in ${language}: texts, direction, date; nothing wider than a narrow window`,
  /** @param {import("../lib/suite.mjs").World} world */
  async run({ launch, server }) {
    const browser = await launch(language);
    try {
      await forget(browser);
      await browser.viewport(360, 700);
      await browser.open(`${server.origin}/seed-news/page.html`);
      await openReader(browser);
      assert.deepEqual(await look(browser, `return [dialog.lang, dialog.dir, dialog.querySelector("article").lang];`), [lang, dir, "en-GB"]);
      // The article is written as it is written, whatever is around it; our words in it are in our language.
      const written = await look(browser, `const style = (selector) => getComputedStyle(dialog.querySelector(selector));
        return [style("article").direction, style(".content p").textAlign, ...[".detail time", ".printed bdi[lang]"].map((each) => dialog.querySelector(each)?.lang ?? null)];`);
      assert.deepEqual(written, ["ltr", "start", lang, lang]);
      assert.match(await look(browser, `return dialog.querySelector("time").textContent;`), date);
      // The toolbar is at the end of the line, wherever that is.
      const left = await inControls(browser, `return all("button").filter((each) => each.parentNode === roots[0]).at(-1).getBoundingClientRect().left;`);
      assert.ok(dir === "rtl" ? left < 60 : left > 260, `the last button is at ${left}`);
      await clickControl(browser, appearance);
      assert.equal(await openPanel(browser), appearance);
      const wide = await inControls(browser, `return [...all(".panel:popover-open, .panel:popover-open *")].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).display !== "inline").map((each) => each.className + each.textContent);`);
      assert.deepEqual(wide, [], "wider than its place");
      await browser.press("Escape");
      await browser.press("?");
      const keys = await until(() => inControls(browser, `return panel() && [...panel().querySelectorAll("kbd")].map((each) => each.textContent);`), (names) => names?.length > 0, "the keys");
      for (const key of KEYS[/** @type {"ar" | "de"} */ (lang)]) assert.ok(keys.includes(key), `${key} in ${keys}`);
      await browser.press("Escape");
      await browser.press("x");
      const [start, end] = await look(browser, `const { paddingLeft, paddingRight } = getComputedStyle(dialog.querySelector(".notice")); return [paddingLeft, paddingRight].map(parseFloat);`);
      assert.equal(start > end, dir === "ltr", `a notice has ${start} px at its left, ${end} px at its right`);
      await browser.press("r");
      await inControls(browser, `all(".removed details")[0].open = true;`);
      await until(() => inControls(browser, `return getComputedStyle(all(".removed summary")[0], "::before").rotate;`), (angle) => angle === down, "the sign to point down");
      const scheme = browser.name === "firefox" ? "moz" : "chrome";
      await browser.open(`${scheme}-extension://${browser.extensionId}/options/options.html`);
      await until(() => browser.evaluate(() => document.querySelector("h2")?.textContent), (text) => text === appearance, "the options page");
      assert.deepEqual(await browser.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [lang, dir]);
      assert.equal(await browser.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      assert.deepEqual(await violationsIn(browser, "document"), []);
    } finally {
      await browser.close();
    }
  },
})),
{
  name: "in en: texts, direction of an Arabic article that says neither language nor direction runs from right to left, and is not read as English",
  async run({ browser, server }) {
    await browser.open(server.page("/silent", silent()));
    await openReader(browser);
    const found = await look(browser, `const article = dialog.querySelector("article");
      return [getComputedStyle(article).direction, getComputedStyle(article.querySelector("h1")).direction, article.getAttribute("lang"), article.querySelector(".detail:last-child [lang]")?.lang ?? null];`);
    assert.deepEqual(found, ["rtl", "rtl", "", "en"]);
  },
}];
