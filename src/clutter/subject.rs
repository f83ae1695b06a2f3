//! Subjects: words that clutter says too, where the text speaks of them.
//!
//! "Print" is a button on a share bar and a row of a price list; "Telegram" is a link, and a heading of a comparison;
//! "Reset your password" is a link below a log-in, and a step of a guide. What tells them apart is company: a cell, a term, a
//! heading with prose below, an item of a list of plain words.

use super::reading::BlockWords;
use super::survey::Survey;
use crate::outline::{Block, Element, ElementId};
use crate::tag::Tag;

/// Words of the shortest prose.
const PROSE: u32 = 8;

/// Whether the words of a block stand where they are spoken of.
pub(super) fn is_subject(survey: &Survey<'_>, words: &[BlockWords], at: usize, block: &Block) -> bool {
    survey.is_within(block.element, &[Tag::Dt, Tag::Dd, Tag::Td, Tag::Th, Tag::Figcaption])
        || is_heading_of_prose(survey, at, block)
        || is_plain_item(survey, words, at, block)
}

fn is_heading_of_prose(survey: &Survey<'_>, at: usize, block: &Block) -> bool {
    let Some(heading) = survey.element(block.element).filter(|holder| holder.tag.heading_level().is_some()) else {
        return false;
    };
    let below = survey.outline.blocks.get(at + 1).filter(|below| below.text.words >= PROSE && below.text.stops > 0);
    let holder = below.and_then(|below| survey.element(below.element));
    holder.is_some_and(|holder| holder.parent == heading.parent && holder.tag != Tag::A)
}

/// Whether a block is an item of a list, of words alone, next to another such item that says nothing of the kind.
fn is_plain_item(survey: &Survey<'_>, words: &[BlockWords], at: usize, block: &Block) -> bool {
    let Some(list) = list_of(survey, block) else { return false };
    [at.wrapping_sub(1), at + 1].into_iter().any(|beside| {
        let Some(other) = survey.outline.blocks.get(beside) else { return false };
        let speaks = words.get(beside).is_none_or(|words| words.said.speaks() || words.rules);
        !speaks && list_of(survey, other) == Some(list)
    })
}

/// The list of which a block is an item of words alone.
fn list_of(survey: &Survey<'_>, block: &Block) -> Option<ElementId> {
    let mut around = survey.containers(block.element);
    let (id, item) = around.find(|(_, element): &(ElementId, &Element)| element.tag == Tag::Li)?;
    let parts = survey.parts_of(id);
    let alone = item.end_block.saturating_sub(item.first_block) == 1;
    (block.links == 0 && alone && parts.links + parts.controls + parts.media == 0).then_some(item.parent)
}
