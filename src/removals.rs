//! Removals: what the page shows and the article does not, each with its reason.
//!
//! The reader can see them all. A removal is the largest element that holds
//! nothing of the article and is of one mind about why: a sidebar is one
//! removal, but an advert within it is its own.

use crate::article::{Reason, Removal};
use crate::clutter::{ClassHints, Mark, Marks};
use crate::outline::{Block, Element, ElementId, Outline, Span};
use crate::plain_text;
use crate::plan::{Plan, Why, running};
use crate::prose::Sums;
use crate::tag::Tag;

/// More removals than this are not listed: nobody reads them.
const MOST: usize = 400;

/// First words of a removal, in characters.
const FIRST_WORDS: usize = 100;

/// How much markup is looked at to find them, in bytes.
const LOOK_AT: u32 = 2048;

/// Lists what the plan removes, in the order of the page.
pub(crate) fn list(html: &[u8], outline: &Outline, marks: &Marks, plan: &Plan) -> Vec<Removal> {
    let reasons = Reasons::new(outline, marks, plan);
    let sums = Sums::new(outline);
    let mut found = Vec::new();
    let mut id = 0;
    while let Some(element) = outline.element(id) {
        if found.len() >= MOST {
            break;
        }
        let own = plan.removed.get(id as usize).copied().flatten();
        let keeps_any = || plan.keeps_any(element.first_block, element.end_block);
        let words = sums.of(element).words;
        let why = match own {
            Some(why) => Some(why),
            None if words == 0 || keeps_any() || reasons.within(id, element) => None,
            None => Some(guess(outline, marks, id)),
        };
        let Some(why) = why else {
            id += 1;
            continue;
        };
        let text = first_words(html, outline, id, own);
        // What holds no text needs no entry, unless it is why something is missing.
        let shows = element.tag == Tag::Iframe || matches!(why.reason, Reason::AdSlot | Reason::Tracker);
        if words > 0 || !text.is_empty() || (shows && own.is_some()) {
            let element = Some(element.ordinal);
            found.push(Removal { reason: why.reason, rule: why.rule, text, words, element, loose: false });
        }
        id = element.next;
    }
    let loose = outline.blocks.iter().enumerate().filter(|(at, _)| plan.keep.get(*at) == Some(&false));
    // What goes with its element is told with it, unless its own reason is another.
    let is_told = |block: &Block, mark: Mark| {
        let with = plan.removed.get(block.element as usize).copied().flatten();
        with.is_some_and(|why| why.reason == mark.reason)
    };
    let loose = loose.filter_map(|(at, block)| marks.block(at).map(|mark| (mark, block)));
    let loose = loose.filter(|(mark, block)| !is_told(block, *mark));
    for (mark, block) in loose.take(MOST.saturating_sub(found.len())) {
        let text = preview(html, block.span);
        if !found.iter().any(|removal| removal.text == text) {
            let (reason, rule, words) = (mark.reason, mark.rule, block.text.words);
            let holder = outline.element(block.element);
            let loose = holder.is_none_or(|holder| outline.blocks_of(holder).len() > 1);
            found.push(Removal { reason, rule, text, words, element: holder.map(|holder| holder.ordinal), loose });
        }
    }
    found
}

/// Adds the counting pixels that were met when the page was read again, as far as there is room.
pub(crate) fn add_trackers(found: &mut Vec<Removal>, vendors: &[&'static str]) {
    let trackers = vendors.iter().take(MOST.saturating_sub(found.len())).map(|&rule| Removal {
        reason: Reason::Tracker,
        rule,
        text: String::new(),
        words: 0,
        element: None,
        loose: false,
    });
    found.extend(trackers);
}

/// How many elements before each one have a reason of their own, so that "is there any in here" is one look.
struct Reasons {
    before: Vec<u32>,
}

impl Reasons {
    fn new(outline: &Outline, marks: &Marks, plan: &Plan) -> Self {
        let ids = 0..u32::try_from(outline.elements.len()).unwrap_or(u32::MAX);
        let has_reason =
            |id: ElementId| plan.removed.get(id as usize).is_some_and(Option::is_some) || marks.mark(id).is_some();
        Self { before: running(ids.map(has_reason)) }
    }

    /// Whether an element inside this one has a reason of its own.
    fn within(&self, id: ElementId, element: &Element) -> bool {
        self.before.get(id as usize + 1) != self.before.get(element.next as usize)
    }
}

/// What names say about a removal. The first row that fits decides: from the
/// particular to the general.
const BY_NAME: &[(ClassHints, Reason)] = &[
    (ClassHints::CONSENT, Reason::Consent),
    (ClassHints::PAYWALL, Reason::Paywall),
    (ClassHints::DONATE, Reason::Donation),
    (ClassHints::NEWSLETTER, Reason::Newsletter),
    (ClassHints::COMMENT, Reason::Comments),
    (ClassHints::SHARE.with(ClassHints::FOLLOW).with(ClassHints::BOOKMARK), Reason::ShareBar),
    (ClassHints::RELATED.with(ClassHints::POPULAR).with(ClassHints::TEASER), Reason::Related),
    (ClassHints::NAV.with(ClassHints::BREADCRUMB).with(ClassHints::TAGS).with(ClassHints::TOC), Reason::Navigation),
    (ClassHints::AUTHOR, Reason::AuthorBox),
    (ClassHints::COPYRIGHT.with(ClassHints::LEGAL), Reason::Copyright),
    (ClassHints::LOGIN, Reason::Registration),
];

/// What the names and tags of an element say about why it scored low.
fn guess(outline: &Outline, marks: &Marks, id: ElementId) -> Why {
    if let Some(mark) = marks.mark(id) {
        return Why { reason: mark.reason, rule: mark.rule };
    }
    let near = outline.ancestors(id).take(2).fold(ClassHints::NONE, |all, up| all | marks.hints(up));
    if let Some((_, reason)) = BY_NAME.iter().find(|(hints, _)| near.any(*hints)) {
        return Why { reason: *reason, rule: "score-and-name" };
    }
    let tag = outline.element(id).map_or(Tag::Other, |element| element.tag);
    let reason = if tag == Tag::Nav { Reason::Navigation } else { Reason::Boilerplate };
    Why { reason, rule: "score" }
}

fn first_words(html: &[u8], outline: &Outline, id: ElementId, own: Option<Why>) -> String {
    let Some(element) = outline.element(id) else { return String::new() };
    // A formula that is drawn beside its text, a player's unseen words: nobody misses them.
    let missed = own.is_some_and(|why| why.reason != Reason::Widget);
    let span = match outline.blocks_of(element).first() {
        Some(block) => block.span,
        // A line that is another element's, or nothing measured because it is not rendered.
        None if (element.hidden || missed) && !element.tag.is_opaque() => {
            Span { start: element.inner, end: element.end }
        }
        None => return String::new(),
    };
    preview(html, span)
}

/// The first words of a range of the page.
pub(crate) fn preview(html: &[u8], span: Span) -> String {
    let end = span.end.min(span.start.saturating_add(LOOK_AT));
    plain_text::cap(&plain_text::of_markup(Span { start: span.start, end }.of(html)), FIRST_WORDS)
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::article::Reason;

    #[test]
    fn no_more_are_listed_than_anybody_reads() {
        let prose =
            "<p>The keeper lit the lamp at six, as the harbour office had asked, and wrote down who came in.</p>";
        let pixels = "<img src=https://count.example/me.gif width=1 height=1>";
        let page =
            |pixels: &str| format!("<html><body><article>{}{pixels}{prose}</article></body></html>", prose.repeat(5));
        for (pixels, expected) in [(pixels.to_owned(), 1), (pixels.repeat(MOST + 10), MOST)] {
            let article = crate::extract(&page(&pixels), &crate::Options::default()).expect("an article");
            let trackers = article.removals.iter().filter(|removal| removal.reason == Reason::Tracker);
            assert_eq!(trackers.count(), expected);
        }
    }
}
