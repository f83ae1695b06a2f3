//! Clearleaf finds the article in a web page and hands it back as a clean,
//! safe document.
//!
//! ```
//! let page = "<html><body><nav><a href=/>Home</a></nav><article><h1>On rain</h1>\
//!     <p>It falls on the just and on the unjust alike, but mostly on the just, \
//!     because the unjust has the just's umbrella, as the judge once said.</p></article></body></html>";
//! let article = clearleaf::extract(page, &clearleaf::Options::default())?;
//! assert_eq!(article.title.as_deref(), Some("On rain"));
//! assert!(article.content.starts_with("<p>It falls"));
//! # Ok::<(), clearleaf::ExtractError>(())
//! ```
//!
//! # The way of the data
//!
//! A page passes through the modules in this order:
//!
//! 1. `measure` streams the page through `lol_html` and draws an outline:
//!    numbers and byte ranges, no text;
//! 2. `clutter` marks what is known to be an advert, a prompt, a share bar;
//! 3. `metadata` reads what the page says of itself;
//! 4. `score` says of each block of text how likely it is to be article;
//! 5. `plan` makes a whole of that: keep this, remove that, and why;
//! 6. `rewrite` goes through the chosen element again, and `serialize` writes it in a
//!    closed grammar.
//!
//! Two passes, because a streaming parser cannot look ahead: whether a paragraph
//! is article depends on what stands after it. The first only measures.
//!
//! # What is not here
//!
//! No DOM, no IO, no clock, no panic. The page's own bytes are never copied to
//! the output: whatever is written was decoded, checked and escaped again.
//!
//! The input should be HTML as a browser serialises it (`outerHTML`). For raw
//! files, [`normalise`] them first.

#![cfg_attr(not(feature = "normalise"), allow(rustdoc::broken_intra_doc_links))]

mod address;
mod allowlist;
mod article;
mod assemble;
mod clutter;
mod entity;
mod error;
mod events;
mod explain;
pub mod export;
mod features;
mod floating;
mod footnotes;
mod gate;
mod image;
mod json_ld;
mod kind;
mod letters;
mod link;
mod measure;
mod metadata;
mod model;
#[cfg(feature = "normalise")]
mod normalise;
mod options;
mod outline;
mod overrides;
mod plain_text;
mod plan;
mod prose;
mod removals;
mod rewrite;
mod score;
mod serialize;
#[cfg(feature = "stages")]
pub mod stages;
mod tag;
mod text_shape;
#[cfg(feature = "training")]
pub mod training;
mod value;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod words;

pub use article::{Access, Article, Direction, Kind, Reason, Removal};
pub use error::ExtractError;
pub use explain::explain;
#[cfg(feature = "normalise")]
pub use normalise::normalise;
pub use options::{LiveHints, Mode, Options};
pub use overrides::Overrides;

use measure::Measurer;

/// Finds the article in a page.
///
/// # Errors
///
/// [`ExtractError::NoArticle`] where the page holds none; the other variants
/// where it is too large or cannot be parsed. Never panics.
pub fn extract(html: &str, options: &Options) -> Result<Article, ExtractError> {
    let mut extractor = Extractor::new(options.clone());
    extractor.feed(html.as_bytes())?;
    extractor.finish()
}

/// The same for a page that nobody else needs: it is read where it is.
#[cfg(target_arch = "wasm32")]
pub(crate) fn extract_owned(html: Vec<u8>, options: &Options) -> Result<Article, ExtractError> {
    let mut measurer = Measurer::new(options);
    measurer.take(html)?;
    assemble::article(measurer.finish()?, options, None)
}

/// The title of a page, also of one that holds no article.
///
/// ```
/// let page = "<title>Sign in | Harbour Post</title><meta property=og:site_name content='Harbour Post'><form><input>";
/// assert_eq!(clearleaf::title(page, &clearleaf::Options::default())?.as_deref(), Some("Sign in"));
/// # Ok::<(), clearleaf::ExtractError>(())
/// ```
///
/// # Errors
///
/// Where the page is too large or cannot be parsed.
pub fn title(html: &str, options: &Options) -> Result<Option<String>, ExtractError> {
    let mut measurer = Measurer::new(options);
    measurer.feed(html.as_bytes())?;
    let page = measurer.finish()?;
    Ok(metadata::read(&page.html, &page.outline, options.url.as_deref()).title)
}

/// Takes a page in pieces and finds the article in it.
///
/// The pieces may be of any size and may split characters and tags: the result
/// is the same.
///
/// ```
/// let mut extractor = clearleaf::Extractor::new(clearleaf::Options::default());
/// for piece in "<p>The same result, whatever the pieces were.</p>".as_bytes().chunks(7) {
///     extractor.feed(piece)?;
/// }
/// assert_eq!(extractor.finish()?.word_count, 7);
/// # Ok::<(), clearleaf::ExtractError>(())
/// ```
pub struct Extractor {
    measurer: Measurer,
    options: Options,
}

impl Extractor {
    /// An extractor that has not been fed yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { measurer: Measurer::new(&options), options }
    }

    /// Appends a piece of the page, in UTF-8.
    ///
    /// # Errors
    ///
    /// [`ExtractError::TooLarge`] when the page exceeds
    /// [`Options::max_bytes`], [`ExtractError::Parser`] when it cannot be parsed.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), ExtractError> {
        self.measurer.feed(piece)
    }

    /// Ends the page and finds the article.
    ///
    /// # Errors
    ///
    /// As [`extract`].
    pub fn finish(self) -> Result<Article, ExtractError> {
        assemble::article(self.measurer.finish()?, &self.options, None)
    }
}

impl std::fmt::Debug for Extractor {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Extractor").field("options", &self.options).finish_non_exhaustive()
    }
}
