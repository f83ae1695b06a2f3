//! Clutter marks: what on a page is certainly, or likely, not the article.
//!
//! A mark is a reason, the name of the rule that found it, and how sure the
//! rule is. [`Strength::Certain`] marks are removed whatever the score says;
//! [`Strength::Likely`] marks are evidence for it. Marks stand on elements and, for text
//! that shares its element with the article's, on blocks.
//!
//! The matchers run in this order. The first mark on an element stays, unless a later one is surer.
//!
//! 1. **Vendor facts** ([`vendors`]): names that only one system uses. First,
//!    because the system's name is the best answer to "why is this gone?".
//! 2. **Doubles** ([`doubles`]): what stands twice, once drawn and once as text. Also a vendor's facts, but a drawing goes only
//!    where the text beside it can be kept.
//! 3. **Prompts** ([`asks`]): short boxes that ask the reader for something.
//!    Before the shapes of furniture, since a newsletter box in a footer is a newsletter box.
//! 4. **Share bars** ([`sharing`]): links to share pages.
//! 5. **Teasers** ([`teasers`]): a label and links to other articles.
//! 6. **Contents** ([`contents`]): the page's own list of its headings.
//! 7. **Furniture** ([`furniture`]): labels, menus, headers and footers,
//!    breadcrumbs, author boxes, copyright lines: what is left of the page around the article.
//! 8. **Slots** ([`slots`]): room kept for advertising that nothing above knew by name, and cards whose links are paid for.
//!
//! Then marks on blocks are lifted to the elements that hold nothing else, and
//! at last comes the guard: a mark on an element that holds much of the page's
//! own text is weakened, whoever put it there, and so are all of a rule's marks where they do so together.
//!
//! What the matchers ask of, they ask of a [`Survey`] (what the
//! start tags say, and running totals) and a [`reading`] (what the words of short
//! blocks say), each made in one pass. Tables ([`ad_slots`], [`prompts`], [`consent`],
//! [`hashing`], [`hints`], [`phrases`], [`labels`], [`endpoints`], [`shapes`]) hold facts and no control flow; `docs/CLUTTER.md`
//! is written from them.

mod ad_slots;
mod asks;
mod buckets;
mod consent;
mod contents;
mod css_in_js;
mod dice;
pub(crate) mod doubles;
mod endpoints;
mod furniture;
mod hashing;
mod hints;
mod labels;
mod legible;
mod parts;
mod phrases;
mod prompts;
mod reading;
mod rule;
mod shapes;
mod sharing;
mod slots;
mod style_rules;
mod subject;
mod survey;
mod teasers;
mod text;
mod texts;
mod trial;
mod vendors;
mod wording;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod handbook;
#[cfg(test)]
mod sample;
#[cfg(test)]
#[allow(clippy::needless_raw_string_hashes, reason = "cases read alike")]
mod tests;

use crate::article::Reason;
use crate::outline::{Element, ElementId, Outline};

pub(crate) use hints::ClassHints;
pub(crate) use hints::NAMES;
use shapes::Shape;
use survey::{Survey, is_frame};

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Evidence for the score.
    Likely,
    /// Removed whatever the score.
    Certain,
}

/// Why something is clutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The kind of clutter.
    pub(crate) reason: Reason,
    /// The rule that found it: a vendor's or a shape's name.
    pub(crate) rule: &'static str,
    /// How sure the rule is.
    pub(crate) strength: Strength,
}

impl Mark {
    const fn of(shape: Shape, strength: Strength) -> Self {
        Self { reason: shape.reason, rule: shape.rule, strength }
    }

    /// Whether a row of a vendor table found it, and not a shape.
    pub(crate) fn is_of_vendor(&self) -> bool {
        vendors::TABLES.iter().copied().flatten().any(|rule| rule.id == self.rule)
    }
}

/// What was found on a page.
///
/// A page has thousands of elements and a few dozen different marks: each is kept once, and elements and blocks
/// keep its number. On the largest pages that is most of the room that marks take.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// Every mark that was ever put on this page, once.
    kinds: Vec<Mark>,
    /// For each element the number of its mark in `kinds`, counted from 1; what is inside is meant too.
    elements: Vec<u16>,
    /// The same for each block that has one by itself.
    blocks: Vec<u16>,
    /// What the names of each element mean.
    hints: Vec<ClassHints>,
}

impl Marks {
    /// The mark on an element.
    pub(crate) fn mark(&self, id: ElementId) -> Option<Mark> {
        self.kind(*self.elements.get(id as usize)?)
    }

    /// The mark on a block, by its place in [`Outline::blocks`].
    pub(crate) fn block(&self, block: usize) -> Option<Mark> {
        self.kind(*self.blocks.get(block)?)
    }

    /// What the names of an element mean.
    pub(crate) fn hints(&self, id: ElementId) -> ClassHints {
        self.hints.get(id as usize).copied().unwrap_or_default()
    }

    fn kind(&self, number: u16) -> Option<Mark> {
        self.kinds.get(usize::from(number.checked_sub(1)?)).copied()
    }

    fn number_of(&mut self, mark: Mark) -> u16 {
        let known = self.kinds.iter().rposition(|kind| *kind == mark).unwrap_or_else(|| {
            self.kinds.push(mark);
            self.kinds.len() - 1
        });
        u16::try_from(known + 1).unwrap_or_default()
    }

    fn put_block(&mut self, block: usize, mark: Mark) {
        if self.block(block).is_none_or(|first| first.strength < mark.strength) && trial::has_rule(mark.rule) {
            let number = self.number_of(mark);
            if let Some(slot) = self.blocks.get_mut(block) {
                *slot = number;
            }
        }
    }

    fn put(&mut self, id: ElementId, mark: Mark) {
        if self.mark(id).is_none_or(|first| first.strength < mark.strength) && trial::has_rule(mark.rule) {
            self.set(id, mark);
        }
    }

    /// Puts a mark on an element, whatever stands there.
    fn set(&mut self, id: ElementId, mark: Mark) {
        let number = self.number_of(mark);
        if let Some(slot) = self.elements.get_mut(id as usize) {
            *slot = number;
        }
    }
}

/// Marks the clutter of a page.
pub(crate) fn mark(html: &[u8], outline: &Outline) -> Marks {
    let survey = Survey::of(html, outline);
    let mut marks = Marks {
        kinds: Vec::new(),
        elements: vec![0; outline.elements.len()],
        blocks: vec![0; outline.blocks.len()],
        hints: Vec::new(),
    };
    for (id, rule) in survey.rules.iter().filter(|(_, rule)| rule.id != doubles::DRAWN) {
        marks.put(*id, Mark { reason: rule.reason, rule: rule.id, strength: Strength::Certain });
    }
    doubles::mark(&survey, &mut marks);
    let words = reading::read(&survey);
    asks::mark(&survey, &words, &mut marks);
    sharing::mark(&survey, &mut marks);
    teasers::mark(&survey, &words, &mut marks);
    contents::mark(&survey, &words, &mut marks);
    furniture::mark(&survey, &words, &mut marks);
    slots::mark(&survey, &mut marks);
    lift(&survey, &mut marks);
    spare_the_article(&survey, &mut marks);
    marks.hints = survey.hints;
    marks
}

/// Marks each element all of whose text is marked. Where the element holds
/// pictures they are not text's to remove, and the mark goes to the smallest
/// element that holds the text alone.
fn lift(survey: &Survey<'_>, marks: &mut Marks) {
    let mut sums = Vec::with_capacity(marks.blocks.len() + 1);
    let mut sum = 0_u32;
    for block in 0..marks.blocks.len() {
        sums.push(sum);
        sum += u32::from(marks.block(block).is_some_and(|mark| mark.strength == Strength::Certain));
    }
    sums.push(sum);
    if sum == 0 {
        return;
    }
    let at = |index: u32| sums.get(index as usize).copied().unwrap_or_default();
    for (id, element) in (0..).zip(&survey.outline.elements) {
        let blocks = element.end_block.saturating_sub(element.first_block);
        let all = blocks > 0 && at(element.end_block).saturating_sub(at(element.first_block)) == blocks;
        if all
            && survey.parts_of(id).media == 0
            && !is_frame(element.tag)
            && let Some(mark) = marks.block(element.first_block as usize)
        {
            marks.put(id, mark);
        }
    }
}

/// Weakens each mark on an element that holds much of the page's text: a rule
/// that deletes the article itself is the worst error there is.
fn spare_the_article(survey: &Survey<'_>, marks: &mut Marks) {
    /// Per cent of the page's words outside links.
    const MUCH: u32 = 40;
    /// The same for what cannot be the article: a consent system's own element, and
    /// comments below a text, are often longer than the text.
    const VERY_MUCH: u32 = 85;
    /// The same for all elements together that one rule takes: the paragraphs of an article one by one.
    const MOST: u32 = 50;
    let page = survey.page_words().plain();
    let is_share = |words: u32, percent: u32| words.saturating_mul(100) > page.saturating_mul(percent);
    let mut sums: Vec<Sum> = marks.kinds.iter().map(|_| Sum::default()).collect();
    for (id, element) in (0..).zip(&survey.outline.elements) {
        let number = marks.elements.get(id as usize).copied().unwrap_or_default();
        let Some(mark) = marks.kind(number) else { continue };
        let words = survey.words_of(element).plain();
        let parts = survey.parts_of(id);
        let foreign = is_foreign(mark.reason) && parts.titles + parts.bodies == 0;
        let most = if foreign { VERY_MUCH } else { MUCH };
        if is_frame(element.tag) || is_share(words, most) {
            marks.set(id, Mark { strength: Strength::Likely, ..mark });
        } else if mark.strength == Strength::Certain
            && let Some(sum) = sums.get_mut(usize::from(number) - 1)
        {
            sum.add(id, element, words);
        }
    }
    let too_much = |(mark, sum): (&Mark, Sum)| is_share(sum.words, MOST) && !is_foreign(mark.reason);
    let too_much: Vec<bool> = marks.kinds.iter().zip(sums).map(too_much).collect();
    if too_much.contains(&true) {
        weaken(marks, &too_much);
    }
}

/// What stands beside an article in its own right, and may be longer than it.
const fn is_foreign(reason: Reason) -> bool {
    matches!(reason, Reason::Consent | Reason::Comments)
}

/// The words that one rule takes, each element counted once.
#[derive(Clone, Copy, Default)]
struct Sum {
    words: u32,
    past: ElementId,
}

impl Sum {
    fn add(&mut self, id: ElementId, element: &Element, words: u32) {
        if id >= self.past {
            self.words = self.words.saturating_add(words);
            self.past = element.next;
        }
    }
}

/// Weakens all marks of some kinds.
fn weaken(marks: &mut Marks, kinds: &[bool]) {
    for (kind, weak) in marks.kinds.iter_mut().zip(kinds) {
        if *weak {
            kind.strength = Strength::Likely;
        }
    }
}
