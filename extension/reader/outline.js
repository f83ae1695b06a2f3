/**
 * Where one is in the article: headings to go to with the current one marked, a thin line that grows, the minutes left.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const LINES = "M4 6h16M8 12h12M8 18h12M4 12h.01M4 18h.01";

  /** Below the toolbar: a heading at this height is being read. */
  const READING_LINE = 132;

  /** @typedef {import("../types").OpenView} OpenView */

  /** @param {OpenView} opened @returns {HTMLElement[]} */
  const headings = ({ content }) =>
    content === null ? [] : [.../** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll("h1, h2, h3, h4, h5, h6"))].filter((heading) => heading.textContent?.trim() !== "");

  /** @param {OpenView} opened */
  const shareRead = ({ dialog }) => {
    const whole = dialog.scrollHeight - dialog.clientHeight;
    return whole <= 0 ? 1 : Math.min(1, Math.max(0, dialog.scrollTop / whole));
  };

  shared.goTo = (target) => {
    target.scrollIntoView({ block: "start" });
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  /**
   * @param {OpenView} opened
   * @param {HTMLElement} panel
   */
  function fill(opened, panel) {
    const found = headings(opened);
    const title = shared.titleOf(opened);
    const all = title === null ? found : [title, ...found.filter((heading) => heading !== title)];
    const list = shared.element("ol", { className: "outline" });
    const top = Math.min(...found.map((heading) => Number(heading.localName[1])));
    const buttons = all.map((heading) => {
      const depth = heading === title ? 0 : Number(heading.localName[1]) - top + 1;
      const item = shared.element("li");
      item.style.setProperty("--depth", String(Math.min(depth, 4)));
      const button = shared.button({
        label: shared.blocks.textOf(heading),
        act() {
          opened.toolbar.closePanel();
          if (heading === title) opened.dialog.scrollTop = 0;
          shared.goTo(heading);
        },
      });
      button.dir = "auto";
      item.append(button);
      list.append(item);
      return button;
    });
    const left = shared.element("p", { className: "left" });
    const mark = () => {
      const past = all.filter((heading) => heading === title || heading.getBoundingClientRect().top <= READING_LINE).length;
      buttons.forEach((button, at) => (button.ariaCurrent = at === past - 1 ? "location" : null));
      buttons[past - 1]?.scrollIntoView({ block: "nearest" });
      const minutes = Math.ceil((1 - shareRead(opened)) * (opened.view.article?.readingMinutes ?? 0));
      left.textContent = minutes > 0 ? shared.message("timeLeft", shared.minutes(minutes)) : shared.message("atTheEnd");
    };
    panel.append(left, list);
    mark();
    const closed = new AbortController();
    shared.onScroll(opened, AbortSignal.any([closed.signal, opened.aided.signal]), mark);
    panel.addEventListener("toggle", (event) => event.newState === "closed" && closed.abort(), { signal: closed.signal });
  }

  shared.tools.outline = (opened) =>
    opened.view.article === null ? null : { label: shared.message("outline"), icon: LINES, key: "o", panel: (panel) => fill(opened, panel) };

  shared.aids.progress = (opened, signal) => {
    if (opened.content === null) return;
    const { place, root } = shared.closed("progress");
    place.ariaHidden = "true";
    const line = shared.element("div", { className: "read" });
    root.append(line);
    opened.dialog.append(place);
    const draw = () => line.style.setProperty("--read", shareRead(opened).toFixed(4));
    shared.onScroll(opened, signal, draw);
    signal.addEventListener("abort", () => place.remove());
  };
}
