/**
 * Gathers what the background needs to know of a page: its HTML with open shadow roots in their place, and what only
 * the live DOM can tell (what is rendered, which image file is shown). No decision is made here, and nothing is
 * written into the page: an attribute would wake the page's own observers.
 *
 * The hints name elements by their number among the start tags of the HTML, so the walk below visits elements exactly
 * as the serialisation writes them: an element, then its shadow root as a `<template>`, then its children.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("./types").ReaderNamespace} */ ({}));
  // Not `crypto.randomUUID`: pages without TLS do not have it. This is a name, not a secret.
  shared.document ??= `${performance.timeOrigin}-${Math.random()}`;

  const HTML = "http://www.w3.org/1999/xhtml";

  /** Never rendered, in any page: saying so would only make the list long. */
  const UNRENDERED = new Set(["script", "style", "template", "link", "meta", "noscript", "source", "track", "param", "base", "title", "area", "datalist"]);

  /** Rendered by rules of their own, which `checkVisibility` does not describe. */
  const OPAQUE = new Set(["select", "object", "video", "audio", "canvas", "iframe"]);

  /** Above this the walk would be felt; the core then decides without hints. */
  const MOST_ELEMENTS = 300_000;

  /**
   * Not rendered, and not merely folded up: the text of a closed `<details>` belongs to the page.
   *
   * @param {Element} element
   */
  const isHidden = (element) =>
    !element.checkVisibility() && getComputedStyle(element).display !== "contents";

  /** @param {Element} element */
  const foldsItsContent = (element) =>
    (element.localName === "details" && !element.hasAttribute("open")) || element.getAttribute("hidden") === "until-found";

  /**
   * @param {Element} root
   * @returns {{ hints: import("./types").LiveHints | undefined, shadowRoots: ShadowRoot[] }}
   */
  function walk(root) {
    /** @type {number[]} */
    const hidden = [];
    /** @type {[number, string][]} */
    const images = [];
    /** @type {ShadowRoot[]} */
    const shadowRoots = [];
    /** @type {Element[]} */
    const waiting = [root];
    /** Beside `waiting`: whether to ask if that element is rendered. */
    const asking = [false];
    let elements = 0;

    /**
     * @param {Element | DocumentFragment} parent
     * @param {boolean} ask
     */
    const enqueue = (parent, ask) => {
      for (let child = parent.lastElementChild; child !== null; child = child.previousElementSibling) {
        waiting.push(child);
        asking.push(ask);
      }
    };

    for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
      const index = elements;
      elements += 1;
      let ask = asking.pop() === true;
      const name = element.localName;
      const isHtml = element.namespaceURI === HTML;
      if (!isHtml || UNRENDERED.has(name)) {
        ask = false;
      } else if (ask && isHidden(element)) {
        hidden.push(index);
        ask = false;
      } else if (ask && name === "img") {
        const image = /** @type {HTMLImageElement} */ (element);
        if (image.naturalWidth > 1 && /^https?:/.test(image.currentSrc)) images.push([index, image.currentSrc]);
      } else if (element === document.body) {
        ask = true;
      } else if (ask && (OPAQUE.has(name) || foldsItsContent(element))) {
        ask = false;
      }
      enqueue(element, ask);
      if (isHtml && name === "template") enqueue(/** @type {HTMLTemplateElement} */ (element).content, false);
      const shadow = element.shadowRoot;
      if (shadow !== null && element !== shared.view?.host) {
        shadowRoots.push(shadow);
        elements += 1;
        enqueue(shadow, ask);
      }
    }
    return { hints: elements > MOST_ELEMENTS ? undefined : { elements, hidden, images }, shadowRoots };
  }

  /**
   * @param {Element} root
   * @param {ShadowRoot[]} shadowRoots
   */
  function serialise(root, shadowRoots) {
    if (shadowRoots.length === 0) return root.outerHTML;
    const shell = /** @type {Element} */ (root.cloneNode(false)).outerHTML;
    const end = `</${root.localName}>`;
    return shell.slice(0, -end.length) + root.getHTML({ shadowRoots }) + end;
  }

  shared.snapshot = () => {
    const root = document.documentElement;
    const about = { url: document.URL, lang: root.getAttribute("lang") ?? "", contentType: document.contentType, document: shared.document };
    if (document.contentType !== "text/html") {
      // XML would be serialised as XML; a copy in an HTML document is serialised as HTML, and loads nothing.
      const copy = document.implementation.createHTMLDocument("").importNode(root, true);
      return { ...about, html: copy.outerHTML };
    }
    const { hints, shadowRoots } = walk(root);
    return { ...about, html: serialise(root, shadowRoots), hints };
  };

  // The value of the last statement is what `scripting.executeScript` hands back.
  shared.snapshot();
}
