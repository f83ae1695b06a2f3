/**
 * Code: its language named, a button that copies it, and colours by a library that is brought only where there is code.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Letters; to colour more is felt, and more is data. */
  const LONGEST = 40_000;

  /** A guess at the language is shown only when it is a good one. */
  const SURE = 8;

  /** Not code, or no language that could be named. */
  const PLAIN = new Set(["", "text", "plain", "plaintext", "none", "txt", "tex", "console", "output"]);

  const COPY = "M9 9h11v11H9zM5 15H4V4h11v1";

  /** For so long the button says that it has copied. */
  const DONE_MS = 2_000;

  /** @param {HTMLElement} pre */
  const languageOf = (pre) => (pre.dataset.language ?? pre.querySelector("code")?.dataset.language ?? "").toLowerCase();

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Pages without TLS have no clipboard of this kind: there the browser is told to copy, and asks what.
      const answer = (/** @type {ClipboardEvent} */ event) => {
        if (!event.isTrusted) return;
        event.clipboardData?.setData("text/plain", text);
        event.preventDefault();
        // Pages add their own lines to what is copied from them.
        event.stopImmediatePropagation();
      };
      addEventListener("copy", answer, { capture: true });
      const done = document.execCommand("copy");
      removeEventListener("copy", answer, { capture: true });
      return done;
    }
  }

  /**
   * @param {import("../types").OpenView} opened
   * @param {HTMLElement} pre
   */
  function furnish(opened, pre) {
    const frame = shared.element("div", { className: "code" });
    const head = shared.element("div", { className: "code-head" });
    const name = shared.element("span", { className: "language" });
    const text = pre.textContent ?? "";
    const act = async () => {
      const done = await copy(text);
      tools.classList.toggle("done", done);
      clearTimeout(timer);
      if (!done) {
        shared.notice(opened, shared.message("notCopied"), []);
        return;
      }
      opened.toolbar.announce(shared.message("copied"));
      timer = window.setTimeout(() => tools.classList.remove("done"), DONE_MS);
    };
    let timer = 0;
    const tools = shared.controls([{ label: shared.message("copy"), icon: COPY, act: () => void act() }], "copy");
    head.append(name, tools);
    pre.replaceWith(frame);
    frame.append(head, pre);
    shared.mayScroll(pre, shared.message("code"));
    label(frame, languageOf(pre));
  }

  /**
   * @param {Element} frame
   * @param {string} language
   */
  function label(frame, language) {
    const name = frame.querySelector(".language");
    if (name === null || PLAIN.has(language)) return;
    const full = globalThis.hljs?.getLanguage(language)?.name ?? language;
    name.textContent = full.split(",")[0] ?? "";
  }

  /**
   * As the library guesses by itself, which would try all languages in one go: the one that fits best; of two that fit as well, the
   * first, or the one that the other is made from.
   *
   * @param {import("../finding").Highlighter} hljs
   * @param {string} text
   * @returns {import("../types").Work<import("../finding").Highlighted | undefined>}
   */
  function* guess(hljs, text) {
    /** @type {import("../finding").Highlighted | undefined} */
    let best;
    for (const language of hljs.listLanguages()) {
      const found = hljs.highlightAuto(text, [language]);
      const asWell = found.relevance === best?.relevance && hljs.getLanguage(best.language ?? "")?.supersetOf === language;
      if (asWell || found.relevance > (best?.relevance ?? 0)) best = found;
      yield;
    }
    return best;
  }

  /** @param {HTMLElement} pre @returns {import("../types").Work<void>} */
  function* colour(pre) {
    const { hljs } = globalThis;
    const holder = /** @type {HTMLElement} */ (pre.querySelector("code:only-child") ?? pre);
    const text = holder.textContent ?? "";
    const language = languageOf(pre);
    if (hljs === undefined || text.length > LONGEST || language === "tex" || holder.querySelector("a, img") !== null) return;
    const known = hljs.getLanguage(language) !== undefined;
    if (!known && !PLAIN.has(language)) return;
    const found = known ? hljs.highlight(text, { language, ignoreIllegals: true }) : yield* guess(hljs, text);
    if (found === undefined || (!known && found.relevance < SURE)) return;
    shared.renderSpans(holder, found.value);
    label(/** @type {Element} */ (pre.parentElement), found.language ?? language);
  }

  /** @param {HTMLElement[]} blocks @returns {import("../types").Work<void>} */
  function* colourAll(blocks) {
    for (const pre of blocks) {
      yield* colour(pre);
      yield;
    }
  }

  shared.aids.code = (opened, signal) => {
    const blocks = [...(opened.content?.querySelectorAll("pre") ?? [])];
    for (const pre of blocks) furnish(opened, pre);
    if (blocks.length === 0) return;
    shared.later(signal, async () => {
      if (globalThis.hljs === undefined) await shared.tell({ verb: "bring-highlighter" });
      await shared.inSlices(colourAll(blocks), signal);
    });
  };
}
