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
    let shown = best_together(&candidates);
    let shown_names = unique(shown.iter().flat_map(|candidate| candidate.names.iter().cloned()));
    let elements = shown.iter().map(|candidate| candidate.id).collect();

    let mut groups: Vec<Vec<String>> = Vec::new();
    let stated = subject.map(|subject| subject.authors.as_slice()).unwrap_or_default();
    groups.push(unique(stated.iter().filter(|author| !author.organisation).flat_map(|author| names::split(&author.name))));
    groups.push(unique(page.metas_of("citation_author").flat_map(|name| names::split(&names::turn_round(name)))));
    for key in AUTHOR_METAS {
        groups.push(unique(page.metas_of(key).filter(|name| !name.contains("://")).flat_map(names::split)));
    }
    groups.push(shown_names.clone());
    groups.push(unique(stated.iter().filter(|author| author.organisation).flat_map(|author| names::split(&author.name))));

    let is_person = |name: &String| !names::is_organisation(name) && !sites.contains(&text::key(name));
    let people: Vec<Vec<String>> = groups.iter().map(|group| group.iter().filter(|name| is_person(name)).cloned().collect()).collect();
    let authors = people.into_iter().find(|group| !group.is_empty()).or_else(|| groups.into_iter().find(|group| !group.is_empty()));
    let authors = authors.unwrap_or_default();
    // Structured data often names the first of several whom the page shows.
    let whole = shown_names.len() > authors.len() && authors.iter().all(|name| shown_names.iter().any(|shown| text::key(shown) == text::key(name)));
    Byline { authors: if whole && !authors.is_empty() { shown_names } else { authors }, elements }
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
        let Some(names) = names_shown(page, element, plainness) else { continue };
        let near = nearness(element.first_block, title_block);
        if near == 0 && (!page.is_article() || plainness == Plainness::Link) || surrounds(page, id) {
            continue;
        }
        let score = near * 4 + plainness as i32 * 2;
        // A candidate around this one says the same and more.
        found.retain(|outer| page.outline.element(outer.id).is_none_or(|outer| outer.next <= id));
        found.push(Candidate { id, names, score, block: element.first_block });
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
    let text = page.text_of(element);
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let mut names = names::split(&text);
    if plainness == Plainness::Link || !names::begins_with_by(&text) && names.len() > 1 {
        names.retain(|name| names::is_personal(name) || plainness == Plainness::Stated && names::is_organisation(name));
    }
    (!names.is_empty()).then_some(names)
}

/// Blocks near the title that begin with "By" and have a person's name behind it.
fn by_lines(page: &Page<'_>, title_block: Option<u32>) -> Vec<Candidate> {
    const LONGEST: u32 = 140;
    let Some(title_block) = title_block else { return Vec::new() };
    let first = title_block.saturating_sub(4);
    let blocks = page.outline.blocks.iter().skip(first as usize).take(24);
    let mut after_by = false;
    let mut found = Vec::new();
    for (at, block) in (first..).zip(blocks) {
        if block.text.chars > LONGEST {
            after_by = false;
            continue;
        }
        let text = text::of_markup(block.span.of(page.html));
        let names: Vec<String> = names::split(&text).into_iter().filter(|name| names::is_personal(name)).collect();
        if (after_by || names::begins_with_by(&text)) && !names.is_empty() {
            let score = nearness(at, Some(title_block)) * 4 + 5;
            found.push(Candidate { id: block.element, names, score, block: at });
        }
        after_by = names::without_by(&text).is_empty() && !text.is_empty();
    }
    found
}

/// 3 right at the title, 2 near it, 1 after it, 0 elsewhere.
fn nearness(block: u32, title: Option<u32>) -> i32 {
    let Some(title) = title else { return 0 };
    match (block.checked_sub(title), title.checked_sub(block)) {
        (Some(0..=8), _) | (_, Some(0..=4)) => 3,
        (Some(0..=20), _) | (_, Some(0..=8)) => 2,
        (Some(_), _) => 0,
        _ => 0,
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
