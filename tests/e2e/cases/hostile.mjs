/** A page that works against the reader: it may close it (it is the page's own document), but never drive or read it, and never ends up broken. */
import assert from "node:assert/strict";
import { article } from "../lib/pages.mjs";
import { close, isOpen, look, openReader, pageState, pause, SETTLE_MS, status, until, waitClosed, WAYS_OUT } from "../lib/reader.mjs";
import { areas } from "../lib/storage.mjs";

/** What a page may do to the host, and must be sane after. */
const ATTACKS = /** @type {Record<string, string>} */ ({
  "takes the host out": `dialog.getRootNode().host.remove();`,
  "moves the host into the body": `document.body.append(dialog.getRootNode().host);`,
  "takes the dialog out": `dialog.remove();`,
  "closes the dialog": `dialog.close();`,
  "makes the host inert": `dialog.getRootNode().host.inert = true;`,
  "makes the dialog inert": `dialog.inert = true;`,
  "empties the shadow root": `dialog.getRootNode().replaceChildren();`,
  "makes the dialog clear": `dialog.style.opacity = "0";`,
  "makes the dialog invisible": `dialog.style.setProperty("visibility", "hidden", "important");`,
  "takes the dialog's class away": `dialog.className = "";`,
  "empties the document's root": `for (const each of [...document.documentElement.children]) if (each !== document.head && each !== document.body) each.remove();`,
});

/** After these there is another document, or none. */
const WIPED = /** @type {Record<string, string>} */ ({
  "writes its document anew": `document.open(); document.write("<p>Another page</p>"); document.close();`,
  "takes its root out": `document.documentElement.remove();`,
  "puts another root in": `document.documentElement.replaceWith(document.createElement("html"));`,
});

/** @type {import("../lib/suite.mjs").Test[]} */
export const tests = [
  ...Object.entries(ATTACKS).map(([what, attack]) => ({
    name: `a page that ${what} gets itself back as it was`,
    async run(/** @type {import("../lib/suite.mjs").World} */ { browser, server }) {
      await browser.open(server.page("/hostile", article(`<input id="search">`)));
      await browser.evaluate(() => {
        document.querySelector("input")?.focus({ preventScroll: true });
        scrollTo({ top: 120, behavior: "instant" });
      });
      const before = await pageState(browser);
      await openReader(browser);
      await look(browser, attack);
      await waitClosed(browser);
      await until(() => status(browser), ({ open }) => !open, "the reader to notice");
      assert.deepEqual(await pageState(browser), before);
      await openReader(browser);
      await close(browser);
    },
  })),
  ...Object.entries(WIPED).map(([what, attack]) => ({
    name: `a page that ${what} has no reader any more, and nothing of it`,
    async run(/** @type {import("../lib/suite.mjs").World} */ { browser, server }) {
      await browser.open(server.page("/wiped", article()));
      await openReader(browser);
      await browser.evaluate(`() => { ${attack} }`);
      await until(() => status(browser), ({ open }) => !open, "the reader to notice");
      assert.deepEqual(await browser.evaluate(() => [document.adoptedStyleSheets.length, document.querySelectorAll("[data-clearleaf]").length]), [0, 0]);
      await browser.open(server.page("/after", article()));
      await openReader(browser);
    },
  })),
  {
    name: "a page that calls a part of its own as the reader's host is read at the first click, and one that forges a reader at the second",
    async run({ browser, server }) {
      const add = `document.documentElement.append(Object.assign(document.createElement("div"), { className: "own" })); document.querySelector(".own").dataset.clearleaf = "";`;
      await browser.open(server.page("/own", article(`<script>${add}</script>`)));
      await openReader(browser);
      const forge = `const forge = () => {
        const host = document.documentElement.appendChild(document.createElement("div"));
        host.dataset.clearleaf = "";
        host.attachShadow({ mode: "open" }).innerHTML = "<dialog class=reader>Closed</dialog>";
        host.shadowRoot.firstChild.showModal();
        const again = new MutationObserver(() => {
          if (host.isConnected) return;
          again.disconnect();
          forge();
        });
        again.observe(document.documentElement, { childList: true });
      };
      forge();`;
      await browser.open(server.page("/forged", article(`<script>addEventListener("load", () => { ${forge} })</script>`)));
      await browser.clickAction();
      await pause(SETTLE_MS);
      await browser.clickAction();
      await until(() => status(browser).catch(() => ({ open: false })), ({ open }) => open, "the reader to open");
    },
  },
  {
    name: "a page that lays a control under the pointer, unseen: what cannot be seen cannot be pressed",
    async run({ browser, server }) {
      await browser.open(server.page("/unseen", article()));
      await openReader(browser);
      await pause(SETTLE_MS);
      const seen = await look(browser, `
        const bar = dialog.querySelector(".bar");
        bar.style.cssText = ["opacity: 0", "visibility: hidden", "filter: opacity(0)", "clip-path: inset(50%)", "transform: scale(0)", "pointer-events: none", "mask: linear-gradient(transparent, transparent)"].map((each) => each + " !important").join(";");
        const { opacity, visibility, filter, clipPath, transform, pointerEvents, maskImage } = getComputedStyle(bar);
        return { opacity, visibility, filter, clipPath, transform, pointerEvents, maskImage };`);
      assert.deepEqual(seen, { opacity: "1", visibility: "visible", filter: "none", clipPath: "none", transform: "none", pointerEvents: "auto", maskImage: "none" });
      assert.equal(await isOpen(browser), true);
      // A sheet is adopted without anybody being told.
      for (const clear of ["opacity: 0.02", "filter: opacity(2%)", "mask: linear-gradient(#0001, #0001)"]) {
        await look(browser, `
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("dialog.reader { animation: none !important; " + args[0] + " !important; }");
          dialog.getRootNode().adoptedStyleSheets.push(sheet);`, clear);
        await WAYS_OUT["close button"]?.(browser);
        await pause(300);
        assert.equal(await isOpen(browser), true, `pressed unseen: ${clear}`);
        await look(browser, `dialog.getRootNode().adoptedStyleSheets.pop();`);
      }
      // Without that sheet it fades in once more.
      await pause(300);
      await WAYS_OUT["close button"]?.(browser);
      await waitClosed(browser);
    },
  },
  {
    name: "a page that styles the host does not hide the reader",
    async run({ browser, server }) {
      await browser.open(server.page("/styled", article()));
      await openReader(browser);
      const visible = await look(browser, `
        const { host } = dialog.getRootNode();
        host.style.cssText = "display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(0) !important";
        host.hidden = true;
        host.className = "gone";
        await new Promise((resolve) => setTimeout(resolve, 200));
        return dialog.isConnected && dialog.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && dialog.getBoundingClientRect().width > 500;`);
      assert.equal(visible, true);
    },
  },
  {
    name: "controls cannot be found, read or pressed by the page",
    async run({ browser, server }) {
      await browser.open(server.page("/synthetic", article()));
      await openReader(browser);
      const found = await look(browser, `
        const bar = dialog.querySelector(".bar");
        const buttons = [...dialog.querySelectorAll("button")].length;
        const { left, right, top, height } = bar.getBoundingClientRect();
        const [x, y] = [right - 18, top + height / 2];
        const hit = bar.getRootNode().elementFromPoint(x, y);
        for (const target of [bar, hit, dialog, dialog.getRootNode().host]) {
          for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
            target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, button: 0 }));
          }
          target.click?.();
          for (const key of ["Enter", " ", "Escape"]) target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        }
        return { root: bar.shadowRoot, buttons, hit: hit === bar, html: document.documentElement.getHTML({ serializableShadowRoots: true }).includes("<button") };`);
      assert.deepEqual(found, { root: null, buttons: 0, hit: true, html: false });
      await pause(200);
      assert.equal(await isOpen(browser), true);
    },
  },
  {
    name: "what a page makes up opens, moves, frames and keeps nothing: no picture, no note, no place, and one Escape leaves",
    async run({ browser, server }) {
      const more = `<p>As the log has it<sup id="ref-1"><a href="#note-1">1</a></sup>, the ferry lay at the quay for nine days that winter, and nobody in the town spoke of anything else until it left.</p>
        <figure><img src="/assets/map.png" alt="The map" width="600"><figcaption>The map</figcaption></figure><pre><code>let crates = 40;</code></pre>
        <p>Forty crates were counted on the quay when it came, and thirty-nine when it went; the keeper wrote down both numbers and drew a line under them.</p>
        <ol><li id="note-1"><p>In the old harbour book, on the page for that winter. <a href="#ref-1">↩</a></p></li></ol>`;
      await browser.open(server.page("/made-up", article("", more)));
      await openReader(browser);
      await until(() => look(browser, `return dialog.querySelectorAll(".enlarge").length;`), (count) => count > 0, "a picture that can be enlarged");
      await until(() => look(browser, `return dialog.querySelector("a[href^='#']") !== null;`), (found) => found, "a note");
      const before = await areas(browser);
      const changed = await look(browser, `
        const root = dialog.getRootNode();
        const state = () => JSON.stringify([dialog.outerHTML, dialog.scrollTop, location.href, root.activeElement?.localName, root.querySelectorAll(":popover-open").length]);
        const now = state();
        const make = {
          MouseEvent: ["click", "dblclick", "mousedown", "mouseup", "mouseover", "contextmenu"],
          PointerEvent: ["pointerdown", "pointermove", "pointerup"],
          KeyboardEvent: ["keydown", "keypress", "keyup"],
          Event: ["input", "change", "submit", "load", "error", "toggle", "beforetoggle", "focusin", "visibilitychange", "pagehide", "popstate", "resize", "paste", "drop"],
        };
        const keys = ["Enter", "Escape", " ", "x", "a", "o", "?", "Delete", "ArrowDown", "ArrowRight", "Tab"];
        const inside = [...root.querySelectorAll("*")].filter((element) => !/^https?:/.test(element.getAttribute("href") ?? ""));
        for (const target of [...inside, root.host, document, window]) {
          for (const [kind, types] of Object.entries(make)) for (const type of types) for (const key of kind === "KeyboardEvent" ? keys : [""]) {
            target.dispatchEvent(new window[kind](type, { bubbles: true, composed: true, cancelable: true, key, button: 0, screenX: Math.random() * 900, screenY: 5 }));
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
        return state() === now ? "" : state();`);
      assert.equal(changed, "");
      assert.deepEqual(await areas(browser), before);
      await close(browser);
    },
  },
  {
    name: "a page that covers the reader with a dialog of its own is left by the button, and is as it was but for that dialog",
    async run({ browser, server }) {
      await browser.open(server.page("/covered", article(`<dialog id="cover"><p>Nothing to see</p></dialog>`)));
      const before = await pageState(browser);
      await openReader(browser);
      await browser.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector("#cover")).showModal());
      await pause(SETTLE_MS);
      await browser.clickAction();
      await waitClosed(browser);
      await until(() => status(browser), ({ open }) => !open, "the reader to notice");
      await browser.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector("#cover")).close());
      // From what is no longer there the browser takes the focus at its next frame.
      await until(() => pageState(browser), ({ focus }) => focus === before.focus, "the focus to be where it was");
      assert.deepEqual(await pageState(browser), before);
    },
  },
  {
    name: "a page that swallows every key and click cannot keep the reader open",
    async run({ browser, server }) {
      const swallow = `<script>for (const type of ["keydown", "keyup", "keypress", "click", "mousedown", "mouseup", "pointerdown", "pointerup"])
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);</script>`;
      await browser.open(server.page("/swallow", article(swallow)));
      await openReader(browser);
      await close(browser);
    },
  },
  {
    name: "a page that redefines what the reader uses changes nothing",
    async run({ browser, server }) {
      const redefine = `<script>
        const bad = () => { throw new Error("stolen"); };
        Element.prototype.attachShadow = bad; Element.prototype.setHTML = function (html) { this.innerHTML = html; };
        document.createElement = bad; HTMLDialogElement.prototype.showModal = bad; Element.prototype.append = bad;
        Object.defineProperty(Element.prototype, "shadowRoot", { get: bad }); window.CSSStyleSheet = bad; window.MutationObserver = bad;
        Element.prototype.getHTML = bad; Element.prototype.checkVisibility = bad;</script>`;
      await browser.open(server.page("/redefine", article(redefine)));
      await browser.clickAction();
      await until(() => status(browser).catch(() => ({ open: false })), ({ open }) => open, "the reader to open");
      await browser.press("Escape");
      await until(() => status(browser), ({ open }) => !open, "the reader to close");
    },
  },
  {
    name: "an article is never shown over the page that came after it",
    async run({ browser, server }) {
      await browser.open(server.page("/first", article("", "", { title: "The first page" })));
      const second = server.page("/second", article("", "", { title: "The second page" }));
      await browser.clickAction();
      await browser.open(second);
      await pause(1_200);
      const title = await look(browser, `return dialog?.querySelector("h1")?.textContent ?? null;`);
      assert.ok(title === null || title === "The second page", `shown: ${title}`);
    },
  },
  {
    name: "a route change while the page is read shows the new route",
    async run({ browser, server }) {
      await browser.open(server.page("/route", article()));
      await browser.clickAction();
      await browser.evaluate(() => history.pushState({}, "", "/route/next"));
      await until(() => isOpen(browser), (open) => open, "the reader to open");
      assert.match(await browser.evaluate(() => location.pathname), /next$/);
    },
  },
  {
    name: "what a page says of itself turns no line around: each part is set apart from the next",
    async run({ browser, server }) {
      const head = `<meta property="og:site_name" content="\u05e2\u05d9\u05ea\u05d5\u05df 7">`;
      await browser.open(server.page("/turned", article("", "", { head })));
      await openReader(browser);
      const apart = await look(browser, `
        const isApart = (element) => element !== null && getComputedStyle(element.closest("bdi") ?? element.querySelector("bdi") ?? element).unicodeBidi.includes("isolate");
        return [".site", ".byline", ".printed"].filter((part) => !isApart(dialog.querySelector(part)));`);
      assert.deepEqual(apart, []);
    },
  },
];
