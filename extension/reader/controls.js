/**
 * Buttons of the reader. They live in a *closed* shadow root, where no script of the page can find or read them, and
 * act on trusted events only, so that none can be pressed but by a person.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const SVG = "http://www.w3.org/2000/svg";

  /** @param {string} path */
  function drawing(path) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    svg.append(shape);
    return svg;
  }

  shared.button = ({ label, icon, primary, act }) => {
    const element = shared.element("button", { className: primary ? "primary" : "" });
    element.type = "button";
    if (icon === undefined) {
      element.textContent = label;
    } else {
      element.append(drawing(icon));
      element.ariaLabel = label;
      element.title = label;
    }
    element.addEventListener("click", (event) => {
      if (event.isTrusted) act();
    });
    return element;
  };

  shared.closed = (className) => {
    const place = shared.element("div", { className });
    const root = place.attachShadow({ mode: "closed" });
    root.adoptedStyleSheets = [shared.sheet(shared.style.controls)];
    return { place, root };
  };

  shared.controls = (controls, className) => {
    const { place, root } = shared.closed(className);
    root.append(...controls.map(shared.button));
    return place;
  };
}
