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

/**
 * What axe does not see in a modal dialog: text that has less than 4.5 times the contrast of its ground, as it is drawn, in the
 * reader and in its closed roots. What cannot be operated may be faint.
 *
 * @param {import("./driver").Driver} browser
 * @returns {Promise<string[]>}
 */
export const faintInReader = (browser) =>
  inControls(
    browser,
    `const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
     const painted = (colour) => {
       canvas.clearRect(0, 0, 1, 1);
       canvas.fillStyle = colour;
       canvas.fillRect(0, 0, 1, 1);
       return [...canvas.getImageData(0, 0, 1, 1).data];
     };
     const luminance = (colour) => {
       const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
       return 0.2126 * r + 0.7152 * g + 0.0722 * b;
     };
     const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
     const groundOf = (element) => {
       for (let at = element; at !== null; at = around(at)) {
         const colour = painted(getComputedStyle(at).backgroundColor);
         if (colour[3] === 255) return colour;
       }
       return [255, 255, 255, 255];
     };
     const faint = [];
     let seen = 0;
     const look = (root) => {
       const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
       for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
         if (node instanceof Element) {
           const inner = node instanceof HTMLElement ? rootOf(node) : null;
           if (inner !== null) look(inner);
           continue;
         }
         const holder = node.parentElement;
         if (holder === null || node.data.trim() === "" || !holder.checkVisibility() || holder.closest(":disabled") !== null) continue;
         seen += 1;
         const [high, low] = [painted(getComputedStyle(holder).color), groundOf(holder)].map(luminance).sort((one, other) => other - one);
         const contrast = (high + 0.05) / (low + 0.05);
         if (contrast < 4.5) faint.push(node.data.trim().slice(0, 30) + ": " + contrast.toFixed(2));
       }
     };
     look(dialog);
     return seen < 10 ? ["there is next to no text"] : faint;`,
  );
