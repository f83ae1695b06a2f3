//! Removed: what goes whatever its score.
//!
//! What the page does not show, what is certainly clutter, and what the reader shows at its own head: title, byline
//! and date. Each with the reason that the reader is told.

use crate::article::Reason;
use crate::clutter::{Marks, Strength};
use crate::outline::{Block, ElementId, Outline};
use crate::tag::Tag;

/// An element that shows a title, byline or date has no more words than this.
const LONGEST_FACT: u32 = 60;

/// Blocks between the title and what states authors and dates.
const BY_TITLE: u32 = 12;

/// Why an element was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Why {
    pub(crate) reason: Reason,
    pub(crate) rule: &'static str,
}

/// Elements that show what the reader shows elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    pub(crate) title: Option<ElementId>,
    pub(crate) bylines: Vec<ElementId>,
    pub(crate) dates: Vec<ElementId>,
}

/// What goes before anything is scored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Removed {
    /// For each element, why it goes with all it holds.
    pub(crate) elements: Vec<Option<Why>>,
    /// For each block, whether it goes.
    pub(crate) blocks: Vec<bool>,
}

impl Removed {
    pub(crate) fn new(outline: &Outline, marks: &Marks, shown: &Shown) -> Self {
        let elements = removals(outline, marks, shown);
        let blocks = blocks(outline, marks, &elements);
        Self { elements, blocks }
    }
}

/// For each block, whether it goes: with its element, or by itself.
pub(super) fn blocks(outline: &Outline, marks: &Marks, elements: &[Option<Why>]) -> Vec<bool> {
    let goes = |(at, block): (usize, &Block)| {
        elements.get(block.element as usize).is_some_and(Option::is_some)
            || marks.block(at).is_some_and(|mark| mark.strength == Strength::Certain)
            || is_gutter(outline, block)
    };
    outline.blocks.iter().enumerate().map(goes).collect()
}

/// Line numbers beside code: nothing but digits, one a line.
fn is_gutter(outline: &Outline, block: &Block) -> bool {
    let text = block.text;
    text.words >= 2
        && text.digits.saturating_add(text.words).saturating_sub(1) == text.chars
        && outline.around(block.element).take(3).any(|up| up.tag == Tag::Pre)
}

/// For each element, why it goes; inherited by all it holds.
fn removals(outline: &Outline, marks: &Marks, shown: &Shown) -> Vec<Option<Why>> {
    let mut removed: Vec<Option<Why>> = Vec::with_capacity(outline.elements.len());
    // What shows a fact is short; a page may name its whole body "byline".
    let is_short = |id: ElementId| {
        let blocks = outline.element(id).map(|element| outline.blocks_of(element)).unwrap_or_default();
        blocks.iter().map(|block| block.text.words).fold(0, u32::saturating_add) <= LONGEST_FACT
    };
    // A date that stands loose in the article does not make the article a date.
    let is_whole = |id: ElementId| {
        outline
            .element(id)
            .is_some_and(|element| matches!(element.tag, Tag::Article | Tag::Main | Tag::Body | Tag::Html))
    };
    // Facts stand by the title; further down, a time is part of the text.
    let title = shown.title.and_then(|id| outline.element(id)).map(|element| element.first_block);
    let by_title = |id: ElementId| {
        let Some(element) = outline.element(id) else { return false };
        title.is_none_or(|title| element.first_block.abs_diff(title) <= BY_TITLE)
    };
    let states =
        |facts: &[ElementId], id: ElementId| facts.contains(&id) && !is_whole(id) && is_short(id) && by_title(id);
    for (id, element) in (0_u32..).zip(&outline.elements) {
        let above = removed.get(element.parent as usize).copied().flatten();
        let own = if element.hidden {
            Some(Why { reason: Reason::Hidden, rule: "not-rendered" })
        } else if states(shown.title.as_slice(), id) {
            Some(Why { reason: Reason::Metadata, rule: "title" })
        } else if states(&shown.bylines, id) {
            Some(Why { reason: Reason::Metadata, rule: "byline" })
        } else if states(&shown.dates, id) {
            Some(Why { reason: Reason::Metadata, rule: "date" })
        } else {
            marks
                .mark(id)
                .filter(|mark| mark.strength == Strength::Certain)
                .map(|mark| Why { reason: mark.reason, rule: mark.rule })
        };
        removed.push(above.or(own));
    }
    removed
}
