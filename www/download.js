// Taking the article along: as a page of its own, or as everything the core said.

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * A document around the article's own HTML, which the core has made safe and closed. Title and byline are text and are
 * escaped here.
 *
 * @param {import("./core.js").Article} article
 */
export function articleDocument({ title, byline, lang, dir, content }) {
  const language = lang ? ` lang="${escaped(lang)}"` : "";
  const direction = dir ? ` dir="${dir}"` : "";
  return `<!doctype html>
<html${language}${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title ?? "Article")}</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.6 Georgia, serif; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; }
</style>
</head>
<body>
<article>
${title ? `<h1>${escaped(title)}</h1>\n` : ""}${byline ? `<p>${escaped(byline)}</p>\n` : ""}${content}
</article>
</body>
</html>
`;
}

/**
 * A file name that every system takes.
 *
 * @param {string | null} title
 */
export function fileStem(title) {
  const words = (title ?? "").normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.join("-").slice(0, 60).replace(/-$/, "") || "article";
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken its own reference by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
