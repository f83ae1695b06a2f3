/**
 * What a page cannot put its own elements in the place of. By their names these become properties: of the window, in Chromium
 * for our scripts as well (`<iframe name=clearleaf>`), and of their form, before its own (`<input name=localName>`). So the
 * names that we look for in the window are made ours before anything asks for them, and elements of a page are asked by the
 * prototypes' own getters and methods. The first of all files that are injected.
 */
"use strict";
{
  for (const [name, value] of Object.entries({ clearleaf: {}, browser: undefined, hljs: undefined })) {
    if (!Object.hasOwn(globalThis, name)) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  const shared = globalThis.clearleaf;

  /** @type {[object, string[]][]} */
  const ASKED = [
    [Node.prototype, ["nodeType", "parentElement", "parentNode", "ownerDocument", "firstChild", "childNodes", "textContent", "isConnected", "contains", "cloneNode", "getRootNode"]],
    [Element.prototype, [
      ...["localName", "namespaceURI", "id", "classList", "children", "firstElementChild", "lastElementChild", "previousElementSibling", "shadowRoot", "assignedSlot", "outerHTML"],
      ...["clientTop", "clientHeight", "scrollHeight", "getAttribute", "getAttributeNames", "hasAttribute", "setAttribute", "matches", "closest", "querySelector", "querySelectorAll"],
      ...["checkVisibility", "getBoundingClientRect", "scrollIntoView", "getHTML", "getElementsByTagName"],
    ]],
    [HTMLElement.prototype, ["focus"]],
  ];

  /**
   * @param {object} prototype
   * @param {string} name
   * @returns {[string, (element: Element, ...rest: unknown[]) => unknown]}
   */
  function asked(prototype, name) {
    const { get, value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
    if (get !== undefined) return [name, (element) => get.call(element)];
    return [name, (element, ...rest) => value.call(element, ...rest)];
  }

  shared.of = /** @type {import("./finding").Unshadowed} */ (
    /** @type {unknown} */ (Object.fromEntries(ASKED.flatMap(([prototype, names]) => names.map((name) => asked(prototype, name)))))
  );
}
