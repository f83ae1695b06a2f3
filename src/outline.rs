//! The outline: what a page looks like once its text has been measured.
//!
//! An outline is a flat, pre-order list of small records. It holds no text and
//! no markup, only numbers and byte ranges into the page, so that everything
//! that *decides* (marks, features, score, plan) works on counts and shapes.
//!
//! Three kinds of record:
//!
//! * an [`Element`] is a start tag that was met, with its place in the tree;
//! * a [`Run`] is text between two tags or comments, for who reads the page again;
//! * a [`Block`] is a run of text between two block boundaries: a paragraph,
//!   a list item, a caption, the loose text of a `div`. Blocks are what is
//!   scored; elements are what is kept or removed.
//!
//! An element's identity is the byte at which its start tag begins. Both
//! passes over the page see the same byte, whatever the chunks were.

use crate::tag::Tag;

/// Index of an [`Element`] in [`Outline::elements`].
pub type ElementId = u32;

/// The parent of `<html>`, and of everything in a page without it.
pub const NO_ELEMENT: ElementId = u32::MAX;

/// A half-open range of bytes of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes of `html` in this range; empty where the range is not in it.
    #[must_use]
    pub fn of(self, html: &[u8]) -> &[u8] {
        html.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Attribute names that are looked at; all others are not recorded.
///
/// All `data-*` attributes are one: [`Attr::Data`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Attr {
    Class,
    Id,
    Role,
    Rel,
    Itemprop,
    Itemtype,
    Property,
    Name,
    Content,
    Datetime,
    Href,
    Src,
    Type,
    Style,
    Hidden,
    Lang,
    Dir,
    Width,
    Height,
    ShadowRootMode,
    HttpEquiv,
    Open,
    /// Any `data-*` attribute; its name is the bytes of [`AttrRef::name`].
    Data,
}

/// One recorded attribute: where its name and its raw, undecoded value stand.
#[derive(Clone, Copy, Debug)]
pub struct AttrRef {
    /// Which one.
    pub attr: Attr,
    /// Where the name stands (any letter case).
    pub name: Span,
    /// Where the value stands, character references not decoded; empty for `hidden` and the like.
    pub value: Span,
}

/// A start tag and its place in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// First byte of the start tag: the element's identity.
    pub start: u32,
    /// One past the start tag.
    pub inner: u32,
    /// One past the end tag, or where the element was closed without one.
    pub end: u32,
    /// The element around this one.
    pub parent: ElementId,
    /// The first element after this one's subtree.
    pub next: ElementId,
    /// Place among all start tags of the page, as [`LiveHints`](crate::LiveHints) counts.
    pub ordinal: u32,
    /// First of this element's records in [`Outline::attrs`].
    pub attrs: u32,
    /// How many records it has there.
    pub attr_count: u16,
    /// Elements above it.
    pub depth: u16,
    /// First block at or after this element's start.
    pub first_block: u32,
    /// One past the last block inside this element.
    pub end_block: u32,
    /// The interned name.
    pub tag: Tag,
    /// Not rendered: `hidden`, `display:none`, a live hint, or inside such an element.
    pub hidden: bool,
}

/// A run of text: all that stands between two tags or comments, white space and scripts included.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// It holds no character references.
    pub literal: bool,
}

/// What one block of text is made of. All counts are of decoded characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextStats {
    /// Characters, white space collapsed.
    pub chars: u32,
    /// Words: runs between white space; in scripts without spaces, half the characters.
    pub words: u32,
    /// Characters inside links.
    pub link_chars: u32,
    /// Words inside links.
    pub link_words: u32,
    /// Marks that end a sentence, in any script: `.` `!` `?` `。` `؟` `।` …
    pub stops: u32,
    /// Commas and their like: `,` `;` `،` `、` …
    pub commas: u32,
    /// Digits.
    pub digits: u32,
    /// Upper-case letters.
    pub capitals: u32,
    /// Separators of menus and meta lines: `|` `•` `·` `›` `»` `/`.
    pub separators: u32,
}

/// A run of text between two block boundaries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Block {
    /// The block-level element that holds it directly.
    pub element: ElementId,
    /// From its first to one past its last byte of text, inline markup included.
    pub span: Span,
    /// What it is made of.
    pub text: TextStats,
    /// Hash of its letters and digits, lower-cased: equal for repeated text.
    pub fingerprint: u64,
    /// Number of links in it.
    pub links: u16,
    /// Characters inside `b`, `strong`, `em`, `i`.
    pub emphasis_chars: u32,
    /// Last character that is not white space, `\0` if none.
    pub last: char,
    /// First character that is not white space, `\0` if none.
    pub first: char,
}

/// What a page looks like.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Start tags in document order.
    pub elements: Vec<Element>,
    /// Runs of text in document order.
    pub blocks: Vec<Block>,
    /// Runs of text in document order.
    pub runs: Vec<Run>,
    /// Attributes of all elements, in the order of the elements.
    pub attrs: Vec<AttrRef>,
    /// Text of each `<script type="application/ld+json">`.
    pub json_ld: Vec<Span>,
    /// Text of `<title>` (the first in the page).
    pub title: Span,
    /// Number of start tags met, recorded or not.
    pub start_tags: u32,
    /// Where the page was left off, if it holds more elements than are recorded.
    pub cut: Option<u32>,
}

impl Outline {
    /// Whether this may be the number of start tags in the page; of one that was left off there are more than were met.
    #[must_use]
    pub const fn counts(&self, start_tags: u32) -> bool {
        start_tags == self.start_tags || self.cut.is_some() && start_tags > self.start_tags
    }

    /// The element with this id.
    #[must_use]
    pub fn element(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id as usize)
    }

    /// The element at this place among all start tags.
    #[must_use]
    pub fn numbered(&self, ordinal: u32) -> Option<ElementId> {
        let at = self.elements.binary_search_by_key(&ordinal, |element| element.ordinal).ok()?;
        ElementId::try_from(at).ok()
    }

    /// Attributes recorded for an element, in source order.
    #[must_use]
    pub fn attrs_of(&self, element: &Element) -> &[AttrRef] {
        let first = element.attrs as usize;
        self.attrs.get(first..first + usize::from(element.attr_count)).unwrap_or_default()
    }

    /// The raw value of one attribute of an element; the first, where a page repeats it.
    #[must_use]
    pub fn attr<'h>(&self, html: &'h [u8], element: &Element, attr: Attr) -> Option<&'h [u8]> {
        self.attrs_of(element).iter().find(|found| found.attr == attr).map(|found| found.value.of(html))
    }

    /// Blocks inside an element, its descendants' included.
    #[must_use]
    pub fn blocks_of(&self, element: &Element) -> &[Block] {
        self.blocks.get(element.first_block as usize..element.end_block as usize).unwrap_or_default()
    }

    /// The ids of an element and of all elements around it, innermost first.
    pub fn ancestors(&self, id: ElementId) -> impl Iterator<Item = ElementId> + '_ {
        std::iter::successors(self.element(id).map(|_| id), |&id| {
            self.element(id).map(|element| element.parent).filter(|&parent| parent != NO_ELEMENT)
        })
    }

    /// An element and all elements around it, innermost first.
    pub fn around(&self, id: ElementId) -> impl Iterator<Item = &Element> + '_ {
        self.ancestors(id).filter_map(|id| self.element(id))
    }

    /// The ids of an element's children.
    pub fn children(&self, id: ElementId) -> impl Iterator<Item = ElementId> + '_ {
        let end = self.element(id).map_or(0, |element| element.next);
        std::iter::successors(Some(id + 1), move |&child| self.element(child).map(|element| element.next))
            .take_while(move |&child| child < end)
    }
}
