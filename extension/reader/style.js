/**
 * How the reader looks. Style sheets are built from these strings: a content script cannot fetch a file of the
 * extension, and built sheets need no permission of the page's CSP.
 *
 * Sizes are in `em` of the reader's own default font size (the host resets everything that a page could hand down, and
 * `rem` would be the page's). Colours, fonts and what else the reader can choose come as variables from `look.js`.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  // An inner `!important` beats every rule of the page, so that no page style moves or hides the reader.
  const host = `
    :host {
      all: initial !important;
      display: block !important;
      position: absolute !important;
      inline-size: 0 !important;
      block-size: 0 !important;
    }
    *, *::before, *::after { box-sizing: border-box; }
    .reader {
      position: fixed;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      max-inline-size: none;
      max-block-size: none;
      margin: 0;
      padding: 0;
      border: 0;
      overflow: hidden auto;
      overscroll-behavior: contain;
      scrollbar-gutter: stable;
      scrollbar-color: var(--thumb) var(--paper);
      scroll-padding-block: 5em 2em;
      color: var(--ink);
      background: var(--paper);
      font: 1em/1.5 system-ui, sans-serif;
      text-align: start;
      -webkit-text-size-adjust: none;
      text-size-adjust: none;
    }
    dialog::backdrop { background: transparent; }
    .bar {
      position: sticky;
      inset-block-start: 0.75em;
      z-index: 2;
      float: inline-end;
      margin: 0.75em;
      margin-block-end: -4em;
    }
    .auto { margin: -3.5em 0 2em; }
    /* Where text would run below the toolbar it is a strip, and goes out of the way of who reads on. */
    @media (max-width: 75em) {
      .bar { inset-block-start: 0; float: none; margin: 0; padding: 0.6em 0.75em; background: var(--paper); }
      .bar.away:not(:focus-within) { translate: 0 -100%; }
      .bar ~ .page { padding-block-start: 1.25em; }
      .auto { margin-block-start: 0; }
    }
    @media (max-width: 75em) and (prefers-reduced-motion: no-preference) {
      .bar { transition: translate 160ms; }
    }`;

  const frame = `
    /* A little smaller in a narrow window. Here, and not on the text: what the reader chooses then scales everything alike. */
    .page { font-size: clamp(0.9em, 0.84em + 0.32vw, 1em); padding: 4.5em clamp(1.15em, 5vw, 2.5em) 6em; }
    article {
      unicode-bidi: isolate;
      /* A letter is about 0.45 em wide, and the text 1.25 em high. */
      max-inline-size: calc(var(--width) * 0.45 * 1.25em);
      margin-inline: auto;
      font-size: calc(1em * var(--size));
    }
    :focus { outline: none; }
    :focus-visible { outline: 2px solid var(--leaf); outline-offset: 3px; border-radius: 2px; }
    h1:focus-visible { outline: none; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; overflow-wrap: break-word; }
    .head { margin-block-end: 2.25em; }
    .site {
      margin: 0 0 0.9em;
      color: var(--leaf);
      font-size: 0.875em;
      font-weight: 650;
      letter-spacing: 0.01em;
    }
    h1, .title {
      margin: 0;
      font: 700 clamp(1.9em, 1.3em + 2.4vw, 2.5em)/1.15 var(--text-font);
      letter-spacing: -0.012em;
    }
    /* A dot stands before each part. Of the first in a line it falls outside, where it is cut off, and is nothing to scroll to. */
    .details { margin: 1.1em 0 0; overflow-x: clip; color: var(--quiet); font-size: 0.9375em; }
    .details > span { display: block; margin-inline-start: -1em; }
    .detail { display: inline-block; padding-inline-start: 1em; text-indent: 0; }
    .detail::before { content: "·"; display: inline-block; inline-size: 1em; margin-inline-start: -1em; padding-inline-start: 0.2em; }
    .byline { color: var(--ink); font-weight: 550; }
    .head::after { content: ""; display: block; margin-block-start: 1.75em; border-block-end: 1px solid var(--line); }
    .lead { margin: 1.75em 0 0; }
    .foot {
      margin-block-start: 3.5em;
      padding-block-start: 1.25em;
      border-block-start: 1px solid var(--line);
      color: var(--quiet);
      font-size: 0.9375em;
    }
    .foot p { margin: 0.5em 0; }
    .printed { display: none; }
    .access { color: var(--ink); padding: 0.9em 1.1em; background: var(--wash); border-radius: 0.5em; }
    .apology { max-inline-size: 30em; margin: 12vh auto 0; text-align: center; }
    .apology h1 { font-size: 1.75em; }
    .apology p { margin: 1em 0 2em; color: var(--quiet); font-size: 1.0625em; text-wrap: balance; }`;

  const text = `
    .reader {
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", Georgia, serif;
      --sans: system-ui, "Noto Sans", sans-serif;
      --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    }
    .content {
      font: 1.25em/var(--line-height) var(--text-font);
      letter-spacing: var(--letter-spacing);
      word-spacing: var(--word-spacing);
      text-align: var(--align);
      hyphens: var(--hyphens);
      overflow-wrap: break-word;
      hanging-punctuation: first allow-end last;
    }
    :is(.content, .content > .stretch:first-child) > :first-child { margin-block-start: 0; }
    p, ul, ol, dl, blockquote, figure, pre, details, .wide, audio, video { margin: 0 0 1.15em; }
    h2, h3, h4, h5, h6 { margin: 1.9em 0 0.6em; font-family: var(--text-font); font-weight: 700; }
    .standfirst { color: var(--quiet); font-size: 1.12em; line-height: 1.45; text-wrap: pretty; }
    h2 { font-size: 1.36em; }
    h3 { font-size: 1.15em; }
    h4, h5, h6 { font-size: 1em; }
    :is(h2, h3, h4) + :is(h3, h4, h5) { margin-block-start: 0.8em; }
    a:any-link { color: var(--leaf); text-decoration-thickness: 1px; text-underline-offset: 0.17em; }
    a:any-link:hover { text-decoration-thickness: 2px; }
    :is(b, strong) { font-weight: 700; }
    small { font-size: 0.875em; }
    :is(sub, sup) { font-size: 0.72em; line-height: 0; }
    /* Whatever it stands in: the quieter colours are too faint on it. */
    mark, mark a:any-link { color: var(--on-mark, var(--ink)); }
    mark { background: var(--mark); border-radius: 2px; }
    abbr[title] { text-decoration: underline dotted; }
    :is(ul, ol) { padding-inline-start: 1.5em; }
    li { margin-block: 0.35em; }
    li::marker { color: var(--quiet); }
    li > :is(ul, ol) { margin-block-end: 0; }
    li > p:last-child { margin-block-end: 0.35em; }
    dt { font-weight: 700; }
    dd { margin: 0.2em 0 0.8em; margin-inline-start: 1.5em; }
    blockquote {
      padding-inline-start: 1.15em;
      border-inline-start: 3px solid var(--line);
      color: var(--quiet);
    }
    blockquote > :last-child, aside > :last-child, details > :last-child, figcaption > :last-child { margin-block-end: 0; }
    hr { inline-size: 6em; margin: 2.5em auto; border: 0; border-block-start: 1px solid var(--line); }
    aside, details, address { padding: 0.9em 1.1em; background: var(--wash); border-radius: 0.5em; }
    aside { margin-block-end: 1.15em; font-size: 0.94em; }
    address { margin-block-end: 1.15em; font-style: normal; }
    summary { font-weight: 700; cursor: pointer; }
    details[open] > summary { margin-block-end: 0.6em; }`;

  const objects = `
    img, video { max-inline-size: 100%; block-size: auto; }
    img { border-radius: 4px; }
    figure img, figure video, :is(.content, .stretch) > img, p > img:only-child { display: block; margin-inline: auto; }
    figure { margin-block: 1.8em; }
    figure figure { margin-block: 0.6em; }
    figcaption, caption {
      margin-block-start: 0.65em;
      color: var(--quiet);
      font: 0.78em/1.5 system-ui, sans-serif;
      text-align: start;
    }
    caption { margin-block: 0 0.65em; caption-side: top; font-weight: 550; }
    figure > pre, figure > .wide { margin-block-end: 0; }
    img.gone { display: none; }
    img.missing { padding: 0.8em 1em; background: var(--wash); color: var(--quiet); font: 0.78em/1.5 system-ui, sans-serif; }
    audio, video { inline-size: 100%; }
    /* A poster lies over its film until that plays, and leaves its buttons free: both have the shape of most films. */
    img:has(+ video), img + video { display: block; aspect-ratio: 16 / 9; }
    img:has(+ video):not(.gone, .missing) {
      position: relative;
      z-index: 1;
      inline-size: 100%;
      margin-block-end: -56.25%;
      object-fit: cover;
      clip-path: inset(0 0 4.5rem);
      pointer-events: none;
    }
    pre, code, kbd, samp { font-family: var(--mono); font-variant-ligatures: none; hyphens: none; direction: ltr; }
    :not(pre) > :is(code, samp) { padding: 0.1em 0.3em; background: var(--wash); border-radius: 4px; font-size: 0.84em; overflow-wrap: anywhere; }
    pre {
      padding: 1em 1.15em;
      overflow-x: auto;
      background: var(--wash);
      border-radius: 0.5em;
      font-size: 0.76em;
      line-height: 1.6;
      tab-size: 4;
      text-align: start;
    }
    kbd { padding: 0.1em 0.4em; border: 1px solid var(--line); border-block-end-width: 2px; border-radius: 4px; font-size: 0.8em; }
    .wide { overflow-x: auto; }
    /* The table's frame scrolls: code in it need not as well. */
    td pre { overflow: visible; font-size: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
    table { border-collapse: collapse; min-inline-size: 60%; font: 0.8em/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
    :is(th, td) { padding: 0.55em 0.8em; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
    th { font-weight: 650; }
    thead :is(th, td) { border-block-end: 2px solid var(--quiet); vertical-align: bottom; }
    :is(th, td) > :last-child { margin-block-end: 0; }
    math[display="block"] { margin-block: 1.15em; overflow-x: auto; overflow-y: hidden; }
    .content:is(:lang(ja), :lang(zh), :lang(ko)) { line-height: calc(var(--line-height) * 1.15); text-autospace: normal; }
    .stretch { display: block; }
    .reader.settling { overflow-anchor: none; }
    .stretch:not(.laid) { content-visibility: auto; contain-intrinsic-block-size: auto var(--high, 9em); }
    .content:is(:lang(ar), :lang(fa), :lang(ur)) { letter-spacing: 0; }
    :is(h1, h2, h3):is(:lang(ar), :lang(fa), :lang(he), :lang(ur)) { letter-spacing: 0; line-height: 1.4; }`;

  const circumstances = `
    @media (prefers-reduced-motion: no-preference) {
      dialog.reader:not(.at-once) { animation: arrive 140ms ease-out; }
      /* More than what controls.js takes for seen: whoever is quick is heard. */
      @keyframes arrive { from { opacity: 0.6; } }
    }
    @media (forced-colors: active) {
      aside, details, address, pre, .access { border: 1px solid; }
    }
    @media print {
      :host { position: static !important; inline-size: auto !important; block-size: auto !important; }
      .reader {
        position: absolute;
        inset: 0 0 auto;
        block-size: auto;
        overflow: visible;
        background: none;
        font-size: 11pt;
        animation: none;
      }
      .bar, .auto, .welcome { display: none; }
      .stretch { content-visibility: visible !important; }
      .printed { display: block; margin: 1.1em 0 0; color: var(--quiet); font-size: 9pt; overflow-wrap: anywhere; }
      .page { max-inline-size: none; padding: 0; }
      article { font-size: 1em; }
      h1 { font-size: 22pt; }
      .content { font-size: 11pt; line-height: 1.5; }
      :is(h1, h2, h3, h4, figcaption) { break-after: avoid; }
      :is(figure, pre, tr, blockquote, img) { break-inside: avoid; }
      img { max-block-size: 12cm; inline-size: auto; }
      p { orphans: 3; widows: 3; }
      .wide, pre { overflow: visible; white-space: pre-wrap; }
      .wide { white-space: normal; }
    }`;

  // On the page itself: no second scroll bar, and only the article on paper. Bound to the host, so that taking out the
  // host (the button does that) frees the page even when our script is gone.
  const still = `:root:has(> [data-clearleaf]) { overflow: hidden !important; }`;
  const page = `
    @media print {
      :root:has(> [data-clearleaf]) { overflow: visible !important; block-size: auto !important; }
      :root:has(> [data-clearleaf]) > body { display: none !important; }
    }`;

  /**
   * A page that opens a dialog of its own is rendered, or that would be over everything and not be seen.
   *
   * @param {string} opening of all hosts that there may have been, the one that is meant
   * @param {number} width
   * @param {number} height in pixels, of all that the page has from where its body begins
   */
  const resting = (opening, width, height) => `
    @media not print {
      :root:has(> [data-clearleaf="${opening}"]) > body:not(:has(dialog:modal)) {
        content-visibility: hidden !important;
        box-sizing: border-box !important;
        width: ${width}px !important;
        height: ${height}px !important;
        margin-bottom: 0 !important;
      }
    }`;

  shared.style = { ...shared.style, reader: host + frame + text + objects + circumstances, still, page, resting };
}
