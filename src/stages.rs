//! The stages of an extraction one by one, to be timed and counted. Built only
//! for the benchmarks: nothing else needs to stop half-way.

use crate::assemble;
use crate::clutter;
use crate::error::ExtractError;
use crate::events::{self, Events, Start};
use crate::link::Links;
use crate::measure::{Measurer, Page};
use crate::metadata;
use crate::options::Options;
use crate::outline::Span;
use crate::rewrite;
use crate::tag::Tag;

/// Walks a page as a tree and counts its elements.
///
/// # Errors
///
/// As [`extract`](crate::extract), but never `NoArticle`.
pub fn walk(html: &str) -> Result<usize, ExtractError> {
    struct Count(usize);
    impl Events for Count {
        fn start(&mut self, _: &[u8], _: &Start<'_>) {
            self.0 += 1;
        }
        fn text(&mut self, _: &[u8], _: Span, _: bool) {}
        fn end(&mut self, _: &[u8], _: Tag, _: u32) {}
    }
    Ok(events::walk(html.as_bytes().to_vec(), Count(0))?.0)
}

/// A page whose outline is drawn: what comes after starts from here.
#[derive(Debug)]
pub struct Measured {
    page: Page,
    options: Options,
}

impl Measured {
    /// Draws the outline: pass 1.
    ///
    /// # Errors
    ///
    /// As [`extract`](crate::extract), but never `NoArticle`.
    pub fn new(html: &str, url: &str) -> Result<Self, ExtractError> {
        let options = Options { url: Some(url.to_owned()), ..Options::default() };
        let mut measurer = Measurer::new(&options);
        measurer.feed(html.as_bytes())?;
        Ok(Self { page: measurer.finish()?, options })
    }

    /// How many elements the outline has.
    #[must_use]
    pub fn elements(&self) -> usize {
        self.page.outline.elements.len()
    }

    /// Marks clutter.
    pub fn mark(&self) {
        std::hint::black_box(clutter::mark(&self.page.html, &self.page.outline));
    }

    /// Reads title, byline, dates and the rest.
    pub fn metadata(&self) {
        std::hint::black_box(metadata::read(&self.page.html, &self.page.outline, self.options.url.as_deref()));
    }

    /// Marks, reads, scores and plans.
    #[must_use]
    pub fn decide(self) -> Decided {
        let decided = assemble::decide(&self.page, &self.options, None);
        Decided { measured: self, decided }
    }
}

/// A page about which everything is decided.
pub struct Decided {
    measured: Measured,
    decided: assemble::Decided,
}

impl Decided {
    /// Reads the chosen element again and writes it: pass 2. Gives the length of what was written.
    #[must_use]
    pub fn rewrite(self) -> usize {
        let Page { html, outline } = self.measured.page;
        let Some(plan) = &self.decided.plan else { return 0 };
        let links = Links::new(self.measured.options.url.as_deref(), None);
        rewrite::rewrite(&html, &outline, plan, &links, None).written.html.len()
    }
}

impl std::fmt::Debug for Decided {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Decided").field("measured", &self.measured).finish_non_exhaustive()
    }
}
