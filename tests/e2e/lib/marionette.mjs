/**
 * A client for Marionette, Firefox's own remote protocol: JSON messages, each with its length in front, over TCP.
 */
import { connect } from "node:net";

export class Marionette {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void, name: string }>} */
  #waiting = new Map();
  #last = 0;
  #rest = Buffer.alloc(0);

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    this.socket = socket;
    socket.on("data", (bytes) => this.#read(bytes));
    socket.on("close", () => {
      for (const { reject, name } of this.#waiting.values()) reject(new Error(`${name}: Firefox is gone`));
      this.#waiting.clear();
    });
    socket.on("error", () => undefined); // "close" follows and tells those who wait.
  }

  /** @param {number} port */
  static connect(port) {
    return /** @type {Promise<Marionette>} */ (new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(new Marionette(socket)));
      socket.once("error", reject);
    }));
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} params
   * @returns {Promise<any>}
   */
  send(name, params) {
    this.#last += 1;
    const id = this.#last;
    const message = JSON.stringify([0, id, name, params]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, name });
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  end() {
    this.socket.destroy();
  }

  /** @param {Buffer} bytes */
  #read(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const colon = this.#rest.indexOf(":");
      if (colon < 0) return;
      const length = Number(this.#rest.subarray(0, colon));
      if (this.#rest.length < colon + 1 + length) return;
      const message = JSON.parse(this.#rest.subarray(colon + 1, colon + 1 + length).toString());
      this.#rest = this.#rest.subarray(colon + 1 + length);
      if (Array.isArray(message)) this.#answer(message);
    }
  }

  /** @param {any[]} message */
  #answer([, id, error, result]) {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(`${waiting.name}: ${error.error}: ${error.message}`));
    else waiting.resolve(result);
  }
}
