/**
 * One change at a time: two at once would each write what they read, without the other's change.
 *
 * @returns {<T>(work: () => Promise<T>) => Promise<T>} does one piece of work after the other
 */
export function inTurn() {
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();
  return (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
}
