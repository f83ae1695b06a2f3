/** Pages that the tests make up. */
import { openReader } from "./reader.mjs";

const PARAGRAPHS = [
  "The first paragraph tells how the ferry left the harbour before dawn, with forty crates of salted cod and a crew that had not slept since Sunday.",
  "By the time the lighthouse keeper saw the lamp, the wind had turned twice, and the captain had written both turns into the log in a steady hand.",
  "Nobody in the village expected the boat before the weekend, so the bakery had only the bread of the day before, and the café stayed shut until nine.",
  "What they brought was more than fish: letters, a sewing machine, two goats, and the news that the bridge on the mainland had finally been opened.",
  "The harbour master counted everything three times, as he always did, and found, as he always did, that one crate more had come than the papers said.",
  "The last paragraph ends with the keeper walking home along the sea wall, the logbook under his arm, and the lamp behind him going out by itself.",
];

/**
 * The same again, in other words: no article says a thing twice.
 *
 * @param {string} text
 * @param {number} at
 */
const onTheNextDay = (text, at) => `${text} So it was told on day ${at + 2}, too.`;

/**
 * @param {string} [extra] markup at the start of the body
 * @param {string} [more] markup at the end of the article
 * @param {{ title?: string, head?: string }} [options]
 */
export const article = (extra = "", more = "", { title = "The ferry that came early", head = "" } = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="author" content="Ada Example">${head}</head>
<body>${extra}
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><h1>${title}</h1><p class="byline">By Ada Example</p>
${[...PARAGRAPHS, ...PARAGRAPHS.slice(1, 5).map(onTheNextDay), ...PARAGRAPHS.slice(5).map(onTheNextDay)].map((text) => `<p>${text}</p>`).join("\n")}
${more}</article></main>
<footer>All rights reserved</footer></body></html>`;

/** The simplest of them, with the reader open. @param {import("./suite.mjs").World} world */
export async function openArticle({ browser, server }) {
  await browser.open(server.page("/settings", article()));
  await openReader(browser);
}

/** So many paragraphs, no two of which are the same. */
export const filler = (times = 12) => Array.from({ length: times }, (_, at) => `<p>The harbour lay quiet while the crew waited for tide ${at + 1}, and nobody on the quay spoke a word about it until noon.</p>`).join("");

const WORDS = ["harbour", "crew", "tide", "lamp", "quay", "ferry", "keeper", "letter", "storm", "bakery", "captain", "rope", "island", "winter", "ledger", "bell", "gull", "pilot", "morning", "anchor"];

/**
 * No article says a thing twice: sentences of words that a fixed generator draws.
 *
 * @param {number} bytes
 */
export function chapters(bytes) {
  let state = 7;
  const word = () => WORDS[((state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8) % WORDS.length] ?? "";
  const sentence = () => `The ${word()} waited for the ${word()} of the ${word()}, and nobody by the ${word()} spoke of a ${word()} until the ${word()} was out. `;
  const paragraphs = [];
  for (let at = 0, length = 0; length < bytes; at += 1) {
    const paragraph = `${at % 20 === 0 ? `<h2>Part ${at / 20}</h2>` : ""}<p>${at}. ${sentence()}${sentence()}${sentence()}${sentence()}</p>`;
    length += paragraph.length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join("");
}

/** @param {number} bytes */
export const longArticle = (bytes) => article("", chapters(bytes));

/** A page that is all ways to elsewhere. */
export const links = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Contacts</title></head><body><main><h1>Contacts</h1>
<ul>${["Harbour office", "Ferry desk", "Lighthouse", "Bakery", "Café", "Museum"].map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul></main></body></html>`;
