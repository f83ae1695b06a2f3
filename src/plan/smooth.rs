//! Smoothing: an article is a whole.
//!
//! Scores are given block by block. A paragraph between two that are kept belongs to them; a line far from
//! everything does not; a heading goes with the text below it, a caption with its figure.

use crate::clutter::{ClassHints, Marks};
use crate::outline::{Block, ElementId, Outline};
use crate::prose::is_prose;
use crate::tag::Tag;

use super::running;

/// Blocks as likely as this are kept.
const KEEP: f32 = 0.5;

/// A block between two kept ones is kept if it is at least this likely.
const FILL: f32 = 0.3;

/// A paragraph right after a kept one, in the same container, is kept if it is at least this likely.
const NEXT: f32 = 0.25;

/// The time of an update or a post belongs to it, whatever stands beside it.
const FILL_TIME: f32 = 0.15;

/// A block without kept neighbours must be this likely.
const ALONE: f32 = 0.75;

/// A heading right above kept text is kept if it is at least this likely: of the rest, four of five are not its own.
const HEADING: f32 = 0.3;

/// The same where the text below is this sure to be article, or is prose and so many headings of the same level are kept.
const HEADING_OF_TEXT: f32 = 0.1;
const SURE_TEXT: f32 = 0.8;
const MANY: u32 = 2;

/// A removed block of this many words parts a heading from the text below.
const PARTING: u32 = 12;

/// How far apart neighbours may be.
const REACH: usize = 3;

/// Makes a whole of the blocks that reached the bar. `likely` gives a block's score, below 0 for what is gone.
/// Lone lines are strays, and a heading on top is none of its own, only where the article is `sure`: a listing is made of lone
/// lines under headings.
pub(super) fn smooth(
    outline: &Outline,
    marks: &Marks,
    keep: &mut [bool],
    likely: impl Fn(usize) -> f32 + Copy,
    sure: bool,
) {
    // What asks for something completes nothing.
    let fills = |at: usize| if marks.block(at).is_some() { likely(at).min(0.0) } else { likely(at) };
    complete(outline, marks, keep, fills);
    fill_gaps(outline, keep, fills);
    // A quotation of which a gap was part is whole with its source.
    complete(outline, marks, keep, fills);
    if sure {
        drop_strays(outline, keep, likely);
    }
    // A caption that stays parts no heading from its text.
    keep_captions(outline, keep, likely);
    keep_headings(outline, keep, fills, sure);
    drop_buttons(outline, keep, likely);
}

/// Elements that are kept as a whole or not at all.
struct Unit {
    tags: &'static [Tag],
    /// The part of their words that has to be kept,
    part: f32,
    /// and the mean likelihood that does instead where kept text stands on both sides.
    mean: f32,
    /// What is completed must be at least this likely.
    least: f32,
}

const UNITS: &[Unit] = &[
    // The source of a quotation looks like a byline.
    Unit { tags: &[Tag::Blockquote], part: 0.5, mean: 0.25, least: LEAST },
    // The specimen of a form has its name in a legend.
    Unit { tags: &[Tag::Fieldset], part: 0.5, mean: 0.5, least: 0.1 },
    Unit { tags: &[Tag::Table, Tag::Dl], part: 0.5, mean: 0.25, least: 0.1 },
    // Among the items of a list a prompt may stand.
    Unit { tags: &[Tag::Ul, Tag::Ol], part: 0.5, mean: 0.4, least: 0.3 },
    // A section at the end of what is otherwise all article, in prose: thanks, notes.
    Unit { tags: PARTS, part: 0.94, mean: 1.0, least: LEAST_OF_PARTS },
];

/// No unit asks less of a block that it would complete.
const LEAST: f32 = 0.02;

/// What parts ask of it.
const LEAST_OF_PARTS: f32 = 0.2;

/// Parts of a page: of these only what is prose is completed.
const PARTS: &[Tag] = &[Tag::Article, Tag::Main, Tag::Section, Tag::Div, Tag::Body];

/// A recipe is whole if half of it is kept: its times, servings and nutrition are what a cook looks for.
const RECIPE: Unit = Unit { tags: PARTS, part: 0.5, mean: 1.0, least: 0.1 };

/// Completes what is kept for the most part. From the innermost element outwards, so that a list is whole
/// before it is asked whether its section is.
fn complete(outline: &Outline, marks: &Marks, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    // What is left out and likely enough for some unit: most containers hold none, and need not be gone through.
    let open = |at: usize, least: f32| keep.get(at) == Some(&false) && likely(at) >= least;
    let prose = |(at, block): (usize, &Block)| open(at, LEAST_OF_PARTS) && is_prose(block);
    let prose = running(outline.blocks.iter().enumerate().map(prose));
    let any = running((0..keep.len()).map(|at| open(at, LEAST)));
    for (id, element) in outline.elements.iter().enumerate().rev() {
        let range = element.first_block as usize..element.end_block as usize;
        let unit = UNITS.iter().find(|unit| unit.tags.contains(&element.tag));
        let Some(unit) = unit.filter(|_| range.len() > 1 && !element.hidden) else { continue };
        let is_recipe = u32::try_from(id).is_ok_and(|id| marks.hints(id).any(ClassHints::RECIPE));
        let is_part = PARTS.contains(&element.tag) && !is_recipe;
        let sums = if is_part { &prose } else { &any };
        if sums.get(range.start) == sums.get(range.end) {
            continue;
        }
        let Unit { part, mean, least, .. } = if is_recipe { &RECIPE } else { unit };
        let (mut kept, mut chance, mut all) = (0.0_f32, 0.0_f32, 0.0_f32);
        for at in range.clone().filter(|&at| likely(at) >= 0.0) {
            let words = outline.blocks.get(at).map_or(0.0, |block| block.text.words as f32);
            all += words;
            chance += words * likely(at);
            kept += if keep.get(at) == Some(&true) { words } else { 0.0 };
        }
        let kept_at = |at: Option<usize>| at.is_some_and(|at| keep.get(at) == Some(&true));
        let among = kept_at(range.start.checked_sub(1)) && kept_at(Some(range.end));
        if all <= 0.0 || kept < part * all && !(among && chance >= mean * all) {
            continue;
        }
        for at in range {
            if likely(at) >= *least
                && (!is_part || outline.blocks.get(at).is_some_and(is_prose))
                && let Some(slot) = keep.get_mut(at)
            {
                *slot = true;
            }
        }
    }
}

/// Drops what stands on buttons and is not surely text: "Toggle word wrap". Questions that open their answers are
/// headings, and stay.
fn drop_buttons(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    for (at, block) in outline.blocks.iter().enumerate() {
        let mut around = outline.around(block.element).take(2);
        if likely(at) < ALONE
            && around.any(|element| element.tag == Tag::Button)
            && heading_level(outline, at).is_none()
            && let Some(slot) = keep.get_mut(at)
        {
            *slot = false;
        }
    }
}

/// Keeps what stands between two kept blocks and might well belong.
fn fill_gaps(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    for at in 1..keep.len().saturating_sub(1) {
        let after = keep.get(at + 1) == Some(&true);
        let between = after && keep.get(at - 1) == Some(&true);
        let belongs = between && likely(at) >= FILL
            || after && likely(at) >= FILL_TIME && tells_time(outline, at)
            || keep.get(at - 1) == Some(&true) && likely(at) >= NEXT && goes_on(outline, at);
        if belongs && let Some(slot) = keep.get_mut(at) {
            *slot = true;
        }
    }
}

/// Whether a block is the next paragraph of the text that the block before it is part of.
fn goes_on(outline: &Outline, at: usize) -> bool {
    let paragraph = |at: usize| {
        let block = outline.blocks.get(at)?;
        let element = outline.element(block.element).filter(|element| element.tag == Tag::P)?;
        is_prose(block).then_some(element.parent)
    };
    at > 0 && paragraph(at).is_some() && paragraph(at) == paragraph(at - 1)
}

/// How many elements a time may be wrapped in or follow.
const INLINES: u32 = 8;

/// Whether a block is the time of what follows.
fn tells_time(outline: &Outline, at: usize) -> bool {
    let Some(block) = outline.blocks.get(at) else { return false };
    let is_time = |id: ElementId| outline.element(id).is_some_and(|element| element.tag == Tag::Time);
    let overlaps = |id: ElementId| {
        outline.element(id).is_some_and(|time| block.span.start < time.end && time.start < block.span.end)
    };
    // The block's own inline elements; a block so short has few.
    let own = block.element..block.element.saturating_add(INLINES);
    block.text.words <= 6 && own.into_iter().any(|id| is_time(id) && overlaps(id))
}

/// Drops short blocks with nothing kept around them: a lone teaser.
fn drop_strays(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    let before = keep.to_vec();
    for (at, block) in outline.blocks.iter().enumerate() {
        // The lead picture may stand above title, byline and share bar: its caption is alone there.
        if before.get(at) != Some(&true) || block.text.words >= 30 || likely(at) >= ALONE || is_caption(outline, block)
        {
            continue;
        }
        let around = within_reach(&before, at).filter(|keep| *keep).count();
        if around <= 1
            && let Some(slot) = keep.get_mut(at)
        {
            *slot = false;
        }
    }
}

/// Keeps headings of kept text: a heading belongs to what stands under it.
fn keep_headings(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32, sure: bool) {
    let words = |at: usize| outline.blocks.get(at).map_or(0, |block| block.text.words);
    let levels = levels_kept(outline, keep);
    // The text right below, if it is kept.
    let mut below: Option<usize> = None;
    for at in (0..keep.len()).rev() {
        let level = heading_level(outline, at);
        match (keep.get_mut(at), level) {
            (Some(slot), Some(level)) => {
                let is_one_of_many = levels.get(usize::from(level)).is_some_and(|&kept| kept >= MANY);
                let is_sure = |text: usize| {
                    likely(text) >= SURE_TEXT || is_one_of_many && outline.blocks.get(text).is_some_and(is_prose)
                };
                let least = below.map(|text| if is_sure(text) { HEADING_OF_TEXT } else { HEADING });
                *slot |= least.is_some_and(|least| likely(at) >= least);
            }
            // A control or two between a heading and its text part nothing.
            (Some(slot), None) if *slot || words(at) >= PARTING => below = slot.then_some(at),
            _ => {}
        }
    }
    // A heading above the whole article would be its title, its section's or its date.
    if let Some(first) = (0..keep.len()).find(|&at| keep.get(at) == Some(&true))
        && heading_level(outline, first).is_some_and(|level| level == 1 || sure)
        && let Some(slot) = keep.get_mut(first)
    {
        *slot = likely(first) >= KEEP;
    }
}

/// How many headings of each level are kept.
fn levels_kept(outline: &Outline, keep: &[bool]) -> [u32; 7] {
    let mut levels = [0; 7];
    for level in (0..keep.len()).filter(|&at| keep.get(at) == Some(&true)).filter_map(|at| heading_level(outline, at)) {
        if let Some(kept) = levels.get_mut(usize::from(level)) {
            *kept += 1;
        }
    }
    levels
}

/// Keeps captions of figures that stand among kept text.
fn keep_captions(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    let before = keep.to_vec();
    // Kept words before each block, so that any container costs two look-ups.
    let mut kept_words = vec![0_u32];
    let mut sum = 0_u32;
    for (block, keep) in outline.blocks.iter().zip(&before) {
        sum = sum.saturating_add(if *keep { block.text.words } else { 0 });
        kept_words.push(sum);
    }
    for (at, block) in outline.blocks.iter().enumerate() {
        if before.get(at) != Some(&false) || !is_caption(outline, block) || likely(at) < 0.0 {
            continue;
        }
        let near = within_reach(&before, at).any(|keep| keep);
        if let Some(slot) = keep.get_mut(at) {
            *slot = near || stands_beside_the_text(outline, &kept_words, block);
        }
    }
}

/// What is decided of a block and its neighbours.
fn within_reach(keep: &[bool], at: usize) -> impl Iterator<Item = bool> {
    keep.iter().copied().take(at + REACH + 1).skip(at.saturating_sub(REACH))
}

/// Whether the figure of a caption is in one container with most of what is kept: a lead picture, with title, byline
/// and controls between it and the text.
fn stands_beside_the_text(outline: &Outline, kept_words: &[u32], caption: &Block) -> bool {
    let figure = outline.around(caption.element).find(|up| up.tag == Tag::Figure);
    let Some(around) =
        figure.and_then(|figure| outline.element(figure.parent)).filter(|around| around.tag != Tag::Body)
    else {
        return false;
    };
    let before = |block: u32| kept_words.get(block as usize).copied().unwrap_or_default();
    let within = before(around.end_block).saturating_sub(before(around.first_block));
    let all = kept_words.last().copied().unwrap_or_default();
    within > 0 && within.saturating_mul(2) >= all
}

/// Whether a block is the caption of a figure, or part of one.
fn is_caption(outline: &Outline, block: &Block) -> bool {
    outline.around(block.element).take(4).any(|up| up.tag == Tag::Figcaption)
}

/// The level of the heading that a block is, if it is one.
fn heading_level(outline: &Outline, at: usize) -> Option<u8> {
    let block = outline.blocks.get(at)?;
    outline.around(block.element).take(2).find_map(|up| up.tag.heading_level())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clutter;
    use crate::measure::Measurer;
    use crate::options::Options;

    const TEXT: &str =
        "The ferry left the quay at six, as it had on every morning of that winter, with eleven crates on its deck.";

    /// Scores stand in the page: `<p s=0.9>`. What has none is surely article.
    #[track_caller]
    fn keeps(page: &str, wanted: &[bool]) {
        let page = page.replace("{text}", TEXT);
        let mut measurer = Measurer::new(&Options::default());
        measurer.feed(page.as_bytes()).expect("small enough");
        let outline = measurer.finish().expect("parses").outline;
        let marks = clutter::mark(page.as_bytes(), &outline);
        let score = |at: usize| {
            let element = outline.blocks.get(at).and_then(|block| outline.element(block.element));
            let tag = element.and_then(|element| page.get(element.start as usize..)?.split('>').next());
            tag.and_then(|tag| tag.split_once(" s=")).map_or(0.99, |(_, score)| score.parse().expect("a score"))
        };
        let mut keep: Vec<bool> = (0..outline.blocks.len()).map(|at| score(at) >= 0.5).collect();
        smooth(&outline, &marks, &mut keep, score, true);
        assert_eq!(keep, wanted, "{page}");
    }

    #[test]
    fn a_gap_is_filled_by_what_may_belong_and_asks_for_nothing() {
        keeps("<p>{text}</p><p s=0.32>The crates were grey.</p><p>{text}</p>", &[true; 3]);
        keeps("<p>{text}</p><p s=0.32>Delivered straight to your inbox.</p><p>{text}</p>", &[true, false, true]);
    }

    #[test]
    fn a_heading_goes_with_sure_text() {
        keeps("<p>{text}</p><h2 s=0.15>Afterwards</h2><p>{text}</p>", &[true; 3]);
        keeps("<p>{text}</p><h2 s=0.15>Afterwards</h2><p s=0.6>{text}</p>", &[true, false, true]);
        keeps("<p>{text}</p><h2 s=0.35>Afterwards</h2><p s=0.6>{text}</p>", &[true; 3]);
    }

    #[test]
    fn a_heading_like_others_goes_with_prose() {
        let others = "<h2>The quay</h2><p>{text}</p><h2>The crates</h2><p>{text}</p>";
        let kept = [true; 5];
        keeps(
            &format!("<p>{{text}}</p>{others}<h2 s=0.15>Afterwards</h2><p s=0.6>{{text}}</p>"),
            &[&kept[..], &[true; 2]].concat(),
        );
        keeps(
            &format!("<p>{{text}}</p>{others}<h2 s=0.15>Our tours</h2><p s=0.6>Ferry to the lamp</p>"),
            &[&kept[..], &[false, true]].concat(),
        );
    }

    #[test]
    fn a_heading_on_top_of_an_article_is_sure_or_not_its_own() {
        keeps("<h2 s=0.4>May 6</h2><p>{text}</p>", &[false, true]);
        keeps("<h2 s=0.6>The quay</h2><p>{text}</p>", &[true; 2]);
    }

    #[test]
    fn a_list_is_completed_without_its_prompts_and_a_quotation_with_its_source() {
        let list =
            |score| format!("<p>{{text}}</p><ul><li>{{text}}</li><li s={score}>See the list</li></ul><p>{{text}}</p>");
        keeps(&list(0.35), &[true; 4]);
        keeps(&list(0.2), &[true, true, false, true]);
        keeps("<blockquote><p>{text}</p><p s=0.06>A keeper</p></blockquote><p>{text}</p>", &[true; 3]);
    }
}
