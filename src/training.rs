//! What the training program needs of the core: its own features, and its own
//! way from scores to an article. Built only for training.

use crate::assemble::{self, Known};
use crate::error::ExtractError;
use crate::features::{self, Features, PageFacts, SecondLook};
use crate::measure::{Measurer, Page};
use crate::options::Options;
use crate::score::Scores;
use crate::{Article, kind, plain_text};

/// A page as the scorer sees it, and its blocks' text to compare with the truth.
#[derive(Debug, Default)]
pub struct Described {
    /// One row per block, all of one length.
    pub rows: Vec<Vec<f32>>,
    /// The text of each block.
    pub texts: Vec<String>,
    /// Blocks that no score can bring back: hidden, or certainly clutter.
    pub gone: Vec<bool>,
}

/// Which columns a row has.
#[derive(Clone, Copy, Debug)]
pub enum Look<'s> {
    /// Those of the first model.
    First,
    /// Those of the second model, given the first one's scores.
    Second(&'s [f32]),
}

/// Describes the blocks of a page.
///
/// # Errors
///
/// As [`extract`](crate::extract), but never `NoArticle`.
pub fn describe(html: &str, look: Look<'_>) -> Result<Described, ExtractError> {
    let options = Options::default();
    let page = measure(html, &options)?;
    let outline = &page.outline;
    let Known { marks, metadata, removed } = Known::of(&page, &options);
    let features = Features::new(outline, &marks, &PageFacts::of(&metadata, None));
    let second = match look {
        Look::First => None,
        Look::Second(first) => Some(SecondLook::new(&features, first)),
    };
    let mut described = Described { gone: removed.blocks, ..Described::default() };
    for (at, block) in outline.blocks.iter().enumerate() {
        let mut row = Vec::new();
        features.write(at, &mut row);
        if let Some(second) = &second {
            second.write(at, &mut row);
        }
        described.rows.push(row);
        described.texts.push(plain_text::of_markup(block.span.of(&page.html)));
    }
    Ok(described)
}

/// The row of a page, given the scores of its blocks.
///
/// # Errors
///
/// As [`describe`].
pub fn describe_page(html: &str, scores: Vec<f32>) -> Result<Vec<f32>, ExtractError> {
    let options = Options::default();
    let page = measure(html, &options)?;
    let scores = Scores::from(scores);
    let decided = assemble::decide(&page, &options, Some(scores));
    let features = Features::new(&page.outline, &decided.marks, &PageFacts::of(&decided.metadata, None));
    let mut row = Vec::new();
    kind::columns(&page.outline, &features, &decided.scores, decided.plan.as_ref(), &mut row);
    Ok(row)
}

/// Extracts a page with scores from elsewhere: out-of-fold models.
///
/// # Errors
///
/// As [`extract`](crate::extract).
pub fn extract_with(html: &str, scores: Vec<f32>) -> Result<Article, ExtractError> {
    let options = Options::default();
    assemble::article(measure(html, &options)?, &options, Some(Scores::from(scores)))
}

/// The names of a block's columns, of the second look if `second`.
#[must_use]
pub fn column_names(second: bool) -> Vec<String> {
    features::column_names(second)
}

/// The names of a page's columns.
#[must_use]
pub fn page_column_names() -> Vec<String> {
    kind::column_names()
}

fn measure(html: &str, options: &Options) -> Result<Page, ExtractError> {
    let mut measurer = Measurer::new(options);
    measurer.feed(html.as_bytes())?;
    measurer.finish()
}
