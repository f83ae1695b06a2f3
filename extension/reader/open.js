/**
 * Opens the reader: one host element at the end of the document; in its open shadow root a modal dialog (so that it
 * is in the top layer, over everything, and the page below is inert even where the page has a modal dialog of its
 * own); in the dialog the article. The open root is on purpose: find-in-page, selection, translators and
 * dictionaries reach the article as they reach any page.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const CLOSE = "M6 6l12 12M18 6L6 18";

  /** Longer than it takes to fade in. */
  const ARRIVED_MS = 300;

  shared.tools.close = (opened) => ({ label: shared.message("close"), icon: CLOSE, act: () => opened.leave() });

  /** Laid out is not enough: through a reader that is clear a page would be seen, and the reader be pressed. */
  const SEEN = { opacityProperty: true, visibilityProperty: true };

  /**
   * What a page cannot do to the reader without closing it: take it out, make it inert, hide it.
   *
   * @param {import("../types").OpenView} view
   */
  const isSound = ({ host, dialog }) =>
    host.isConnected &&
    host.parentNode === document.documentElement &&
    dialog.getRootNode() === host.shadowRoot &&
    dialog.matches(":modal") &&
    !host.inert &&
    !dialog.inert &&
    dialog.matches(".reader") &&
    dialog.checkVisibility(SEEN);

  /**
   * Where the reader opened by itself, the way to stop that is in sight, and scrolls away with the title.
   *
   * @param {import("../types").View} view
   * @param {() => void} leave
   */
  function autoOff({ url, isPrivate }, leave) {
    /** @param {import("../types").ToBackground} message */
    const off = (message) => () => {
      void shared.tell(message);
      leave();
    };
    const site = { label: shared.message("siteOff", new URL(url).hostname), act: off({ verb: "site-off" }) };
    const here = { label: shared.message("notHere"), act: off({ verb: "not-here", at: url }) };
    return shared.controls(isPrivate ? [site] : [site, here], "auto");
  }

  /** @param {import("../types").Article} article */
  function articleElement(article) {
    const element = shared.element("article");
    // Where nobody says what it is, it is not what the controls around it are.
    element.lang = article.lang ?? "";
    element.dir = article.dir ?? "auto";
    return element;
  }

  /**
   * @param {import("../types").View} view
   * @param {Range[]} selected
   * @param {() => void} leave
   */
  function apology(view, selected, leave) {
    const { problem } = view;
    const element = shared.element("section", { className: "apology" });
    const title = shared.element("h1", { text: shared.message(problem === "failed" ? "failedTitle" : "noArticleTitle") });
    title.tabIndex = -1;
    const reasons = /** @type {const} */ ({ "no-article": "noArticle", "no-text": "noText", "too-large": "tooLarge", failed: "failed" });
    const reason = shared.element("p", { text: shared.message(reasons[problem ?? "failed"]) });
    const others = problem === "no-article" ? shared.otherWays({ view, selected }) : [];
    const ways = others.map((way, at) => ({ ...way, primary: at === 0 }));
    ways.push({ label: shared.message("back"), act: leave, primary: false });
    element.append(title, reason, shared.controls(ways, "ways"));
    return element;
  }

  /**
   * What takes long of a long article: done before anything is shown, so that all who want the whole text have it.
   *
   * @param {import("../types").View} view
   * @param {boolean} stays the reader keeps its own place, or has none
   * @returns {import("../types").Work<import("../types").Built | null>}
   */
  function* build(view, stays) {
    if (view.article === null) return null;
    const content = shared.element("div", { className: "content" });
    const rendered = yield* shared.renderInPieces(content, view.article.content);
    shared.furnish(content);
    // While the page can still be asked what is in view.
    const place = stays ? null : yield* shared.placeToOpen(content, view);
    yield* shared.ease(content);
    yield;
    return { ...rendered, content, place, head: shared.head(view.article, view.url), foot: shared.foot(view.article) };
  }

  /**
   * @param {import("../types").View} view
   * @param {import("../types").Built | null} built
   * @param {Range[]} selected
   * @param {() => void} leave
   */
  function body(view, built, selected, leave) {
    const main = shared.element("main", { className: "page" });
    if (view.siteOn) main.append(autoOff(view, leave));
    if (view.article === null || built === null) {
      main.append(apology(view, selected, leave));
      return { main, article: null, content: null, removed: 0, usedSetHtml: false, same: true };
    }
    const doubt = shared.doubt({ view, selected });
    if (doubt !== null) main.append(doubt);
    const article = articleElement(view.article);
    const { content, head, foot, removed, usedSetHtml, same } = built;
    article.append(head, content, ...(foot === null ? [] : [foot]));
    return { main, article, content, removed, usedSetHtml, same };
  }

  shared.titleOf = ({ article, main }) => /** @type {HTMLElement | null} */ ((article ?? main).querySelector("h1"));

  /**
   * The same reader with another reading of the same page; the reader stays where it is in the text, if that text is
   * still there and is to be kept in view.
   *
   * @param {import("../types").OpenView} opened
   * @param {import("../types").View} view
   * @param {import("../types").Built | null} built
   */
  function renew(opened, view, built) {
    const { dialog } = opened;
    // What could be pointed at is about to go.
    shared.endPick?.();
    const place = view.keepPlace && opened.content !== null ? shared.placeIn(opened) : null;
    const had = opened.content !== null;
    const elsewhere = dialog.querySelector("main:focus-within") === null && opened.host.shadowRoot?.activeElement !== dialog;
    // As when the reader is left, if what comes now begins anew.
    shared.readsAnew(opened, view.keepPlace);
    opened.aided.abort();
    opened.main.remove();
    Object.assign(opened, { view, ...body(view, built, opened.selected, opened.leave) });
    shared.lay(opened);
    shared.dress(opened);
    // Its panels stay open, if what they are about is still there.
    if (had !== (opened.content !== null)) {
      opened.toolbar.element.remove();
      opened.toolbar = shared.toolbar(opened);
      dialog.prepend(opened.toolbar.element);
    }
    dialog.append(opened.main);
    dialog.scrollTop = 0;
    shared.aid(opened);
    opened.toolbar.renewPanel();
    if (place !== null) shared.goToPlace(opened, { ...place, quiet: elsewhere });
    else shared.titleOf(opened)?.focus({ preventScroll: true });
    if (!view.keepPlace) shared.standsAt(opened);
    return /** @type {const} */ ({ shown: true });
  }

  /** @param {string} opening @param {string} label */
  function frame(opening, label) {
    const host = document.createElement("div");
    host.dataset.clearleaf = opening;
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [shared.sheet(shared.style.reader)];
    const dialog = shared.ours(shared.element("dialog", { className: "reader" }));
    dialog.ariaLabel = label;
    dialog.tabIndex = -1;
    root.append(dialog);
    // The page's own shortcuts would act on the page below.
    for (const type of ["keydown", "keypress", "keyup"]) host.addEventListener(type, (event) => event.stopPropagation());
    return { host, dialog };
  }

  /**
   * @param {import("../types").View} view
   * @returns {import("../types").Shown | null} null: it is of the page that is here
   */
  function ofAnother(view) {
    if (view.document !== shared.document) return { shown: false, why: "other-document" };
    return shared.pageOf(view.url) === shared.pageOf(document.URL) ? null : { shown: false, why: "other-address" };
  }

  const now = () => performance.timeOrigin + performance.now();

  shared.open = async (view) => {
    const arrived = now();
    const elsewhere = ofAnother(view);
    if (elsewhere !== null) return elsewhere;
    const before = shared.view?.dialog.open === true && view.renews ? shared.view : null;
    // It was left while its page was read anew.
    if (view.renews && before === null) return { shown: false, why: "left" };
    const left = new AbortController();
    // Who comes back to this page later wants it as it was.
    addEventListener("pagehide", ({ isTrusted }) => isTrusted && left.abort(), { signal: left.signal });
    const built = await shared.inSlices(build(view, before !== null), left.signal);
    if (built === undefined) return { shown: false, why: "left" };
    left.abort();
    const goneOn = ofAnother(view);
    if (goneOn !== null) return goneOn;
    if (before !== null) return shared.view === before ? renew(before, view, built) : { shown: false, why: "left" };
    shared.view?.leave();

    const times = { arrived, built: 0, painted: 0 };
    const start = shared.selected();
    const frozen = shared.freeze();
    const { host, dialog } = frame(frozen.opening, shared.message("reader"));
    // While it faded in, a page that nobody asked for would be seen through it, or nothing where that one is at rest.
    dialog.classList.toggle("at-once", view.byItself || frozen.atRest);
    const check = () => isSound(opened) || opened.leave();
    const watcher = new MutationObserver(check);
    /** @type {import("../types").OpenView} */
    const opened = {
      view,
      host,
      dialog,
      frozen,
      settings: view.settings,
      ...body(view, built, start, () => opened.leave()),
      selected: start,
      notice: null,
      times,
      aided: new AbortController(),
      toolbar: /** @type {any} */ (null), // Made below: its tools are given what stands here.
      openedAt: performance.now(),
      leave() {
        if (shared.view !== opened) return;
        shared.view = null;
        let back = () => {};
        try {
          shared.keepChanges();
          back = shared.wayBack(opened);
          shared.endPick?.();
        } finally {
          // Whatever went wrong, the page is given back.
          watcher.disconnect();
          document.removeEventListener("visibilitychange", onReturn);
          opened.aided.abort();
          shared.overrides = undefined;
          shared.steps = [];
          shared.undress();
          dialog.close();
          // A book is taken down a turn later than its reader is gone.
          if (opened.content?.matches(".long") === true) {
            delete host.dataset.clearleaf;
            void shared.breathe().then(() => host.remove());
          } else {
            host.remove();
          }
          frozen.thaw(!shared.hasGoneOn(opened));
          shared.dropFonts();
          back();
          shared.numbered = undefined;
          shared.pageElements = undefined;
          shared.selectionCopy = undefined;
        }
      },
    };
    // Who comes back to this tab may come from the options.
    const onReturn = (/** @type {Event} */ event) => event.isTrusted && document.visibilityState === "visible" && shared.refresh(opened);
    shared.view = opened;
    dialog.addEventListener("close", opened.leave);
    try {
      raise(opened);
      if (frozen.isFelt) {
        // The browser has been busy with all of the page: the article comes a turn later.
        await shared.breathe();
        const away = ofAnother(view);
        if (away !== null || !isSound(opened)) opened.leave();
        if (shared.view !== opened) return away ?? { shown: false, why: "left" };
      }
      fill(opened, built?.place ?? null);
    } catch (error) {
      // What could not be shown to its end is left at once, and not half of it.
      opened.leave();
      throw error;
    }
    document.addEventListener("visibilitychange", onReturn);
    times.built = now();
    shared.later(opened.aided.signal, () => (times.painted = now()));
    // What a page has said of it while it arrived holds only from then on.
    setTimeout(check, ARRIVED_MS);
    // A document can be emptied as a whole, and its root be taken out.
    watcher.observe(document, { childList: true });
    watcher.observe(document.documentElement, { childList: true });
    watcher.observe(host, { attributes: true });
    watcher.observe(/** @type {ShadowRoot} */ (host.shadowRoot), { childList: true, subtree: true, attributes: true, attributeFilter: ["open", "hidden", "inert", "style", "class"] });
    return { shown: true };
  };

  /**
   * Comes over the page, with nothing in it as yet.
   *
   * @param {import("../types").OpenView} opened
   */
  function raise(opened) {
    shared.lay(opened);
    shared.show(opened);
    document.documentElement.append(opened.host);
    opened.dialog.showModal();
  }

  /**
   * Puts in what is to be read, and where one is in it.
   *
   * @param {import("../types").OpenView} opened
   * @param {import("../types").PlaceInView | null} place
   */
  function fill(opened, place) {
    const { host, dialog, view } = opened;
    opened.toolbar = shared.toolbar(opened);
    dialog.append(opened.toolbar.element, ...(view.welcome ? [shared.welcome(opened)] : []), opened.main);
    shared.tuckAway(opened);
    host.addEventListener("keydown", (event) => {
      if (!event.isTrusted || event.defaultPrevented) return;
      if (event.key === "Escape") {
        // Left to itself, Firefox lets one Escape close a dialog of the page as well.
        event.preventDefault();
        // What lies on top closes first.
        if (opened.toolbar.closePanel() || shared.closeNote(opened)) return;
        if (shared.endPick) shared.endPick();
        else opened.leave();
      } else if (shared.pressed(opened, event)) {
        event.preventDefault();
      }
    });
    shared.titleOf(opened)?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
    shared.aid(opened);
    if (place !== null) shared.goToPlace(opened, place);
    shared.standsAt(opened);
  }
}
