/**
 * Colours, by their use: what one writes with and what one writes on. In each theme every text has 4.5 times the contrast of its ground
 * or more, and every edge that tells a field from its ground 3 times; a test computes it.
 */
"use strict";
{
  const shared = (globalThis.clearleaf ??= /** @type {import("../types").ReaderNamespace} */ ({}));

  shared.themes = {
    light: {
      scheme: "light",
      colours: {
        paper: "#fcfbf8",
        ink: "#21221f",
        quiet: "#5d6059",
        line: "#e2e0d9",
        edge: "#87877c",
        thumb: "#a9a79e",
        wash: "#f2f0ea",
        leaf: "#1f6b42",
        "on-leaf": "#ffffff",
        mark: "#fdeea5",
      },
    },
    sepia: {
      scheme: "light",
      colours: {
        paper: "#f5ead6",
        ink: "#3a2d1e",
        quiet: "#67563f",
        line: "#e0d0b3",
        edge: "#8a7552",
        thumb: "#b29d7b",
        wash: "#ecdec4",
        leaf: "#28583b",
        "on-leaf": "#fffaf0",
        mark: "#f6d98a",
      },
    },
    dark: {
      scheme: "dark",
      colours: {
        paper: "#161817",
        ink: "#dddcd5",
        quiet: "#a3a69d",
        line: "#333734",
        edge: "#747a75",
        thumb: "#5d625e",
        wash: "#1f2321",
        leaf: "#86c99b",
        "on-leaf": "#10201a",
        mark: "#5a4d12",
      },
    },
    black: {
      scheme: "dark",
      colours: {
        paper: "#000000",
        ink: "#d2d1cb",
        quiet: "#9a9d95",
        line: "#2b2e2c",
        edge: "#6a6f6b",
        thumb: "#4d514e",
        wash: "#121413",
        leaf: "#7fc294",
        "on-leaf": "#08150f",
        mark: "#4b400f",
      },
    },
    brightContrast: {
      scheme: "light",
      colours: {
        paper: "#ffffff",
        ink: "#000000",
        quiet: "#000000",
        line: "#000000",
        edge: "#000000",
        thumb: "#000000",
        wash: "#ffffff",
        leaf: "#00309c",
        "on-leaf": "#ffffff",
        mark: "#ffec3d",
      },
    },
    darkContrast: {
      scheme: "dark",
      colours: {
        paper: "#000000",
        ink: "#ffffff",
        quiet: "#ffffff",
        line: "#ffffff",
        edge: "#ffffff",
        thumb: "#ffffff",
        wash: "#000000",
        leaf: "#ffe14d",
        "on-leaf": "#000000",
        mark: "#003f9e",
      },
    },
  };
}
