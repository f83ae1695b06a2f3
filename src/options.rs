//! What a caller may choose, and what only a live page can tell.

use serde::Deserialize;

use crate::overrides::Overrides;

/// How much of the page is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The article; a page without one is [`ExtractError::NoArticle`](crate::ExtractError::NoArticle).
    #[default]
    Article,
    /// Everything the page shows that is not clutter, whether or not it looks
    /// like an article: the reader asked to "read the page anyway".
    Page,
    /// The runner-up: what the article would be if what [`Mode::Article`] keeps
    /// were not there.
    Second,
}

/// Settings of one extraction.
///
/// ```
/// let options = clearleaf::Options {
///     url: Some("https://example.org/story".into()),
///     ..Default::default()
/// };
/// assert_eq!(options.max_bytes, 64 << 20);
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The document's URL, as the browser (not the page) knows it. Relative
    /// links resolve against it; without it they are dropped.
    pub url: Option<String>,
    /// How much of the page is wanted.
    pub mode: Mode,
    /// The most input that is accepted, in bytes. Default: 64 MiB.
    pub max_bytes: usize,
    /// What only the live page knows.
    pub hints: Option<LiveHints>,
    /// What the reader decided against the core.
    pub overrides: Overrides,
}

impl Default for Options {
    fn default() -> Self {
        Self { url: None, mode: Mode::Article, max_bytes: 64 << 20, hints: None, overrides: Overrides::default() }
    }
}

/// What the live DOM knows and its HTML does not.
///
/// Elements are named by their place in document order among all start tags
/// of the serialised HTML (0 is `<html>`; those inside `<template>` count).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct LiveHints {
    /// How many elements the snapshot counted. Where the core counts
    /// otherwise, the two do not speak of the same elements and the hints are
    /// ignored.
    pub elements: u32,
    /// Roots of subtrees that the page does not render, ascending.
    pub hidden: Vec<u32>,
    /// Images that have loaded, with the address that the browser chose.
    pub images: Vec<(u32, String)>,
    /// Boxes that stay where they are while the page scrolls.
    pub fixed: Vec<u32>,
    /// Boxes that stay in view once they have come there.
    pub sticky: Vec<u32>,
    /// Fixed boxes over most of the view: a dialog, or what dims the page behind one.
    pub covering: Vec<u32>,
}
