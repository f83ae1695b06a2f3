//! The authors, and where the page names them.

use super::names;
use super::page::Page;
use super::text;
use crate::json_ld::Subject;
use crate::outline::ElementId;

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

/// The authors, their organisations only where no person is named.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    pub(super) elements: Vec<ElementId>,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, title: Option<ElementId>, sites: &[String]) -> Byline {
    let elements = elements(page, title);
    let mut groups: Vec<Vec<String>> = Vec::new();
    let stated = subject.map(|subject| subject.authors.as_slice()).unwrap_or_default();
    groups.push(stated.iter().filter(|author| !author.organisation).flat_map(|author| names::split(&author.name)).collect());
    groups.push(page.metas_of("citation_author").flat_map(|name| names::split(&names::turn_round(name))).collect());
    for key in AUTHOR_METAS {
        groups.push(page.metas_of(key).filter(|name| !name.contains("://")).flat_map(names::split).collect());
    }
    groups.extend(elements.iter().map(|(_, text)| names::split(text)));
    groups.push(stated.iter().filter(|author| author.organisation).flat_map(|author| names::split(&author.name)).collect());
    let is_person = |name: &String| !names::is_organisation(name) && !sites.contains(&text::key(name));
    let people = groups.iter().map(|group| group.iter().filter(|name| is_person(name)).cloned().collect::<Vec<_>>());
    let authors = people.into_iter().find(|group| !group.is_empty()).or_else(|| groups.iter().find(|group| !group.is_empty()).cloned());
    Byline { authors: authors.unwrap_or_default(), elements: elements.into_iter().map(|(id, _)| id).collect() }
}

/// Elements that show the byline, nearest to the title first.
fn elements(page: &Page<'_>, title: Option<ElementId>) -> Vec<(ElementId, String)> {
    let _ = title;
    page.bylines
        .iter()
        .filter_map(|&id| {
            let text = page.text_of(page.outline.element(id)?);
            (!text.is_empty() && text.chars().count() < 200).then_some((id, text))
        })
        .collect()
}
