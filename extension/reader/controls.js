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

  /** Of what is around it the page could have made something clear, by a style sheet of its own in the open root. */
  const SEEN = 0.5;

  /** @param {Element} control */
  function isSeen(control) {
    let opacity = 1;
    for (let element = /** @type {Element | null} */ (control); element !== null; ) {
      const style = getComputedStyle(element);
      if (style.clipPath !== "none" || style.maskImage !== "none" || /opacity|url/.test(style.filter)) return false;
      opacity *= Number(style.opacity);
      const root = element.getRootNode();
      element = element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return opacity > SEEN;
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
      if (event.isTrusted && isSeen(element)) act();
    });
    return element;
  };

  shared.closed = (className) => {
    const place = shared.ours(shared.element("div", { className }));
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
