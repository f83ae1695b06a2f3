//! Metadata: the facts around an article, and which elements show them.
//!
//! A page says the same thing in many places, for machines and for readers,
//! and not always the same way. Each fact has its own module, which gathers
//! what the page states, weighs it against what the page shows, and cleans
//! it. Nothing here is written as markup: all facts are plain text, free of
//! controls, of bounded length.
//!
//! The elements that show a fact are named beside it, so that the body does
//! not say again what the reader shows at its head.

mod access;
mod byline;
mod dates;
mod language;
mod markup_words;
mod months;
mod names;
mod page;
mod place;
mod published;
mod site;
mod standfirst;
mod stems;
mod title;
mod words;

use crate::article::{Access, Direction};
use crate::json_ld::{SchemaTypes, Subject};
use crate::outline::{ElementId, Outline};
use crate::plain_text as text;
use page::Page;

/// Longest facts, in characters.
const MAX_TITLE: usize = 300;
const MAX_BYLINE: usize = 200;
const MAX_NAME: usize = 120;
const MAX_EXCERPT: usize = 500;

/// The facts around an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    /// The authors with commas between, no "By", no roles.
    pub(crate) byline: Option<String>,
    pub(crate) site_name: Option<String>,
    /// ISO 8601.
    pub(crate) published: Option<String>,
    /// ISO 8601.
    pub(crate) modified: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) dir: Option<Direction>,
    /// Absolute address of the lead image.
    pub(crate) image: Option<String>,
    pub(crate) excerpt: Option<String>,
    /// The page's own address as it states it.
    pub(crate) canonical: Option<String>,
    pub(crate) access: Option<Access>,
    /// What the page calls itself in schema.org's words.
    pub(crate) types: SchemaTypes,
    /// `og:type`, lower-case.
    pub(crate) open_graph_type: Option<String>,
    /// The heading that shows the title.
    pub(crate) title_element: Option<ElementId>,
    /// Elements that show the authors.
    pub(crate) byline_elements: Vec<ElementId>,
    /// Elements that show the dates.
    pub(crate) date_elements: Vec<ElementId>,
    /// The block under the title that says what the article is about.
    pub(crate) standfirst: Option<usize>,
}

/// Reads the facts of a page that has been measured.
pub(crate) fn read(html: &[u8], outline: &Outline, document_url: Option<&str>) -> Metadata {
    let page = Page::new(html, outline);
    let canonical = site::canonical(&page, document_url);
    let address = document_url.or(canonical.as_deref());
    let subject = subject(&page, address);
    let sites = site::keys(&page, subject, address);
    let title = title::find(&page, subject, &sites, address);
    let lang = language::find(&page, subject, title.element);
    let order = dates::Order::of_language(lang.as_deref());
    let byline = byline::find(&page, subject, title.element, &sites);
    let dates = published::find(&page, subject, title.element, order);
    let site_name = site::name(&page, subject);
    let joined = names::join(&byline.authors, &byline.lines);
    Metadata {
        title: title.text.map(|title| text::cap(&title, MAX_TITLE)),
        byline: (!joined.is_empty()).then(|| text::cap(&joined, MAX_BYLINE)),
        site_name: site_name.map(|name| text::cap(&name, MAX_NAME)),
        published: dates.published.map(|moment| moment.to_string()),
        modified: dates.modified.map(|moment| moment.to_string()),
        dir: language::direction(&page, lang.as_deref(), title.element),
        lang,
        image: site::image(&page, subject, address),
        excerpt: site::excerpt(&page, subject).map(|excerpt| text::cap(&excerpt, MAX_EXCERPT)),
        canonical,
        access: access::find(&page),
        types: page.json_ld.types,
        open_graph_type: page.meta(&["og:type"]).map(str::to_ascii_lowercase),
        standfirst: standfirst::find(&page, subject, title.element),
        title_element: title.element,
        byline_elements: byline.elements,
        date_elements: dates.elements,
    }
}

/// The node that the page is about: of the likeliest type, and where there
/// are several, the one whose address or headline is the page's own.
fn subject<'p>(page: &'p Page<'_>, address: Option<&str>) -> Option<&'p Subject> {
    let subjects = &page.json_ld.subjects;
    let title = text::key(&page.title);
    let own_title = page.meta(&["og:title"]).map(text::key);
    let is_own = |subject: &Subject| {
        let same_address = address.is_some_and(|address| subject.urls.iter().any(|url| same_address(url, address)));
        let headline =
            subject.headline.as_deref().map(|headline| text::key(&text::of_value(headline))).unwrap_or_default();
        let same_title = headline.len() >= 6
            && (title.contains(&headline) || own_title.as_ref().is_some_and(|own| own.contains(&headline)));
        u8::from(same_address) + u8::from(same_title)
    };
    // A question page's question knows more than the page around it.
    let weight = |subject: &Subject| (subject.rank, is_own(subject), !subject.authors.is_empty());
    let best = subjects.iter().map(weight).max()?;
    subjects.iter().find(|subject| weight(subject) == best)
}

/// Whether two addresses name the same page, whatever protocol, fragment and trailing slash they have.
fn same_address(one: &str, other: &str) -> bool {
    fn bare(address: &str) -> &str {
        let address = address.split(['#', '?']).next().unwrap_or_default();
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/')
    }
    !bare(one).is_empty() && bare(one) == bare(other)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
