//! Share bars by shape: short runs of links to share pages.

use super::hints::ClassHints;
use super::shapes;
use super::survey::{Survey, is_frame};
use super::{Mark, Marks, Strength};
use crate::tag::Tag;

/// Words of the largest share bar.
const LARGEST: u32 = 40;

/// Marks share and follow bars.
pub(super) fn mark(survey: &Survey<'_>, marks: &mut Marks) {
    let calls = ClassHints::SHARE.with(ClassHints::FOLLOW);
    if survey.page_parts().shares == 0 && survey.named(calls).next().is_none() {
        return;
    }
    let mut past = 0;
    for (id, element) in (0..).zip(&survey.outline.elements) {
        if id < past || is_frame(element.tag) {
            continue;
        }
        let called = survey.hints_of(id).any(calls);
        if !(called || survey.shares_in(id)) {
            continue;
        }
        let words = survey.words_of(element);
        if words.all > LARGEST {
            continue;
        }
        let parts = survey.parts_of(id);
        let linked = parts.shares > 0
            && parts.shares * 2 >= parts.links
            && words.all <= LARGEST.min(6 + 8 * parts.shares)
            && words.stops <= 2
            && parts.headings == 0;
        let named = called
            && parts.links + parts.controls > 0
            && words.all <= 25
            && words.plain() <= 4
            && words.stops == 0
            && parts.headings == 0
            && parts.media <= 8
            && !matches!(element.tag, Tag::A | Tag::Img | Tag::Figure | Tag::Blockquote)
            && element.tag.heading_level().is_none();
        let shape = if linked {
            shapes::SHARE_LINKS
        } else if named {
            shapes::SHARE_NAME
        } else {
            continue;
        };
        marks.put(id, Mark::of(shape, Strength::Certain));
        past = element.next;
    }
}
