/** Where the core runs, apart from the page: stands for the extension's background. */
// Addresses of the benchmark's own server: see FILES in peers.mjs.
const { default: init, extract } = await import(/** @type {any} */ ("/core.js"));

const ready = init();

addEventListener("message", async ({ data: { html, url } }) => {
  const core = await ready;
  const start = performance.now();
  let article = null;
  try {
    article = extract(html, { url });
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== "no-article") throw error;
  }
  const took = performance.now() - start;
  postMessage({ article, took, memory: core.memory.buffer.byteLength });
});

await ready;
postMessage("ready");
export {};
