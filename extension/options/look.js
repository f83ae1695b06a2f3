/**
 * How the reader looks, with a sample beside it that follows each change; style rules of one's own; keys.
 */
import { api } from "../api.js";
import { change, resetLook } from "../settings/store.js";
import { message, wear } from "./page.js";

/** @typedef {import("../types").Settings} Settings */

const shared = globalThis.clearleaf;
const NAMES = /** @type {(keyof Settings)[]} */ (Object.keys(shared.settings));

/** Changes that follow each other this closely are kept as one: browsers limit how often synced storage may change. */
const KEEP_AFTER_MS = 300;

/** @type {Partial<Settings>} */
let unkept = {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** What is to be kept now, if anything is. */
function due() {
  clearTimeout(timer);
  const values = unkept;
  unkept = {};
  return Object.keys(values).length > 0 ? values : null;
}

export async function keepNow() {
  const values = due();
  if (values !== null) await change(values, null);
}

/** @param {Partial<Settings>} values */
function keepSoon(values) {
  Object.assign(unkept, values);
  clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), KEEP_AFTER_MS);
}

/** Nothing that this page waits for would come any more; the background has time. */
function leaveToBackground() {
  const values = due();
  if (values !== null) void api.runtime.sendMessage({ verb: "change-settings", values });
}
// At the second Firefox lets a page of an extension say nothing more; the first is not everywhere.
for (const type of ["beforeunload", "pagehide"]) addEventListener(type, leaveToBackground);

/** The reader itself, small, with a text of its own, beside whatever changes how it looks. */
const [besideLook, besideCss] = [preview(), preview()];

function preview() {
  const box = shared.element("div", { className: "preview" });
  const host = shared.element("div");
  host.attachShadow({ mode: "open" }).append(sample());
  box.append(host);
  return box;
}

/** There is no toolbar above the sample to keep clear of. */
const SMALL = shared.sheet(".page { padding-block: 1.5em }");

function sample() {
  const reader = shared.element("div", { className: "reader" });
  reader.role = "group";
  reader.tabIndex = 0; // It scrolls.
  reader.ariaLabel = message("preview");
  const page = shared.element("div", { className: "page" });
  const article = shared.element("article");
  article.lang = message("language");
  const head = shared.element("div", { className: "head" });
  const title = shared.element("p", { className: "title", text: message("sampleTitle") });
  head.append(shared.element("p", { className: "site", text: message("sampleSite") }), title);
  const content = shared.element("div", { className: "content" });
  content.append(shared.element("p", { text: message("sampleText") }), shared.element("blockquote", { text: message("sampleQuote") }));
  article.append(head, content);
  page.append(article);
  reader.append(page);
  return reader;
}

/** @param {Settings} values */
function show(values) {
  wear(values);
  const sheets = [shared.sheet(shared.style.reader), shared.sheet(shared.look(values)), shared.ownSheet(values.css).sheet, SMALL];
  for (const { firstElementChild } of [besideLook, besideCss]) /** @type {ShadowRoot} */ (firstElementChild?.shadowRoot).adoptedStyleSheets = sheets;
  shared.useFont(values.font);
}

/** @param {HTMLElement} section @param {HTMLElement} form @param {HTMLElement} sample */
function putBeside(section, form, sample) {
  const both = shared.element("div", { className: "beside" });
  both.append(form, sample);
  section.append(both);
}

/**
 * @param {import("../types").Setting["group"]} group
 * @param {Settings} values
 * @param {() => void} after
 */
export function fields(group, values, after) {
  const names = NAMES.filter((name) => shared.settings[name].group === group);
  return names.map((name) =>
    shared.field(name, values[name], (value) => {
      Object.assign(values, { [name]: value });
      keepSoon({ [name]: value });
      after();
    }),
  );
}

/** @type {import("../types").FillSection} */
export function fillLook({ section, values, draw, announce }) {
  const form = shared.element("div", { className: "fields" });
  const follow = () => {
    show(values);
    shared.overrule(form, values);
  };
  form.append(...fields("look", values, follow));
  const reset = shared.element("button", { text: message("reset") });
  reset.addEventListener("click", async () => {
    await keepNow();
    await resetLook(null);
    await draw();
    announce(message("wasReset"));
  });
  form.append(reset);
  putBeside(section, form, besideLook);
  shared.showFonts();
  follow();
}

/** @type {import("../types").FillSection} */
export function fillOwnCss({ section, values }) {
  const form = shared.ownCss(values.css, (css) => {
    values.css = css;
    keepSoon({ css });
    show(values);
  });
  putBeside(section, form, besideCss);
}

/** @type {import("../types").FillSection} */
export function fillKeys({ section, values }) {
  section.append(shared.element("p", { text: message("keysHelp") }), ...fields("keys", values, () => undefined));
}
