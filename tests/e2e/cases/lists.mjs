/** The options page's lists: sites that open by themselves with their paths, rules, places; by pointer and by keyboard. */
import assert from "node:assert/strict";
import { clickControl } from "../lib/controls.mjs";
import { isOpen, look, openReader, pause, until, waitClosed } from "../lib/reader.mjs";
import { forget } from "../lib/settings.mjs";
import { article } from "./pages.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

/** @param {Driver} browser */
async function openOptions(browser) {
  const scheme = browser.name === "chromium" ? "chrome-extension" : "moz-extension";
  await browser.open(`${scheme}://${browser.extensionId}/options/options.html`);
  await until(() => browser.evaluate(() => document.querySelectorAll("section").length), (count) => count > 5, "the page to be drawn");
}

/** @param {Driver} browser @param {string} selector */
const focus = (browser, selector) => browser.evaluate((wanted) => /** @type {HTMLElement | null} */ (document.querySelector(wanted))?.focus(), selector);

/** @param {Driver} browser @param {string} selector */
async function click(browser, selector) {
  const [x, y] = await browser.evaluate((wanted) => {
    const found = document.querySelector(wanted);
    found?.scrollIntoView({ block: "center" });
    const { left, top, width, height } = /** @type {Element} */ (found).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }, selector);
  await browser.click(x, y);
}

/** @param {Driver} browser @param {string} key */
const stored = (browser, key) =>
  browser.extension(async (name) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    return (await api.storage.local.get(name))[name] ?? null;
  }, key);

/** @param {Driver} browser */
async function opensByItself(browser) {
  for (let waited = 0; waited < 1_200; waited += 100) {
    if (await isOpen(browser)) return true;
    await pause(100);
  }
  return false;
}

const RULE = {
  id: "one", site: "127.0.0.1", example: "The harbour festival begins", keep: false, tag: "div", inside: ["article", "main"], stems: ["box", "promo"],
  shape: { words: 2, links: "few", asks: false, pictures: false }, opening: "",
};

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "lists: always on this site, but not on this page, by path, and off in the options",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/auto/one", article()));
      await openReader(browser);
      await browser.press("Escape");
      await waitClosed(browser);
      await browser.chooseAlways();
      await until(() => stored(browser, "sites"), (sites) => sites?.list?.length === 1, "the site");
      await browser.open(server.page("/auto/two", article("", "", { title: "The second ferry" })));
      assert.equal(await opensByItself(browser), true);
      await clickControl(browser, "Not on this page");
      await waitClosed(browser);
      await until(() => stored(browser, "paths"), (paths) => JSON.stringify(paths).includes("!/auto/two"), "the path");
      await browser.open(server.origin + "/auto/two");
      assert.equal(await opensByItself(browser), false, "not on this page");
      await browser.open(server.origin + "/auto/one");
      assert.equal(await opensByItself(browser), true, "on others");

      await openOptions(browser);
      await focus(browser, "#auto details summary");
      await browser.press("Enter");
      await browser.evaluate(() => {
        const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("#auto textarea"));
        area.value = "/news/*";
        area.dispatchEvent(new Event("change"));
      });
      await until(() => stored(browser, "paths"), (paths) => JSON.stringify(paths).includes("/news/*"), "the paths");
      await browser.open(server.origin + "/auto/one");
      assert.equal(await opensByItself(browser), false, "only below /news/");
      await browser.open(server.page("/news/three", article("", "", { title: "The third ferry" })));
      assert.equal(await opensByItself(browser), true, "below /news/");

      await openOptions(browser);
      await focus(browser, "#auto input[role=switch]");
      await browser.press("Space");
      await until(() => stored(browser, "sites"), (sites) => sites?.list?.length === 0, "the site to be off");
      await browser.open(server.origin + "/news/three");
      assert.equal(await opensByItself(browser), false, "off");
      await forget(browser);
    },
  },
  {
    name: "lists: a page that writes its text by script opens once it has loaded, and only once",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/auto/one", article()));
      await openReader(browser);
      await browser.press("Escape");
      await waitClosed(browser);
      await browser.chooseAlways();
      await until(() => stored(browser, "sites"), (sites) => sites?.list?.length === 1, "the site");
      const body = /<main>[^]*<\/main>/.exec(article())?.[0] ?? "";
      const late = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry that came early</title></head><body><div id="app">Loading</div><img src="/slow.gif" alt="">
        <script>setTimeout(() => { document.querySelector("#app").innerHTML = ${JSON.stringify(body).replaceAll("</", "<\\/")}; }, 150);</script></body></html>`;
      server.page("/slow.gif", { body: "", headers: { "content-type": "image/gif" }, delay: 500 });
      await browser.open(server.page("/auto/late", late));
      assert.equal(await opensByItself(browser), true);
      await browser.press("Escape");
      await waitClosed(browser);
      assert.equal(await opensByItself(browser), false, "never again");
      await browser.chooseAlways();
      await until(() => stored(browser, "sites"), (sites) => sites?.list?.length === 0, "the site to be off");
    },
  },
  {
    name: "lists: rules are listed, changed, exported, forgotten and imported",
    async run({ browser }) {
      await forget(browser);
      await browser.extension(async (rule) => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        await api.storage.local.set({ rules: { version: 1, list: [rule, { broken: true }, 7] } });
      }, RULE);
      await openOptions(browser);
      assert.match(await browser.evaluate(() => document.querySelector("#rules li")?.textContent ?? ""), /The harbour festival begins[^]*127\.0\.0\.1 · div · box · promo/);
      await browser.evaluate(() => {
        const what = /** @type {HTMLSelectElement} */ (document.querySelector("#rules select"));
        what.value = "ruleKeep";
        what.dispatchEvent(new Event("change"));
      });
      await until(() => stored(browser, "rules"), (rules) => rules.list[0].keep === true && rules.list.length === 1, "the change");
      const file = await browser.evaluate(async () => {
        const link = /** @type {HTMLAnchorElement} */ (document.querySelector("#rules a"));
        link.addEventListener("click", (event) => event.preventDefault());
        /** @type {HTMLButtonElement} */ (link.previousElementSibling).click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return decodeURIComponent(link.href.slice(link.href.indexOf(",") + 1));
      });
      assert.deepEqual(JSON.parse(file).list, [{ ...RULE, keep: true }]);
      await focus(browser, "#rules li button");
      await browser.press("Enter");
      await until(() => stored(browser, "rules"), (rules) => rules.list.length === 0, "the rule to be gone");
      await browser.evaluate((content) => {
        const files = new DataTransfer();
        files.items.add(new File([content], "rules.json", { type: "application/json" }));
        const picker = /** @type {HTMLInputElement} */ (document.querySelector("#rules input[type=file]"));
        picker.files = files.files;
        picker.dispatchEvent(new Event("change"));
      }, file);
      await until(() => stored(browser, "rules"), (rules) => rules.list.length === 1 && rules.list[0].example === RULE.example, "the rule to be back");
      await forget(browser);
    },
  },
  {
    name: "lists: all places are forgotten with one click",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/places/one", article("", `<p>${"The harbour lay quiet while the crew waited for the tide. ".repeat(12)}</p>`.repeat(20))));
      await openReader(browser);
      await look(browser, `dialog.scrollTop = dialog.scrollHeight / 2;`);
      await browser.press("Escape");
      await waitClosed(browser);
      await until(() => stored(browser, "places"), (places) => places?.list?.length === 1, "the place");
      await openOptions(browser);
      await click(browser, "#reading .row button");
      await until(() => stored(browser, "places"), (places) => places === null, "the places to be gone");
    },
  },
];
