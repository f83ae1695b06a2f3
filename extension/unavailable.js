/** Says in one line why something cannot be done here; the reason stands in the address. */
import { api } from "./api.js";

/** What is said, and why, by what stands in the address. */
const REASONS = new Map([
  ["#Browser", ["unavailableTitle", "unavailableBrowser"]],
  ["#Store", ["unavailableTitle", "unavailableStore"]],
  ["#File", ["unavailableTitle", "unavailableFile"]],
  ["#Document", ["unavailableTitle", "unavailableDocument"]],
  ["#Private", ["unavailablePrivateTitle", "unavailablePrivate"]],
]);
const OTHER = ["unavailableTitle", "unavailableOther"];

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
const [title = "", reason = ""] = (REASONS.get(location.hash) ?? OTHER).map((key) => api.i18n.getMessage(key));
document.title = title;
say("h1", title);
say("p", reason);
