/**
 * The background: a service worker in Chromium, an event page in Firefox. It holds no state that matters, because
 * either may be ended at any moment; it only wires the browser's events to what answers them.
 *
 * Listeners are added in the first turn: an event that started the worker is delivered to those and no others.
 */
import { api } from "./api.js";
import { act } from "./background/acts.js";
import { insistence, onConnect } from "./background/clock.js";
import { createMenus, onMenu, watchTabs } from "./background/menus.js";
import { readAnyway, toggle } from "./background/open.js";
import { reconcile } from "./background/sites.js";
import { fromPage } from "./messages.js";

/** @param {unknown} error what nobody else has answered for */
const report = (error) => console.error("Clearleaf:", error);

api.action.onClicked.addListener((tab) => void toggle(tab).catch(report));
// Firefox for Android has no context menus.
api.contextMenus?.onClicked.addListener((info, tab) => void onMenu(info, tab).catch(report));

api.runtime.onMessage.addListener((message, sender, answer) => {
  const sound = fromPage(message, sender);
  if (sound === null) return undefined;
  act(sound).then(answer, (error) => {
    report(error);
    answer(null);
  });
  return true; // The answer comes later.
});

api.runtime.onConnect.addListener((port) => {
  const wanted = insistence(port);
  if (wanted === null) return onConnect(port);
  // It is heard: what asked can go.
  port.disconnect();
  void readAnyway(wanted).catch(report);
});
api.permissions.onRemoved.addListener(() => void reconcile().then(watchTabs).catch(report));
api.runtime.onStartup.addListener(() => void reconcile().catch(report));
api.runtime.onInstalled.addListener(() => void Promise.all([createMenus(), reconcile()]).catch(report));
watchTabs().catch(report);
