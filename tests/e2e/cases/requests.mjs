/** Requests, counted: with everything opened that there is to open, the browser asks for the article's own pictures and nothing else. */
import assert from "node:assert/strict";
import { clickControl, openPanel } from "../lib/controls.mjs";
import { clickOn, openOptions } from "../lib/options.mjs";
import { article } from "../lib/pages.mjs";
import { look, openReader, pause, until } from "../lib/reader.mjs";
import { choose, forget } from "../lib/storage.mjs";

const PICTURES = ["/assets/harbour.jpg", "/assets/cable-drum.jpg"];
const BODY = `${PICTURES.map((path) => `<figure><img src="${path}" alt="A picture" width="600" height="400"><figcaption>A picture of the day.</figcaption></figure>`).join("")}
  <p>The keeper wrote the rule down for whoever would count after him, in the only language that he trusted:</p><pre><code class="language-python">def count(crates):\n    return len(crates) + 1\n</code></pre><p>It has been right ever since.</p>
  <table><tr><th>What</th><th>How many</th></tr><tr><td>Cod</td><td>40</td></tr></table>
  <aside class="related"><h2>Read more</h2><ul><li><a href="/a">A bridge at last for the mainland</a></li></ul></aside>`;

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "requests: none but the article's pictures, whatever is opened, changed and put back; none from the extension's pages",
    async run({ browser, server }) {
      await choose(browser, { font: "atkinson", css: "p { background: url(http://evil.example/x) }" });
      await browser.open(server.page("/requests", article("", BODY)));
      await browser.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      server.log.length = 0;
      await openReader(browser);
      await until(() => look(browser, `return dialog.querySelectorAll("pre span[class^=hljs]").length;`), (count) => count > 3, "colours");
      await look(browser, `for (const image of dialog.querySelectorAll("img")) image.loading = "eager"; await Promise.all([...dialog.querySelectorAll("img")].map((image) => image.decode()));`);
      for (const key of ["o", "a", "?", "r"]) {
        await browser.press(key);
        assert.notEqual(await openPanel(browser), null, key);
        if (key !== "r") await browser.press("Escape");
      }
      await clickControl(browser, "Links to other articles");
      await clickControl(browser, "Put back");
      await until(() => look(browser, `return dialog.querySelector(".content").textContent.includes("A bridge at last");`), (there) => there, "what was put back");
      await browser.press("Escape");
      await browser.press("+");
      await browser.press("x");
      await browser.press("Escape");
      await browser.press("Escape");
      await openOptions(browser);
      await clickOn(browser, "OpenDyslexic");
      await clickOn(browser, "Export", "#backup");
      await openOptions(browser, "privacy");
      await pause(300);
      const pictures = server.log.filter(({ path }) => PICTURES.includes(path));
      console.log(`      ${server.log.length} requests, ${pictures.length} of them for the article's ${PICTURES.length} pictures`);
      assert.deepEqual(server.log.filter((request) => !pictures.includes(request)), []);
      assert.ok(pictures.length <= 2 * PICTURES.length, "each at most once for each reading");
      await forget(browser);
    },
  },
  {
    name: "requests: a film's poster and the lead picture come without a referrer, the lead picture when it is seen, and none that counts",
    async run({ browser, server }) {
      // The page itself tells its own pictures where it is; what the reader asks for differs only in that.
      const unsafe = `<meta name="referrer" content="unsafe-url">`;
      const film = `<video poster="/assets/cable-drum.jpg" width="600" height="338" controls preload="none" src="/assets/none.mp4"></video>`;
      await browser.open(server.page("/film", article("", `${film}<p>The film shows how the cable was laid, from the first drum to the last.</p>`, { head: unsafe })));
      await until(() => Promise.resolve(server.log.length), (count) => count > 1, "the page's own poster");
      assert.ok(server.log.some(({ referrer }) => referrer?.endsWith("/film")), "the page's own requests tell");
      server.log.length = 0;
      await openReader(browser);
      const shown = await look(browser, `for (const image of dialog.querySelectorAll("img")) { image.loading = "eager"; await image.decode(); }
        return [...dialog.querySelectorAll("img, video")].map((each) => [each.localName, each.getAttribute("poster"), each.referrerPolicy ?? null]);`);
      assert.deepEqual(shown, [["img", null, "no-referrer"], ["video", null, null]]);
      assert.deepEqual(server.log.filter(({ referrer }) => referrer !== undefined), []);
      const places = await look(browser, `return [...dialog.querySelectorAll(".content img, .content video")].map((each) => each.getBoundingClientRect()).map(({ left, top, width, height }) => [left, top, width, height].map(Math.round));`);
      assert.deepEqual(places[0], places[1], "the poster lies over its film");
      assert.equal(await look(browser, `return dialog.querySelector(".content .enlarge");`), null);
      // Without a sound it may begin by itself.
      await look(browser, `const film = dialog.querySelector("video"); film.muted = true; film.play().catch(() => undefined);`);
      const isShown = () => look(browser, `return dialog.querySelector(".content img").checkVisibility();`);
      await until(isShown, (shown) => !shown, "the poster to go when the film plays");

      const lead = (/** @type {string} */ address) => `${unsafe}<meta property="og:image" content="${address}">`;
      await browser.open(server.page("/lead", article("", "", { head: lead("/assets/harbour.jpg") })));
      server.log.length = 0;
      await openReader(browser);
      const [loading, policy] = await look(browser, `const image = dialog.querySelector(".lead img"); await image.decode(); return [image.loading, image.referrerPolicy];`);
      assert.deepEqual([loading, policy], ["lazy", "no-referrer"]);
      assert.deepEqual(server.log.filter(({ path, referrer }) => path !== "/assets/harbour.jpg" || referrer !== undefined), []);

      for (const address of ["https://www.facebook.com/tr?id=1", "https://www.facebook.com./tr?id=1", "/matomo.php?idsite=1"]) {
        await browser.open(server.page("/counted", article("", "", { head: lead(address) })));
        server.log.length = 0;
        await openReader(browser);
        await pause(300);
        assert.equal(await look(browser, `return dialog.querySelector(".lead");`), null, address);
        assert.deepEqual(server.log, [], address);
      }
    },
  },
];
