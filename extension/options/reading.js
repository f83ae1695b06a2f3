/** Where links open, and where reading stopped: kept or not, and forgotten with one click. */
import { countPlaces, forgetPlaces } from "../background/places.js";
import { fields } from "./look.js";
import { message } from "./page.js";

const shared = globalThis.clearleaf;

/** @type {import("../types").FillSection} */
export async function fillReading({ section, values, draw, announce }) {
  section.append(...fields("reading", values, () => undefined));
  const places = await countPlaces();
  if (places === 0) return;
  const row = shared.element("div", { className: "row" });
  const forget = shared.element("button", { text: message("forgetPlaces") });
  forget.addEventListener("click", async () => {
    await forgetPlaces();
    await draw();
    announce(message("placesKept", "0"));
  });
  row.append(forget);
  section.append(shared.element("p", { className: "note", text: message("placesKept", String(places)) }), row);
}
