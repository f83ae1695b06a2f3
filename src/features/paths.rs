//! Paths: which blocks are made alike.
//!
//! A site's template gives all paragraphs of an article the same path: the same
//! tags, with names of the same length, inside one another. Where one path
//! holds most of the page's prose, a short paragraph on the same path is
//! article too, and a long one on another path may be a comment.

use crate::outline::{Attr, Block, ElementId, Outline};
use crate::prose::is_prose;

use super::{Columns, flag, share};

/// What the blocks on one path hold together.
#[derive(Clone, Copy, Debug, Default)]
struct Kin {
    blocks: u32,
    words: u32,
    link_words: u32,
    prose: u32,
    first: u32,
    last: u32,
}

/// The blocks of a page by path.
pub(crate) struct Paths {
    /// For each element, its own make with its parent's.
    of_elements: Vec<u64>,
    /// For each block, the numbers of its element's paths.
    of_blocks: Vec<[u32; LENGTHS]>,
    /// By number of the path.
    kin: [Vec<Kin>; LENGTHS],
    /// The most prose on one path, by length of path.
    most: [u32; LENGTHS],
    prose: u32,
    words: u32,
}

/// Own make, two levels, three levels, tags up to the root.
pub(super) const LENGTHS: usize = 4;

impl Paths {
    pub(super) fn new(outline: &Outline) -> Self {
        // For each element: its own make, with its parent's, with its grandparent's too, and all tags above it.
        let mut paths: Vec<[u64; LENGTHS]> = Vec::with_capacity(outline.elements.len());
        for element in &outline.elements {
            let class = outline.attrs_of(element).iter().find(|attr| attr.attr == Attr::Class);
            let length = class.map_or(0, |class| class.value.end - class.value.start);
            let own = mix(u64::from(element.tag as u8) + 1, u64::from(length));
            let above = paths.get(element.parent as usize).copied().unwrap_or_default();
            let [parent, two, _, root] = above;
            paths.push([own, mix(parent, own), mix(two, own), mix(root, u64::from(element.tag as u8) + 1)]);
        }
        let (of_blocks, counts) = number(outline, &paths);
        let mut kin = counts.map(|count| vec![Kin::default(); count]);
        let (mut prose, mut words) = (0_u32, 0_u32);
        for ((at, block), numbers) in (0_u32..).zip(&outline.blocks).zip(&of_blocks) {
            let own = if is_prose(block) { block.text.words } else { 0 };
            prose = prose.saturating_add(own);
            words = words.saturating_add(block.text.words);
            if paths.get(block.element as usize).is_none() {
                continue;
            }
            for (kin, number) in kin.iter_mut().zip(numbers) {
                let Some(kin) = kin.get_mut(*number as usize) else { continue };
                if kin.blocks == 0 {
                    kin.first = at;
                }
                kin.blocks = kin.blocks.saturating_add(1);
                kin.words = kin.words.saturating_add(block.text.words);
                kin.link_words = kin.link_words.saturating_add(block.text.link_words);
                kin.prose = kin.prose.saturating_add(own);
                kin.last = at;
            }
        }
        let most = kin.each_ref().map(|kin| kin.iter().map(|kin| kin.prose).max().unwrap_or_default());
        Self { of_elements: paths.iter().map(|path| path[1]).collect(), of_blocks, kin, most, prose, words }
    }

    pub(super) fn write(&self, index: usize, out: &mut impl Columns) {
        for (length, ((kin, number), most)) in self.kin.iter().zip(self.numbers(index)).zip(&self.most).enumerate() {
            let kin = kin.get(number as usize).copied().unwrap_or_default();
            out.put_numbered("path", length, "blocks", kin.blocks as f32);
            out.put_numbered("path", length, "words", share(kin.words, self.words));
            out.put_numbered("path", length, "prose", share(kin.prose, self.prose));
            out.put_numbered("path", length, "of_most", share(kin.prose, *most));
            out.put_numbered("path", length, "words_per_block", share(kin.words, kin.blocks));
            out.put_numbered("path", length, "link_density", share(kin.link_words, kin.words));
            let span = kin.last.saturating_sub(kin.first).saturating_add(1);
            out.put_numbered("path", length, "dense", share(kin.blocks, span));
            out.put_numbered("path", length, "first", flag(kin.first as usize == index));
        }
    }

    /// The numbers of a block's paths, by length; below [`Paths::count`].
    pub(super) fn numbers(&self, index: usize) -> [u32; LENGTHS] {
        self.of_blocks.get(index).copied().unwrap_or_default()
    }

    /// How many paths there are, by length.
    pub(super) fn count(&self) -> [usize; LENGTHS] {
        self.kin.each_ref().map(Vec::len)
    }

    /// The path of an element with its parent's.
    pub(super) fn of(&self, id: ElementId) -> u64 {
        self.of_elements.get(id as usize).copied().unwrap_or_default()
    }
}

/// Gives the paths of all blocks numbers, for each length from 0 on: a table is asked by number, and never for a hash.
fn number(outline: &Outline, paths: &[[u64; LENGTHS]]) -> (Vec<[u32; LENGTHS]>, [usize; LENGTHS]) {
    let mut of_blocks = vec![[0_u32; LENGTHS]; outline.blocks.len()];
    let mut counts = [0; LENGTHS];
    let mut sorted: Vec<(u64, u32)> = Vec::with_capacity(outline.blocks.len());
    for (length, count) in counts.iter_mut().enumerate() {
        let path = |block: &Block| paths.get(block.element as usize).and_then(|path| path.get(length)).copied();
        sorted.clear();
        sorted.extend((0_u32..).zip(&outline.blocks).map(|(at, block)| (path(block).unwrap_or_default(), at)));
        sorted.sort_unstable();
        for alike in sorted.chunk_by(|(one, _), (next, _)| one == next) {
            let number = u32::try_from(*count).unwrap_or(u32::MAX);
            for (_, at) in alike {
                if let Some(slot) = of_blocks.get_mut(*at as usize).and_then(|numbers| numbers.get_mut(length)) {
                    *slot = number;
                }
            }
            *count += 1;
        }
    }
    (of_blocks, counts)
}

/// Folds one more step into a path.
const fn mix(path: u64, step: u64) -> u64 {
    const PRIME: u64 = 0x9E37_79B9_7F4A_7C15;
    (path.rotate_left(7) ^ step).wrapping_mul(PRIME)
}
