/**
 * Says in one line why something cannot be done here, or is not done yet; the reason stands in the address. What is not
 * done yet can be stopped, and this page goes when it is done.
 */
import { api } from "./api.js";

/** What is said, and why, by what stands in the address. */
const REASONS = new Map([
  ["#Browser", ["unavailableTitle", "unavailableBrowser"]],
  ["#Store", ["unavailableTitle", "unavailableStore"]],
  ["#File", ["unavailableTitle", "unavailableFile"]],
  ["#Document", ["unavailableTitle", "unavailableDocument"]],
  ["#Private", ["unavailablePrivateTitle", "unavailablePrivate"]],
  ["#Large", ["unavailableTitle", "unavailableLarge"]],
  ["#Slow", ["slowTitle", "slow"]],
  ["#GaveUp", ["failedTitle", "gaveUp"]],
  ["#Failed", ["failedTitle", "failed"]],
]);
const OTHER = ["unavailableTitle", "unavailableOther"];

/**
 * @param {string} selector
 * @param {string} text
 */
function say(selector, text) {
  const element = document.querySelector(selector);
  if (element !== null) element.textContent = text;
}

/** @param {string} reason */
function tell(reason) {
  const [title = "", text = ""] = (REASONS.get(reason) ?? OTHER).map((key) => api.i18n.getMessage(key));
  document.title = title;
  say("h1", title);
  say("p", text);
}

/** A tab where the browser opened no popup for us. */
async function leave() {
  const tab = await api.tabs.getCurrent();
  if (tab?.id === undefined) close();
  else await api.tabs.remove(tab.id);
}

/** @param {string} name of the port that lasts as long as the reading */
function follow(name) {
  const port = api.runtime.connect({ name });
  const stop = document.createElement("button");
  stop.textContent = api.i18n.getMessage("stop");
  stop.addEventListener("click", () => port.postMessage("stop"));
  document.querySelector("main")?.append(stop);
  let ended = false;
  port.onMessage.addListener((reason) => {
    ended = true;
    stop.remove();
    location.hash = reason;
    tell(location.hash);
  });
  port.onDisconnect.addListener(() => ended || void leave());
}

document.documentElement.lang = api.i18n.getMessage("language");
document.documentElement.dir = api.i18n.getMessage("direction");
const [reason = "", port = ""] = location.hash.split(":");
tell(reason);
if (reason === "#Slow") follow(port);
