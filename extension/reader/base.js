/**
 * What every file of the reader uses: a node, a text of the user interface, a style sheet, a word to the background.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const api = /** @type {typeof chrome} */ (globalThis.browser ?? chrome);

  shared.element = (name, { className, text } = {}) => {
    const element = document.createElement(name);
    if (className !== undefined) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  shared.message = (key, ...substitutions) => api.i18n.getMessage(key, substitutions);

  // A fragment that begins so is a route, by which an application goes from page to page.
  shared.pageOf = (url) => url.replace(/#(?![!/]).*/, "");

  shared.ours = (element) => {
    element.lang = shared.message("language");
    element.dir = shared.message("direction");
    return element;
  };

  shared.locale = () => {
    const [browsers, ours] = [api.i18n.getUILanguage(), shared.message("language")];
    return browsers.split("-")[0] === ours.split("-")[0] ? browsers : ours;
  };

  shared.percent = (value) => new Intl.NumberFormat(shared.locale(), { style: "percent" }).format(value / 100);

  shared.minutes = (minutes) => {
    const unit = /** @type {Intl.NumberFormatOptions} */ ({ style: "unit", unit: "minute", unitDisplay: "short" });
    return new Intl.NumberFormat(shared.locale(), unit).format(minutes);
  };

  shared.sheet = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };

  // Async, because after an update of the extension the very name `sendMessage` throws.
  shared.tell = async (message) => {
    try {
      return await api.runtime.sendMessage(message);
    } catch {
      return null;
    }
  };
}
