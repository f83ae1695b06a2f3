//! The authors, and where the page names them.

use super::names;
use super::page::{Page, Plainness};
use super::text;
use super::words::SURROUNDING_STEMS;
use crate::json_ld::Subject;
use crate::outline::{Attr, Element, ElementId};

/// Keys of `meta` elements that name authors.
const AUTHOR_METAS: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "article.author",
    "cxenseparse:author",
    "rbauthors",
    "authors",
    "twitter:creator:name",
];

/// From this score on the page shows its authors beyond doubt.
const CERTAIN: i32 = 16;

/// Names joined at most from several elements beside each other.
const MAX_TOGETHER: usize = 12;

/// The authors, their organisations only where no person is named.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    pub(super) elements: Vec<ElementId>,
}

/// A place that shows a name.
struct Candidate {
    id: ElementId,
    names: Vec<String>,
    /// How much it looks like this article's byline.
    score: i32,
    /// First block in it.
    block: u32,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, title: Option<ElementId>, sites: &[String]) -> Byline {
    let candidates = candidates(page, title);
    let together = best_together(&candidates);
    let shown = unique(together.iter().flat_map(|candidate| candidate.names.iter().cloned()));
    let elements = together.iter().map(|candidate| candidate.id).collect();

    let mut groups = stated(page, subject);
    let is_person = |name: &String| !names::is_organisation(name) && !sites.contains(&text::key(name));
    let certain = together.first().is_some_and(|best| best.score >= CERTAIN) && shown.iter().all(|name| names::is_personal(name));
    groups.insert(if certain { 0 } else { groups.len() }, shown.clone());
    let people: Vec<Vec<String>> =
        groups.iter().map(|group| group.iter().filter(|name| is_person(name)).cloned().collect()).collect();
    let stated_organisation = subject.into_iter().flat_map(|subject| &subject.authors).filter(|author| author.organisation);
    if page.is_article() {
        groups.push(unique(stated_organisation.flat_map(|author| names::split(&author.name))));
    } else {
        groups.retain(|group| group.iter().any(|name| !sites.contains(&text::key(name))));
    }
    let authors = people.into_iter().find(|group| !group.is_empty());
    let authors = authors.or_else(|| groups.into_iter().find(|group| !group.is_empty())).unwrap_or_default();
    // Structured data often names the first of several whom the page shows.
    let same = |name: &String| shown.iter().any(|shown| text::key(shown) == text::key(name));
    let whole = !authors.is_empty() && shown.len() > authors.len() && shown.iter().all(|name| names::is_personal(name)) && authors.iter().all(same);
    Byline { authors: if whole { shown } else { authors }, elements }
}

/// What structured data and `meta` elements say, the best statement first.
fn stated(page: &Page<'_>, subject: Option<&Subject>) -> Vec<Vec<String>> {
    let persons = subject.into_iter().flat_map(|subject| &subject.authors).filter(|author| !author.organisation);
    let mut groups = vec![
        unique(persons.flat_map(|author| names::split(&author.name))),
        unique(page.metas_of("citation_author").flat_map(|name| names::split(&names::turn_round(name)))),
    ];
    for key in AUTHOR_METAS {
        groups.push(unique(page.metas_of(key).filter(|name| !name.contains("://")).flat_map(names::split)));
    }
    // What a link preview shows beside the title.
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        if page.meta(&[label]).is_some_and(|label| names::without_by(label).is_empty()) {
            groups.push(unique(page.metas_of(data).flat_map(names::split)));
        }
    }
    groups
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if seen.len() < MAX_TOGETHER * 2 && !seen.iter().any(|known| text::key(known) == text::key(&name)) {
            seen.push(name);
        }
    }
    seen
}

/// The likeliest candidate and those of its kind right beside it.
fn best_together(candidates: &[Candidate]) -> Vec<&Candidate> {
    let Some(best) = candidates.iter().reduce(|best, next| if next.score > best.score { next } else { best }) else {
        return Vec::new();
    };
    let mut together = vec![best];
    let mut block = best.block;
    for next in candidates.iter().filter(|next| next.id > best.id) {
        if next.score != best.score || next.block > block + 2 || together.len() >= MAX_TOGETHER {
            break;
        }
        block = next.block;
        together.push(next);
    }
    together
}

/// Places that show a name, in source order, the innermost of nested ones.
fn candidates(page: &Page<'_>, title: Option<ElementId>) -> Vec<Candidate> {
    let title_block = title.and_then(|id| page.outline.element(id)).map(|element| element.first_block);
    let mut found: Vec<Candidate> = Vec::new();
    for &(id, plainness) in &page.bylines {
        let Some(element) = page.outline.element(id) else { continue };
        let near = nearness(element.first_block, title_block);
        let prose = page.is_article() || page.is_forum();
        let plain = plainness >= if near > 1 { Plainness::Link } else { Plainness::Class } || plainness == Plainness::Member && page.is_forum();
        if !plain || near < 2 && !prose || Some(id) == title {
            continue;
        }
        let Some(names) = names_shown(page, element, plainness) else { continue };
        if surrounds(page, id) {
            continue;
        }
        // A candidate around this one says the same and more.
        found.retain(|outer| page.outline.element(outer.id).is_none_or(|outer| outer.next <= id));
        found.push(Candidate { id, names, score: near * 4 + plainness as i32, block: element.first_block });
    }
    found.extend(by_lines(page, title_block));
    found.sort_by_key(|candidate| candidate.id);
    found
}

/// Names in an element that is short enough to be a byline.
fn names_shown(page: &Page<'_>, element: &Element, plainness: Plainness) -> Option<Vec<String>> {
    const LONGEST: usize = 160;
    const MOST_BYTES: u32 = 8 << 10;
    if element.end.saturating_sub(element.inner) > MOST_BYTES {
        return None;
    }
    let text = page.lines_of(element).join(" | ");
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let mut names = names::split(&text);
    if plainness == Plainness::Link || names.len() > 1 && names.iter().any(|name| names::is_personal(name)) {
        names.retain(|name| names::is_personal(name) || plainness == Plainness::Stated && names::is_organisation(name));
    }
    (!names.is_empty()).then_some(names)
}

/// Blocks that begin with "By" near the title, or with "Written by" anywhere,
/// and have a person's name behind it.
fn by_lines(page: &Page<'_>, title_block: Option<u32>) -> Vec<Candidate> {
    const LONGEST: u32 = 140;
    let mut after_by = false;
    let mut found = Vec::new();
    for (at, block) in (0..).zip(&page.outline.blocks) {
        let near = nearness(at, title_block);
        if block.text.chars > LONGEST || near < 2 && !page.is_article() {
            after_by = false;
            continue;
        }
        let text = text::of_markup(block.span.of(page.html));
        let introduced = if near >= 2 { after_by || names::begins_with_by(&text) } else { names::begins_plainly(&text) };
        after_by = near >= 2 && !text.is_empty() && names::without_by(&text).is_empty();
        if !introduced {
            continue;
        }
        let names: Vec<String> = names::split(&text).into_iter().filter(|name| names::is_personal(name)).collect();
        if !names.is_empty() && !surrounds(page, block.element) {
            found.push(Candidate { id: block.element, names, score: near * 4 + Plainness::Stated as i32, block: at });
        }
    }
    found
}

/// 4 right at the title, 3 near it, 1 or 2 farther behind it, 0 before it.
fn nearness(block: u32, title: Option<u32>) -> i32 {
    let Some(title) = title else { return 0 };
    match block.checked_sub(title) {
        Some(0..=8) => 4,
        Some(9..=20) => 2,
        Some(_) => 1,
        None if title - block <= 4 => 3,
        None => 0,
    }
}

/// Whether an element is part of what surrounds an article.
fn surrounds(page: &Page<'_>, id: ElementId) -> bool {
    page.outline.ancestors(id).filter_map(|id| page.outline.element(id)).any(|element| {
        use crate::tag::Tag;
        matches!(element.tag, Tag::Nav | Tag::Aside | Tag::Footer)
            || !matches!(element.tag, Tag::Body | Tag::Html)
                && [Attr::Class, Attr::Id].into_iter().any(|attr| {
                    let value = page.outline.attr(page.html, element, attr).unwrap_or_default();
                    SURROUNDING_STEMS.in_value(value)
                })
    })
}
