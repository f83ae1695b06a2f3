//! Overrides: what the reader decided against the core.
//!
//! Whoever shows an article can let its reader put back what was removed and
//! remove what was kept. Elements are named by their place among the start tags
//! of the page, as in [`LiveHints`](crate::LiveHints), so an override belongs to one page and
//! no other: a lasting rule is for the caller to find its elements anew.
//!
//! One thing stays as it is: what the page itself does not show. Putting it
//! back would open a gate that the publisher has closed.

use serde::Deserialize;

use crate::article::Reason;
use crate::floating::floating;
use crate::options::Options;
use crate::outline::{Element, ElementId, Outline};
use crate::plan::Why;

/// Elements that the reader wants or does not want. The innermost one decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Overrides {
    /// Kept with all they hold.
    pub keep: Vec<u32>,
    /// Removed with all they hold.
    pub drop: Vec<u32>,
    /// Elements of which only the text that stands loose in them is kept.
    pub keep_loose: Vec<u32>,
}

/// What is decided beforehand of elements and blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdicts {
    /// For each block, whether it must be kept or must go; empty where nothing is decided.
    blocks: Vec<Option<bool>>,
    /// For each element, the same.
    elements: Vec<Option<bool>>,
    /// What the live page holds over its text.
    floating: Vec<(ElementId, Why)>,
}

const CHOSEN: Why = Why { reason: Reason::Chosen, rule: "reader" };

impl Verdicts {
    /// Finds the elements that the options name.
    pub(crate) fn new(outline: &Outline, options: &Options) -> Self {
        let hints = options.hints.as_ref();
        if hints.is_some_and(|hints| !outline.counts(hints.elements)) {
            // The numbers are about another tree.
            return Self::default();
        }
        let floating = hints.map(|hints| floating(outline, hints)).unwrap_or_default();
        let Overrides { keep, drop, keep_loose } = &options.overrides;
        if keep.is_empty() && drop.is_empty() && keep_loose.is_empty() {
            return Self { floating, ..Self::default() };
        }
        let mut named = vec![None; outline.elements.len()];
        let numbers = |list: &[u32], verdict: bool| list.iter().map(|&number| (number, verdict)).collect::<Vec<_>>();
        for (number, verdict) in [numbers(keep, true), numbers(drop, false)].concat() {
            if let Some(slot) = outline.numbered(number).and_then(|id| named.get_mut(id as usize)) {
                *slot = Some(verdict);
            }
        }
        let mut elements: Vec<Option<bool>> = Vec::with_capacity(named.len());
        for (element, own) in outline.elements.iter().zip(named) {
            let above = elements.get(element.parent as usize).copied().flatten();
            elements.push(own.or(above));
        }
        let loose: Vec<ElementId> = keep_loose.iter().filter_map(|&number| outline.numbered(number)).collect();
        let of_block = |element: ElementId| {
            let around = elements.get(element as usize).copied().flatten();
            if loose.contains(&element) { Some(true) } else { around }
        };
        Self { blocks: outline.blocks.iter().map(|block| of_block(block.element)).collect(), elements, floating }
    }

    /// Decides that what one plan kept goes as well: what is left is the runner-up.
    pub(crate) fn against(self, keep: &[bool]) -> Self {
        Self { blocks: keep.iter().map(|&kept| kept.then_some(false)).collect(), ..self }
    }

    /// Whether a block must be kept or must go.
    pub(crate) fn of_block(&self, block: usize) -> Option<bool> {
        self.blocks.get(block).copied().flatten()
    }

    /// Brings the removals of elements into line.
    pub(crate) fn amend(&self, outline: &Outline, removed: &mut [Option<Why>]) {
        for (id, why) in &self.floating {
            let end = outline.element(*id).map_or(0, |element| element.next);
            let within = removed.get_mut(*id as usize..end as usize).unwrap_or_default();
            within.iter_mut().filter(|slot| slot.is_none()).for_each(|slot| *slot = Some(*why));
        }
        let shown = |element: &Element| !element.hidden;
        for (id, element) in outline.elements.iter().enumerate() {
            let decided = self.elements.get(id).copied().flatten();
            let Some(slot) = removed.get_mut(id) else { break };
            match decided {
                Some(true) if shown(element) => *slot = None,
                Some(false) => *slot = Some(CHOSEN),
                _ => continue,
            }
            if decided == Some(true) {
                open_around(outline, element, removed);
            }
        }
        for (block, decided) in outline.blocks.iter().zip(&self.blocks) {
            if *decided == Some(true)
                && let Some(element) = outline.element(block.element).filter(|element| shown(element))
            {
                if let Some(slot) = removed.get_mut(block.element as usize) {
                    *slot = None;
                }
                open_around(outline, element, removed);
            }
        }
    }
}

/// What is kept cannot stand inside what is removed: the elements around it stay, without what else they hold.
fn open_around(outline: &Outline, element: &Element, removed: &mut [Option<Why>]) {
    for up in outline.ancestors(element.parent) {
        match removed.get_mut(up as usize) {
            Some(slot @ Some(_)) => *slot = None,
            // What is around an open element is open.
            _ => break,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, LiveHints, Mode, Options, Overrides, extract};

    const PAGE: &str = "<html><head></head><body>\
        <nav><a href=/>Home</a> <a href=/news>All the news</a></nav>\
        <article><p>The first paragraph tells how the ferry left the harbour before dawn, with forty crates of cod.</p>\
        <div class=newsletter-signup><p>Sign up for our newsletter, and get the best of the harbour in your inbox.</p>\
        <form><input type=email><button>Sign up</button></form></div>\
        <p>By the time the keeper saw the lamp, the wind had turned twice, and the captain had written it down.</p>\
        <p>Nobody in the village expected the boat before the weekend, so the bakery had only old bread.</p></article>\
        <aside class=related><h2>Read more</h2><ul><li><a href=/a>A bridge at last</a></li><li><a href=/b>The lamp</a></li></ul></aside>\
        <div hidden><p>What the page keeps to itself, for whatever reason it may have to do so.</p></div>\
        <footer><p>All rights reserved by the harbour.</p></footer></body></html>";

    /// The place of an element among the start tags, by what its tag begins with.
    fn number(tag: &str) -> u32 {
        let before = PAGE.split_once(tag).expect("the tag is in the page").0;
        let tags = before.match_indices('<').filter(|(at, _)| !before[at + 1..].starts_with('/'));
        u32::try_from(tags.count()).expect("few tags")
    }

    fn read(overrides: Overrides) -> Article {
        extract(PAGE, &Options { overrides, ..Options::default() }).expect("an article")
    }

    fn keep(numbers: &[u32]) -> Overrides {
        Overrides { keep: numbers.to_vec(), ..Overrides::default() }
    }

    #[test]
    fn each_removal_can_be_put_back_by_its_number() {
        let plain = read(Overrides::default());
        assert!(!plain.text_content.contains("newsletter"), "{}", plain.text_content);
        for removal in plain.removals.iter().filter(|removal| removal.words > 0 && removal.reason.name() != "hidden") {
            let put_back = read(keep(&[removal.element.expect("it has an element")]));
            let first = removal.text.split(' ').next().unwrap_or_default();
            assert!(put_back.text_content.contains(first), "{removal:?}\n{}", put_back.text_content);
            assert!(!put_back.removals.contains(removal), "{removal:?}");
        }
    }

    #[test]
    fn what_is_put_back_stands_alone() {
        let link = read(keep(&[number("<li><a href=/b")]));
        assert!(link.text_content.contains("The lamp"));
        assert!(!link.text_content.contains("A bridge"), "{}", link.text_content);
    }

    #[test]
    fn the_innermost_decides() {
        let both =
            Overrides { keep: vec![number("<aside")], drop: vec![number("<li><a href=/a")], ..Overrides::default() };
        let text = read(both).text_content;
        assert!(text.contains("The lamp") && !text.contains("A bridge"), "{text}");
        let chosen = Overrides { drop: vec![number("<p>By the time")], ..Overrides::default() };
        let dropped = read(chosen);
        assert!(!dropped.text_content.contains("By the time"));
        assert!(dropped.removals.iter().any(|removal| removal.reason.name() == "chosen" && removal.rule == "reader"));
    }

    #[test]
    fn what_the_page_hides_stays_hidden() {
        let text = read(keep(&[number("<div hidden"), 0])).text_content;
        assert!(!text.contains("keeps to itself"), "{text}");
    }

    #[test]
    fn numbers_of_another_page_mean_nothing() {
        let hints = Some(LiveHints { elements: 3, ..LiveHints::default() });
        let overrides = keep(&[number("<footer"), 9_999_999]);
        let article = extract(PAGE, &Options { hints, overrides, ..Options::default() }).expect("an article");
        assert!(!article.text_content.contains("All rights"));
    }

    #[test]
    fn the_runner_up_is_the_next_best() {
        let other = "<section><p>On the other side of the bay the market had closed early, as it did before every storm.</p>\
            <p>The woman who sold the lamps went home with all of them, and lit the longest one in her window.</p></section>";
        let page = PAGE.replace("<footer>", &format!("{other}<footer>"));
        let read = |mode| extract(&page, &Options { mode, ..Options::default() }).map(|article| article.text_content);
        let (first, second) =
            (read(Mode::Article).expect("an article"), read(Mode::Second).expect("something is left"));
        assert!(first.contains("The first paragraph"), "{first}");
        for line in first.lines().filter(|line| !line.is_empty()) {
            assert!(!second.contains(line), "{line}\n{second}");
        }
    }
}
