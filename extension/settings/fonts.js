/**
 * The fonts that come with the extension, face by face: the file, and the letters that are in it. Of other letters the
 * system's own fonts take care. `cargo xtask build` lays the files and their licences into `fonts/`.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  // As Fontsource cuts them; the file says nothing of it.
  const LATIN = `U+0-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+304, U+308, U+329, U+2000-206F, U+20AC, U+2122,
    U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD`;
  const EXTENDED = `U+100-130, U+132-151, U+154-2BA, U+2BD-2C5, U+2C7-2CC, U+2CE-2D7, U+2DD-2FF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB,
    U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF`;

  const STYLES = /** @type {const} */ ([["400", "normal"], ["700", "normal"], ["400", "italic"], ["700", "italic"]]);

  /**
   * @param {string} name
   * @param {string} unicodeRange
   */
  const faces = (name, unicodeRange) =>
    STYLES.map(([weight, style]) => ({ file: `${name}-${weight}-${style}.woff2`, weight, style, unicodeRange }));

  shared.fonts = {
    atkinson: {
      family: "Clearleaf Atkinson",
      faces: [...faces("atkinson-hyperlegible-latin", LATIN), ...faces("atkinson-hyperlegible-latin-ext", EXTENDED)],
    },
    dyslexic: { family: "Clearleaf Dyslexic", faces: faces("opendyslexic-latin", "U+0-10FFFF") },
  };
}
