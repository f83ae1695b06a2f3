//! The plan: what is kept and what is removed, decided from numbers.
//!
//! The scorer says of each block how likely it is to be article. The plan makes
//! a whole of that: blocks marked as clutter go whatever their score, gaps are
//! closed, strays dropped, headings without text go. It ends with the range
//! of the page that has to be read again, and never sees HTML.

use crate::article::Reason;
use crate::clutter::{Marks, Strength};
use crate::options::Mode;
use crate::outline::{Block, Element, ElementId, NO_ELEMENT, Outline, Span};
use crate::overrides::Verdicts;
use crate::score::Scores;
use crate::tag::Tag;

/// Blocks as likely as this are kept.
const KEEP: f32 = 0.5;

/// A block between two kept ones is kept if it is at least this likely.
const FILL: f32 = 0.3;

/// The time of an update or a post belongs to it, whatever stands beside it.
const FILL_TIME: f32 = 0.15;

/// A block without kept neighbours must be this likely.
const ALONE: f32 = 0.75;

/// A heading right above kept text is kept if it is at least this likely.
const HEADING: f32 = 0.1;

/// A removed block of this many words parts a heading from the text below.
const PARTING: u32 = 12;

/// How far apart neighbours may be.
const REACH: usize = 3;

/// Where nothing reaches [`KEEP`], lower bars are tried in turn: losing an
/// article is worse than keeping a line too many.
const BARS: [f32; 4] = [KEEP, 0.3, 0.15, 0.05];

/// Fewer words than this are not an answer, unless the page has no more.
const FEW_WORDS: u32 = 25;

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

/// What is kept and what is removed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// For each block, whether it is part of the article.
    pub(crate) keep: Vec<bool>,
    /// For each block, whether it goes whatever its score.
    #[cfg(feature = "training")]
    pub(crate) gone: Vec<bool>,
    /// For each element, why it goes with all it holds.
    pub(crate) removed: Vec<Option<Why>>,
    /// The innermost element around all that is kept.
    pub(crate) root: ElementId,
    /// Where the root stands in the page.
    pub(crate) range: Span,
}

/// Elements that show what the reader shows elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    pub(crate) title: Option<ElementId>,
    pub(crate) bylines: Vec<ElementId>,
    pub(crate) dates: Vec<ElementId>,
}

/// Decides. `None`: the page has no text at all.
pub(crate) fn plan(
    outline: &Outline,
    marks: &Marks,
    shown: &Shown,
    scores: &Scores,
    mode: Mode,
    verdicts: &Verdicts,
) -> Option<Plan> {
    let mut removed = removals(outline, marks, shown);
    verdicts.amend(outline, &mut removed);
    let gone: Vec<bool> = outline
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            verdicts.of_block(at) == Some(false)
                || removed.get(block.element as usize).is_some_and(Option::is_some)
                || marks.block(at).is_some_and(|mark| mark.strength == Strength::Certain)
                || is_gutter(outline, block)
        })
        .collect();
    let mut keep = match mode {
        Mode::Article | Mode::Second => choose(outline, scores, &gone),
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
    let element = outline.element(root)?;
    let range = Span { start: element.start, end: element.end };
    Some(Plan {
        keep,
        #[cfg(feature = "training")]
        gone,
        removed,
        root,
        range,
    })
}

/// Line numbers beside code: nothing but digits, one a line.
fn is_gutter(outline: &Outline, block: &Block) -> bool {
    let text = block.text;
    text.words >= 2
        && text.digits.saturating_add(text.words).saturating_sub(1) == text.chars
        && outline.ancestors(block.element).take(3).filter_map(|id| outline.element(id)).any(|up| up.tag == Tag::Pre)
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

fn choose(outline: &Outline, scores: &Scores, gone: &[bool]) -> Vec<bool> {
    let likely = |at: usize| if gone.get(at) == Some(&false) { scores.of(at) } else { -1.0 };
    let words = |keep: &[bool]| -> u32 {
        outline.blocks.iter().zip(keep).filter(|(_, keep)| **keep).map(|(block, _)| block.text.words).sum()
    };
    let mut keep = Vec::new();
    for bar in BARS {
        keep = (0..outline.blocks.len()).map(|at| likely(at) >= bar).collect();
        if words(&keep) >= FEW_WORDS {
            break;
        }
    }
    fill_gaps(outline, &mut keep, likely);
    drop_strays(outline, &mut keep, likely);
    keep_headings(outline, &mut keep, likely);
    keep_captions(outline, &mut keep, likely);
    drop_bare_headings(outline, &mut keep);
    keep
}

/// Keeps what stands between two kept blocks and might well belong.
fn fill_gaps(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    for at in 1..keep.len().saturating_sub(1) {
        let after = keep.get(at + 1) == Some(&true);
        let between = after && keep.get(at - 1) == Some(&true);
        let belongs = between && likely(at) >= FILL || after && likely(at) >= FILL_TIME && tells_time(outline, at);
        if belongs && let Some(slot) = keep.get_mut(at) {
            *slot = true;
        }
    }
}

/// How many elements a time may be wrapped in or follow.
const INLINES: u32 = 8;

/// Whether a block is the time of what follows.
fn tells_time(outline: &Outline, at: usize) -> bool {
    let Some(block) = outline.blocks.get(at) else { return false };
    let is_time = |id: ElementId| outline.element(id).is_some_and(|element| element.tag == Tag::Time);
    let overlaps = |id: ElementId| {
        outline.element(id).is_some_and(|time| block.span.start < time.end && time.start < block.span.end)
    };
    // The block's own inline elements; a block so short has few.
    let own = block.element..block.element.saturating_add(INLINES);
    block.text.words <= 6 && own.into_iter().any(|id| is_time(id) && overlaps(id))
}

/// Drops short blocks with nothing kept around them: a lone teaser.
fn drop_strays(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    let before = keep.to_vec();
    for (at, block) in outline.blocks.iter().enumerate() {
        // The lead picture may stand above title, byline and share bar: its caption is alone there.
        if before.get(at) != Some(&true) || block.text.words >= 30 || likely(at) >= ALONE || is_caption(outline, block)
        {
            continue;
        }
        let around = within_reach(&before, at).filter(|keep| *keep).count();
        if around <= 1
            && let Some(slot) = keep.get_mut(at)
        {
            *slot = false;
        }
    }
}

/// Keeps headings of kept text: a heading belongs to what stands under it.
fn keep_headings(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    let words = |at: usize| outline.blocks.get(at).map_or(0, |block| block.text.words);
    let mut text_below = false;
    for at in (0..keep.len()).rev() {
        let is_heading = heading_level(outline, at).is_some();
        match keep.get_mut(at) {
            Some(slot) if is_heading && text_below && likely(at) >= HEADING => *slot = true,
            // A control or two between a heading and its text part nothing.
            Some(slot) if !is_heading && (*slot || words(at) >= PARTING) => text_below = *slot,
            _ => {}
        }
    }
    // A heading above the whole article would be its title or its section's.
    if let Some(first) = (0..keep.len()).find(|&at| keep.get(at) == Some(&true))
        && heading_level(outline, first) == Some(1)
        && let Some(slot) = keep.get_mut(first)
    {
        *slot = likely(first) >= KEEP;
    }
}

/// Keeps captions of figures that stand among kept text.
fn keep_captions(outline: &Outline, keep: &mut [bool], likely: impl Fn(usize) -> f32) {
    let before = keep.to_vec();
    // Kept words before each block, so that any container costs two look-ups.
    let mut kept_words = vec![0_u32];
    let mut sum = 0_u32;
    for (block, keep) in outline.blocks.iter().zip(&before) {
        sum = sum.saturating_add(if *keep { block.text.words } else { 0 });
        kept_words.push(sum);
    }
    for (at, block) in outline.blocks.iter().enumerate() {
        if before.get(at) != Some(&false) || !is_caption(outline, block) || likely(at) < 0.0 {
            continue;
        }
        let near = within_reach(&before, at).any(|keep| keep);
        if let Some(slot) = keep.get_mut(at) {
            *slot = near || stands_beside_the_text(outline, &kept_words, block);
        }
    }
}

/// What is decided of a block and its neighbours.
fn within_reach(keep: &[bool], at: usize) -> impl Iterator<Item = bool> {
    keep.iter().copied().take(at + REACH + 1).skip(at.saturating_sub(REACH))
}

/// Whether the figure of a caption is in one container with most of what is kept: a lead picture, with title, byline
/// and controls between it and the text.
fn stands_beside_the_text(outline: &Outline, kept_words: &[u32], caption: &Block) -> bool {
    let up = |id: ElementId| outline.element(id);
    let figure = outline.ancestors(caption.element).find_map(|id| up(id).filter(|element| element.tag == Tag::Figure));
    let Some(around) = figure.and_then(|figure| up(figure.parent)).filter(|around| around.tag != Tag::Body) else {
        return false;
    };
    let before = |block: u32| kept_words.get(block as usize).copied().unwrap_or_default();
    let within = before(around.end_block).saturating_sub(before(around.first_block));
    let all = kept_words.last().copied().unwrap_or_default();
    within > 0 && within.saturating_mul(2) >= all
}

/// Whether a block is the caption of a figure, or part of one.
fn is_caption(outline: &Outline, block: &Block) -> bool {
    outline.ancestors(block.element).take(4).filter_map(|id| outline.element(id)).any(|up| up.tag == Tag::Figcaption)
}

/// The level of the heading that a block is, if it is one.
fn heading_level(outline: &Outline, at: usize) -> Option<u8> {
    let block = outline.blocks.get(at)?;
    outline.ancestors(block.element).filter_map(|id| outline.element(id)).take(2).find_map(|up| up.tag.heading_level())
}

/// Drops headings that nothing follows before the next heading of their level.
fn drop_bare_headings(outline: &Outline, keep: &mut [bool]) {
    let level = |at: usize| heading_level(outline, at);
    // From the end: what stands right below.
    let mut below = Below::Nothing;
    for at in (0..keep.len()).rev() {
        if keep.get(at) != Some(&true) {
            continue;
        }
        below = match (level(at), below) {
            (None, _) => Below::Text,
            (Some(level), Below::Text) => Below::Heading(level),
            (Some(level), Below::Heading(deeper)) if level < deeper => Below::Heading(level),
            (Some(_), below) => {
                if let Some(slot) = keep.get_mut(at) {
                    *slot = false;
                }
                below
            }
        };
    }
}

/// What follows a heading.
#[derive(Clone, Copy)]
enum Below {
    Nothing,
    Text,
    /// A heading of this level that has text.
    Heading(u8),
}

/// What "the whole page" means: all that is not navigation or page furniture.
fn is_content(outline: &Outline, id: ElementId) -> bool {
    let is_furniture = |up: &Element| match up.tag {
        Tag::Nav | Tag::Button | Tag::Dialog | Tag::Search => true,
        // Further down they belong to a section or a post.
        Tag::Header | Tag::Footer => up.depth <= 4,
        _ => false,
    };
    !outline.ancestors(id).filter_map(|up| outline.element(up)).any(is_furniture)
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
