/**
 * The options page: one section after another, each filled by a module of its own. A section is a row here.
 */
import { settingsFor } from "../settings/store.js";
import { fillAuto } from "./auto.js";
import { fillBackup } from "./backup.js";
import { replaceKeepingPlace } from "./focus.js";
import { fillKeys, fillLook, fillOwnCss, keepNow } from "./look.js";
import { message, translate, wear } from "./page.js";
import { fillReading } from "./reading.js";
import { fillRules } from "./rules.js";
import { fillSites } from "./site-looks.js";

/** @type {{ id: string, title: import("../types").MessageKey, fill: import("../types").FillSection }[]} */
const SECTIONS = [
  { id: "look", title: "appearance", fill: fillLook },
  { id: "reading", title: "reading", fill: fillReading },
  { id: "auto", title: "auto", fill: fillAuto },
  { id: "rules", title: "rulesTitle", fill: fillRules },
  { id: "sites", title: "siteLooks", fill: fillSites },
  { id: "css", title: "cssTitle", fill: fillOwnCss },
  { id: "keys", title: "help", fill: fillKeys },
  { id: "backup", title: "backup", fill: fillBackup },
];

/** Long enough to be read twice. */
const SAID_MS = 8_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;

/** @param {string} text seen at the lower edge, and said by screen readers */
function announce(text) {
  const spoken = document.querySelector("#spoken");
  if (spoken === null) return;
  spoken.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => spoken.replaceChildren(), SAID_MS);
}

/** Everything anew, from what is kept. */
async function draw() {
  await keepNow();
  const { values } = await settingsFor(null);
  wear(values);
  const sections = SECTIONS.map(async ({ id, title, fill }) => {
    const section = globalThis.clearleaf.element("section");
    section.id = id;
    const heading = globalThis.clearleaf.element("h2", { text: message(title) });
    heading.id = `${id}-title`;
    section.setAttribute("aria-labelledby", heading.id);
    section.append(heading);
    await fill({ section, values, draw, announce });
    return section;
  });
  replaceKeepingPlace(/** @type {HTMLElement} */ (document.querySelector("main")), await Promise.all(sections));
}

translate();
document.adoptedStyleSheets.push(globalThis.clearleaf.sheet(globalThis.clearleaf.style.fields));
await draw();
// Who comes from the reader to have a site open by itself is one key away from it.
if (location.hash.startsWith("#auto=")) {
  const add = /** @type {HTMLElement | null} */ (document.querySelector("#auto form button"));
  add?.scrollIntoView({ block: "center" });
  add?.focus();
}
