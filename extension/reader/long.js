/**
 * What is long is shown before all of it is laid out: it stands in stretches, and the browser leaves out those that are far
 * from view. Soon after, they are laid out one by one, so that the height of the whole is known.
 *
 * What is longer than a book stays as it is: laid out where it is read. Text that goes on for a hundred pages in one piece
 * (a log, a list in a `<pre>`) is cut into stretches then; no letter changes.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Letters; a shorter article is laid out as a whole. One in a hundred is longer. */
  const FELT = 40_000;

  /** Letters; of a shorter article the height is soon known. */
  const LONG = 1_000_000;

  /** Letters; a shorter text stays in one piece. */
  const LONG_TEXT = 100_000;

  /** Letters of a stretch, some screens. */
  const STRETCH = 8_000;

  /** As many things beside each other are a stretch, whatever is in them. */
  const MANY = 100;

  /** What a stretch can begin and end at. */
  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, dl, pre, blockquote, figure, section, article, div, aside, details, address, hr";

  /** What can be in stretches itself. Some `<div>`s are frames of ours, with a class. */
  const HOLDERS = "section, article, div:not([class])";

  /** Of text as wide as it is set at first: only for the scroll bar. */
  const LETTERS_IN_AN_EM = 42;

  /** Letters before the end of a stretch in which a good place to cut is looked for. */
  const AROUND = 400;

  /**
   * After a line, else between words, else anywhere.
   *
   * @param {string} text
   * @param {number} from
   */
  function endOf(text, from) {
    const furthest = from + STRETCH;
    if (furthest >= text.length) return text.length;
    for (const sign of ["\n", " "]) {
      const at = text.slice(furthest - AROUND, furthest).lastIndexOf(sign);
      if (at >= 0) return furthest - AROUND + at + 1;
    }
    // Not within a letter of two units.
    return (text.codePointAt(furthest - 1) ?? 0) > 0xffff ? furthest + 1 : furthest;
  }

  /** @param {Text} node */
  function cut(node) {
    const text = node.data;
    const stretches = [];
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = endOf(text, from);
      stretches.push(shared.element("span", { className: "stretch", text: text.slice(from, to) }));
    }
    node.replaceWith(...stretches);
  }

  /**
   * Wraps what stands beside each other, stretch by stretch.
   *
   * @param {Element} parent
   * @returns {import("../types").Work<void>}
   */
  function* bundle(parent) {
    /** @type {ChildNode[]} */
    let together = [];
    let letters = 0;
    const close = () => {
      const [first] = together;
      const isCut = together.length === 1 && first instanceof Element && first.querySelector(".stretch") !== null;
      if (first !== undefined && !isCut) {
        const stretch = shared.element("span", { className: "stretch" });
        stretch.style.setProperty("--high", `${Math.round(letters / LETTERS_IN_AN_EM + together.length)}em`);
        first.before(stretch);
        stretch.append(...together);
      }
      together = [];
      letters = 0;
    };
    for (const child of [...parent.childNodes]) {
      const length = child.textContent?.length ?? 0;
      const isBlock = child instanceof Element && child.matches(BLOCKS);
      if (isBlock && child.matches(HOLDERS) && length > 2 * STRETCH) {
        close();
        yield* bundle(child);
        continue;
      }
      together.push(child);
      letters += length;
      // How far a heading is from what follows depends on what that is.
      if (isBlock && (letters > STRETCH || together.length > MANY) && !child.matches("h1, h2, h3, h4, h5, h6")) close();
      yield;
    }
    close();
  }

  shared.ease = function* (content) {
    const letters = (content.textContent ?? "").length;
    if (letters < FELT) return;
    if (letters > LONG) {
      content.classList.add("long");
      const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
      /** @type {Text[]} */
      const long = [];
      while (texts.nextNode()) {
        const text = /** @type {Text} */ (texts.currentNode);
        if (text.length > LONG_TEXT) long.push(text);
      }
      for (const text of long) {
        cut(text);
        yield;
      }
    }
    yield* bundle(content);
    // What comes next, to show it, is a slice by itself.
    if (letters > LONG) yield true;
  };

  /** What a person does to scroll. */
  const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];

  /**
   * What is in view stays where it is. Browsers try, and do not all succeed: meanwhile they are told not to.
   *
   * @param {HTMLElement} dialog
   * @param {Element[]} stretches
   * @param {Element} stretch
   */
  function layOutOne(dialog, stretches, stretch) {
    const inView = stretches.find((each) => each.getBoundingClientRect().bottom > 0) ?? stretch;
    const { top } = inView.getBoundingClientRect();
    stretch.classList.add("laid");
    const moved = inView.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) dialog.scrollTop += moved;
  }

  /**
   * @param {import("../types").OpenView} opened
   * @param {Element[]} stretches
   * @param {AbortSignal} signal
   * @returns {import("../types").Work<void>}
   */
  function* layOut(opened, stretches, signal) {
    let acted = false;
    const { dialog } = opened;
    const settled = () => shared.settling.delete(opened);
    /** @param {Event} event */
    const act = ({ isTrusted }) => {
      if (!isTrusted || acted) return;
      acted = true;
      // It may be no more than the way out.
      shared.standsAt(opened);
      settled();
    };
    for (const type of ACTS) dialog.addEventListener(type, act, { passive: true, signal });
    yield true;
    dialog.classList.add("settling");
    signal.addEventListener("abort", () => dialog.classList.remove("settling"));
    for (const stretch of stretches) {
      layOutOne(dialog, stretches, stretch);
      // Where a height above was guessed wrong, the text was held, and not its distance from the top.
      if (!acted) shared.standsAt(opened);
      yield;
    }
    dialog.classList.remove("settling");
    shared.later(signal, () => {
      if (!acted) shared.standsAt(opened);
      // From now on, wherever the text stands, somebody has moved it.
      acted = true;
      settled();
    });
  }

  shared.aids.ease = (opened, signal) => {
    const { content } = opened;
    const stretches = content === null || content.matches(".long") ? [] : [...content.querySelectorAll(".stretch")];
    if (stretches.length === 0) return;
    shared.settling.add(opened);
    signal.addEventListener("abort", () => shared.settling.delete(opened));
    shared.later(signal, () => void shared.inSlices(layOut(opened, stretches, signal), signal));
  };
}
