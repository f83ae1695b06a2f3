/** Says in one line why the reader cannot open; the reason stands in the address. */
import { api } from "./api.js";

const reason = location.hash.slice(1);
const key = ["Browser", "Store", "File", "Document"].includes(reason) ? `unavailable${reason}` : "unavailableOther";

/**
 * @param {string} selector
 * @param {string} text
 */
function say(selector, text) {
  const element = document.querySelector(selector);
  if (element !== null) element.textContent = text;
}

document.documentElement.lang = api.i18n.getUILanguage();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");
document.title = api.i18n.getMessage("unavailableTitle");
say("h1", api.i18n.getMessage("unavailableTitle"));
say("p", api.i18n.getMessage(key));
