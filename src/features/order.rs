//! Order: what has been met before a block, in the order of the page.
//!
//! Pages have a grammar. After the share bar or the author's box come related
//! links and comments; below a heading that says "You may also like" come
//! teasers. The walk from the first block to the last remembers how long ago
//! each kind of mark was met, and which heading a block stands under.

use crate::article::Reason;
use crate::clutter::{ClassHints, Marks};
use crate::outline::{ElementId, NO_ELEMENT, Outline};
use crate::prose::is_prose;
use crate::tag::Tag;

use super::{Columns, flag};

/// Kinds of marks whose place matters to what follows.
const KINDS: [(&str, &[Reason]); 6] = [
    ("since.comments", &[Reason::Comments]),
    ("since.related", &[Reason::Related]),
    ("since.share", &[Reason::ShareBar]),
    ("since.author", &[Reason::AuthorBox, Reason::Metadata]),
    ("since.ask", &[Reason::Newsletter, Reason::Donation, Reason::Registration, Reason::Paywall, Reason::AppBanner]),
    ("since.foot", &[Reason::Copyright, Reason::Navigation, Reason::Consent]),
];

/// Longer ago than this is long ago.
const LONG_AGO: f32 = 99.0;

#[derive(Clone, Copy, Debug, Default)]
struct Before {
    /// Blocks since the last mark of each kind.
    since: [f32; KINDS.len()],
    /// Rank of the mark on this block or around it, 0 for none.
    kind: u8,
    heading_level: u8,
    blocks_under: u16,
    words_under: u32,
    heading_hints: ClassHints,
    heading_marked: bool,
    prose_blocks: u16,
    comments_begun: bool,
}

/// What came before each block of a page.
pub(super) struct Order {
    before: Vec<Before>,
    /// Prose blocks in the page.
    prose: u16,
}

impl Order {
    /// `reasons`: for each element, the reason of the mark on it or around it.
    pub(super) fn new(outline: &Outline, marks: &Marks, reasons: &[Option<Reason>]) -> Self {
        let mut before: Vec<Before> = Vec::with_capacity(outline.blocks.len());
        let mut now = Before { since: [LONG_AGO; KINDS.len()], ..Before::default() };
        for (at, block) in outline.blocks.iter().enumerate() {
            let own = marks.block(at).map(|mark| mark.reason);
            let reason = own.or_else(|| reasons.get(block.element as usize).copied().flatten());
            now.kind = 0;
            for (rank, ((_, reasons), since)) in (1_u8..).zip(KINDS.iter().zip(&mut now.since)) {
                *since = (*since + 1.0).min(LONG_AGO);
                if reason.is_some_and(|reason| reasons.contains(&reason)) {
                    *since = 0.0;
                    now.kind = rank;
                }
            }
            if reason.is_some() && now.kind == 0 {
                now.kind = 7;
            }
            now.comments_begun |=
                reason == Some(Reason::Comments) || marks.hints(block.element).any(ClassHints::COMMENT);
            if let Some((level, hints)) = heading(outline, marks, block.element) {
                now.heading_level = level;
                now.heading_hints = hints;
                now.heading_marked = reason.is_some();
                (now.blocks_under, now.words_under) = (0, 0);
            } else {
                now.blocks_under = now.blocks_under.saturating_add(1);
                now.words_under = now.words_under.saturating_add(block.text.words);
            }
            before.push(now);
            now.prose_blocks = now.prose_blocks.saturating_add(u16::from(is_prose(block)));
        }
        Self { before, prose: now.prose_blocks }
    }

    pub(super) fn write(&self, index: usize, out: &mut impl Columns) {
        let at = self.before.get(index).copied().unwrap_or_default();
        for ((name, _), since) in KINDS.iter().zip(at.since) {
            out.put(name, since);
        }
        out.put("mark.kind", f32::from(at.kind));
        out.put("under.level", f32::from(at.heading_level));
        out.put("under.blocks", f32::from(at.blocks_under));
        out.put("under.words", at.words_under as f32);
        out.put("under.marked", flag(at.heading_marked));
        let hinted =
            ClassHints::RELATED.with(ClassHints::POPULAR).with(ClassHints::COMMENT).with(ClassHints::NEWSLETTER);
        out.put("under.hinted", flag(at.heading_hints.any(hinted)));
        out.put("prose.before", f32::from(at.prose_blocks));
        out.put("prose.after", f32::from(self.prose.saturating_sub(at.prose_blocks)));
        out.put("comments_begun", flag(at.comments_begun));
    }
}

/// For each element, the reason of the mark on it or the nearest around it.
pub(super) fn inherited_reasons(outline: &Outline, marks: &Marks) -> Vec<Option<Reason>> {
    let mut reasons: Vec<Option<Reason>> = Vec::with_capacity(outline.elements.len());
    for (id, element) in (0_u32..).zip(&outline.elements) {
        let above = reasons.get(element.parent as usize).copied().flatten();
        reasons.push(marks.mark(id).map(|mark| mark.reason).or(above));
    }
    reasons
}

/// Level and hints of the heading that holds a block directly or one step up.
fn heading(outline: &Outline, marks: &Marks, id: ElementId) -> Option<(u8, ClassHints)> {
    let own = outline.element(id)?;
    let parent = if own.parent == NO_ELEMENT { None } else { outline.element(own.parent) };
    let level = own.tag.heading_level().or_else(|| parent.and_then(|parent| parent.tag.heading_level()));
    let summary = (own.tag == Tag::Summary).then_some(7);
    level.or(summary).map(|level| (level, marks.hints(id) | marks.hints(own.parent)))
}
