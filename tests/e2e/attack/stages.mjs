/**
 * What is done with the rows, one stage after the other. Every page has scripts on and no policy; the rows are packed,
 * a frame for each, so that a thousand of them take seconds.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isOpen, look, openReader, pause, status, waitClosed } from "../lib/reader.mjs";
import { allowed } from "./sets.mjs";
import { provoke, strays, TRIPWIRE } from "./trip.mjs";

/** @typedef {import("./sets.mjs").Row} Row */
/** @typedef {{ browser: import("../lib/driver").Driver, server: import("../lib/server.mjs").Server, fail: (what: string) => void }} World */

/** Frames in one page. */
const FRAMES = 60;
/** Rows in one live page. */
const LIVE = 25;
/** What an attack is given to run by itself, ms. */
const SETTLE = 300;

/** No frame may lead the whole page away; and where a frame within one has lost the tripwire, its dialogs must not stop the show. */
const SANDBOX = "allow-scripts allow-same-origin allow-forms";

/**
 * @template T
 * @param {T[]} list
 * @param {number} size
 * @returns {T[][]}
 */
const chunks = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/**
 * Lays rows where a page can fetch them.
 *
 * @param {World["server"]} server
 * @param {Row[]} rows
 */
const layRows = (server, rows) =>
  rows.forEach(({ page, markup }, index) => server.page(`/row/${index}`, { body: JSON.stringify({ page, markup }), headers: { "content-type": "application/json" } }));

/**
 * The extension's second layer, as a page can have it.
 *
 * @param {string} extensionDir
 */
const layerIn = (extensionDir) => `<script>${["allowed", "render"].map((name) => readFileSync(join(extensionDir, `reader/${name}.js`), "utf8")).join("\n")}</script>`;

/**
 * Puts documents into the frames of one page, and waits until they have done what they do.
 *
 * @param {World} world
 * @param {string[]} documents
 * @returns {Promise<string[]>} what went off
 */
async function framed({ browser, server }, documents, head = "") {
  documents.forEach((body, index) => server.page(`/frame/${index}`, body));
  const frames = documents.map((_, index) => `<iframe name="${index}" sandbox="${SANDBOX}" src="/frame/${index}"></iframe>`).join("");
  await browser.open(server.page("/frames", `<!doctype html><meta charset="utf-8"><title>Frames</title>${TRIPWIRE}${head}<style>iframe { width: 90px; height: 60px }</style>${frames}`));
  await pause(SETTLE);
  return browser.evaluate(() => /** @type {any} */ (window).trips.filter((/** @type {string} */ trip) => !trip.endsWith("navigation")));
}

/**
 * The raw rows: they must set off the tripwire, or it is none. Gives each page as this browser serialises it: live,
 * parsed without scripts, and built by a script in ways that no parser would.
 *
 * @param {World} world
 * @param {Row[]} rows
 * @returns {Promise<{ fired: number, pages: { name: string, page: string }[] }>}
 */
export async function control(world, rows) {
  const fired = new Set();
  /** @type {{ name: string, page: string }[]} */
  const pages = [];
  for (const [part, some] of chunks(rows, FRAMES).entries()) {
    const trips = await framed(world, some.map(({ page }) => TRIPWIRE + page));
    for (const trip of trips) {
      if (/^\d/.test(trip)) fired.add(part * FRAMES + parseInt(trip, 10));
    }
    layRows(world.server, some);
    const made = await world.browser.evaluate(serialisations, some.length);
    made.forEach((/** @type {Record<string, string>} */ each, /** @type {number} */ index) => {
      for (const [how, page] of Object.entries(each)) pages.push({ name: `${some[index]?.name} (${how})`, page });
    });
  }
  return { fired: fired.size, pages };
}

/**
 * Runs in the page of frames.
 *
 * @param {number} count
 */
async function serialisations(count) {
  const all = [];
  for (let index = 0; index < count; index += 1) {
    const { page, markup } = await (await fetch(`/row/${index}`)).json();
    /** @type {Record<string, string>} */
    const made = {};
    try {
      const live = /** @type {HTMLIFrameElement} */ (document.querySelectorAll("iframe")[index]).contentDocument?.documentElement;
      live?.querySelector("script")?.remove(); // Ours.
      if (live) made.live = live.outerHTML;
    } catch {
      made.live = ""; // It has led its frame to another origin.
    }
    made.parsed = new DOMParser().parseFromString(page, "text/html").documentElement.outerHTML;
    // What a script of the page can build, and no parser would.
    const built = document.implementation.createHTMLDocument("The ferry that came early");
    const article = built.body.appendChild(built.createElement("article"));
    const say = (/** @type {string} */ text) => { article.appendChild(built.createElement("p")).textContent = text; };
    say("The ferry left the harbour before dawn, with forty crates of salted cod and a crew that had not slept since Sunday.");
    const add = (/** @type {() => Node} */ make) => {
      try {
        article.appendChild(make());
        say("By the time the keeper saw the lamp, the wind had turned twice, and the captain had written both turns into the log.");
      } catch {
        // This browser refuses to make such a node.
      }
    };
    const short = markup.slice(0, 20_000);
    add(() => built.createComment(short));
    add(() => built.createProcessingInstruction("x", short));
    for (const name of ["style", "xmp", "noembed", "noframes", "iframe", "noscript", "plaintext", "script", "textarea", "title", "listing", "option"]) {
      add(() => Object.assign(built.createElement(name), { textContent: short, type: "text/plain" }));
    }
    for (const [space, name] of [["http://www.w3.org/2000/svg", "style"], ["http://www.w3.org/1998/Math/MathML", "mtext"], ["http://www.w3.org/2000/svg", "script"], ["", "x"], ["http://www.w3.org/1998/Math/MathML", "style"]]) {
      add(() => Object.assign(built.createElementNS(space ?? "", name ?? ""), { textContent: short }));
    }
    add(() => built.createElement(short.replace(/[\s/>\0]+/g, "-").slice(0, 60)));
    add(() => {
      const element = built.createElement("p");
      element.setAttribute(short.replace(/[\s/>=\0]+/g, "-").slice(0, 60), short);
      element.title = short;
      return element;
    });
    made.built = built.documentElement.outerHTML;
    all.push(made);
  }
  return all;
}

/**
 * What the core alone has written, in pages without a policy: as a document of its own and by `innerHTML`; then the
 * second layer over it, which must find nothing to do.
 *
 * @param {World} world
 * @param {{ name: string, content: string }[]} outputs
 * @param {string} extensionDir
 */
export async function alone(world, outputs, extensionDir) {
  const head = layerIn(extensionDir);
  for (const some of chunks(outputs, FRAMES)) {
    const documents = some.map(({ content }) => `<!doctype html><html><head><meta charset="utf-8">${TRIPWIRE}</head><body>${content}</body></html>`);
    some.forEach(({ content }, index) => world.server.page(`/content/${index}`, { body: content, headers: { "content-type": "text/plain; charset=utf-8" } }));
    await framed(world, documents, head);
    const wrong = await world.browser.evaluate(`async (count, allowed) => { ${strays}; ${provoke}; return (${judgeFrames})(count, allowed, strays, provoke); }`, some.length, allowed);
    await pause(SETTLE);
    const trips = await world.browser.evaluate(() => /** @type {any} */ (window).trips);
    for (const trip of new Set(trips)) world.fail(`went off: ${trip} from ${some[parseInt(trip, 10)]?.name ?? "the page of frames"}`);
    for (const [index, what] of wrong) world.fail(`${some[index]?.name}: ${what}`);
  }
}

/**
 * Runs in the page of frames.
 *
 * @param {number} count
 * @param {any} allowed
 * @param {(root: Element, allowed: any) => string[]} findStrays
 * @param {(root: Element) => void} setOff
 */
async function judgeFrames(count, allowed, findStrays, setOff) {
  /** @type {[number, string][]} */
  const wrong = [];
  const frames = document.querySelectorAll("iframe");
  for (let index = 0; index < count; index += 1) {
    const content = await (await fetch(`/content/${index}`)).text();
    const inside = frames[index]?.contentDocument;
    if (!inside?.body) {
      wrong.push([index, "the frame has gone elsewhere"]);
      continue;
    }
    const say = (/** @type {string} */ how, /** @type {Element} */ root, /** @type {string} */ expected) => {
      for (const stray of findStrays(root, allowed)) wrong.push([index, `${how}: ${stray}`]);
      if (root.innerHTML !== expected) wrong.push([index, `${how}: reads back otherwise`]);
    };
    say("parsed", inside.body, content);
    const div = inside.body.appendChild(inside.createElement("div"));
    div.innerHTML = content;
    say("innerHTML", div, content);
    for (const fallback of [false, true]) {
      const into = document.createElement("div");
      if (fallback) Object.assign(into, { setHTML: null });
      const { removed, usedSetHtml } = /** @type {any} */ (globalThis).clearleaf.render(into, content);
      const how = fallback ? "second layer, copying" : "second layer";
      if (removed !== 0) wrong.push([index, `${how}: took out ${removed}`]);
      if (usedSetHtml === fallback) wrong.push([index, `${how}: took the other way`]);
      say(how, into, content);
    }
    setOff(inside.body);
  }
  return wrong;
}

/**
 * The second layer without the first: the raw rows straight into it.
 *
 * @param {World} world
 * @param {Row[]} rows
 * @param {string} extensionDir
 */
export async function secondLayer(world, rows, extensionDir) {
  const head = layerIn(extensionDir);
  for (const some of chunks(rows, FRAMES * 2)) {
    await world.browser.open(world.server.page("/second", `<!doctype html><meta charset="utf-8"><title>Second layer</title>${TRIPWIRE}${head}`));
    layRows(world.server, some);
    const wrong = await world.browser.evaluate(
      `async (count, allowed) => {
        ${strays}; ${provoke};
        const wrong = [];
        for (let index = 0; index < count; index += 1) {
          const { page, markup } = await (await fetch("/row/" + index)).json();
          for (const [html, fallback] of [[page, false], [markup, false], [page, true], [markup, true]]) {
            const into = document.body.appendChild(document.createElement("div"));
            if (fallback) into.setHTML = null;
            try {
              clearleaf.render(into, html);
            } catch (error) {
              wrong.push([index, "it throws: " + error]);
            }
            // It knows names and schemes; values are the first layer's to check.
            const found = strays(into, allowed).filter((stray) => !/ (?:id|src|cite|href|poster)="/.test(stray));
            for (const link of into.querySelectorAll("a")) if (link.protocol === "javascript:") found.push("a link that runs");
            for (const stray of found) wrong.push([index, (fallback ? "copying: " : "setHTML: ") + stray]);
            provoke(into);
            into.remove();
          }
        }
        return wrong;
      }`,
      some.length,
      allowed,
    );
    await pause(SETTLE);
    const trips = await world.browser.evaluate(() => /** @type {any} */ (window).trips);
    for (const trip of new Set(trips)) world.fail(`went off in the second layer alone: ${trip}`);
    for (const [index, what] of wrong) world.fail(`second layer alone: ${some[index]?.name}: ${what}`);
  }
}

/** Of a request by TLS only the host is seen. @param {import("../lib/server.mjs").Request} request */
const nameOf = ({ host, path, type }) => (type === "connect" ? host : `${host}${path}`);

/** Pictures that the reader shows, named like the requests for them. */
const listPictures = `
  const addresses = [...dialog.querySelectorAll("img, source, video")].flatMap((each) =>
    [each.currentSrc, each.src, each.poster, ...(each.srcset ?? "").split(",").map((part) => part.trim().split(/\\s+/)[0])]);
  return addresses.filter((address) => address && URL.canParse(address)).map((address) => new URL(address))
    .map(({ protocol, hostname, port, host, pathname, search }) => (protocol === "https:" ? hostname + ":" + (port || 443) : host + pathname + search));`;

/** The reader's own hands in what it shows. */
const FURNISHED = ["class", "tabindex", "role", "aria-label", "style", "dir"];

/**
 * Through the extension itself: rows in a live page, the toolbar button, the reader over it.
 *
 * @param {World} world
 * @param {Row[]} rows
 * @returns {Promise<{ shown: number, left: string[] }>} whose own lines the reader shows; which rows lead their page away by themselves
 */
export async function live(world, rows) {
  const { browser, server, fail } = world;
  let shown = 0;
  /** @type {string[]} */
  const left = [];
  const waiting = chunks(rows, LIVE).reverse();
  for (let some = waiting.pop(); some !== undefined; some = waiting.pop()) {
    const names = `${some[0]?.name} … ${some.at(-1)?.name}`;
    layRows(server, some);
    const address = server.page("/live", `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry that came early</title>${TRIPWIRE}</head><body><article><h1>The ferry that came early</h1></article></body></html>`);
    await browser.open(address);
    const stayed = await browser.evaluate(furnishLive, some.length).then(() => true, () => false);
    await pause(SETTLE * 2);
    if (!stayed || (await browser.evaluate(() => location.href)) !== address) {
      // A row has led the page away before anyone could read it: the others are tried without it.
      const middle = Math.ceil(some.length / 2);
      if (some.length === 1) left.push(names);
      else waiting.push(some.slice(middle), some.slice(0, middle));
      continue;
    }
    await browser.evaluate(() => void (/** @type {any} */ (window).trips.length = 0));
    const asked = new Set(server.log.map(nameOf));
    server.log.length = 0;
    await openReader(browser).catch((error) => fail(`no reader: ${names}: ${error.message}`));
    if (!(await isOpen(browser))) continue;
    const { removedBySecondLayer, usedSetHtml, readsBack } = await status(browser);
    if (!readsBack) fail(`the second layer gave other bytes than it was given: ${names}`);
    if (removedBySecondLayer !== 0) fail(`the second layer took out ${removedBySecondLayer} of ${names}`);
    const seen = await look(
      browser,
      `${strays}; ${provoke};
       const content = dialog.querySelector(".content");
       if (content === null) return { found: [], rows: 0, none: dialog.querySelector("h1")?.textContent };
       // The reader puts a button of its own behind a picture that it can show larger; any other is a stray.
       const own = content.querySelectorAll("img.grows + button.enlarge").length === content.querySelectorAll("button").length;
       const found = strays(content, args[0]).filter((stray) => !args[1].some((name) => stray.endsWith(" " + name + ">")) && !(own && stray === "<button>"));
       provoke(content);
       return { found, rows: [...content.querySelectorAll("p")].filter((p) => /^Row \\d+ of the book/.test(p.textContent)).length };`,
      allowed,
      FURNISHED,
    );
    // A row or two make no article, and the reader may say so.
    if (seen.none === undefined && !usedSetHtml) fail(`setHTML was not used: ${names}`);
    if (seen.none !== undefined && some.length > 2) fail(`the reader says "${seen.none}": ${names}`);
    shown += seen.rows;
    const pictures = new Set(/** @type {string[]} */ (await look(browser, listPictures)));
    for (const request of server.log) {
      const name = nameOf(request);
      if (!asked.has(name) && !pictures.has(name)) fail(`asked for while it was read: ${name} (${request.type}), by one of ${names}`);
    }
    for (const stray of seen.found) fail(`in the reader: ${stray}, one of ${names}`);
    await pause(SETTLE);
    // What of the page below hears that it has lost the focus, or that its film has been paused, is the page's own business.
    const trips = await browser.evaluate(() => /** @type {any} */ (window).trips.filter((/** @type {string} */ trip) => !trip.endsWith("of the page itself")));
    for (const trip of new Set(trips)) fail(`went off under the reader: ${trip}, one of ${names}`);
    if ((await browser.evaluate(() => location.href)) !== address) fail(`the page went elsewhere: ${names}`);
    // What was set off may have opened a picture or a note of the article, which Escape closes first.
    for (let presses = 0; presses < 3 && (await isOpen(browser)); presses += 1) {
      await browser.press("Escape");
      await pause(SETTLE);
    }
    await waitClosed(browser).catch((error) => fail(`${error.message}: ${names}`));
  }
  return { shown, left };
}

/**
 * Runs in the live page: the rows as this browser parses them, moved into its article.
 *
 * @param {number} count
 */
async function furnishLive(count) {
  const article = /** @type {Element} */ (document.querySelector("article"));
  for (let index = 0; index < count; index += 1) {
    const { page } = await (await fetch(`/row/${index}`)).json();
    const parsed = new DOMParser().parseFromString(page, "text/html");
    // Not by its own name: a picture in that document may be called `querySelector`.
    const all = (/** @type {string} */ selector) => Document.prototype.querySelectorAll.call(parsed, selector);
    // These would lead this very page away, reader or not.
    for (const meta of all("meta[http-equiv], base, frameset, plaintext")) meta.remove();
    const say = (/** @type {string} */ text) => { article.appendChild(Document.prototype.createElement.call(document, "p")).textContent = text; };
    say(`Row ${index} of the book: the ferry left the harbour before dawn, with ${index + 40} crates of salted cod and a crew that had not slept since Sunday.`);
    all("h1")[0]?.remove();
    all("article > p:first-child")[0]?.remove();
    const inner = all("article")[0];
    article.append(...(inner?.childNodes ?? []));
    inner?.remove();
    article.append(...(all("body")[0]?.childNodes ?? []));
  }
}
