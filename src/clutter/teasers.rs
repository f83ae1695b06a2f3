//! Teasers of other pages: "Read more: …" inside the text, "Related articles" after it, cards that are "Sponsored".
//!
//! A teaser is a label and links. The label alone is not enough ("Related work"
//! is a section of a paper), and neither are links (a list of sources): it takes both.

use super::css_in_js;
use super::hints::ClassHints;
use super::reading::BlockWords;
use super::shapes;
use super::survey::{Survey, is_frame};
use super::wording::{Label, Opening};
use super::{Mark, Marks, Strength};
use crate::outline::{Attr, Block, Element, ElementId};
use crate::tag::Tag;

/// Names of boxes of teasers.
const TEASING: ClassHints = ClassHints::RELATED.with(ClassHints::POPULAR);
/// Words of the longest line that is one teaser.
const LONGEST_INSERT: u32 = 40;
/// Words of the largest section of teasers.
const LARGEST_SECTION: u32 = 600;

/// Marks teasers.
pub(super) fn mark(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    for (at, (block, said)) in survey.outline.blocks.iter().zip(words).enumerate() {
        if said.quoted {
            continue;
        }
        if said.said.whole == Some(Label::Related) {
            mark_section(survey, at, block, marks);
        }
        let heading = survey.element(block.element).is_some_and(|holder| holder.tag.heading_level().is_some());
        if let Some((Label::Insert, opening)) = said.said.begins
            && !heading
        {
            mark_insert(survey, at, block, opening, marks);
        }
    }
    mark_named(survey, marks);
    mark_cards(survey, words, marks);
}

/// Cards that are told from the teasers around them by a label alone: "Sponsored".
fn mark_cards(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    /// Words of the largest card.
    const LARGEST: u32 = 60;
    for (at, (block, said)) in survey.outline.blocks.iter().zip(words).enumerate() {
        if said.said.whole != Some(Label::Advert) || said.quoted {
            continue;
        }
        let at_edge = |element: &Element| at == element.first_block as usize || at + 1 == element.end_block as usize;
        let around = survey.containers(block.element).take_while(|(id, element)| {
            let parts = survey.parts_of(*id);
            survey.words_of(element).all <= LARGEST && parts.titles + parts.bodies == 0 && at_edge(element)
        });
        let is_card = |(id, element): &(ElementId, &Element)| {
            let words = survey.words_of(element);
            let rest = words.all.saturating_sub(block.text.words);
            rest > 0 && words.linked * 2 >= rest && words.stops <= 2 && survey.parts_of(*id).links > 0
        };
        if let Some((id, _)) = around.filter(is_card).last() {
            marks.put(id, Mark::of(shapes::SPONSORED_CARD, strength(survey)));
        }
    }
}

fn mark_insert(survey: &Survey<'_>, at: usize, block: &Block, opening: Opening, marks: &mut Marks) {
    let text = block.text;
    let labelled = opening == Opening::Colon || (opening == Opening::Phrase && text.link_words * 10 >= text.words * 7);
    if labelled && text.words <= LONGEST_INSERT && text.link_words * 2 >= text.words && text.stops <= 2 {
        marks.put_block(at, Mark::of(shapes::INSERT, strength(survey)));
    }
}

/// Where a page has no text of its own, teasers may be its content.
const fn strength(survey: &Survey<'_>) -> Strength {
    if survey.has_prose() { Strength::Certain } else { Strength::Likely }
}

/// A label over links: the largest box that the label opens and links fill.
fn mark_section(survey: &Survey<'_>, at: usize, block: &Block, marks: &mut Marks) {
    let mark = Mark::of(shapes::RELATED_SECTION, strength(survey));
    let mut found: Option<ElementId> = None;
    for (id, element) in survey.containers(block.element) {
        let words = survey.words_of(element);
        let opens = (element.first_block as usize..=element.first_block as usize + 1).contains(&at);
        if !opens || words.all > LARGEST_SECTION || element.tag == Tag::Article {
            break;
        }
        let rest = words.all.saturating_sub(block.text.words);
        let parts = survey.parts_of(id);
        if rest > 0 && parts.links > 0 && words.linked * 2 >= rest {
            found = Some(id);
        }
    }
    match found {
        Some(id) => marks.put(id, mark),
        None => mark_list_below(survey, at, block, marks, mark),
    }
}

/// A label and, as its next sibling, a list of links.
fn mark_list_below(survey: &Survey<'_>, at: usize, block: &Block, marks: &mut Marks, mark: Mark) {
    let Some(label) = survey.element(block.element) else { return };
    let Some(below) = survey.element(label.next) else { return };
    let words = survey.words_of(below);
    if below.parent == label.parent
        && below.first_block as usize == at + 1
        && words.all > 0
        && words.all <= LARGEST_SECTION
        && words.linked_at_least(60)
    {
        marks.put(label.next, mark);
        marks.put_block(at, mark);
    }
}

/// Words of names that say little by themselves: the id of "See also" has one, and of "Next steps".
const WEAK: &[&[u8]] = &[b"also", b"more", b"next"];

/// Whether the names in an attribute say that a box is one of teasers, some words left out.
fn is_named(survey: &Survey<'_>, element: &Element, attr: Attr, without: &[&[u8]]) -> bool {
    let mut found = false;
    let names = survey.outline.attr(survey.html, element, attr).unwrap_or_default();
    for name in names.split(u8::is_ascii_whitespace) {
        let mut hear = |word: &[u8]| found |= ClassHints::of_word(word).any(TEASING) && !without.contains(&word);
        css_in_js::split(name, &mut hear);
    }
    found
}

/// Whether a box has its name from a weak word of its id alone.
fn is_anchor(survey: &Survey<'_>, element: &Element) -> bool {
    is_named(survey, element, Attr::Id, &[])
        && !is_named(survey, element, Attr::Id, WEAK)
        && !is_named(survey, element, Attr::Class, &[])
}

/// Boxes of links that are named as teasers.
fn mark_named(survey: &Survey<'_>, marks: &mut Marks) {
    let mut past = 0;
    for (id, element) in survey.named(TEASING) {
        if id < past || is_frame(element.tag) {
            continue;
        }
        let words = survey.words_of(element);
        let parts = survey.parts_of(id);
        let several = parts.links >= 2 && words.all <= LARGEST_SECTION && words.linked_at_least(60);
        let one = parts.links == 1
            && matches!(element.tag, Tag::Aside | Tag::Div)
            && words.all <= LONGEST_INSERT
            && words.linked == words.all
            && is_named(survey, element, Attr::Class, WEAK);
        if words.all > 0 && (several || one) && !is_anchor(survey, element) {
            let mark = Mark::of(shapes::RELATED_NAME, strength(survey));
            marks.put(id, mark);
            past = element.next;
        }
    }
}
