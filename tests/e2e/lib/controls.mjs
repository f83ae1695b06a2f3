/**
 * The reader's controls, in their closed shadow roots: no page sees into those, but browsers let an extension's own
 * content scripts do so. Looked at from there, operated by real clicks and keys.
 */
import { standsStill, until } from "./reader.mjs";

/** @typedef {import("./driver").Driver} Driver */

/**
 * Runs in the extension's world of the page. Its source is put in front of what uses it: the dialog, all elements in
 * closed roots, a control by its name.
 */
const FIND = `
  const rootOf = (element) => (globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element)) ?? element.openOrClosedShadowRoot ?? null;
  const dialog = [...document.documentElement.children].map((element) => element.shadowRoot?.querySelector("dialog.reader")).find((element) => element);
  const roots = [...(dialog?.querySelectorAll("div") ?? [])].map(rootOf).filter((root) => root !== null);
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const nameOf = (element) => (element.ariaLabel ?? (element.closest("label") ?? element).textContent).replace(/\\s+/g, " ").trim();
  const control = (name) => all("button, input, select, textarea, a[href], summary, [tabindex]").find((element) => nameOf(element).startsWith(name)) ?? null;
  const panel = () => all(":popover-open")[0] ?? null;
  const focused = () => {
    let element = document.activeElement;
    for (let root = element && rootOf(element); root?.activeElement; root = rootOf(element)) element = root.activeElement;
    return element;
  };`;

/**
 * @param {Driver} browser
 * @param {string} body statements that may use what `FIND` finds, and `args`, and return a value
 * @param {unknown[]} args
 */
export const inControls = (browser, body, ...args) =>
  browser.extension(
    `async (...args) => {
      const api = globalThis.browser ?? chrome;
      const [tab] = await api.tabs.query({ active: true });
      const func = (args) => { ${FIND} ${body} };
      const [outcome] = await api.scripting.executeScript({ target: { tabId: tab.id }, func, args: [args] });
      return outcome.result ?? null;
    }`,
    ...args,
  );

/**
 * Where a control is, in its middle or at another part of its width, once it stands still: a panel grows when what it is set in has come.
 *
 * @param {Driver} browser
 * @param {string} name what it is called, or how that begins
 * @param {number} along
 * @returns {Promise<[number, number]>}
 */
function placeOf(browser, name, along) {
  /** @returns {Promise<[number, number]>} */
  const look = () =>
    inControls(
      browser,
      `const found = control(args[0]);
       // Only what is out of view: the toolbar, asked to come into view, would take the article along.
       const at = found?.getBoundingClientRect();
       if (at && (found.closest(".panel") || at.top < 0 || at.bottom > innerHeight)) found.scrollIntoView({ block: "nearest" });
       const { left, top, width, height } = found?.getBoundingClientRect() ?? {};
       return width > 0 ? [left + width * args[1], top + height / 2] : null;`,
      name,
      along,
    );
  return until(look, standsStill(), `a control called "${name}"`);
}

/**
 * A real click in the middle of a control.
 *
 * @param {Driver} browser
 * @param {string} name what it is called, or how that begins
 * @param {number} [along] not in the middle: at this part of its width
 */
export async function clickControl(browser, name, along = 0.5) {
  await browser.click(...(await placeOf(browser, name, along)));
}

/**
 * The same by finger.
 *
 * @param {Driver} browser
 * @param {string} name
 */
export async function tapControl(browser, name) {
  await browser.tap(...(await placeOf(browser, name, 0.5)));
}

/**
 * @param {Driver} browser
 * @returns {Promise<string | null>} the name of the panel that is open
 */
export const openPanel = (browser) => inControls(browser, `return panel()?.ariaLabel ?? null;`);

/** @param {Driver} browser @returns {Promise<string>} what is said outside the article: notices, doubts */
export const said = (browser) => inControls(browser, `return all("p").map((each) => each.textContent).join();`);

/**
 * Tab by Tab to a control, as those go who use no pointer.
 *
 * @param {Driver} browser
 * @param {string} name
 * @param {"Tab" | "Shift+Tab"} [key]
 */
export async function tabTo(browser, name, key = "Tab") {
  for (let presses = 0; presses < 60; presses += 1) {
    const here = await inControls(browser, `const on = focused(); return on === null ? "" : nameOf(on);`);
    if (here.startsWith(name)) return;
    await browser.press(key);
  }
  throw new Error(`60 times ${key}, and never on "${name}"`);
}
