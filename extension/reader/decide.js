/**
 * What the reader decides about parts of the page: put back, or removed, now or always on this site, and undone step by
 * step. Decisions are about elements of the page below; the snapshot names them to the core.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** @typedef {import("../types").OpenView} OpenView */
  /** @typedef {import("../types").OwnOverrides} OwnOverrides */

  /** Letters of an example: enough to know a rule again in a list. */
  const EXAMPLE = 80;

  /** More rules at once than this are not a decision about parts of a site but about all of it. */
  const RULES_AT_ONCE = 10;

  /** @param {OwnOverrides} overrides @returns {OwnOverrides} */
  const copyOf = ({ keep, drop, keepLoose }) => ({ keep: new Set(keep), drop: new Set(drop), keepLoose: new Set(keepLoose) });

  shared.readAgain = (opened) => shared.tell({ verb: "read-again", mode: opened.view.mode });

  shared.steps ??= [];

  /**
   * What is described alike is one rule.
   *
   * @param {Element[]} elements
   * @param {boolean} keep
   */
  function rulesFor(elements, keep) {
    const all = elements.map((element) => ({ rule: shared.ruleFor(element, keep), example: shared.blocks.textOf(element).slice(0, EXAMPLE) }));
    return [...new Map(all.map((each) => [JSON.stringify(each.rule), each])).values()];
  }

  /**
   * Rules belong to this page's site from now on; on this page they are followed already.
   *
   * @param {OpenView} opened
   * @param {ReturnType<typeof rulesFor>} all
   */
  async function always(opened, all) {
    /** @type {string[]} */
    const ids = [];
    for (const { rule, example } of all) {
      const id = await shared.tell({ verb: "add-rule", rule, example });
      if (typeof id !== "string") continue;
      (shared.rules ??= []).push({ ...rule, id });
      ids.push(id);
    }
    if (ids.length === 0) return;
    shared.notice(opened, shared.message(all[0]?.rule.keep ? "keptAlways" : "removedAlways", new URL(opened.view.url).hostname), [
      { label: shared.message("undo"), act: () => ids.forEach((id) => void shared.forgetRule(id)) },
    ]);
  }

  shared.forgetRule = async (id) => {
    shared.rules = (shared.rules ?? []).filter((rule) => rule.id !== id);
    await shared.tell({ verb: "drop-rule", id });
  };

  /**
   * @param {OpenView} opened
   * @param {string} text
   * @param {Element[]} elements what rules could be made of
   * @param {boolean} keep
   */
  function say(opened, text, elements, keep) {
    const ways = [{ label: shared.message("undo"), act: () => shared.undo(opened) }];
    // A rule is about pages, and a selection is none; kept, it would say which site was read.
    const all = opened.view.mode === "selection" || opened.view.isPrivate ? [] : rulesFor(elements, keep);
    if (all.length > 0 && all.length <= RULES_AT_ONCE) ways.push({ label: shared.message("alwaysHere"), act: () => void always(opened, all) });
    shared.notice(opened, text, ways);
  }

  shared.elementOf = ({ element }) => {
    const found = element === null ? undefined : shared.numbered?.[element];
    return found !== undefined && shared.of.isConnected(found) ? found : null;
  };

  shared.putBack = async (opened, removals) => {
    const before = copyOf(shared.decided());
    /** @type {Element[]} */
    const elements = [];
    for (const removal of removals) {
      const element = shared.elementOf(removal);
      if (element === null) continue;
      elements.push(element);
      shared.decided()[removal.loose ? "keepLoose" : "keep"].add(element);
      shared.decided().drop.delete(element);
    }
    if (elements.length === 0) return;
    shared.steps.push({ before });
    await shared.readAgain(opened);
    const loose = removals.some((removal) => removal.loose);
    const one = elements.length === 1 && !loose;
    say(opened, one ? shared.message("putBackOne", removals[0]?.text ?? "") : shared.message("putBackMany", String(elements.length)), loose ? [] : elements, true);
  };

  /**
   * The element of what was read that shows a block of the article.
   *
   * @param {HTMLElement} block
   * @returns {Element | null}
   */
  function below(block) {
    const text = shared.blocks.textOf(block);
    const image = block instanceof HTMLImageElement ? block : block.querySelector("img");
    const found = text === "" ? null : shared.blocks.among(shared.numbered ?? [], text);
    if (found !== null || image === null) return found;
    const shown = shared.numbered?.find((each) => shared.of.localName(each) === "img" && each.isConnected && /** @type {HTMLImageElement} */ (each).currentSrc === image.currentSrc);
    return shown?.closest("figure, picture") ?? shown ?? null;
  }

  shared.removeBlock = (opened, block) => {
    const text = shared.blocks.textOf(block) || shared.message("pictureAlone");
    const element = below(block);
    const before = copyOf(shared.decided());
    if (element !== null) shared.decided().drop.add(element);
    const mark = document.createComment("");
    block.replaceWith(mark);
    shared.steps.push({ before, block, mark });
    say(opened, shared.message("removedOne", text.slice(0, EXAMPLE)), element === null ? [] : [element], false);
  };

  shared.undo = (opened) => {
    const step = shared.steps.pop();
    if (step === undefined) {
      opened.toolbar.announce(shared.message("nothingToUndo"));
      return;
    }
    shared.overrides = step.before;
    opened.notice?.remove();
    opened.toolbar.announce(shared.message("undone"));
    // Where the article has been read again in between, there is no place to put the block.
    if (step.block !== undefined && step.mark?.isConnected === true) {
      step.mark.replaceWith(step.block);
      step.block.scrollIntoView({ block: "nearest" });
    } else {
      void shared.readAgain(opened);
    }
  };

  shared.tools.undo = () => ({ label: shared.message("undo"), key: "u", act: () => shared.view != null && shared.undo(shared.view) });
}
