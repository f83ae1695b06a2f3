/** Sites on which the reader opens by itself: each on or off, and on which of its paths. */
import { setSite } from "../background/menus.js";
import { allPaths, setPaths } from "../background/paths.js";
import { ask, siteOf, sites } from "../background/sites.js";
import { linesIn } from "./lines.js";
import { message } from "./page.js";

const shared = globalThis.clearleaf;

/** @param {string} site a match pattern */
const hostOf = (site) => new URL(site.replace("*", "")).host;

/**
 * @param {string} site
 * @param {boolean} on
 * @param {string[]} lines
 * @param {Parameters<import("../types").FillSection>[0]} page
 */
function row(site, on, lines, { draw, announce }) {
  const host = hostOf(site);
  const item = shared.element("li");
  const label = shared.element("label", { className: "field switch" });
  const box = shared.element("input");
  Object.assign(box, { type: "checkbox", role: "switch", checked: on });
  const name = shared.element("bdi", { text: site.startsWith("http:") ? `http://${host}` : host });
  label.append(name, box);
  box.addEventListener("change", async () => {
    // Nothing may be awaited before the browser asks: the gesture would be over.
    const given = !box.checked || (await ask(site));
    if (given) await setSite(box.checked, site);
    // A site that is off is still listed: what was said of its paths is kept.
    if (given && !box.checked) await keepPaths();
    await draw();
    if (!given) announce(message("autoRefused", host));
  });
  const details = shared.element("details");
  const paths = shared.element("textarea");
  Object.assign(paths, { rows: 4, value: lines.join("\n"), spellcheck: false, ariaLabel: message("autoPaths", host) });
  paths.dir = "ltr";
  const keepPaths = async () => {
    await setPaths(site, linesIn(paths.value, host));
    paths.value = (await allPaths())[site]?.join("\n") ?? "";
  };
  paths.addEventListener("change", () => void keepPaths());
  const forget = shared.element("button", { text: message("remove") });
  forget.ariaLabel = message("autoForget", host);
  forget.addEventListener("click", async () => {
    await setSite(false, site);
    await setPaths(site, null);
    await draw();
  });
  details.append(shared.element("summary", { text: message("autoPaths", host) }), shared.element("p", { className: "note", text: message("autoPathsHelp") }), paths, forget);
  item.append(label, details);
  return item;
}

/** @param {string} text @returns {string | null} */
const siteTyped = (text) => siteOf(/^https?:\/\//.test(text) ? text : `https://${text}`);

/** @param {Parameters<import("../types").FillSection>[0]} page */
function adding({ draw, announce }) {
  const form = shared.element("form", { className: "row" });
  const field = shared.element("input");
  Object.assign(field, { type: "text", placeholder: message("autoAddHelp"), ariaLabel: message("autoAdd"), spellcheck: false, inputMode: "url" });
  const add = shared.element("button", { text: message("autoAdd") });
  const problem = shared.element("p", { className: "note" });
  problem.role = "alert";
  form.append(field, add, problem, shared.element("p", { className: "note", text: message("autoExact") }));
  field.value = /^#auto=(https?:\/\/.+)$/.exec(location.hash)?.[1] ?? "";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const site = siteTyped(field.value.trim());
    if (site === null || !(await ask(site))) {
      problem.textContent = message("autoNotAdded");
      return;
    }
    history.replaceState(null, "", location.pathname);
    await setSite(true, site);
    await draw();
    announce(message("autoAdded", hostOf(site)));
  });
  return form;
}

/** @type {import("../types").FillSection} */
export async function fillAuto(page) {
  const [on, paths] = await Promise.all([sites(), allPaths()]);
  const all = [...new Set([...on, ...Object.keys(paths)])].sort((one, other) => hostOf(one).localeCompare(hostOf(other)));
  if (all.length === 0) {
    page.section.append(shared.element("p", { className: "note", text: message("autoNone") }));
  } else {
    const list = shared.element("ul", { className: "rows" });
    list.append(...all.map((site) => row(site, on.includes(site), paths[site] ?? [], page)));
    page.section.append(list);
  }
  page.section.append(adding(page));
}
