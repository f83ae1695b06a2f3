/**
 * Brings a bundled font into the page's document for as long as a reader shows it. The faces are made from bytes, so
 * nothing is fetched and the page's CSP has no say.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  // Kept when this file comes again: what it once gave the document it must be able to take back.
  const made = (shared.facesMade ??= new Map());

  /** @typedef {{ file: string, weight: string, style: string, unicodeRange: string }} Face */

  /**
   * @param {string} family
   * @param {Face} face
   */
  async function make(family, { file, ...descriptors }) {
    const text = await shared.tell({ verb: "font", file });
    if (typeof text !== "string") return null;
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new FontFace(family, bytes.buffer, descriptors).load();
  }

  /**
   * @param {string} family
   * @param {Face} face
   * @param {() => boolean} wanted by now the reader may be closed, or another font chosen
   */
  function bring(family, face, wanted) {
    if (!made.has(face.file)) made.set(face.file, make(family, face).catch(() => null));
    void made.get(face.file)?.then((loaded) => {
      if (loaded !== null && wanted()) document.fonts.add(loaded);
    });
  }

  shared.useFont = (name) => {
    shared.fontInUse = name;
    const font = shared.fonts[name];
    for (const face of font?.faces ?? []) bring(/** @type {string} */ (font?.family), face, () => shared.fontInUse === name);
  };

  shared.showFonts = () => {
    shared.fontsShown = true;
    for (const { family, faces: [face] } of Object.values(shared.fonts)) if (face !== undefined) bring(family, face, () => shared.fontsShown);
  };

  shared.dropFonts = () => {
    shared.fontInUse = null;
    shared.fontsShown = false;
    for (const making of made.values()) void making.then((face) => face !== null && document.fonts.delete(face));
  };
}
