/** What to extract, and what the caller knows of the page. */
export interface ExtractOptions {
  /** The document's URL, as the browser (not the page) knows it; links resolve against it. */
  url?: string;
  /**
   * "page": everything the page shows that is not clutter; "second": the runner-up, what the article would be if what
   * "article" keeps were not there. Default: "article".
   */
  mode?: "article" | "page" | "second";
  /** The most input that is accepted, in bytes. Default: 64 MiB. */
  maxBytes?: number;
  /** What only the live page knows. */
  hints?: LiveHints;
  /** What the reader decided against the core. */
  overrides?: Overrides;
}

/**
 * Elements that the reader wants or does not want, named as in `LiveHints`; the innermost one decides. What the page
 * itself does not show stays out.
 */
export interface Overrides {
  keep?: number[];
  drop?: number[];
  /** Elements of which only the text that stands loose in them is kept. */
  keepLoose?: number[];
}

/**
 * What the live DOM knows and its HTML does not. Elements are named by their place in document
 * order among all start tags of the serialised HTML (0 is <html>; those inside <template> count).
 */
export interface LiveHints {
  /** How many elements the snapshot counted; hints that count otherwise than the core are ignored. */
  elements: number;
  /** Roots of subtrees that the page does not render, ascending. */
  hidden: number[];
  /** Images that have loaded, with the address that the browser chose. */
  images?: [number, string][];
  /** Boxes that stay where they are while the page scrolls. */
  fixed?: number[];
  /** Boxes that stay in view once they have come there. */
  sticky?: number[];
  /** Fixed boxes over most of the view: a dialog, or what dims the page behind one. */
  covering?: number[];
}

/** Something that the page shows and the article does not. */
export interface Removal {
  /** Why, in one word, such as "ad-slot". */
  reason: string;
  /** The rule that decided: a vendor, a shape, or "score". */
  rule: string;
  /** Its first words. */
  text: string;
  /** How many words it had. */
  words: number;
  /** Its place among all start tags of the page, for `Overrides`; null where it is no element. */
  element: number | null;
  /** Only text that stands loose in the element, not the element itself. */
  loose: boolean;
}

/** A clean document and the facts around it. */
export interface Article {
  title: string | null;
  /** The authors, separated by commas, without "By". */
  byline: string | null;
  dir: "ltr" | "rtl" | null;
  lang: string | null;
  /** The body: HTML in a closed grammar of allow-listed elements and attributes. */
  content: string;
  textContent: string;
  /** Length of `textContent` in characters. */
  length: number;
  excerpt: string | null;
  siteName: string | null;
  /** ISO 8601. */
  publishedTime: string | null;
  /** ISO 8601. */
  modifiedTime: string | null;
  image: string | null;
  /** The page's canonical address. */
  url: string | null;
  wordCount: number;
  readingMinutes: number;
  /** How sure the core is that this is the article and nothing but: 0 to 1. */
  confidence: number;
  /** How likely this is a page to read, an article or documentation, and not a front page, a listing or a product: 0 to 1. */
  articleness: number;
  kind: "article" | "liveblog" | "documentation" | "forum" | "recipe" | "listing" | "product" | "service" | "page";
  /** What the publisher says about access. */
  access: "free" | "metered" | "locked" | null;
  signInUrl: string | null;
  supportUrl: string | null;
  /** The page is larger than can be read: this is its beginning. */
  truncated: boolean;
  removals: Removal[];
}

/** What every function here throws. */
export interface ClearleafError extends Error {
  name: "ClearleafError";
  code: "no-article" | "too-large" | "bad-options" | "parser" | "finished";
}
