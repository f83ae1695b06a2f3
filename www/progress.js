// What the page is doing, for the eye and for a screen reader. The reader hears each phase once, not each per cent.

import { byId } from "./dom.js";

// Below this, a phase is over before anybody could read its name.
const WORTH_SHOWING = 512 * 1024;

export class Progress {
  #working = byId("working", HTMLElement);
  #phase = byId("phase", HTMLElement);
  #bar = byId("progress", HTMLProgressElement);
  #status = byId("status", HTMLElement);

  /**
   * @param {string} phase
   * @param {number} amount how much there is to do, in bytes or characters
   */
  async enter(phase, amount) {
    if (amount < WORTH_SHOWING && this.#working.hidden) return;
    this.#working.hidden = false;
    this.#phase.textContent = phase;
    // Without a value the bar shows that something goes on, not how far it is.
    this.#bar.removeAttribute("value");
    this.announce(`${phase}…`);
    // Gives the browser a turn to draw this before work that blocks it.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  /** @type {(done: number, total: number) => void} */
  step = (done, total) => {
    this.#bar.value = total > 0 ? done / total : 0;
  };

  leave() {
    this.#working.hidden = true;
  }

  /** @param {string} text */
  announce(text) {
    this.#status.textContent = text;
  }
}
