/**
 * A setting as something to operate, made from its row in `settings/table.js`. The reader's panel and the options page
 * use the same fields.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  /** @type {Record<"percent" | "factor" | "plain", (value: number) => string>} */
  const SHOWN = {
    percent: (value) => shared.percent(value),
    factor: (value) => new Intl.NumberFormat(shared.locale(), { minimumFractionDigits: 1 }).format(value / 100),
    plain: (value) => new Intl.NumberFormat(shared.locale()).format(value),
  };

  /**
   * @param {string} type
   * @param {(input: HTMLInputElement) => void} change
   */
  function input(type, change) {
    const element = shared.element("input");
    element.type = type;
    element.addEventListener("input", (event) => {
      if (event.isTrusted) change(element);
    });
    return element;
  }

  /** @type {import("../types").FieldMaker<"switch">} */
  function makeSwitch(row, value, change) {
    const label = shared.element("label", { className: "field switch" });
    const box = input("checkbox", ({ checked }) => change(checked));
    box.role = "switch";
    box.checked = value === true;
    label.append(shared.element("span", { text: shared.message(row.label) }), box);
    return label;
  }

  /** @type {import("../types").FieldMaker<"choice">} */
  function makeChoice(row, value, change, name) {
    const group = shared.element("fieldset", { className: `field choice ${name}` });
    group.append(shared.element("legend", { text: shared.message(row.label) }));
    if (row.offBy !== undefined) {
      const why = shared.element("p", { className: "why", text: shared.message("overruled", shared.message(shared.settings[row.offBy].label)) });
      why.id = `${name}-why`;
      group.append(why);
    }
    for (const [option, key] of Object.entries(row.options)) {
      const label = shared.element("label");
      const radio = input("radio", () => change(option));
      radio.name = name;
      label.dataset.option = option; // By which the style sheet shows what it looks like.
      radio.value = option;
      radio.checked = option === value;
      label.append(radio, shared.element("span", { text: shared.message(key) }));
      group.append(label);
    }
    return group;
  }

  /** @type {import("../types").FieldMaker<"range">} */
  function makeRange(row, value, change) {
    const label = shared.element("label", { className: "field range" });
    const output = shared.element("span", { className: "value" });
    output.ariaHidden = "true";
    /** @param {HTMLInputElement} slider */
    const tell = (slider) => {
      slider.ariaValueText = output.textContent = SHOWN[row.shown](slider.valueAsNumber);
    };
    const slider = input("range", () => {
      tell(slider);
      change(slider.valueAsNumber);
    });
    Object.assign(slider, { min: row.least, max: row.most, step: row.step, value: value });
    tell(slider);
    label.append(shared.element("span", { text: shared.message(row.label) }), output, slider);
    return label;
  }

  /** @type {import("../types").FieldMaker<"text">} */
  function makeText(row, value, change) {
    const label = shared.element("label", { className: "field text" });
    const area = shared.element("textarea");
    Object.assign(area, { value, maxLength: row.longest, rows: 8, spellcheck: false });
    area.dir = "ltr";
    area.addEventListener("input", (event) => {
      if (event.isTrusted) change(area.value);
    });
    label.append(shared.element("span", { text: shared.message(row.label) }), area);
    return label;
  }

  const MAKERS = { switch: makeSwitch, choice: makeChoice, range: makeRange, text: makeText };

  shared.overrule = (fields, values) => {
    for (const [name, row] of Object.entries(shared.settings)) {
      const group = fields.querySelector(`fieldset.${name}`);
      if (row.kind !== "choice" || row.offBy === undefined || !(group instanceof HTMLFieldSetElement)) continue;
      group.disabled = values[row.offBy];
      if (group.disabled) group.setAttribute("aria-describedby", `${name}-why`);
      else group.removeAttribute("aria-describedby");
    }
  };

  shared.ownCss = (value, change) => {
    const box = shared.element("div", { className: "own-css" });
    const left = shared.element("p");
    left.role = "status";
    /** @param {string} css */
    const say = (css) => {
      const rules = shared.ownSheet(css).left;
      left.textContent = rules === 0 ? "" : shared.message("cssLeftOut", String(rules));
    };
    const field = shared.field("css", value, (css) => {
      change(css);
      say(css);
    });
    box.append(shared.element("p", { text: shared.message("cssHelp") }), field, left);
    say(value);
    return box;
  };

  shared.field = (name, value, change) => {
    const row = shared.settings[name];
    const make = /** @type {import("../types").FieldMaker<any>} */ (MAKERS[row.kind]);
    return make(row, value, change, name);
  };
}
