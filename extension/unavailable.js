/**
 * Says in one line why something cannot be done here, or is not done yet; the reason stands in the address. What is not
 * done yet can be stopped, and this page goes when it is done; what is done only if the reader says so can be asked for.
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
  ["#Felt", ["feltTitle", "felt"]],
  ["#Slow", ["slowTitle", "slow"]],
  ["#GaveUp", ["failedTitle", "gaveUp"]],
  ["#Failed", ["failedTitle", "failed"]],
]);
const OTHER = ["unavailableTitle", "unavailableOther"];

/**
 * @param {string} selector
 * @param {string} text
 */
function write(selector, text) {
  const element = document.querySelector(selector);
  if (element !== null) element.textContent = text;
}

/** @param {string} reason */
function tell(reason) {
  const [title = "", text = ""] = (REASONS.get(reason) ?? OTHER).map((key) => api.i18n.getMessage(key));
  document.title = title;
  write("h1", title);
  write("p", text);
}

/** A tab where the browser opened no popup for us. */
async function leave() {
  const tab = await api.tabs.getCurrent();
  if (tab?.id === undefined) close();
  else await api.tabs.remove(tab.id);
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function addButton(label, act) {
  const button = document.createElement("button");
  button.textContent = label;
  button.addEventListener("click", act);
  document.querySelector("main")?.append(button);
  return button;
}

/** @param {string} name of the port that lasts as long as the reading */
function follow(name) {
  const port = api.runtime.connect({ name });
  const stop = addButton(api.i18n.getMessage("stop"), () => port.postMessage("stop"));
  let ended = false;
  port.onMessage.addListener((reason) => {
    ended = true;
    stop.remove();
    location.hash = reason;
    say();
  });
  port.onDisconnect.addListener(() => ended || void leave());
}

/** @param {string} name of the port that says it: what hears of it ends it */
function offer(name) {
  const read = addButton(api.i18n.getMessage("readLarge"), () => {
    read.disabled = true;
    api.runtime.connect({ name }).onDisconnect.addListener(() => void leave());
  });
  // A popup may be given the focus only later.
  addEventListener("focus", () => read.focus());
  read.focus();
}

function say() {
  const [reason = "", port = ""] = location.hash.split(":");
  tell(reason);
  if (reason === "#Slow") follow(port);
  if (reason === "#Felt") offer(port);
}

document.documentElement.lang = api.i18n.getMessage("language");
document.documentElement.dir = api.i18n.getMessage("direction");
say();
