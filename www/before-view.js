// The page as it was given, for looking at only. It lives in `before.html`, whose content security policy is its own, in
// a frame with an empty `sandbox`: no scripts, no forms, no navigation, an origin of its own. Nothing is fetched for it
// except, when the person asks, its pictures.

/** Pages larger than this are drawn on request only: laying out tens of megabytes can occupy a browser for minutes. */
export const LARGE = 4 * 1024 * 1024;

// What a still picture of a page has no use for. `link` must go, not only be blocked: a policy does not stop
// `dns-prefetch` and `preconnect`, which tell a server that somebody looks at its page.
const INERT = "script, link, base, meta[http-equiv], iframe, frame, object, embed, portal, video, audio, dialog:not([open])";

const POLICY_WITHOUT_IMAGES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const POLICY_WITH_IMAGES = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; font-src data:";

/**
 * @param {typeof DOMParser} Parser
 * @param {string} html
 * @param {{ url: string | null, images: boolean }} settings
 */
function still(Parser, html, { url, images }) {
  const page = new Parser().parseFromString(html, "text/html");
  const base = page.querySelector("base[href]")?.getAttribute("href");
  const resolved = base ? URL.parse(base, url ?? undefined)?.href : url;
  for (const element of page.querySelectorAll(INERT)) element.remove();
  for (const image of page.querySelectorAll("img, source, input[type=image i]")) {
    const src = image.getAttribute("src");
    const local = src?.startsWith("data:");
    // Without an address to resolve against, a relative one would be asked of the server that serves this page.
    const reachable = src && URL.parse(src, resolved ?? undefined);
    if (!local && !(images && reachable)) image.removeAttribute("src");
    if (!(images && resolved)) image.removeAttribute("srcset");
  }
  page.head.prepend(
    meta(page, "Content-Security-Policy", images ? POLICY_WITH_IMAGES : POLICY_WITHOUT_IMAGES),
    meta(page, "x-dns-prefetch-control", "off"),
    baseElement(page, resolved),
  );
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/**
 * @param {Document} page
 * @param {string} name
 * @param {string} content
 */
function meta(page, name, content) {
  const element = page.createElement("meta");
  element.httpEquiv = name;
  element.content = content;
  return element;
}

/**
 * Links open nowhere: the sandbox allows no new window.
 *
 * @param {Document} page
 * @param {string | null | undefined} href
 */
function baseElement(page, href) {
  const element = page.createElement("base");
  if (href) element.href = href;
  element.target = "_blank";
  return element;
}

/** The view in the frame that shows `before.html`. */
export class BeforeView {
  /** @param {HTMLIFrameElement} frame */
  constructor(frame) {
    this.frame = frame;
  }

  /** The parser of a document in which scripts cannot run. @returns {typeof DOMParser} */
  get Parser() {
    const realm = /** @type {(Window & typeof globalThis) | null} */ (this.frame.contentWindow);
    if (!realm) throw new Error("the frame of the page is gone");
    return realm.DOMParser;
  }

  /**
   * @param {string} html
   * @param {{ url: string | null, images: boolean }} settings
   */
  show(html, settings) {
    const { body } = this.#document;
    const sheet = body.ownerDocument.createElement("iframe");
    sheet.setAttribute("sandbox", "");
    sheet.title = "The page as it was given, without scripts";
    sheet.srcdoc = still(this.Parser, html, settings);
    // A fresh frame each time: one that was filled while the result was hidden may stay blank in Chromium.
    body.replaceChildren(sheet);
  }

  clear() {
    this.#document.body.replaceChildren();
  }

  get #document() {
    const view = this.frame.contentDocument;
    if (!view) throw new Error("before.html has not loaded");
    return view;
  }
}
