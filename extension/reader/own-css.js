/**
 * Style rules of the reader's own. They may change how the article looks and nothing else: a style sheet found somewhere
 * and pasted here must not be able to tell anyone what is read. So nothing in it may load: rules and functions are let
 * through by name, and a rule with anything else in it is left out whole.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  // Not those that import or bring fonts, and none that will yet be invented.
  const RULES = new Set([
    "CSSStyleRule", "CSSNestedDeclarations", "CSSMediaRule", "CSSSupportsRule", "CSSContainerRule", "CSSLayerBlockRule", "CSSScopeRule",
    "CSSKeyframesRule", "CSSKeyframeRule",
  ]);

  /** Functions that take numbers, colours and names, never an address. No `url`, `src`, `image-set`, `image`, `attr`. */
  const FUNCTIONS = new Set(
    `calc min max clamp round mod rem abs sign sin cos tan atan atan2 pow sqrt hypot log exp var env
     rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color
     linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
     translate translatex translatey translatez translate3d rotate scale scalex scaley skew skewx skewy matrix
     blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
     counter counters cubic-bezier steps linear repeat minmax fit-content inset circle ellipse polygon`.trim().split(/\s+/),
  );

  /**
   * The declarations as the browser wrote them out again. Escapes are gone from them except in custom properties, which
   * stay as they were typed: there `u\72l(` would still become `url(`.
   *
   * @param {string} text
   */
  const loadsNothing = (text) =>
    !text.includes("\\") && [...text.matchAll(/([^\s,()/*:;'"+]*)\(/g)].every(([, name]) => name === "" || FUNCTIONS.has((name ?? "").toLowerCase()));

  /**
   * @param {CSSStyleSheet | CSSGroupingRule} parent
   * @returns {number} rules left out
   */
  function prune(parent) {
    let left = 0;
    for (let index = parent.cssRules.length - 1; index >= 0; index -= 1) {
      const rule = /** @type {CSSStyleRule & CSSGroupingRule} */ (parent.cssRules[index]);
      // By the name of its kind: a content script does not have every class of rules as a global.
      const kind = Object.prototype.toString.call(rule).slice(8, -1);
      if (!RULES.has(kind) || (rule.style !== undefined && !loadsNothing(rule.style.cssText))) {
        left += 1;
        parent.deleteRule(index);
      } else if (kind === "CSSKeyframesRule") {
        const frames = [.../** @type {CSSKeyframesRule} */ (/** @type {unknown} */ (rule)).cssRules];
        if (frames.some((frame) => !loadsNothing(/** @type {CSSKeyframeRule} */ (frame).style.cssText))) {
          left += 1;
          parent.deleteRule(index);
        }
      } else if (rule.cssRules !== undefined) {
        left += prune(rule);
      }
    }
    return left;
  }

  shared.ownSheet = (css) => {
    // Pruned before anything adopts it: until then nothing in it is loaded.
    const sheet = shared.sheet(css);
    return { sheet, left: prune(sheet) };
  };
}
