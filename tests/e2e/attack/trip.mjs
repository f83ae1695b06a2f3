/**
 * The tripwire, and the judge: functions that run in a page. Each is handed over as its source, so none may use
 * anything outside itself.
 */

/** Runs first in every document, and tells the top one of whatever an attack gets to run. */
function tripwire() {
  const home = top ?? window;
  /** @type {any} */ (home).trips ??= [];
  const place = window.name;
  const trip = (/** @type {string} */ what) => {
    // In a shadow tree, where the reader's article is, there is no such event.
    const target = window.event?.currentTarget;
    const own = target instanceof Node && target.getRootNode() === document ? " by an element of the page itself" : "";
    /** @type {any} */ (home).trips.push(`${place}: ${what}${own}`);
  };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    Object.defineProperty(window, name, { value: () => trip(name), writable: false, configurable: false });
  }
  addEventListener("error", (event) => {
    // A picture that does not come is an Event; that a script has run wrong is an ErrorEvent.
    if (event instanceof ErrorEvent) trip(`error: ${event.message}`);
  }, true);
  addEventListener("unhandledrejection", () => trip("rejection"));
  addEventListener("pagehide", () => trip("navigation"));
  addEventListener("submit", () => trip("form"), true);
}

export const TRIPWIRE = `<script>(${tripwire})();</script>`;

/**
 * What stands in an element that is not on the list.
 *
 * @param {Element} root
 * @param {any} allowed
 * @returns {string[]}
 */
export function strays(root, allowed) {
  const HTML = "http://www.w3.org/1999/xhtml";
  const MATHML = "http://www.w3.org/1998/Math/MathML";
  /** @type {string[]} */
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (node.nodeType !== Node.ELEMENT_NODE) {
      found.push(node.nodeName);
      continue;
    }
    const element = /** @type {Element} */ (node);
    const [own, common] = element.namespaceURI === HTML
      ? [allowed.html[element.localName], allowed["html on all"]]
      : element.namespaceURI === MATHML
        ? [allowed.mathml[element.localName], allowed["mathml on all"]]
        : [undefined, []];
    if (own === undefined) {
      found.push(`<${element.localName}>`);
      continue;
    }
    for (const { name, value } of element.attributes) {
      const schemes = allowed.links[name];
      const leads = (/** @type {string} */ address) => URL.canParse(address) && schemes.includes(new URL(address).protocol);
      const isOwn = (name === "href" || name === "cite") && /^#cl-\S/.test(value);
      const isPicture = name === "src" && element.localName === "img" && /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]*$/.test(value);
      const sound = schemes === undefined || isOwn || isPicture || leads(value);
      if (!own.includes(name) && !common.includes(name)) found.push(`<${element.localName} ${name}>`);
      else if (!sound || (name === "id" && !/^cl-\S/.test(value))) found.push(`<${element.localName} ${name}="${value.slice(0, 80)}">`);
    }
    // What is a property by its name, and what runs when it is asked for.
    if (element.shadowRoot !== null) found.push(`<${element.localName}> with a shadow root`);
  }
  return found;
}

/**
 * What a page or a person might set off by being there.
 *
 * @param {Element} root
 */
export function provoke(root) {
  const types = ["mouseover", "mouseenter", "pointerover", "pointerdown", "focus", "focusin", "blur", "keydown", "input", "change", "toggle", "beforetoggle",
    "animationstart", "animationend", "transitionend", "scroll", "wheel", "copy", "paste", "dragstart", "load", "error", "play", "canplay", "cuechange", "select"];
  for (const element of root.querySelectorAll("*")) {
    for (const type of types) element.dispatchEvent(new Event(type, { cancelable: true }));
    if (element instanceof HTMLElement && element.closest("a") === null) element.click();
  }
}
