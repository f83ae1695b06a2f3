/** The extension's own pages, as a person operates them: by pointer, by Tab and keys. */
import { standsStill, until } from "./reader.mjs";

/** @typedef {import("./driver").Driver} Driver */

/**
 * @param {Driver} browser
 * @param {string} [page]
 */
export async function openOptions(browser, page = "options") {
  const scheme = browser.name === "chromium" ? "chrome-extension" : "moz-extension";
  await browser.open(`${scheme}://${browser.extensionId}/options/${page}.html`);
  await until(() => browser.evaluate(() => document.querySelector("section h2")?.textContent ?? document.querySelector("h2")?.textContent ?? ""), (text) => text !== "", "the page to be drawn");
}

/**
 * Runs in the page: what a control is called.
 *
 * @param {Element | null} each
 */
function nameOf(each) {
  return (each?.ariaLabel ?? (each?.closest("label") ?? each)?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * A real click in the middle of a control.
 *
 * @param {Driver} browser
 * @param {string} name what it is called, or how that begins
 * @param {string} [section]
 * @param {string} [kind] of several with one name
 */
export async function clickOn(browser, name, section = "body", kind = "button, input, textarea, a, summary") {
  const find = `(name, section, kind) => {
    const found = [...(document.querySelector(section)?.querySelectorAll(kind) ?? [])].find((each) => (${nameOf})(each).startsWith(name));
    found?.scrollIntoView({ block: "center" });
    const { left, top, width, height } = found?.getBoundingClientRect() ?? {};
    return width > 0 ? [left + width / 2, top + height / 2] : null;
  }`;
  const place = await until(() => browser.evaluate(find, name, section, kind), standsStill(), `a control called "${name}"`);
  await browser.click(.../** @type {[number, number]} */ (place));
}

/**
 * Tab by Tab to a control.
 *
 * @param {Driver} browser
 * @param {string} name
 * @param {string} [section]
 */
export async function tabOn(browser, name, section = "body") {
  const here = `(section) => document.activeElement?.closest(section) ? (${nameOf})(document.activeElement) : ""`;
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await browser.evaluate(here, section)).startsWith(name)) return;
    await browser.press("Tab");
  }
  throw new Error(`120 times Tab, and never on "${name}"`);
}

/**
 * @param {Driver} browser
 * @param {string} text
 */
export async function type(browser, text) {
  for (const letter of text) await browser.press(letter === " " ? "Space" : letter === "\n" ? "Enter" : letter);
}

/**
 * Lets a section's picker find a file: the window in which files are chosen is the system's.
 *
 * @param {Driver} browser
 * @param {string} section
 * @param {string} text
 */
export const choseFile = (browser, section, text) =>
  browser.evaluate((where, content) => {
    const files = new DataTransfer();
    files.items.add(new File([content], "file.json", { type: "application/json" }));
    const picker = /** @type {HTMLInputElement} */ (document.querySelector(`${where} input[type=file]`));
    picker.files = files.files;
    picker.dispatchEvent(new Event("change"));
  }, section, text);

/**
 * What a section has written for its export.
 *
 * @param {Driver} browser
 * @param {string} section
 */
export async function exported(browser, section) {
  const file = () => browser.evaluate((where) => /** @type {HTMLAnchorElement} */ (document.querySelector(`${where} a[download]`)).href, section);
  const href = await until(file, (address) => address !== "", "the file");
  return JSON.parse(decodeURIComponent(href.slice(href.indexOf(",") + 1)));
}
