/** axe, run where it can see: in a page, or in the extension's own world of a page, from where closed roots can be looked into. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inControls } from "./controls.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * @param {string} where an expression: the element or document to look at
 * @param {string} rules an expression
 */
const run = (where, rules) => `
  const module = { exports: {} };
  (function (module, exports) { ${axe} }).call(window, module, module.exports);
  const { violations, passes } = await module.exports.run(${where}, { rules: ${rules} });
  if (passes.length < 10) return ["axe has seen next to nothing"];
  return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | "));`;

/**
 * @param {import("./driver").Driver} browser
 * @param {string} where an expression: the element or document to look at
 * @returns {Promise<string[]>} what axe holds against it
 */
export const violationsIn = (browser, where) => browser.evaluate(`async () => { ${run(where, "{}")} }`);

/**
 * The reader with its controls: from the extension's own world, where the closed roots can be laid open for axe to see into.
 *
 * @param {import("./driver").Driver} browser
 * @returns {Promise<string[]>} what axe holds against it
 */
export const violationsInReader = (browser) =>
  inControls(
    browser,
    `return (async () => {
      for (const place of dialog.querySelectorAll("div")) {
        const root = rootOf(place);
        if (root !== null && place.shadowRoot === null) Object.defineProperty(place, "shadowRoot", { value: root, configurable: true });
      }
      // The page below has a <main> too, but it is inert: for no one but axe are there two.
      ${run("{ include: [dialog.getRootNode().host] }", `{ "landmark-no-duplicate-main": { enabled: false } }`)}
    })();`,
  );
