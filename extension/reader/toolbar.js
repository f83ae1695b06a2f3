/**
 * The toolbar: in the corner of the reader, over the text, and the same whatever is read. A tool is a button, a key, or
 * both; it acts at once or opens a panel. Everything here is in one closed shadow root.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** From the start of the line to its end; a tool that is not named here has a key only. */
  const ORDER = ["outline", "removed", "appearance", "help", "close"];

  /** Fields in which keys write. */
  const TYPING = 'textarea, input:not([type="checkbox"], [type="radio"], [type="range"]), [contenteditable]';

  /**
   * The top layer keeps a panel over everything, and closes it when something else is clicked.
   *
   * @param {import("../types").Tool} tool
   */
  function panelOf(tool) {
    const panel = shared.element("section", { className: "panel" });
    panel.popover = "auto";
    panel.tabIndex = -1;
    panel.autofocus = true;
    panel.setAttribute("role", "dialog");
    panel.ariaLabel = tool.label;
    return panel;
  }

  /** @param {HTMLElement} panel */
  const foldsIn = (panel) => [...panel.querySelectorAll("details")];

  /** @param {HTMLElement} panel */
  const operableIn = (panel) =>
    [.../** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("button, input, textarea"))].filter((element) => element.checkVisibility());

  shared.tools ??= {};

  shared.toolbar = (opened) => {
    const { place, root } = shared.closed("bar");
    place.setAttribute("role", "region");
    place.ariaLabel = shared.message("controls");
    const spoken = shared.element("div", { className: "spoken" });
    spoken.role = "status";
    /** @type {Map<import("../types").Tool, HTMLElement>} */
    const panels = new Map();
    /**
     * What had the focus before a panel opened.
     *
     * @type {Element | null}
     */
    let before = null;
    /** @type {import("../types").Toolbar} */
    const toolbar = {
      element: place,
      tools: [],
      use(tool) {
        const panel = panels.get(tool);
        if (panel === undefined) tool.act?.();
        else panel.togglePopover();
      },
      renewPanel() {
        const open = openPanel();
        if (open === undefined) return;
        const [, panel] = open;
        const unfolded = new Set(foldsIn(panel).filter((fold) => fold.open).map(({ dataset }) => dataset.fold));
        const at = operableIn(panel).indexOf(/** @type {HTMLElement} */ (root.activeElement));
        fill(...open);
        for (const fold of foldsIn(panel)) fold.open = unfolded.has(fold.dataset.fold);
        // What had the focus has gone with what it stood for; the next is where it was.
        const next = at < 0 ? undefined : (operableIn(panel)[at] ?? operableIn(panel).at(-1));
        if (root.activeElement === null) (next ?? panel).focus();
      },
      closePanel() {
        const open = openPanel()?.[1];
        open?.hidePopover();
        if (open === undefined) return false;
        // The article may have been read again in between; then the focus goes to the reader as a whole.
        const back = before instanceof HTMLElement && before.isConnected ? before : opened.dialog;
        back.focus({ preventScroll: true });
        return true;
      },
      announce(text) {
        // The same words twice are said once; emptied in between they are said again.
        spoken.textContent = "";
        setTimeout(() => (spoken.textContent = text), 50);
      },
    };

    const openPanel = () => [...panels].find(([, panel]) => panel.matches(":popover-open"));

    /**
     * @param {import("../types").Tool} tool
     * @param {HTMLElement} panel
     */
    function fill(tool, panel) {
      panel.replaceChildren(shared.element("h2", { text: tool.label }));
      tool.panel?.(panel);
      // With nothing in it to go to it is a stop itself: keys scroll it.
      panel.tabIndex = panel.querySelector("button, input, textarea, summary") === null ? 0 : -1;
    }

    /** @param {import("../types").Tool} tool */
    function add(tool) {
      toolbar.tools.push(tool);
      const panel = tool.panel === undefined ? null : panelOf(tool);
      if (panel !== null) {
        panels.set(tool, panel);
        panel.addEventListener("beforetoggle", (event) => {
          if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
          before = root.activeElement ?? /** @type {ShadowRoot} */ (place.getRootNode()).activeElement;
          fill(tool, panel);
        });
      }
      if (tool.icon !== undefined) {
        const label = tool.key === undefined ? tool.label : shared.message("withKey", tool.label, tool.key);
        const button = shared.button({ label, icon: tool.icon, act: () => tool.act?.() });
        button.ariaLabel = tool.label;
        // The browser's own way of opening knows that a click on the button of an open panel closes it.
        if (panel !== null) button.popoverTargetElement = panel;
        root.append(button);
      }
      if (panel !== null) root.append(panel);
    }

    const names = [...ORDER, ...Object.keys(shared.tools).filter((name) => !ORDER.includes(name))];
    for (const name of names) {
      const tool = shared.tools[name]?.(opened);
      if (tool) add(tool);
    }
    root.append(spoken);
    root.addEventListener("keydown", (event) => {
      // What is typed is not for the shortcuts. Only in here can it be told: outside, the closed root hides the field.
      const { key, target } = /** @type {KeyboardEvent} */ (event);
      if (key !== "Escape" && target instanceof Element && target.matches(TYPING)) event.stopPropagation();
    });
    return toolbar;
  };

  /** Less is a trembling finger. */
  const SCROLLED_PX = 8;

  shared.tuckAway = (opened) => {
    const { dialog } = opened;
    let last = 0;
    const follow = () => {
      const { element } = opened.toolbar;
      const top = dialog.scrollTop;
      if (Math.abs(top - last) < SCROLLED_PX) return;
      element.classList.toggle("away", top > last && top > element.offsetHeight);
      last = top;
    };
    dialog.addEventListener("scroll", follow, { passive: true });
  };

  /**
   * What is meant by a key, whatever is written on it: where a keyboard has no Latin letters, its place counts.
   *
   * @param {KeyboardEvent} event
   */
  const meant = ({ key, code }) => (/^[!-~]$/.test(key) || !code.startsWith("Key") ? key : code.slice(3)).toLowerCase();

  shared.pressed = (opened, event) => {
    if (!opened.settings.values.shortcuts || event.ctrlKey || event.altKey || event.metaKey) return false;
    const tool = opened.toolbar.tools.find(({ key }) => key === meant(event));
    if (tool === undefined) return false;
    opened.toolbar.use(tool);
    return true;
  };
}
