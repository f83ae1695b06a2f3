//! Where something stands, seen from the title.

use super::markup_words::SURROUNDING_STEMS;
use super::page::Page;
use crate::outline::{Attr, Element, ElementId};
use crate::tag::Tag;

/// How far up is looked: what surrounds an article begins near the top of the page.
const HIGHEST: usize = 48;

/// 4 at the title or right behind it, 3 right before it, 2 and 1 farther behind, 0 farther before.
pub(super) fn nearness(block: u32, title: Option<u32>) -> u32 {
    let Some(title) = title else { return 0 };
    match block.checked_sub(title) {
        Some(0..=8) => 4,
        Some(9..=20) => 2,
        Some(_) => 1,
        None if title - block <= 4 => 3,
        None => 0,
    }
}

/// Whether an element is part of what surrounds an article. What also holds
/// the title does not count: a whole page may be `with-sidebar`, and the foot
/// of the article itself names its author.
pub(super) fn surrounds(page: &Page<'_>, id: ElementId, title: Option<ElementId>) -> bool {
    let holds_title = |id: ElementId, element: &Element| title.is_some_and(|title| (id..element.next).contains(&title));
    let mut in_footer = false;
    for around in page.outline.ancestors(id).take(HIGHEST) {
        let Some(element) = page.outline.element(around) else { break };
        if holds_title(around, element) || element.tag == Tag::Body {
            return in_footer && element.tag != Tag::Article;
        }
        in_footer |= element.tag == Tag::Footer;
        // A short `aside` is the line of the author or the date.
        let beside = element.tag == Tag::Nav || element.tag == Tag::Aside && around != id && !is_line(page, element);
        let surrounding = |attr| {
            let value = page.outline.attr(page.html, element, attr).unwrap_or_default();
            SURROUNDING_STEMS.in_value(value)
        };
        if beside || [Attr::Class, Attr::Id].into_iter().any(surrounding) {
            return true;
        }
    }
    in_footer
}

/// Whether an element holds no more than a line of facts.
fn is_line(page: &Page<'_>, element: &Element) -> bool {
    const LONGEST: u32 = 120;
    /// Of blocks, which may hold nothing but a sign.
    const MOST: usize = 120;
    let blocks = page.outline.blocks_of(element);
    // Asked of every line in an `aside` that may be all of the page.
    blocks.len() <= MOST && blocks.iter().map(|block| block.text.chars).fold(0, u32::saturating_add) <= LONGEST
}

/// Whether a teaser's heading stands between the title and a block: one that
/// is a link, or the second of two. A subtitle is neither.
pub(super) fn is_under_other_heading(page: &Page<'_>, block: u32, title: Option<ElementId>) -> bool {
    let elements = &page.outline.elements;
    let Some((title, block)) = title.zip(page.outline.blocks.get(block as usize)) else { return false };
    let behind = (title + 1..).zip(elements.iter().skip(title as usize + 1));
    let between = behind.take_while(|(_, element)| element.start < block.span.start);
    // Some have the name itself in a heading.
    let before = |element: &Element| element.end <= block.span.start;
    let headings =
        between.filter(|(_, element)| element.tag.heading_level().is_some() && !element.hidden && before(element));
    headings.enumerate().any(|(count, (id, heading))| count > 0 || is_link(page, id, heading))
}

/// Whether a heading is a link.
pub(super) fn is_link(page: &Page<'_>, id: ElementId, heading: &Element) -> bool {
    /// Elements looked at: a heading has few.
    const MOST: usize = 200;
    let inside = page.outline.elements.get(id as usize + 1..heading.next as usize).unwrap_or_default();
    let around = page.outline.element(heading.parent);
    inside.iter().take(MOST).chain(around).any(|element| element.tag == Tag::A)
}

/// Whether an element stands in one of these.
pub(super) fn is_inside(page: &Page<'_>, id: ElementId, tags: &[Tag]) -> bool {
    let mut around = page.outline.around(id).take(HIGHEST);
    around.any(|element| tags.contains(&element.tag))
}
