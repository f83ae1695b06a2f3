/** Runs in the page: one page's documents through the three, in turns. */
"use strict";
{
  const TURNS = 3;
  const URL = "https://example.org/news/story";
  const worker = new Worker("/worker.js", { type: "module" });

  /** @returns {Promise<any>} */
  const answer = () => new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data), { once: true }));
  const ready = answer();

  const peers = /** @type {any} */ (globalThis);

  /** @param {string} html */
  const parse = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const base = page.createElement("base");
    base.href = URL;
    page.head.prepend(base);
    return page;
  };

  /** @param {string | null | undefined} html */
  const build = (html) => {
    const box = document.createElement("div");
    /** @type {any} */ (box).setHTML(html ?? "");
    return box;
  };

  /** @param {Document} page */
  async function ours(page) {
    const start = performance.now();
    worker.postMessage({ html: page.documentElement.outerHTML, url: URL });
    const sent = performance.now();
    // The answer is deserialised when it is first looked at, so that counts as the page's own time.
    let got = 0;
    const { article, took, memory } = await new Promise((resolve) => {
      worker.addEventListener("message", (event) => { got = performance.now(); resolve(event.data); }, { once: true });
    });
    build(article?.content);
    const end = performance.now();
    return { whole: end - start, thread: sent - start + (end - got), core: took, memory };
  }

  /** @param {Document} page */
  function readability(page) {
    const start = performance.now();
    const article = new peers.Readability(page.cloneNode(true)).parse();
    build(article?.content);
    return performance.now() - start;
  }

  /** @param {Document} page */
  function defuddle(page) {
    const start = performance.now();
    const article = new peers.Defuddle(page.cloneNode(true), { url: URL }).parse();
    build(article?.content);
    return performance.now() - start;
  }

  /** @param {number[]} all */
  const median = (all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0;

  /** @param {() => number} work */
  const attempt = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };

  peers.compare = async (/** @type {number} */ number) => {
    await ready;
    const html = await (await fetch(`/pages/${number}`)).text();
    const page = parse(html);
    /** @type {Record<string, number[]>} */
    const times = { whole: [], thread: [], core: [], readability: [], defuddle: [] };
    let failed = null;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const our = await ours(page);
      times.whole?.push(our.whole);
      times.thread?.push(our.thread);
      times.core?.push(our.core);
      for (const [name, run] of /** @type {const} */ ([["readability", readability], ["defuddle", defuddle]])) {
        const took = attempt(() => run(page));
        if (took === null) failed = name;
        else times[name]?.push(took);
      }
    }
    return {
      bytes: new TextEncoder().encode(html).length,
      failed,
      ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)])),
    };
  };
}
