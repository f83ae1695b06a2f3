/** Shapes of what helps to find the way: rules, places, what changes on the page below. */

import type { Snapshot } from "./types";

/** Boxes that stay while the page scrolls. */
export interface Floats {
  fixed: Set<Element>;
  sticky: Set<Element>;
  covering: Set<Element>;
}

/** How the text of an element is made; words in steps, so that a few more or less are the same. */
export interface TextShape {
  words: number;
  links: "few" | "some" | "mostly";
  /** It holds fields or buttons. */
  asks: boolean;
  pictures: boolean;
}

/** What the reader decided for a site, as a description of the elements it is about. */
export interface Rule {
  /** Put back what the core removes, or remove what it keeps. */
  keep: boolean;
  tag: string;
  /** Names of the elements around it, innermost first. */
  inside: string[];
  /** Words in its class and id that people chose. */
  stems: string[];
  shape: TextShape;
  /** How its text begins, where it has no stems; digits are all the same. */
  opening: string;
}

/** A rule as it is kept and listed. */
export interface KeptRule extends Rule {
  id: string;
  site: string;
  /** First words of what it was made from, for people. */
  example: string;
}

/** What the reader decided about parts of this page, until it is left. */
export interface OwnOverrides {
  keep: Set<Element>;
  drop: Set<Element>;
  keepLoose: Set<Element>;
}

/** Where in an article someone stopped. */
export interface Place {
  /** How the paragraph begins. */
  text: string;
  /** Of the article, how much lies before it: 0 to 1. */
  share: number;
}

export interface Finding {
  floats(): Floats;
  floating: Floats | undefined;
  frameBody(element: Element): HTMLElement | null;
  serialise(root: Element, shadowRoots: ShadowRoot[]): string;
  serialiseWithFrames(root: Element, shadowRoots: ShadowRoot[], frames: Map<Element, HTMLElement>): string;
  /** Elements of the last snapshot, by number. */
  numbered: Element[] | undefined;
  overrides: OwnOverrides | undefined;
  /** Rules for this site. */
  rules: Rule[] | undefined;
  ruleFor(element: Element, keep: boolean): Rule;
  applyRules(elements: Element[], rules: Rule[]): { keep: Element[]; drop: Element[] };
  selection(): Snapshot | null;
}
