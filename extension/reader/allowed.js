/**
 * The second layer's vocabulary: what an article may consist of. It says the same as the core's own table
 * (`src/allowlist.rs`), in the words of `Element.setHTML`, and stands on its own: neither is made from the other.
 * No `class`, `style`, `on*`, `target`; no element that runs, frames, loads by itself or takes input.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const MATHML = "http://www.w3.org/1998/Math/MathML";

  /** On every HTML element. Ids carry a prefix that the core gives them. */
  const common = ["id", "lang", "dir"];

  /** Elements without attributes of their own. */
  const plain = `
    article section aside header footer nav div address hr br wbr p h1 h2 h3 h4 h5 h6 summary figure figcaption
    ul dl dt dd caption table thead tbody tfoot tr
    b bdi bdo cite em i kbd mark s samp small span strong sub sup u var ruby rt rp`;

  const own = {
    a: "href hreflang rel referrerpolicy",
    abbr: "title",
    audio: "src controls preload",
    blockquote: "cite",
    code: "data-language",
    del: "cite datetime",
    details: "open",
    dfn: "title",
    img: "src srcset alt width height loading decoding referrerpolicy",
    ins: "cite datetime",
    li: "value",
    ol: "start reversed type",
    pre: "data-language",
    q: "cite",
    source: "src type",
    td: "colspan rowspan",
    th: "colspan rowspan scope",
    time: "datetime",
    track: "src kind srclang label",
    video: "src width height controls preload",
  };

  const mathCommon = ["dir", "displaystyle", "scriptlevel"];
  const mathPlain = `
    merror mfrac mmultiscripts mphantom mprescripts mroot mrow msqrt mstyle msub msubsup msup mtable mtr semantics
    mn mtext ms`;
  const mathOwn = {
    math: "display",
    mi: "mathvariant",
    mo: "fence form largeop lspace maxsize minsize movablelimits rspace separator stretchy symmetric",
    mover: "accent",
    mpadded: "depth height lspace voffset width",
    mspace: "depth height width",
    mtd: "columnspan rowspan",
    munder: "accentunder",
    munderover: "accent accentunder",
  };

  /** @param {string} text */
  const words = (text) => text.trim().split(/\s+/);

  shared.allowed = {
    elements: [
      ...words(plain).map((name) => ({ name, attributes: common })),
      ...Object.entries(own).map(([name, attributes]) => ({ name, attributes: [...common, ...words(attributes)] })),
      ...words(mathPlain).map((name) => ({ name, namespace: MATHML, attributes: mathCommon })),
      ...Object.entries(mathOwn).map(([name, attributes]) => ({
        name,
        namespace: MATHML,
        attributes: [...mathCommon, ...words(attributes)],
      })),
    ],
    attributes: [],
  };
}
