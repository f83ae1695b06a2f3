//! From a measured page to an article: the pipeline, in one place.

use crate::article::{Access, Article, Kind};
use crate::clutter::{self, Marks};
use crate::error::ExtractError;
use crate::features::{Features, PageFacts};
use crate::footnotes;
use crate::gate;
use crate::kind::{self, Judgement};
use crate::link::Links;
use crate::measure::Page;
use crate::metadata::{self, Metadata};
use crate::options::{Mode, Options};
use crate::outline::{Attr, Outline};
use crate::overrides::Verdicts;
use crate::plain_text;
use crate::plan::{self, Plan, Removed, Shown};
use crate::removals;
use crate::rewrite::{self, Rewritten};
use crate::score::Scores;
use crate::tag::Tag;

/// Words a minute: adults read English non-fiction silently at 238
/// (Brysbaert 2019, "How many words do we read per minute?").
const WORDS_PER_MINUTE: usize = 238;

/// Characters of an excerpt that is taken from the text.
const EXCERPT: usize = 200;

/// Everything that is decided about a page before it is read again.
pub(crate) struct Decided {
    pub(crate) marks: Marks,
    pub(crate) metadata: Metadata,
    pub(crate) scores: Scores,
    pub(crate) plan: Option<Plan>,
    pub(crate) judgement: Judgement,
}

/// What is known of a page before anything is scored.
pub(crate) struct Known {
    pub(crate) marks: Marks,
    pub(crate) metadata: Metadata,
    pub(crate) removed: Removed,
}

impl Known {
    pub(crate) fn of(page: &Page, options: &Options) -> Self {
        let Page { html, outline } = page;
        let marks = clutter::mark(html, outline);
        let metadata = metadata::read(html, outline, options.url.as_deref());
        let removed = Removed::new(outline, &marks, &shown(&metadata, options.mode));
        Self { marks, metadata, removed }
    }
}

/// Marks, scores and plans a measured page. `scores` stand in for the model's own.
pub(crate) fn decide(page: &Page, options: &Options, scores: Option<Scores>) -> Decided {
    let outline = &page.outline;
    let Known { marks, metadata, removed } = Known::of(page, options);
    let features = Features::new(outline, &marks, &PageFacts::of(&metadata, options.url.as_deref()));
    let mut scores = scores.unwrap_or_else(|| Scores::new(outline, &features, &removed.blocks));
    if let Some(standfirst) = metadata.standfirst {
        scores.settle(standfirst);
    }
    for note in footnotes::find(&page.html, outline, &scores) {
        scores.settle(note);
    }
    let decide = |verdicts: &Verdicts| plan::plan(outline, &marks, &removed, &scores, options.mode, verdicts);
    let verdicts = Verdicts::new(outline, options);
    let mut plan = decide(&verdicts);
    let judgement = kind::judge(outline, &features, &scores, plan.as_ref(), metadata.types);
    if options.mode == Mode::Second {
        plan = plan.and_then(|first| decide(&verdicts.against(&first.keep)));
    }
    Decided { marks, metadata, scores, plan, judgement }
}

/// What the reader shows at its head. Of a whole page, nothing but its title is shown elsewhere.
fn shown(metadata: &Metadata, mode: Mode) -> Shown {
    let mut shown = Shown { title: metadata.title_element, ..Shown::default() };
    if mode != Mode::Page {
        shown.bylines.clone_from(&metadata.byline_elements);
        shown.dates.clone_from(&metadata.date_elements);
    }
    shown
}

/// The whole way from a measured page to its article.
pub(crate) fn article(page: Page, options: &Options, scores: Option<Scores>) -> Result<Article, ExtractError> {
    let Decided { marks, metadata, plan, judgement, .. } = decide(&page, options, scores);
    let plan = plan.ok_or(ExtractError::NoArticle)?;
    let Page { html, outline } = page;
    let mut removals = removals::list(&html, &outline, &marks, &plan);
    let links =
        Links::new(options.url.as_deref().or(metadata.canonical.as_deref()), base_of(&html, &outline).as_deref());
    let access = metadata.access.or_else(|| gate::is_shown(&outline, &marks).then_some(Access::Locked));
    let gated = matches!(access, Some(Access::Locked | Access::Metered));
    let sign_in_url = gated.then(|| gate::sign_in(&html, &outline, &marks, &links)).flatten();
    let support_url = gate::support(&html, &outline, &marks, &links);
    // Not needed any more, and the largest pages need the room.
    drop(marks);
    let Rewritten { written, trackers } = rewrite::rewrite(&html, &outline, &plan, &links, options.hints.as_ref());
    removals::add_trackers(&mut removals, &trackers);
    if written.text.trim().is_empty() && options.mode != Mode::Page {
        return Err(ExtractError::NoArticle);
    }
    let word_count = written.words as usize;
    Ok(Article {
        title: metadata.title,
        byline: metadata.byline,
        dir: metadata.dir,
        lang: metadata.lang,
        length: written.text.chars().count(),
        excerpt: metadata.excerpt.or_else(|| first_words(&written.text)),
        content: written.html,
        text_content: written.text,
        site_name: metadata.site_name,
        published_time: metadata.published,
        modified_time: metadata.modified,
        image: metadata.image,
        url: metadata.canonical.or_else(|| options.url.clone()),
        word_count,
        reading_minutes: word_count.div_ceil(WORDS_PER_MINUTE).max(1),
        confidence: confidence(plan.promise),
        kind: if options.mode == Mode::Page { Kind::Page } else { judgement.kind },
        articleness: judgement.articleness,
        access,
        sign_in_url,
        support_url,
        truncated: written.truncated || outline.cut.is_some(),
        removals,
    })
}

/// The page's `<base href>`: it resolves links, and decides nothing else.
fn base_of(html: &[u8], outline: &Outline) -> Option<String> {
    let base = outline.elements.iter().find(|element| element.tag == Tag::Base)?;
    let href = outline.attr(html, base, Attr::Href)?;
    Some(crate::entity::decode_attribute(href).into_owned())
}

/// From what the scores promise to how sure that is: of pages with a confidence of 0.9 or more, 95 in a hundred and
/// more come out with a word F1 of 0.9 (measured out of fold, see `training/MODEL.md`).
fn confidence(promise: f32) -> f32 {
    /// Promise and confidence; straight lines between.
    const POINTS: [(f32, f32); 5] = [(0.0, 0.0), (0.5, 0.2), (0.8, 0.5), (0.95, 0.9), (1.0, 1.0)];
    let pairs = POINTS.iter().zip(POINTS.iter().skip(1));
    let between = pairs.clone().find(|(_, (to, _))| promise <= *to);
    between.map_or(1.0, |((from, low), (to, high))| low + (high - low) * (promise - from) / (to - from))
}

fn first_words(text: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    // As plain as what a page states of itself; a line may be as long as a page, so its beginning is enough.
    let beginning = plain_text::cap(line.trim(), EXCERPT * 4);
    Some(plain_text::cap(&plain_text::plain(&beginning), EXCERPT))
}
