/** What stands around the article: how long it takes, what the publisher says about access, and where the core is not sure what the article is. */
import assert from "node:assert/strict";
import { clickControl, said } from "../lib/controls.mjs";
import { article, links } from "../lib/pages.mjs";
import { close, look, openReader, readText, until } from "../lib/reader.mjs";

const LOCKED = `<script type="application/ld+json">{ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "The ferry that came early", "isAccessibleForFree": false }</script>`;

const ASKING = `<div class="donation-box"><h3>Support the Harbour Post</h3><p>We are read by many and paid by few. Please donate if you can.</p><a href="https://harbour.example/donate">Donate now</a></div>`;

/** The first links of the page, as any page has them. */
const SIGN_IN = `<a href="/login?from=story">Sign in</a>`;

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "around: the head says how long the article takes",
    async run({ browser, server }) {
      await browser.open(server.page("/around-short", article()));
      await openReader(browser);
      assert.match((await readText(browser)).details, /(?:^|[^\d])[1-3] min read$/);
      await close(browser);
      const long = Array.from({ length: 120 }, (_, at) => `<p>Watch ${at + 1}. The harbour lay quiet while the crew waited for the tide of day ${at + 1}, and nobody on the quay spoke a word about it until the bell rang.</p>`).join("");
      await browser.open(server.page("/around-long", article("", long)));
      await openReader(browser);
      const { details } = await readText(browser);
      const minutes = Number(/(\d+) min read$/.exec(details)?.[1]);
      assert.ok(minutes >= 10 && minutes <= 20, `${details}, for about 3,300 words`);
      await close(browser);
    },
  },
  {
    name: "around: what is for subscribers is said as the publisher says it, with its own way in, and how to support the site",
    async run({ browser, server }) {
      const url = server.page("/around-locked", article(SIGN_IN, ASKING, { head: LOCKED }));
      await browser.open(url);
      await openReader(browser);
      const foot = await look(browser, `return [...dialog.querySelectorAll("article > footer > p")].map((line) => [line.textContent, line.querySelector("a")?.href ?? null, line.lang]);`);
      assert.deepEqual(foot, [
        ["According to the publisher, part of this article is for subscribers. Sign in or subscribe on the publisher’s site", new URL("/login?from=story", url).href, "en"],
        ["Support harbour.example", "https://harbour.example/donate", "en"],
      ]);
      await close(browser);
    },
  },
  {
    name: "around: a page that is hardly an article is offered as the best guess, and that is said of it",
    async run({ browser, server }) {
      await browser.open(server.page("/around-links", links));
      await openReader(browser);
      assert.equal((await readText(browser)).title, "No article on this page");
      await clickControl(browser, "Read the best guess");
      await until(() => look(browser, `return dialog.querySelector(".content")?.textContent ?? "";`), (text) => text.includes("Harbour office"), "the guess");
      assert.match(await said(browser), /not sure/i);
      await close(browser);
    },
  },
];
