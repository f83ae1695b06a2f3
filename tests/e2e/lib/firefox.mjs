/**
 * Firefox as a reader uses it: a real profile, the unpacked extension, the real toolbar button.
 *
 * The same shape as `chromium.mjs` (see `driver.d.ts`). Driven through Marionette, which is part of Firefox, so that
 * no driver binary is needed; its *chrome* context is the browser's own window, where the toolbar button lives.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Marionette } from "./marionette.mjs";
import { pause, until } from "./reader.mjs";

const CANDIDATES = [
  process.env.FIREFOX ?? "",
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Keeps the browser from talking to its maker while we count requests, and from asking questions nobody answers. */
const PREFS = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.contentblocking.introCount": 99,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.tabs.warnOnClose": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  // The permission prompt is the browser's own window; this is its own switch for tests to accept it.
  "extensions.webextOptionalPermissionPrompts": false,
  "marionette.port": 0,
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** WebDriver's code points for keys that are no characters. */
const KEYS = /** @type {Record<string, string>} */ ({
  Escape: "\uE00C",
  Enter: "\uE007",
  Tab: "\uE004",
  Shift: "\uE008",
  Alt: "\uE00A",
  Control: "\uE009",
  ControlOrMeta: process.platform === "darwin" ? "\uE03D" : "\uE009",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  Backspace: "\uE003",
  Delete: "\uE017",
  End: "\uE010",
  Home: "\uE011",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  Space: " ",
});

/** @returns {string | null} the first Firefox found */
export function find() {
  return CANDIDATES.find((path) => path !== "" && existsSync(path)) ?? null;
}

/**
 * @param {string} profile
 * @param {number} ms
 */
function portOf(profile, ms) {
  const file = join(profile, "MarionetteActivePort");
  const port = async () => (existsSync(file) ? Number(readFileSync(file, "utf8")) : 0);
  return until(port, (number) => number > 0, "Firefox to open its Marionette port", ms);
}

/**
 * @param {import("./driver").LaunchOptions} options
 * @returns {Promise<import("./driver").Driver>}
 */
export async function launch({ extensionDir, headless = true, proxyPort, language = "en-US", dismissDialogs = false, privately = false }) {
  const executable = find();
  if (executable === null) throw new Error("no Firefox found; set FIREFOX to its path");
  const profile = mkdtempSync(join(tmpdir(), "clearleaf-firefox-"));
  const proxy = proxyPort === undefined ? {} : {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxyPort,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxyPort,
    "network.proxy.allow_hijacking_localhost": true,
  };
  writeFileSync(
    join(profile, "user.js"),
    Object.entries({ ...PREFS, ...proxy, "browser.privatebrowsing.autostart": privately })
      .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const process_ = spawn(
    executable,
    [
      "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile,
      ...(headless ? ["--headless"] : []), "--width", "1280", "--height", "900",
    ],
    { stdio: "ignore", env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" } },
  );
  const exited = new Promise((resolve) => process_.once("exit", resolve));
  const marionette = await Marionette.connect(await portOf(profile, 60_000));
  await marionette.send("WebDriver:NewSession", {
    acceptInsecureCerts: proxyPort !== undefined,
    pageLoadStrategy: "normal",
    ...(dismissDialogs ? { unhandledPromptBehavior: "dismiss" } : {}),
  });
  await marionette.send("WebDriver:SetTimeouts", { script: 60_000, pageLoad: 30_000 });
  if (language !== "en-US") await speak(language);
  const id = (await marionette.send("Addon:Install", { path: extensionDir, temporary: true, allowPrivateBrowsing: privately })).value;
  const home = (await marionette.send("WebDriver:GetWindowHandle", {})).value;
  const widget = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>} what `work` gives in the browser's own window
   */
  async function inChrome(work) {
    await marionette.send("Marionette:SetContext", { value: "chrome" });
    try {
      return await work();
    } finally {
      await marionette.send("Marionette:SetContext", { value: "content" });
    }
  }

  /**
   * The browser takes a language that no pack is there for, as its own tests do: its own texts stay English, extensions speak it.
   *
   * @param {string} wanted
   */
  async function speak(wanted) {
    await inChrome(() => marionette.send("WebDriver:ExecuteScript", {
      script: `Services.locale.availableLocales = [arguments[0], "en-US"]; Services.locale.requestedLocales = [arguments[0]];`,
      args: [wanted],
    }));
  }

  /**
   * The promise is settled inside, so that a rejection arrives as one and a value is a plain copy.
   *
   * @param {string | Function} source
   * @param {unknown[]} args
   */
  async function run(source, args) {
    // Marionette's own sandbox sees the page's objects and is not bound by the page's CSP.
    const script = `
      const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${source})(...${JSON.stringify(args)})).then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error) + "\\n" + (error?.stack ?? "") })));`;
    const { value } = await marionette.send("WebDriver:ExecuteAsyncScript", { script, args: [] });
    const settled = JSON.parse(value);
    if ("error" in settled) throw new Error(settled.error);
    return settled.value;
  }

  const uuid = await inChrome(async () => {
    const { value } = await marionette.send("WebDriver:ExecuteScript", {
      script: `
        const { CustomizableUI } = ChromeUtils.importESModule("moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs");
        CustomizableUI.addWidgetToArea(arguments[1], "nav-bar");
        return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname;`,
      args: [id, widget],
    });
    return value;
  });

  /** @type {string | undefined} */
  let inside;

  /**
   * @param {string} menuId one of the browser's own context menus
   * @param {string} label
   * @param {string} open a statement that makes the menu open
   */
  async function chooseIn(menuId, label, open) {
    await inChrome(async () => {
      const { value } = await marionette.send("WebDriver:ExecuteAsyncScript", {
        script: `
          const [menuId, label, done] = arguments;
          const menu = document.getElementById(menuId);
          menu.addEventListener("popupshown", () => {
            const item = [...menu.querySelectorAll("menuitem")].find((each) => each.getAttribute("label") === label);
            if (item === undefined) {
              menu.hidePopup();
              done("no such item");
              return;
            }
            menu.addEventListener("popuphidden", () => done(""), { once: true });
            menu.activateItem(item);
          }, { once: true });
          ${open}`,
        args: [menuId, label],
      });
      if (value !== "") throw new Error(`${label}: ${value}`);
    });
  }

  /** @param {string[]} keys held together, the last one pressed */
  async function chord(keys) {
    const codes = keys.map((key) => KEYS[key] ?? key);
    await marionette.send("WebDriver:PerformActions", {
      actions: [{
        type: "key", id: "keyboard", actions: [
          ...codes.map((value) => ({ type: "keyDown", value })),
          ...codes.reverse().map((value) => ({ type: "keyUp", value })),
        ],
      }],
    });
  }

  /** @param {"mouse" | "touch"} pointerType @param {number} x @param {number} y */
  async function point(pointerType, x, y) {
    await marionette.send("WebDriver:PerformActions", {
      actions: [{
        type: "pointer", id: pointerType, parameters: { pointerType }, actions: [
          { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y), origin: "viewport" },
          { type: "pointerDown", button: 0 },
          { type: "pointerUp", button: 0 },
        ],
      }],
    });
  }

  const clickAction = () =>
    inChrome(async () => {
      const { value } = await marionette.send("WebDriver:FindElement", { using: "css selector", value: `#${widget} .unified-extensions-item-action-button` });
      await marionette.send("WebDriver:ElementClick", { id: Object.values(value)[0] });
    });

  return {
    name: "firefox",
    extensionId: uuid,
    async open(url) {
      await marionette.send("WebDriver:Navigate", { url });
    },
    async back() {
      await marionette.send("WebDriver:Back", {});
    },
    async openPrivately(url) {
      await marionette.send("WebDriver:Navigate", { url });
      return clickAction;
    },
    clickAction,
    async screenshot(path) {
      const { value } = await marionette.send("WebDriver:TakeScreenshot", { full: false });
      writeFileSync(path, Buffer.from(value, "base64"));
    },
    evaluate: (source, ...args) => run(source, args),
    async extension(source, ...args) {
      if (inside === undefined) {
        inside = (await marionette.send("WebDriver:NewWindow", { type: "tab", focus: false })).handle;
        await marionette.send("WebDriver:SwitchToWindow", { handle: inside, focus: false });
        await marionette.send("WebDriver:Navigate", { url: `moz-extension://${uuid}/unavailable.html` });
      } else {
        await marionette.send("WebDriver:SwitchToWindow", { handle: inside, focus: false });
      }
      try {
        return await run(source, args);
      } finally {
        await marionette.send("WebDriver:SwitchToWindow", { handle: home, focus: false });
      }
    },
    chooseAlways: () =>
      chooseIn("toolbar-context-menu", "Always on this site", `
        const button = document.querySelector("#${widget} .unified-extensions-item-action-button");
        const { left, top, width, height } = button.getBoundingClientRect();
        button.dispatchEvent(new MouseEvent("contextmenu", {
          bubbles: true, cancelable: true, composed: true, button: 2, view: window,
          clientX: left + width / 2, clientY: top + height / 2,
        }));`),
    chooseInPage: (label = "Read with Clearleaf") =>
      chooseIn("contentAreaContextMenu", label, `
        const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect();
        window.synthesizeMouseEvent("contextmenu", left + 300, top + 300, { button: 2, clickCount: 1 }, {});`),
    async shortcut() {
      await inChrome(() => chord(["Alt", "Shift", "K"]));
    },
    async pdf() {
      const { value } = await marionette.send("WebDriver:Print", { page: { width: 21, height: 29.7 }, background: false, shrinkToFit: true });
      return Buffer.from(value, "base64");
    },
    press: (key) => chord(key.split(/(?<=.)\+/)),
    click: (x, y) => point("mouse", x, y),
    async drag(from, to) {
      const move = (/** @type {[number, number]} */ [x, y]) => ({ type: "pointerMove", duration: 50, x: Math.round(x), y: Math.round(y), origin: "viewport" });
      await marionette.send("WebDriver:PerformActions", {
        actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move(from), { type: "pointerDown", button: 0 }, move(to), { type: "pointerUp", button: 0 }] }],
      });
    },
    async findInPage(text) {
      const { value } = await inChrome(() => marionette.send("WebDriver:ExecuteAsyncScript", {
        script: `
          const [text, done] = arguments;
          const { finder } = gBrowser.selectedBrowser;
          finder.addResultListener({
            onFindResult({ result }) {
              finder.removeResultListener(this);
              done(result !== Ci.nsITypeAheadFind.FIND_NOTFOUND);
            },
          });
          finder.fastFind(text, false, false);`,
        args: [text],
      }));
      return value;
    },
    tap: (x, y) => point("touch", x, y),
    async touch(on) {
      // What the system says of its pointers: coarse, or fine and able to hover.
      for (const which of ["primary", "all"]) {
        await inChrome(() => marionette.send("WebDriver:ExecuteScript", {
          script: `Services.prefs.setIntPref("ui." + arguments[0] + "PointerCapabilities", arguments[1]);`,
          args: [which, on ? 1 : 6],
        }));
      }
    },
    async wheel(x, y, right, down) {
      await marionette.send("WebDriver:PerformActions", {
        actions: [{ type: "wheel", id: "wheel", actions: [{ type: "scroll", x: Math.round(x), y: Math.round(y), deltaX: right, deltaY: down, duration: 0, origin: "viewport" }] }],
      });
    },
    async viewport(width, height) {
      // No window is narrower than its own controls; a page can be.
      const narrow = (/** @type {string} */ size) => inChrome(() => marionette.send("WebDriver:ExecuteScript", {
        script: `gBrowser.selectedBrowser.style.maxWidth = arguments[0];`,
        args: [size],
      }));
      await narrow("");
      // The window has chrome of its own around the page: ask, then correct.
      const [w, h] = await run("() => [innerWidth, innerHeight]", []);
      const rect = await marionette.send("WebDriver:GetWindowRect", {});
      await marionette.send("WebDriver:SetWindowRect", { width: rect.width + width - w, height: rect.height + height - h });
      await narrow(`${width}px`);
      for (let waits = 0; waits < 40 && (await run("() => innerWidth", [])) !== width; waits += 1) await pause(25);
    },
    async colorScheme(scheme) {
      await inChrome(() => marionette.send("WebDriver:ExecuteScript", {
        script: `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", arguments[0]);`,
        args: [scheme === "dark" ? 0 : 1],
      }));
    },
    async media({ forcedColors, reducedMotion, media }) {
      await inChrome(() => marionette.send("WebDriver:ExecuteScript", {
        script: `
          const [colours, motion, medium] = arguments;
          const { browsingContext } = gBrowser.selectedBrowser;
          if (colours !== null) browsingContext.forcedColorsOverride = colours;
          if (medium !== null) browsingContext.mediumOverride = medium === "print" ? "print" : "";
          if (motion !== null) Services.prefs.setIntPref("ui.prefersReducedMotion", motion === "reduce" ? 1 : 0);`,
        args: [forcedColors ?? null, reducedMotion ?? null, media ?? null],
      }));
    },
    async killBackground() {
      await inChrome(() => marionette.send("WebDriver:ExecuteAsyncScript", {
        script: `const done = arguments[1]; WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground().then(() => done(), () => done());`,
        args: [id],
      }));
    },
    async reload() {
      await inChrome(() => marionette.send("WebDriver:ExecuteAsyncScript", {
        script: `
          const [id, done] = arguments;
          const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
          AddonManager.getAddonByID(id).then((addon) => addon.reload()).then(() => done());`,
        args: [id],
      }));
      inside = undefined;
      await pause(1_000);
    },
    async urls() {
      return inChrome(async () => (await marionette.send("WebDriver:ExecuteScript", {
        script: `return [...document.querySelectorAll("browser")].map((each) => each.currentURI?.spec ?? "");`,
        args: [],
      })).value);
    },
    async closeOthers() {
      // A popup that is just opening, or the tab that comes where it could not, may come after it was looked for.
      for (let quiet = 0; quiet < 2; quiet += 1) {
        // An open panel takes the next click for itself; one that is just opening does not hear that it should close.
        const { value: hidden } = await inChrome(() => marionette.send("WebDriver:ExecuteAsyncScript", {
          script: `
            const done = arguments[0];
            let hidden = 0;
            const hide = () => {
              const open = [...document.querySelectorAll("panel")].filter((panel) => panel.state !== "closed");
              for (const panel of open) panel.hidePopup();
              hidden += open.length;
              if (open.length === 0) setTimeout(done, 20, hidden);
              else setTimeout(hide, 50);
            };
            hide();`,
          args: [],
        }));
        const others = ((await marionette.send("WebDriver:GetWindowHandles", {})) ?? []).filter((/** @type {string} */ handle) => handle !== home);
        for (const handle of others) {
          await marionette.send("WebDriver:SwitchToWindow", { handle, focus: false });
          await marionette.send("WebDriver:CloseWindow", {});
        }
        await marionette.send("WebDriver:SwitchToWindow", { handle: home, focus: true });
        if (hidden + others.length > 0) quiet = -1;
      }
      inside = undefined;
    },
    async close() {
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
      marionette.end();
      await Promise.race([exited, pause(5_000)]);
      process_.kill("SIGKILL");
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
