/** The panel that says what was removed, and why: by reason, each with its first words, and with ways to have it back. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));
  const SIEVE = "M4 5h16M7 10h10M9.5 15h5M11.5 20h1";

  /** @typedef {import("../types").OpenView} OpenView */
  /** @typedef {import("../types").Article["removals"][number]} Removal */

  /** What a reader calls the core's reasons. @type {Record<string, import("../types").MessageKey>} */
  const REASONS = {
    chosen: "reasonChosen",
    paywall: "reasonPaywall",
    donation: "reasonDonation",
    registration: "reasonRegistration",
    newsletter: "reasonNewsletter",
    notification: "reasonNotification",
    consent: "reasonConsent",
    "app-banner": "reasonAppBanner",
    "ad-slot": "reasonAdSlot",
    "share-bar": "reasonShareBar",
    related: "reasonRelated",
    comments: "reasonComments",
    "author-box": "reasonAuthorBox",
    "gallery-label": "reasonGalleryLabel",
    widget: "reasonWidget",
    navigation: "reasonNavigation",
    metadata: "reasonMetadata",
    copyright: "reasonCopyright",
    repeated: "reasonRepeated",
    boilerplate: "reasonBoilerplate",
    "css-in-js": "reasonCode",
    tracker: "reasonTracker",
    unsafe: "reasonUnsafe",
    hidden: "reasonHidden",
  };

  /** What the page itself does not show, and what shows nothing, cannot be put back. */
  const GONE = new Set(["hidden", "unsafe", "tracker", "css-in-js"]);

  /** @param {Removal} removal */
  const canComeBack = (removal) => !GONE.has(removal.reason) && removal.words > 0 && shared.elementOf(removal) !== null;

  /**
   * In the order of the table above.
   *
   * @param {Removal[]} removals
   * @returns {[string, Removal[]][]}
   */
  function byReason(removals) {
    const order = Object.keys(REASONS);
    /** @type {Map<string, Removal[]>} */
    const groups = new Map();
    for (const removal of removals) groups.set(removal.reason, [...(groups.get(removal.reason) ?? []), removal]);
    return [...groups].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  }

  /**
   * @param {OpenView} opened
   * @param {Removal} removal
   */
  function item(opened, removal) {
    const line = shared.element("li");
    const text = shared.element("span", { text: removal.text || "…" });
    text.dir = "auto";
    line.append(text);
    if (canComeBack(removal)) {
      const button = shared.button({ label: shared.message("putBack"), act: () => void shared.putBack(opened, [removal]) });
      button.ariaLabel = shared.message("putBackNamed", removal.text);
      line.append(button);
    }
    return line;
  }

  /**
   * @param {OpenView} opened
   * @param {string} reason
   * @param {Removal[]} removals
   */
  function group(opened, reason, removals) {
    const details = shared.element("details");
    details.dataset.fold = reason;
    const name = shared.message(REASONS[reason] ?? "reasonBoilerplate");
    const summary = shared.element("summary");
    summary.append(shared.element("span", { text: name }), shared.element("span", { className: "count", text: String(removals.length) }));
    const list = shared.element("ul");
    list.append(...removals.map((removal) => item(opened, removal)));
    details.append(summary, list);
    const back = removals.filter(canComeBack);
    if (back.length > 1) {
      const button = shared.button({ label: shared.message("putBackKind"), act: () => void shared.putBack(opened, back) });
      button.ariaLabel = shared.message("putBackKindNamed", name);
      list.before(button);
    }
    return details;
  }

  /** @param {import("../types").KeptRule[]} kept @param {() => void} again */
  function rulesHere(kept, again) {
    const section = shared.element("div", { className: "rules" });
    if (kept.length === 0) return section;
    const list = shared.element("ul");
    for (const rule of kept) {
      const line = shared.element("li");
      const text = shared.element("span", { text: shared.message(rule.keep ? "ruleKeeps" : "ruleRemoves", rule.example || rule.stems.join(" ") || rule.tag) });
      text.dir = "auto";
      const button = shared.button({ label: shared.message("forgetRule"), act: () => void shared.forgetRule(rule.id).then(again) });
      button.ariaLabel = shared.message("forgetRuleNamed", rule.example);
      line.append(text, button);
      list.append(line);
    }
    section.append(shared.element("h3", { text: shared.message("rulesHere") }), list);
    return section;
  }

  /**
   * @param {OpenView} opened
   * @param {HTMLElement} panel
   */
  function fill(opened, panel) {
    const removals = opened.view.article?.removals ?? [];
    const body = shared.element("div", { className: "removed" });
    const row = shared.element("div", { className: "row" });
    const back = removals.filter(canComeBack);
    if (back.length > 0) row.append(shared.button({ label: shared.message("putBackAll"), act: () => void shared.putBack(opened, back) }));
    const pick = () => {
      opened.toolbar.closePanel();
      shared.pick(opened);
    };
    row.append(shared.button({ label: shared.message("pick"), act: pick }));
    if (shared.steps.length > 0) row.append(shared.button({ label: shared.message("undo"), act: () => shared.undo(opened) }));
    const groups = byReason(removals).map(([reason, list]) => group(opened, reason, list));
    const nothing = removals.length === 0 ? [shared.element("p", { text: shared.message("nothingRemoved") })] : [];
    const rules = shared.element("div");
    body.append(row, ...nothing, ...groups, rules);
    panel.append(body);
    void shared.tell({ verb: "rules-here" }).then((kept) => {
      if (Array.isArray(kept)) rules.replaceWith(rulesHere(kept, () => void shared.readAgain(opened)));
    });
  }

  shared.tools.removed = (opened) =>
    opened.view.article === null ? null : { label: shared.message("removedParts"), icon: SIEVE, key: "r", panel: (panel) => fill(opened, panel) };
}
