/**
 * Frames of the page's own origin, flattened: where a frame stands its content stands in the snapshot. What is in a
 * frame of another origin no script may read.
 *
 * The frame's start tag becomes a `<div>`, so that elements keep their numbers: the walk counts the frame, then what is
 * in its body.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { childNodes, cloneNode, hasAttribute, localName, setAttribute, shadowRoot } = shared.of;

  /** Letters; a frame with less is a button or an advert. */
  const WORTH_READING = 200;

  /** Properties that give an address as the frame's own document resolves it. */
  const ADDRESSES = /** @type {const} */ (["href", "src", "poster"]);

  shared.frameRoot = (frame) => {
    try {
      return frame.contentDocument?.body ?? null;
    } catch {
      return null; // Another origin, in a browser that says so by throwing.
    }
  };

  shared.frameBody = (element) => {
    const body = localName(element) === "iframe" && element instanceof HTMLIFrameElement ? shared.frameRoot(element) : null;
    return body !== null && (body.textContent ?? "").trim().length >= WORTH_READING ? body : null;
  };

  /**
   * A copy in a document that loads nothing, with addresses that mean the same there.
   *
   * @param {HTMLElement} body
   */
  function copyOf(body) {
    const inert = document.implementation.createHTMLDocument("");
    const copy = inert.createElement("div");
    copy.append(...Array.from(body.childNodes, (child) => inert.importNode(child, true)));
    const originals = body.querySelectorAll("[href], [src], [poster]");
    copy.querySelectorAll("[href], [src], [poster]").forEach((element, index) => {
      for (const name of ADDRESSES) {
        const resolved = /** @type {any} */ (originals[index])?.[name];
        if (hasAttribute(element, name) && typeof resolved === "string") setAttribute(element, name, resolved);
      }
    });
    return copy;
  }

  /**
   * One node as markup, in the way of its parent: text is escaped.
   *
   * @param {Node} node
   * @param {ShadowRoot[]} shadowRoots
   */
  function markup(node, shadowRoots) {
    const holder = document.implementation.createHTMLDocument("").createElement("div");
    if (!(node instanceof Element)) {
      holder.append(node.cloneNode(true));
      return holder.getHTML();
    }
    return shared.serialise(node, shadowRoots);
  }

  /**
   * As `serialise`, with frames replaced. Only elements that hold a frame are taken apart.
   *
   * @param {Element} element
   * @param {ShadowRoot[]} shadowRoots
   * @param {Map<Element, HTMLElement>} frames each with the body it shows
   * @param {Set<Node>} around
   * @returns {string}
   */
  function takeApart(element, shadowRoots, frames, around) {
    const body = frames.get(element);
    if (body !== undefined) return copyOf(body).outerHTML;
    if (!around.has(element)) return markup(element, shadowRoots);
    const shell = /** @type {Element} */ (cloneNode(element, false)).outerHTML;
    const end = `</${localName(element)}>`;
    /** @param {ParentNode} parent */
    const inside = (parent) =>
      Array.from(parent instanceof Element ? childNodes(parent) : parent.childNodes, (child) => (child instanceof Element ? takeApart(child, shadowRoots, frames, around) : markup(child, []))).join("");
    const shadow = shadowRoot(element);
    const ofShadow = shadow !== null && shadowRoots.includes(shadow) ? `<template shadowrootmode="open">${inside(shadow)}</template>` : "";
    return shell.slice(0, -end.length) + ofShadow + inside(element) + end;
  }

  shared.serialiseWithFrames = (root, shadowRoots, frames) => {
    /** @type {Set<Node>} */
    const around = new Set();
    for (const frame of frames.keys()) {
      for (let node = /** @type {Node | null} */ (frame.parentNode); node !== null; node = node instanceof ShadowRoot ? node.host : node.parentNode) around.add(node);
    }
    return takeApart(root, shadowRoots, frames, around);
  };
}
