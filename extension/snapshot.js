/**
 * Gathers what the background needs to know of a page: its HTML with open shadow roots and same-origin frames in their
 * place, what only the live DOM can tell (what is shown, what floats, which image file it is), and what the reader
 * decided about parts of this page. Nothing is written into the page: an attribute would wake the page's own observers.
 *
 * The hints name elements by their number among the start tags of the HTML, so the walk below visits elements exactly
 * as the serialisation writes them: an element, then its shadow root as a `<template>`, then its children.
 *
 * A large page is walked in slices, and may change in between. It is watched meanwhile: if its tree has changed, it is walked once
 * more without a pause, and then written out without one. So numbers and HTML always belong together.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("./types").ReaderNamespace} */ ({}));
  const { checkVisibility, firstChild, getAttribute, hasAttribute, lastElementChild, localName, namespaceURI, nodeType, ownerDocument, previousElementSibling, shadowRoot } = shared.of;
  // Not `crypto.randomUUID`: pages without TLS do not have it. This is a name, not a secret.
  shared.document ??= `${performance.timeOrigin}-${Math.random()}`;

  const HTML = "http://www.w3.org/1999/xhtml";

  /** Never rendered, in any page: saying so would only make the list long. */
  const UNRENDERED = new Set(["script", "style", "template", "link", "meta", "noscript", "source", "track", "param", "base", "title", "area", "datalist"]);

  /** Rendered by rules of their own, which `checkVisibility` does not describe. */
  const OPAQUE = new Set(["select", "object", "video", "audio", "canvas", "iframe"]);

  /** Elements between two moments at which to pause. */
  const AT_A_TIME = 500;

  /** Elements; of fewer, what follows when they are written out is soon done. */
  const MANY = 5_000;

  /** Letters of HTML that to hand over takes some milliseconds, which nothing can cut; what is longer goes in parts. */
  const PART = 1_500_000;

  /** Asking more of them what is rendered would be felt, for seconds; the core then decides without hints. */
  const MOST_ELEMENTS = 100_000;

  /**
   * Not rendered, and not merely folded up: the text of a closed `<details>` belongs to the page.
   *
   * @param {Element} element
   */
  const isHidden = (element) =>
    !checkVisibility(element) && getComputedStyle(element).display !== "contents";

  /** @param {Element} element */
  const foldsItsContent = (element) =>
    (localName(element) === "details" && !hasAttribute(element, "open")) || getAttribute(element, "hidden") === "until-found";

  /**
   * @typedef {object} Walked
   * @property {import("./types").LiveHints | undefined} hints
   * @property {ShadowRoot[]} shadowRoots
   * @property {Map<Element, HTMLElement>} frames
   * @property {Element[]} elements in the order of their numbers
   */

  /**
   * @param {Element} root
   * @param {{ watch?: (tree: Node) => void, before?: Walked }} [how] whom to tell of trees that no observer of the page's reaches; what was seen a moment ago
   * @returns {import("./types").Work<Walked>}
   */
  function* walk(root, { watch, before } = {}) {
    const known = new Set(before?.elements);
    const unseen = new Set(before?.hints?.hidden.map((index) => before.elements[index]));
    const few = root.getElementsByTagName("*").length <= MOST_ELEMENTS;
    const veiled = few && before === undefined ? yield* shared.veiled(root) : new Set();
    /** @param {Element} element */
    const isUnseen = (element) => (known.has(element) ? unseen.has(element) : veiled.has(element) || isHidden(element));

    /** @type {number[]} */
    const hidden = [];
    /** @type {[number, string][]} */
    const images = [];
    /** @type {ShadowRoot[]} */
    const shadowRoots = [];
    /** @type {Map<Element, HTMLElement>} */
    const frames = new Map();
    /** In the order of their numbers. @type {Element[]} */
    const elements = [];
    /** @type {Element[]} */
    const waiting = [root];
    /** Beside `waiting`: whether to ask if that element is rendered. */
    const asking = [false];

    /**
     * @param {Element | DocumentFragment} parent
     * @param {boolean} ask
     */
    const enqueue = (parent, ask) => {
      // Not by its class: in a frame it has another.
      const last = nodeType(parent) === Node.ELEMENT_NODE ? lastElementChild(/** @type {Element} */ (parent)) : parent.lastElementChild;
      for (let child = last; child !== null; child = previousElementSibling(child)) {
        waiting.push(child);
        asking.push(ask);
      }
    };

    for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
      const index = elements.length;
      if (index % AT_A_TIME === 0) yield;
      elements.push(element);
      let ask = asking.pop() === true;
      const name = localName(element);
      const isHtml = namespaceURI(element) === HTML;
      const inPage = ownerDocument(element) === document;
      const frame = isHtml && inPage ? shared.frameBody(element) : null;
      if (frame !== null && ask && !isHidden(element)) {
        frames.set(element, frame);
        watch?.(frame);
        for (const each of yield* shared.veiled(frame)) veiled.add(each);
        enqueue(frame, true);
        continue;
      }
      if (!isHtml || UNRENDERED.has(name)) {
        ask = false;
      } else if (ask && isUnseen(element)) {
        hidden.push(index);
        ask = false;
      } else if (ask && name === "img") {
        const image = /** @type {HTMLImageElement} */ (element);
        if (image.naturalWidth > 1 && /^https?:/.test(image.currentSrc)) images.push([index, image.currentSrc]);
      } else if (element === document.body) {
        ask = few;
      } else if (ask && (OPAQUE.has(name) || foldsItsContent(element))) {
        ask = false;
      }
      // What the reader has laid out for other extensions is no part of the page: there stands a frame with nothing in it.
      if (element === shared.view?.host) {
        if (firstChild(element) !== null) frames.set(element, document.createElement("div"));
        continue;
      }
      enqueue(element, ask);
      if (isHtml && name === "template") {
        const { content } = /** @type {HTMLTemplateElement} */ (element);
        watch?.(content);
        enqueue(content, false);
      }
      // In a frame they are left out, as in the copy that is made of it.
      const shadow = inPage ? shadowRoot(element) : null;
      if (shadow !== null) {
        shadowRoots.push(shadow);
        watch?.(shadow);
        if (ask) for (const each of yield* shared.veiled(shadow)) veiled.add(each);
        // The `<template>` that will stand for it has a number, and no element of its own.
        elements.push(element);
        enqueue(shadow, ask);
      }
    }
    const hints = !few || elements.length > MOST_ELEMENTS ? undefined : { elements: elements.length, hidden, images };
    return { hints, shadowRoots, frames, elements };
  }

  /**
   * @param {Element[]} elements
   * @param {Iterable<Element>} wanted
   */
  function numbersOf(elements, wanted) {
    const set = new Set(wanted);
    /** @type {number[]} */
    const numbers = [];
    if (set.size > 0) {
      elements.forEach((element, number) => {
        // The first number is the element's, a second its shadow root's.
        if (set.delete(element)) numbers.push(number);
      });
    }
    return numbers;
  }

  shared.selected = () => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed) return [];
    return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange());
  };

  shared.elementsOf = (root) => shared.atOnce(walk(root)).elements;

  shared.decided = () => (shared.overrides ??= { keep: new Set(), drop: new Set(), keepLoose: new Set() });

  shared.overridesOf = (elements, rules) => {
    const ruled = shared.applyRules(elements, rules);
    const own = shared.decided();
    return {
      keep: numbersOf(elements, [...ruled.keep.filter((each) => !own.drop.has(each)), ...own.keep]),
      drop: numbersOf(elements, [...ruled.drop.filter((each) => !own.keep.has(each)), ...own.drop]),
      keepLoose: numbersOf(elements, own.keepLoose),
    };
  };

  /**
   * @param {Element} root
   * @returns {import("./types").Work<Walked & { html: string }>} true of this very moment
   */
  function* walkAndWrite(root) {
    let changed = false;
    const watcher = new MutationObserver(() => (changed = true));
    /** @param {Node} tree */
    const watch = (tree) => watcher.observe(tree, { childList: true, subtree: true });
    watch(root);
    const before = yield* walk(root, { watch });
    const isChanged = () => (changed ||= watcher.takeRecords().length > 0);
    const html = isChanged() ? "" : yield* shared.markup(root, before, isChanged);
    const now = isChanged() ? shared.atOnce(walk(root, { before })) : before;
    watcher.disconnect();
    return { ...now, html: now === before ? html : shared.atOnce(shared.markup(root, now)) };
  }

  /** @param {string} html */
  function partsOf(html) {
    const parts = [];
    for (let from = 0, end = 0; from < html.length; from = end) {
      // Half of a letter would not arrive.
      end = from + PART + ((html.codePointAt(from + PART - 1) ?? 0) > 0xffff ? 1 : 0);
      parts.push(html.slice(from, end));
    }
    return parts;
  }

  /** @returns {import("./types").Work<import("./types").Snapshot>} */
  function* gather() {
    const about = () => ({ url: document.URL, lang: document.documentElement.getAttribute("lang") ?? "", contentType: document.contentType, document: shared.document, begun: performance.timeOrigin });
    const size = yield* shared.sizeOf(document.documentElement);
    // Under an open reader it has been said already.
    const insists = shared.insists === true || shared.view != null;
    if (size === "much" || (size === "felt" && !insists)) return { ...about(), html: "", tooLarge: size };
    if (document.contentType !== "text/html") {
      // XML would be serialised as XML; a copy in an HTML document is serialised as HTML, and loads nothing.
      const copy = document.implementation.createHTMLDocument("").importNode(document.documentElement, true);
      return { ...about(), html: copy.outerHTML };
    }
    const floats = yield* shared.floats();
    const root = document.documentElement;
    const { hints, elements, html } = yield* walkAndWrite(root);
    if (elements.length > MANY) yield true;
    if (hints === undefined) return { ...about(), html };
    // Kept, so that a removal's number leads back to its element for as long as a reader may ask.
    shared.numbered = shared.pageElements = elements;
    const places = { fixed: numbersOf(elements, floats.fixed), sticky: numbersOf(elements, floats.sticky), covering: numbersOf(elements, floats.covering) };
    const snapshot = { ...about(), html, hints: { ...hints, ...places }, overrides: shared.overridesOf(elements, shared.rules ?? []) };
    if (html.length <= PART) return snapshot;
    const parts = partsOf(html);
    shared.handOver = parts.slice(1);
    yield true;
    return { ...snapshot, html: parts[0] ?? "", more: shared.handOver.length };
  }

  /** @returns {import("./types").Work<void>} */
  function* take() {
    const rest = shared.view?.frozen.wake();
    try {
      shared.taken = yield* gather();
    } finally {
      rest?.();
    }
  }

  // No promise is handed back: in Firefox nobody would ever hear of one whose page has been left.
  shared.snapshot = () => {
    shared.taken = "soon";
    shared.inSlices(take()).catch((error) => {
      console.error("Clearleaf:", error);
      shared.taken = "failed";
    });
    return shared.taken;
  };
}
