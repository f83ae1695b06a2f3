//! JSON-LD: what a page says about itself in schema.org's vocabulary.
//!
//! A page's scripts together make a graph: a few top-level nodes (the
//! article, the page, the site, breadcrumbs) that refer to each other by
//! `@id`. This module reads the graph into [`Subject`]s, the nodes that may be
//! what the page is about, and leaves it to [`metadata`](crate::metadata) to
//! weigh them against what the page shows.

mod json;
mod types;

pub(crate) use types::{SchemaType, SchemaTypes};

use crate::article::Access;
use json::Json;

/// Subjects kept; a page that names more is a list of other pages.
const MAX_SUBJECTS: usize = 24;
/// Nodes that a reference is looked up in.
const MAX_NAMED: usize = 256;
/// Authors read of one subject.
const MAX_AUTHORS: usize = 24;

/// All that the scripts of a page say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct JsonLd {
    /// Candidates for what the page is about, in source order.
    pub(crate) subjects: Vec<Subject>,
    /// Types of all top-level nodes.
    pub(crate) types: SchemaTypes,
    /// `name` of the `WebSite` node.
    pub(crate) site_name: Option<String>,
    /// `name` of an organisation that stands for itself at the top level.
    pub(crate) organisation: Option<String>,
    /// What any node says about access; a lock wins.
    pub(crate) access: Option<Access>,
}

/// A node that may be what the page is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Subject {
    /// How likely its type is a page's own subject, 5 for articles.
    pub(crate) rank: u8,
    pub(crate) headline: Option<String>,
    pub(crate) authors: Vec<Author>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) created: Option<String>,
    pub(crate) image: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) urls: Vec<String>,
}

/// Somebody whom the page names as its author.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Author {
    /// As the page writes it.
    pub(crate) name: String,
    /// The page says that this is no person.
    pub(crate) organisation: bool,
}

/// Reads the scripts of a page.
pub(crate) fn read<'h>(scripts: impl Iterator<Item = &'h [u8]>) -> JsonLd {
    let values: Vec<Json<'h>> = scripts.flat_map(json::read).collect();
    let mut nodes = Vec::new();
    for value in &values {
        top_level(value, &mut nodes, 0);
    }
    let graph =
        Graph { named: nodes.iter().copied().filter(|node| node.get("@id").is_some()).take(MAX_NAMED).collect() };
    let mut found = JsonLd::default();
    let all_kinds: Vec<Vec<SchemaType>> = nodes.iter().map(|node| kinds_of(node)).collect();
    // The questions of an FAQ are parts of a page, however often Google's guide has them at its top.
    let is_question = |kinds: &Vec<SchemaType>| kinds.contains(&SchemaType::Question);
    let faq = all_kinds.iter().any(|kinds| kinds.contains(&SchemaType::Faq))
        || all_kinds.iter().filter(|kinds| is_question(kinds)).count() > 2;
    for (node, kinds) in nodes.into_iter().zip(all_kinds) {
        if faq && is_question(&kinds) {
            continue;
        }
        let rank = kinds.iter().map(|&kind| types::subject_rank(kind)).max().unwrap_or(0);
        for &kind in &kinds {
            found.types.insert(kind);
        }
        read_access(node, &mut found);
        if kinds.contains(&SchemaType::Site) && found.site_name.is_none() {
            found.site_name = text_of(node, "name");
        }
        if kinds.contains(&SchemaType::Organisation) && found.organisation.is_none() {
            found.organisation = text_of(node, "name");
        }
        if rank > 0 && found.subjects.len() < MAX_SUBJECTS {
            found.subjects.push(graph.subject(node, rank));
        }
    }
    found
}

/// Collects the nodes that stand for themselves: those of a script, of its
/// `@graph`, and what a page node names as its main entity.
fn top_level<'j, 'h>(value: &'j Json<'h>, nodes: &mut Vec<&'j Json<'h>>, depth: u32) {
    const DEEPEST: u32 = 4;
    if depth > DEEPEST {
        return;
    }
    for item in value.items() {
        match item {
            Json::List(_) => top_level(item, nodes, depth + 1),
            Json::Object(_) => {
                if item.get("@type").is_some() || item.get("@id").is_some() {
                    nodes.push(item);
                }
                for inner in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let Some(inner) = item.get(inner) {
                        top_level(inner, nodes, depth + 1);
                    }
                }
            }
            Json::Text(_) => {}
        }
    }
}

fn kinds_of(node: &Json<'_>) -> Vec<SchemaType> {
    let names = node.get("@type").map(Json::items).unwrap_or_default();
    names.iter().filter_map(Json::text).filter_map(SchemaType::from_name).collect()
}

/// A member's text, where it is text or a list that begins with text.
fn text_of(node: &Json<'_>, key: &str) -> Option<String> {
    let text = node.get(key)?.items().first()?.text()?.trim();
    (!text.is_empty() && text != "null").then(|| text.to_owned())
}

/// Google's convention for gated text: the node, or a part of it, is not free.
fn read_access(node: &Json<'_>, found: &mut JsonLd) {
    let statement = |node: &Json<'_>| text_of(node, "isAccessibleForFree").and_then(|text| parse_free(&text));
    let mut says = statement(node);
    let parts = node.get("hasPart").map(Json::items).unwrap_or_default();
    if parts.iter().any(|part| statement(part) == Some(Access::Locked)) {
        says = Some(Access::Locked);
    }
    if found.access != Some(Access::Locked) {
        found.access = says.or(found.access);
    }
}

/// `true`, `"False"`, `https://schema.org/False` …
fn parse_free(text: &str) -> Option<Access> {
    let word = text.rsplit('/').next().unwrap_or_default().trim();
    if word.eq_ignore_ascii_case("true") {
        Some(Access::Free)
    } else if word.eq_ignore_ascii_case("false") {
        Some(Access::Locked)
    } else {
        None
    }
}

/// Nodes that others refer to.
struct Graph<'j, 'h> {
    named: Vec<&'j Json<'h>>,
}

impl<'j, 'h> Graph<'j, 'h> {
    /// The node that a reference means, or the value itself.
    fn resolve(&self, value: &'j Json<'h>) -> &'j Json<'h> {
        let Some(id) = value.get("@id") else { return value };
        if value.get("name").is_some() || value.get("url").is_some() {
            return value;
        }
        self.named
            .iter()
            .copied()
            .find(|node| node.get("@id") == Some(id) && node.get("@type").is_some())
            .unwrap_or(value)
    }

    fn subject(&self, node: &'j Json<'h>, rank: u8) -> Subject {
        let publisher = node.get("publisher").and_then(|value| value.items().first()).map(|value| self.resolve(value));
        let image =
            ["image", "thumbnailUrl"].iter().find_map(|key| node.get(key)).and_then(|value| self.address(value));
        let page = node.get("mainEntityOfPage").and_then(|value| self.address(value));
        Subject {
            rank,
            headline: text_of(node, "headline").or_else(|| text_of(node, "name")),
            authors: self.authors(node),
            publisher: publisher.and_then(name_of),
            published: text_of(node, "datePublished").or_else(|| text_of(node, "uploadDate")),
            modified: text_of(node, "dateModified"),
            created: text_of(node, "dateCreated"),
            image,
            language: node.get("inLanguage").and_then(language_of),
            description: text_of(node, "description"),
            urls: [text_of(node, "url"), text_of(node, "@id"), page].into_iter().flatten().collect(),
        }
    }

    fn authors(&self, node: &'j Json<'h>) -> Vec<Author> {
        let mut authors = Vec::new();
        let Some(creators) = ["author", "creator"].iter().find_map(|key| node.get(key)) else {
            return authors;
        };
        for value in creators.items().iter().take(MAX_AUTHORS) {
            let value = self.resolve(value);
            let organisation =
                kinds_of(value).iter().any(|kind| matches!(kind, SchemaType::Organisation | SchemaType::Service));
            // Some write one person with a list of names.
            match value.get("name") {
                Some(Json::List(names)) => {
                    let names = names.iter().take(MAX_AUTHORS).filter_map(Json::text);
                    authors.extend(names.map(|name| Author { name: name.to_owned(), organisation }));
                }
                _ => authors.extend(name_of(value).map(|name| Author { name, organisation })),
            }
        }
        authors
    }

    /// The address in a text, an image object, a reference or a list of these.
    fn address(&self, value: &'j Json<'h>) -> Option<String> {
        let value = value.items().first()?;
        if let Some(text) = value.text() {
            return Some(text.to_owned());
        }
        let node = self.resolve(value);
        ["url", "contentUrl", "@id"].iter().find_map(|key| text_of(node, key))
    }
}

/// The name of a person or organisation, given as text or as a node.
fn name_of(value: &Json<'_>) -> Option<String> {
    if let Some(text) = value.text() {
        return Some(text.to_owned());
    }
    text_of(value, "name").or_else(|| {
        let parts = [text_of(value, "givenName"), text_of(value, "familyName")];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    })
}

/// `"en"` or `{"@type": "Language", "alternateName": "en", "name": "English"}`.
fn language_of(value: &Json<'_>) -> Option<String> {
    let value = value.items().first()?;
    value.text().map(str::to_owned).or_else(|| text_of(value, "alternateName")).or_else(|| text_of(value, "name"))
}

#[cfg(test)]
mod tests;
