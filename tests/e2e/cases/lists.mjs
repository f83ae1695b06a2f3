/** The options page's lists: sites that open by themselves with their paths, rules, places; by pointer and by keyboard. */
import assert from "node:assert/strict";
import { OFF, ON, opensByItself, switchOff, switchOn, untilHeld } from "../lib/always.mjs";
import { clickControl, inControls, tabTo } from "../lib/controls.mjs";
import { choseFile, clickOn, exported, openOptions, tabOn, type } from "../lib/options.mjs";
import { article, links } from "../lib/pages.mjs";
import { close, look, openReader, pause, until, waitClosed } from "../lib/reader.mjs";
import { forget, lay, stored } from "../lib/storage.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

const RULE = {
  id: "one", site: "127.0.0.1", example: "The harbour festival begins", keep: false, tag: "div", inside: ["article", "main"], stems: ["box", "promo"],
  shape: { words: 2, links: "few", asks: false, pictures: false }, opening: "",
};

/** @param {Driver} browser @param {unknown[]} list */
const layRules = (browser, list) => lay(browser, { local: { rules: { version: 1, list } } });

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "lists: always on this site, but not on this page, by pointer and by keyboard",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      const label = "Not on this page";
      const ways = { two: () => clickControl(browser, label), three: () => tabTo(browser, label, "Shift+Tab").then(() => browser.press("Enter")) };
      for (const [page, except] of Object.entries(ways)) {
        await browser.open(server.page(`/auto/${page}`, article("", "", { title: `The ferry of day ${page}` })));
        assert.equal(await opensByItself(browser), true, page);
        await except();
        await waitClosed(browser);
        await until(() => stored(browser, "paths"), (paths) => JSON.stringify(paths).includes(`!/auto/${page}`), "the path");
        await browser.open(`${server.origin}/auto/${page}`);
        assert.equal(await opensByItself(browser), false, `not on ${page}`);
      }
      await browser.open(server.page("/auto/one", article()));
      assert.equal(await opensByItself(browser), true, "on others");
      await close(browser);
      await switchOff(browser);
    },
  },
  {
    name: "lists: not on this page is said of the address to which a page has gone on by script",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      await browser.open(server.page("/auto/shell", article(`<script>history.replaceState(null, "", "/auto/route");</script>`)));
      assert.equal(await opensByItself(browser), true);
      await clickControl(browser, "Not on this page");
      await waitClosed(browser);
      await until(() => stored(browser, "paths"), (paths) => JSON.stringify(paths ?? "").includes("!/auto/"), "the path");
      assert.deepEqual(Object.values((await stored(browser, "paths")).sites), [["!/auto/route"]]);
      await switchOff(browser);
      await forget(browser);
    },
  },
  {
    name: "lists: a page whose address has an asterisk is that page and no other, and a line of nothing but asterisks takes no time",
    async run({ browser }) {
      await forget(browser);
      const found = await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { exceptPage, isPathOn, setPaths } = await import(api.runtime.getURL("background/paths.js"));
        const site = "https://harbour.example";
        await exceptPage(`${site}/wiki/*NSYNC`);
        const except = await Promise.all(["/wiki/*NSYNC", "/wiki/About_*NSYNC", "/wiki/NSYNC"].map((path) => isPathOn(site + path)));
        const lines = { "/a*b*c": ["/abc", "/a-b-b-c", "/acb", "/abcd", "/ab"], "/news/*": ["/news/", "/news", "/news/one"], "/a*a": ["/a", "/aa"], "/exact": ["/exact", "/exactly"] };
        const globs = [];
        for (const [line, paths] of Object.entries(lines)) {
          await setPaths(`${site}/*`, [line]);
          for (const path of paths) if (await isPathOn(site + path)) globs.push(path);
        }
        await setPaths(`${site}/*`, [`/${"*".repeat(100)}x`, `!/${"*a".repeat(100)}x`]);
        const start = performance.now();
        const stars = await isPathOn(`${site}/${"a".repeat(2_000)}`);
        return { except, globs, stars, ms: performance.now() - start };
      });
      console.log(`      a hundred asterisks: ${found.ms.toFixed(1)} ms`);
      assert.deepEqual(found.except, [false, true, true]);
      assert.deepEqual(found.globs, ["/abc", "/a-b-b-c", "/news/", "/news/one", "/aa", "/exact"]);
      assert.equal(found.stars, false);
      assert.ok(found.ms < 50, `${found.ms} ms`);
      await forget(browser);
    },
  },
  {
    name: "lists: a site's paths, typed in the options, and the site off and on again there, by keyboard and by pointer",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      await openOptions(browser);
      await tabOn(browser, "Paths on 127.0.0.1");
      await browser.press("Enter");
      await browser.press("Tab");
      await type(browser, "/news/*");
      await browser.press("Tab");
      await until(() => stored(browser, "paths"), (paths) => JSON.stringify(paths).includes("/news/*"), "the paths");
      await browser.open(server.page("/auto/one", article()));
      assert.equal(await opensByItself(browser), false, "only below /news/");
      await browser.open(server.page("/news/three", article("", "", { title: "The third ferry" })));
      assert.equal(await opensByItself(browser), true, "below /news/");

      for (const press of [() => tabOn(browser, "http://127.0.0.1", "#auto").then(() => browser.press("Space")), () => clickOn(browser, "http://127.0.0.1", "#auto")]) {
        await openOptions(browser);
        await press();
        await untilHeld(browser, OFF);
        await browser.open(`${server.origin}/news/three`);
        assert.equal(await opensByItself(browser), false, "off");
        await openOptions(browser);
        assert.match(JSON.stringify(await stored(browser, "paths")), /\/news\//, "what was said of its paths is kept");
        await press();
        await untilHeld(browser, ON);
        await browser.open(`${server.origin}/news/three`);
        assert.equal(await opensByItself(browser), true, "on again");
      }
      // Typed and not yet drawn anew.
      await openOptions(browser);
      await clickOn(browser, "Paths on", "#auto");
      await tabOn(browser, "Paths on 127.0.0.1", "#auto textarea");
      await type(browser, "/sea/* ");
      await browser.evaluate(() => document.querySelector("#auto li")?.classList.add("before"));
      await clickOn(browser, "http://127.0.0.1", "#auto");
      await untilHeld(browser, OFF);
      await until(() => browser.evaluate(() => document.querySelector("#auto .before")), (before) => before === null, "the list to be drawn anew");
      assert.match(JSON.stringify(await stored(browser, "paths")), /\/sea\//, "what was typed last is kept");
      await forget(browser);
    },
  },
  {
    name: "lists: paths are read as people write them, line by line, and what is kept of them is shown",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      await openOptions(browser);
      await clickOn(browser, "Paths on", "#auto");
      await clickOn(browser, "Paths on 127.0.0.1", "#auto", "textarea");
      await type(browser, ` news/*\n! /video/*\n${server.origin}/sea/*\n\n127.0.0.1/port\n!quay\n/one two`);
      await browser.press("Tab");
      const kept = ["/news/*", "!/video/*", "/sea/*", "/port", "!/quay", "/one%20two"];
      await until(() => stored(browser, "paths"), (paths) => JSON.stringify(paths?.sites["http://127.0.0.1/*"]) === JSON.stringify(kept), "the paths");
      assert.equal(await browser.evaluate(() => document.querySelector("textarea")?.value), kept.join("\n"));
      for (const [path, opens] of Object.entries({ "/news/four": true, "/video/four": false, "/sea/four": true, "/auto/four": false })) {
        await browser.open(server.page(path, article("", "", { title: `The ferry to ${path}` })));
        assert.equal(await opensByItself(browser), opens, path);
      }
      await switchOff(browser);
      await forget(browser);
    },
  },
  {
    name: "lists: a site whose permission is refused stays off, and that is said",
    async run({ browser }) {
      await forget(browser);
      await lay(browser, { local: { paths: { version: 1, sites: { "http://127.0.0.1/*": ["/news/*"] } } } });
      await openOptions(browser);
      // The browser's own question cannot be pressed here.
      await browser.evaluate(() => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        api.permissions.request = () => Promise.resolve(false);
      });
      await clickOn(browser, "http://127.0.0.1", "#auto");
      await until(() => browser.evaluate(() => document.querySelector("#spoken")?.textContent), (said) => said === "Access to 127.0.0.1 was not allowed.", "a word on it");
      assert.equal(await browser.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#auto [type=checkbox]")).checked), false);
      await untilHeld(browser, OFF);
      assert.match(await browser.evaluate(() => document.querySelector("#auto")?.textContent ?? ""), /example\.org and www\.example\.org are two/);
      await forget(browser);
    },
  },
  {
    name: "lists: a site is added in the options, and forgotten, by keyboard and by pointer; what is no site is refused",
    async run({ browser, server }) {
      await forget(browser);
      const ways = [
        { add: () => browser.press("Enter"), open: () => tabOn(browser, "Paths on").then(() => browser.press("Enter")), remove: () => tabOn(browser, "Remove 127.0.0.1 from").then(() => browser.press("Enter")) },
        { add: () => clickOn(browser, "Add a site", "#auto", "button"), open: () => clickOn(browser, "Paths on", "#auto"), remove: () => clickOn(browser, "Remove 127.0.0.1 from", "#auto") },
      ];
      for (const { add, open, remove } of ways) {
        await openOptions(browser);
        await tabOn(browser, "Add a site", "#auto");
        await type(browser, "http://127.0.0.1");
        await add();
        await untilHeld(browser, ON);
        await browser.open(server.page("/added", article()));
        assert.equal(await opensByItself(browser), true);
        await openOptions(browser);
        await open();
        await remove();
        await untilHeld(browser, OFF);
        await until(() => browser.evaluate(() => document.querySelectorAll("#auto li").length), (count) => count === 0, "the list to be empty");
      }
      await tabOn(browser, "Add a site", "#auto");
      await type(browser, "about:blank");
      await browser.press("Enter");
      await until(() => browser.evaluate(() => document.querySelector("#auto [role=alert]")?.textContent), (said) => said?.startsWith("This is not a site"), "a word on it");
    },
  },
  {
    name: "lists: a page that writes its text by script opens once it has loaded, and only once",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      const body = /<main>[^]*<\/main>/.exec(article())?.[0] ?? "";
      const late = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry that came early</title></head><body><div id="app">Loading</div><img src="/slow.gif" alt="">
        <script>setTimeout(() => { document.querySelector("#app").innerHTML = ${JSON.stringify(body).replaceAll("</", "<\\/")}; }, 150);</script></body></html>`;
      server.page("/slow.gif", { body: "", headers: { "content-type": "image/gif" }, delay: 500 });
      await browser.open(server.page("/auto/late", late));
      assert.equal(await opensByItself(browser), true);
      await close(browser);
      assert.equal(await opensByItself(browser), false, "never again");
      await switchOff(browser);
    },
  },
  {
    name: "lists: to a page that is no article the reader is brought once, and not again when all has loaded",
    async run(world) {
      const { browser, server } = world;
      await forget(browser);
      await switchOn(world);
      server.page("/slower.gif", { body: "", headers: { "content-type": "image/gif" }, delay: 2_500 });
      const url = server.page("/auto/links", links.replace("</main>", `<img src="/slower.gif" alt=""></main>`));
      // Not waiting until it has loaded.
      await browser.evaluate((address) => void (location.href = address), url);
      const brought = () => inControls(browser, `return location.pathname === "/auto/links" && globalThis.clearleaf?.open !== undefined;`).catch(() => false);
      await until(brought, (there) => there === true, "the reader to be brought");
      await inControls(browser, `globalThis.clearleaf.open.first = true;`);
      assert.equal(await browser.evaluate(() => document.readyState), "interactive");
      await until(() => browser.evaluate(() => document.readyState), (state) => state === "complete", "all to load");
      await pause(800);
      assert.equal(await inControls(browser, `return globalThis.clearleaf.open.first === true;`), true);
      await switchOff(browser);
    },
  },
  {
    name: "lists: rules are listed, and what is broken is not; changed, exported and forgotten by keyboard",
    async run({ browser }) {
      await forget(browser);
      await layRules(browser, [RULE, { broken: true }, 7]);
      await openOptions(browser);
      assert.match(await browser.evaluate(() => document.querySelector("#rules li")?.textContent ?? ""), /The harbour festival begins[^]*127\.0\.0\.1 · div · box · promo/);
      await tabOn(browser, "What the rule does");
      await browser.press("ArrowUp");
      await until(() => stored(browser, "rules"), (rules) => rules.list[0].keep === true && rules.list.length === 1, "the change");
      await tabOn(browser, "127.0.0.1 · div", "#rules");
      await browser.press("Enter");
      await tabOn(browser, "Words in its name");
      await browser.press("End");
      await type(browser, " tall");
      await browser.press("Tab");
      await until(() => stored(browser, "rules"), (rules) => rules.list[0].stems.join() === "box,promo,tall", "the words");
      await tabOn(browser, "Export", "#rules");
      await browser.press("Enter");
      const file = await exported(browser, "#rules");
      assert.deepEqual(file.list, [{ ...RULE, keep: true, stems: ["box", "promo", "tall"] }]);
      await openOptions(browser);
      await tabOn(browser, "Forget the rule", "#rules");
      await browser.press("Enter");
      await until(() => stored(browser, "rules"), (rules) => rules.list.length === 0, "the rule to be gone");
      await choseFile(browser, "#rules", JSON.stringify(file));
      await until(() => stored(browser, "rules"), (rules) => rules.list.length === 1 && rules.list[0].example === RULE.example, "the rule to be back");
      await until(() => browser.evaluate(() => document.querySelectorAll("#rules li").length), (count) => count === 1, "the list to show it");
      await choseFile(browser, "#rules", JSON.stringify({ ...file, format: "clearleaf-settings" }));
      await until(() => browser.evaluate(() => document.querySelector("#rules [role=alert]")?.textContent), (said) => said?.startsWith("Clearleaf cannot use this file"), "a word on the file");
      await forget(browser);
    },
  },
  {
    name: "lists: rules from a file obey what rules that are made obey: one for the same elements, so many for a site, of a sound shape",
    async run({ browser }) {
      await forget(browser);
      await layRules(browser, [RULE]);
      const many = Array.from({ length: 205 }, (_, at) => ({ ...RULE, id: `of a site ${at}`, site: "harbour.example", stems: ["box", "of", "x".repeat(at % 50), "y".repeat(at / 50)] }));
      const file = { format: "clearleaf-rules", version: 1, list: [{ ...RULE, id: "two", keep: true, unheardOf: 1 }, ...many, { ...RULE, id: "odd", shape: { ...RULE.shape, links: ["few"] } }] };
      await openOptions(browser);
      await choseFile(browser, "#rules", JSON.stringify(file));
      const { list } = await until(() => stored(browser, "rules"), (rules) => rules.list.length > 1, "the rules");
      assert.deepEqual(list.filter((/** @type {any} */ { site }) => site === RULE.site), [{ ...RULE, id: "two", keep: true }], "the newer one for the same elements");
      assert.deepEqual(list.filter((/** @type {any} */ { site }) => site !== RULE.site).map((/** @type {any} */ { id }) => id), many.slice(5).map(({ id }) => id), "the oldest of a full site have gone");
      await forget(browser);
    },
  },
  {
    name: "lists: what a page of the extension and the background keep at the same time is all kept",
    async run({ browser, server }) {
      await forget(browser);
      await browser.open(server.page("/both", article()));
      await openReader(browser);
      const lines = await browser.extension(async (/** @type {string} */ origin) => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { allPaths, exceptPage } = await import(api.runtime.getURL("background/paths.js"));
        const [tab] = await api.tabs.query({ active: true });
        // In the page: so many words to the background at once.
        const func = (/** @type {string} */ at) => Promise.all(Array.from({ length: 20 }, (_, page) => /** @type {any} */ (globalThis).clearleaf.tell({ verb: "not-here", at: `${at}/there/${page}` })));
        const here = Array.from({ length: 20 }, (_, page) => exceptPage(`${origin}/here/${page}`));
        await Promise.all([api.scripting.executeScript({ target: { tabId: tab.id }, func, args: [origin] }), ...here]);
        return (await allPaths())["http://127.0.0.1/*"];
      }, server.origin);
      const all = ["here", "there"].flatMap((where) => Array.from({ length: 20 }, (_, page) => `!/${where}/${page}`));
      assert.deepEqual(lines.toSorted(), all.toSorted());
      await forget(browser);
    },
  },
  {
    name: "lists: rules are changed, exported and forgotten by pointer",
    async run({ browser }) {
      await forget(browser);
      await layRules(browser, [RULE]);
      await openOptions(browser);
      await clickOn(browser, "127.0.0.1 · div", "#rules");
      await clickOn(browser, "Site", "#rules");
      await browser.press("End");
      await type(browser, ".example");
      await browser.press("Tab");
      await until(() => stored(browser, "rules"), (rules) => rules.list[0].site === "127.0.0.1.example", "the site");
      // What is no site, and names that no rule can have, change nothing; an address names its site.
      for (const [field, typed, shown] of [["Site", " and more", "127.0.0.1.example"], ["Words in its name", ` ${"long".repeat(16)}`, "box promo"], ["Site", "/news?a=1", "127.0.0.1.example"]]) {
        await clickOn(browser, field ?? "", "#rules");
        await browser.press("End");
        await type(browser, typed ?? "");
        await browser.press("Tab");
        const value = (/** @type {string} */ label) => [...document.querySelectorAll("#rules label")].find((each) => each.textContent?.startsWith(label))?.querySelector("input")?.value;
        await until(() => browser.evaluate(value, field), (now) => now === shown, `${field} to be what it was`);
      }
      await clickOn(browser, "Export", "#rules");
      assert.deepEqual((await exported(browser, "#rules")).list, [{ ...RULE, site: "127.0.0.1.example" }]);
      await clickOn(browser, "Forget the rule", "#rules");
      await until(() => stored(browser, "rules"), (rules) => rules.list.length === 0, "the rule to be gone");
      await forget(browser);
    },
  },
  {
    name: "lists: all places are forgotten with one click, and with one key",
    async run({ browser, server }) {
      for (const press of [() => clickOn(browser, "Forget all places"), () => tabOn(browser, "Forget all places").then(() => browser.press("Enter"))]) {
        await forget(browser);
        await browser.open(server.page("/places/one", article("", `<p>${"The harbour lay quiet while the crew waited for the tide. ".repeat(12)}</p>`.repeat(20))));
        await openReader(browser);
        await look(browser, `dialog.scrollTop = dialog.scrollHeight / 2;`);
        await close(browser);
        await until(() => stored(browser, "places"), (places) => places?.list?.length === 1, "the place");
        await openOptions(browser);
        await press();
        await until(() => stored(browser, "places"), (places) => places === null, "the places to be gone");
      }
    },
  },
];
