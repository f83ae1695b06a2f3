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

  /** Letters. */
  const A_BOOK = 100_000;

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

  /** To compare it with the page would be felt. @param {Element} block */
  const isBook = (block) => (block.textContent ?? "").length > A_BOOK;

  /**
   * What on the page holds the whole article: new paragraphs elsewhere are not its own.
   *
   * @param {HTMLElement[]} blocks
   * @returns {import("../types").Work<Element | null>}
   */
  function* rootOf(blocks) {
    const ends = [];
    for (const block of [blocks[0], blocks.at(-1)]) {
      if (block === undefined || isBook(block)) return null;
      ends.push(yield* shared.blocks.search(shared.pageElements ?? [], shared.blocks.textOf(block)));
    }
    const [first, last] = ends;
    if (!first || !last) return null;
    const { contains, parentElement } = shared.of;
    let root = parentElement(first);
    while (root !== null && !contains(root, last)) root = parentElement(root);
    return root;
  }

  /** @param {OpenView} opened @param {AbortSignal} signal @returns {import("../types").Work<void>} */
  function* watchText(opened, signal) {
    const { content } = opened;
    if (content === null) return;
    const blocks = yield* shared.blocks.gather(content);
    const root = yield* rootOf(blocks);
    if (root === null) return;
    /** @type {Set<string>} */
    const known = new Set();
    for (const block of blocks) {
      known.add(shared.blocks.opening(block));
      yield;
    }
    /** @type {Set<Element>} */
    const added = new Set();
    let timer = 0;

    const tell = () => {
      const texts = [...added].filter((element) => shared.of.isConnected(element) && shared.of.checkVisibility(element)).map(shared.blocks.textOf);
      const fresh = texts.filter((text) => text.length >= A_PARAGRAPH && !known.has(shared.blocks.keyOf(text)));
      added.clear();
      if (fresh.length === 0) return;
      for (const text of fresh) known.add(shared.blocks.keyOf(text));
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
    shared.later(signal, () => requestIdleCallback(() => signal.aborted || void shared.inSlices(watchText(opened, signal), signal)));
  };
}
