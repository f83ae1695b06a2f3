//! Scores: how likely each block is to be part of the article.
//!
//! Two models look at a page one after the other. The first knows of each block what it is made of and where
//! it stands ([`features`](crate::features)). The second also knows what the first thought of the
//! blocks around, of the containers and of all blocks that are made alike: so a short line among
//! paragraphs is kept, and a long one among menus is not.
//!
//! Both are tables that `training/` makes from pages with known articles; `training/MODEL.md` is their card.

use std::sync::LazyLock;

use crate::features::{Features, ROWS, SecondLook, Sheet};
use crate::model::{Forest, probability};
use crate::outline::Outline;

static FIRST: LazyLock<Option<Forest<6, 1>>> = LazyLock::new(|| Forest::new(include_bytes!("model/first.bin")));
static SECOND: LazyLock<Option<Forest<4, 1>>> = LazyLock::new(|| Forest::new(include_bytes!("model/second.bin")));

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

/// What the first model gives less than this is not looked at again: nine in ten blocks of a menu, and of the article almost none.
const HOPELESS: f32 = 0.1;

/// Blocks whose columns are kept from the first look to the second: more than most articles have. The columns of a longer
/// one's last blocks are made again, so that memory does not grow with the page.
const MOST_KEPT: usize = 256;

impl Scores {
    /// Scores every block of a page that is not gone.
    pub(crate) fn new(outline: &Outline, features: &Features<'_>, gone: &[bool]) -> Self {
        let mut scores = vec![0.0; outline.blocks.len()];
        let Some((first, second)) = FIRST.as_ref().zip(SECOND.as_ref()) else { return Self { blocks: scores } };
        let open: Vec<usize> = (0..outline.blocks.len()).filter(|at| gone.get(*at) == Some(&false)).collect();
        let mut hopeful: Vec<usize> = Vec::new();
        let mut kept = Vec::new();
        let mut sheet = Sheet::default();
        for line in open.chunks(ROWS) {
            for (row, at) in line.iter().enumerate() {
                sheet.begin(row);
                features.write(*at, &mut sheet);
            }
            answer(first, line, &sheet, &mut scores);
            for (row, at) in line.iter().enumerate().filter(|(_, at)| has_hope(&scores, **at)) {
                if hopeful.len() < MOST_KEPT {
                    kept.push(sheet.keep(row));
                }
                hopeful.push(*at);
            }
        }
        let before = scores.clone();
        let look = SecondLook::new(features, &before);
        let mut kept = kept.into_iter();
        for line in hopeful.chunks(ROWS) {
            for (row, at) in line.iter().enumerate() {
                sheet.begin(row);
                match kept.next() {
                    Some(kept) => sheet.lay(&kept),
                    None => features.write(*at, &mut sheet),
                }
                look.write(*at, &mut sheet);
            }
            answer(second, line, &sheet, &mut scores);
        }
        Self { blocks: scores }
    }

    /// Takes a block for article whatever the models think of it.
    pub(crate) fn settle(&mut self, block: usize) {
        if let Some(score) = self.blocks.get_mut(block) {
            *score = 1.0;
        }
    }

    /// The score of a block, 0 to 1.
    pub(crate) fn of(&self, block: usize) -> f32 {
        self.blocks.get(block).copied().unwrap_or_default()
    }
}

fn has_hope(first: &[f32], at: usize) -> bool {
    first.get(at).is_some_and(|score| *score >= HOPELESS)
}

/// Has a model give the blocks on a sheet their scores.
fn answer<const DEPTH: usize>(forest: &Forest<DEPTH, 1>, line: &[usize], sheet: &Sheet, scores: &mut [f32]) {
    for (at, [sum]) in line.iter().zip(forest.sums(sheet.columns())) {
        if let Some(score) = scores.get_mut(*at) {
            *score = probability(sum);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::column_names;

    #[test]
    fn the_tables_are_made_for_these_columns() {
        let of_first = FIRST.as_ref().map(|forest| forest.is_for(&column_names(false)));
        let of_second = SECOND.as_ref().map(|forest| forest.is_for(&column_names(true)));
        for (name, fits) in [("first", of_first), ("second", of_second)] {
            assert_eq!(fits, Some(true), "{name}.bin: train again, the columns have changed");
        }
    }

    #[test]
    fn a_long_article_is_kept_to_its_end() {
        let paragraph = |at: usize| {
            format!(
                "<p>On day {at} the keeper of lamp {} counted {} crates on the quay, wrote the number down in the log, and \
                 walked home along the wall before the tide turned. Nobody asked him about the {} that were missing.</p>",
                at * 7 % 31,
                at * 13 % 97,
                at * 5 % 11
            )
        };
        let body: String = (0..700).map(paragraph).collect();
        let page = format!(
            "<html lang=en><head><title>The log of the lamp</title></head><body><nav><a href=/>Home</a></nav><main><article>\
             <h1>The log of the lamp</h1>{body}</article></main></body></html>"
        );
        let article = crate::extract(&page, &crate::Options::default()).expect("an article");
        assert!(article.word_count > 24_000, "{} words", article.word_count);
        assert!(article.text_content.contains("On day 699"), "the last paragraph");
    }
}
