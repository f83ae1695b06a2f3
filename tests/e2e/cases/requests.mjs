/** Requests, counted: with everything opened that there is to open, the browser asks for the article's own pictures and nothing else. */
import assert from "node:assert/strict";
import { clickControl, openPanel } from "../lib/controls.mjs";
import { clickOn, openOptions } from "../lib/options.mjs";
import { look, openReader, pause, until } from "../lib/reader.mjs";
import { choose, forget } from "../lib/settings.mjs";
import { article } from "./pages.mjs";

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
];
