//! What the training program needs of the core: its own features, and its own
//! way from scores to an article. Built only for training.

use crate::assemble;
use crate::error::ExtractError;
use crate::features::{Columns, Features, PageFacts};
use crate::json_ld::SchemaType;
use crate::measure::{Measurer, Page};
use crate::metadata::Metadata;
use crate::options::Options;
use crate::score::Scores;
use crate::{Article, plain_text};

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

/// Describes the blocks of a page.
///
/// # Errors
///
/// As [`extract`](crate::extract), but never `NoArticle`.
pub fn describe(html: &str) -> Result<Described, ExtractError> {
    let options = Options::default();
    let page = measure(html, &options)?;
    let decided = assemble::decide(&page, &options, None);
    let features = Features::new(&page.outline, &decided.marks, facts(&decided.metadata));
    let mut described = Described::default();
    for (at, block) in page.outline.blocks.iter().enumerate() {
        let mut row = Vec::new();
        features.write(at, &mut row);
        described.rows.push(row);
        described.texts.push(plain_text::of_markup(block.span.of(&page.html)));
        let gone = decided.plan.as_ref().is_some_and(|plan| plan.gone.get(at) == Some(&true));
        described.gone.push(gone);
    }
    Ok(described)
}

/// The rows of the second look, given the first one's scores.
///
/// # Errors
///
/// As [`describe`].
pub fn second_look(html: &str, first: &[f32]) -> Result<Vec<Vec<f32>>, ExtractError> {
    let options = Options::default();
    let page = measure(html, &options)?;
    let decided = assemble::decide(&page, &options, None);
    let features = Features::new(&page.outline, &decided.marks, facts(&decided.metadata));
    let guess: Vec<f32> = (0..page.outline.blocks.len()).map(|at| decided.scores.of(at)).collect();
    let first = if first.is_empty() { &guess } else { first };
    let look = crate::features::SecondLook::new(&page.outline, first);
    let rows = (0..page.outline.blocks.len()).map(|at| {
        let mut row = Vec::new();
        features.write(at, &mut row);
        look.write(&page.outline, at, &mut row);
        row
    });
    Ok(rows.collect())
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

/// The names of the columns, of the second look if `second`.
#[must_use]
pub fn column_names(second: bool) -> Vec<String> {
    struct Names(Vec<String>);
    impl Columns for Names {
        fn put(&mut self, name: &str, _: f32) {
            self.0.push(name.to_owned());
        }
        fn put_numbered(&mut self, group: &str, number: usize, name: &str, _: f32) {
            self.0.push(format!("{group}.{number}.{name}"));
        }
    }
    let html = "<html><body><p>One.</p></body></html>";
    let options = Options::default();
    let mut names = Names(Vec::new());
    if let Ok(page) = measure(html, &options) {
        let decided = assemble::decide(&page, &options, None);
        Features::new(&page.outline, &decided.marks, facts(&decided.metadata)).write(0, &mut names);
        if second {
            crate::features::SecondLook::new(&page.outline, &[0.5]).write(&page.outline, 0, &mut names);
        }
    }
    names.0
}

fn measure(html: &str, options: &Options) -> Result<Page, ExtractError> {
    let mut measurer = Measurer::new(options);
    measurer.feed(html.as_bytes())?;
    measurer.finish()
}

/// What the metadata says that the scorer may know.
fn facts(metadata: &Metadata) -> PageFacts {
    use SchemaType as T;
    let types = metadata.types;
    let says = |kinds: &[SchemaType]| kinds.iter().any(|&kind| types.contains(kind));
    PageFacts {
        title: metadata.title_element,
        says_article: says(&[T::Article, T::News, T::Blog, T::LiveBlog, T::Technical])
            || metadata.open_graph_type.as_deref() == Some("article"),
        says_product: says(&[T::Product]) || metadata.open_graph_type.as_deref() == Some("product"),
        says_forum: says(&[T::Forum, T::Question]),
    }
}
