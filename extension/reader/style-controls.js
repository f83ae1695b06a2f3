/** How the reader's controls look: the sheet of every closed shadow root. Colours come from the reader around them. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  // An inner `!important` beats whatever the page says of the place from outside: what can be pressed can be seen.
  const places = `
    :host {
      opacity: 1 !important;
      visibility: visible !important;
      transform: none !important;
      scale: none !important;
      clip: auto !important;
      clip-path: none !important;
      mask: none !important;
      filter: none !important;
      mix-blend-mode: normal !important;
      pointer-events: auto !important;
    }
    :host { display: flex; flex-wrap: wrap; gap: 0.6em; align-items: center; justify-content: flex-end; }
    :host(.bar) { gap: 0.35em; }
    :host(.auto) { justify-content: flex-start; font-size: 0.9375em; }
    :host(.progress) { display: block; }
    :host(.copy) { gap: 0; }
    :host(.copy) button { min-inline-size: 2em; min-block-size: 2em; inline-size: 2em; border-color: transparent; background: none; }
    :host(.copy.done) button::before { content: "✓"; color: var(--leaf); font-weight: 700; }
    :host(.copy.done) svg { display: none; }
    :host(.notice) {
      gap: 0.6em;
      padding-block: 0.5em;
      padding-inline: 1.1em 0.5em;
      border: 1px solid var(--line);
      border-radius: 1.75em;
      color: var(--ink);
      background: var(--paper);
      box-shadow: 0 0.5em 2em #0003;
      font: 0.9375em/1.4 system-ui, sans-serif;
      text-align: start;
    }
    :host(.doubt) {
      justify-content: flex-start;
      /* As wide as the article, in letters of this size. */
      max-inline-size: calc(var(--width) * var(--size) * 0.6em);
      margin: 0 auto 2em;
      padding: 0.9em 1.1em;
      border-radius: 0.5em;
      color: var(--ink);
      background: var(--wash);
      font: 0.9375em/1.4 system-ui, sans-serif;
    }
    :host(.doubt) p { flex: 1 0 100%; margin: 0; }
    :host(.notice) p { flex: 1 1 12em; margin: 0; }
    @media (max-width: 30em) { :host(.notice) p { flex-basis: 100%; padding-block-start: 0.3em; } }
    :host(.ways) { inline-size: fit-content; margin-inline: auto; justify-content: center; }
    :host(.welcome) { position: fixed; inset: auto 0 1em; z-index: 1; justify-content: center; pointer-events: none !important; }
    *, *::before, *::after { box-sizing: border-box; }
    .spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .row { display: flex; flex-wrap: wrap; gap: 0.6em; margin-block-start: 1em; }`;

  const buttons = `
    button {
      min-inline-size: 2.75em;
      min-block-size: 2.75em;
      padding: 0.4em 1.1em;
      border: 1px solid var(--line);
      border-radius: 1.4em;
      color: var(--ink);
      background: var(--paper);
      font: 500 0.9375em/1.3 system-ui, sans-serif;
      /* A host's name may be longer than the panel is wide. */
      max-inline-size: 100%;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    button:hover { border-color: var(--quiet); background: var(--wash); }
    button.primary { border-color: transparent; color: var(--on-leaf); background: var(--leaf); }
    button.primary:hover { filter: brightness(1.08); }
    :focus { outline: none; }
    :focus-visible { outline: 2px solid var(--leaf); outline-offset: 2px; }
    button:has(svg) { inline-size: 2.75em; padding: 0; color: var(--quiet); }
    button:has(svg):hover, button:has(svg)[aria-expanded="true"] { color: var(--ink); }
    svg { display: block; inline-size: 1.25em; margin: auto; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }`;

  const panels = `
    .panel {
      position: fixed;
      inset: 4em 0.75em auto auto;
      inline-size: min(25em, 100vw - 1.5em);
      max-block-size: calc(100dvh - 5em);
      margin: 0;
      padding: 1.1em 1.25em 1.25em;
      overflow: hidden auto;
      overscroll-behavior: contain;
      scrollbar-color: var(--thumb) transparent;
      border: 1px solid var(--line);
      border-radius: 0.75em;
      color: var(--ink);
      background: var(--paper);
      box-shadow: 0 0.5em 2em #0003;
      font: 0.9375em/1.4 system-ui, sans-serif;
      text-align: start;
    }
    .panel:dir(rtl) { inset: 4em auto auto 0.75em; }
    .panel:focus-visible { outline-offset: -4px; border-radius: 0.75em; }
    .panel[tabindex="-1"]:focus-visible { outline: none; }
    .panel::backdrop { background: transparent; }
    h2 { margin: 0 0 0.75em; font-size: 1.0625em; line-height: 1.25; }
    kbd { padding: 0.1em 0.45em; border: 1px solid var(--edge); border-block-end-width: 2px; border-radius: 4px; font: 0.875em/1.4 ui-monospace, monospace; }
    .outline { margin: 0; padding: 0; list-style: none; }
    .outline button { inline-size: 100%; min-block-size: 2.4em; padding: 0.4em 0.6em; padding-inline-start: calc(0.6em + var(--depth) * 0.9em); border: 0; border-radius: 0.5em; text-align: start; font-weight: 400; }
    .outline button[aria-current] { background: var(--wash); font-weight: 650; box-shadow: inset 3px 0 var(--leaf); }
    .outline button[aria-current]:dir(rtl) { box-shadow: inset -3px 0 var(--leaf); }
    .removed .row { gap: 0.4em; margin: 0 0 0.75em; }
    .removed .row button { padding-inline: 0.6em; font-size: 0.875em; }
    .removed ul { margin: 0; padding: 0 0 0.5em; list-style: none; }
    .removed li { display: flex; gap: 0.75em; align-items: center; justify-content: space-between; padding-block: 0.35em; border-block-start: 1px solid var(--line); }
    .removed li span { min-inline-size: 0; overflow-wrap: anywhere; color: var(--quiet); font-size: 0.9375em; }
    .removed li button, .removed details > button { flex: none; min-block-size: 2em; padding: 0.2em 0.8em; font-size: 0.8125em; }
    .removed details > button { margin-block-end: 0.6em; }
    summary { display: flex; gap: 0.5em; padding-block: 0.55em; cursor: pointer; font-weight: 550; }
    summary::before { content: "›"; inline-size: 0.75em; color: var(--quiet); transition: rotate 120ms; }
    details[open] > summary::before { rotate: 90deg; translate: 0.1em 0; }
    /* The sign is mirrored by itself; down is the other way round then. */
    details[open] > summary:dir(rtl)::before { rotate: -90deg; translate: -0.1em 0; }
    summary .count { margin-inline-start: auto; color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
    h3 { margin: 1em 0 0.4em; font-size: 0.9375em; }
    .left { margin: -0.5em 0 0.75em; color: var(--quiet); font-size: 0.875em; }
    .read { block-size: 100%; background: var(--leaf); transform: scaleX(var(--read, 0)); transform-origin: left; }
    .read:dir(rtl) { transform-origin: right; }
    .keys { display: grid; grid-template-columns: fit-content(50%) minmax(0, 1fr); gap: 0.6em 1em; align-items: baseline; margin: 0; overflow-wrap: anywhere; }
    .keys dd { margin: 0; }
    @media (max-width: 30em) {
      .panel, .panel:dir(rtl) { inset: auto 0 0; inline-size: 100%; max-block-size: 60dvh; border-radius: 0.75em 0.75em 0 0; border-block-end: 0; }
    }`;

  const welcome = `
    :host(.welcome) section {
      pointer-events: auto;
      max-block-size: calc(100dvh - 2em);
      overflow: auto;
      max-inline-size: min(30em, 100% - 1.5em);
      padding: 1.1em 1.25em 1.25em;
      border: 1px solid var(--line);
      border-radius: 0.75em;
      color: var(--ink);
      background: var(--paper);
      box-shadow: 0 0.5em 2em #0003;
      font: 0.9375em/1.5 system-ui, sans-serif;
    }
    :host(.welcome) p { margin: 0; }`;

  /** A finger is wide: nothing to press is smaller than 44 pixels, however large the text. */
  const fingers = `
    @media (pointer: coarse) {
      button, :host(.copy) button, .outline button, .removed li button, .removed details > button { min-inline-size: max(44px, 2.75em); min-block-size: max(44px, 2.75em); }
      summary { min-block-size: 44px; align-items: center; }
    }`;

  const circumstances = `
    @media (forced-colors: active) {
      button.primary { border: 2px solid ButtonText; color: ButtonText; background: ButtonFace; }
    }`;

  shared.style = { ...shared.style, controls: places + buttons + panels + welcome + fingers + circumstances };
}
