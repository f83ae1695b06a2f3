/**
 * The compatible view: the article as a child of the host, shown through a slot, so that extensions which see only the
 * light tree reach it. There the page's styles would reach it too; so the reader's rules are adopted by the document as
 * well, each said so firmly that no rule of a page is firmer.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** More ids than any rule of a page has; none of them exists. */
  const FIRM = ":is(#_#_#_#_, :root > [data-clearleaf])";

  /** Hosts of our own controls lay themselves out. */
  const RESET = `${FIRM} :where(:not(.copy, .ways, math, math *)) { all: revert !important; }\n${FIRM} *, ${FIRM} *::before, ${FIRM} *::after { box-sizing: border-box !important; }`;

  /**
   * @param {string} text
   * @param {string} at
   * @returns {string[]} its parts, cut where no bracket or quotation is open
   */
  function parts(text, at) {
    const found = [""];
    let depth = 0;
    let quote = "";
    for (const letter of text) {
      if (quote !== "") quote = letter === quote ? "" : quote;
      else if (letter === '"' || letter === "'") quote = letter;
      else if ("([".includes(letter)) depth += 1;
      else if (")]".includes(letter)) depth -= 1;
      if (letter === at && depth === 0 && quote === "") found.push("");
      else found[found.length - 1] += letter;
    }
    return found.map((part) => part.trim()).filter((part) => part !== "");
  }

  /** @param {CSSStyleDeclaration} style */
  const firmly = (style) => parts(style.cssText, ";").map((each) => (each.endsWith("!important") ? `${each};` : `${each} !important;`)).join(" ");

  /** Rules around rules. The order of layers is turned round by what is firm, so there what is in one comes as if in none. */
  const AROUND = new Set(["CSSMediaRule", "CSSSupportsRule", "CSSContainerRule"]);

  /** What a selector names in a scope is within it, unless it says itself where the scope begins. */
  const FIRM_SCOPE = `${FIRM} :where(:scope)`;

  /**
   * Where it holds is said of what is ours alone: the page below has parts with the same names.
   *
   * @param {CSSScopeRule} rule
   */
  function scoped({ start, end, cssRules }) {
    const from = parts(start ?? "article", ",").map((each) => `${FIRM} ${each}`);
    return `@scope (${from.join(", ")})${end === null ? "" : ` to (${end})`} { ${outside(cssRules, FIRM_SCOPE)} }\n`;
  }

  /**
   * By the name of its kind: a content script does not have every class of rules as a global.
   *
   * @param {CSSRule} each
   * @param {string} before what makes its selectors firm; nothing, where it stands within a rule that is firm already
   * @returns {string}
   */
  function firm(each, before) {
    const rule = /** @type {CSSStyleRule & CSSGroupingRule} */ (each);
    const kind = Object.prototype.toString.call(rule).slice(8, -1);
    if (kind === "CSSNestedDeclarations") return before === "" ? firmly(rule.style) : `${before} { ${firmly(rule.style)} }\n`;
    if (kind === "CSSScopeRule") return scoped(/** @type {CSSScopeRule} */ (each));
    if (kind === "CSSLayerBlockRule") return outside(rule.cssRules, before);
    if (AROUND.has(kind)) return `${rule.cssText.slice(0, rule.cssText.indexOf("{"))} { ${outside(rule.cssRules, before)} }\n`;
    if (kind !== "CSSStyleRule") return "";
    const selectors = parts(rule.selectorText, ",").filter((selector) => before === "" || !/^(?::host|dialog)/.test(selector));
    if (selectors.length === 0) return "";
    const names = before === "" ? selectors : selectors.map((selector) => `${/:scope|&/.test(selector) ? FIRM : before} ${selector}`);
    return `${names.join(", ")} { ${firmly(rule.style)} ${outside(rule.cssRules, "")} }\n`;
  }

  /** @param {CSSRuleList} rules @param {string} [before] @returns {string} */
  function outside(rules, before = FIRM) {
    let text = "";
    for (const rule of rules) text += firm(rule, before);
    return text;
  }

  /** The document's copy of the reader's sheets, while the article is outside. @type {CSSStyleSheet | null} */
  let sheet = null;

  shared.dress = ({ host, article }) => {
    if (article === null || article.parentNode !== host) return;
    const sheets = host.shadowRoot?.adoptedStyleSheets ?? [];
    if (sheet === null) {
      sheet = new CSSStyleSheet();
      document.adoptedStyleSheets.push(sheet);
    }
    sheet.replaceSync(RESET + sheets.map(({ cssRules }) => outside(cssRules)).join(""));
  };

  shared.undress = () => {
    const place = sheet === null ? -1 : document.adoptedStyleSheets.indexOf(sheet);
    if (place >= 0) document.adoptedStyleSheets.splice(place, 1);
    sheet = null;
  };

  shared.lay = ({ host, main, article, settings }) => {
    for (const child of [...host.children]) child.remove();
    if (article === null) return;
    if (!settings.values.compatible) {
      main.append(article);
      return;
    }
    main.append(shared.element("slot"));
    host.append(article);
  };
}
