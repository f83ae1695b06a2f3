// The page in www/, as `cargo xtask build www` lays it out, in a real Chromium: what a person does with it, and what it
// must never do. Usage: node tests/e2e/www.mjs [dist/www]

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { find } from "./lib/chromium.mjs";
import { serve } from "./lib/server.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = resolve(process.argv[2] ?? fileURLToPath(new URL("../../dist/www", import.meta.url)));
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The page lies below a folder, as on a shared host: an absolute path in www/ would leave it and be missed. The server is
// Chromium's proxy as well, so that it sees whatever is asked of any other host, by whichever frame: those that Chromium
// keeps in a process of their own are out of sight of a debugger that is attached to the page.
const server = await serve({ root: dirname(site) });
const start = `${server.origin}/${basename(site)}/index.html`;

/** What was asked of other hosts. */
const elsewhere = () => server.log.filter(({ host }) => host !== new URL(start).host).map(({ host, path }) => host + path);
/** What was asked of this one and is not there. */
const missing = () => server.log.filter(({ host, path }) => host === new URL(start).host && !existsSync(join(dirname(site), path))).map(({ path }) => path);

let passed = 0;
let failed = 0;
/** @param {string} what @param {boolean | undefined} holds @param {unknown} [found] */
function check(what, holds, found = "") {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? "ok  " : "FAIL"} ${what}${holds || found === "" ? "" : `: ${JSON.stringify(found)}`}`);
}

const browser = await chromium.launch({
  proxy: { server: server.origin, bypass: "127.0.0.1" },
  executablePath: find() ?? "chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

/** A fresh page in a context of its own, with everything written down that should not happen. */
async function open(settings = /** @type {import("playwright-core").BrowserContextOptions} */ ({})) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", acceptDownloads: true, ...settings });
  /** @type {string[]} */
  const complaints = [];
  server.log.length = 0;
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on("dialog", (dialog) => (complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("popup", (popup) => complaints.push(`popup: ${popup.url()}`));
  page.on("console", (message) => message.type() === "error" && complaints.push(`console: ${message.text()}`));
  await page.goto(start);
  return { page, complaints, close: () => context.close() };
}

/** Waits until a run has ended, one way or the other, and says how. @param {Page} page */
async function outcome(page) {
  await page.waitForFunction(() => document.querySelector("#result:not([hidden]), #problem:not([hidden])") !== null, null, { timeout: 60_000 });
  return (await page.isVisible("#result")) ? "result" : await page.textContent("#problem-title");
}

/** @param {Page} page */
const afterText = (page) => page.frameLocator("#after").locator("main").innerText();
/** @param {Page} page */
const beforeFrame = (page) => page.frameLocator("#before").frameLocator("iframe");

/** @param {Page} page @param {string} html @param {string} [address] */
async function paste(page, html, address = "") {
  if (await page.isVisible("#forget")) await page.click("#forget");
  await page.fill("#html", html);
  await page.fill("#url", address);
  await page.click("#extract");
  return outcome(page);
}

/** @param {Page} page @param {string} name @param {Buffer} buffer */
async function choose(page, name, buffer) {
  await page.evaluate(() => document.querySelectorAll("#result, #problem").forEach((each) => each.toggleAttribute("hidden", true)));
  await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
  return outcome(page);
}

/** @param {Page} page @param {string} name @param {string} text */
async function drop(page, name, text) {
  const transfer = await page.evaluateHandle(
    (file) => {
      const data = new DataTransfer();
      data.items.add(new File([file.text], file.name));
      return data;
    },
    { name, text },
  );
  await page.dispatchEvent("#form", "dragover", { dataTransfer: transfer });
  const highlighted = await page.evaluate(() => document.documentElement.classList.contains("dropping"));
  await page.dispatchEvent("#form", "drop", { dataTransfer: transfer });
  return { highlighted, ended: await outcome(page) };
}

/** @param {Page} page @param {string} where */
async function axe(page, where) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    /** @type {any} */ (globalThis).axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  check(`axe finds nothing: ${where}`, violations.length === 0, violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary]));
}

/** @param {number} count @param {string} word */
const paragraphs = (count, word) =>
  Array.from({ length: count }, (_, at) => `<p>Paragraph ${at + 1} of the ${word} goes on for a while, says something plain about the weather, and then comes to its end, as paragraphs do.</p>`).join("\n");
/** @param {string} title @param {string} body */
const article = (title, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${body}</article></main></body></html>`;

const scenarios = {
  async "the sample, from beginning to end"() {
    const { page, complaints, close } = await open();
    await axe(page, "empty page");
    await page.click("#sample");
    check("the sample is read", (await outcome(page)) === "result");
    check("its title is the heading", (await page.textContent("#result-title")) === "The hedge that came back");
    check("the heading has the focus", await page.evaluate(() => document.activeElement?.id === "result-title"));
    const text = await afterText(page);
    check("the article is there", ["nine neighbours arrived", "Four kinds of thorn", "whole pleasure of it", "already full"].every((phrase) => text.includes(phrase)), text.slice(0, 400));
    const clutter = ["Donate now", "Get the valley", "Advertisement", "214 partners", "Rowers take", "Full of wrens", "All rights reserved"];
    check("the clutter is not", clutter.every((phrase) => !text.includes(phrase)), clutter.filter((phrase) => text.includes(phrase)));
    check("title and byline stand once, above it", text.split("The hedge that came back").length === 2 && text.split("Ines Harrow").length === 2);
    check("the page as it was shows the clutter", (await beforeFrame(page).locator("body").innerText()).includes("Donate now"));
    check("the picture that came with the page shows", (await page.frameLocator("#after").locator("img").count()) === 1);
    check("a picture elsewhere is only described", (await page.frameLocator("#after").locator(".picture").innerText()) === "Picture: A row of saplings in plastic guards beside a lane");
    check("the address was taken from the page", (await page.inputValue("#url")) === "https://valleypost.example/countryside/the-hedge-that-came-back");
    const tops = await page.frameLocator("#after").locator(".detail").evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top)));
    check("byline, date and minutes stand in a line", tops.length > 1 && new Set(tops).size === 1, tops);
    check("a link is resolved against it", (await page.frameLocator("#after").getByText("seventeen").getAttribute("href")) === "https://valleypost.example/countryside/the-spring-count");
    await axe(page, "compare");

    await page.click("#tab-removed");
    const groups = await page.locator("#removed summary strong").allInnerTexts();
    check("what was left out is grouped by reason", ["Advertising", "Donation requests", "Newsletter boxes"].every((name) => groups.includes(name)), groups);
    await page.locator("#removed summary", { hasText: "Donation requests" }).click();
    check("with its first words and its size", /Local news needs you[^]*\d+ words, by rule/.test(await page.locator("#removed details[open]").innerText()));
    await axe(page, "left out");

    await page.click("#tab-details");
    const details = await page.locator("#details").innerText();
    check("the details tell what the page says of itself", ["Ines Harrow", "The Wether Valley Post", "14 March 2026", "Free to read", "en-GB"].every((phrase) => details.includes(phrase)), details);
    check("and what the run took", /Time in the core\s+(under 1|[\d.,]+) m?s/.test(details) && /clearleaf \d+\.\d+\.\d+/.test(details), details);
    await axe(page, "details");

    const [saved] = await Promise.all([page.waitForEvent("download"), page.click("#save-html")]);
    const html = await readFile(await saved.path(), "utf8");
    check("the article is saved as a page", saved.suggestedFilename() === "the-hedge-that-came-back.html" && html.startsWith("<!doctype html>") && html.includes("<h1>The hedge that came back</h1>") && !html.includes("<script"));
    const [json] = await Promise.all([page.waitForEvent("download"), page.click("#save-json")]);
    const { title, removals } = JSON.parse(await readFile(await json.path(), "utf8"));
    check("and everything as JSON", title === "The hedge that came back" && removals.length > 0);
    check("every file that was asked for is there", missing().length === 0, missing());
    check("nothing was asked of another host", elsewhere().length === 0, elsewhere());
    check("no error anywhere", complaints.length === 0, complaints);
    await close();
  },

  async "a hostile page"() {
    const { page, complaints, close } = await open();
    const hostile = article("Hostile", `<script>alert(1)</script><meta http-equiv="refresh" content="0;url=http://evil.example/refresh">
      <link rel="dns-prefetch" href="http://evil.example"><link rel="stylesheet" href="http://evil.example/a.css">
      <style>@import "http://evil.example/b.css"; body { background: url(http://evil.example/c.png); }</style>
      <img src="http://evil.example/d.png" onerror="alert(2)" srcset="http://evil.example/e.png 2x" alt="A drawing of a fence"><img src="f.png" alt=""><video src="http://evil.example/g.mp4" poster="http://evil.example/h.png"></video>
      <svg><image href="http://evil.example/i.png"/><script>alert(3)</script></svg><iframe src="http://evil.example/j"></iframe><object data="http://evil.example/k"></object>
      <form action="http://evil.example/l"><button autofocus onfocus="alert(4)">x</button></form><a href="javascript:alert(5)">a dangerous link</a>
      <p onclick="alert(6)" style="color: red">Some <b>text</b> that is long enough to be taken for the beginning of a paragraph, with commas, and more commas.</p>${paragraphs(12, "page")}`);
    check("a hostile page is read", (await paste(page, hostile)) === "result");
    await page.waitForTimeout(1000);
    check("it asks nothing of another host", elsewhere().length === 0, elsewhere());
    const alarming = complaints.filter((line) => !/Content Security Policy|sandboxed/.test(line));
    check("and none of its scripts runs", alarming.length === 0, alarming);
    const view = page.frameLocator("#after").locator("main");
    check("no handler, style or script came through", (await view.locator("[onclick], [onerror], [onfocus], [style], script, style, form, iframe, object, svg, a[href^='javascript' i]").count()) === 0);
    check("the frames allow no scripts", await page.evaluate(() => [...document.querySelectorAll("iframe")].every((frame) => frame.sandbox.length > 0 && !frame.sandbox.contains("allow-scripts"))));
    await beforeFrame(page).getByText("a dangerous link").click();
    check("links of the page as it was lead nowhere", (await beforeFrame(page).locator("h1").innerText()) === "Hostile" && page.url() === start);

    await page.check("#images");
    await page.waitForTimeout(1000);
    const asked = elsewhere();
    check("asked for, pictures are fetched from where they are", asked.includes("evil.example/d.png"), asked);
    check("and still nothing but pictures", asked.every((address) => address.endsWith(".png")), asked);
    check("a relative picture is not asked of this server", missing().length === 0, missing());
    await close();
  },

  async "ways to bring a page"() {
    const { page, complaints, close } = await open();
    const broken = `<title>Open ends</title><article><h1>Open ends</h1><p>An <b>unclosed paragraph with <i>tags</b> that cross</i>, as authors write them, long enough to be kept by anyone.${paragraphs(8, "draft")}`;
    await page.fill("#html", broken);
    await page.press("#html", "Control+Enter");
    check("Ctrl+Enter reads what was pasted", (await outcome(page)) === "result");
    check("the browser's own parser has mended it", (await afterText(page)).includes("with tags that cross"));
    await paste(page, article("Relative", `${paragraphs(8, "text")}<p>Here is <a href="../next">one link</a> within a sentence, and the sentence goes on for a while.</p>`), "https://site.example/a/b/c");
    check("the address in the field resolves links", (await page.frameLocator("#after").getByText("one link").getAttribute("href")) === "https://site.example/a/next");

    const dropped = await drop(page, "dropped.html", article("Dropped", paragraphs(8, "drop")));
    check("the page shows where to drop a file", dropped.highlighted);
    check("a dropped file is read", dropped.ended === "result" && (await page.textContent("#result-title")) === "Dropped");
    check("and named", (await page.textContent("#given-name")) === "dropped.html");
    check("a chosen .html.gz is unpacked and read", (await choose(page, "packed.html.gz", gzipSync(article("Packed", paragraphs(8, "pack"))))) === "result" && (await page.textContent("#result-title")) === "Packed");
    const latin = Buffer.from(article("Café", `<p>Déjà vu, à la carte, naïve.</p>${paragraphs(8, "café")}`).replace("utf-8", "iso-8859-1"), "latin1");
    check("an old encoding is decoded", (await choose(page, "latin.html", latin)) === "result" && (await afterText(page)).includes("Déjà vu, à la carte, naïve."));
    await page.click("#forget");
    check("“Use another page” brings the text field back", (await page.isVisible("#html")) && (await page.isHidden("#result")) && (await page.evaluate(() => document.activeElement?.id === "html")));
    check("no error anywhere", complaints.length === 0, complaints);
    await close();
  },

  async "what goes wrong is said"() {
    const { page, complaints, close } = await open();
    await page.click("#extract");
    check("nothing given", (await outcome(page)) === "There is no HTML yet");
    await paste(page, '<title>Login</title><form><label>Name <input></label><button>Log in</button></form><p>Forgot it?</p>');
    const said = await page.textContent("#problem-title");
    check("a page without an article", ["No article here", "This is hardly an article"].includes(said ?? ""), said);
    await axe(page, "problem");
    await page.click("#whole-page");
    await page.waitForSelector("#problem", { state: "hidden" });
    await page.waitForSelector("#result:not([hidden])");
    check("can be read as a whole", (await afterText(page)).includes("Forgot it?") && (await page.isChecked("input[value=page]")));
    check("a page without any text", (await paste(page, "<script>draw()</script>")) === "No text here");
    await page.check("input[value=article]");
    check("an address that is none", (await paste(page, article("x", paragraphs(5, "x")), "no address")) === "The page address is not complete");
    check("is marked and has the focus", await page.evaluate(() => document.activeElement?.id === "url" && document.activeElement.getAttribute("aria-invalid") === "true"));
    await page.fill("#url", "");
    check("a picture by mistake", (await choose(page, "photo.png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"))) === "This is not a web page");
    check("a damaged .gz", (await choose(page, "half.html.gz", gzipSync(article("Half", paragraphs(500, "half"))).subarray(0, 300))) === "This file cannot be unpacked");
    check("an empty file", (await choose(page, "empty.html", Buffer.alloc(0))) === "There is no HTML yet");
    check("a small file that unpacks to too much", (await choose(page, "bomb.html.gz", gzipSync(Buffer.alloc(70 * 1024 * 1024, 0x20)))) === "This page is too large");
    check("no error anywhere", complaints.length === 0, complaints);
    await close();
  },

  async "a large page"() {
    const { page, complaints, close } = await open();
    const large = Buffer.from(article("Large", paragraphs(180_000, "large page")));
    await page.evaluate(() => {
      const seen = { phases: new Set(), values: new Set() };
      /** @type {any} */ (window).seen = seen;
      const bar = /** @type {HTMLProgressElement} */ (document.querySelector("#progress"));
      const working = /** @type {HTMLElement} */ (document.querySelector("#working"));
      const note = () => {
        if (working.hidden) return;
        seen.phases.add(document.querySelector("#phase")?.textContent);
        if (bar.hasAttribute("value")) seen.values.add(bar.value);
      };
      new MutationObserver(note).observe(working, { attributes: true, subtree: true, childList: true });
    });
    await page.setInputFiles("#file", { name: "large.html", mimeType: "text/html", buffer: large }, { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector("#phase")?.textContent === "Finding the article" && /** @type {HTMLProgressElement} */ (document.querySelector("#progress")).value > 0, null, { timeout: 60_000 });
    await page.click("#cancel");
    await page.waitForSelector("#working", { state: "hidden" });
    check("a large page can be cancelled", (await page.isHidden("#result")) && (await page.isHidden("#problem")) && (await page.textContent("#status")) === "Cancelled.");
    check("focus is not lost by it", await page.evaluate(() => document.activeElement?.id === "extract"));
    await page.click("#extract");
    check(`and read after all (${Math.round(large.length / 1e6)} MB)`, (await outcome(page)) === "result");
    const { phases, values } = await page.evaluate(() => {
      const { seen } = /** @type {any} */ (window);
      return { phases: [...seen.phases], values: [...seen.values] };
    });
    check("each phase was named", ["Reading", "Parsing as a browser does", "Finding the article"].every((phase) => phases.includes(phase)), phases);
    check("the bar moved", values.length >= 10, values.length);
    check("the page as it was waits to be asked for", await page.isVisible("#lift"));
    check("no error anywhere", complaints.length === 0, complaints);
    await close();
  },

  async "with the keyboard alone"() {
    const { page, complaints, close } = await open();
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("name") || document.activeElement?.tagName);
    const stops = [];
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press("Tab");
      stops.push(await focused());
    }
    check("focus follows the order of the page", stops.join(" ") === "html url mode extract file sample", stops);
    await page.keyboard.press("Enter");
    check("Enter loads the sample", (await outcome(page)) === "result");
    await page.keyboard.press("Tab");
    check("after the heading come the tabs", (await focused()) === "tab-compare", await focused());
    await page.keyboard.press("ArrowRight");
    check("an arrow moves to the next tab and selects it", (await focused()) === "tab-removed" && (await page.isVisible("#removed")) && (await page.isHidden("#compare")));
    await page.keyboard.press("End");
    check("End moves to the last", (await focused()) === "tab-details" && (await page.isVisible("#details")));
    await page.keyboard.press("ArrowRight");
    check("and the arrow goes round", (await focused()) === "tab-compare" && (await page.isVisible("#compare")));
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    check("the tabs are one stop", (await focused()) === "tab-compare");
    check("the outcome was announced", (await page.textContent("#status"))?.startsWith("Done. The hedge that came back:"));
    check("no error anywhere", complaints.length === 0, complaints);
    await close();
  },

  async "narrow, dark, and still"() {
    const { page, close } = await open({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    check("320 pixels hold the empty page", await fits());
    await page.click("#sample");
    await outcome(page);
    check("and the result", await fits());
    check("and the article within", await page.frames().find((frame) => frame.url().endsWith("/after.html"))?.locator("html").evaluate((root) => root.scrollWidth <= root.clientWidth));
    for (const tab of ["removed", "details"]) {
      await page.click(`#tab-${tab}`);
      check(`and the tab “${tab}”`, await fits());
    }
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    check("the ground is dark where the system is", ground.match(/\d+/g)?.every((part) => Number(part) < 60), ground);
    check("nothing moves where motion is unwelcome", await page.evaluate(() => [...document.querySelectorAll("*")].every((element) => getComputedStyle(element).transitionDuration === "0s")));
    await axe(page, "dark and narrow");
    await close();
  },

  async "without its core"() {
    const context = await browser.newContext();
    await context.route("**/core/*", (route) => route.fulfill({ status: 404, body: "" }));
    const page = await context.newPage();
    await page.goto(start);
    await page.click("#sample");
    check("a missing core is said, not waited for", (await outcome(page)) === "The core did not load");
    await context.close();
  },
};

for (const [name, scenario] of Object.entries(scenarios)) {
  console.log(`\n${name}`);
  try {
    await scenario();
  } catch (error) {
    check(`${name}: runs to its end`, false, String(error).split("\n")[0]);
  }
}
console.log("");
await browser.close();
await server.close();
console.log(`\nwww: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
