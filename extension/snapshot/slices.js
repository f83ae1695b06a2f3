/**
 * Slices: work that a large page makes long is a generator that says where it may pause (and with `true` where it should, whatever
 * the time), and the page's own thread does in between what has waited for it. What takes less than a slice is done at once.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** Half of what is felt: a step may be longer than another, and who comes in between wants time as well. */
  const SLICE_MS = 25;

  // Not `scheduler.yield`, which comes back before the page's own timers; nor a timer, which waits longer each time.
  shared.breathe = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(undefined);
      };
      port2.postMessage(null);
    });

  shared.inSlices = async (work, signal) => {
    for (let end = performance.now() + SLICE_MS; ; ) {
      const step = work.next();
      if (step.done === true) return step.value;
      if (step.value !== true && performance.now() < end) continue;
      await shared.breathe();
      if (signal?.aborted === true) return undefined;
      end = performance.now() + SLICE_MS;
    }
  };

  shared.atOnce = (work) => {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
  };
}
