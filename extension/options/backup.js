/** Settings as a file. */
import { isPerSite, isRecord, soundValues } from "../settings/shape.js";
import { everything, replaceEverything } from "../settings/store.js";
import { files } from "./files.js";
import { keepNow } from "./look.js";
import { message } from "./page.js";

/** @param {Record<string, unknown>} sites with a look of their own */
function soundSites(sites) {
  const named = Object.entries(sites).filter(([site]) => /^[^\s/]{1,253}$/.test(site));
  return Object.fromEntries(named.map(([site, values]) => [site, soundValues(values, isPerSite)]));
}

const SETTINGS = {
  name: "clearleaf-settings",
  async write() {
    await keepNow();
    const { general, sites } = await everything();
    return { version: 1, settings: general, sites };
  },
  /** @param {Record<string, unknown>} file */
  async read({ settings, sites = {} }) {
    // It would take the place of all there is, so half a file is none.
    if (!isRecord(settings) || !isRecord(sites)) return null;
    const general = soundValues(settings);
    if (Object.keys(settings).length > 0 && Object.keys(general).length === 0) return null;
    // What was changed before has its turn before; after it, the file counts.
    await keepNow();
    await replaceEverything({ general, sites: soundSites(sites) });
    return message("imported");
  },
};

/** @type {import("../types").FillSection} */
export function fillBackup(page) {
  page.section.append(globalThis.clearleaf.element("p", { text: message("backupHelp") }), ...files(SETTINGS, page));
}
