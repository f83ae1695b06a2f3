//! From a measured page to an article: the pipeline, in one place.

use crate::article::{Access, Article, Kind, Reason, Removal};
use crate::clutter::{self, Marks};
use crate::error::ExtractError;
use crate::gate;
use crate::json_ld::SchemaType;
use crate::link::Links;
use crate::measure::Page;
use crate::metadata::{self, Metadata};
use crate::options::{Mode, Options};
use crate::outline::{Attr, Outline};
use crate::overrides::Verdicts;
use crate::plain_text;
use crate::plan::{self, Plan, Shown};
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
}

/// Marks, scores and plans a measured page. `scores` stand in for the model's own.
pub(crate) fn decide(page: &Page, options: &Options, scores: Option<Scores>) -> Decided {
    let Page { html, outline } = page;
    let marks = clutter::mark(html, outline);
    let metadata = metadata::read(html, outline, options.url.as_deref());
    let scores = scores.unwrap_or_else(|| Scores::new(outline, &marks));
    let mut shown = Shown { title: metadata.title_element, ..Shown::default() };
    // Of a whole page, nothing but its title is shown elsewhere.
    if options.mode != Mode::Page {
        shown.bylines.clone_from(&metadata.byline_elements);
        shown.dates.clone_from(&metadata.date_elements);
    }
    let decide = |verdicts: &Verdicts| plan::plan(outline, &marks, &shown, &scores, options.mode, verdicts);
    let verdicts = Verdicts::new(outline, options);
    let mut plan = decide(&verdicts);
    if options.mode == Mode::Second {
        plan = plan.and_then(|first| decide(&verdicts.against(&first.keep)));
    }
    Decided { marks, metadata, scores, plan }
}

/// The whole way from a measured page to its article.
pub(crate) fn article(page: Page, options: &Options, scores: Option<Scores>) -> Result<Article, ExtractError> {
    let Decided { marks, metadata, scores, plan } = decide(&page, options, scores);
    let plan = plan.ok_or(ExtractError::NoArticle)?;
    let Page { html, outline } = page;
    let mut removals = removals::list(&html, &outline, &marks, &plan);
    let links =
        Links::new(options.url.as_deref().or(metadata.canonical.as_deref()), base_of(&html, &outline).as_deref());
    let gated = matches!(metadata.access, Some(Access::Locked | Access::Metered));
    let sign_in_url = gated.then(|| gate::sign_in(&html, &outline, &marks, &links)).flatten();
    let support_url = gate::support(&html, &outline, &marks, &links);
    let confidence = confidence(&outline, &scores, &plan);
    let kind = kind(&outline, &metadata, options.mode, &plan);
    // Not needed any more, and the largest pages need the room.
    drop((marks, scores));
    let Rewritten { written, trackers } = rewrite::rewrite(html, &outline, &plan, &links, options.hints.as_ref())?;
    removals.extend(trackers.into_iter().map(|rule| Removal {
        reason: Reason::Tracker,
        rule,
        text: String::new(),
        words: 0,
        element: None,
        loose: false,
    }));
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
        confidence,
        kind,
        access: metadata.access,
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

/// How sure the plan is: the mean likelihood of the words it keeps, less what
/// it leaves out that might have belonged, less for very short texts.
fn confidence(outline: &Outline, scores: &Scores, plan: &Plan) -> f32 {
    let (mut kept, mut kept_words, mut missed) = (0.0_f32, 0.0_f32, 0.0_f32);
    for (at, block) in outline.blocks.iter().enumerate() {
        let words = block.text.words as f32;
        if plan.keep.get(at) == Some(&true) {
            kept += words * scores.of(at);
            kept_words += words;
        } else {
            missed += words * scores.of(at);
        }
    }
    if kept_words <= 0.0 {
        return 0.0;
    }
    let certain = kept / kept_words;
    let whole = kept / (kept + missed);
    let enough = kept_words / (kept_words + 60.0);
    (certain * (0.5 + 0.5 * whole) * enough).clamp(0.0, 1.0)
}

fn kind(outline: &Outline, metadata: &Metadata, mode: Mode, plan: &Plan) -> Kind {
    use SchemaType as T;
    let says = |kind| metadata.types.contains(kind);
    match () {
        () if mode == Mode::Page => Kind::Page,
        () if says(T::LiveBlog) => Kind::LiveBlog,
        () if says(T::Recipe) => Kind::Recipe,
        () if says(T::Forum) || says(T::Question) => Kind::Forum,
        () if says(T::Technical) => Kind::Documentation,
        () if says(T::Article) || says(T::News) || says(T::Blog) => Kind::Article,
        () if says(T::Product) => Kind::Product,
        () if looks_like_reference(outline, plan) => Kind::Documentation,
        () if says(T::Collection) => Kind::Listing,
        () => Kind::Article,
    }
}

/// Several code blocks among the text.
fn looks_like_reference(outline: &Outline, plan: &Plan) -> bool {
    let code = outline.blocks.iter().enumerate().filter(|(at, block)| {
        plan.keep.get(*at) == Some(&true)
            && outline.element(block.element).is_some_and(|element| element.tag == Tag::Pre)
    });
    code.count() >= 3
}

fn first_words(text: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    Some(plain_text::cap(line.trim(), EXCERPT))
}
