/**
 * Settings as a file, for another machine or another browser. What comes in is trusted no more than what lies in storage.
 */
import { isRecord, isPerSite, soundValues } from "../settings/shape.js";
import { everything, replaceEverything } from "../settings/store.js";
import { message } from "./page.js";

const shared = globalThis.clearleaf;

/** Says whose file it is. */
const FORMAT = "clearleaf-settings";

/** More is no file of ours. */
const MOST_BYTES = 1_000_000;

async function toFile() {
  const { general, sites } = await everything();
  return JSON.stringify({ format: FORMAT, version: 1, settings: general, sites }, null, 2);
}

/**
 * @param {string} text
 * @returns {Parameters<typeof replaceEverything>[0] | null} null: not a file of ours
 */
function fromFile(text) {
  /** @type {unknown} */
  let file = null;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file.format !== FORMAT) return null;
  const sites = Object.entries(isRecord(file.sites) ? file.sites : {}).filter(([site]) => /^[^\s/]{1,253}$/.test(site));
  return {
    general: soundValues(file.settings),
    sites: Object.fromEntries(sites.map(([site, values]) => [site, soundValues(values, isPerSite)])),
  };
}

/** @param {HTMLAnchorElement} link */
async function save(link) {
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(await toFile())}`;
  link.click();
}

/** @type {import("../types").FillSection} */
export function fillBackup({ section, draw, announce }) {
  const out = shared.element("button", { text: message("export") });
  const link = shared.element("a");
  Object.assign(link, { download: "clearleaf-settings.json", hidden: true });
  out.addEventListener("click", () => void save(link));
  const into = shared.element("button", { text: message("import") });
  const picker = shared.element("input");
  Object.assign(picker, { type: "file", accept: ".json,application/json", hidden: true });
  into.addEventListener("click", () => picker.click());
  const problem = shared.element("p", { className: "note" });
  problem.role = "alert";
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file === undefined) return;
    const wanted = file.size > MOST_BYTES ? null : fromFile(await file.text());
    if (wanted === null) {
      problem.textContent = message("importFailed");
      return;
    }
    await replaceEverything(wanted);
    await draw();
    announce(message("imported"));
  });
  const row = shared.element("div", { className: "row" });
  row.append(out, link, into, picker);
  section.append(shared.element("p", { text: message("backupHelp") }), row, problem);
}
