// What can go wrong, and what the person in front of the page can do about it: one row per cause.

/** The largest page that is read, in bytes of HTML; the same figure as the core's own default. */
export const LARGEST_PAGE = 64 * 1024 * 1024;

/**
 * @typedef {"empty" | "too-large" | "bad-gzip" | "not-html" | "bad-url" | "unreadable" | "no-article" | "doubtful" | "no-text"
 *   | "bad-options" | "parser" | "no-core" | "crashed"} Cause
 */

/** @type {Record<Cause, { title: string, help: string, offersWholePage?: true }>} */
export const PROBLEMS = {
  "empty": { title: "There is no HTML yet", help: "Paste the source of a page, choose a file, or load the sample." },
  "too-large": {
    title: "This page is too large",
    help: "Pages of up to 64 MB of HTML are read here. The library takes larger ones, where it is told to.",
  },
  "bad-gzip": {
    title: "This file cannot be unpacked",
    help: "It begins like a gzip file but breaks off or is damaged. Save or download it again.",
  },
  "not-html": {
    title: "This is not a web page",
    help: "The file holds binary data, not HTML. Save the page as “Web page, HTML only” and drop that file.",
  },
  "bad-url": {
    title: "The page address is not complete",
    help: "Write it in full, beginning with https:// or http://, or leave the field empty.",
  },
  "unreadable": { title: "The file could not be read", help: "It may have been moved or changed. Choose it again." },
  "no-article": {
    title: "No article here",
    help: "This looks like a front page, a list or an application. You can read everything on it that is not clutter.",
    offersWholePage: true,
  },
  "doubtful": {
    title: "This is hardly an article",
    help: "The core is unsure of what it found, which stands below. The reader would offer the whole page instead.",
    offersWholePage: true,
  },
  "no-text": { title: "No text here", help: "There is nothing on this page to read. Its content may be drawn by scripts, which do not run here." },
  "bad-options": { title: "The core refused these settings", help: "Check the page address, then try again." },
  "parser": { title: "The page could not be parsed", help: "Its HTML went beyond what the core can follow." },
  "no-core": {
    title: "The core did not load",
    help: "This page needs core/clearleaf.js and core/clearleaf_bg.wasm beside it. `cargo xtask build www` puts them there.",
  },
  "crashed": { title: "The core stopped unexpectedly", help: "That is a fault of ours. The page you gave it would help us find it." },
};

/** A refusal with its cause: the only kind of error this page shows. */
export class Problem extends Error {
  /**
   * @param {Cause} cause
   * @param {string} [detail] what was underneath, for the curious
   */
  constructor(cause, detail = "") {
    super(PROBLEMS[cause].title);
    this.name = "Problem";
    this.code = cause;
    this.detail = detail;
  }
}
