//! Scores: how likely each block is to be part of the article.
//!
//! Density and semantics: prose inside the part of the page that holds most
//! of the prose is article; menus, footers and link lists are not.

use crate::clutter::{ClassHints, Marks};
use crate::outline::{Block, Element, Outline};
use crate::prose::{Sums, is_prose};
use crate::tag::Tag;

/// For each block, the probability that it is part of the article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    blocks: Vec<f32>,
}

#[cfg(feature = "training")]
impl From<Vec<f32>> for Scores {
    fn from(blocks: Vec<f32>) -> Self {
        Self { blocks }
    }
}

impl Scores {
    /// Scores every block of a page.
    pub(crate) fn new(outline: &Outline, marks: &Marks) -> Self {
        let sums = Sums::new(outline);
        let against = against(outline, marks);
        let weigh = |(at, block): (usize, &Block)| {
            let around = against.get(block.element as usize).copied().unwrap_or_default();
            weigh(outline, marks, &sums, at, block) - around
        };
        let blocks = outline.blocks.iter().enumerate().map(weigh);
        Self { blocks: blocks.map(|weight| 0.5 + 0.5 * weight / (1.0 + weight.abs())).collect() }
    }

    /// The score of a block, 0 to 1.
    pub(crate) fn of(&self, block: usize) -> f32 {
        self.blocks.get(block).copied().unwrap_or_default()
    }
}

const AGAINST: ClassHints = ClassHints::SIDEBAR
    .with(ClassHints::NAV)
    .with(ClassHints::RELATED)
    .with(ClassHints::COMMENT)
    .with(ClassHints::SHARE)
    .with(ClassHints::FOOTER)
    .with(ClassHints::NEWSLETTER)
    .with(ClassHints::PROMO);

/// What an element and all around it say against what they hold; inherited downwards, so each is asked once.
fn against(outline: &Outline, marks: &Marks) -> Vec<f32> {
    let mut sums: Vec<f32> = Vec::with_capacity(outline.elements.len());
    for (id, element) in (0_u32..).zip(&outline.elements) {
        let above = sums.get(element.parent as usize).copied().unwrap_or_default();
        let hinted = if marks.hints(id).any(AGAINST) { 1.0 } else { 0.0 };
        let marked = if marks.mark(id).is_some() { 1.0 } else { 0.0 };
        sums.push(above + tag_against(outline, element) + hinted + marked);
    }
    sums
}

fn tag_against(outline: &Outline, element: &Element) -> f32 {
    let within = outline.element(element.parent).map_or(Tag::Other, |around| around.tag);
    match element.tag {
        // The footer of a quotation names who said it.
        Tag::Footer | Tag::Header if within == Tag::Blockquote => 0.0,
        // An update or a post has a head of its own.
        Tag::Header if within == Tag::Article => 0.0,
        Tag::Nav | Tag::Footer | Tag::Aside | Tag::Form | Tag::Button => 2.0,
        Tag::Header => 1.0,
        _ => 0.0,
    }
}

/// What a block says for itself, and where it stands.
fn weigh(outline: &Outline, marks: &Marks, sums: &Sums, at: usize, block: &Block) -> f32 {
    let density = if block.text.chars == 0 { 0.0 } else { block.text.link_chars as f32 / block.text.chars as f32 };
    let mut weight = if marks.block(at).is_some() { -1.0 } else { 0.0 };
    weight += if is_prose(block) { 2.0 } else { 0.0 };
    weight -= density * 4.0;
    let holder = outline.element(block.element).map_or(Tag::Other, |element| element.tag);
    weight += match holder {
        _ if block.text.words >= 4 => 0.3,
        // A word or two in no element of their own are a label.
        Tag::Div | Tag::Section | Tag::Article | Tag::Body => -1.1,
        _ => -1.0,
    };
    let [half, _, most] = sums.cores();
    weight += if most.contains(at) { 1.0 } else { -2.0 };
    weight += if half.contains(at) { 1.0 } else { 0.0 };
    weight
}
