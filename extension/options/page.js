/**
 * What all pages of the extension have in common: their texts, their language and direction, and the reader's own colours.
 */
import { api } from "../api.js";

/** @typedef {import("../types").MessageKey} MessageKey */
/** @typedef {import("../types").Settings} Settings */

/**
 * @param {MessageKey} key
 * @param {string[]} substitutions
 */
export const message = (key, ...substitutions) => api.i18n.getMessage(key, substitutions);

/** Fills in the texts of the document; an element names its own in `data-message`. */
export function translate() {
  const root = document.documentElement;
  root.lang = message("language");
  root.dir = message("direction");
  for (const element of document.querySelectorAll("[data-message]")) {
    element.textContent = message(/** @type {MessageKey} */ (/** @type {HTMLElement} */ (element).dataset.message));
  }
  document.title = `${document.querySelector("h1")?.textContent} – Clearleaf`;
}

const colours = new CSSStyleSheet();

/** @param {Settings} settings */
export function wear(settings) {
  colours.replaceSync(globalThis.clearleaf.themeSheet(settings));
  if (!document.adoptedStyleSheets.includes(colours)) document.adoptedStyleSheets.push(colours);
}
