// Node has no fetch for files, but it can read and compile the core at once: nothing has to be awaited here.
import { readFileSync } from "node:fs";
import { initSync } from "./clearleaf.js";

initSync({ module: readFileSync(new URL("./clearleaf_bg.wasm", import.meta.url)) });

export * from "./clearleaf.js";
// `await init()` does nothing more, so that one program runs in Node and in a browser.
export { default } from "./clearleaf.js";
