/** Says in one line why the reader cannot open; the reason stands in the address. */
import { api } from "./api.js";

/** By what stands in the address. */
const REASONS = new Map([
  ["#Browser", "unavailableBrowser"],
  ["#Store", "unavailableStore"],
  ["#File", "unavailableFile"],
  ["#Document", "unavailableDocument"],
]);

/**
 * @param {string} selector
 * @param {string} text
 */
function say(selector, text) {
  const element = document.querySelector(selector);
  if (element !== null) element.textContent = text;
}

document.documentElement.lang = api.i18n.getMessage("language");
document.documentElement.dir = api.i18n.getMessage("direction");
document.title = api.i18n.getMessage("unavailableTitle");
say("h1", api.i18n.getMessage("unavailableTitle"));
say("p", api.i18n.getMessage(REASONS.get(location.hash) ?? "unavailableOther"));
