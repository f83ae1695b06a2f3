/**
 * The browser's extension API under one name. Both browsers give promises; Firefox calls it `browser`.
 *
 * @type {typeof chrome}
 */
export const api = /** @type {any} */ (globalThis).browser ?? chrome;
