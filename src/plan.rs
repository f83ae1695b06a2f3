//! The plan: what is kept and what is removed, decided from numbers.
//!
//! The scorer says of each block how likely it is to be article. The plan makes
//! a whole of that: what is certainly clutter goes whatever its score ([`removed`]), a text of a book's length is one ([`book`]), a bar is set where it
//! promises most ([`bar`]), gaps are closed and strays dropped ([`smooth`]), and what stands in the page twice is kept once
//! ([`copies`]). It ends with the element of the page that has to be read again, and never sees HTML.

mod bar;
mod book;
mod copies;
mod removed;
mod smooth;

use crate::clutter::Marks;
use crate::options::Mode;
use crate::outline::{Block, Element, ElementId, NO_ELEMENT, Outline};
use crate::overrides::Verdicts;
use crate::score::Scores;
use crate::tag::Tag;

use bar::Bar;
use copies::drop_copies;
pub(crate) use removed::{Removed, Shown, Why};
use smooth::smooth;

/// What is kept and what is removed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// For each block, whether it is part of the article.
    pub(crate) keep: Vec<bool>,
    /// How many of the blocks before each are.
    kept: Vec<u32>,
    /// For each element, why it goes with all it holds.
    pub(crate) removed: Vec<Option<Why>>,
    /// The innermost element around all that is kept.
    pub(crate) root: ElementId,
    /// The word F1 that the scores promise, 0 to 1.
    pub(crate) promise: f32,
}

impl Plan {
    /// Whether any block from `first` up to `end` is part of the article.
    pub(crate) fn keeps_any(&self, first: u32, end: u32) -> bool {
        let before = |block: u32| self.kept.get(block as usize).or(self.kept.last()).copied().unwrap_or_default();
        before(first) < before(end)
    }
}

/// Scores that promise this much speak of an article in one piece.
const SURE: f32 = 0.9;

/// What a rule weighs and does not decide has to be this likely, however low the bar.
const DESPITE: f32 = 0.6;

/// With fewer words of article than this to be expected there is none, unless it is
const FEW_WORDS: f32 = 8.0;

/// this part of all that is there: a note may be short.
const SHORT: f32 = 0.25;

/// Decides. `None`: there is nothing to keep.
pub(crate) fn plan(
    outline: &Outline,
    marks: &Marks,
    removed: &Removed,
    scores: &Scores,
    mode: Mode,
    verdicts: &Verdicts,
) -> Option<Plan> {
    let mut removed = removed.elements.clone();
    verdicts.amend(outline, &mut removed);
    let mut gone = removed::blocks(outline, marks, &removed);
    for (at, slot) in gone.iter_mut().enumerate() {
        *slot |= verdicts.of_block(at) == Some(false);
    }
    let likely = |at: usize| if gone.get(at) == Some(&false) { scores.of(at) } else { -1.0 };
    let book = book::book(outline, marks, likely).unwrap_or_default();
    let of_book = |at: usize| outline.blocks.get(at).filter(|_| book.contains(&at)).map_or(0.0, book::likely);
    let likely = |at: usize| if likely(at) < 0.0 { likely(at) } else { likely(at).max(of_book(at)) };
    let bar = Bar::best(outline, likely);
    let mut keep = match mode {
        Mode::Article | Mode::Second => {
            // Whoever asks for what else there is wants to see it.
            let enough = mode == Mode::Second || bar.words >= FEW_WORDS || bar.share >= SHORT;
            let least = |at: usize| if marks.block(at).is_some() { bar.score.max(DESPITE) } else { bar.score };
            let mut keep = (0..outline.blocks.len()).map(|at| enough && likely(at) >= least(at)).collect::<Vec<_>>();
            smooth(outline, marks, &mut keep, likely, bar.promise >= SURE);
            drop_copies(outline, &mut keep, &mut removed);
            // What the reader put back stays.
            verdicts.amend(outline, &mut removed);
            keep
        }
        Mode::Page => {
            outline.blocks.iter().zip(&gone).map(|(block, &gone)| !gone && is_content(outline, block.element)).collect()
        }
    };
    for (at, slot) in keep.iter_mut().enumerate() {
        let is_removed = |block: &Block| removed.get(block.element as usize).is_some_and(Option::is_some);
        if verdicts.of_block(at) == Some(true) && !outline.blocks.get(at).is_some_and(is_removed) {
            *slot = true;
        }
    }
    let kept = || outline.blocks.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(block, _)| block);
    let first = kept().next()?.element;
    let root = kept().skip(1).fold(first, |root, block| common_ancestor(outline, root, block.element));
    let root = climb(outline, root);
    outline.element(root)?;
    let kept = running(keep.iter().copied());
    Some(Plan { keep, kept, removed, root, promise: bar.promise })
}

/// How many are set before each place, and at last in all.
pub(crate) fn running(flags: impl Iterator<Item = bool>) -> Vec<u32> {
    let mut sum = 0_u32;
    let sums = flags.map(|set| {
        sum = sum.saturating_add(u32::from(set));
        sum
    });
    std::iter::once(0).chain(sums).collect()
}

/// What "the whole page" means: all that is not navigation or page furniture.
fn is_content(outline: &Outline, id: ElementId) -> bool {
    let is_furniture = |up: &Element| match up.tag {
        Tag::Nav | Tag::Button | Tag::Dialog | Tag::Search => true,
        // Further down they belong to a section or a post.
        Tag::Header | Tag::Footer => up.depth <= 4,
        _ => false,
    };
    !outline.around(id).any(is_furniture)
}

fn common_ancestor(outline: &Outline, one: ElementId, other: ElementId) -> ElementId {
    let (Some(a), Some(b)) = (outline.element(one), outline.element(other)) else { return NO_ELEMENT };
    let target = if a.start <= b.start { (one, b) } else { (other, a) };
    // The first ancestor of the earlier one that also holds the later one.
    outline
        .ancestors(target.0)
        .find(|&up| outline.element(up).is_some_and(|up| up.start <= target.1.start && target.1.end <= up.end))
        .unwrap_or(0)
}

/// A root whose content means the same without the root's own tag.
fn climb(outline: &Outline, root: ElementId) -> ElementId {
    let plain = |id: ElementId| {
        outline.element(id).is_none_or(|element| {
            matches!(
                element.tag,
                Tag::Div | Tag::Section | Tag::Article | Tag::Main | Tag::Body | Tag::Html | Tag::Center | Tag::Td
            ) && element.end > element.inner
        })
    };
    outline.ancestors(root).find(|&id| plain(id)).unwrap_or(0)
}
