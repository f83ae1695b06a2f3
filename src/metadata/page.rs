//! The places in a page where facts about it stand, gathered in one sweep.

use super::markup_words::{
    AUTHOR_LOOKALIKES, AUTHOR_PATHS, AUTHOR_STEMS, BYLINE_STEMS, DATE_STEMS, FORUM_PATHS, MEMBER_PATHS, TEST_NAMES,
};
use super::text;
use crate::entity;
use crate::json_ld::{self, JsonLd, SchemaType};
use crate::outline::{Attr, Element, ElementId, Outline, Span};
use crate::tag::Tag;

/// Statements kept of `meta` elements.
const MAX_METAS: usize = 400;
/// Characters kept of one: as long as the longest address, which is longer than any other fact.
const LONGEST_META: usize = 4096 + 1;
/// Headings, times and bylines kept of each kind.
const MAX_PLACES: usize = 200;
/// JSON-LD bytes read.
const MAX_JSON_LD: usize = 4 << 20;

/// A page's own statements, and the visible elements that may show them.
pub(super) struct Page<'h> {
    pub(super) html: &'h [u8],
    pub(super) outline: &'h Outline,
    /// Key (lower-case) and content of each `meta`, in source order.
    pub(super) metas: Vec<(String, String)>,
    pub(super) json_ld: JsonLd,
    /// Text of `<title>`.
    pub(super) title: String,
    /// `link[rel=canonical]`.
    pub(super) canonical: Option<String>,
    /// Visible headings of level 1 and 2, in source order.
    pub(super) headings: Vec<ElementId>,
    /// `time` elements and those with `itemprop=datePublished` or a class that says the like.
    pub(super) times: Vec<ElementId>,
    /// Elements that call themselves author or byline, and how plainly.
    pub(super) bylines: Vec<(ElementId, Plainness)>,
    /// The page calls itself prose: an article, a post, news.
    pub(super) is_article: bool,
    /// The page calls itself a thread or a question, or has the address of one.
    pub(super) is_forum: bool,
    /// The page calls itself a shop's or a list's and not prose.
    pub(super) is_collection: bool,
    /// `itemprop=headline`.
    pub(super) headlines: Vec<ElementId>,
}

/// How plainly an element says that its text is the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Plainness {
    /// A link to a page about a member of a forum.
    Member,
    /// A link to a page about an author.
    Link,
    /// A class or id speaks of an author.
    Class,
    /// `itemprop`, `rel` or a class says author or byline.
    Stated,
}

impl<'h> Page<'h> {
    pub(super) fn new(html: &'h [u8], outline: &'h Outline) -> Self {
        let mut page = Self {
            html,
            outline,
            metas: Vec::new(),
            json_ld: json_ld::read(scripts(html, outline)),
            title: text::of_markup(outline.title.of(html)),
            canonical: None,
            headings: Vec::new(),
            times: Vec::new(),
            bylines: Vec::new(),
            headlines: Vec::new(),
            is_article: false,
            is_forum: false,
            is_collection: false,
        };
        for (id, element) in (0..).zip(&outline.elements) {
            page.look_at(id, element);
        }
        page.classify();
        page
    }

    fn look_at(&mut self, id: ElementId, element: &Element) {
        match element.tag {
            Tag::Meta => self.look_at_meta(element),
            Tag::Link if self.canonical.is_none() && self.has_word(element, Attr::Rel, "canonical") => {
                self.canonical = self.attr(element, Attr::Href).filter(|href| !href.is_empty());
            }
            Tag::H1 | Tag::H2 if !element.hidden && self.headings.len() < MAX_PLACES => self.headings.push(id),
            _ => {}
        }
        if let Some(kinds) = self.attr(element, Attr::Itemtype) {
            for kind in kinds.split_ascii_whitespace().filter_map(SchemaType::from_name) {
                self.json_ld.types.insert(kind);
            }
        }
        if element.tag == Tag::Meta || element.hidden {
            return;
        }
        let itemprop = self.attr(element, Attr::Itemprop).unwrap_or_default().to_ascii_lowercase();
        let is = |name: &str| itemprop.split_ascii_whitespace().any(|word| word == name);
        let dated = element.tag == Tag::Time || is("datepublished") || is("datemodified") || self.is_date_line(element);
        if dated && self.times.len() < MAX_PLACES {
            self.times.push(id);
        }
        if is("headline") && self.headlines.len() < MAX_PLACES {
            self.headlines.push(id);
        }
        if self.bylines.len() < MAX_PLACES {
            let plainness = if is("author") || is("creator") || self.has_word(element, Attr::Rel, "author") {
                Some(Plainness::Stated)
            } else {
                self.plainness(element)
            };
            self.bylines.extend(plainness.map(|plainness| (id, plainness)));
        }
    }

    /// Whether a short element's class speaks of the date of publication.
    fn is_date_line(&self, element: &Element) -> bool {
        const LONGEST: u32 = 400;
        // The day and the year: few elements have as many digits, and looking at classes is slower.
        let digits = self.outline.blocks.get(element.first_block as usize).is_some_and(|block| block.text.digits >= 3);
        digits
            && element.end.saturating_sub(element.inner) <= LONGEST
            && !element.tag.is_opaque()
            && DATE_STEMS.in_value(self.outline.attr(self.html, element, Attr::Class).unwrap_or_default())
    }

    /// Whether an element's class, id or address speaks of an author.
    fn plainness(&self, element: &Element) -> Option<Plainness> {
        if matches!(element.tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::Form | Tag::Img)
            || element.tag.is_opaque()
        {
            return None;
        }
        let mut best = None;
        for found in self.outline.attrs_of(element) {
            let value = found.value.of(self.html);
            let plainness = match found.attr {
                Attr::Class | Attr::Id if BYLINE_STEMS.in_value(value) => Some(Plainness::Stated),
                Attr::Class | Attr::Id if AUTHOR_STEMS.in_value(value) && !AUTHOR_LOOKALIKES.in_value(value) => {
                    Some(Plainness::Class)
                }
                Attr::Data if TEST_NAMES.in_value(found.name.of(self.html)) && AUTHOR_STEMS.in_value(value) => {
                    Some(Plainness::Class)
                }
                Attr::Href if element.tag == Tag::A && AUTHOR_PATHS.in_value(value) => Some(Plainness::Link),
                Attr::Href if element.tag == Tag::A && MEMBER_PATHS.in_value(value) => Some(Plainness::Member),
                _ => None,
            };
            best = best.max(plainness);
        }
        best
    }

    fn look_at_meta(&mut self, element: &Element) {
        let room = MAX_METAS.saturating_sub(self.metas.len());
        if room == 0 {
            return;
        }
        let Some(content) = self.attr(element, Attr::Content) else { return };
        let value = text::of_value(&content);
        let value = text::beginning(&value, LONGEST_META);
        if value.is_empty() {
            return;
        }
        let names = [Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv];
        let names: Vec<String> = names.into_iter().filter_map(|attr| self.attr(element, attr)).collect();
        // One element may have as many names as its tag has room for.
        let keys = names.iter().flat_map(|names| names.split_ascii_whitespace()).take(room);
        self.metas.extend(keys.map(|key| (key.to_ascii_lowercase(), value.to_owned())));
    }

    /// The first visible heading of level 1, which begins the article where no heading is its title.
    pub(super) fn first_heading(&self) -> Option<ElementId> {
        let level_one = |id: &ElementId| self.outline.element(*id).is_some_and(|element| element.tag == Tag::H1);
        self.headings.iter().copied().find(level_one)
    }

    fn classify(&mut self) {
        // The questions that a site answers about itself are no thread.
        if self.json_ld.types.contains(SchemaType::Faq) {
            self.json_ld.types.remove(SchemaType::Question);
        }
        let types = self.json_ld.types;
        let any = |kinds: &[SchemaType]| kinds.iter().any(|&kind| types.contains(kind));
        let open_graph = self.meta(&["og:type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("article"));
        let address = self.canonical.as_deref().or_else(|| self.meta(&["og:url"])).unwrap_or_default();
        let thread = FORUM_PATHS.in_value(address.as_bytes());
        // Shop systems share their goods as articles.
        self.is_article = types.is_article() || open_graph && !types.contains(SchemaType::Product);
        self.is_forum = any(&[SchemaType::Forum, SchemaType::Question]) || thread && !self.is_article;
        self.is_collection = !self.is_article
            && !self.is_forum
            && any(&[SchemaType::Product, SchemaType::Collection, SchemaType::Service]);
    }

    /// A decoded attribute value.
    pub(super) fn attr(&self, element: &Element, attr: Attr) -> Option<String> {
        self.outline.attr(self.html, element, attr).map(|raw| entity::decode_attribute(raw).trim().to_owned())
    }

    /// Whether a space-separated attribute has a word, in any letter case.
    pub(super) fn has_word(&self, element: &Element, attr: Attr, word: &str) -> bool {
        let value = self.outline.attr(self.html, element, attr).unwrap_or_default();
        value.split(u8::is_ascii_whitespace).any(|found| found.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// The first `meta` content under the first of these keys that the page has.
    pub(super) fn meta(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.metas_of(key).next())
    }

    /// All `meta` contents under a key.
    pub(super) fn metas_of(&self, key: &str) -> impl Iterator<Item = &str> {
        self.metas.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The lines of text inside an element, an inline element's as one.
    pub(super) fn lines_of(&self, element: &Element) -> Vec<String> {
        let blocks = self.outline.blocks_of(element);
        if blocks.is_empty() {
            return vec![text::of_parts(Span { start: element.inner, end: element.end }.of(self.html))];
        }
        blocks.iter().map(|block| text::of_parts(block.span.of(self.html))).collect()
    }

    /// Whether somebody wrote it under a name, on a day: it calls itself prose or a thread.
    pub(super) fn is_written(&self) -> bool {
        self.is_article | self.is_forum
    }

    /// The first block of an element.
    pub(super) fn block_of(&self, id: Option<ElementId>) -> Option<u32> {
        id.and_then(|id| self.outline.element(id)).map(|element| element.first_block)
    }

    /// The text inside an element that is there to be read: no style, no button, nothing hidden.
    pub(super) fn text_of(&self, id: ElementId, element: &Element) -> String {
        /// In bytes: headings may stand in each other, and what is longer is none.
        const LONGEST: u32 = 16 << 10;
        let end = element.end.min(element.inner.saturating_add(LONGEST));
        let inside = self.outline.elements.get(id as usize + 1..element.next as usize).unwrap_or_default();
        let unread = |inner: &&Element| inner.tag.is_opaque() || inner.tag == Tag::Button || inner.hidden;
        let mut shown = Vec::new();
        let mut start = element.inner;
        for unread in inside.iter().take_while(|inner| inner.start < end).filter(unread) {
            shown.extend_from_slice(Span { start, end: unread.start }.of(self.html));
            start = unread.end.max(start);
        }
        shown.extend_from_slice(Span { start, end }.of(self.html));
        text::of_markup(&shown)
    }
}

/// The bytes of each JSON-LD script that there is room for.
fn scripts<'h>(html: &'h [u8], outline: &Outline) -> impl Iterator<Item = &'h [u8]> {
    let mut room = MAX_JSON_LD;
    let scripts = outline.json_ld.iter().map(|span| span.of(html));
    scripts.filter(move |script| {
        let left = room.checked_sub(script.len());
        room = left.unwrap_or(room);
        left.is_some()
    })
}
