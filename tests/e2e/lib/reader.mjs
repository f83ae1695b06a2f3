/**
 * What a test asks of the reader: from the page's own world (as any script of the page could) or of the extension.
 */
import assert from "node:assert/strict";

/** @typedef {import("./driver").Driver} Driver */

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @param {(value: T) => unknown} wanted
 * @param {string} what
 * @param {number} [ms]
 * @returns {Promise<T>}
 */
export async function until(ask, wanted, what, ms = 8_000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await ask();
    if (wanted(value)) return value;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}; last: ${JSON.stringify(value)}`);
    await pause(60);
  }
}

/**
 * Whether a place is the same as when it was last asked for: what stands around a control may still come.
 *
 * @returns {(point: [number, number] | null) => boolean}
 */
export function standsStill() {
  let before = "";
  return (point) => {
    const still = point !== null && String(point) === before;
    before = String(point);
    return still;
  };
}

/**
 * Runs in the page. The reader's dialog, as a page script would look for it.
 * Its source is put in front of functions that use it.
 */
const FIND = `const dialog = [...Object.getOwnPropertyDescriptor(Document.prototype, "documentElement").get.call(document).children]
  .map((element) => element.shadowRoot?.querySelector("dialog.reader")).find((element) => element) ?? null;`;

/**
 * @param {Driver} browser
 * @param {string} body statements that may use `dialog` and return a value
 * @param {unknown[]} args as `args` in the body
 */
export const look = (browser, body, ...args) => browser.evaluate(`async (...args) => { ${FIND} ${body} }`, ...args);

/**
 * Brings an element of the article into view, and tells where its middle is.
 *
 * @param {Driver} browser
 * @param {string} selector
 * @returns {Promise<[number, number]>}
 */
export const middleOf = (browser, selector) =>
  look(
    browser,
    `const found = dialog.querySelector(args[0]);
     // Something else may still be scrolling.
     for (let before = ""; ; ) {
       found.scrollIntoView({ block: "center" });
       await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
       const { left, top, width, height } = found.getBoundingClientRect();
       const middle = [left + width / 2, top + height / 2];
       if (String(middle) === before) return middle;
       before = String(middle);
     }`,
    selector,
  );

/**
 * Clicks an element of the article in the middle.
 *
 * @param {Driver} browser
 * @param {string} selector
 */
export async function clickInArticle(browser, selector) {
  await browser.click(...(await middleOf(browser, selector)));
}

/** @param {Driver} browser @param {string} selector */
export const isThere = (browser, selector) => look(browser, `return dialog.querySelector(args[0]) !== null;`, selector);

/**
 * @param {Driver} browser
 * @param {string} property
 * @param {string} [selector]
 * @returns {Promise<string>}
 */
export const styleOf = (browser, property, selector = ".content") =>
  look(browser, `return getComputedStyle(dialog.matches(args[0]) ? dialog : dialog.querySelector(args[0]))[args[1]];`, selector, property);

/** Whether the page stands still, its pictures and fonts there and nothing fading in. @param {Driver} browser */
export const isStill = (browser) =>
  browser.evaluate(() => {
    const shadows = Array.from(document.documentElement.children, (child) => child.shadowRoot).filter((root) => root !== null);
    return [document, ...shadows].every((root) => {
      const arrived = [...root.querySelectorAll("img")].every((image) => image.complete || image.loading === "lazy");
      return arrived && root.getAnimations().every((animation) => animation.playState !== "running") && document.fonts.status === "loaded";
    });
  });

/** The ground of that theme, as `styleOf` gives it. */
export const SEPIA = "rgb(245, 234, 214)";

/** @param {Driver} browser */
export const loadPictures = (browser) =>
  look(browser, `for (const image of dialog.querySelectorAll("img")) image.loading = "eager"; await Promise.all([...dialog.querySelectorAll("img")].map((image) => image.decode()));`);

/** @param {Driver} browser @returns {Promise<boolean>} */
export const isOpen = (browser) => look(browser, `return dialog?.matches(":modal") === true;`);

/**
 * The real button, and then the reader.
 *
 * @param {Driver} browser
 */
export async function openReader(browser) {
  await browser.clickAction();
  // Over a large page it stands for a moment before there is anything in it.
  const isFilled = () => look(browser, `return dialog?.matches(":modal") === true && dialog.querySelector("main") !== null;`);
  await until(isFilled, (open) => open, "the reader to open").catch(async (error) => {
    throw new Error(`${error.message}; open are ${(await browser.urls()).join(" ")}`, { cause: error });
  });
}

/**
 * Whether the button has said why there is no reader, or that it takes long.
 *
 * @param {Driver} browser
 * @param {string} [reason] as it stands in the address; any, if there is none
 */
export const isSaid = async (browser, reason = "") => (await browser.urls()).some((url) => url.includes(`/unavailable.html#${reason}`));

/** @param {Driver} browser */
export async function waitClosed(browser) {
  await until(() => isOpen(browser), (open) => !open, "the reader to close");
}

/** @param {Driver} browser */
export async function close(browser) {
  await browser.press("Escape");
  await waitClosed(browser);
}

/**
 * What is open in it first, then the reader.
 *
 * @param {Driver} browser
 */
export async function closeBoth(browser) {
  await browser.press("Escape");
  await close(browser);
}

/** A click this early counts as the second half of a double click. */
export const SETTLE_MS = 550;

/** @type {Record<string, (browser: Driver) => Promise<void>>} */
export const WAYS_OUT = {
  async button(browser) {
    await pause(SETTLE_MS);
    await browser.clickAction();
  },
  Escape: (browser) => browser.press("Escape"),
  "close button": (browser) => clickIn(browser, ".bar", "end"),
};

/**
 * A trusted click on one of the controls. Nothing outside can see into their closed shadow root, so the click goes to
 * where the control must be.
 *
 * @param {Driver} browser
 * @param {string} selector the holder of the controls
 * @param {"start" | "end"} which
 */
async function clickIn(browser, selector, which) {
  const [x, y] = await look(
    browser,
    `const { left, right, top, height } = dialog.querySelector(args[0]).getBoundingClientRect();
     return [args[1] === "end" ? right - 18 : left + 18, top + height / 2];`,
    selector,
    which,
  );
  await browser.click(x, y);
}

/** @param {Driver} browser */
export const readText = (browser) =>
  look(
    browser,
    `const text = (selector) => dialog?.querySelector(selector)?.textContent.replace(/\\s+/g, " ").trim() ?? null;
     return { title: text("h1"), site: text(".site"), byline: text(".byline"), details: text(".details"), content: text(".content"),
       all: text("main"), lang: dialog?.querySelector("article")?.lang, dir: dialog?.querySelector("article")?.dir };`,
  );

/**
 * Everything of the page that the reader must leave as it was.
 *
 * @param {Driver} browser
 */
export const pageState = (browser) =>
  browser.evaluate(() => ({
    html: document.documentElement.outerHTML,
    attributes: [...document.documentElement.attributes, ...document.body.attributes].map((each) => `${each.name}=${each.value}`),
    scroll: [Math.round(scrollX), Math.round(scrollY)],
    focus: document.activeElement?.outerHTML ?? null,
    sheets: document.adoptedStyleSheets.map((sheet) => sheet.cssRules[0]?.cssText),
    overflow: getComputedStyle(document.documentElement).overflow,
    inert: document.elementFromPoint(innerWidth / 2, innerHeight / 2) === null,
    history: history.length,
    url: location.href,
  }));

/**
 * What the content script says of itself; asked from the extension, because the page cannot.
 *
 * @param {Driver} browser
 */
export const status = (browser) =>
  browser.extension(async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const [tab] = await api.tabs.query({ active: true });
    return api.tabs.sendMessage(tab.id, { verb: "status" }, { frameId: 0 });
  });

/**
 * @param {string} text
 * @param {string[]} phrases that must stand in it, in this order
 */
export function assertInOrder(text, phrases) {
  let from = 0;
  for (const phrase of phrases) {
    const at = text.indexOf(phrase.replace(/\s+/g, " "), from);
    assert.ok(at >= 0, `"${phrase}" is ${text.includes(phrase) ? "out of order" : "missing"}`);
    from = at + phrase.length;
  }
}
