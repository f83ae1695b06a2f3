/**
 * The panel in which the reader is made one's own: each change is seen at once and kept. Beside it the two keys
 * that change the size of the text.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const AA = "M3 18.5L8 5.5l5 13M4.8 14h6.4M21 12v6.5M21 15.3a3 3.2 0 1 1-6 0a3 3.2 0 1 1 6 0";

  /** Changes that follow each other this closely are kept as one: browsers limit how often synced storage may change. */
  const KEEP_AFTER_MS = 400;

  /** @typedef {import("../types").OpenView} OpenView */
  /** @typedef {import("../types").Settings} Settings */

  const NAMES = /** @type {(keyof Settings)[]} */ (Object.keys(shared.settings));
  const LOOK = NAMES.filter((name) => shared.settings[name].group === "look");

  /** @type {Partial<Settings>} */
  let unkept = {};
  let timer = 0;

  shared.keepChanges = () => {
    clearTimeout(timer);
    const { css, ...values } = unkept;
    unkept = {};
    if (css !== undefined) void shared.tell({ verb: "site-css", css });
    if (Object.keys(values).length > 0) void shared.tell({ verb: "change-settings", values });
  };

  shared.aids.appearance = (_, signal) => {
    // Who leaves right after a change means it all the same.
    shared.onLeaving(signal, shared.keepChanges);
  };

  shared.show = (opened) => {
    const { host, settings: { values } } = opened;
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    const [sheet] = root.adoptedStyleSheets;
    if (sheet === undefined) return;
    root.adoptedStyleSheets = [sheet, shared.sheet(shared.look(values)), shared.ownSheet(values.css).sheet];
    if (!values.browserLook) shared.useFont(values.font);
    shared.dress(opened);
  };

  shared.change = (opened, values) => {
    Object.assign(opened.settings.values, values);
    shared.show(opened);
    Object.assign(unkept, values);
    clearTimeout(timer);
    timer = window.setTimeout(shared.keepChanges, KEEP_AFTER_MS);
  };

  /**
   * @param {OpenView} opened
   * @param {import("../types").ToBackground} message to which the background answers with settings
   */
  async function ask(opened, message) {
    shared.keepChanges();
    const settings = /** @type {import("../types").SettingsFor | null} */ (await shared.tell(message));
    if (settings === null || shared.view !== opened) return false;
    opened.settings = settings;
    shared.show(opened);
    return true;
  }

  shared.refresh = (opened) => ask(opened, { verb: "settings" });

  /**
   * @param {OpenView} opened
   * @param {HTMLElement} panel
   */
  function fill(opened, panel) {
    const fields = shared.element("div", { className: "fields" });
    const fold = shared.element("details");
    fold.dataset.fold = "css";
    const draw = () => {
      const { values, own } = opened.settings;
      fields.replaceChildren(
        ...LOOK.map((name) =>
          shared.field(name, values[name], (value) => {
            shared.change(opened, { [name]: value });
            shared.overrule(fields, opened.settings.values);
          }),
        ),
      );
      shared.overrule(fields, values);
      // Those for all sites are written in the options: no page may send them.
      fold.hidden = !own;
      fold.replaceChildren(shared.element("summary", { text: shared.message("cssTitle") }), shared.ownCss(values.css, (css) => shared.change(opened, { css })));
    };
    shared.showFonts();
    const site = shared.element("label", { className: "field switch" });
    const box = shared.element("input");
    Object.assign(box, { type: "checkbox", role: "switch", checked: opened.settings.own });
    site.append(shared.element("span", { text: shared.message("siteLook", new URL(opened.view.url).hostname) }), box);
    box.addEventListener("input", async (event) => {
      if (event.isTrusted && (await ask(opened, { verb: "site-look", own: box.checked }))) draw();
    });
    const reset = shared.button({
      label: shared.message("reset"),
      async act() {
        if (!(await ask(opened, { verb: "reset-look" }))) return;
        draw();
        opened.toolbar.announce(shared.message("wasReset"));
      },
    });
    const options = shared.button({ label: shared.message("moreSettings"), act: () => void shared.tell({ verb: "open-options" }) });
    const auto = shared.button({ label: shared.message("openByItself", new URL(opened.view.url).hostname), act: () => void shared.tell({ verb: "open-options", auto: true }) });
    const row = shared.element("div", { className: "row" });
    row.append(reset, options, ...(opened.view.isPrivate || opened.view.siteOn ? [] : [auto]));
    draw();
    // Kept, it would say which site was read.
    panel.append(fields, ...(opened.view.isPrivate && !opened.settings.own ? [] : [site]), fold, row);
  }

  shared.tools.appearance = (opened) => ({
    label: shared.message("appearance"),
    icon: AA,
    key: "a",
    panel: (panel) => fill(opened, panel),
  });

  /**
   * @param {OpenView} opened
   * @param {1 | -1} direction
   */
  function resize(opened, direction) {
    const row = shared.settings.size;
    if (row.kind !== "range") return;
    const size = Math.min(row.most, Math.max(row.least, opened.settings.values.size + direction * row.step));
    shared.change(opened, { size });
    opened.toolbar.announce(shared.message("sizeNow", shared.percent(size)));
  }

  shared.tools.larger = (opened) => ({ label: shared.message("larger"), key: "+", act: () => resize(opened, 1) });
  shared.tools.smaller = (opened) => ({ label: shared.message("smaller"), key: "-", act: () => resize(opened, -1) });
}
