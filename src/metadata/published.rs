//! When the article was published and last changed.

use super::dates::{self, Moment, Order};
use super::page::Page;
use crate::json_ld::Subject;
use crate::outline::{Attr, ElementId};

const PUBLISHED_METAS: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article.published",
    "article:published",
    "published_time",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "pub_date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "og:pubdate",
    "og:published_time",
    "dc.date",
    "dcterms.date",
    "date",
    "created",
    "datecreated",
];

const MODIFIED_METAS: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article.updated",
    "modified_time",
    "revised",
];

#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) published: Option<Moment>,
    pub(super) modified: Option<Moment>,
    pub(super) elements: Vec<ElementId>,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, title: Option<ElementId>, order: Order) -> Dates {
    let _ = title;
    let parse = |text: &str| dates::parse(text, order);
    let meta = |keys: &[&str]| keys.iter().flat_map(|key| page.metas_of(key)).find_map(parse);
    let published = subject
        .and_then(|subject| subject.published.as_deref().or(subject.created.as_deref()))
        .and_then(parse)
        .or_else(|| meta(PUBLISHED_METAS));
    let modified =
        subject.and_then(|subject| subject.modified.as_deref()).and_then(parse).or_else(|| meta(MODIFIED_METAS));
    let timed = page.times.iter().find_map(|&id| parse(&page.attr(page.outline.element(id)?, Attr::Datetime)?));
    Dates { published: published.or(timed), modified, elements: page.times.clone() }
}
