/**
 * Rules: what the reader decided for a site, found again on its other pages and after a redesign. A rule describes an
 * element as a person would: what it is and what it is in (structure), what its names mean (stems, without the machine's
 * suffixes: `names.js`), how its text is made (shape). Never a generated name, never a position.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { localName, matches, parentElement, querySelector, querySelectorAll, textContent } = shared.of;

  /** Ancestors that a rule remembers, innermost first. */
  const AROUND = 3;

  /** Words that the text of an element without telling names begins with. */
  const OPENING = 4;

  /** A rule that fits more of a page than this describes the page, not a part of it. */
  const MOST = 60;

  /** Words are counted in steps; each number is where the next begins. */
  const STEPS = [1, 13, 61, 251];

  /** @param {string} text */
  function stepOf(text) {
    const count = text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
    return STEPS.filter((first) => count >= first).length;
  }

  /** @param {Element} element @returns {import("../types").TextShape} */
  function shapeOf(element) {
    const text = textContent(element) ?? "";
    const linked = Array.from(querySelectorAll(element, "a"), (link) => link.textContent ?? "").join(" ");
    const share = text.length === 0 ? 0 : linked.length / text.length;
    return {
      words: stepOf(text),
      links: matches(element, "a") || share > 0.6 ? "mostly" : share > 0.1 ? "some" : "few",
      asks: querySelector(element, "form, input, button, select, textarea") !== null,
      pictures: matches(element, "img, picture, figure, video") || querySelector(element, "img, picture, video") !== null,
    };
  }

  /** @param {Element} element */
  function opening(element) {
    const text = (textContent(element) ?? "").trim().toLowerCase().replace(/\d+/g, "0");
    return text.split(/\s+/).slice(0, OPENING).join(" ");
  }

  /** @param {Element} element */
  function around(element) {
    const names = [];
    for (let up = parentElement(element); up !== null && up !== document.documentElement && names.length < AROUND; up = parentElement(up)) names.push(localName(up));
    return names;
  }

  /**
   * The element itself, or one around it that shows the same and has a name that tells something.
   *
   * @param {Element} element
   */
  function named(element) {
    const length = (textContent(element) ?? "").trim().length;
    for (let up = /** @type {Element | null} */ (element); up !== null && up !== document.body; up = parentElement(up)) {
      if ((textContent(up) ?? "").trim().length > length * 1.1 + 20) break;
      if (shared.stemsOf(up).length > 0) return up;
    }
    return element;
  }

  shared.ruleFor = (shown, keep) => {
    const element = named(shown);
    const stems = shared.stemsOf(element);
    return { keep, tag: localName(element), inside: around(element), stems, shape: shapeOf(element), opening: stems.length > 0 ? "" : opening(element) };
  };

  /**
   * Steps may differ by one: the same box has a few words more on another page.
   *
   * @param {import("../types").Rule} rule
   * @param {Element} element
   */
  function fits(rule, element) {
    if (localName(element) !== rule.tag) return false;
    const stems = shared.stemsOf(element);
    if (rule.stems.length === 0 ? stems.length > 0 : !rule.stems.every((stem) => stems.includes(stem))) return false;
    if (rule.opening !== "" && opening(element) !== rule.opening) return false;
    const names = around(element);
    // A redesign may wrap things once more; the order stays.
    const same = rule.inside.filter((name) => names.includes(name)).length;
    if (same < Math.min(2, rule.inside.length)) return false;
    const shape = shapeOf(element);
    return Math.abs(shape.words - rule.shape.words) <= 1 && shape.links === rule.shape.links && shape.asks === rule.shape.asks && shape.pictures === rule.shape.pictures;
  }

  shared.applyRules = (elements, rules) => {
    /** @type {{ keep: Element[], drop: Element[] }} */
    const found = { keep: [], drop: [] };
    if (rules.length === 0) return found;
    const candidates = new Set(elements);
    for (const rule of rules) {
      const fitting = [...candidates].filter((element) => fits(rule, element));
      if (fitting.length <= MOST) found[rule.keep ? "keep" : "drop"].push(...fitting);
    }
    return found;
  };
}
