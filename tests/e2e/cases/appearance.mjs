/** What the reader looks like: bundled fonts, the browser's own look, spacing, and style rules that may load nothing. */
import assert from "node:assert/strict";
import { violationsInReader } from "../lib/axe.mjs";
import { clickControl, inControls, tabTo } from "../lib/controls.mjs";
import { clickOn, openOptions, type } from "../lib/options.mjs";
import { article, openArticle } from "../lib/pages.mjs";
import { close, closeBoth, look, openReader, pause, styleOf, until } from "../lib/reader.mjs";
import { choose, forget, kept } from "../lib/storage.mjs";

/** Ways in which a style rule could ask for something, each with its own address. */
const LOADING = [
  `@import "http://evil.example/import";`,
  `@import url(http://evil.example/import-url);`,
  `@font-face { font-family: "Evil"; src: url(http://evil.example/font); } p { font-family: Evil; }`,
  `p { background: url(http://evil.example/plain) }`,
  `p { background: u\\72l("http://evil.example/escaped") }`,
  `p { --x: u\\72 l(http://evil.example/property); background-image: var(--x) }`,
  `p { --y: url( "http://evil.example/quoted" ); background: var(--y), red }`,
  `p { background: var(--nothing, url(http://evil.example/fallback)) }`,
  `p { background-image: image-set("http://evil.example/set" 1x) }`,
  `p { background-image: -webkit-image-set(url(http://evil.example/old-set) 1x) }`,
  `p { background-image: cross-fade(url(http://evil.example/fade), url(http://evil.example/fade2), 50%) }`,
  `p { background-image: src("http://evil.example/src") }`,
  `p { cursor: url(http://evil.example/cursor), auto }`,
  `p::before { content: url(http://evil.example/content) }`,
  `li, p { display: list-item; list-style-image: url(http://evil.example/list) }`,
  `p { border-image: url(http://evil.example/border) 30 }`,
  `p { mask: url(http://evil.example/mask#m); filter: url(http://evil.example/filter#f); clip-path: url(http://evil.example/clip#c) }`,
  `p { & { background: URL(http://evil.example/nested) } }`,
  `p { color: red; @media all { background: url(http://evil.example/nested-media) } }`,
  `@media all { @supports (color: red) { p { background: url(http://evil.example/media) } } }`,
  `@layer a { p { background: url(http://evil.example/layer) } }`,
  `@scope (article) { p { background: url(http://evil.example/scope) } }`,
  `@keyframes k { from { background: url(http://evil.example/frames) } } p { animation: k 1s infinite }`,
  `@property --z { syntax: "<image>"; inherits: true; initial-value: url(http://evil.example/registered) } p { background: var(--z) }`,
  `p { shape-outside: url(http://evil.example/shape); float: left }`,
];

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "appearance: bundled fonts come without a request and go with the reader",
    async run(world) {
      const { browser, server } = world;
      const strict = { "content-security-policy": "default-src 'none'; font-src 'none'; style-src 'none'" };
      for (const [font, family] of [["atkinson", "Clearleaf Atkinson"], ["dyslexic", "Clearleaf Dyslexic"]]) {
        await choose(browser, { font });
        await browser.open(server.page("/fonts", { body: article(), headers: strict }));
        server.log.length = 0;
        await openReader(browser);
        assert.match(await styleOf(browser, "fontFamily"), new RegExp(String(family)));
        const faces = () => browser.evaluate(() => [...document.fonts].map((face) => `${face.family.replaceAll('"', "")} ${face.weight} ${face.style} ${face.status}`));
        await until(faces, (list) => list.includes(`${family} 400 normal loaded`) && list.includes(`${family} 700 italic loaded`), "the faces");
        assert.deepEqual(server.log, [], "requests");
        await close(browser);
        await until(faces, (list) => list.length === 0, "the page's fonts as they were");
      }
    },
  },
  {
    name: "appearance: fonts and colours as the browser has them",
    async run(world) {
      const { browser } = world;
      await browser.colorScheme("light");
      await choose(browser, { theme: "sepia", font: "mono" });
      await openArticle(world);
      assert.match(await styleOf(browser, "fontFamily"), /mono/i);
      await clickControl(browser, "Appearance");
      await clickControl(browser, "Use my browser");
      const asBrowser = await browser.evaluate(() => {
        const frame = document.createElement("iframe");
        document.body.append(frame);
        const { fontFamily, fontSize } = getComputedStyle(/** @type {Document} */ (frame.contentDocument).body);
        frame.remove();
        return [fontFamily, fontSize];
      });
      assert.deepEqual([await styleOf(browser, "fontFamily"), await styleOf(browser, "fontSize")], asBrowser);
      assert.equal(await styleOf(browser, "backgroundColor", "dialog"), "rgb(255, 255, 255)");
    },
  },
  {
    name: "appearance: what the browser's own look overrules cannot be operated, and says why; fonts are named in themselves",
    async run(world) {
      const { browser } = world;
      await forget(browser);
      await openArticle(world);
      await clickControl(browser, "Appearance");
      const fields = () => inControls(browser, `return ["theme", "font", "align"].map((name) => { const group = all("fieldset." + name)[0]; const why = group.querySelector(".why");
        return [group.disabled, why !== null && getComputedStyle(why).display !== "none" && group.getAttribute("aria-describedby") === why.id]; }).join(" ");`);
      assert.equal(await fields(), "false,false false,false false,false");
      assert.match(await inControls(browser, `return all('.font [data-option="dyslexic"] span').map((each) => getComputedStyle(each).fontFamily).join();`), /^"Clearleaf Dyslexic"/);
      await until(() => browser.evaluate(() => [...document.fonts].map((face) => `${face.family.replaceAll('"', "")} ${face.status}`).toSorted().join()), (faces) => faces === "Clearleaf Atkinson loaded,Clearleaf Dyslexic loaded", "the faces of their names");
      await clickControl(browser, "Use my browser");
      await until(fields, (now) => now === "true,true true,true false,false", "theme and font to be out of use");
      assert.equal(await inControls(browser, `return all("fieldset.theme .why")[0].textContent;`), "Has no effect while “Use my browser’s fonts and colours” is on.");
      assert.deepEqual(await violationsInReader(browser), []);
      await clickControl(browser, "Use my browser");
      await until(fields, (now) => now === "false,false false,false false,false", "them to be in use again");
      await closeBoth(browser);
      assert.deepEqual(await browser.evaluate(() => [...document.fonts].length), 0);
      await openOptions(browser);
      await clickOn(browser, "Use my browser", "#look");
      await until(() => browser.evaluate(() => [...document.querySelectorAll("fieldset")].filter((each) => each.disabled).map((each) => each.className).join()), (disabled) => disabled === "field choice theme,field choice font", "the same in the options");
      await forget(browser);
    },
  },
  {
    name: "appearance: size, height, width, spacing, alignment, hyphens",
    async run(world) {
      const { browser } = world;
      await choose(browser, { size: 200, lineHeight: 200, width: 40, letterSpacing: 10, wordSpacing: 20, align: "justify", hyphens: true });
      await openArticle(world);
      const size = parseFloat(await styleOf(browser, "fontSize"));
      assert.equal(size, 40);
      assert.equal(parseFloat(await styleOf(browser, "lineHeight")), 80);
      assert.equal(parseFloat(await styleOf(browser, "letterSpacing")), 4);
      assert.equal(parseFloat(await styleOf(browser, "wordSpacing")), 8);
      assert.equal(await styleOf(browser, "textAlign"), "justify");
      assert.equal(await styleOf(browser, "hyphens"), "auto");
      assert.equal(await look(browser, `return dialog.querySelector("article").lang;`), "en");
      assert.equal(await look(browser, `return Math.round(dialog.querySelector("article").getBoundingClientRect().width);`), 720);
    },
  },
  {
    name: "appearance: style rules of one's own change the look, and load nothing whatever they say",
    async run(world) {
      const { browser, server } = world;
      await choose(browser, { css: `${LOADING.join("\n")} p { color: rgb(1, 2, 3) } @media screen { .content { text-indent: 7px; background: linear-gradient(red, blue) } }` });
      await openArticle(world);
      assert.equal(await styleOf(browser, "color", ".content p"), "rgb(1, 2, 3)");
      assert.equal(await styleOf(browser, "textIndent"), "7px");
      assert.match(await styleOf(browser, "backgroundImage"), /linear-gradient/);
      await pause(500);
      assert.deepEqual(server.log.filter(({ host }) => host.includes("evil")), []);
      // One at a time, so that no rule hides behind another.
      for (const rule of LOADING) {
        await close(browser);
        await choose(browser, { css: rule });
        await openArticle(world);
        await pause(50);
        assert.deepEqual(server.log.filter(({ host }) => host.includes("evil")), [], rule);
      }
      await forget(browser);
    },
  },
  ...["by keyboard", "by pointer"].map((how) => ({
    name: `appearance: style rules of one site are written beside the article, and seen at once, ${how}; a reset leaves them`,
    /** @param {import("../lib/suite.mjs").World} world */
    async run(world) {
      const { browser, server } = world;
      /** @param {string} name @param {string} key */
      const press = (name, key) => (how === "by pointer" ? clickControl(browser, name) : tabTo(browser, name).then(() => browser.press(key)));
      const colour = () => styleOf(browser, "color", ".content p");
      const isOffered = () => inControls(browser, `return control("Your own style rules")?.checkVisibility() === true;`);
      await choose(browser, { css: "p { color: teal }" });
      await openArticle(world);
      await browser.press("a");
      assert.equal(await isOffered(), false, "those of all sites are written in the options");
      await press("Only for 127.0.0.1", "Space");
      await until(isOffered, (offered) => offered, "the site's own");
      assert.equal((await kept(browser))["settings of 127.0.0.1"].css, undefined, "what holds for all is not the site's");
      await press("Your own style rules", "Enter");
      await press("Style rules", "End");
      await browser.press("End");
      await type(browser, " p { color: navy }");
      await until(colour, (now) => now === "rgb(0, 0, 128)", "the rule to be seen");
      await until(() => kept(browser), (items) => items["settings of 127.0.0.1"].css === "p { color: teal } p { color: navy }", "the rule to be kept");
      await press("Reset", "Enter");
      await until(() => inControls(browser, `return all(".spoken")[0].textContent;`), (said) => said.startsWith("Appearance is back"), "the reset");
      assert.equal(await colour(), "rgb(0, 0, 128)");
      await browser.press("Escape");
      await close(browser);
      await browser.open(server.page("/settings", article()).replace("127.0.0.1", "localhost"));
      await openReader(browser);
      assert.equal(await colour(), "rgb(0, 128, 128)", "on another site");
      // As a page could have it said, were it to speak for the reader.
      await inControls(browser, `return Promise.all([globalThis.clearleaf.tell({ verb: "site-css", css: "p { color: red }" }), globalThis.clearleaf.tell({ verb: "change-settings", values: { css: "p { color: red }" } })]);`);
      assert.deepEqual([(await kept(browser)).settings.css, Object.keys(await kept(browser)).toSorted()], ["p { color: teal }", ["settings", "settings of 127.0.0.1"]]);
      await close(browser);
      await forget(browser);
    },
  })),
  {
    name: "appearance: the raw control: the same rules in a page do load",
    async run({ browser, server }) {
      await browser.open(server.page("/control", `<!doctype html><style>${LOADING[3]}</style><p>A paragraph</p>`));
      await until(async () => server.log.some(({ host }) => host.includes("evil")), (loaded) => loaded, "the request");
    },
  },
];
