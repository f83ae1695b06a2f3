/** The list of keys: what each tool says of itself, and the few keys that are no tool's. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const QUESTION = "M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.1M12 17.6v.1M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 1 0 0-18.4";

  /** @type {[string, import("../types").MessageKey][]} */
  const ALWAYS = [
    ["Esc", "keyEscape"],
    ["Tab", "keyTab"],
    ["Space", "keySpace"],
  ];

  /**
   * @param {string} key
   * @param {string} does
   */
  function row(key, does) {
    const term = shared.element("dt");
    term.append(shared.element("kbd", { text: key }));
    return [term, shared.element("dd", { text: does })];
  }

  shared.tools.help = (opened) => ({
    label: shared.message("help"),
    icon: QUESTION,
    key: "?",
    panel(panel) {
      const list = shared.element("dl", { className: "keys" });
      if (opened.settings.values.shortcuts) {
        for (const { key, label } of opened.toolbar.tools) if (key !== undefined) list.append(...row(key, label));
      }
      for (const [key, does] of ALWAYS) list.append(...row(key, shared.message(does)));
      panel.append(list);
    },
  });
}
