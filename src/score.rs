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

static FIRST: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::new(include_bytes!("model/first.bin")));
static SECOND: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::new(include_bytes!("model/second.bin")));

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

impl Scores {
    /// Scores every block of a page that is not gone.
    pub(crate) fn new(outline: &Outline, features: &Features<'_>, gone: &[bool]) -> Self {
        let open: Vec<usize> = (0..outline.blocks.len()).filter(|at| gone.get(*at) == Some(&false)).collect();
        let mut blocks = vec![0.0; outline.blocks.len()];
        answer(&FIRST, &open, &mut blocks, |at, sheet| features.write(at, sheet));
        let first = blocks.clone();
        let likely: Vec<usize> =
            open.into_iter().filter(|at| first.get(*at).is_some_and(|score| *score >= HOPELESS)).collect();
        let look = SecondLook::new(features, &first);
        answer(&SECOND, &likely, &mut blocks, |at, sheet| {
            features.write(at, sheet);
            look.write(at, sheet);
        });
        Self { blocks }
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

/// Writes the rows of some blocks, sheet by sheet, and has a model give each of these blocks its score.
fn answer(forest: &LazyLock<Option<Forest>>, blocks: &[usize], scores: &mut [f32], write: impl Fn(usize, &mut Sheet)) {
    let Some(forest) = forest.as_ref() else { return };
    let mut sheet = Sheet::default();
    for blocks in blocks.chunks(ROWS) {
        for (row, at) in blocks.iter().enumerate() {
            sheet.begin(row);
            write(*at, &mut sheet);
        }
        for (at, [sum]) in blocks.iter().zip(forest.sums(sheet.columns())) {
            if let Some(score) = scores.get_mut(*at) {
                *score = probability(sum);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::column_names;

    #[test]
    fn the_tables_are_made_for_these_columns() {
        for (name, table, second) in [("first", &FIRST, false), ("second", &SECOND, true)] {
            let forest = table.as_ref().unwrap_or_else(|| panic!("{name}.bin is no table"));
            assert!(forest.is_for(&column_names(second)), "{name}.bin: train again, the columns have changed");
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
