/** Sites whose look was set in the reader itself, each with the way back to the look of all sites. */
import { everything, setOwn } from "../settings/store.js";
import { message } from "./page.js";

const shared = globalThis.clearleaf;

/** @type {import("../types").FillSection} */
export async function fillSites({ section, draw, announce }) {
  const sites = Object.keys((await everything()).sites).sort();
  if (sites.length === 0) {
    section.append(shared.element("p", { className: "note", text: message("siteLooksNone") }));
    return;
  }
  const list = shared.element("ul", { className: "rows" });
  for (const site of sites) {
    const row = shared.element("li");
    const remove = shared.element("button", { text: message("remove") });
    remove.ariaLabel = message("removeSite", site);
    remove.addEventListener("click", async () => {
      await setOwn(site, false);
      await draw();
      announce(message("removed", site));
    });
    row.append(shared.element("bdi", { text: site }), remove);
    list.append(row);
  }
  section.append(list);
}
