//! Copies: a text that stands in the page a second time.
//!
//! Some site builders put an article into the page once for each width of window, and have a style sheet show one of them. A live page
//! tells which one that is; in a saved one all look alike, and the scores know of no block whether its like was kept
//! already. A copy is a long run of kept blocks that repeats, word for word, what was kept before it
//! in another container. A refrain repeats within its own container, and stays.

use std::collections::HashMap;
use std::ops::Range;

use crate::article::Reason;
use crate::outline::{ElementId, NO_ELEMENT, Outline};

use super::Why;

/// A copy has at least this many words: less may be said twice on purpose.
const LEAST_WORDS: u32 = 100;

const COPY: Why = Why { reason: Reason::Repeated, rule: "second-copy" };

/// Drops what repeats. Of the elements that hold nothing but a copy, says why.
pub(super) fn drop_copies(outline: &Outline, keep: &mut [bool], removed: &mut [Option<Why>]) {
    for run in runs(outline, keep) {
        for slot in keep.get_mut(run.clone()).unwrap_or_default() {
            *slot = false;
        }
        let mut at = run.start;
        while at < run.end {
            let whole = largest(outline, at, &run);
            let element = whole.and_then(|id| outline.element(id));
            if let Some(slot) = whole.and_then(|id| removed.get_mut(id as usize)) {
                slot.get_or_insert(COPY);
            }
            at = element.map_or(at + 1, |element| (element.end_block as usize).max(at + 1));
        }
    }
}

/// The runs of blocks that repeat what was kept before they begin.
fn runs(outline: &Outline, keep: &[bool]) -> Vec<Range<usize>> {
    let mut first: HashMap<u64, usize> = HashMap::new();
    let mut found = Vec::new();
    // The run so far: where it begins, where it ends, its words, and whether it stands apart from what it repeats.
    let (mut run, mut words, mut apart) = (0..0, 0_u32, false);
    for (at, block) in outline.blocks.iter().enumerate().filter(|(at, _)| keep.get(*at) == Some(&true)) {
        let like = first.get(&block.fingerprint).copied();
        let begin = if run.is_empty() { at } else { run.start };
        if let Some(like) = like.filter(|like| *like < begin) {
            apart |= run.is_empty() && holder(outline, at) != holder(outline, like);
            run = begin..at + 1;
            words = words.saturating_add(block.text.words);
            continue;
        }
        first.entry(block.fingerprint).or_insert(at);
        if apart && words >= LEAST_WORDS {
            found.push(run);
        }
        (run, words, apart) = (0..0, 0, false);
    }
    if apart && words >= LEAST_WORDS {
        found.push(run);
    }
    found
}

/// What a block's element stands in.
fn holder(outline: &Outline, at: usize) -> ElementId {
    let element = outline.blocks.get(at).and_then(|block| outline.element(block.element));
    element.map_or(NO_ELEMENT, |element| element.parent)
}

/// The largest element that holds a block and nothing outside the run.
fn largest(outline: &Outline, at: usize, run: &Range<usize>) -> Option<ElementId> {
    let block = outline.blocks.get(at)?;
    let is_within = |id: ElementId| {
        outline.element(id).is_some_and(|up| run.start <= up.first_block as usize && up.end_block as usize <= run.end)
    };
    outline.ancestors(block.element).take_while(|id| is_within(*id)).last()
}

#[cfg(test)]
mod tests {
    use crate::{Options, Reason, extract};

    const STORY: &str = "<p>The ferry left the island at six with nobody on the upper deck and a light rain over the sound.</p>\
        <p>By seven the wind had turned to the north, the harbour was closed, and the second boat stayed where it was.</p>\
        <p>The keeper wrote both times into the log, as he had done each evening for thirty-one years, and then put out the lamp.</p>\
        <p>Nobody on the mainland asked why the lamp was dark that night; the fleet was home, and the fog hid all of the coast.</p>\
        <p>In the morning the log lay open on the table, and the last line in it was in a hand that was not the keeper’s own.</p>";

    fn read(body: &str) -> crate::Article {
        let page = format!("<html lang=en><head><title>The lamp</title></head><body>{body}</body></html>");
        extract(&page, &Options::default()).expect("an article")
    }

    #[test]
    fn a_second_copy_goes_and_is_named() {
        let article = read(&format!(
            "<main><h1>The lamp</h1><div class=wide>{STORY}</div><div class=narrow>{STORY}</div></main>"
        ));
        assert_eq!(article.text_content.matches("The ferry left").count(), 1, "{}", article.text_content);
        assert!(article.text_content.contains("keeper’s own"), "the first copy is whole");
        let copy = article.removals.iter().find(|removal| removal.reason == Reason::Repeated).expect("a reason");
        assert!(copy.words >= 100 && copy.text.starts_with("The ferry left"), "{copy:?}");
    }

    #[test]
    fn what_repeats_where_it_stands_stays() {
        let article =
            read(&format!("<main><h1>The lamp</h1><div>{STORY}<p>Once more, from the top.</p>{STORY}</div></main>"));
        assert_eq!(article.text_content.matches("The ferry left").count(), 2, "{}", article.text_content);
    }
}
