/**
 * What a reader can set: one row each, with what it may be and what it is until someone says otherwise. Panels, options
 * page, storage and import all work from these rows; a new setting is a new row here and in `Settings` (`types.d.ts`).
 *
 * A classic script in spirit: it goes into pages as it is, and modules import it for what it leaves in the namespace.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.settings = {
    theme: {
      kind: "choice",
      group: "look",
      perSite: true,
      label: "theme",
      offBy: "browserLook",
      normally: "system",
      options: {
        system: "themeSystem",
        light: "themeLight",
        sepia: "themeSepia",
        dark: "themeDark",
        black: "themeBlack",
        contrast: "themeContrast",
      },
    },
    browserLook: { kind: "switch", group: "look", perSite: true, label: "browserLook", normally: false },
    font: {
      kind: "choice",
      group: "look",
      perSite: true,
      label: "font",
      offBy: "browserLook",
      normally: "serif",
      options: { serif: "fontSerif", sans: "fontSans", mono: "fontMono", atkinson: "fontAtkinson", dyslexic: "fontDyslexic" },
    },
    // Per cent of the reader's own size, which is about 20 pixels.
    size: { kind: "range", group: "look", perSite: true, label: "size", normally: 100, least: 60, most: 300, step: 10, shown: "percent" },
    // Hundredths of the size of the text, here and below.
    lineHeight: { kind: "range", group: "look", perSite: true, label: "lineHeight", normally: 160, least: 110, most: 260, step: 10, shown: "factor" },
    // Letters in a line, roughly.
    width: { kind: "range", group: "look", perSite: true, label: "width", normally: 65, least: 35, most: 120, step: 5, shown: "plain" },
    letterSpacing: { kind: "range", group: "look", perSite: true, label: "letterSpacing", normally: 0, least: 0, most: 20, step: 2, shown: "percent" },
    wordSpacing: { kind: "range", group: "look", perSite: true, label: "wordSpacing", normally: 0, least: 0, most: 60, step: 4, shown: "percent" },
    align: {
      kind: "choice",
      group: "look",
      perSite: true,
      label: "align",
      normally: "start",
      options: { start: "alignStart", justify: "alignJustify" },
    },
    hyphens: { kind: "switch", group: "look", perSite: true, label: "hyphens", normally: false },
    css: { kind: "text", group: "css", perSite: true, label: "css", normally: "", longest: 20_000 },
    links: {
      kind: "choice",
      group: "reading",
      perSite: false,
      label: "links",
      normally: "page",
      options: { page: "linksPage", tab: "linksTab", reader: "linksReader" },
    },
    compatible: { kind: "switch", group: "reading", perSite: false, label: "compatible", normally: false },
    remember: { kind: "switch", group: "reading", perSite: false, label: "remember", normally: true },
    shortcuts: { kind: "switch", group: "keys", perSite: false, label: "shortcuts", normally: true },
  };

  shared.normally = () => {
    const values = Object.entries(shared.settings).map(([name, { normally }]) => [name, normally]);
    return /** @type {import("../types").Settings} */ (Object.fromEntries(values));
  };
}
