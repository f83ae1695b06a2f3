/**
 * A long article is made into nodes piece by piece. A piece is what the core has written, with the elements that were open
 * where it begins opened again, and those that are open where it ends closed; then what was opened twice is joined.
 *
 * That a piece was cut where it could be is not believed: it must read back as it was written. If one does not, the
 * article is made in one go, as a short one is.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Letters of HTML that take some milliseconds. */
  const PIECE = 150_000;

  /** Around a piece these can be opened again: what is in them is not changed by it. */
  const AROUND = new Set(["article", "section", "div", "blockquote", "ul", "ol", "li", "p", "pre", "table", "tbody"]);

  const VOID = new Set(["br", "hr", "img", "wbr", "source", "track"]);

  /** Letters; the core writes `&nbsp;` and shorter ones. */
  const LONGEST_REFERENCE = 12;

  /**
   * Where a text may be cut: not in a reference, nor in a letter of two units, nor before a line's end, which is dropped at the
   * beginning of a `<pre>`.
   *
   * @param {string} html
   * @param {number} from
   */
  function placeIn(html, from) {
    for (let at = from; at > from - 40; at -= 1) {
      const next = html.charCodeAt(at);
      const inLetter = next >= 0xdc00 && next < 0xe000;
      const before = html.slice(at - LONGEST_REFERENCE, at);
      const inReference = before.lastIndexOf("&") > before.lastIndexOf(";");
      if (!inLetter && !inReference && next > 13) return at;
    }
    return 0;
  }

  /**
   * @param {string} html
   * @returns {Generator<{ html: string, depth: number }, void, undefined>} with the number of elements that are opened again
   */
  function* cut(html) {
    const tags = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;
    /** @type {{ name: string, tag: string }[]} */
    const open = [];
    const again = () => open.map(({ tag }) => tag).join("");
    const closed = () => open.map(({ name }) => `</${name}>`).reverse().join("");
    let [from, before, depth, text] = [0, "", 0, 0];
    /** @param {number} at */
    const upTo = (at) => {
      const piece = { html: before + html.slice(from, at) + closed(), depth };
      [from, before, depth] = [at, again(), open.length];
      return piece;
    };
    const canCut = () => open.every(({ name }) => AROUND.has(name));
    for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
      const [whole, end, name = ""] = tag;
      // A text that is long by itself.
      while (tag.index - Math.max(from, text) > 2 * PIECE && canCut()) {
        const at = placeIn(html, Math.max(from, text) + PIECE);
        if (at === 0) break;
        yield upTo(at);
      }
      if (end === "" && tag.index - from > PIECE && canCut()) yield upTo(tag.index);
      if (end !== "") open.pop();
      else if (!VOID.has(name)) open.push({ name, tag: whole });
      text = tags.lastIndex;
    }
    yield upTo(html.length);
  }

  /**
   * @param {Element} to
   * @param {Element} from
   * @param {number} depth elements that both have in common: of `to` the last, of `from` the first
   */
  function join(to, from, depth) {
    const [mine, its] = [to.lastElementChild, from.firstElementChild];
    if (depth > 0 && mine !== null && its !== null) {
      join(mine, its, depth - 1);
      its.remove();
    }
    to.append(...from.childNodes);
  }

  shared.renderInPieces = function* (into, html) {
    if (html.length < 2 * PIECE) return shared.render(into, html);
    let usedSetHtml = true;
    // It has come in a message, which took its time.
    yield true;
    for (const piece of cut(html)) {
      const scratch = shared.element("div");
      const rendered = shared.render(scratch, piece.html);
      if (!rendered.same) return shared.render(into, html);
      ({ usedSetHtml } = rendered);
      join(into, scratch, piece.depth);
      yield;
    }
    return { removed: 0, usedSetHtml, same: true };
  };
}
