// The tabs pattern of the ARIA Authoring Practices: one stop for the Tab key, arrows move between tabs, and moving
// selects, because every panel is already there.

/** @type {Record<string, (at: number, last: number) => number>} */
const MOVES = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** @param {HTMLElement} tab */
const panelOf = (tab) => document.getElementById(tab.getAttribute("aria-controls") ?? "");

/** @param {HTMLElement} list an element of role `tablist` whose tabs name their panels */
export function makeTabs(list) {
  const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role="tab"]')]);

  /** @param {HTMLElement} chosen */
  const select = (chosen) => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panelOf(tab)?.toggleAttribute("hidden", tab !== chosen);
    }
  };

  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", (event) => {
      const next = tabs[MOVES[event.key]?.(at, tabs.length - 1) ?? -1];
      if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      select(next);
      next.focus();
    });
  }
  return { selectFirst: () => tabs[0] && select(tabs[0]) };
}
