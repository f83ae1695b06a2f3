//! Standfirst: the sentence or two under a title that say what the article is about.
//!
//! It is set apart from the text, often as a heading and among share bars and dates, so its looks tell little. But where the
//! publisher says the same words of the page in its description, there is no doubt what it is.

use crate::outline::{Block, ElementId};
use crate::text_shape::TextShape;

use super::page::Page;
use super::site;
use crate::json_ld::Subject;

/// Blocks between a title and its standfirst: category, authors, dates, controls.
const NEAR: usize = 12;

/// Fewer words are a label.
const LEAST_WORDS: u32 = 6;

/// The block near the title that repeats what the page says of itself.
pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, title: Option<ElementId>) -> Option<usize> {
    let title = page.outline.element(title?)?;
    let stated: Vec<u64> = site::descriptions(page, subject).map(|text| fingerprint(&text)).collect();
    let after = title.end_block as usize;
    let near = page.outline.blocks.iter().enumerate().skip(after).take(NEAR);
    near.filter(|(_, block)| block.text.words >= LEAST_WORDS && stated.contains(&block.fingerprint))
        .map(|(at, _)| at)
        .next()
}

/// What a block of this text alone would have as its fingerprint.
fn fingerprint(text: &str) -> u64 {
    let mut shape = TextShape::default();
    shape.push(text, false, false);
    let mut block = Block::default();
    shape.describe(&mut block);
    block.fingerprint
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::{Options, extract};

    fn read(said: &str) -> String {
        let page = format!(
            "<html lang=en><head><title>The lamp</title><meta name=description content='{said}'></head><body><main>\
             <h1>The lamp</h1><div class=meta><time>2 May 2024</time></div><div><em>A keeper, a log,</em> and a night that nobody explains</div>\
             <figure><img src=a.jpg width=900 height=600><figcaption>The lamp, as it stood before the storm took the railing, the steps and the flag.</figcaption></figure>\
             <p>The ferry left the island at six with nobody on the upper deck and a light rain over the sound.</p>\
             <p>By seven the wind had turned to the north, the harbour was closed, and the second boat stayed where it was.</p>\
             <p>The keeper wrote both times into the log, as he had done each evening for thirty-one years, and put out the lamp.</p>\
             </main></body></html>"
        );
        extract(&page, &Options::default()).expect("an article").text_content
    }

    #[test]
    fn what_the_page_says_of_itself_under_the_title_is_read_first() {
        let text = read("A keeper, a log, and a night that nobody explains");
        assert!(text.starts_with("A keeper, a log, and a night that nobody explains"), "{text}");
    }
}
