//! Contents: the list of an article's own headings, that the article begins with.
//!
//! The reader makes such a list itself. What stands under "Contents" may also be the
//! contents of a book, so it takes links that lead to places on the same page.

use super::reading::BlockWords;
use super::shapes;
use super::survey::Survey;
use super::wording::Label;
use super::{Mark, Marks, Strength};
use crate::outline::{Attr, Element, ElementId};
use crate::tag::Tag;

/// Words of the largest list of contents.
const LARGEST: u32 = 400;
/// Words of a label that says it all: "Table of contents", but not "Contents".
const TELLING: u32 = 2;

/// Marks lists of contents with their labels.
pub(super) fn mark(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    let mark = Mark::of(shapes::CONTENTS, Strength::Certain);
    for (at, (block, said)) in survey.outline.blocks.iter().zip(words).enumerate() {
        if said.said.whole != Some(Label::Contents) || said.quoted {
            continue;
        }
        let around = survey.containers(block.element).take_while(|(_, element)| {
            let opens = (element.first_block as usize..=element.first_block as usize + 1).contains(&at);
            opens && element.tag != Tag::Article && survey.words_of(element).all <= LARGEST
        });
        let mut list = around.filter(|(id, element)| is_list(survey, *id, element, block.text.words)).last();
        if list.is_none() {
            let below = survey.element(block.element).map_or(0, |label| label.next);
            list = survey
                .element(below)
                .map(|element| (below, element))
                .filter(|(id, element)| element.first_block as usize == at + 1 && is_list(survey, *id, element, 0));
        }
        if let Some((id, _)) = list {
            marks.put(id, mark);
        }
        if list.is_some() || block.text.words >= TELLING {
            marks.put_block(at, mark);
        }
    }
}

/// Whether an element is, but for `label` words, links to places on the page.
fn is_list(survey: &Survey<'_>, id: ElementId, element: &Element, label: u32) -> bool {
    let words = survey.words_of(element);
    let rest = words.all.saturating_sub(label);
    if words.all > LARGEST || rest == 0 || words.linked * 10 < rest * 8 || survey.parts_of(id).links < 2 {
        return false;
    }
    let inside = survey.outline.elements.get(id as usize..element.next as usize).unwrap_or_default();
    let mut links = inside.iter().filter(|element| element.tag == Tag::A);
    links.all(|link| {
        let href = survey.outline.attr(survey.html, link, Attr::Href).unwrap_or_default();
        href.is_empty() || href.contains(&b'#')
    })
}
