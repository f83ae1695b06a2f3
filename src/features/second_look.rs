//! The second look: what the first scores around a block say about it.
//!
//! A paragraph among paragraphs that scored high is article even if it is
//! short; a block that scored high alone in a footer is not. The second model
//! reads the first one's scores of neighbours and of the containers around.

use crate::outline::Outline;

use super::paths::{LENGTHS, Paths};
use super::{Columns, Features, LEVELS};

/// Neighbours on each side whose first scores are columns of their own.
const NEAR: usize = 4;

/// Running sums of first scores over the blocks of a page.
pub(crate) struct SecondLook<'s> {
    outline: &'s Outline,
    paths: &'s Paths,
    first: &'s [f32],
    /// `(words, words times score, blocks likely article)` of the first n blocks.
    running: Vec<(f32, f32, f32)>,
    /// For each path by its number, words and words times score of the blocks on it.
    on_path: [Vec<(f32, f32)>; LENGTHS],
    /// For each block, where its section begins and ends: from one heading to the next.
    sections: Vec<(u32, u32)>,
}

impl<'s> SecondLook<'s> {
    pub(crate) fn new(features: &'s Features<'_>, first: &'s [f32]) -> Self {
        let (outline, paths) = (features.outline, &features.paths);
        let mut running = Vec::with_capacity(outline.blocks.len() + 1);
        let (mut words, mut mass, mut likely) = (0.0_f32, 0.0_f32, 0.0_f32);
        running.push((words, mass, likely));
        for (block, score) in outline.blocks.iter().zip(first) {
            words += block.text.words as f32;
            mass += block.text.words as f32 * score;
            likely += if *score >= 0.5 { 1.0 } else { 0.0 };
            running.push((words, mass, likely));
        }
        let mut on_path = paths.count().map(|count| vec![(0.0_f32, 0.0_f32); count]);
        for (at, (block, score)) in outline.blocks.iter().zip(first).enumerate() {
            for (means, number) in on_path.iter_mut().zip(paths.numbers(at)) {
                let Some((words, mass)) = means.get_mut(number as usize) else { continue };
                *words += block.text.words as f32;
                *mass += block.text.words as f32 * score;
            }
        }
        Self { outline, paths, first, running, on_path, sections: sections(outline) }
    }

    pub(crate) fn write(&self, index: usize, out: &mut impl Columns) {
        let (outline, paths) = (self.outline, self.paths);
        let Some(block) = outline.blocks.get(index) else { return };
        let at = |place: Option<usize>| place.and_then(|place| self.first.get(place)).copied().unwrap_or(-1.0);
        out.put("first", at(Some(index)));
        for step in 1..=NEAR {
            out.put_numbered("first.before", step, "", at(index.checked_sub(step)));
            out.put_numbered("first.after", step, "", at(index.checked_add(step)));
        }
        for reach in [3, 8, 20] {
            let (mean, likely) = self.between(index.saturating_sub(reach), index);
            out.put_numbered("first.before_mean", reach, "", mean);
            out.put_numbered("first.before_likely", reach, "", likely);
            let (mean, likely) = self.between(index + 1, index + 1 + reach);
            out.put_numbered("first.after_mean", reach, "", mean);
            out.put_numbered("first.after_likely", reach, "", likely);
        }
        let (_, all, _) = self.running.last().copied().unwrap_or_default();
        let (_, above, _) = self.running.get(index).copied().unwrap_or_default();
        out.put("first.page_mass", all);
        out.put("first.mass_above", if all > 0.0 { above / all } else { 0.0 });
        for (length, (means, number)) in self.on_path.iter().zip(paths.numbers(index)).enumerate() {
            let (words, mass) = means.get(number as usize).copied().unwrap_or_default();
            out.put_numbered("first.path_mean", length, "", if words > 0.0 { mass / words } else { 0.0 });
        }
        let (from, to) = self.sections.get(index).copied().unwrap_or_default();
        out.put("first.section_mean", self.between(from as usize, to as usize).0);
        out.put(
            "first.next_section",
            self.between(to as usize, self.sections.get(to as usize).map_or(to, |next| next.1) as usize).0,
        );
        let mut id = block.element;
        for level in 0..LEVELS {
            let element = outline.element(id);
            let range =
                element.map_or((0, outline.blocks.len()), |up| (up.first_block as usize, up.end_block as usize));
            let (mean, _) = self.between(range.0, range.1);
            let mass = self.mass(range.0, range.1);
            out.put_numbered("first.up_mean", level, "", mean);
            out.put_numbered("first.up_share", level, "", if all > 0.0 { mass / all } else { 0.0 });
            id = element.map_or(crate::outline::NO_ELEMENT, |up| up.parent);
        }
    }

    fn at(&self, place: usize) -> (f32, f32, f32) {
        self.running.get(place.min(self.running.len().saturating_sub(1))).copied().unwrap_or_default()
    }

    fn mass(&self, from: usize, to: usize) -> f32 {
        self.at(to).1 - self.at(from).1
    }

    /// Mean score by words, and how many blocks are likely article.
    fn between(&self, from: usize, to: usize) -> (f32, f32) {
        let (a, b) = (self.at(from), self.at(to));
        let words = b.0 - a.0;
        (if words > 0.0 { (b.1 - a.1) / words } else { 0.0 }, b.2 - a.2)
    }
}

/// For each block, the range of blocks from the heading above it to the next one.
fn sections(outline: &Outline) -> Vec<(u32, u32)> {
    let is_heading = |id| outline.element(id).is_some_and(|element| element.tag.heading_level().is_some());
    let mut begin = 0_u32;
    let mut sections: Vec<(u32, u32)> = Vec::with_capacity(outline.blocks.len());
    for (at, block) in (0_u32..).zip(&outline.blocks) {
        if is_heading(block.element) {
            begin = at;
        }
        sections.push((begin, at + 1));
    }
    let mut end = u32::try_from(sections.len()).unwrap_or(u32::MAX);
    for (at, section) in sections.iter_mut().enumerate().rev() {
        section.1 = end;
        if section.0 as usize == at {
            end = section.0;
        }
    }
    sections
}
