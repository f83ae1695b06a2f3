/**
 * What one run of `cargo xtask bench` measured, as docs/bench/README.md and two plots.
 *
 * node benches/report.mjs RESULTS-FOLDER
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { bars, line } from "./plot.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node benches/report.mjs RESULTS-FOLDER");

/** @param {string} name @returns {any} */
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const [native, scale, node, peers] = ["native", "scale", "node", "peers"].map((name) => read(`${name}.json`));
/** Absent where the browser did not show the reader in time. */
const extension = existsSync(join(folder, "extension.json")) ? read("extension.json") : null;

/** @param {string} program @param {string[]} args */
const say = (program, ...args) => execFileSync(program, args, { encoding: "utf8" }).trim();

/** @param {number[]} all @param {number} part */
const quantile = (all, part) => {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
};
/** @param {number[]} all */
const median = (all) => quantile(all, 0.5);
/** @param {number} number */
const one = (number) => number.toFixed(1);
/** @param {number} number */
const two = (number) => number.toFixed(2);
/** @param {number[]} all */
const sum = (all) => all.reduce((total, each) => total + each, 0);

/** @type {{ bytes: number, whole: number, thread: number, core: number, readability?: number, defuddle?: number }[]} */
const pages = peers.rows;
const withReadability = pages.filter((page) => page.readability);
const withDefuddle = pages.filter((page) => page.defuddle);
/** The pages on which Readability took longest: where waiting is felt. */
const slowest = [...withReadability].sort((a, b) => (b.readability ?? 0) - (a.readability ?? 0)).slice(0, Math.max(1, Math.round(withReadability.length / 20)));
const ratios = {
  readability: withReadability.map((page) => (page.readability ?? 0) / page.whole),
  slowest: slowest.map((page) => (page.readability ?? 0) / page.whole),
  defuddle: withDefuddle.map((page) => (page.defuddle ?? 0) / page.whole),
  thread: withReadability.map((page) => page.thread / (page.readability ?? 1)),
};
/** @type {{ bytes: number, core: number, floor: number, grown: number }[]} */
const inNode = node.rows;
const nodeRatio = inNode.map((page) => page.floor / page.core);
const nodeSpeed = { core: sum(inNode.map((page) => page.bytes)) / sum(inNode.map((page) => page.core)) / 1e3, floor: sum(inNode.map((page) => page.bytes)) / sum(inNode.map((page) => page.floor)) / 1e3 };
const memory = inNode.map((page) => page.grown / page.bytes);
const wasm = readFileSync("dist/npm/clearleaf_bg.wasm");
const packed = statSync("dist/clearleaf-chromium.zip").size;

/** @type {Record<string, number>} */
const seconds = native.seconds;
const speed = (/** @type {string} */ stage) => native.bytes / (seconds[stage] ?? NaN) / 1e6;
/** @type {{ bytes: number, seconds: number }[]} */
const lengths = scale;
// The slope of the line through the logarithms: 1 is linear.
const logs = lengths.filter(({ bytes }) => bytes >= 50_000).map(({ bytes, seconds }) => [Math.log(bytes), Math.log(seconds)]);
const mean = (/** @type {number} */ index) => sum(logs.map((pair) => pair[index] ?? 0)) / logs.length;
const [meanX, meanY] = [mean(0), mean(1)];
const slope = sum(logs.map(([x = 0, y = 0]) => (x - meanX) * (y - meanY))) / sum(logs.map(([x = 0]) => (x - meanX) ** 2));

const stages = Object.keys(seconds);
const text = `# Measurements

Made by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}, at commit ${say("git", "rev-parse", "--short", "HEAD")}.
Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release().split("-")[0]}; shared with other work, so look at ratios (each within one run) before times.
Versions: ${say("rustc", "--version")}, Node ${node.node}, Chromium ${peers.chromium}, Mozilla Readability 0.6.0, Defuddle 0.19.4, lol_html 3.0.3.
Pages: ${pages.length} saved pages, as a browser serialises them (median ${Math.round(median(pages.map((page) => page.bytes)) / 1e3)} KB).

## Beside the others, in one Chromium

![Milliseconds per page, median and 95th percentile](peers.svg)

| ms per page | median | 95 % |
|-|-|-|
| Clearleaf, whole way | ${two(median(pages.map((page) => page.whole)))} | ${two(quantile(pages.map((page) => page.whole), 0.95))} |
| of this on the page's own thread | ${two(median(pages.map((page) => page.thread)))} | ${two(quantile(pages.map((page) => page.thread), 0.95))} |
| of this in the core | ${two(median(pages.map((page) => page.core)))} | ${two(quantile(pages.map((page) => page.core), 0.95))} |
| Readability | ${two(median(withReadability.map((page) => page.readability ?? 0)))} | ${two(quantile(withReadability.map((page) => page.readability ?? 0), 0.95))} |
| Defuddle | ${two(median(withDefuddle.map((page) => page.defuddle ?? 0)))} | ${two(quantile(withDefuddle.map((page) => page.defuddle ?? 0), 0.95))} |

| medians of ratios page by page | | wanted |
|-|-|-|
| Readability ÷ Clearleaf | ${two(median(ratios.readability))} | ≥ 2 |
| the same on the slowest 5 % of pages | ${two(median(ratios.slowest))} | ≥ 2.5 |
| Defuddle ÷ Clearleaf | ${two(median(ratios.defuddle))} | ≥ 6 |
| the page's own thread ÷ Readability | ${two(median(ratios.thread))} | ≤ 0.25 |

Method: the document is parsed once; then each in turn, three times, median. Clearleaf: \`outerHTML\`, message to a worker, core, message back,
\`setHTML\`. The others: \`cloneNode\`, parse, \`setHTML\`. It proves what a reader waits for, and what the page's own scripts wait for; the
live page's layout, which the extension asks about in addition, is not in it (the next table has it).

## The extension, from click to paint

${extension === null ? "Not measured in this run." : `| ms, ${extension.cold.length} times each | median | 95 % |
|-|-|-|
| background awake | ${Math.round(median(extension.warm))} | ${Math.round(quantile(extension.warm, 0.95))} |
| background ended before | ${Math.round(median(extension.cold))} | ${Math.round(quantile(extension.cold, 0.95))} |

Method: the fixture \`long-read\`, the real toolbar button by the browser's own protocol, to the frame after the one in which the article is there.
It proves what a person sees; the second row adds starting the worker and compiling the core.`}

## The core

| WebAssembly in Node | MB/s |
|-|-|
| the whole core | ${one(nodeSpeed.core)} |
| bare pass of lol_html that reads class, id, end tags and text | ${one(nodeSpeed.floor)} |
| median of ratios page by page (wanted: ≥ 0.5) | ${two(median(nodeRatio))} |

| native stage | MB/s |
|-|-|
${stages.map((stage) => `| ${stage} | ${one(speed(stage))} |`).join("\n")}
| whole ÷ floor (wanted: ≥ 0.5) | ${two((seconds.floor ?? NaN) / (seconds.whole ?? NaN))} |

\`floor\` is the bare pass of lol_html; \`measure\` contains \`walk\`, our own walk of its tokens. It proves how much of the time
is looking and how much is thinking. Instructions per stage are counted by \`cargo xtask instructions\` and held against
[instructions.json](../../benches/instructions.json) in every test run where there is valgrind.

| memory and size | | wanted |
|-|-|-|
| growth of WebAssembly memory per byte of page, median | ${two(median(memory))} | ≤ 4 |
| the same, 95 % | ${two(quantile(memory, 0.95))} | |
| core, bytes | ${wasm.length} | ≤ 400,000 |
| core by brotli, bytes | ${brotliCompressSync(wasm).length} | ≤ 155,000 |
| packed extension, bytes (fonts included) | ${packed} | |

Memory: a fresh instance for each page, as far as its memory has grown after the article; it never shrinks, so this is the peak.

## Scale

![Seconds against bytes of page](scale.svg)

| bytes | ms | MB/s |
|-|-|-|
${lengths.map(({ bytes, seconds }) => `| ${bytes} | ${two(seconds * 1e3)} | ${one(bytes / seconds / 1e6)} |`).join("\n")}

Slope of the logarithms from 50 KB on: ${two(slope)} (1 is linear). Made pages, native. It proves that a long page costs what its length says.
`;

mkdirSync("docs/bench", { recursive: true });
writeFileSync("docs/bench/README.md", text);
const p95 = (/** @type {number[]} */ all) => quantile(all, 0.95);
writeFileSync(
  "docs/bench/peers.svg",
  bars([
    ["Clearleaf", pages.map((page) => page.whole)],
    ["of this: page's thread", pages.map((page) => page.thread)],
    ["Readability", withReadability.map((page) => page.readability ?? 0)],
    ["Defuddle", withDefuddle.map((page) => page.defuddle ?? 0)],
  ].map(([name, all]) => ({ name: /** @type {string} */ (name), median: median(/** @type {number[]} */ (all)), p95: p95(/** @type {number[]} */ (all)) }))),
);
writeFileSync("docs/bench/scale.svg", line(lengths.map(({ bytes, seconds }) => ({ x: bytes, y: seconds })), slope));
console.log("wrote docs/bench/");
