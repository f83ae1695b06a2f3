/** What the tests, `cargo xtask run` and `cargo xtask pictures` ask of a browser; both drivers give exactly this. */

export interface LaunchOptions {
  /** The unpacked extension, for example `dist/chromium`. */
  extensionDir: string;
  headless?: boolean;
  /** Port of `server.mjs`: every host then leads there, with its certificate accepted. */
  proxyPort?: number;
  /** Of the browser's own user interface; in Firefox of extensions only. */
  language?: string;
  /** Match patterns for which the reader has already said yes (Chromium; Firefox says yes to everything). */
  grants?: string[];
  /** Dialogs of the page are dismissed without a word, as Chromium's driver always does; else Firefox's calls them an error. */
  dismissDialogs?: boolean;
  /** The extension may run in private windows; Firefox then has no others. */
  privately?: boolean;
}

/** A function, or its source; the arguments must be JSON. */
export type Source = string | ((...args: any[]) => unknown);

export interface Driver {
  readonly name: "chromium" | "firefox";
  /** Host of the extension's own pages. */
  readonly extensionId: string;
  /** Goes to `url` in the one tab under test and waits for its load event. */
  open(url: string): Promise<void>;
  back(): Promise<void>;
  /** Goes to `url` in a private window; what comes back presses the toolbar button there. Only after a launch with `privately`. */
  openPrivately(url: string): Promise<() => Promise<void>>;
  /** The real toolbar button: fires `action.onClicked` and grants `activeTab`. */
  clickAction(): Promise<void>;
  /** What the tab shows, as PNG. */
  screenshot(path: string): Promise<void>;
  /** Runs in the page's own world. */
  evaluate(source: Source, ...args: unknown[]): Promise<any>;
  /** Runs in an extension page, in a tab in the background, with the extension's rights and a user gesture. */
  extension(source: Source, ...args: unknown[]): Promise<any>;
  /** Chooses "Always on this site" in the button's context menu. */
  chooseAlways(): Promise<void>;
  /** A trusted key press such as `Escape`, `Tab` or `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** A trusted click at a point of the viewport. */
  click(x: number, y: number): Promise<void>;
  /** Presses the mouse at one point of the viewport and lets go at another, as one selects text. */
  drag(from: [number, number], to: [number, number]): Promise<void>;
  /** Whether the browser's own search finds a text in the tab; Firefox only. */
  findInPage?(text: string): Promise<boolean>;
  /** The extension's keyboard command, pressed in the browser's own window; Firefox only. */
  shortcut?(): Promise<void>;
  /** Chooses an entry of the extension in the page's context menu. In Chromium that alone gives no access to the page. */
  chooseInPage(label?: string): Promise<void>;
  /** The tab on paper, in A4. */
  pdf(): Promise<Buffer>;
  /** The first pointer is a finger, as on a telephone, or a mouse again. */
  touch(on: boolean): Promise<void>;
  /** A trusted tap of a finger at a point of the viewport. */
  tap(x: number, y: number): Promise<void>;
  /** Turns the mouse's wheel at a point of the viewport, by pixels. */
  wheel(x: number, y: number, right: number, down: number): Promise<void>;
  /** Of the page. Firefox's window stays as wide as its own controls need: the page becomes narrower within it. */
  viewport(width: number, height: number): Promise<void>;
  colorScheme(scheme: "light" | "dark"): Promise<void>;
  /** Forced colours, reduced motion, print. */
  media(features: { forcedColors?: "active" | "none"; reducedMotion?: "reduce" | "no-preference"; media?: "print" | "screen" }): Promise<void>;
  /** Notes what the browser does from now on; what is handed back ends that, and tells. Chromium only. */
  trace?(): Promise<() => Promise<import("./trace.mjs").Event[]>>;
  /** Ends the service worker or event page as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** Starts the extension anew, as an update does. */
  reload(): Promise<void>;
  /** Addresses of all open tabs (and of the extension's popup, where it is a window of its own). */
  urls(): Promise<string[]>;
  closeOthers(): Promise<void>;
  close(): Promise<void>;
}
