/** One line at the lower edge of the reader, with a way or two to act: what has happened, and what can be done about it. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const CLOSE = "M6 6l12 12M18 6L6 18";

  /** The first thing to do in the notice that is there. @type {HTMLButtonElement | null} */
  let first = null;

  shared.tools.notice = () => ({ label: shared.message("toNotice"), key: "n", act: () => first?.focus() });

  shared.notice = (opened, text, ways) => {
    opened.notice?.remove();
    const { place, root } = shared.closed("notice");
    place.setAttribute("role", "region");
    place.ariaLabel = shared.message("notice");
    const away = () => {
      const focused = root.activeElement !== null;
      place.remove();
      if (opened.notice === place) opened.notice = null;
      if (focused) opened.dialog.focus({ preventScroll: true });
    };
    const line = shared.element("p", { text });
    line.dir = "auto";
    const buttons = ways.map((way) => shared.button({ ...way, act: () => (away(), way.act()) }));
    root.append(line, ...buttons, shared.button({ label: shared.message("dismiss"), icon: CLOSE, act: away }));
    opened.notice = place;
    first = buttons[0] ?? null;
    // Right after the toolbar: the first that Tab reaches.
    opened.toolbar.element.after(place);
    opened.toolbar.announce(text);
    return away;
  };
}
