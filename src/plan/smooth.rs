//! Smoothing: an article is a whole.
//!
//! Scores are given block by block. A paragraph between two that are kept belongs to them; a line far from
//! everything does not; a heading goes with the text below it, a caption with its figure.

use crate::clutter::{ClassHints, Marks};
use crate::outline::{Block, ElementId, Outline};
use crate::prose::is_prose;
use crate::tag::Tag;

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

/// A heading right above kept text is kept if it is at least this likely.
const HEADING: f32 = 0.1;

/// A removed block of this many words parts a heading from the text below.
const PARTING: u32 = 12;

/// How far apart neighbours may be.
const REACH: usize = 3;

/// Makes a whole of the blocks that reached the bar. `likely` gives a block's score, below 0 for what is gone.
/// Lone lines are strays only where the article is `sure`: a listing is made of lone lines.
pub(super) fn smooth(
    outline: &Outline,
    marks: &Marks,
    keep: &mut [bool],
    likely: impl Fn(usize) -> f32 + Copy,
    sure: bool,
) {
    complete(outline, marks, keep, likely);
    fill_gaps(outline, keep, likely);
    // A quotation of which a gap was part is whole with its source.
    complete(outline, marks, keep, likely);
    if sure {
        drop_strays(outline, keep, likely);
    }
    // A caption that stays parts no heading from its text.
    keep_captions(outline, keep, likely);
    keep_headings(outline, keep, likely);
    drop_buttons(outline, keep, likely);
}

/// Elements that are kept as a whole or not at all, with the part of their words that has to be kept, and the mean
/// likelihood that does instead where kept text stands on both sides.
const UNITS: &[(&[Tag], f32, f32)] = &[
    (&[Tag::Table, Tag::Dl, Tag::Blockquote], 0.5, 0.25),
    (&[Tag::Ul, Tag::Ol], 0.5, 0.4),
    // A section at the end of what is otherwise all article: thanks, notes, a table of facts.
    (&[Tag::Article, Tag::Main, Tag::Section, Tag::Div, Tag::Body], 0.94, 1.0),
];

/// A recipe is whole if this part of it is kept: its times, servings and nutrition are what a cook looks for.
const RECIPE: f32 = 0.5;

/// What is completed must be at least this likely: in a unit or a recipe, and in a part of the page, where it must be prose too.
const IN_UNIT: f32 = 0.05;
const IN_PART: f32 = 0.2;

/// Completes what is kept for the most part. From the innermost element outwards, so that a list is whole
/// before it is asked whether its section is.
fn complete(outline: &Outline, marks: &Marks, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    for (id, element) in outline.elements.iter().enumerate().rev() {
        let range = element.first_block as usize..element.end_block as usize;
        let unit = UNITS.iter().find(|(tags, ..)| tags.contains(&element.tag));
        let Some((tags, part, mean)) = unit.filter(|_| range.len() > 1 && !element.hidden) else { continue };
        let is_recipe = u32::try_from(id).is_ok_and(|id| marks.hints(id).any(ClassHints::RECIPE));
        let part = if is_recipe { RECIPE } else { *part };
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
        let is_part = tags.contains(&Tag::Div) && !is_recipe;
        let least = if is_part { IN_PART } else { IN_UNIT };
        for at in range {
            if likely(at) >= least
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
        let mut around = outline.ancestors(block.element).take(2).filter_map(|id| outline.element(id));
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
fn keep_headings(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    let words = |at: usize| outline.blocks.get(at).map_or(0, |block| block.text.words);
    let mut text_below = false;
    for at in (0..keep.len()).rev() {
        let is_heading = heading_level(outline, at).is_some();
        match keep.get_mut(at) {
            Some(slot) if is_heading && text_below && likely(at) >= HEADING => *slot = true,
            // A control or two between a heading and its text part nothing.
            Some(slot) if !is_heading && (*slot || words(at) >= PARTING) => text_below = *slot,
            _ => {}
        }
    }
    // A heading above the whole article would be its title or its section's.
    if let Some(first) = (0..keep.len()).find(|&at| keep.get(at) == Some(&true))
        && heading_level(outline, first) == Some(1)
        && let Some(slot) = keep.get_mut(first)
    {
        *slot = likely(first) >= KEEP;
    }
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
    let up = |id: ElementId| outline.element(id);
    let figure = outline.ancestors(caption.element).find_map(|id| up(id).filter(|element| element.tag == Tag::Figure));
    let Some(around) = figure.and_then(|figure| up(figure.parent)).filter(|around| around.tag != Tag::Body) else {
        return false;
    };
    let before = |block: u32| kept_words.get(block as usize).copied().unwrap_or_default();
    let within = before(around.end_block).saturating_sub(before(around.first_block));
    let all = kept_words.last().copied().unwrap_or_default();
    within > 0 && within.saturating_mul(2) >= all
}

/// Whether a block is the caption of a figure, or part of one.
fn is_caption(outline: &Outline, block: &Block) -> bool {
    outline.ancestors(block.element).take(4).filter_map(|id| outline.element(id)).any(|up| up.tag == Tag::Figcaption)
}

/// The level of the heading that a block is, if it is one.
fn heading_level(outline: &Outline, at: usize) -> Option<u8> {
    let block = outline.blocks.get(at)?;
    outline.ancestors(block.element).filter_map(|id| outline.element(id)).take(2).find_map(|up| up.tag.heading_level())
}
