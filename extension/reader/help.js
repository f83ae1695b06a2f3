/**
 * The list of keys: what each tool says of itself, the few keys that are no tool's, and those that do something only while
 * blocks are pointed at or a picture is large. Keys are called as keyboards of the language call them.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const QUESTION = "M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.1M12 17.6v.1M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 1 0 0-18.4";

  /** @typedef {import("../types").MessageKey} MessageKey */

  /** Signs that every language writes alike; others are texts. */
  const SIGNS = new Set(["↑", "↓", "←", "→"]);

  /** Keys that do the same, and what they do; under what they are for. @type {[MessageKey | null, [string[], MessageKey][]][]} */
  const ALWAYS = [
    [null, [[["nameEscape"], "keyEscape"], [["nameTab"], "keyTab"], [["nameSpace"], "keySpace"]]],
    ["pick", [[["↑", "↓"], "keyBlock"], [["←", "→"], "keyWider"], [["nameEnter", "nameDelete"], "keyTake"]]],
    ["picture", [[["←", "→"], "keyTurn"], [["nameEnter"], "keyWhole"], [["↑", "↓", "←", "→"], "keyMove"]]],
  ];

  /**
   * @param {string[]} keys
   * @param {string} does
   */
  function row(keys, does) {
    const term = shared.element("dt");
    term.append(...keys.flatMap((key, at) => [...(at > 0 ? [" "] : []), shared.element("kbd", { text: key })]));
    return [term, shared.element("dd", { text: does })];
  }

  /** @param {string} key */
  const nameOf = (key) => (SIGNS.has(key) ? key : shared.message(/** @type {MessageKey} */ (key)));

  shared.tools.help = (opened) => ({
    label: shared.message("help"),
    icon: QUESTION,
    key: "?",
    panel(panel) {
      const { shortcut } = opened.view;
      for (const [about, keys] of ALWAYS) {
        if (about !== null) panel.append(shared.element("h3", { text: shared.message(about) }));
        const list = shared.element("dl", { className: "keys" });
        if (about === null) {
          if (shortcut !== "") list.append(...row([shortcut], shared.message("keyOpen")));
          const tools = opened.settings.values.shortcuts ? opened.toolbar.tools : [];
          for (const { key, label } of tools) if (key !== undefined) list.append(...row([key], label));
        }
        for (const [names, does] of keys) list.append(...row(names.map(nameOf), shared.message(does)));
        panel.append(list);
      }
    },
  });
}
