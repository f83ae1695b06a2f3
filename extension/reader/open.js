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

  shared.tools.close = (opened) => ({ label: shared.message("close"), icon: CLOSE, act: () => opened.leave() });

  /**
   * What a page cannot do to the reader without closing it: take it out, cover it, empty it, make it inert.
   *
   * @param {import("../types").OpenView} view
   */
  const isSound = ({ host, dialog }) =>
    host.parentNode === document.documentElement &&
    dialog.getRootNode() === host.shadowRoot &&
    dialog.matches(":modal") &&
    !host.inert &&
    dialog.checkVisibility();

  /**
   * Where the reader opened by itself, the way to stop that is in sight, and scrolls away with the title.
   *
   * @param {string} url
   * @param {() => void} leave
   */
  function autoOff(url, leave) {
    const act = () => {
      void shared.tell({ verb: "site-off" });
      leave();
    };
    return shared.controls([{ label: shared.message("siteOff", new URL(url).hostname), act }], "auto");
  }

  /** @param {import("../types").Article} article */
  function articleElement(article) {
    const element = shared.element("article");
    if (article.lang) element.lang = article.lang;
    element.dir = article.dir ?? "auto";
    return element;
  }

  /**
   * @param {import("../types").View} view
   * @param {() => void} leave
   */
  function apology({ problem }, leave) {
    const element = shared.element("section", { className: "apology" });
    const title = shared.element("h1", { text: shared.message(problem === "failed" ? "failedTitle" : "noArticleTitle") });
    title.tabIndex = -1;
    const reasons = /** @type {const} */ ({ "no-article": "noArticle", "no-text": "noText", "too-large": "tooLarge", failed: "failed" });
    const reason = shared.element("p", { text: shared.message(reasons[problem ?? "failed"]) });
    /** @type {import("../types").Control[]} */
    const ways = [{ label: shared.message("back"), act: leave }];
    if (problem === "no-article") {
      ways.unshift({ label: shared.message("readAnyway"), primary: true, act: () => void shared.tell({ verb: "read-page" }) });
    }
    element.append(title, reason, shared.controls(ways, "ways"));
    return element;
  }

  /** @param {import("../types").View} view */
  function body(view) {
    const main = shared.element("main", { className: "page" });
    if (view.article === null) return { main, removed: 0, usedSetHtml: false };
    const article = articleElement(view.article);
    const content = shared.element("div", { className: "content" });
    const rendered = shared.render(content, view.article.content);
    shared.furnish(content);
    article.append(shared.head(view.article, view.url), content);
    const foot = shared.foot(view.article);
    if (foot !== null) article.append(foot);
    main.append(article);
    return { main, ...rendered };
  }

  /** @param {string} label */
  function frame(label) {
    const host = document.createElement("div");
    host.dataset.clearleaf = "";
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [shared.sheet(shared.style.reader)];
    const dialog = shared.element("dialog", { className: "reader" });
    dialog.ariaLabel = label;
    // Of the texts that are shown, which are not always in the browser's own language.
    dialog.lang = shared.message("language");
    dialog.dir = shared.message("direction");
    root.append(dialog);
    // The page's own shortcuts would act on the page below.
    for (const type of ["keydown", "keypress", "keyup"]) host.addEventListener(type, (event) => event.stopPropagation());
    return { host, dialog };
  }

  shared.open = (view) => {
    if (view.document !== shared.document) return { shown: false, why: "other-document" };
    if (view.url.split("#")[0] !== document.URL.split("#")[0]) return { shown: false, why: "other-address" };
    shared.view?.leave();

    const frozen = shared.freeze();
    const { host, dialog } = frame(shared.message("reader"));
    const watcher = new MutationObserver(() => isSound(opened) || opened.leave());
    const { main, removed, usedSetHtml } = body(view);
    /** @type {import("../types").OpenView} */
    const opened = {
      view,
      host,
      dialog,
      settings: view.settings,
      removed,
      usedSetHtml,
      toolbar: /** @type {any} */ (null), // Made below: its tools are given what stands here.
      openedAt: performance.now(),
      leave() {
        if (shared.view !== opened) return;
        shared.view = null;
        shared.keepChanges();
        watcher.disconnect();
        document.removeEventListener("visibilitychange", onReturn);
        dialog.close();
        host.remove();
        frozen.thaw();
        shared.dropFonts();
      },
    };
    if (view.article === null) main.append(apology(view, opened.leave));
    opened.toolbar = shared.toolbar(opened);
    shared.show(opened);
    dialog.append(opened.toolbar.element, ...(view.welcome ? [shared.welcome(opened)] : []), main);
    if (view.siteOn) main.prepend(autoOff(view.url, opened.leave));
    shared.tuckAway(opened);
    // Who comes back to this tab may come from the options.
    const onReturn = () => document.visibilityState === "visible" && shared.refresh(opened);
    document.addEventListener("visibilitychange", onReturn);
    dialog.addEventListener("close", opened.leave);
    host.addEventListener("keydown", (event) => {
      if (!event.isTrusted || event.defaultPrevented) return;
      if (event.key === "Escape") {
        // Left to itself, Firefox lets one Escape close a dialog of the page as well.
        event.preventDefault();
        if (!opened.toolbar.closePanel()) opened.leave();
      } else if (shared.pressed(opened, event)) {
        event.preventDefault();
      }
    });

    document.documentElement.append(host);
    dialog.showModal();
    shared.view = opened;
    main.querySelector("h1")?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
    watcher.observe(document.documentElement, { childList: true });
    watcher.observe(host, { attributes: true });
    watcher.observe(/** @type {ShadowRoot} */ (host.shadowRoot), { childList: true, subtree: true, attributes: true, attributeFilter: ["open", "hidden", "inert", "style"] });
    return { shown: true };
  };
}
