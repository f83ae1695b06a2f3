/** What the extension may do is little, and nobody but its own parts can make it do that. */
import assert from "node:assert/strict";
import { article } from "../lib/pages.mjs";
import { isOpen, openReader, pause } from "../lib/reader.mjs";

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "privilege: a message of another sender, frame, verb or shape means nothing",
    async run({ browser, server }) {
      await browser.open(server.page("/messages", article()));
      const understood = await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { fromPage } = await import(api.runtime.getURL("messages.js"));
        const own = { id: api.runtime.id, frameId: 0, url: "https://example.org/", tab: { id: 1 } };
        const sound = [
          { verb: "read", mode: "page" },
          { verb: "follow", url: "https://example.org/" },
          { verb: "place", place: null, at: "https://example.org/by/script" },
          { verb: "not-here", at: "https://example.org/" },
          { verb: "site-look", own: true },
          { verb: "change-settings", values: {} },
          { verb: "site-css", css: "" },
          { verb: "settings" },
          { verb: "arrived", again: false },
        ];
        const broken = [
          null, 7, "read", [], {}, { verb: 1 }, { verb: "unheard-of" }, { verb: "toString" }, { verb: "__proto__" }, { verb: "constructor" },
          { verb: "arrived" }, { verb: "read" }, { verb: "read", mode: "everything" }, { verb: "follow", url: "javascript:alert(1)" }, { verb: "follow", url: "file:///etc/passwd" },
          { verb: "follow", url: "https://" + "x".repeat(9_000) }, { verb: "follow", url: ["https://example.org/"] }, { verb: "place", place: "top", at: own.url }, { verb: "place", place: { text: 1 }, at: own.url },
          { verb: "place", place: null }, { verb: "place", place: null, at: "https://other.example/" }, { verb: "place", place: null, at: "/by/script" }, { verb: "place", place: null, at: [own.url] },
          { verb: "not-here" }, { verb: "not-here", at: "http://example.org/" }, { verb: "not-here", at: "about:blank" }, { verb: "read", mode: ["page"] },
          { verb: "add-rule", rule: {}, example: "x" }, { verb: "add-rule", rule: null }, { verb: "drop-rule", id: 1 }, { verb: "change-settings", values: null }, { verb: "change-settings", values: { css: "p { color: red }" } },
          { verb: "change-settings", values: [] }, { verb: "site-look", own: "yes" }, { verb: "font", file: {} }, { verb: "site-css" }, { verb: "site-css", css: ["p"] },
        ];
        const strangers = [{ ...own, id: "another" }, { ...own, id: undefined }, { ...own, frameId: 1 }, { ...own, frameId: undefined }, { ...own, tab: undefined }, { ...own, tab: {} }];
        const count = (/** @type {unknown[]} */ messages, /** @type {unknown} */ sender) => messages.filter((message) => fromPage(message, sender) !== null).map((message) => JSON.stringify(message));
        return { sound: count(sound, own).length === sound.length, broken: count(broken, own), strangers: strangers.flatMap((sender) => count(sound, sender)) };
      });
      assert.deepEqual(understood, { sound: true, broken: [], strangers: [] });
    },
  },
  {
    name: "privilege: nobody but what asks can say that a large page is to be read",
    async run({ browser }) {
      const understood = await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { insistence } = await import(api.runtime.getURL("background/clock.js"));
        const name = "large-12-article-1x";
        const sender = { id: api.runtime.id, url: api.runtime.getURL("unavailable.html#Felt:large-12-article") };
        const ports = [
          { name, sender: { ...sender, url: "https://example.org/unavailable.html" } }, { name, sender: { ...sender, url: api.runtime.getURL("options/options.html") } },
          { name, sender: { ...sender, url: undefined } }, { name, sender: { ...sender, id: "another" } }, { name, sender: undefined },
          ...["large-12", "large-12-", "large-12-article", "large--article-a", "large-1e3-article-a", "large-12-second-a", "large-12-selection-a", "large-12-article-", "large-12-article-A", "large-12-article-1:2", "xlarge-12-article-a", "slow-12", ""].map((each) => ({ name: each, sender })),
        ];
        return { sound: insistence({ name, sender }), others: ports.map(insistence).filter((each) => each !== null) };
      });
      assert.deepEqual(understood, { sound: { tabId: 12, mode: "article", at: "1x" }, others: [] });
    },
  },
  {
    name: "privilege: a snapshot that says to be of another site, or to have no end, is none",
    async run({ browser }) {
      const sound = await browser.extension(async () => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const { isSnapshot } = await import(api.runtime.getURL("messages.js"));
        const about = { html: "<p>", url: "https://example.org/by/script", lang: "", contentType: "text/html", document: "1" };
        const here = "https://example.org/";
        const rows = {
          sound: [[about, here], [{ ...about, more: 3 }, here], [{ ...about, url: "file:///home/a.html" }, "file:///home/b.html"], [{ ...about, url: "blob:https://example.org/1" }, here]],
          broken: [
            [about, "https://other.example/"], [about, "http://example.org/"], [about, "https://example.org:8443/"], [about, undefined], [about, ""], [{ ...about, url: "about:blank" }, here],
            [{ ...about, url: "data:text/html,a" }, here], [{ ...about, url: "data:text/html,a" }, "file:///home/b.html"], [{ ...about, url: "/by/script" }, here], [about, "about:blank"],
            [{ ...about, more: 1e9 }, here], [{ ...about, more: -1 }, here], [{ ...about, more: 0.5 }, here], [{ ...about, more: "3" }, here], [{ ...about, html: null }, here], [null, here], [undefined, here],
          ],
        };
        const count = (/** @type {unknown[][]} */ list) => list.map(([value, url]) => isSnapshot(value, url));
        return { sound: count(rows.sound), broken: count(rows.broken) };
      });
      assert.deepEqual([new Set(sound.sound), new Set(sound.broken)].map((each) => [...each]), [[true], [false]], JSON.stringify(sound));
    },
  },
  {
    name: "privilege: nothing is web-accessible or connectable, and no site is readable at install",
    async run({ browser, server }) {
      const files = ["reader/open.js", "options/options.html", "icons/48.png", "core/clearleaf_bg.wasm", "manifest.json"];
      const { manifest, home, there } = await browser.extension(async (files) => {
        const api = /** @type {any} */ (globalThis).browser ?? chrome;
        const found = await Promise.all(files.map((/** @type {string} */ file) => fetch(api.runtime.getURL(file)).then(({ ok }) => ok, () => false)));
        return { manifest: api.runtime.getManifest(), home: api.runtime.getURL(""), there: files.filter((/** @type {string} */ _, /** @type {number} */ at) => found[at]) };
      }, files);
      assert.deepEqual(there, files, "what is not there, nobody reaches");
      for (const key of ["web_accessible_resources", "externally_connectable", "host_permissions", "content_scripts"]) {
        assert.equal((manifest[key] ?? []).length ?? 1, 0, key);
      }
      assert.deepEqual([...manifest.permissions].sort(), ["activeTab", "contextMenus", "scripting", "storage"]);
      await browser.open(server.page("/reach", article()));
      await openReader(browser);
      const reached = await browser.evaluate(async (home, files) => {
        const got = [];
        for (const file of files) {
          if (await fetch(home + file).then(() => true, () => false)) got.push(`fetch ${file}`);
          const loaded = await new Promise((resolve) => {
            const script = document.head.appendChild(document.createElement("script"));
            Object.assign(script, { onload: () => resolve(true), onerror: () => resolve(false), src: home + file });
          });
          if (loaded) got.push(`script ${file}`);
        }
        const apis = /** @type {any} */ (window);
        for (const name of ["chrome", "browser"]) if (typeof apis[name]?.runtime?.sendMessage === "function") got.push(`${name}.runtime`);
        if ("clearleaf" in window) got.push("our namespace");
        return got;
      }, home, files);
      assert.deepEqual(reached, []);
    },
  },
  {
    name: "privilege: a page that speaks our verbs to itself opens and closes nothing",
    async run({ browser, server }) {
      await browser.open(server.page("/verbs", article()));
      const speak = () =>
        browser.evaluate(() => {
          for (const message of [{ verb: "show" }, { verb: "arrived" }, { verb: "read", mode: "page" }, { verb: "status" }]) {
            window.postMessage(message, "*");
            for (const target of [window, document, document.documentElement]) target.dispatchEvent(new CustomEvent("clearleaf", { detail: message, bubbles: true }));
          }
          new BroadcastChannel("clearleaf").postMessage({ verb: "show" });
        });
      await speak();
      await pause(400);
      assert.equal(await isOpen(browser), false);
      await openReader(browser);
      await speak();
      await pause(400);
      assert.equal(await isOpen(browser), true);
    },
  },
];
