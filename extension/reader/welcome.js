/** What a reader is told the first time, and never again once they have said so: how to get back, and what happens here. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.welcome = (opened) => {
    const text = matchMedia("(pointer: coarse)").matches ? "welcomeTouch" : "welcomeText";
    const { place, root } = shared.closed("welcome");
    const card = shared.element("section");
    card.ariaLabel = shared.message("welcome");
    const dismiss = () => {
      void shared.tell({ verb: "welcomed" });
      place.remove();
      shared.titleOf(opened)?.focus({ preventScroll: true });
    };
    const row = shared.element("div", { className: "row" });
    row.append(
      shared.button({ label: shared.message("gotIt"), primary: true, act: dismiss }),
      shared.button({ label: shared.message("moreSettings"), act: () => void shared.tell({ verb: "open-options" }) }),
    );
    card.append(shared.element("h2", { text: shared.message("welcome") }), shared.element("p", { text: shared.message(text) }), row);
    root.append(card);
    return place;
  };
}
