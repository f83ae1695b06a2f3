/** Shapes that cross a boundary: page to background, background to core, background to reader. */

import type { Article, ExtractOptions, LiveHints } from "../src/wasm";

// What crosses into and out of the core is declared once, where the core declares it.
export type { Article, ExtractOptions, LiveHints };

/** "page": the reader asked for the whole page, whatever the core thinks of it. */
export type Mode = NonNullable<ExtractOptions["mode"]>;

export interface Snapshot {
  html: string;
  url: string;
  lang: string;
  contentType: string;
  /** Names this very document, so that an article is never shown over the page that came after. */
  document: string;
  hints?: LiveHints;
}

/** Why there is no article to show. */
export type Problem = "no-article" | "no-text" | "too-large" | "failed";

/** What the background asks of a page. */
export type ToPage =
  | { verb: "show"; view: View }
  | { verb: "status" };

/** What a page tells the background. */
export type ToBackground =
  | { verb: "arrived" }
  | { verb: "read-page" }
  | { verb: "site-off" };

/** Everything the reader needs to open. */
export interface View {
  document: string;
  url: string;
  article: Article | null;
  problem: Problem | null;
  /** "Always on this site" is on for the page's site. */
  siteOn: boolean;
}

export type Shown = { shown: true } | { shown: false; why: "other-document" | "other-address" };

export interface Status {
  open: boolean;
  /** Elements and attributes that the second layer had to remove. Anything but 0 is a bug of the core. */
  removedBySecondLayer: number;
  usedSetHtml: boolean;
}

/** Where the reader found the page, and how to bring it back. */
export interface Frozen {
  thaw(): void;
}

export interface OpenView {
  host: HTMLElement;
  dialog: HTMLDialogElement;
  leave(): void;
  openedAt: number;
  removed: number;
  usedSetHtml: boolean;
}

/** A control of the reader; it lives where page scripts cannot reach. */
export interface Control {
  label: string;
  /** Shown instead of the label, which then becomes the name for screen readers and the tooltip. */
  icon?: string;
  /** The one that a reader most likely wants. */
  primary?: boolean;
  act(): void;
}

/**
 * What the injected files share. They cannot be modules (nothing of the extension is web-accessible, so nothing can be
 * imported), so each puts its functions here; injecting a file again replaces functions and keeps state.
 */
export interface ReaderNamespace {
  document: string;
  listening: boolean;
  arrived: boolean;
  view: OpenView | null;
  snapshot(): Snapshot;
  message(key: string, ...substitutions: string[]): string;
  style: { reader: string; controls: string; page: string };
  allowed: {
    elements: { name: string; namespace?: string; attributes: string[] }[];
    attributes: string[];
  };
  sheet(css: string): CSSStyleSheet;
  render(into: HTMLElement, html: string): { removed: number; usedSetHtml: boolean };
  furnish(content: HTMLElement): void;
  element<K extends keyof HTMLElementTagNameMap>(name: K, properties?: { className?: string; text?: string }): HTMLElementTagNameMap[K];
  head(article: Article, url: string): HTMLElement;
  foot(article: Article): HTMLElement | null;
  controls(controls: Control[], className: string): HTMLElement;
  freeze(): Frozen;
  open(view: View): Shown;
}

declare global {
  var clearleaf: ReaderNamespace;
  interface Element {
    setHTML?(html: string, options: { sanitizer: unknown }): void;
  }
}
