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

  const address = () => shared.pageOf(document.URL);

  /** @param {OpenView} opened */
  shared.hasGoneOn = ({ view }) => address() !== shared.pageOf(view.url);

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
    // Going on to a route is told as the way back is, but for this.
    let wentOn = false;
    globalThis.navigation?.addEventListener("currententrychange", ({ navigationType }) => {
      wentOn = navigationType === "push" || navigationType === "replace";
      look();
    }, { signal });
    addEventListener("popstate", () => !wentOn && shared.hasGoneOn(opened) && opened.leave(), { signal });
  }

  /** To compare it with the page would be felt. @param {Element} block */
  const isBook = (block) => (block.textContent ?? "").length > A_BOOK;

  /** @param {Node} node @returns {Node | null} where it stands: out of a shadow root it goes on at the host */
  const above = (node) => (node instanceof Element ? shared.of.parentNode(node) : node instanceof ShadowRoot ? node.host : null);

  /**
   * What on the page holds the whole article, and the shadow roots on the way to its ends, which an observer does not see
   * into: new paragraphs elsewhere are not its own.
   *
   * @param {HTMLElement[]} blocks
   * @returns {import("../types").Work<Node[]>}
   */
  function* rootsOf(blocks) {
    const ends = [];
    // A short heading at the end says as little of where it stands as no block at all.
    for (const block of [blocks.find(shared.blocks.isTelling), blocks.findLast(shared.blocks.isTelling)]) {
      if (block === undefined || isBook(block)) return [];
      ends.push(yield* shared.blocks.search(shared.pageElements ?? [], shared.blocks.textOf(block)));
    }
    const [first, last] = ends;
    if (!first || !last) return [];
    const [down, up] = [first, last].map((end) => {
      const way = [];
      for (let at = above(end); at !== null; at = above(at)) way.push(at);
      return way;
    });
    const common = down?.find((node) => up?.includes(node));
    const between = [down, up].flatMap((way = []) => way.slice(0, common && way.indexOf(common)));
    return common === undefined ? [] : [common, ...new Set(between.filter((node) => node instanceof ShadowRoot))];
  }

  /** @param {OpenView} opened @param {AbortSignal} signal @returns {import("../types").Work<void>} */
  function* watchText(opened, signal) {
    const { content } = opened;
    if (content === null) return;
    const blocks = yield* shared.blocks.gather(content);
    const roots = yield* rootsOf(blocks);
    if (roots.length === 0) return;
    /** @type {Set<string>} */
    const known = new Set();
    for (const block of blocks) {
      known.add(shared.blocks.opening(block));
      yield;
    }
    /** @type {Set<Element>} */
    const added = new Set();
    let timer = 0;

    /** @param {Element} element */
    const isNews = (element) => {
      const text = shared.of.isConnected(element) ? shared.blocks.textOf(element) : "";
      return text.length >= A_PARAGRAPH && !known.has(shared.blocks.keyOf(text));
    };
    const tell = () => {
      const fresh = [...added].filter(isNews);
      const rest = fresh.length > 0 ? opened.frozen.wake() : () => {};
      const texts = fresh.filter((element) => shared.of.checkVisibility(element)).map(shared.blocks.textOf);
      rest();
      added.clear();
      if (texts.length === 0) return;
      for (const text of texts) known.add(shared.blocks.keyOf(text));
      const act = () => void shared.readAgain(opened);
      shared.notice(opened, shared.message("added", (texts[0] ?? "").slice(0, 60)), [{ label: shared.message("showAdded"), primary: true, act }]);
    };
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) added.add(node);
      clearTimeout(timer);
      if (added.size > 0) timer = window.setTimeout(tell, SETTLED_MS);
    });
    for (const root of roots) observer.observe(root, { childList: true, subtree: true });
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
