/**
 * What stands around the article: where it is from, its title, who wrote it and when, how long it takes; at the end
 * what the publisher says about access. What comes from the page is text, so it is set as text; what we add says that it
 * is in our language, so that no voice reads it in the article's, and no direction of the article is told by it.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /**
   * The calendar day as the publisher wrote it: converted to the reader's zone, an evening's article may be tomorrow's.
   *
   * @param {string | null} time
   * @returns {{ iso: string, day: Date } | null}
   */
  function dayOf(time) {
    const iso = /^\d{4}-\d{2}-\d{2}/.exec(time ?? "")?.[0];
    if (iso === undefined) return null;
    const day = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? null : { iso, day };
  }

  /** @param {{ iso: string, day: Date }} day */
  function dateElement({ iso, day }) {
    const text = new Intl.DateTimeFormat(shared.locale(), { dateStyle: "long", timeZone: "UTC" }).format(day);
    const time = shared.element("time", { text });
    time.dateTime = iso;
    return time;
  }

  /** @param {number} minutes */
  const readingTime = (minutes) => shared.element("span", { text: shared.message("readingTime", shared.minutes(Math.max(1, Math.round(minutes)))) });

  /**
   * A message with one place for an element in it, such as "Updated $1".
   *
   * @param {import("../types").MessageKey} key
   * @param {Node} node
   */
  function around(key, node) {
    const span = shared.element("span");
    const [before = "", after = ""] = shared.message(key, "\u0000").split("\u0000");
    span.append(before, node, after);
    return span;
  }

  /** @param {string} url */
  const hostOf = (url) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "");

  /**
   * @param {string} href
   * @param {string} text
   */
  function link(href, text) {
    const element = shared.element("a", { text });
    element.href = href;
    element.rel = "noopener noreferrer";
    return element;
  }

  /** @param {string | null} url */
  const isWeb = (url) => url !== null && /^https?:\/\//i.test(url);

  /** @param {import("../types").Article} article */
  function details(article) {
    const published = dayOf(article.publishedTime);
    const modified = dayOf(article.modifiedTime);
    /** @type {Node[]} */
    const parts = [];
    if (article.byline) parts.push(shared.element("span", { className: "byline", text: article.byline }));
    if (published) parts.push(shared.ours(dateElement(published)));
    if (modified && modified.iso > (published?.iso ?? "")) parts.push(shared.ours(around("updated", dateElement(modified))));
    parts.push(shared.ours(readingTime(article.readingMinutes)));
    const line = shared.element("span");
    // The space lets the line break between parts; the dot before each is drawn by the style sheet.
    parts.forEach((part, index) => {
      const item = shared.element("span", { className: "detail" });
      const isolated = shared.element("bdi");
      isolated.append(part);
      item.append(isolated);
      line.append(...(index > 0 ? [" "] : []), item);
    });
    const paragraph = shared.element("p", { className: "details" });
    paragraph.append(line);
    return paragraph;
  }

  /**
   * On paper only: where it is from, and when it was read there.
   *
   * @param {string} url
   */
  function printed(url) {
    const today = new Intl.DateTimeFormat(shared.locale(), { dateStyle: "long" }).format(new Date());
    const line = shared.element("p", { className: "printed" });
    const address = shared.element("bdi", { text: shared.pageOf(url) });
    line.append(address, " · ", shared.ours(shared.element("bdi", { text: shared.message("retrieved", today) })));
    return line;
  }

  /**
   * The publisher's own picture, where the article itself has none.
   *
   * @param {import("../types").Article} article
   */
  function leadImage(article) {
    if (!isWeb(article.image) || /<(?:img|video)\b/.test(article.content)) return null;
    const figure = shared.element("figure", { className: "lead" });
    const image = shared.element("img");
    image.alt = "";
    image.referrerPolicy = "no-referrer";
    image.loading = "lazy";
    image.addEventListener("error", ({ isTrusted }) => isTrusted && figure.remove());
    image.src = article.image ?? "";
    figure.append(image);
    return figure;
  }

  shared.head = (article, url) => {
    const header = shared.element("header", { className: "head" });
    const site = article.siteName ?? hostOf(url);
    const title = shared.element("h1", { text: article.title ?? hostOf(url) });
    title.tabIndex = -1;
    title.dir = article.dir ?? "auto";
    if (site) {
      const line = shared.element("p", { className: "site" });
      line.append(shared.element("bdi", { text: site }));
      header.append(line);
    }
    header.append(title, details(article), printed(url));
    const lead = leadImage(article);
    if (lead !== null) header.append(lead);
    return header;
  };

  shared.foot = (article) => {
    const foot = shared.element("footer", { className: "foot" });
    if (article.truncated) foot.append(shared.ours(shared.element("p", { className: "access", text: shared.message("truncated") })));
    const gate = article.access === "locked" ? "accessLocked" : article.access === "metered" ? "accessMetered" : null;
    if (gate !== null) {
      const line = shared.ours(shared.element("p", { className: "access" }));
      line.append(shared.message(gate));
      if (isWeb(article.signInUrl)) line.append(" ", link(article.signInUrl ?? "", shared.message("signIn")));
      foot.append(line);
    }
    if (isWeb(article.supportUrl)) {
      const line = shared.ours(shared.element("p"));
      const site = article.siteName ?? hostOf(article.supportUrl ?? "");
      line.append(link(article.supportUrl ?? "", shared.message("support", site)));
      foot.append(line);
    }
    return foot.childElementCount === 0 ? null : foot;
  };
}
