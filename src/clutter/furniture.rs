//! Page furniture by shape: menus, breadcrumbs, topic bars, labels, author
//! boxes, comments, copyright lines.

use super::hints::ClassHints;
use super::reading::BlockWords;
use super::survey::{Survey, is_frame};
use super::wording::Label;
use super::{Mark, Marks, Strength};
use crate::article::Reason;
use crate::outline::{Block, Element, ElementId};
use crate::tag::Tag;

/// Marks lines and boxes that belong to the page and not to the article.
pub(super) fn mark(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    for (at, (block, said)) in survey.outline.blocks.iter().zip(words).enumerate() {
        if said.quoted {
            continue;
        }
        if let Some((reason, rule)) = label(survey, block, said) {
            marks.put_block(at, Mark { reason, rule, strength: Strength::Certain });
        }
    }
    for (id, element) in (0..).zip(&survey.outline.elements) {
        if is_frame(element.tag) {
            continue;
        }
        if let Some((reason, rule)) = furniture(survey, words, id, element) {
            marks.put(id, Mark { reason, rule, strength: Strength::Certain });
        }
    }
}

/// Lines that say themselves what they are.
fn label(survey: &Survey<'_>, block: &Block, words: &BlockWords) -> Option<(Reason, &'static str)> {
    let said = words.said;
    let text = block.text;
    if words.rules {
        return Some((Reason::CssInJs, "rules-in-text"));
    }
    match said.whole {
        Some(Label::Advert) => return Some((Reason::AdSlot, "ad-label")),
        Some(Label::Gallery) => return Some((Reason::GalleryLabel, "gallery-label")),
        Some(Label::Share) => return Some((Reason::ShareBar, "share-label")),
        Some(Label::Listen) => return Some((Reason::Widget, "listen-label")),
        Some(Label::Navigate) => return Some((Reason::Navigation, "page-control")),
        Some(Label::Support) => return Some((Reason::Donation, "support-label")),
        _ => {}
    }
    if said.begins == Some(Label::Topics) && text.words <= 60 && text.link_words * 2 >= text.words {
        return Some((Reason::Navigation, "topic-bar"));
    }
    let in_figure = survey.is_within(block.element, &[Tag::Figure, Tag::Figcaption]);
    let claims = said.copyright && text.words <= 50 && text.digits > 0;
    (claims && !in_figure).then_some((Reason::Copyright, "copyright-line"))
}

fn furniture(
    survey: &Survey<'_>,
    words: &[BlockWords],
    id: ElementId,
    element: &Element,
) -> Option<(Reason, &'static str)> {
    let hints = survey.hints_of(id);
    let total = survey.words_of(element);
    let parts = survey.parts_of(id);
    let nav = element.tag == Tag::Nav || hints.any(ClassHints::NAV);
    if hints.any(ClassHints::BREADCRUMB) && total.all <= 40 && parts.links > 0 && parts.headings == 0 {
        return Some((Reason::Navigation, "breadcrumb"));
    }
    if nav && total.all > 0 && parts.links >= 2 && total.linked_at_least(if element.tag == Tag::Nav { 60 } else { 80 })
    {
        return Some((Reason::Navigation, "menu"));
    }
    if hints.any(ClassHints::TAGS)
        && total.all > 0
        && total.all <= 40
        && total.linked_at_least(70)
        && parts.headings == 0
    {
        return Some((Reason::Navigation, "topic-bar"));
    }
    if hints.any(ClassHints::AD) && is_slot(survey, element, id) {
        return Some((Reason::AdSlot, "slot-name"));
    }
    if is_author_box(survey, words, id, element) {
        return Some((Reason::AuthorBox, "author-box"));
    }
    None
}

/// A named place for advertising that is empty or holds only a label.
fn is_slot(survey: &Survey<'_>, element: &Element, id: ElementId) -> bool {
    let words = survey.words_of(element);
    element.tag.is_block()
        && words.all <= 12
        && words.stops == 0
        && survey.parts_of(id).headings == 0
        && !survey.is_within(id, &[Tag::Pre, Tag::Code, Tag::P, Tag::Figure])
}

/// A box about the author, after the text.
fn is_author_box(survey: &Survey<'_>, words: &[BlockWords], id: ElementId, element: &Element) -> bool {
    let total = survey.words_of(element);
    if total.all < 8 || total.all > 150 || !element.tag.is_block() {
        return false;
    }
    let labelled = survey
        .blocks_of(element)
        .take(2)
        .any(|(at, _)| words.get(at).is_some_and(|words| words.said.whole == Some(Label::Author)));
    let named = survey.hints_of(id).any(ClassHints::AUTHOR);
    if !labelled && !named {
        return false;
    }
    let before = survey.words_between(0, element.first_block).plain();
    let page = survey.page_words().plain();
    before >= 150 && before * 100 >= page * 40
}
