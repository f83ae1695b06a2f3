//! The bar: from which score upwards blocks are kept.
//!
//! Were each score exactly the chance that its block is article, then of any bar it could be said how many of the
//! words above it are article and how many words of the article stay below it: and so what F1 it promises, or what F that
//! takes a word left out for worse than one too many. The best bar is the one that promises most of that. Where the model is
//! sure it comes out near a half; on a page that it does not understand it is lower, since there leaving out costs more
//! than keeping.

use crate::outline::Outline;

/// How much more a word left out costs than one too many, as the F measure has it (β²). A reader can skip a line, and not
/// guess one. Measured out of fold on WCXB's articles, 1 / 1.3 / 1.5: must-have snippets found .879 / .881 / .883, must-not
/// snippets leaked .028 / .029 / .031, F1 of all kinds .8665 / .8672 / .8675.
const LEFT_OUT: f32 = 1.3;

/// A bar and what it promises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bar {
    /// Blocks with this score or more are kept.
    pub(crate) score: f32,
    /// The word F1 to be expected, 0 to 1.
    pub(crate) promise: f32,
    /// Words of article to be expected on the page.
    pub(crate) words: f32,
    /// The same as a share of all words that have a chance.
    pub(crate) share: f32,
}

impl Bar {
    /// The best bar; one that nothing reaches, where no block has a chance.
    pub(crate) fn best(outline: &Outline, likely: impl Fn(usize) -> f32) -> Self {
        let chance = |at: usize, words: u32| (likely(at), words as f32);
        let blocks = outline.blocks.iter().enumerate().map(|(at, block)| chance(at, block.text.words));
        let mut blocks: Vec<(f32, f32)> = blocks.filter(|(score, _)| *score > 0.0).collect();
        blocks.sort_by(|one, other| other.0.total_cmp(&one.0));
        let words: f32 = blocks.iter().map(|(score, words)| score * words).sum();
        let all: f32 = blocks.iter().map(|(_, words)| words).sum();
        let share = if all > 0.0 { words / all } else { 0.0 };
        let (mut right, mut kept) = (0.0_f32, 0.0_f32);
        let (mut best, mut most) = (Self { score: f32::INFINITY, promise: 0.0, words, share }, 0.0);
        for (score, words_here) in blocks {
            right += score * words_here;
            kept += words_here;
            let worth = right / (kept + LEFT_OUT * words);
            if worth > most {
                (best, most) = (Self { score, promise: 2.0 * right / (kept + words), ..best }, worth);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Block, TextStats};

    fn best(blocks: &[(f32, u32)]) -> Bar {
        let block =
            |&(_, words): &(f32, u32)| Block { text: TextStats { words, ..TextStats::default() }, ..Block::default() };
        let outline = Outline { blocks: blocks.iter().map(block).collect(), ..Outline::default() };
        Bar::best(&outline, |at| blocks[at].0)
    }

    #[test]
    fn the_bar_is_high_where_the_model_is_sure() {
        let sure = best(&[(0.95, 100), (0.05, 100), (0.4, 5)]);
        assert!(sure.score > 0.9 && sure.promise > 0.9, "{sure:?}");
    }

    #[test]
    fn the_bar_is_low_where_it_is_not() {
        let unsure = best(&[(0.4, 100), (0.35, 100), (0.3, 100), (0.02, 100)]);
        assert!((unsure.score - 0.3).abs() < 0.01 && unsure.promise < 0.6, "{unsure:?}");
    }

    #[test]
    fn nothing_reaches_the_bar_of_an_empty_page() {
        assert!(best(&[]).score > 1.0);
        assert!(best(&[(0.0, 50)]).score > 1.0);
    }
}
