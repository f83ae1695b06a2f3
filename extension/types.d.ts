/** Shapes that cross a boundary: page to background, background to core, background to reader. */

import type { Article, ExtractOptions, LiveHints, Overrides } from "../src/wasm";
import type messages from "./_locales/en/messages.json";
import type { Finding, Place, PlaceInView, Rule, Size, Work } from "./finding";

// What crosses into and out of the core is declared once, where the core declares it.
export type { Article, ExtractOptions, LiveHints };
export type * from "./finding";

/** "page": the reader asked for the whole page, whatever the core thinks of it. */
export type Mode = NonNullable<ExtractOptions["mode"]>;

export interface Snapshot {
  html: string;
  url: string;
  lang: string;
  contentType: string;
  /** Names this very document, so that an article is never shown over the page that came after. */
  document: string;
  /** When the browser began to load it, in ms since 1970. */
  begun?: number;
  /** Parts of the HTML that the page still holds. */
  more?: number;
  /** There is no HTML: to gather it would take longer than anyone waits, or than the reader was asked to. */
  tooLarge?: Exclude<Size, "fine">;
  hints?: LiveHints;
  overrides?: Overrides;
}

/** Why there is no article to show. */
export type Problem = "no-article" | "no-text" | "too-large" | "failed";

/** Each text of the user interface has its name in `_locales/en/messages.json`, and in every other language. */
export type MessageKey = keyof typeof messages;

/** What a reader can set; `settings/table.js` says what each may be. */
export interface Settings {
  theme: "system" | "light" | "sepia" | "dark" | "black" | "contrast";
  /** Fonts and colours as the browser has them, instead of theme and font. */
  browserLook: boolean;
  font: "serif" | "sans" | "mono" | "atkinson" | "dyslexic";
  size: number;
  lineHeight: number;
  width: number;
  letterSpacing: number;
  wordSpacing: number;
  align: "start" | "justify";
  hyphens: boolean;
  /** Style rules of the reader's own; they may load nothing. */
  css: string;
  /** Where links out of the article open. */
  links: "page" | "tab" | "reader";
  /** The article where extensions find it that see only the light tree. */
  compatible: boolean;
  /** Come back to where reading stopped. */
  remember: boolean;
  /** Single keys do something in the reader. */
  shortcuts: boolean;
}

interface SettingRow {
  label: MessageKey;
  /** Where it is offered. */
  group: "look" | "reading" | "css" | "keys";
  /** A site may have its own. */
  perSite: boolean;
}

export type Setting = SettingRow &
  (
    | { kind: "switch"; normally: boolean }
    | { kind: "choice"; normally: string; options: Record<string, MessageKey>; offBy?: "browserLook" }
    | { kind: "range"; normally: number; least: number; most: number; step: number; shown: "percent" | "factor" | "plain" }
    | { kind: "text"; normally: string; longest: number }
  );

/** Makes what a setting is changed with. */
export type FieldMaker<Kind extends Setting["kind"]> = (
  row: Extract<Setting, { kind: Kind }>,
  value: unknown,
  change: (value: any) => void,
  name: string,
) => HTMLElement;

/** Fills one section of the options page. */
export type FillSection = (page: {
  section: HTMLElement;
  values: Settings;
  /** Draws the whole page anew, from what is kept. */
  draw(): Promise<void>;
  announce(text: string): void;
}) => void | Promise<void>;

export interface SettingsFor {
  values: Settings;
  /** The site has a look of its own. */
  own: boolean;
}

/** What the background asks of a page. */
export type ToPage =
  /** What comes before it has come in parts, so many letters. */
  | { verb: "show"; view: View; from: number }
  /** A part of a long article that is about to be shown, from this letter on. */
  | { verb: "part"; from: number; text: string }
  | { verb: "status" };

/** What a page asks of the background; those about settings are answered with `SettingsFor`. */
export type ToBackground =
  | { verb: "arrived"; again: boolean }
  | { verb: "read"; mode: Mode | "selection" }
  | { verb: "read-again"; mode: Mode | "selection" }
  | { verb: "follow"; url: string }
  | { verb: "bring-highlighter" }
  | { verb: "place"; place: Place | null; at: string }
  | { verb: "add-rule"; rule: Rule; example: string }
  | { verb: "drop-rule"; id: string }
  | { verb: "rules-here" }
  | { verb: "not-here"; at: string }
  | { verb: "site-off" }
  | { verb: "change-settings"; values: Partial<Settings> }
  | { verb: "site-css"; css: string }
  | { verb: "settings" }
  | { verb: "reset-look" }
  | { verb: "site-look"; own: boolean }
  | { verb: "font"; file: string }
  | { verb: "open-options"; auto?: boolean }
  | { verb: "welcomed" };

/** Everything the reader needs to open. */
export interface View {
  document: string;
  url: string;
  article: Article | null;
  problem: Problem | null;
  /** The core is sure enough of the article that nothing need be said. */
  sure: boolean;
  /** In a private window, where nothing is kept that says what was read. */
  isPrivate: boolean;
  /** "Always on this site" is on for the page's site. */
  siteOn: boolean;
  settings: SettingsFor;
  /** Nobody has said yet that they know what this is. */
  welcome: boolean;
  mode: Mode | "selection";
  /** Nobody asked for it here: the site is always on. */
  byItself: boolean;
  /** Another reading of the page that is being read. */
  renews: boolean;
  /** The reader stays where it is in the text. */
  keepPlace: boolean;
  times: Times;
  /** There is a reading that the core thinks too little of to show. */
  guess: boolean;
  /** What else the article might be, where the core is not sure. */
  second: { text: string; words: number } | null;
  /** Where the reader stopped at another time. */
  place: Place | null;
  /** The keys by which the browser opens and closes the reader; empty: none. */
  shortcut: string;
}

/** When what happened, on the clock of `performance.timeOrigin`. */
export interface Times {
  clicked: number;
  begun: number;
  snapped: number;
  read: number;
  sent: number;
}

export type Shown = { shown: true } | { shown: false; why: "other-document" | "other-address" | "left" };

/** What came of a string that was to become nodes. */
export interface Rendered {
  removed: number;
  usedSetHtml: boolean;
  /** It reads back as it was written. */
  same: boolean;
}

/** An article as nodes, before it is shown. */
export interface Built extends Rendered {
  content: HTMLElement;
  head: HTMLElement;
  foot: HTMLElement | null;
  /** Where it is to be opened, if not at its beginning. */
  place: PlaceInView | null;
}

export interface Status {
  open: boolean;
  /** Elements and attributes that the second layer had to remove. Anything but 0 is a bug of the core. */
  removedBySecondLayer: number;
  usedSetHtml: boolean;
  /** What the second layer has made of the article reads back as the core has written it, byte for byte. */
  readsBack: boolean;
  /** Of the reader that is open. */
  times: (Times & PageTimes) | null;
}

export interface PageTimes {
  arrived: number;
  built: number;
  /** The article is on the screen; 0 until then. */
  painted: number;
}

/** Where the reader found the page, and how to bring it back. */
export interface Frozen {
  /** Names this opening of the reader. */
  opening: string;
  /** The page is large, and is not rendered while the reader is open. */
  atRest: boolean;
  /** The page is large enough that to set it aside is a turn's work by itself. */
  isFelt: boolean;
  /** A large page is at rest: it is rendered again for as long as it is asked what of it is; what is handed back ends that. */
  wake(): () => void;
  /** What is below may have become another page, which is where it wants to be. */
  thaw(samePage: boolean): void;
}

/** A reader that is open. */
export interface OpenView {
  view: View;
  host: HTMLElement;
  dialog: HTMLDialogElement;
  frozen: Frozen;
  settings: SettingsFor;
  toolbar: Toolbar;
  main: HTMLElement;
  article: HTMLElement | null;
  content: HTMLElement | null;
  /** What was selected on the page when the reader opened. */
  selected: Range[];
  notice: HTMLElement | null;
  times: PageTimes;
  /** Ends the aids of the article that is shown. */
  aided: AbortController;
  leave(): void;
  openedAt: number;
  removed: number;
  usedSetHtml: boolean;
  same: boolean;
}

/**
 * One thing a reader can do here: a button of the toolbar (if it has an icon), a key (if it has one), a line in the list
 * of keys. It either acts, or opens a panel.
 */
export interface Tool {
  label: string;
  icon?: string;
  /** As in `KeyboardEvent.key`. */
  key?: string;
  act?(): void;
  /** Fills the panel, each time it opens, and when the article is read again; a `<details>` that says `data-fold` stays as it was. It is in the closed root: `shared.style.controls` is its style sheet. */
  panel?(panel: HTMLElement): void;
}

export interface Toolbar {
  element: HTMLElement;
  tools: Tool[];
  /** Fills the panel that is open, if one is, with what is true now. */
  renewPanel(): void;
  /** @returns whether one was open */
  closePanel(): boolean;
  /** Opens the panel of a tool, or does what it does. */
  use(tool: Tool): void;
  /** Said by screen readers. */
  announce(text: string): void;
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
export interface ReaderNamespace extends Finding {
  document: string;
  listening: boolean;
  arrived: boolean;
  view: OpenView | null;
  /** What an earlier version of the extension may have left open has been taken away. */
  cleared: boolean;
  snapshot(): ReaderNamespace["taken"];
  /** What the last snapshot was, once it is done. */
  taken: Snapshot | "soon" | "failed";
  settings: { [Name in keyof Settings]: Setting & { normally: Settings[Name] } };
  fonts: Partial<Record<Settings["font"], { family: string; faces: { file: string; weight: string; style: string; unicodeRange: string }[] }>>;
  /** What every setting is until someone says otherwise. */
  normally(): Settings;
  message(key: MessageKey, ...substitutions: string[]): string;
  /** Tells the background; null after an update of the extension, when there is nobody left to tell. */
  tell(message: ToBackground): Promise<unknown>;
  style: { reader: string; controls: string; fields: string; still: string; page: string; resting(opening: string, width: number, height: number): string };
  themes: Record<"light" | "sepia" | "dark" | "black" | "brightContrast" | "darkContrast", { scheme: "light" | "dark"; colours: Record<string, string> }>;
  /** Faces of bundled fonts that were made once, by file. */
  facesMade: Map<string, Promise<FontFace | null>>;
  /** Null: no reader is open. */
  fontInUse: Settings["font"] | null;
  /** Loads the faces of a bundled font; of others there is nothing to load. */
  useFont(name: Settings["font"]): void;
  /** Loads of each bundled font what its own name is set in. */
  showFonts(): void;
  /** Their names are in sight. */
  fontsShown: boolean;
  dropFonts(): void;
  /** The reader's own style rules as a sheet that loads nothing, and how many rules were left out of it for that. */
  ownSheet(css: string): { sheet: CSSStyleSheet; left: number };
  /** The colours alone, for a page of the extension. */
  themeSheet(settings: Settings): string;
  /** The settings as a style sheet for the reader. */
  look(settings: Settings): string;
  allowed: {
    elements: { name: string; namespace?: string; attributes: string[] }[];
    attributes: string[];
  };
  /** An address without what only names a part of its page. */
  pageOf(url: string): string;
  /** Says of an element that its words are the extension's: their language and direction, which are not always those of the browser or the article. */
  ours<E extends HTMLElement>(element: E): E;
  /** For dates and numbers: as the browser's user writes them, in the language of our texts. */
  locale(): string;
  /** So many hundredths, in the same way. */
  percent(value: number): string;
  /** So many minutes. */
  minutes(minutes: number): string;
  sheet(css: string): CSSStyleSheet;
  render(into: HTMLElement, html: string): Rendered;
  /** The same, with pauses where it is long. */
  renderInPieces(into: HTMLElement, html: string): Work<Rendered>;
  furnish(content: HTMLElement): void;
  /** A box that is a stop for Tab, with this name, while it scrolls sideways. */
  mayScroll(box: HTMLElement, name: string): void;
  /** What is long is laid out where it is read; what is not longer than a book soon after it is shown, all of it. */
  ease(content: HTMLElement): Work<void>;
  repairHeadings(content: HTMLElement): void;
  /** What holds the first words, or the first outside of some elements. */
  firstText(content: Element, outside?: string): Element | null;
  element<K extends keyof HTMLElementTagNameMap>(name: K, properties?: { className?: string; text?: string }): HTMLElementTagNameMap[K];
  head(article: Article, url: string): HTMLElement;
  foot(article: Article): HTMLElement | null;
  /** A place for controls, in a closed root. */
  closed(className: string): { place: HTMLElement; root: ShadowRoot };
  controls(controls: Control[], className: string): HTMLElement;
  button(control: Control): HTMLButtonElement;
  /** By name; `toolbar.js` says in which order. Each is asked for its tool when a reader opens; null: not on this page. */
  tools: Record<string, (opened: OpenView) => Tool | null>;
  toolbar(opened: OpenView): Toolbar;
  /** The toolbar goes out of the way of who reads on, and comes back with who goes back. */
  tuckAway(opened: OpenView): void;
  welcome(opened: OpenView): HTMLElement;
  /** A key was pressed: whether it was a tool's. */
  pressed(opened: OpenView, event: KeyboardEvent): boolean;
  field<Name extends keyof Settings>(name: Name, value: Settings[Name], change: (value: Settings[Name]) => void): HTMLElement;
  /** The field of the reader's own style rules, with what they may do, and how many of them were left out. */
  ownCss(value: string, change: (css: string) => void): HTMLElement;
  /** Fields of settings that another one overrules cannot be operated, and say why. */
  overrule(fields: ParentNode, values: Settings): void;
  /** Asks for the settings as they are now kept, and shows them. */
  refresh(opened: OpenView): Promise<boolean>;
  /** Makes the look follow the settings. */
  show(opened: OpenView): void;
  /** Shows changed settings at once, and has them kept soon. */
  change(opened: OpenView, values: Partial<Settings>): void;
  /** Has what was changed kept now. */
  keepChanges(): void;
  freeze(): Frozen;
  open(view: View): Promise<Shown>;
}

declare global {
  var clearleaf: ReaderNamespace;
  interface Element {
    setHTML?(html: string, options: { sanitizer: unknown }): void;
  }
}
