/**
 * The settings as style: one sheet, adopted after the reader's own, that says what the reader chose. The other sheets
 * say how things hang together, and take every colour, font and measure from here.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /**
   * For each choice the theme by day and by night, as the system has it.
   *
   * @type {Record<import("../types").Settings["theme"], [keyof typeof shared.themes, keyof typeof shared.themes]>}
   */
  const PAIRS = {
    system: ["light", "dark"],
    light: ["light", "light"],
    sepia: ["sepia", "sepia"],
    dark: ["dark", "dark"],
    black: ["black", "black"],
    contrast: ["brightContrast", "darkContrast"],
  };

  /** @type {Record<import("../types").Settings["font"], string>} */
  const FONTS = {
    serif: "var(--serif)",
    sans: "var(--sans)",
    mono: "var(--mono)",
    atkinson: `"${shared.fonts.atkinson?.family}", var(--sans)`,
    dyslexic: `"${shared.fonts.dyslexic?.family}", var(--sans)`,
  };

  /** Colours as the reader has set up the browser. */
  const BROWSERS_COLOURS = `
    color-scheme: light dark;
    --paper: Canvas;
    --ink: CanvasText;
    --quiet: CanvasText;
    --line: color-mix(in srgb, CanvasText 25%, Canvas);
    --edge: CanvasText;
    --thumb: color-mix(in srgb, CanvasText 50%, Canvas);
    --wash: color-mix(in srgb, CanvasText 6%, Canvas);
    --leaf: LinkText;
    --on-leaf: Canvas;
    --mark: Mark;
    --on-mark: MarkText;`;

  const BROWSERS_FONTS = `
    .content { font-size: 1em; }
    .content, article :is(h1, h2, h3, h4, h5, h6, .title) { font-family: initial; }
    a:visited { color: VisitedText; }`;

  /** @param {import("../types").Settings["theme"]} name */
  function colours(name) {
    const [day, night] = PAIRS[name].map((each) => shared.themes[each]);
    if (day === undefined || night === undefined) return "";
    if (day === night) {
      const rows = Object.entries(day.colours).map(([use, colour]) => `--${use}: ${colour};`);
      return `color-scheme: ${day.scheme}; ${rows.join(" ")}`;
    }
    const rows = Object.entries(day.colours).map(([use, colour]) => `--${use}: light-dark(${colour}, ${night.colours[use]});`);
    return `color-scheme: light dark; ${rows.join(" ")}`;
  }

  /** What outweighs a choice: the colours of the system, the wish for more contrast, and that paper is white. */
  const CIRCUMSTANCES = `
    @media (prefers-contrast: more) { .reader { --quiet: var(--ink); --line: var(--ink); } }
    @media (forced-colors: active) {
      .reader { --paper: Canvas; --ink: CanvasText; --quiet: CanvasText; --line: CanvasText; --edge: CanvasText; --leaf: LinkText; --thumb: CanvasText; --wash: Canvas; --on-leaf: Canvas; --mark: Mark; --on-mark: MarkText; }
    }
    @media print { .reader { ${colours("light")} } }`;

  shared.themeSheet = ({ theme, browserLook }) => `:root { ${browserLook ? BROWSERS_COLOURS : colours(theme)} }`;

  shared.look = (settings) => `
    .reader {
      ${settings.browserLook ? BROWSERS_COLOURS : colours(settings.theme)}
      --text-font: ${FONTS[settings.font]};
      --size: ${settings.size / 100};
      --line-height: ${settings.lineHeight / 100};
      --width: ${settings.width};
      --letter-spacing: ${settings.letterSpacing / 100}em;
      --word-spacing: ${settings.wordSpacing / 100}em;
      --align: ${settings.align};
      --hyphens: ${settings.hyphens ? "auto" : "manual"};
    }
    ${settings.browserLook ? BROWSERS_FONTS : ""}
    ${CIRCUMSTANCES}`;
}
