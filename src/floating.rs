//! What floats: boxes that the live page holds still while its text scrolls by.
//!
//! HTML does not say which they are; the browser does. A fixed box is over the
//! text, not part of it: a bar, a banner, a dialog and its backdrop. Unless it
//! holds most of the text, as in pages that scroll inside a frame of their own.

use crate::article::Reason;
use crate::options::LiveHints;
use crate::outline::{Element, ElementId, Outline};
use crate::plan::Why;

/// A fixed box with more than one word in this many is the page, not over it.
const FIXED_SHARE: u32 = 4;

/// A box that covers most of the view may be as long as a consent dialog.
const COVERING_SHARE: u32 = 2;

/// Of a sticky box this part of the letters must be links: sections stick too.
const MOSTLY_LINKS: f32 = 0.5;

/// The boxes that are over the text, and what to say of them.
pub(crate) fn floating(outline: &Outline, hints: &LiveHints) -> Vec<(ElementId, Why)> {
    let all = words(outline, 0..outline.blocks.len());
    let of = |element: &Element| words(outline, element.first_block as usize..element.end_block as usize);
    let share = |element: &Element, part: u32| of(element).saturating_mul(part) <= all;
    let fixed = found(outline, &hints.fixed).filter(|(_, element)| share(element, FIXED_SHARE));
    let covering = found(outline, &hints.covering).filter(|(_, element)| share(element, COVERING_SHARE));
    let sticky = found(outline, &hints.sticky)
        .filter(|(_, element)| share(element, FIXED_SHARE) && link_share(outline, element) >= MOSTLY_LINKS);
    let why = |reason, rule| move |(id, _): (ElementId, &Element)| (id, Why { reason, rule });
    let covering = covering.map(why(Reason::Boilerplate, "covers-the-page"));
    let fixed = fixed.map(why(Reason::Boilerplate, "fixed-over-the-page"));
    covering.chain(fixed).chain(sticky.map(why(Reason::Navigation, "sticky-links"))).collect()
}

fn found<'o>(outline: &'o Outline, numbers: &'o [u32]) -> impl Iterator<Item = (ElementId, &'o Element)> {
    let find = |&number: &u32| {
        let id = outline.numbered(number)?;
        outline.element(id).map(|element| (id, element))
    };
    numbers.iter().filter_map(find)
}

fn words(outline: &Outline, blocks: std::ops::Range<usize>) -> u32 {
    outline.blocks.get(blocks).unwrap_or_default().iter().fold(0, |sum, block| sum.saturating_add(block.text.words))
}

fn link_share(outline: &Outline, element: &Element) -> f32 {
    let blocks = outline.blocks_of(element);
    let sum = |count: fn(&crate::outline::Block) -> u32| blocks.iter().map(count).fold(0_u32, u32::saturating_add);
    let (links, all) = (sum(|block| block.text.link_chars), sum(|block| block.text.chars));
    if all == 0 { 0.0 } else { links as f32 / all as f32 }
}

#[cfg(test)]
mod tests {
    use crate::{LiveHints, Options, extract};

    const TEXT: &str = "<p>The first paragraph tells how the ferry left the harbour before dawn, with forty crates of cod.</p>\
        <p>By the time the keeper saw the lamp, the wind had turned twice, and the captain had written it down.</p>\
        <p>Nobody in the village expected the boat before the weekend, so the bakery had only old bread.</p>";

    const BANNER: &str =
        "<section><p>The harbour festival begins on Friday, and there is a boat for everyone.</p></section>";

    fn read(html: &str, hints: LiveHints) -> String {
        let start_tags = html.split('<').skip(1).filter(|tag| !tag.starts_with('/')).count();
        let hints = Some(LiveHints { elements: u32::try_from(start_tags).expect("few tags"), ..hints });
        extract(html, &Options { hints, ..Options::default() }).expect("an article").text_content
    }

    #[test]
    fn a_fixed_box_is_not_the_article() {
        let html = format!("<html><head></head><body><main>{TEXT}{BANNER}</main></body></html>");
        let still = read(&html, LiveHints::default());
        assert!(still.contains("festival"), "{still}");
        for hints in [
            LiveHints { fixed: vec![7], ..LiveHints::default() },
            LiveHints { covering: vec![7], ..LiveHints::default() },
        ] {
            let text = read(&html, hints);
            assert!(!text.contains("festival") && text.contains("old bread"), "{text}");
        }
    }

    /// What is not entered is counted all the same: the snapshot does.
    #[test]
    fn a_drawing_at_the_end_takes_no_hint_away() {
        let html =
            format!("<html><head></head><body><main>{TEXT}{BANNER}</main><svg><path></path></svg></body></html>");
        let text = read(&html, LiveHints { fixed: vec![7], ..LiveHints::default() });
        assert!(!text.contains("festival") && text.contains("old bread"), "{text}");
    }

    #[test]
    fn a_fixed_box_that_holds_the_text_is_the_page() {
        let html = format!("<html><head></head><body><main>{TEXT}{BANNER}</main></body></html>");
        let text = read(&html, LiveHints { fixed: vec![2, 3], covering: vec![3], ..LiveHints::default() });
        assert!(text.contains("forty crates"), "{text}");
    }

    #[test]
    fn a_sticky_heading_stays_a_sticky_menu_goes() {
        let menu = "<div><a href=/a>The first chapter of it</a></div>";
        let html = format!(
            "<html><head></head><body><main><div><p>A section, by and large, that sticks to the top.</p></div>{menu}{TEXT}</main></body></html>"
        );
        let hints = || LiveHints { sticky: vec![4, 6], ..LiveHints::default() };
        let text = read(&html, hints());
        assert!(text.contains("by and large") && !text.contains("first chapter"), "{text}");
    }
}
