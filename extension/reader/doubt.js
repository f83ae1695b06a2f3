/** Where the core is not sure, the reader says so, and what else can be read stands beside it. So it does where that is being read. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** @typedef {import("../types").View["mode"]} Mode */

  /** @param {Mode} mode @param {string} label @returns {import("../types").Control} */
  const way = (mode, label) => ({ label, act: () => void shared.tell({ verb: "read", mode }) });

  shared.otherWays = ({ view, selected }) => {
    const { mode, second, guess } = view;
    /** @type {import("../types").Control[]} */
    const ways = [];
    if (mode !== "page") ways.push(way("page", shared.message("readAnyway")));
    if (mode === "article" && guess) ways.push(way("article", shared.message("readGuess")));
    if (mode === "article" && second !== null) ways.push(way("second", shared.message("readSecond", second.text.slice(0, 40))));
    if (mode !== "selection" && selected.length > 0) ways.push(way("selection", shared.message("readSelection")));
    if (mode !== "article") ways.push(way("article", shared.message("readArticle")));
    return ways;
  };

  /** @type {Record<Mode, import("../types").MessageKey>} */
  const SHOWN = { article: "notSure", page: "showingPage", second: "showingSecond", selection: "showingSelection" };

  shared.doubt = (opened) => {
    const { article, mode, sure } = opened.view;
    if (article === null || (mode === "article" && sure)) return null;
    const { place, root } = shared.closed("doubt");
    place.setAttribute("role", "note");
    root.append(shared.element("p", { text: shared.message(SHOWN[mode]) }), ...shared.otherWays(opened).map(shared.button));
    return place;
  };
}
