/** The background may be ended at any moment. */
import assert from "node:assert/strict";
import { article, chapters } from "../lib/pages.mjs";
import { close, isOpen, openReader, pageState, pause, readText, SETTLE_MS, until, waitClosed } from "../lib/reader.mjs";

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "background ended before each click: opens, closes, opens",
    async run({ browser, server }) {
      await browser.open(server.page("/killed", article()));
      const before = await pageState(browser);
      await browser.killBackground();
      await openReader(browser);
      assert.match((await readText(browser)).content ?? "", /The last paragraph/);
      await pause(SETTLE_MS);
      await browser.killBackground();
      await browser.clickAction();
      await waitClosed(browser);
      assert.deepEqual(await pageState(browser), before);
      await browser.killBackground();
      await openReader(browser);
    },
  },
  {
    name: "extension updated while a reader is open: the button brings the page back, then opens again",
    async run({ browser, server }) {
      await browser.open(server.page("/updated", article()));
      const before = await pageState(browser);
      await openReader(browser);
      await browser.reload();
      await browser.clickAction();
      await waitClosed(browser);
      const { sheets: _, ...after } = await pageState(browser);
      // In Firefox the old script is gone and its sheet stays, without effect: it is bound to the host.
      const { sheets: __, ...expected } = before;
      assert.deepEqual(after, { ...expected, focus: after.focus });
      await openReader(browser);
      await close(browser);
    },
  },
  {
    name: "background ended while a reader is open: Escape still works",
    async run({ browser, server }) {
      await browser.open(server.page("/killed", article()));
      await openReader(browser);
      await browser.killBackground();
      await close(browser);
      assert.equal(await isOpen(browser), false);
    },
  },
  {
    name: "a long page shows on the button that it is being read",
    only: "chromium", // In Firefox the asking page shares its thread with the core, and hears nothing until it is done.
    async run({ browser, server }) {
      await browser.open(server.page("/long", article("", chapters(3_000_000))));
      const badge = () =>
        browser.extension(async () => {
          const [tab] = await chrome.tabs.query({ active: true });
          return chrome.action.getBadgeText({ tabId: /** @type {number} */ (tab?.id) });
        });
      await badge();
      await browser.clickAction();
      await until(badge, (text) => text === "…", "the badge");
      await until(() => isOpen(browser), (open) => open, "the reader to open", 30_000);
      await until(badge, (text) => text === "", "the badge to go");
    },
  },
];
