/** How settings look where they can be changed: in the reader's panel and on the options page. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  const fields = `
    .field { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4em 0.75em; margin: 0; padding: 0.5em 0; border: 0; }
    .field > span:first-child, .field > legend { flex: 1; padding: 0; }
    .field > legend { float: inline-start; flex: 0 0 100%; inline-size: 100%; }
    .field input { accent-color: var(--leaf); }
    .field input:focus-visible { outline: 2px solid var(--leaf); outline-offset: 2px; }
    .switch { min-block-size: 2.75em; cursor: pointer; }
    .switch input { flex: none; inline-size: 1.35em; block-size: 1.35em; margin: 0; }
    .range .value { color: var(--quiet); font-variant-numeric: tabular-nums; }
    .range input { inline-size: 100%; block-size: 1.75em; margin: 0; }
    .choice { gap: 0.5em; }
    .choice label { position: relative; overflow-wrap: anywhere; cursor: pointer; }
    .choice input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
    .choice label span { display: block; min-block-size: 2.75em; padding: 0.7em 0.9em; border: 1px solid var(--edge); border-radius: 0.5em; line-height: 1.25; }
    .choice label:hover span { background: var(--wash); }
    .choice input:checked + span { border-color: var(--leaf); color: var(--on-leaf); background: var(--leaf); }
    .choice input:focus-visible + span { outline: 2px solid var(--leaf); outline-offset: 2px; }
    .choice .why { flex: 0 0 100%; margin: 0; color: var(--quiet); font-size: 0.9375em; }
    .choice:enabled .why { display: none; }
    .choice:disabled label span { opacity: 0.55; }
    .choice:disabled :is(label, input) { cursor: default; }
    .choice:disabled label:hover span { background: none; }
    .choice:disabled label:hover :checked + span { background: var(--leaf); }
    .text textarea {
      inline-size: 100%;
      padding: 0.6em 0.75em;
      border: 1px solid var(--edge);
      border-radius: 0.5em;
      color: var(--ink);
      background: var(--paper);
      font: 0.9375em/1.5 ui-monospace, monospace;
      resize: vertical;
    }
    .own-css p { margin: 0.4em 0; color: var(--quiet); font-size: 0.9375em; }
    @media (pointer: coarse) {
      .switch, .choice label span { min-block-size: max(44px, 2.75em); }
      .range input { block-size: 44px; }
    }
    @media (forced-colors: active) {
      .choice input:checked + span { color: HighlightText; background: Highlight; forced-color-adjust: none; }
    }`;

  const { light, sepia, dark, black, brightContrast, darkContrast } = shared.themes;

  /**
   * A theme as a drop of its colours.
   *
   * @param {string} option
   * @param {string | undefined} one
   * @param {string | undefined} other
   */
  const drop = (option, one, other) => `.theme [data-option="${option}"] span::before { background: linear-gradient(135deg, ${one} 50%, ${other} 50%); }`;

  const samples = `
    .theme span::before { content: ""; display: inline-block; inline-size: 0.9em; block-size: 0.9em; margin-inline-end: 0.5em; border: 1px solid; border-radius: 50%; vertical-align: -0.1em; }
    ${drop("system", light.colours.paper, dark.colours.paper)}
    ${drop("light", light.colours.paper, light.colours.paper)}
    ${drop("sepia", sepia.colours.paper, sepia.colours.paper)}
    ${drop("dark", dark.colours.paper, dark.colours.paper)}
    ${drop("black", black.colours.paper, black.colours.paper)}
    ${drop("contrast", brightContrast.colours.paper, darkContrast.colours.paper)}
    .font [data-option="serif"] span { font-family: serif; }
    .font [data-option="mono"] span { font-family: ui-monospace, monospace; }
    .font [data-option="atkinson"] span { font-family: "${shared.fonts.atkinson?.family}", sans-serif; }
    .font [data-option="dyslexic"] span { font-family: "${shared.fonts.dyslexic?.family}", sans-serif; }
    @media (forced-colors: active) { .theme span::before { forced-color-adjust: none; } }`;

  shared.style = { ...shared.style, fields: fields + samples, controls: shared.style.controls + fields + samples };
}
