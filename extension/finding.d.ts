/** Shapes of what helps to find the way: rules, places, what changes on the page below. */

import type { Overrides } from "../src/wasm";
import type { Article, Control, OpenView, Snapshot, View } from "./types";

/** Work that may pause wherever it yields, and should where it yields `true`. */
export type Work<T> = Generator<true | undefined, T, undefined>;

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

/** One decision that can be undone. */
export interface Step {
  before: OwnOverrides;
  /** A block that was taken out of the article, and what marks its place. */
  block?: HTMLElement;
  mark?: Comment;
}

/** Where in an article someone stopped. */
export interface Place {
  /** How the paragraph begins. */
  text: string;
  /** Of the article, how much lies before it: 0 to 1. */
  share: number;
}

type Reads =
  | "parentElement" | "parentNode" | "ownerDocument" | "firstChild" | "childNodes" | "textContent" | "isConnected" | "localName" | "namespaceURI" | "id" | "classList"
  | "children" | "firstElementChild" | "lastElementChild" | "previousElementSibling" | "shadowRoot" | "assignedSlot" | "outerHTML" | "clientTop" | "clientHeight" | "scrollHeight";

type Calls =
  | "contains" | "cloneNode" | "getRootNode" | "getAttribute" | "hasAttribute" | "setAttribute" | "matches" | "checkVisibility" | "getBoundingClientRect" | "scrollIntoView"
  | "getHTML" | "getAttributeNames" | "getElementsByTagName";

/** What may be asked of an element of a page, whatever it and its fields are called. */
export type Unshadowed = { [Name in Reads]: (element: Element) => Element[Name] } & {
  [Name in Calls]: (element: Element, ...rest: Parameters<Element[Name]>) => ReturnType<Element[Name]>;
} & {
  nodeType(node: Node): number;
  closest(element: Element, selector: string): Element | null;
  querySelector(element: Element, selector: string): Element | null;
  querySelectorAll(element: Element, selector: string): NodeListOf<Element>;
  focus(element: Element, options?: FocusOptions): void;
};

/** "felt": to read the page would keep its thread for a moment; "much": longer than anyone waits. */
export type Size = "fine" | "felt" | "much";

export interface Finding {
  of: Unshadowed;
  /** Whether what is below is larger than can be answered soon. */
  sizeOf(root: Element): Work<Size>;
  /** The reader wants this page, however large. */
  insists: boolean | undefined;
  /** Letters of the longest text in what was asked for its size last. */
  longestText: number;
  /** Parts of a snapshot that the background has not fetched yet. */
  handOver: string[];
  floats(): Work<Floats>;
  /** What stands below `root` and is laid out, but blurred or cut off. */
  veiled(root: ParentNode): Work<Set<Element>>;
  /** What has waited for the page's own thread has its turn. */
  breathe(): Promise<void>;
  /** Does work with pauses in between; undefined: the signal has ended it. */
  inSlices<T>(work: Work<T>, signal?: AbortSignal): Promise<T | undefined>;
  /** Does work without a pause. */
  atOnce<T>(work: Work<T>): T;
  floating: Floats | undefined;
  /** What is in a frame of this page's origin. */
  frameRoot(frame: HTMLIFrameElement): HTMLElement | null;
  /** The same, if there is enough in it to be read. */
  frameBody(element: Element): HTMLElement | null;
  /** As it would be in a document that loads nothing. */
  copyOfFrame(body: HTMLElement): HTMLElement;
  /** The tree as HTML, with these shadow roots, and with what some frames show in their place. */
  markup(root: Element, parts: { shadowRoots: ShadowRoot[]; frames: Map<Element, HTMLElement> }, isVoid?: () => boolean): Work<string>;
  /** Elements of what was read last, by number: of the page, or of a copy of what is selected. */
  numbered: Element[] | undefined;
  /** Elements of the page, as they were when it was read last. */
  pageElements: Element[] | undefined;
  /** What is selected, as a page of its own, for as long as the reader is open. */
  selectionCopy: Document | undefined;
  /** The elements of a tree as its serialisation writes them. */
  elementsOf(root: Element): Element[];
  /** What the reader decided about some of these elements, by number. */
  overridesOf(elements: Element[], rules: Rule[]): Overrides;
  overrides: OwnOverrides | undefined;
  /** What was decided on this page, to be read and added to. */
  decided(): OwnOverrides;
  /** Rules for this site. */
  rules: (Rule & { id: string })[] | undefined;
  /** The words in its names that a person wrote, in order. */
  stemsOf(element: Element): string[];
  ruleFor(element: Element, keep: boolean): Rule;
  applyRules(elements: Element[], rules: Rule[]): { keep: Element[]; drop: Element[] };
  selection(): Snapshot | null;
  /** Blocks of text, by which the page and the reader are one. */
  blocks: {
    textOf(node: Node): string;
    /** Innermost blocks with text, in the order of the text. */
    within(content: ParentNode): HTMLElement[];
    gather(content: ParentNode): Work<HTMLElement[]>;
    /** By which a text is known again. */
    keyOf(text: string): string;
    /** How the text of a block begins, which is enough to know it again. */
    opening(block: Element): string;
    /** It has enough letters to be known by. */
    isTelling(block: Element): boolean;
    withText(content: ParentNode, text: string): HTMLElement | null;
    firstBelow(elements: ArrayLike<HTMLElement>, line: number, counts?: (element: HTMLElement) => boolean): HTMLElement | null;
    /** The same for the blocks of an article. */
    firstIn(content: ParentNode, line: number): HTMLElement | null;
    search(elements: Element[], text: string): Work<Element | null>;
    among(elements: Element[], text: string): Element | null;
    onPage(text: string): Element | null;
    inView(content: HTMLElement): Work<{ block: HTMLElement; top: number } | null>;
  };
  /** By name; each is told when an article is shown, and ends with the signal. */
  aids: Record<string, (opened: OpenView, signal: AbortSignal) => void>;
  aid(opened: OpenView): void;
  /** The page is about to be left, or is left now; more than once, if it stays after all. */
  onLeaving(signal: AbortSignal, work: () => void): void;
  /** Once the article is on the screen. */
  later(signal: AbortSignal, work: () => void): void;
  titleOf(opened: Pick<OpenView, "article" | "main">): HTMLElement | null;
  /** Puts the article where it is shown: in the reader's own tree, or outside it for other extensions. */
  lay(opened: OpenView): void;
  /** Gives an article outside the reader's own tree the reader's look. */
  dress(opened: OpenView): void;
  undress(): void;
  /** At most once a frame. */
  onScroll(opened: OpenView, signal: AbortSignal, work: () => void): void;
  /** @returns whether one was open */
  closeNote(opened: OpenView): boolean;
  goTo(target: HTMLElement): void;
  /** Shows a line with ways to act; gives back what takes it away. */
  notice(opened: OpenView, text: string, ways: Control[]): () => void;
  /** Spans with classes, and nothing else, if the text stays the same. */
  renderSpans(into: HTMLElement, html: string): void;
  /** What was decided on this page, step by step. */
  steps: Step[];
  undo(opened: OpenView): void;
  /** What is read is read once more, with what has been decided since. */
  readAgain(opened: OpenView): Promise<unknown>;
  /** The element of the page that a removal is about, if it is still there. */
  elementOf(removal: Article["removals"][number]): Element | null;
  putBack(opened: OpenView, removals: Article["removals"]): Promise<void>;
  removeBlock(opened: OpenView, block: HTMLElement): void;
  forgetRule(id: string): Promise<void>;
  /** Lets the reader take out blocks by pointing. */
  pick(opened: OpenView): void;
  /** While blocks are being picked. */
  endPick: (() => void) | null;
  /** Ways to read something else of this page. */
  otherWays(about: Pick<OpenView, "view" | "selected">): Control[];
  /** Says that the core is not sure, or what is shown instead of the article. */
  doubt(opened: Pick<OpenView, "view" | "selected">): HTMLElement | null;
  /** What the reader has selected on the page. */
  selected(): Range[];
  placeIn(opened: OpenView): PlaceInView | null;
  placeToOpen(content: HTMLElement, view: View): Work<PlaceInView | null>;
  goToPlace(opened: OpenView, place: PlaceInView): void;
  /** Readings whose text is still being laid out, which moves it, and that nobody has scrolled. */
  settling: WeakSet<OpenView>;
  /** Here a reading begins. */
  standsAt(opened: OpenView): void;
  /** Has the place kept at which reading stops now. */
  remember(opened: OpenView): void;
  /** Another text is about to be read, and this one's place is kept; or the same one anew, and who had read on has. */
  readsAnew(opened: OpenView, keepsPlace: boolean): void;
  /** The page below has another address than what is read. */
  hasGoneOn(opened: OpenView): boolean;
  /** To be asked before the reader is gone, to be called when the page is back. */
  wayBack(opened: OpenView): () => void;
}

/** A paragraph, and how far below the upper edge of the view it begins. */
export interface PlaceInView {
  text: string;
  top: number;
  /** In the text that is about to be shown. */
  block?: HTMLElement;
  /** Where the reader stopped at another time. */
  remembered?: boolean;
  /** The focus stays where it is. */
  quiet?: boolean;
}

/** What we use of the highlighter that the build lays in `vendor/`. */
export interface Highlighter {
  listLanguages(): string[];
  getLanguage(name: string): { name: string; supersetOf?: string } | undefined;
  highlight(text: string, options: { language: string; ignoreIllegals: boolean }): Highlighted;
  highlightAuto(text: string, among: string[]): Highlighted;
}

export interface Highlighted {
  value: string;
  relevance: number;
  language?: string;
}

declare global {
  var hljs: Highlighter | undefined;
}
