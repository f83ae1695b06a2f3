/**
 * What the names of an element mean: the words in its class and id that a person wrote. What a build made is none of them:
 * it is another with the next build. The core reads names as well (`clutter/css_in_js.rs`); `tests/clutter/names.txt`
 * holds the two together. Where one cannot know, it is taken for made: a rule with a word less still finds its element.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const { classList, getAttribute, id } = shared.of;

  /** Names in which a tool says that it made them. */
  const TOOLS = /^(?:css|sc|jss|jsx|svelte|emotion|astro)-/;

  /** styled-components' name of a component, alone or behind a person's; the class after it is a hash. */
  const COMPONENT = /^(?:.+-)?sc-/;
  const AFTER_COMPONENT = /^[A-Za-z]{4,8}$/;

  /** What React puts behind an id: `:R2ad:`, of late `_R_2ad_`. */
  const REACT = /:[rR]\w*:$|_[rR]_\w*_$/;

  /** The five characters that CSS Modules put behind `__`, unless all are small: `block__title` is a person's. */
  const MODULE = /__(?=[-\w]{5}$)(?=.*[-_\dA-Z][-\w]{0,3}$)[-\w]{5}$/;

  /** Letters of the longest hash that tools make of letters alone. */
  const LONGEST_DICE = 7;

  /** Words of few letters that people put together with others: `navBar`, `topAd`. */
  const SHORT_WORDS = /^(?:ads?|app|bar|body|book|box|btn|card|foot|head|hero|icon|img|info|item|link|list|logo|main|menu|nav|news|page|post|side|tab|tag|text|tile|top|wrap)$/i;

  /** `navBar` is `nav Bar`, `HTMLBlock` is `HTML Block`. @param {string} part */
  const pieces = (part) => part.replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1$3 $2").split(" ");

  /** One that can be spoken, and is no more than a name begins with a capital. @param {string} piece */
  const isSpoken = (piece) => /[aeiouy]/i.test(piece) && /^.[a-z]+$/.test(piece);

  /** Few letters, their case thrown like dice: `jasvOK`. @param {string} part */
  function isDice(part) {
    if (!/^[A-Za-z]+[A-Z]/.test(part) || part.length > LONGEST_DICE) return false;
    const all = pieces(part);
    if (all.some((piece) => SHORT_WORDS.test(piece))) return false;
    return all.length > 2 || !all.every(isSpoken) || !/[a-z]{4}/.test(part);
  }

  /** @param {string} part of a name */
  const isMade = (part) => /\d/.test(part) || /^[bcdfghjklmnpqrstvwxz]{5,}$/i.test(part) || isDice(part);

  /** @param {string} part @returns {string[]} */
  const words = (part) => pieces(part).flatMap((piece) => piece.toLowerCase().split(/[^\p{L}\p{M}]+/u)).filter((word) => word.length > 1);

  shared.stemsOf = (element) => {
    const classes = [...classList(element)];
    const own = classes.filter((name, at) => !(AFTER_COMPONENT.test(name) && COMPONENT.test(classes[at - 1] ?? "")));
    const names = [id(element), ...own, getAttribute(element, "role") ?? ""].filter((name) => !TOOLS.test(name));
    const parts = names.flatMap((name) => name.normalize().replace(REACT, "").replace(MODULE, "").split(/[-_]+/)).filter((part) => part !== "" && !isMade(part));
    return [...new Set(parts.flatMap(words))].sort();
  };
}
