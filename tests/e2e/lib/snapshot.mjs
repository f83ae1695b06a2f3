/** A snapshot, as the background takes it of the tab in front. */

/**
 * Runs in an extension page: takes a snapshot of the tab in front, and finds each hinted element again by its number.
 *
 * @param {boolean} [wantsHtml]
 */
export async function snapshotAndResolve(wantsHtml) {
  const api = /** @type {any} */ (globalThis).browser ?? chrome;
  const [tab] = await api.tabs.query({ active: true });
  const inExtension = "/background/page.js";
  const { snapshot } = await import(inExtension);
  const start = performance.now();
  const result = await snapshot(tab.id, tab.url, [], true);
  const ms = performance.now() - start;
  const parsed = new DOMParser().parseFromString(result.html, "text/html");
  /** @type {Element[]} */
  const all = [];
  /** @param {Element} element */
  const visit = (element) => {
    all.push(element);
    // Without scripting, as here, its content is parsed; in the page it is text.
    if (element.localName === "noscript") return;
    if (element instanceof HTMLTemplateElement) [...element.content.children].forEach(visit);
    [...element.children].forEach(visit);
  };
  visit(parsed.documentElement);
  const { html, hints, overrides, ...about } = result;
  /** @param {number[]} numbers */
  const ids = (numbers) => numbers.map((index) => all[index]?.id || all[index]?.localName);
  return {
    html: wantsHtml === true ? html : undefined,
    ms,
    about,
    bytes: html.length,
    counted: hints.elements,
    parsed: all.length,
    hidden: ids(hints.hidden),
    fixed: ids(hints.fixed),
    sticky: ids(hints.sticky),
    covering: ids(hints.covering),
    frame: parsed.querySelector("#in-frame")?.outerHTML ?? null,
    images: hints.images.map((/** @type {[number, string]} */ [index, src]) => [all[index]?.id, new URL(src).pathname]),
    shadow: html.includes("In the shadow"),
    said: html.split("The last paragraph ends with the keeper walking home along the sea wall, the logbook under his arm, and the lamp behind him going out by itself.</p>").length - 1,
  };
}
