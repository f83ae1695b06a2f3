//! The page as a whole: what it is made of, what it calls itself, and what its address looks like.
//!
//! The same block means different things on different pages: three lines and a link are a teaser on a news
//! page and the content of a listing. These columns are the same for all blocks of a page, and they are all that the
//! model of a page's kind knows.

use crate::address::{Address, percent_decoded};
use crate::clutter::{ClassHints, Marks};
use crate::json_ld::{SchemaType, SchemaTypes};
use crate::metadata::Metadata;
use crate::outline::{ElementId, Outline};
use crate::prose::{Sums, is_prose};

use super::address_words::ADDRESS_WORDS;
use super::holders::Holders;
use super::{Columns, flag, share};

/// Facts about the page that come from its metadata.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageFacts {
    /// The element that shows the title.
    pub(crate) title: Option<ElementId>,
    /// What the publisher calls the page in schema.org's words.
    pub(crate) types: SchemaTypes,
    /// `og:type`, lower-case.
    pub(crate) open_graph_type: Option<String>,
    /// The page's address, as the page states it, else the caller.
    pub(crate) url: Option<String>,
    pub(crate) has_byline: bool,
    pub(crate) has_date: bool,
}

impl PageFacts {
    pub(crate) fn of(metadata: &Metadata, url: Option<&str>) -> Self {
        Self {
            title: metadata.title_element,
            types: metadata.types,
            open_graph_type: metadata.open_graph_type.clone(),
            url: metadata.canonical.as_deref().or(url).map(str::to_owned),
            has_byline: metadata.byline.is_some(),
            has_date: metadata.published.is_some(),
        }
    }
}

/// Types whose presence is a column.
const TYPES: [(&str, &[SchemaType]); 10] = {
    use SchemaType as T;
    [
        ("says.article", &[T::Article, T::News, T::Blog, T::LiveBlog]),
        ("says.technical", &[T::Technical, T::HowTo]),
        ("says.forum", &[T::Forum, T::Question]),
        ("says.faq", &[T::Faq]),
        ("says.product", &[T::Product]),
        ("says.service", &[T::Service, T::Organisation]),
        ("says.collection", &[T::Collection]),
        ("says.media", &[T::Media, T::Event, T::Job, T::Work]),
        ("says.page", &[T::Page]),
        ("says.recipe", &[T::Recipe]),
    ]
};

/// Hints counted over the page.
const COUNTED: [(&str, ClassHints); 10] = [
    ("names.article", ClassHints::ARTICLE),
    ("names.comment", ClassHints::COMMENT),
    ("names.product", ClassHints::PRODUCT),
    ("names.forum", ClassHints::FORUM),
    ("names.listing", ClassHints::LISTING),
    ("names.question", ClassHints::QUESTION),
    ("names.code", ClassHints::CODE),
    ("names.toc", ClassHints::TOC),
    ("names.review", ClassHints::REVIEW),
    ("names.author", ClassHints::AUTHOR),
];

/// The columns of a page, made once.
pub(crate) struct PageColumns {
    values: Vec<(&'static str, f32)>,
}

impl PageColumns {
    pub(super) fn new(outline: &Outline, marks: &Marks, sums: &Sums, holders: &Holders, facts: &PageFacts) -> Self {
        let mut values = Vec::new();
        let mut put = |name: &'static str, value: f32| values.push((name, value));
        let all = sums.page();
        put("page.words", all.words as f32);
        put("page.blocks", all.blocks as f32);
        put("page.link_density", share(all.link_words, all.words));
        put("page.prose", share(all.prose, all.words));
        put("page.prose_words", all.prose as f32);
        put("page.stops", share(all.stops, all.words));
        let (mut prose, mut longest, mut digits) = (0_u32, 0_u32, 0_u32);
        for block in &outline.blocks {
            digits = digits.saturating_add(block.text.digits);
            if is_prose(block) {
                prose = prose.saturating_add(1);
                longest = longest.max(block.text.words);
            }
        }
        put("page.prose_blocks", prose as f32);
        put("page.longest", longest as f32);
        put("page.prose_length", share(all.prose, prose));
        put("page.digits", share(digits, all.words));
        put("page.marked", share(holders.marked(), all.words));
        let held = holders.page();
        put("page.elements", held.elements as f32);
        put("page.articles", held.articles as f32);
        put("page.h1", held.titles as f32);
        put("page.headings", held.headings as f32);
        put("page.paragraphs", held.paragraphs as f32);
        put("page.items", held.items as f32);
        put("page.media", held.media as f32);
        put("page.controls", held.controls as f32);
        put("page.times", held.times as f32);
        put("page.cells", held.cells as f32);
        put("page.code", held.code as f32);
        put("page.links", held.links as f32);
        put("page.words_per_link", share(all.words, held.links));
        for ((name, _), named) in COUNTED.iter().zip(count_named(outline, marks)) {
            put(name, named as f32);
        }
        for (name, types) in TYPES {
            put(name, flag(types.iter().any(|&kind| facts.types.contains(kind))));
        }
        let og = facts.open_graph_type.as_deref();
        put("page.og_article", flag(og == Some("article")));
        put("page.og_product", flag(og.is_some_and(|og| og.contains("product"))));
        put("page.og_website", flag(og == Some("website")));
        put("page.byline", flag(facts.has_byline));
        put("page.date", flag(facts.has_date));
        address_columns(facts.url.as_deref(), &mut put);
        Self { values }
    }

    pub(crate) fn write(&self, out: &mut impl Columns) {
        out.put_shared(&self.values);
    }
}

/// How many elements have each of the counted hints.
fn count_named(outline: &Outline, marks: &Marks) -> [u32; COUNTED.len()] {
    let any = COUNTED.iter().fold(ClassHints::NONE, |any, (_, hint)| any | *hint);
    let mut named = [0_u32; COUNTED.len()];
    for (id, _) in (0_u32..).zip(&outline.elements) {
        let hints = marks.hints(id);
        // Most elements have none.
        if hints.any(any) {
            for (count, (_, hint)) in named.iter_mut().zip(COUNTED) {
                *count += u32::from(hints.any(hint));
            }
        }
    }
    named
}

/// What an address looks like: how deep, how long its last part, which words.
fn address_columns(url: Option<&str>, put: &mut impl FnMut(&'static str, f32)) {
    let address = url.and_then(|url| Address::parse(url, None));
    let path = address.as_ref().map(|address| String::from_utf8_lossy(&percent_decoded(address.path())).to_lowercase());
    let path = path.unwrap_or_default();
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let last = parts.last().copied().unwrap_or_default();
    put("url.known", flag(address.is_some()));
    put("url.depth", parts.len() as f32);
    put("url.slug", last.split(['-', '_']).filter(|word| !word.is_empty()).count() as f32);
    put("url.digits", last.chars().filter(char::is_ascii_digit).count() as f32);
    let year = |part: &&&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    put("url.year", flag(parts.iter().any(|part| year(&part))));
    put("url.page", flag(last.contains(".htm") || last.contains(".php") || last.contains(".asp")));
    let host = address.as_ref().map(Address::host).unwrap_or_default();
    for (name, words) in ADDRESS_WORDS {
        let in_path = parts.iter().any(|part| words.contains(part));
        let in_host = host.split('.').any(|part| part.len() > 1 && words.contains(&part));
        put(name, flag(in_path) + flag(in_host));
    }
}
