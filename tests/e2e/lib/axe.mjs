/** axe, run where it can see: in a page, or in the extension's own world of a page, from where closed roots can be looked into. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * @param {import("./driver").Driver} browser
 * @param {string} where an expression: the element or document to look at
 * @param {Record<string, { enabled: boolean }>} [rules]
 * @returns {Promise<string[]>} what axe holds against it
 */
export async function violationsIn(browser, where, rules = {}) {
  return browser.evaluate(
    `async (rules) => {
      const module = { exports: {} };
      (function (module, exports) { ${axe} }).call(window, module, module.exports);
      const { violations, passes } = await module.exports.run(${where}, { rules });
      if (passes.length < 10) return ["axe has seen next to nothing"];
      return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | "));
    }`,
    rules,
  );
}
