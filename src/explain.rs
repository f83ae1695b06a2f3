//! An explanation: what the core saw and decided, block by block, for people.

use std::fmt::Write;

use crate::assemble::{self, Decided};
use crate::clutter::Strength;
use crate::error::ExtractError;
use crate::measure::Measurer;
use crate::options::Options;
use crate::outline::{ElementId, Outline};

/// Says what the core saw in a page and what it decided about each block:
/// `+` kept, `-` removed, the score, words, link words, the path, marks.
///
/// # Errors
///
/// As [`extract`](crate::extract), but never `NoArticle`.
pub fn explain(html: &str, options: &Options) -> Result<String, ExtractError> {
    let mut measurer = Measurer::new(options);
    measurer.feed(html.as_bytes())?;
    let page = measurer.finish()?;
    let Decided { marks, metadata, scores, plan, judgement } = assemble::decide(&page, options, None);
    let mut out = String::new();
    let outline = &page.outline;
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{} elements, {} blocks; title {:?}, byline {:?}, published {:?}; {:?}, articleness {:.2}, promise {:.2}",
        outline.elements.len(),
        outline.blocks.len(),
        metadata.title.as_deref().unwrap_or_default(),
        metadata.byline.as_deref().unwrap_or_default(),
        metadata.published.as_deref().unwrap_or_default(),
        judgement.kind,
        judgement.articleness,
        plan.as_ref().map_or(0.0, |plan| plan.promise),
    );
    for (at, block) in outline.blocks.iter().enumerate() {
        let kept = plan.as_ref().is_some_and(|plan| plan.keep.get(at) == Some(&true));
        let removed = plan.as_ref().and_then(|plan| plan.removed.get(block.element as usize).copied().flatten());
        let mark = marks.block(at).or_else(|| outline.ancestors(block.element).find_map(|id| marks.mark(id)));
        let why = match (removed, mark) {
            (Some(why), _) => format!(" [{} {}]", why.reason.name(), why.rule),
            (None, Some(mark)) if mark.strength == Strength::Certain => {
                format!(" [{} {}]", mark.reason.name(), mark.rule)
            }
            (None, Some(mark)) => format!(" ({} {})", mark.reason.name(), mark.rule),
            (None, None) => String::new(),
        };
        let _ = writeln!(
            out,
            "{} {at:5} {:.2} {:5}w {:4}l {}{why}  {}",
            if kept { '+' } else { '-' },
            scores.of(at),
            block.text.words,
            block.text.link_words,
            path(outline, block.element),
            crate::removals::preview(&page.html, block.span),
        );
    }
    Ok(out)
}

/// The tags from the body down to an element.
fn path(outline: &Outline, id: ElementId) -> String {
    let mut tags: Vec<&str> = outline.around(id).map(|element| element.tag.name()).collect();
    tags.truncate(tags.len().saturating_sub(2).max(1));
    tags.reverse();
    tags.join(">")
}
