//! A book: so much prose in one place that nothing else can be what the page is for.
//!
//! The models have learned from pages none of which has an article of 10,000 words; what is longer there is a forum or a list
//! of comments. Of a text of 25,000 words they think less with each paragraph. What such a text is can be said without them:
//! nearly all prose of the page stands in one element, that begins as an article, holds little but prose, few links, and nothing
//! that people answer each other in. (A shop's terms and conditions are as long, and begin as nothing the models would keep.)

use std::ops::Range;

use crate::clutter::{ClassHints, Marks};
use crate::outline::{Block, Outline};
use crate::prose::{Sums, is_prose};
use crate::tag::Tag;

/// Words of the shortest book. The longest article among WCXB's development pages has 8,721.
const LEAST: u32 = 10_000;

/// Of ten words as many are prose; the others are headings, and what people say to each other.
const PROSE: u32 = 7;

/// One word in so many may be in a link.
const A_LINK: u32 = 20;

/// One date for so many words: posts and comments have more.
const A_DATE: u32 = 1_000;

/// Words at the beginning that the models are asked about, and how likely they must be.
const OPENING: u32 = 1_000;
const OPENS: f32 = 0.5;

/// How likely the prose of a book is to be article, and what stands between it.
const LIKELY: f32 = 0.95;
const BETWEEN: f32 = 0.6;

/// Names of what people write one after the other.
const POSTS: ClassHints = ClassHints::COMMENT.with(ClassHints::FORUM);

/// The blocks of the book that a page is, if it is one. `likely` gives a block's score, below 0 for what is removed for sure.
pub(super) fn book(outline: &Outline, marks: &Marks, likely: impl Fn(usize) -> f32) -> Option<Range<usize>> {
    if outline.blocks.iter().map(|block| block.text.words).fold(0, u32::saturating_add) < LEAST {
        return None;
    }
    let [.., core] = *Sums::new(outline).cores();
    let element = outline.element(core.element)?;
    let range = element.first_block as usize..element.end_block as usize;
    let mut held = Held::default();
    for (at, block) in range.clone().zip(outline.blocks.get(range.clone())?) {
        held.add(block, likely(at));
    }
    let inside = outline.elements.get(core.element as usize..element.next as usize)?;
    let dates = inside.iter().filter(|element| element.tag == Tag::Time).count();
    let posts = (core.element..element.next).any(|id| marks.mark(id).is_none() && marks.hints(id).any(POSTS));
    (held.reads_as_book() && dates <= (held.words / A_DATE) as usize && !posts).then_some(range)
}

/// Words of what an element holds, but for what is removed.
#[derive(Default)]
struct Held {
    words: u32,
    linked: u32,
    prose: u32,
    /// Words of prose at the beginning, and those among them that the models take for article.
    opening: u32,
    opens: f32,
}

impl Held {
    fn add(&mut self, block: &Block, score: f32) {
        if score < 0.0 {
            return;
        }
        let words = block.text.words;
        self.words = self.words.saturating_add(words);
        self.linked = self.linked.saturating_add(block.text.link_words);
        if is_prose(block) {
            self.prose = self.prose.saturating_add(words);
            if self.opening < OPENING {
                self.opening = self.opening.saturating_add(words);
                self.opens += score * words as f32;
            }
        }
    }

    fn reads_as_book(&self) -> bool {
        self.words >= LEAST
            && self.opens >= OPENS * self.opening as f32
            && self.prose / PROSE >= self.words / 10
            && self.linked <= self.words / A_LINK
    }
}

/// How likely a block of a book is to be article, whatever the models say.
pub(super) fn likely(block: &Block) -> f32 {
    if is_prose(block) { LIKELY } else { BETWEEN }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, extract};

    /// So many paragraphs of 40 words, in chapters.
    fn chapters(paragraphs: usize) -> String {
        let paragraph = |at: usize| {
            let heading = if at.is_multiple_of(40) { format!("<h2>Chapter {}</h2>", at / 40) } else { String::new() };
            format!(
                "{heading}<p>On day {at} the keeper of lamp {} counted {} crates on the quay, wrote the number down in the log, \
                 and walked home along the wall before the tide turned. Nobody asked him about the {} that were missing.</p>\
                 <p>“None?” he said.</p>",
                at * 7 % 31,
                at * 13 % 97,
                at * 5 % 11
            )
        };
        (0..paragraphs).map(paragraph).collect()
    }

    fn read(body: &str) -> Option<Article> {
        let head = "<title>The log of the lamp</title>";
        extract(&format!("<html lang=en><head>{head}</head><body>{body}</body></html>"), &Options::default()).ok()
    }

    #[test]
    fn a_book_is_kept_to_its_last_line() {
        for paragraphs in [300, 3_000] {
            let book = chapters(paragraphs);
            let page = format!(
                "<nav><a href=/>Home</a></nav><article><h1>The log</h1>{book}</article><footer>© The harbour</footer>"
            );
            let article = read(&page).expect("a book");
            let count = |words: &str| article.text_content.matches(words).count();
            assert_eq!((count("On day "), count("“None?” he said.")), (paragraphs, paragraphs));
            assert!(article.text_content.contains("Chapter 7") && !article.text_content.contains("Home"));
            assert!(article.confidence >= 0.9, "{}", article.confidence);
        }
    }

    #[test]
    fn what_is_as_long_and_no_book_is_left_to_the_models() {
        let story = chapters(12);
        let term = |at: usize| {
            format!(
                "<p>{at}. If you continue to use the services you agree that we may suspend, change or end them, and that no \
                 claim of yours shall arise from it unless the law of your country says that it must.</p>"
            )
        };
        let terms: String = (0..400).map(term).collect();
        let page = format!(
            "<main><h1>The log</h1>{story}</main><footer><div class=legal><h3>Terms of use</h3>{terms}</div></footer>"
        );
        let article = read(&page).expect("an article");
        assert!(article.text_content.contains("On day 11 "), "the story");
        assert!(!article.text_content.contains("399. If you continue"), "the terms of a shop");
    }
}
