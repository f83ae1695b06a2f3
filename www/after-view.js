// The article as the reader of the extension shows it: by the same second layer, in the same style. Its frame has a
// `sandbox` without `allow-scripts`, so this is the third thing that would have to fail before a page could run
// anything here; the first is the core's serialiser.

import { day } from "./format.js";

/** @typedef {import("./core.js").Article} Article */

export class AfterView {
  /** @param {HTMLIFrameElement} frame the frame that shows `after.html` */
  constructor(frame) {
    this.frame = frame;
  }

  /**
   * @param {Article} article
   * @param {{ images: boolean }} settings
   * @returns {number} what the second layer had to take out; anything but 0 is a fault of the core
   */
  show(article, { images }) {
    const view = this.#document;
    // Built in a document that loads nothing, so that a picture nobody asked for is gone before it could be fetched.
    const content = document.implementation.createHTMLDocument().createElement("div");
    content.className = "content";
    const { removed } = clearleaf.render(content, article.content);
    holdBack(content, images);
    for (const link of content.querySelectorAll('a[href^="#"]')) link.setAttribute("target", "_self");
    for (const table of content.querySelectorAll("table")) scrollable(table);

    const place = this.#article;
    place.lang = article.lang ?? "";
    place.dir = article.dir ?? "auto";
    place.replaceChildren(head(view, article), content);
    view.querySelector("dialog")?.scrollTo(0, 0);
    return removed;
  }

  clear() {
    this.#article.replaceChildren();
  }

  get #document() {
    const view = this.frame.contentDocument;
    const realm = /** @type {(Window & typeof globalThis) | null} */ (this.frame.contentWindow);
    if (!view || !realm) throw new Error("after.html has not loaded");
    if (view.adoptedStyleSheets.length === 0) {
      // A sheet belongs to the document in which it was made.
      const sheet = new realm.CSSStyleSheet();
      sheet.replaceSync(clearleaf.style.reader + clearleaf.look(clearleaf.normally()));
      view.adoptedStyleSheets.push(sheet);
    }
    return view;
  }

  get #article() {
    const place = this.#document.querySelector("article");
    if (!place) throw new Error("after.html has no article element");
    return place;
  }
}

/**
 * Puts descriptions in the place of what would have to be fetched. Pictures that came with the page stay; players never
 * play here, whatever is asked for.
 *
 * @param {HTMLElement} content
 * @param {boolean} images whether pictures may be fetched
 */
function holdBack(content, images) {
  for (const player of content.querySelectorAll("video, audio")) {
    replaceByNote(player, player.localName === "video" ? "Video" : "Sound");
  }
  if (images) return;
  for (const image of content.querySelectorAll("img")) {
    image.removeAttribute("srcset");
    if (!image.getAttribute("src")?.startsWith("data:")) replaceByNote(image, image.alt ? `Picture: ${image.alt}` : "Picture");
  }
}

/**
 * @param {Element} element
 * @param {string} text
 */
function replaceByNote(element, text) {
  const note = element.ownerDocument.createElement("span");
  note.className = "picture";
  note.textContent = text;
  element.replaceWith(note);
}

/** @param {HTMLTableElement} table gets a frame of its own to scroll in, which the keyboard reaches */
function scrollable(table) {
  if (table.parentElement?.closest("table")) return;
  const wide = table.ownerDocument.createElement("div");
  wide.className = "wide";
  wide.tabIndex = 0;
  wide.setAttribute("role", "region");
  wide.setAttribute("aria-label", table.caption?.textContent?.trim() || "Table");
  table.replaceWith(wide);
  wide.append(table);
}

/**
 * Title, byline and date. They come from the page and are text, never markup.
 *
 * @param {Document} view
 * @param {Article} article
 */
function head(view, { siteName, title, byline, publishedTime, readingMinutes }) {
  /**
   * @param {string} tag
   * @param {string} className
   * @param {...(Node | string)} children
   */
  const make = (tag, className, ...children) => {
    const element = view.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const details = [byline && make("bdi", "byline", byline), publishedTime && day(publishedTime), `${readingMinutes} min read`];
  const header = make("header", "head");
  if (siteName) header.append(make("p", "site", make("bdi", "", siteName)));
  if (title) header.append(make("h1", "", title));
  const parts = details.flatMap((part) => (part ? [make("span", "detail", part), " "] : []));
  header.append(make("p", "details", make("span", "", ...parts)));
  return header;
}
