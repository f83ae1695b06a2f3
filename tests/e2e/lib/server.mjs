/**
 * Serves the page fixtures and pages that a test makes up, and keeps a log of every request.
 *
 * It is also an HTTP proxy, so that a browser can be told to bring *every* request here, whatever the host: what is not
 * in the log was not asked for, and nothing leaves the machine.
 */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the page fixtures. */
export const PAGES = fileURLToPath(new URL("../../pages/", import.meta.url));

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
});

/** What browsers ask of their makers by themselves, whatever they are told. */
const BROWSERS_OWN = /(?:^|\.)(?:mozilla\.(?:com|org|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com)(?::\d+)?$/;

/** @typedef {{ host: string, path: string, type: string | undefined, referrer?: string | undefined }} Request */
/** @typedef {{ body: string | Buffer, headers?: Record<string, string>, delay?: number }} MadeUp */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin
 * @property {Request[]} log empty it at will
 * @property {(path: string, page: string | MadeUp) => string} page makes up a page and gives its address
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ root?: string }} options
 * @returns {Promise<Server>}
 */
export async function serve({ root = PAGES } = {}) {
  /** @type {Request[]} */
  const log = [];
  /** @type {Map<string, MadeUp>} */
  const madeUp = new Map();

  /** @param {Request} request */
  const note = (request) => {
    // For the icon of a site a browser asks by itself, when it is there for the first time.
    if (!BROWSERS_OWN.test(request.host) && request.path !== "/favicon.ico") log.push(request);
  };

  const server = createServer((request, response) => {
    // A proxy is asked for a whole address, a server for a path.
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    note({ host: url.host, path: url.pathname + url.search, type: request.headers["sec-fetch-dest"]?.toString(), referrer: request.headers.referer });
    const page = madeUp.get(url.pathname);
    if (page !== undefined) {
      setTimeout(() => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers });
        response.end(page.body);
      }, page.delay ?? 0);
      return;
    }
    const file = normalize(join(root, decodeURIComponent(url.pathname)));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep) || !isFile(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  server.on("connect", (request, socket) => {
    note({ host: request.url ?? "", path: "", type: "connect" });
    // A browser that is closed hangs up without a word.
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 502 Not here\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    log,
    page(path, page) {
      madeUp.set(path, typeof page === "string" ? { body: page } : page);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
