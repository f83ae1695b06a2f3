/**
 * Markup: a tree written out, as the browser itself would, with open shadow roots and frames of the page's origin in their place.
 *
 * To write out all of a large page takes a browser longer than the page's own thread can be kept. So what holds much is taken
 * apart: its tags are written here, and its children one by one, with pauses in between.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { childNodes, getElementsByTagName, getHTML, localName, namespaceURI, nodeType, outerHTML, shadowRoot } = shared.of;

  const HTML = "http://www.w3.org/1999/xhtml";

  /** Elements, and letters of one text, that are written in a few milliseconds. */
  const AT_ONCE = 2_000;
  const LONG_TEXT = 500_000;

  /** Children between two moments at which to pause. */
  const AT_A_TIME = 50;

  /** No parser nests deeper; a page's script may. */
  const DEEPEST = 512;

  /** What is in them is no markup, and is written as it stands. */
  const RAW = new Set(["style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"]);

  /** @type {Record<string, string>} */
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;" };

  /** @param {string} text */
  const escaped = (text) => text.replace(/[&<>\u00a0]/g, (sign) => SIGNS[sign] ?? sign);

  /** @param {Element} element */
  function isLarge(element) {
    if (getElementsByTagName(element, "*").item(AT_ONCE) !== null) return true;
    if (shared.longestText <= LONG_TEXT) return false;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let letters = 0;
    while (letters <= LONG_TEXT && texts.nextNode()) letters += /** @type {Text} */ (texts.currentNode).length;
    return letters > LONG_TEXT;
  }

  /**
   * All elements around some, through shadow roots.
   *
   * @param {Iterable<Node>} nodes
   */
  function around(nodes) {
    /** @type {Set<Node>} */
    const found = new Set();
    for (const inner of nodes) {
      for (let node = /** @type {Node | null} */ (inner); node !== null && !found.has(node); node = node instanceof ShadowRoot ? node.host : node.parentNode) found.add(node);
    }
    return found;
  }

  /** Copies stand here, where nothing is loaded and no element of the page's own making comes to life. */
  const inert = document.implementation.createHTMLDocument("");

  /**
   * The start tag, and the end tag where there is one.
   *
   * @param {Element} element
   */
  function tagsOf(element) {
    const shell = outerHTML(inert.importNode(element, false));
    const end = `</${shell.slice(1).match(/^[^\s/>]+/)?.[0] ?? ""}>`;
    return shell.endsWith(end) ? { start: shell.slice(0, -end.length), end } : null;
  }

  /**
   * @param {Element} element
   * @param {ShadowRoot[]} shadowRoots
   */
  function atOnce(element, shadowRoots) {
    const tags = shadowRoots.length === 0 ? null : tagsOf(element);
    // A void element cannot have a shadow root.
    return tags === null ? outerHTML(element) : tags.start + getHTML(element, { shadowRoots }) + tags.end;
  }

  /** @param {Node} node a comment, or what XML has beside it */
  function markupOfOther(node) {
    const holder = inert.createElement("div");
    holder.append(inert.importNode(node, true));
    return outerHTML(holder).slice("<div>".length, -"</div>".length);
  }

  shared.markup = function* (root, { shadowRoots, frames }, isVoid = () => false) {
    /** @type {string[]} */
    const written = [];
    const holdsShadow = around(shadowRoots.map(({ host }) => host));
    const holdsFrame = around([...frames.keys()].flatMap((frame) => frame.parentNode ?? []));

    /** @param {Text} text */
    function* writeText({ data }) {
      for (let at = 0; at < data.length; at += LONG_TEXT) {
        written.push(escaped(data.slice(at, at + LONG_TEXT)));
        if (data.length > LONG_TEXT) yield;
      }
    }

    /**
     * @param {ParentNode} parent
     * @param {number} depth
     * @returns {import("../types").Work<void>}
     */
    function* writeChildren(parent, depth) {
      let count = 0;
      for (const child of [...(parent instanceof Element ? childNodes(parent) : parent.childNodes)]) {
        if (isVoid()) return;
        const type = nodeType(child);
        if (type === Node.ELEMENT_NODE) yield* write(/** @type {Element} */ (child), depth);
        else if (type === Node.TEXT_NODE) yield* writeText(/** @type {Text} */ (child));
        else written.push(markupOfOther(child));
        count += 1;
        if (count % AT_A_TIME === 0) yield;
      }
    }

    /**
     * @param {Element} element
     * @param {number} depth
     * @returns {import("../types").Work<void>}
     */
    function* write(element, depth) {
      const body = frames.get(element);
      if (body !== undefined) {
        written.push(shared.copyOfFrame(body).outerHTML);
        return;
      }
      const isRaw = namespaceURI(element) === HTML && RAW.has(localName(element));
      const isApart = holdsFrame.has(element) || (!isRaw && depth < DEEPEST && isLarge(element));
      const tags = isApart ? tagsOf(element) : null;
      if (tags === null) {
        written.push(atOnce(element, holdsShadow.has(element) ? shadowRoots : []));
        return;
      }
      written.push(tags.start);
      const shadow = shadowRoot(element);
      if (shadow !== null && shadowRoots.includes(shadow)) {
        written.push('<template shadowrootmode="open">');
        yield* writeChildren(shadow, depth + 1);
        written.push("</template>");
      }
      yield* writeChildren(element, depth + 1);
      written.push(tags.end);
    }

    yield* write(root, 0);
    if (written.length > AT_A_TIME) yield true;
    return written.join("");
  };
}
