/**
 * The only file that turns a string into nodes. The core has written the string in a closed grammar; this is the
 * second layer, which holds when the first one fails: `Element.setHTML` with our explicit vocabulary, or, in a browser
 * without it, an inert document and a copy of what the vocabulary names.
 *
 * It also counts what it had to take out. A browser that reads the article back byte for byte has taken out nothing.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const HTML = "http://www.w3.org/1999/xhtml";

  // Taken from the prototypes: an element in hostile markup can have a child or attribute named like a property
  // (`<form><input name="attributes">`), and `element.attributes` is then that child.
  /**
   * @param {object} prototype
   * @param {string} name
   * @returns {(self: any) => any}
   */
  const getter = (prototype, name) => {
    const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    return (self) => get?.call(self);
  };
  const attributesOf = getter(Element.prototype, "attributes");
  const childrenOf = getter(Node.prototype, "childNodes");
  const localNameOf = getter(Element.prototype, "localName");
  const namespaceOf = getter(Element.prototype, "namespaceURI");

  /** Addresses that an attribute may hold; anything else is dropped with its attribute. */
  const ADDRESSES = new Map([
    ["href", /^(?:https?:|mailto:|tel:|#cl-)/i],
    ["src", /^(?:https?:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i],
    ["cite", /^(?:https?:|mailto:|tel:|#cl-)/i],
  ]);

  /** @param {string} html */
  const parseInert = (html) => new DOMParser().parseFromString(html, "text/html").body;

  /** @param {Element} root all its descendant elements and their attributes */
  const countParts = (root) => {
    let parts = 0;
    for (const element of root.querySelectorAll("*")) parts += 1 + attributesOf(element).length;
    return parts;
  };

  /**
   * @param {Node} from
   * @param {Node} into
   * @returns {number} elements and attributes left out
   */
  function copyAllowed(from, into) {
    let left = 0;
    for (const node of childrenOf(from)) {
      if (node.nodeType === Node.TEXT_NODE) {
        into.appendChild(document.createTextNode(node.data));
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const namespace = namespaceOf(node);
        const name = localNameOf(node);
        const rule = shared.allowed.elements.find((each) => each.name === name && (each.namespace ?? HTML) === namespace);
        if (rule === undefined) {
          left += 1 + attributesOf(node).length + countParts(node);
          continue;
        }
        const copy = document.createElementNS(namespace, name);
        for (const attribute of attributesOf(node)) {
          const address = ADDRESSES.get(attribute.name);
          const sound = address === undefined || address.test(attribute.value);
          if (rule.attributes.includes(attribute.name) && sound) copy.setAttribute(attribute.name, attribute.value);
          else left += 1;
        }
        into.appendChild(copy);
        left += copyAllowed(node, copy);
      } else {
        left += 1;
      }
    }
    return left;
  }

  shared.render = (into, html) => {
    if (typeof into.setHTML !== "function") {
      into.replaceChildren();
      const removed = copyAllowed(parseInert(html), into);
      return { removed, usedSetHtml: false, same: into.innerHTML === html };
    }
    into.setHTML(html, { sanitizer: { ...shared.allowed, comments: false, dataAttributes: false } });
    const same = into.innerHTML === html;
    // Not the same bytes: then, and only then, a second parse is worth its time to say how much was taken out.
    const removed = same ? 0 : Math.max(0, countParts(parseInert(html)) - countParts(into));
    return { removed, usedSetHtml: true, same };
  };

  const SPANS = { elements: [{ name: "span", attributes: ["class"] }], attributes: [], comments: false, dataAttributes: false };

  shared.renderSpans = (into, html) => {
    const scratch = document.createElement("code");
    if (typeof scratch.setHTML === "function") {
      scratch.setHTML(html, { sanitizer: SPANS });
    } else {
      const copySpans = (/** @type {Node} */ from, /** @type {Node} */ to) => {
        for (const node of childrenOf(from)) {
          if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.data));
          if (node.nodeType !== Node.ELEMENT_NODE || localNameOf(node) !== "span") continue;
          const span = to.appendChild(document.createElement("span"));
          span.className = Element.prototype.getAttribute.call(node, "class") ?? "";
          copySpans(node, span);
        }
      };
      copySpans(parseInert(html), scratch);
    }
    // Colours may change nothing else.
    if (scratch.textContent === into.textContent) into.replaceChildren(...scratch.childNodes);
  };
}
