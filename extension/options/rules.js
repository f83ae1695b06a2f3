/** The reader's own rules: listed, changed, forgotten, taken along as a file and brought in from one. */
import { changeRule, dropRule, exportRules, importRules, rules } from "../background/rules.js";
import { siteNamed } from "../settings/store.js";
import { files } from "./files.js";
import { message } from "./page.js";

const shared = globalThis.clearleaf;

/** @typedef {import("../types").KeptRule} KeptRule */
/** @typedef {Parameters<import("../types").FillSection>[0]} Page */

/**
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => Promise<string>} change gives what is kept of it
 */
function text(label, value, change) {
  const field = shared.element("label", { className: "field text" });
  const input = shared.element("input");
  Object.assign(input, { type: "text", value, spellcheck: false });
  input.addEventListener("change", async () => {
    input.value = await change(input.value.trim());
  });
  field.append(shared.element("span", { text: label }), input);
  return field;
}

/** @param {KeptRule} rule @param {Page} page */
function row(rule, { draw }) {
  const { id, keep, stems, example } = rule;
  const item = shared.element("li", { className: "rule" });
  const what = shared.element("select");
  what.ariaLabel = message("ruleWhat");
  for (const key of /** @type {const} */ (["ruleKeep", "ruleDrop"])) {
    const option = shared.element("option", { text: message(key) });
    option.value = key;
    option.selected = keep === (key === "ruleKeep");
    what.append(option);
  }
  what.addEventListener("change", () => void changeRule(id, { keep: what.value === "ruleKeep" }));
  const forget = shared.element("button", { text: message("forgetRule") });
  forget.ariaLabel = message("forgetRuleNamed", example);
  forget.addEventListener("click", async () => {
    await dropRule(id);
    await draw();
  });
  const words = shared.element("p", { text: example || rule.opening || rule.tag });
  words.dir = "auto";
  const details = shared.element("details");
  const summary = shared.element("summary");
  const name = (/** @type {KeptRule} */ now) => (summary.textContent = [now.site, now.tag, ...now.stems].join(" · "));
  name(rule);
  /** @param {Partial<KeptRule>} changes */
  const change = async (changes) => {
    const now = (await changeRule(id, changes)) ?? rule;
    name(now);
    return now;
  };
  /** An address names its site as well; what is neither changes nothing. @param {string} value @returns {Partial<KeptRule>} */
  const siteIn = (value) => {
    const site = /\s/.test(value) ? null : siteNamed(/^https?:/.test(value) ? value : `https://${value}`);
    return site === null ? {} : { site };
  };
  details.append(
    summary,
    text(message("ruleSite"), rule.site, async (value) => (await change(siteIn(value))).site),
    text(message("ruleNames"), stems.join(" "), async (value) => (await change({ stems: value.normalize().toLowerCase().split(/[^\p{L}\p{M}]+/u).filter((word) => word !== "") })).stems.join(" ")),
  );
  const line = shared.element("div", { className: "row" });
  line.append(what, forget);
  item.append(words, line, details);
  return item;
}

const RULES = {
  name: "clearleaf-rules",
  write: exportRules,
  /** @param {Record<string, unknown>} file */
  read: async (file) => (Array.isArray(file.list) ? message("rulesImported", String(await importRules(file))) : null),
};

/** @type {import("../types").FillSection} */
export async function fillRules(page) {
  const all = await rules();
  if (all.length === 0) {
    page.section.append(shared.element("p", { className: "note", text: message("rulesNone") }));
  } else {
    const list = shared.element("ul", { className: "rows" });
    list.append(...all.toSorted((one, other) => one.site.localeCompare(other.site)).map((rule) => row(rule, page)));
    page.section.append(list);
  }
  page.section.append(...files(RULES, page));
}
