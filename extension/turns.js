/**
 * One change at a time: two at once would each write what they read, without the other's change. The turns are the browser's
 * own locks, so that background and options page wait for each other; who is ended gives up its turn.
 *
 * @param {string} name what is changed
 * @returns {<T>(work: () => Promise<T>) => Promise<T>} does one piece of work after the other
 */
export function inTurn(name) {
  return async (work) => navigator.locks.request(name, work);
}
