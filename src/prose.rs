//! Prose: where on a page the running text stands.
//!
//! An article is where most of the prose is. This module sums text over ranges
//! of blocks and finds the *cores* of a page: the innermost elements that hold
//! a half, seven tenths and nine tenths of its prose. All sums are differences
//! of running totals, so a container of any size costs two look-ups.

use crate::outline::{Block, Element, ElementId, NO_ELEMENT, Outline};

/// Sums over a range of blocks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) blocks: u32,
    pub(crate) words: u32,
    pub(crate) link_words: u32,
    pub(crate) stops: u32,
    /// Words of blocks that read like prose.
    pub(crate) prose: u32,
}

impl Totals {
    fn plus(self, block: &Block) -> Self {
        Self {
            blocks: self.blocks.saturating_add(1),
            words: self.words.saturating_add(block.text.words),
            link_words: self.link_words.saturating_add(block.text.link_words),
            stops: self.stops.saturating_add(block.text.stops),
            prose: self.prose.saturating_add(if is_prose(block) { block.text.words } else { 0 }),
        }
    }

    fn minus(self, earlier: Self) -> Self {
        Self {
            blocks: self.blocks.saturating_sub(earlier.blocks),
            words: self.words.saturating_sub(earlier.words),
            link_words: self.link_words.saturating_sub(earlier.link_words),
            stops: self.stops.saturating_sub(earlier.stops),
            prose: self.prose.saturating_sub(earlier.prose),
        }
    }
}

/// Prose is cut into sentences and mostly not links.
pub(crate) fn is_prose(block: &Block) -> bool {
    block.text.words >= 10 && block.text.stops > 0 && block.text.link_words * 3 <= block.text.words
}

/// The deepest element that holds a given part of the page's prose.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Core {
    first: u32,
    end: u32,
    pub(crate) words: u32,
    /// The element itself; the whole page if there is none.
    pub(crate) element: ElementId,
}

impl Core {
    pub(crate) fn contains(&self, block: usize) -> bool {
        (self.first as usize..self.end as usize).contains(&block)
    }
}

/// How many tenths of the page's prose each core holds.
const CORE_TENTHS: [u32; 3] = [5, 7, 9];

/// Running totals over the blocks of a page.
pub(crate) struct Sums {
    /// `running[n]` sums the first n blocks.
    running: Vec<Totals>,
    cores: [Core; 3],
}

impl Sums {
    pub(crate) fn new(outline: &Outline) -> Self {
        let mut running = Vec::with_capacity(outline.blocks.len() + 1);
        let mut total = Totals::default();
        running.push(total);
        for block in &outline.blocks {
            total = total.plus(block);
            running.push(total);
        }
        let mut sums = Self { running, cores: [Core::default(); 3] };
        sums.cores = CORE_TENTHS.map(|tenths| sums.find_core(outline, tenths));
        sums
    }

    /// Sums over the whole page.
    pub(crate) fn page(&self) -> Totals {
        self.running.last().copied().unwrap_or_default()
    }

    /// Sums over blocks `from..to`, both cut to the page.
    pub(crate) fn between(&self, from: usize, to: usize) -> Totals {
        let last = self.running.len().saturating_sub(1);
        let at = |place: usize| self.running.get(place.min(last)).copied().unwrap_or_default();
        at(to).minus(at(from))
    }

    /// Sums over the text of an element.
    pub(crate) fn of(&self, element: &Element) -> Totals {
        self.between(element.first_block as usize, element.end_block as usize)
    }

    pub(crate) fn cores(&self) -> &[Core; 3] {
        &self.cores
    }

    /// From the root downwards, into the child that holds enough, while there is one.
    fn find_core(&self, outline: &Outline, tenths: u32) -> Core {
        let enough = (u64::from(self.page().prose) * u64::from(tenths)).div_ceil(10);
        let blocks = u32::try_from(outline.blocks.len()).unwrap_or(u32::MAX);
        let mut core = Core { first: 0, end: blocks, words: self.page().words, element: NO_ELEMENT };
        if enough == 0 {
            return core;
        }
        let mut at = 0_u32;
        while let Some(element) = outline.element(at) {
            let totals = self.of(element);
            if u64::from(totals.prose) >= enough {
                core = Core { first: element.first_block, end: element.end_block, words: totals.words, element: at };
                at += 1;
            } else {
                // A sibling after this one may hold it; a parent's end may come first.
                at = element.next;
            }
            if outline.element(at).is_none_or(|next| next.first_block >= core.end) {
                break;
            }
        }
        core
    }
}
