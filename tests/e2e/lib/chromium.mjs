/**
 * Chromium as a reader uses it: a real profile, the unpacked extension, the real toolbar action.
 *
 * The same shape as `firefox.mjs` (see `driver.d.ts`), so that a test is written once.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pause } from "./reader.mjs";
import { HERE } from "./trace.mjs";

/** Builds that still load an unpacked extension from the command line; branded Chrome does not. */
const CANDIDATES = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/bin/brave-browser",
  "/usr/bin/microsoft-edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
];

/** Keeps the browser from talking to its maker while we count requests. */
const QUIET = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-search-engine-choice-screen",
  "--disable-features=Translate,OptimizationHints,MediaRouter",
  "--hide-crash-restore-bubble",
];

/** @returns {string | null} the first Chromium found that can load the extension */
export function find() {
  return CANDIDATES.find((path) => path !== "" && existsSync(path)) ?? null;
}

/**
 * An unpacked extension is named after its folder.
 *
 * @param {string} folder
 */
function idOf(folder) {
  const hash = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32);
  return [...hash].map((digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join("");
}

/**
 * The permission prompt is a window of the browser's own that no protocol can press. But who has said yes before is
 * not asked again, and that stands in the profile.
 *
 * @param {string} profile
 * @param {string} id
 * @param {string[]} origins match patterns
 * @param {boolean} incognito may run in private windows
 */
function grantBefore(profile, id, origins, incognito) {
  const permissions = { api: [], explicit_host: origins, manifest_permissions: [], scriptable_host: [] };
  const settings = { [id]: { granted_permissions: permissions, runtime_granted_permissions: permissions, incognito } };
  mkdirSync(join(profile, "Default"), { recursive: true });
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ extensions: { settings } }));
}

/** The entries of the page's context menu. @type {Record<string, string>} */
const IN_PAGE = { "Read with Clearleaf": "read", "Read my selection": "selection" };

/**
 * @param {import("./driver").LaunchOptions} options
 * @returns {Promise<import("./driver").Driver>}
 */
export async function launch({ extensionDir, headless = true, proxyPort, grants = [], language = "en-US", privately = false }) {
  const executablePath = find();
  if (executablePath === null) throw new Error("no Chromium found; set CHROMIUM to its path");
  const profile = mkdtempSync(join(tmpdir(), "clearleaf-chromium-"));
  const id = idOf(extensionDir);
  if (grants.length > 0 || privately) grantBefore(profile, id, grants, privately);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false, // Playwright's own headless mode has no extensions; the flag below has.
    viewport: null,
    colorScheme: null,
    // On Linux Chromium takes its language from here.
    env: /** @type {Record<string, string>} */ ({ ...process.env, LANGUAGE: language }),
    ignoreHTTPSErrors: proxyPort !== undefined,
    ignoreDefaultArgs: ["--disable-extensions", "--enable-automation", "--disable-back-forward-cache"],
    args: [
      ...(headless ? ["--headless=new"] : []),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      "--window-size=1280,900",
      `--lang=${language}`,
      ...QUIET,
      ...(proxyPort === undefined
        ? []
        : [`--proxy-server=127.0.0.1:${proxyPort}`, "--proxy-bypass-list=<-loopback>"]),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // A click before the worker is active is lost for good.
  while (!(await worker.evaluate("registration.active?.state === 'activated'"))) await pause(20);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.bringToFront();

  const browserSession = await /** @type {any} */ (context.browser()).newBrowserCDPSession();
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");

  /** The *tab* target that holds a page: only that one carries the toolbar action. */
  async function tabTarget(url = page.url()) {
    const { targetInfos } = await browserSession.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tabs = /** @type {{ targetId: string, url: string }[]} */ (targetInfos);
    const tab = tabs.find((tab) => tab.url === url) ?? tabs[0];
    if (tab === undefined) throw new Error(`no tab shows ${targetInfo.url}`);
    return tab.targetId;
  }

  /**
   * Plain DevTools evaluation: unlike Playwright's it needs no eval in the page, so a strict CSP or Trusted Types do not matter.
   *
   * @param {any} on
   * @param {string | Function} source
   * @param {unknown[]} args
   * @param {boolean} userGesture
   */
  async function run(on, source, args, userGesture = false) {
    const { result, exceptionDetails } = await on.send("Runtime.evaluate", {
      expression: `(${source})(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** @type {import("playwright-core").Page | undefined} */
  let inside;
  /** @type {import("playwright-core").CDPSession | undefined} */
  let insideSession;

  /**
   * @param {string | Function} source
   * @param {unknown[]} args
   */
  async function inExtension(source, args) {
    if (inside === undefined || inside.isClosed()) {
      inside = await context.newPage();
      await inside.goto(`chrome-extension://${id}/unavailable.html`);
      insideSession = await context.newCDPSession(inside);
      await page.bringToFront();
    }
    return run(insideSession, source, args, true);
  }

  /**
   * Context menus are the browser's own, and out of reach of any protocol: what an entry calls is called here, in an
   * extension page.
   *
   * @param {string} menuItemId
   */
  const choose = (menuItemId) =>
    inExtension(
      `async (menuItemId, wait) => {
        const { onMenu } = await import("/background/menus.js");
        const [tab] = await chrome.tabs.query({ active: true });
        const chosen = onMenu({ menuItemId }, tab);
        await Promise.race([chosen, new Promise((resolve) => setTimeout(resolve, wait))]);
      }`,
      [menuItemId, 2_000],
    );

  return {
    name: "chromium",
    extensionId: id,
    async open(url) {
      // Pages that never finish loading are ordinary; a page that never starts is an error.
      await page.goto(url, { waitUntil: "load", timeout: 30_000 }).catch((error) => {
        if (!/net::ERR_ABORTED|Timeout/.test(String(error))) throw error;
      });
    },
    async back() {
      await page.goBack({ waitUntil: "commit" });
    },
    async openPrivately(url) {
      await inExtension("(url) => chrome.windows.create({ incognito: true, url }).then(() => null)", [url]);
      await pause(1_000);
      return async () => browserSession.send("Extensions.triggerAction", { id, targetId: await tabTarget(url) });
    },
    async clickAction() {
      await browserSession.send("Extensions.triggerAction", { id, targetId: await tabTarget() });
    },
    async screenshot(path) {
      // Playwright's own gets the origin of right-to-left pages wrong.
      const { data } = await session.send("Page.captureScreenshot", { format: "png" });
      writeFileSync(path, Buffer.from(data, "base64"));
    },
    evaluate: (source, ...args) => run(session, source, args),
    extension: (source, ...args) => inExtension(source, args),
    chooseAlways: () => choose("always"),
    chooseInPage: (label = "Read with Clearleaf") => choose(IN_PAGE[label] ?? label),
    press: (key) => page.keyboard.press(key),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
    },
    async touch(on) {
      await session.send("Emulation.setTouchEmulationEnabled", { enabled: on, maxTouchPoints: 1 });
    },
    async tap(x, y) {
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    },
    async wheel(x, y, right, down) {
      await page.mouse.move(x, y);
      await page.mouse.wheel(right, down);
    },
    async pdf() {
      const { data } = await session.send("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69, printBackground: false });
      return Buffer.from(data, "base64");
    },
    async viewport(width, height) {
      await page.setViewportSize({ width, height });
    },
    async colorScheme(scheme) {
      await page.emulateMedia({ colorScheme: scheme });
    },
    async media(features) {
      await page.emulateMedia(features);
    },
    async trace() {
      /** @type {any[]} */
      const events = [];
      const note = (/** @type {{ value: any[] }} */ { value }) => void events.push(...value);
      browserSession.on("Tracing.dataCollected", note);
      const traceConfig = { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] };
      await browserSession.send("Tracing.start", { traceConfig, transferMode: "ReportEvents" });
      await run(session, `() => console.timeStamp(${JSON.stringify(HERE)})`, []);
      return async () => {
        const complete = new Promise((resolve) => browserSession.once("Tracing.tracingComplete", resolve));
        await browserSession.send("Tracing.end");
        await complete;
        browserSession.off("Tracing.dataCollected", note);
        return events;
      };
    },
    async killBackground() {
      const { targetInfos } = await browserSession.send("Target.getTargets");
      for (const target of targetInfos) {
        if (target.type === "service_worker" && target.url.includes(id)) {
          await browserSession.send("Target.closeTarget", { targetId: target.targetId });
        }
      }
    },
    async reload() {
      await browserSession.send("Extensions.loadUnpacked", { path: extensionDir });
      // Neither the new worker's first turn nor the button is ready at once, and nothing says when.
      await pause(1_000);
    },
    async urls() {
      // The popup is a page too, but not one that Playwright counts.
      const { targetInfos } = await browserSession.send("Target.getTargets", { filter: [{ type: "page" }] });
      return targetInfos.map((/** @type {{ url: string }} */ { url }) => url);
    },
    async closeOthers() {
      for (const each of context.pages()) if (each !== page) await each.close();
      // A popup that is just opening may come after it was looked for.
      for (let quiet = 0; quiet < 3; quiet += 1) {
        const { targetInfos } = await browserSession.send("Target.getTargets", { filter: [{ type: "page" }] });
        for (const { url, targetId } of targetInfos) {
          if (!url.startsWith(`chrome-extension://${id}/`) || targetId === targetInfo.targetId) continue;
          await browserSession.send("Target.closeTarget", { targetId }).catch(() => undefined);
          quiet = 0;
        }
        await pause(50);
      }
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
