/**
 * What is kept, as a file, for another machine or another browser, and back from one. What comes in is trusted no more than
 * what lies in storage: who asked for it says what is sound in it.
 */
import { isRecord } from "../settings/shape.js";
import { message } from "./page.js";

const shared = globalThis.clearleaf;

/** More is no file of ours. */
const MOST_BYTES = 1_000_000;

/**
 * @param {File} file
 * @param {string} format
 * @returns {Promise<Record<string, unknown> | null>} null: not a file of ours
 */
async function readJson(file, format) {
  if (file.size > MOST_BYTES) return null;
  try {
    /** @type {unknown} */
    const value = JSON.parse(await file.text());
    return isRecord(value) && value.format === format ? value : null;
  } catch {
    return null; // Not JSON.
  }
}

/**
 * @param {object} what
 * @param {string} what.name names the file, and in the file says whose it is
 * @param {() => Promise<object>} what.write what goes into the file
 * @param {(file: Record<string, unknown>) => Promise<string | null>} what.read takes it in, and gives what there is to say of it; null: nothing in it can be used
 * @param {Parameters<import("../types").FillSection>[0]} page
 */
export function files({ name, write, read }, { draw, announce }) {
  const out = shared.element("button", { text: message("export") });
  const link = shared.element("a");
  Object.assign(link, { download: `${name}.json`, hidden: true });
  out.addEventListener("click", async () => {
    const text = JSON.stringify({ format: name, ...(await write()) }, null, 2);
    link.href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
    link.click();
  });
  const into = shared.element("button", { text: message("import") });
  const picker = shared.element("input");
  Object.assign(picker, { type: "file", accept: ".json,application/json", hidden: true });
  into.addEventListener("click", () => picker.click());
  const problem = shared.element("p", { className: "note" });
  problem.role = "alert";
  /** @param {File} file */
  async function take(file) {
    const content = await readJson(file, name);
    return content === null ? null : read(content);
  }
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file === undefined) return;
    const said = await take(file).catch((error) => {
      console.info("Clearleaf: importing:", error);
      return null;
    });
    if (said === null) {
      problem.textContent = message("importFailed");
      return;
    }
    await draw();
    announce(said);
  });
  const row = shared.element("div", { className: "row" });
  row.append(out, link, into, picker);
  return [row, problem];
}
