/** How the aids to reading look: progress, notes, large pictures, tables that scroll, code. Adopted after the reader's own. */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  const edges = `
    .progress { position: fixed; inset: 0 0 auto; z-index: 2; block-size: 3px; pointer-events: none; }
    /* What the keys bring into view is not behind what lies at the lower edge. */
    .reader:has(> :is(.notice, .welcome)) { scroll-padding-block-end: min(13em, 35dvh); }
    .notice { position: fixed; inset: auto 0 1em; z-index: 2; inline-size: fit-content; max-inline-size: min(38em, 100% - 1.5em); max-block-size: calc(100dvh - 2em); margin-inline: auto; overflow: auto; }
    dialog.reader:focus-visible { outline: none; }`;

  const notes = `
    .note {
      position: fixed;
      inset: auto;
      inline-size: min(30em, 100vw - 1.5em);
      max-block-size: 50dvh;
      margin: 0;
      padding: 0.9em 1.1em;
      overflow: auto;
      overscroll-behavior: contain;
      border: 1px solid var(--line);
      border-radius: 0.75em;
      color: var(--ink);
      background: var(--paper);
      box-shadow: 0 0.5em 2em #0003;
      font-size: 0.95em;
      line-height: 1.5;
      text-align: start;
    }
    .note:focus-visible { outline: none; }
    .note > div > :last-child { margin-block-end: 0; }
    .note > .ways { margin: 0.75em 0 0; font-size: 0.8em; }
    /* The sign of a note is a letter wide; a finger may be beside it. */
    @media (pointer: coarse) {
      sup a { position: relative; }
      sup a::after { content: ""; position: absolute; inset: calc(50% - 22px) calc(50% - 22px); }
    }
    :target, [tabindex="-1"]:focus-visible { outline-offset: 6px; }`;

  const pictures = `
    img.grows { cursor: zoom-in; }
    /* The button behind it is no company: a picture that was alone in its paragraph still is. */
    p > img:first-child:has(+ .enlarge:last-child) { display: block; margin-inline: auto; }
    .enlarge {
      position: absolute;
      inset-inline-start: anchor(self-start);
      inset-block-end: anchor(self-end);
      inline-size: 2.2em;
      block-size: 2.2em;
      margin: 0.75em;
      padding: 0;
      border: 1px solid var(--line);
      border-radius: 50%;
      color: var(--ink);
      background: var(--paper);
      font: 0.8em/1 system-ui, sans-serif;
      cursor: zoom-in;
      opacity: 0;
    }
    .enlarge::before { content: "⤢"; }
    figure:hover .enlarge, :is(img, a):hover + .enlarge, .enlarge:hover, .enlarge:focus-visible { opacity: 1; }
    @media (hover: none) { .enlarge { opacity: 0.85; } }
    @media (pointer: coarse) { .enlarge { inline-size: 44px; block-size: 44px; } }
    .large {
      position: fixed;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      max-inline-size: none;
      max-block-size: none;
      margin: 0;
      padding: 4em 1.5em 1.5em;
      border: 0;
      overflow: auto;
      color: #f2f1ec;
      background: #101211;
      cursor: zoom-out;
    }
    .large:popover-open { display: flex; flex-direction: column; gap: 1em; align-items: safe center; justify-content: safe center; }
    .large:focus-visible { outline: none; }
    .large:focus-visible img { outline: 2px solid; outline-offset: 3px; }
    .large img { flex: 0 1 auto; min-block-size: 0; max-inline-size: 100%; max-block-size: 100%; inline-size: auto; object-fit: contain; cursor: zoom-in; border-radius: 2px; }
    .large.whole img { flex: none; max-inline-size: none; max-block-size: none; cursor: zoom-out; }
    .under { flex: none; max-inline-size: 46em; margin: 0; font: 0.9375em/1.5 system-ui, sans-serif; text-align: center; }
    .under:empty { display: none; }
    /* Controls take their colours from around them. */
    .turn { --ink: #f2f1ec; --quiet: #f2f1ec; --paper: #101211; --wash: #2b2e2c; --line: #f2f1ec80; --leaf: #f2f1ec; position: fixed; inset: 0.6em 0.75em auto; }`;

  const picking = `
    .picking { cursor: crosshair; }
    .picked { outline: 3px solid var(--leaf) !important; outline-offset: 4px; border-radius: 2px; background: var(--wash); }
    .picked:is(img) { opacity: 0.75; }`;

  const tables = `
    .wide { overflow: visible; }
    .wide.scrolls { overflow: auto; max-block-size: 80dvh; overscroll-behavior-inline: contain; scrollbar-color: var(--thumb) transparent; }
    .wide table { border-collapse: separate; border-spacing: 0; }
    .wide > table > :is(thead > tr > *, tbody > tr:first-child:not(:has(> td)) > th) { background: var(--paper); }
    .wide > table > thead > tr > *, .wide > table > tbody > tr:first-child:not(:has(> td)) > th {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--paper);
    }
    .wide > table > thead > tr ~ tr > * { position: static; }
    .wide > table > tbody > tr > th:first-child { background: var(--paper); }
    .wide.scrolls > table > tbody > tr > th:first-child { position: sticky; inset-inline-start: 0; }`;

  const code = `
    .code { margin: 0 0 1.15em; border-radius: 0.5em; background: var(--wash); }
    .code-head { display: flex; align-items: center; justify-content: space-between; gap: 1em; min-block-size: 2.2em; padding-inline: 1.15em 0.4em; font: 0.72em/1.4 system-ui, sans-serif; color: var(--quiet); direction: ltr; }
    .code > pre { margin: 0; padding-block-start: 0.2em; background: none; }
    figure > .code { margin-block-end: 0; }
    .hljs-comment, .hljs-quote, .hljs-meta { color: var(--quiet); }
    .hljs-comment { font-style: italic; }
    .hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-type, .hljs-doctag { color: var(--code-word); }
    .hljs-string, .hljs-regexp, .hljs-addition, .hljs-attribute, .hljs-meta .hljs-string { color: var(--code-string); }
    .hljs-number, .hljs-symbol, .hljs-bullet, .hljs-link, .hljs-variable, .hljs-template-variable { color: var(--code-number); }
    .hljs-title, .hljs-section, .hljs-name, .hljs-selector-id, .hljs-selector-class, .hljs-built_in { color: var(--code-name); }
    .hljs-deletion { color: var(--code-word); }
    .hljs-emphasis { font-style: italic; }
    .hljs-strong { font-weight: 700; }
    dialog.reader {
      --code-word: light-dark(#8a1a5c, #f0a3d0);
      --code-string: light-dark(#1d5c2e, #a9d8a0);
      --code-number: light-dark(#7a3d00, #f0bd7f);
      --code-name: light-dark(#1a4a8a, #9cc7f5);
    }`;

  const circumstances = `
    @media (forced-colors: active) {
      .code, .note, .large { border: 1px solid; }
      .enlarge { opacity: 1; }
    }
    @media print {
      .progress, .notice, .doubt, .enlarge, .code-head, .note { display: none; }
      .code > pre { padding-block-start: 1em; }
      .wide.scrolls { overflow: visible; max-block-size: none; }
      .wide > table > * > tr > * { position: static !important; }
    }`;

  shared.style = { ...shared.style, reader: shared.style.reader + edges + notes + pictures + picking + tables + code + circumstances };
}
