/** On paper nothing can be unfolded: what is folded up is open while the article is printed. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.aids.paper = ({ content }, signal) => {
    /** @type {HTMLDetailsElement[]} */
    let folded = [];
    addEventListener("beforeprint", ({ isTrusted }) => {
      if (!isTrusted) return;
      folded = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (content?.querySelectorAll("details:not([open])") ?? [])];
      for (const details of folded) details.open = true;
    }, { signal });
    addEventListener("afterprint", ({ isTrusted }) => {
      if (!isTrusted) return;
      for (const details of folded) details.open = false;
      folded = [];
    }, { signal });
  };
}
