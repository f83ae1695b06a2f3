/**
 * The page below goes on living. When it goes to another address without a new document, the reader offers what is there
 * now, and closes when the way led back; when it adds paragraphs to the article, they are offered.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Not every browser tells a content script that the page has changed its address. */
  const LOOK_EVERY_MS = 700;

  /** A page that adds much does so piece by piece. */
  const SETTLED_MS = 900;

  /** Letters; less is a counter, a label, a time. */
  const A_PARAGRAPH = 60;

  /** @typedef {import("../types").OpenView} OpenView */

  const address = () => document.URL.split("#")[0] ?? "";

  /** @param {OpenView} opened */
  shared.hasGoneOn = ({ view }) => address() !== view.url.split("#")[0];

  /** @param {OpenView} opened @param {AbortSignal} signal */
  function watchAddress(opened, signal) {
    let known = address();
    const look = () => {
      if (address() === known) return;
      known = address();
      const act = () => {
        // What was decided was about another article.
        shared.overrides = undefined;
        shared.steps = [];
        void shared.tell({ verb: "read", mode: "article" });
      };
      shared.notice(opened, shared.message("goneOn"), [{ label: shared.message("readNew"), primary: true, act }, { label: shared.message("back"), act: opened.leave }]);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    globalThis.navigation?.addEventListener("currententrychange", look, { signal });
    addEventListener("popstate", () => shared.hasGoneOn(opened) && opened.leave(), { signal });
  }

  /**
   * What on the page holds the whole article: new paragraphs elsewhere are not its own.
   *
   * @param {HTMLElement[]} blocks
   * @returns {Element | null}
   */
  function rootOf(blocks) {
    const ends = [blocks[0], blocks.at(-1)].map((block) => (block === undefined ? null : shared.blocks.onPage(shared.blocks.textOf(block))));
    const [first, last] = ends;
    if (!first || !last) return null;
    let root = first.parentElement;
    while (root !== null && !root.contains(last)) root = root.parentElement;
    return root;
  }

  /** @param {OpenView} opened @param {AbortSignal} signal */
  function watchText(opened, signal) {
    const { content } = opened;
    if (content === null) return;
    const blocks = shared.blocks.within(content);
    const root = rootOf(blocks);
    if (root === null) return;
    const known = new Set(blocks.map((block) => shared.blocks.textOf(block).slice(0, A_PARAGRAPH)));
    /** @type {Set<Element>} */
    const added = new Set();
    let timer = 0;

    const tell = () => {
      const texts = [...added].filter((element) => element.isConnected && element.checkVisibility()).map(shared.blocks.textOf);
      const fresh = texts.filter((text) => text.length >= A_PARAGRAPH && !known.has(text.slice(0, A_PARAGRAPH)));
      added.clear();
      if (fresh.length === 0) return;
      for (const text of fresh) known.add(text.slice(0, A_PARAGRAPH));
      const act = () => void shared.tell({ verb: "read-again", mode: opened.view.mode });
      shared.notice(opened, shared.message("added", (fresh[0] ?? "").slice(0, 60)), [{ label: shared.message("showAdded"), primary: true, act }]);
    };
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) added.add(node);
      clearTimeout(timer);
      if (added.size > 0) timer = window.setTimeout(tell, SETTLED_MS);
    });
    observer.observe(root, { childList: true, subtree: true });
    signal.addEventListener("abort", () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  }

  shared.aids.live = (opened, signal) => {
    watchAddress(opened, signal);
    shared.later(signal, () => requestIdleCallback(() => signal.aborted || watchText(opened, signal)));
  };
}
