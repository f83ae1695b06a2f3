//! Where something stands, seen from the title.

use super::markup_words::SURROUNDING_STEMS;
use super::page::Page;
use crate::outline::{Attr, Element, ElementId};
use crate::tag::Tag;

/// 4 right at the title, 3 near it, 1 or 2 farther behind it, 0 before it.
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
/// the title does not count: a whole page may be `with-sidebar`.
pub(super) fn surrounds(page: &Page<'_>, id: ElementId, title: Option<ElementId>) -> bool {
    /// How far up is looked: what surrounds an article begins near the top of the page.
    const HIGHEST: usize = 48;
    let holds_title = |id: ElementId, element: &Element| title.is_some_and(|title| (id..element.next).contains(&title));
    let around = page.outline.ancestors(id).take(HIGHEST).filter_map(|id| Some((id, page.outline.element(id)?)));
    around.take_while(|&(id, element)| !holds_title(id, element) && element.tag != Tag::Body).any(|(_, element)| {
        matches!(element.tag, Tag::Nav | Tag::Aside | Tag::Footer)
            || [Attr::Class, Attr::Id].into_iter().any(|attr| {
                let value = page.outline.attr(page.html, element, attr).unwrap_or_default();
                SURROUNDING_STEMS.in_value(value)
            })
    })
}
