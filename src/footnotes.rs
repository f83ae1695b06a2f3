//! Footnotes: what the text itself points at.
//!
//! A note stands far from its sentence, short and by itself, and looks like what surrounds an article. But a note is
//! tied: the text links to it, and it links back to the place in the text. Where both links are there and the
//! text is article, so is the note.

use std::collections::HashMap;

use crate::outline::{Attr, ElementId, Outline};
use crate::score::Scores;
use crate::tag::Tag;

/// Links within the page that are looked at. Books have fewer.
const MOST_LINKS: usize = 4000;

/// A note has no more blocks than this: more is a section, and its heading may well lead back to a table of contents.
const MOST_BLOCKS: usize = 8;

/// The text that points at a note must be at least this likely.
const LIKELY: f32 = 0.5;

/// A link to a place in the same page.
struct Within<'p> {
    from: ElementId,
    to: &'p [u8],
}

/// The blocks of all notes that likely text points at and that point back at it.
pub(crate) fn find(html: &[u8], outline: &Outline, scores: &Scores) -> Vec<usize> {
    let mut links = Vec::new();
    for (id, element) in (0_u32..).zip(&outline.elements).filter(|(_, element)| element.tag == Tag::A) {
        let to = outline.attr(html, element, Attr::Href).and_then(|href| href.strip_prefix(b"#"));
        if let Some(to) = to.filter(|to| !to.is_empty()) {
            links.push(Within { from: id, to });
        }
    }
    // A note takes two.
    if links.len() < 2 || links.len() > MOST_LINKS {
        return Vec::new();
    }
    let ids = (0_u32..).zip(&outline.elements);
    let ids = ids.filter_map(|(id, element)| Some((outline.attr(html, element, Attr::Id)?, id)));
    let places: HashMap<&[u8], ElementId> = ids.collect();
    let mut found = Vec::new();
    for link in &links {
        let Some((note, element)) = places.get(link.to).and_then(|id| Some((*id, outline.element(*id)?))) else {
            continue;
        };
        let blocks = element.first_block as usize..element.end_block as usize;
        if blocks.is_empty() || blocks.len() > MOST_BLOCKS || (note..element.next).contains(&link.from) {
            continue;
        }
        let Some(pointing) = block_of(outline, link.from).filter(|at| scores.of(*at) >= LIKELY) else { continue };
        let first = links.partition_point(|other| other.from < note);
        let mut back = links.iter().skip(first).take_while(|other| other.from < element.next);
        let leads_back = back.any(|other| places.get(other.to).and_then(|id| block_of(outline, *id)) == Some(pointing));
        if leads_back {
            found.extend(blocks);
        }
    }
    found
}

/// The block that an inline element stands in.
fn block_of(outline: &Outline, id: ElementId) -> Option<usize> {
    let start = outline.element(id)?.inner;
    let at = outline.blocks.partition_point(|block| block.span.end <= start);
    outline.blocks.get(at).filter(|block| block.span.start <= start).map(|_| at)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::{Options, extract};

    fn read(reference: &str, note: &str) -> String {
        let story = "<p>The ferry left the island at six with nobody on the upper deck and a light rain over the sound.</p>\
            <p>By seven the wind had turned to the north, the harbour was closed, and the second boat stayed where it was.</p>";
        let page = format!(
            "<html lang=en><head><title>The lamp</title></head><body><main><article><h1>The lamp</h1>{story}\
             <p>The keeper wrote both times into the log, as he had done{reference} each evening for thirty-one years, and put out the lamp.</p>{story}</article><div><ol>{note}</ol></div></main>\
             <footer><p>All rights reserved by the harbour office. <a href='/terms'>Terms</a></p></footer></body></html>"
        );
        extract(&page, &Options::default()).expect("an article").text_content
    }

    #[test]
    fn a_note_that_the_text_points_at_is_kept() {
        let note = "<li id=n1>So the log of 1911. <a href='#r1'>↩</a></li>";
        assert!(read("<sup id=r1><a href='#n1'>1</a></sup>", note).contains("So the log of 1911."));
        assert!(read("<a id=r1 href='#n1'>1</a>", note).contains("So the log of 1911."));
    }

    #[test]
    fn what_is_tied_one_way_is_no_note() {
        assert!(!read("", "<li id=n1>So the log of 1911. <a href='#r1'>↩</a></li>").contains("So the log"));
        assert!(
            !read("<sup id=r1><a href='#n1'>1</a></sup>", "<li id=n1>Contact the office. <a href='#top'>Up</a></li>")
                .contains("Contact")
        );
    }
}
