/** Pages where extensions may not run: the button explains itself. */
import assert from "node:assert/strict";
import { pause, until } from "../lib/reader.mjs";

/** @param {import("../lib/driver").Driver} browser */
const explanation = async (browser) => (await browser.urls()).find((url) => url.includes("/unavailable.html#")) ?? null;

const PAGES = {
  chromium: ["chrome://version/", "chrome://extensions/"],
  firefox: ["about:support", "about:addons"],
};

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "the browser's own pages: the button explains itself",
    async run({ browser }) {
      for (const page of PAGES[browser.name]) {
        await browser.closeOthers();
        await browser.open(page);
        await pause(300);
        await browser.clickAction();
        const url = await until(() => explanation(browser), (found) => found !== null, `an explanation on ${page}`);
        assert.match(String(url), /#Browser$/);
      }
    },
  },
  {
    name: "a PDF: the button explains itself",
    async run({ browser, server }) {
      await browser.open(server.page("/paper.pdf", { body: PDF, headers: { "content-type": "application/pdf" } }));
      await pause(500);
      await browser.clickAction();
      const url = await until(() => explanation(browser), (found) => found !== null, "an explanation");
      assert.match(String(url), /#(Document|Other)$/);
    },
  },
  {
    name: "a feed: the button explains itself",
    async run({ browser, server }) {
      await browser.open(server.page("/feed.xml", { body: FEED, headers: { "content-type": "application/xml" } }));
      await browser.clickAction();
      const url = await until(() => explanation(browser), (found) => found !== null, "an explanation");
      assert.match(String(url), /#Document$/);
    },
  },
  {
    name: "a picture: the button explains itself",
    async run({ browser, server }) {
      await browser.open(`${server.origin}/assets/map.png`);
      await browser.clickAction();
      const url = await until(() => explanation(browser), (found) => found !== null, "an explanation");
      assert.match(String(url), /#Document$/);
    },
  },
];

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title><item><title>Early ferry</title></item></channel></rss>`;

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
