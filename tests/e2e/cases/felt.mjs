/** Pages that would be held up by being read: the reader is asked first. */
import assert from "node:assert/strict";
import { opensByItself, switchOff, switchOn } from "../lib/always.mjs";
import { article } from "../lib/pages.mjs";
import { close, isOpen, isSaid, openReader, pause, until } from "../lib/reader.mjs";

/** @typedef {import("../lib/driver").Driver} Driver */

const FELT = article("", "<p>A line of a text, as there are many of them here.</p>".repeat(30_000));

/** @param {Driver} browser @param {boolean} said */
const waitAsked = (browser, said = true) => until(() => isSaid(browser, "Felt"), (is) => is === said, said ? "the question" : "the question to go");

/** @param {Pick<import("../lib/suite.mjs").World, "browser" | "server">} world */
async function asked({ browser, server }) {
  // What the driver runs there has a tab of its own, and where one comes a popup goes.
  await browser.extension(() => 0);
  await browser.open(server.page("/felt", FELT));
  await browser.clickAction();
  await waitAsked(browser);
}

/** Runs in an extension page: presses the button of what is asked. In a popup the driver cannot point at it. */
function press() {
  const api = /** @type {any} */ (globalThis).browser ?? chrome;
  const asking = api.extension.getViews().find((/** @type {Window} */ view) => view.location.hash.startsWith("#Felt"))?.document;
  const button = asking?.querySelector("button");
  if (button == null) return null;
  button.click();
  return [button.textContent, asking.querySelector("h1").textContent];
}

/**
 * A popup goes when anything else takes the focus, and who presses the button again is asked again.
 *
 * @param {Driver} browser
 */
async function answer(browser) {
  return until(
    async () => {
      const pressed = await browser.extension(press);
      if (pressed === null && !(await isSaid(browser, "Felt"))) await browser.clickAction();
      return pressed;
    },
    (pressed) => pressed !== null,
    "the button",
    20_000,
  );
}

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  {
    name: "felt: a page of 30,000 paragraphs is read when the reader says so, and not before",
    async run({ browser, server }) {
      await asked({ browser, server });
      await pause(300);
      assert.equal(await isOpen(browser), false);
      assert.deepEqual(await answer(browser), ["Read it", "A very large page"]);
      await until(() => isOpen(browser), (open) => open, "the reader to open", 30_000);
      await waitAsked(browser, false);
      await close(browser);
    },
  },
  {
    name: "felt: the button closes such a reader, and asks again the next time",
    async run({ browser, server }) {
      await asked({ browser, server });
      await answer(browser);
      await until(() => isOpen(browser), (open) => open, "the reader to open", 30_000);
      await pause(600);
      await browser.clickAction();
      await until(() => isOpen(browser), (open) => !open, "the reader to close");
      await browser.clickAction();
      await waitAsked(browser);
      assert.equal(await isOpen(browser), false);
    },
  },
  {
    name: "felt: on a site that is always on, such a page neither opens nor asks by itself",
    async run({ browser, server, ...world }) {
      await switchOn({ browser, server, ...world });
      await browser.open(server.page("/felt", FELT));
      assert.equal(await opensByItself(browser), false);
      assert.equal(await isSaid(browser), false);
      await browser.clickAction();
      await waitAsked(browser);
      await browser.closeOthers();
      await browser.open(server.page("/a", article()));
      await close(browser);
      await switchOff(browser);
    },
  },
  {
    name: "felt: what comes after an answered question is read as ever",
    async run({ browser, server }) {
      await asked({ browser, server });
      await browser.closeOthers();
      await browser.open(server.page("/ordinary", article()));
      await openReader(browser);
      await close(browser);
    },
  },
];
