// The page: takes a source, has it normalised and extracted, and shows what came of it. Each step lives in a file of its
// own; this one only joins them.

import { AfterView } from "./after-view.js";
import { BeforeView, LARGE } from "./before-view.js";
import { extract, warmUp } from "./core.js";
import { showDetails, showFacts } from "./details-view.js";
import { byId } from "./dom.js";
import { articleDocument, fileStem, save } from "./download.js";
import { acceptDrops } from "./drop.js";
import { plural, size } from "./format.js";
import { normalise, webAddress } from "./page.js";
import { LARGEST_PAGE, Problem, PROBLEMS } from "./problems.js";
import { Progress } from "./progress.js";
import { showRemoved } from "./removed-view.js";
import { fromFile, fromText } from "./source.js";
import { makeTabs } from "./tabs.js";
import { isDoubtful } from "./verdict.js";

const form = byId("form", HTMLFormElement);
const html = byId("html", HTMLTextAreaElement);
const address = byId("url", HTMLInputElement);
const images = byId("images", HTMLInputElement);
const file = byId("file", HTMLInputElement);
const result = byId("result", HTMLElement);
const veil = byId("veil", HTMLElement);

const before = new BeforeView(byId("before", HTMLIFrameElement));
const after = new AfterView(byId("after", HTMLIFrameElement));
const tabs = makeTabs(byId("tabs", HTMLElement));
const progress = new Progress();

/** The page that was chosen, where it was not pasted. @type {import("./source.js").Source | null} */
let given = null;

/** What is on show. @type {{ html: string, article: import("./core.js").Article, url: string | null } | null} */
let shown = null;

/** The address that was filled in from the page itself, so that the next page may replace it. */
let filledIn = "";

/** @type {AbortController | null} */
let running = null;

const framesLoaded = new Promise((resolve) => {
  if (document.readyState === "complete") resolve(undefined);
  else addEventListener("load", resolve, { once: true });
});

/** @returns {"article" | "page"} */
const mode = () => (new FormData(form).get("mode") === "page" ? "page" : "article");

/** The address in the field, or null where there is none. */
function statedAddress() {
  const stated = address.value.trim();
  if (!stated) return null;
  const url = webAddress(stated);
  address.setAttribute("aria-invalid", String(!url));
  if (!url) throw new Problem("bad-url");
  return url;
}

/** @param {AbortSignal} signal */
async function read(signal) {
  const source = given ?? fromText("Pasted HTML", html.value);
  await framesLoaded;
  if (address.value === filledIn) address.value = "";
  address.removeAttribute("aria-invalid");
  const stated = statedAddress();

  await progress.enter("Reading", source.size);
  const raw = await source.read({ signal, onProgress: progress.step });

  await progress.enter("Parsing as a browser does", raw.length);
  const page = normalise(before.Parser, raw);
  const bytes = new TextEncoder().encode(page.html);
  const length = bytes.length;
  const url = stated ?? page.address;
  filledIn = stated ? "" : (url ?? "");
  address.value = url ?? "";

  await progress.enter("Finding the article", length);
  const options = { mode: mode(), maxBytes: LARGEST_PAGE, ...(url && { url }) };
  const { article, ms, version } = await extract(bytes, options, { signal, onProgress: progress.step });
  await progress.enter("Setting the article", article.content.length);
  signal.throwIfAborted();
  show(page.html, url, article, { source, bytes: length, ms, version });
  if (options.mode === "article" && isDoubtful(article)) showProblem(new Problem("doubtful"));
}

/**
 * @param {string} page
 * @param {string | null} url
 * @param {import("./core.js").Article} article
 * @param {Omit<import("./details-view.js").Run, "removed">} run
 */
function show(page, url, article, run) {
  shown = { html: page, article, url };
  result.hidden = false;
  const title = byId("result-title", HTMLElement);
  title.textContent = article.title ?? "Untitled";
  title.dir = article.dir ?? "auto";
  showFacts(byId("facts", HTMLElement), article, run);
  showRemoved(byId("removed", HTMLElement), article);
  byId("tab-removed", HTMLElement).textContent = `Left out (${article.removals.length})`;
  tabs.selectFirst();
  const large = page.length > LARGE;
  veil.hidden = !large;
  byId("veil-text", HTMLElement).textContent = `This page has ${size(run.bytes)} of HTML; drawing it may take a while.`;
  const removed = drawViews(!large);
  showDetails(byId("details", HTMLElement), article, { ...run, removed });
  byId("status", HTMLElement).textContent =
    `Done. ${title.textContent}: ${plural(article.wordCount, "word")} kept, ${plural(article.removals.length, "piece")} left out.`;
  title.focus({ preventScroll: true });
  title.scrollIntoView({ behavior: calm() ? "instant" : "smooth", block: "start" });
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {boolean} withBefore whether the page as it was is drawn too
 * @returns {number} what the second layer took out of the article
 */
function drawViews(withBefore) {
  if (!shown) return 0;
  const settings = { url: shown.url, images: images.checked };
  if (withBefore) before.show(shown.html, settings);
  else before.clear();
  return after.show(shown.article, settings);
}

function clearResult() {
  shown = null;
  result.hidden = true;
  before.clear();
  after.clear();
}

/** @param {unknown} error */
function showProblem(error) {
  let problem = error instanceof Problem ? error : new Problem("crashed", String(error));
  if (problem.code === "no-article" && mode() === "page") problem = new Problem("no-text");
  const { title, help, offersWholePage } = PROBLEMS[problem.code];
  byId("problem-title", HTMLElement).textContent = title;
  byId("problem-help", HTMLElement).textContent = help;
  const detail = byId("problem-detail", HTMLElement);
  detail.textContent = problem.detail;
  detail.hidden = problem.code === "no-article" || !problem.detail;
  byId("whole-page", HTMLButtonElement).hidden = !offersWholePage;
  const box = byId("problem", HTMLElement);
  box.hidden = false;
  box.scrollIntoView({ behavior: "instant", block: "nearest" });
  if (problem.code === "bad-url") address.focus();
  else if (problem.code === "empty" && !given) html.focus();
}

/** Whether the element that had the focus has gone with the box it stood in, as "Cancel" does. */
function focusIsLost() {
  const focused = document.activeElement;
  return !focused || focused === document.body || !focused.checkVisibility();
}

async function run() {
  running?.abort();
  const controller = (running = new AbortController());
  byId("problem", HTMLElement).hidden = true;
  clearResult();
  try {
    await read(controller.signal);
  } catch (error) {
    // A newer run has taken the page over, or nothing went wrong but the person's mind.
    if (!controller.signal.aborted) showProblem(error);
    else if (running === controller) progress.announce("Cancelled.");
  } finally {
    if (running === controller) {
      running = null;
      progress.leave();
      if (focusIsLost()) byId("extract", HTMLElement).focus();
    }
  }
}

/** @param {import("./source.js").Source | null} source */
function use(source) {
  given = source;
  byId("paste", HTMLElement).hidden = source !== null;
  byId("given", HTMLElement).hidden = source === null;
  byId("given-name", HTMLElement).textContent = source?.name ?? "";
  byId("given-size", HTMLElement).textContent = source ? size(source.size) : "";
}

/** @param {import("./source.js").Source} source */
function take(source) {
  use(source);
  void run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
html.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
file.addEventListener("change", () => {
  const chosen = file.files?.[0];
  file.value = "";
  if (chosen) take(fromFile(chosen));
});
acceptDrops((dropped) => take(fromFile(dropped)));
byId("sample", HTMLElement).addEventListener("click", async () => {
  try {
    const response = await fetch("sample.html");
    if (!response.ok) throw new Problem("unreadable");
    take(fromText("sample.html", await response.text()));
  } catch (error) {
    showProblem(error);
  }
});
byId("forget", HTMLElement).addEventListener("click", () => {
  running?.abort();
  use(null);
  clearResult();
  html.focus();
});
byId("cancel", HTMLElement).addEventListener("click", () => running?.abort());
byId("whole-page", HTMLElement).addEventListener("click", () => {
  for (const radio of form.querySelectorAll("input[name=mode]")) {
    if (radio instanceof HTMLInputElement) radio.checked = radio.value === "page";
  }
  void run();
});
images.addEventListener("change", () => drawViews(Boolean(veil.hidden)));
byId("lift", HTMLElement).addEventListener("click", () => {
  veil.hidden = true;
  drawViews(true);
});
byId("save-html", HTMLElement).addEventListener("click", () => {
  if (shown) save(`${fileStem(shown.article.title)}.html`, "text/html", articleDocument(shown.article));
});
byId("save-json", HTMLElement).addEventListener("click", () => {
  if (shown) save(`${fileStem(shown.article.title)}.json`, "application/json", JSON.stringify(shown.article, null, 2));
});

warmUp();
