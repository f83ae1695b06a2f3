/**
 * "Always on this site": which sites, and what the browser must hold for each of them: the permission for that one
 * origin, and a content script registered for it. The list is what the reader chose; permission and registration
 * follow it, and where the browser took one of them away, the choice is taken back with it.
 */
import { api } from "../api.js";
import { keptList } from "./lists.js";

/**
 * A site as a match pattern: one scheme, one host, any port (Firefox has no ports in patterns).
 *
 * @param {string | undefined} url
 * @returns {string | null} null: nothing that can be a site
 */
export function siteOf(url) {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? `${protocol}//${hostname}/*` : null;
}

/** @param {unknown} value @returns {value is string} */
const isSite = (value) => typeof value === "string" && /^https?:\/\/[^/*]+\/\*$/.test(value);

const { all, store, turns } = keptList("sites", 1, isSite);

/** Whatever is stored, from an older version or broken: what is sound in it, and nothing else. */
export const sites = async () => [...new Set(await all())];

/** @param {string | undefined} url */
export async function isOn(url) {
  const site = siteOf(url);
  return site !== null && (await sites()).includes(site);
}

/** From the root: Firefox reads it as an address on the page that registers, and the options page stands elsewhere. */
const ARRIVE = ["/unshadowed.js", "/arrive.js"];

/** @param {string} site */
const registration = (site) => ({
  id: `always ${site}`,
  matches: [site],
  js: ARRIVE,
  runAt: /** @type {const} */ ("document_end"),
  persistAcrossSessions: true,
});

/** @param {chrome.scripting.RegisteredContentScript} script as the browser tells it */
const isAsWanted = ({ js = [], runAt }) => runAt === "document_end" && js.map((file) => `/${file}`.replace("//", "/")).join() === ARRIVE.join();

/**
 * For how long the browser is waited for, when it is told of registrations. Firefox answers once all its processes have
 * heard, and one of them may be busy with its page for long; what it was told holds without the answer.
 */
const ANSWER_MS = 400;

/** @param {Promise<void>} answer */
async function heard(answer) {
  // Too late is not wrong; but nobody listens any more to what went wrong.
  answer.catch((error) => console.info("Clearleaf: registering the sites:", error));
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, ANSWER_MS))]);
}

/** Brings list, permissions and registrations into agreement. */
async function agree() {
  const wanted = await sites();
  const allowed = await Promise.all(wanted.map((site) => api.permissions.contains({ origins: [site] })));
  const kept = wanted.filter((_, index) => allowed[index]);
  if (kept.length !== wanted.length) await store(kept);
  const scripts = await api.scripting.getRegisteredContentScripts();
  const want = kept.map(registration);
  // One that an earlier version registered otherwise is made anew.
  const right = new Set(scripts.filter(isAsWanted).map(({ id }) => id));
  const stale = scripts.map(({ id }) => id).filter((id) => !right.has(id) || !want.some((each) => each.id === id));
  const missing = want.filter(({ id }) => !right.has(id));
  if (stale.length > 0) await heard(api.scripting.unregisterContentScripts({ ids: stale }));
  if (missing.length > 0) await heard(api.scripting.registerContentScripts(missing));
}

export const reconcile = () => turns(agree);

/**
 * To be called right in the handler of a gesture: the browser asks the reader, and only a gesture may make it ask.
 *
 * @param {string} site
 * @returns {Promise<boolean>} whether the reader said yes
 */
export function ask(site) {
  return api.permissions.request({ origins: [site] }).catch(() => false);
}

/** @param {string} site whose permission has been given */
export const switchOn = (site) =>
  turns(async () => {
    await store([...new Set([...(await sites()), site])]);
    await agree();
  });

/** @param {string} site */
export const switchOff = (site) =>
  turns(async () => {
    await store((await sites()).filter((each) => each !== site));
    await agree();
    // Held for no other purpose, so given back. A permission the browser itself insists on is not ours to give.
    await api.permissions.remove({ origins: [site] }).catch(() => false);
  });
