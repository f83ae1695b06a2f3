//! Scores: how likely each block is to be part of the article.
//!
//! Two models look at a page one after the other. The first knows of each block what it is made of and where
//! it stands ([`features`](crate::features)). The second also knows what the first thought of the
//! blocks around, of the containers and of all blocks that are made alike: so a short line among
//! paragraphs is kept, and a long one among menus is not.
//!
//! Both are tables that `training/` makes from pages with known articles; `training/MODEL.md` is their card.

use std::sync::LazyLock;

use crate::features::{Features, SecondLook};
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

impl Scores {
    /// Scores every block of a page that is not gone.
    pub(crate) fn new(outline: &Outline, features: &Features<'_>, gone: &[bool]) -> Self {
        let mut row = Vec::new();
        let mut score = |forest: &LazyLock<Option<Forest>>, at: usize, look: Option<&SecondLook<'_>>| {
            if gone.get(at) != Some(&false) {
                return 0.0;
            }
            row.clear();
            features.write(at, &mut row);
            if let Some(look) = look {
                look.write(outline, features.paths(), at, &mut row);
            }
            forest.as_ref().map_or(0.0, |forest| probability(forest.sums(&row)[0]))
        };
        let first: Vec<f32> = (0..outline.blocks.len()).map(|at| score(&FIRST, at, None)).collect();
        let look = SecondLook::new(outline, features.paths(), &first);
        Self { blocks: (0..outline.blocks.len()).map(|at| score(&SECOND, at, Some(&look))).collect() }
    }

    /// The score of a block, 0 to 1.
    pub(crate) fn of(&self, block: usize) -> f32 {
        self.blocks.get(block).copied().unwrap_or_default()
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
}
