/**
 * Traces: what the page's own thread was kept for, as Chromium notes it for its developers. Every task is there, whoever gave it: a
 * page is told of its own and the browser's, and never of those of content scripts.
 */

/**
 * @typedef {object} Task
 * @property {number} ms
 * @property {string} most what took most of it
 */

/** As Chromium's "Trace Event Format" has it; times in microseconds. @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, args: any }} Event */

const TASK = "RunTask";

/**
 * @param {Event[]} events
 * @param {Event} task
 */
function mostOf(events, { ts, dur = 0, pid, tid }) {
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const event of events) {
    const inside = event.pid === pid && event.tid === tid && event.ph === "X" && event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur;
    if (inside && event.name !== TASK) parts.set(event.name, (parts.get(event.name) ?? 0) + (event.dur ?? 0));
  }
  const longest = [...parts].toSorted(([, one], [, other]) => other - one).slice(0, 6);
  return longest.map(([name, us]) => `${name} ${Math.round(us / 1_000)}`).join(", ");
}

/** What the page says in the trace, so that its thread is known among those of the others. */
export const HERE = "clearleaf: this page";

/**
 * The tasks of the page's thread, the longest first.
 *
 * @param {Event[]} events
 * @returns {Task[]}
 */
export function tasksOf(events) {
  const here = events.find(({ name, args }) => name === "TimeStamp" && args.data?.message === HERE);
  if (here === undefined) throw new Error("the trace does not know the page");
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && pid === here.pid && tid === here.tid);
  const longest = tasks.toSorted((one, other) => (other.dur ?? 0) - (one.dur ?? 0));
  return longest.map((task) => ({ ms: (task.dur ?? 0) / 1_000, get most() { return mostOf(events, task); } }));
}
