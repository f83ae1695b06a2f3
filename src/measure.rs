//! Pass 1: draws the [`Outline`] of a page from its events.
//!
//! Measuring never decides anything. It records where elements and attributes
//! stand and counts what runs of text are made of, in one sweep and without
//! copying text, so that whoever decides later can look at numbers.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use crate::entity;
use crate::error::ExtractError;
use crate::events::{EventSource, Events, Start};
use crate::options::{LiveHints, Options};
use crate::outline::{Attr, AttrRef, Block, Element, ElementId, NO_ELEMENT, Outline, Run, Span};
use crate::tag::Tag;
use crate::text_shape::TextShape;

/// How much input is collected before the parser is handed it; see
/// [`EventSource::advance`] on why small portions are slow.
const PORTION: usize = 1 << 20;

/// A page that has been measured.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) html: Vec<u8>,
    pub(crate) outline: Outline,
}

/// Takes a page in pieces of any size and measures it.
pub(crate) struct Measurer {
    html: Rc<RefCell<Vec<u8>>>,
    events: EventSource<'static, Sketch>,
    max_bytes: usize,
    fed: usize,
}

impl Measurer {
    pub(crate) fn new(options: &Options) -> Self {
        let html = Rc::new(RefCell::new(Vec::new()));
        let sketch = Sketch { hints: options.hints.clone(), ..Sketch::default() };
        let events = EventSource::new(Rc::clone(&html), sketch);
        // Byte positions are 32 bits wide.
        Self { html, events, max_bytes: options.max_bytes.min(u32::MAX as usize - 1), fed: 0 }
    }

    /// Appends a piece of the page.
    pub(crate) fn feed(&mut self, piece: &[u8]) -> Result<(), ExtractError> {
        self.append(Cow::Borrowed(piece))
    }

    /// Takes a whole page over, without a copy of it.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn take(&mut self, page: Vec<u8>) -> Result<(), ExtractError> {
        self.append(Cow::Owned(page))
    }

    fn append(&mut self, piece: Cow<'_, [u8]>) -> Result<(), ExtractError> {
        let length = {
            let mut html = self.html.borrow_mut();
            if html.len() + piece.len() > self.max_bytes {
                return Err(ExtractError::TooLarge { limit: self.max_bytes });
            }
            match piece {
                Cow::Owned(page) if html.is_empty() => *html = page,
                piece => html.extend_from_slice(&piece),
            }
            html.len()
        };
        // Each portion is as large as all before it: a tag that goes on and on is not read anew too often.
        while length - self.fed >= PORTION.max(self.fed) {
            self.fed += PORTION.max(self.fed);
            self.events.advance(self.fed)?;
        }
        Ok(())
    }

    /// Ends the page.
    pub(crate) fn finish(mut self) -> Result<Page, ExtractError> {
        let length = self.html.borrow().len();
        self.events.advance(length)?;
        let sketch = self.events.finish()?;
        let html = self.html.take();
        let hinted = sketch.hints.as_ref().map(|hints| hints.elements);
        let outline = sketch.finish();
        if hinted.is_some_and(|elements| !outline.counts(elements)) {
            // The snapshot counted other elements: its hints are about another tree.
            let mut again = Self::new(&Options { max_bytes: self.max_bytes, ..Options::default() });
            again.feed(&html)?;
            return again.finish();
        }
        Ok(Page { html, outline })
    }
}

/// An element that has begun and not ended.
struct Open {
    id: ElementId,
    tag: Tag,
    /// This element and all around it are rendered.
    shown: bool,
}

/// The outline in the making.
#[derive(Default)]
struct Sketch {
    outline: Outline,
    open: Vec<Open>,
    hints: Option<LiveHints>,
    /// How many of `hints.hidden` lie behind.
    hints_used: usize,
    block: Option<Block>,
    shape: TextShape,
    links: u16,
    emphasis: u16,
    /// `<br>`s since the last text: two end a paragraph.
    breaks: u8,
    json_ld: bool,
}

impl Events for Sketch {
    fn start(&mut self, html: &[u8], start: &Start<'_>) {
        if self.outline.elements.is_empty() {
            self.make_room(html.len());
        }
        self.boundary(start.tag);
        let id = u32::try_from(self.outline.elements.len()).unwrap_or(NO_ELEMENT);
        let first = u32::try_from(self.outline.attrs.len()).unwrap_or(u32::MAX);
        for attribute in start.attributes {
            let name = attribute.name.of(html);
            if let Some(attr) = attr_from_name(name) {
                self.outline.attrs.push(AttrRef { attr, name: attribute.name, value: attribute.value });
            }
        }
        let count = self.outline.attrs.len().saturating_sub(first as usize);
        let parent = self.open.last();
        let mut element = Element {
            start: start.span.start,
            inner: start.span.end,
            end: start.span.end,
            parent: parent.map_or(NO_ELEMENT, |open| open.id),
            next: id.saturating_add(1),
            ordinal: start.ordinal,
            attrs: first,
            attr_count: u16::try_from(count).unwrap_or(u16::MAX),
            depth: u16::try_from(self.open.len()).unwrap_or(u16::MAX),
            first_block: self.block_count(),
            end_block: self.block_count(),
            tag: start.tag,
            hidden: false,
        };
        let around_shown = parent.is_none_or(|open| open.shown);
        element.hidden = !around_shown || self.is_hidden(html, &element);
        if start.tag == Tag::Script {
            let kind = self.outline.attr(html, &element, Attr::Type).unwrap_or_default();
            self.json_ld = kind.trim_ascii().eq_ignore_ascii_case(b"application/ld+json");
        }
        self.outline.elements.push(element);
        self.open.push(Open { id, tag: start.tag, shown: !element.hidden });
        match start.tag {
            Tag::A => {
                self.links = self.links.saturating_add(1);
                if let Some(block) = &mut self.block {
                    block.links = block.links.saturating_add(1);
                }
            }
            Tag::B | Tag::Strong | Tag::Em | Tag::I => self.emphasis = self.emphasis.saturating_add(1),
            Tag::Br => self.breaks = self.breaks.saturating_add(1),
            _ => {}
        }
    }

    fn text(&mut self, html: &[u8], span: Span, literal: bool) {
        self.outline.runs.push(Run { span, literal });
        let Some(open) = self.open.last() else { return };
        match open.tag {
            Tag::Script if self.json_ld => return self.outline.json_ld.push(span),
            Tag::Title if self.outline.title == Span::default() => return self.outline.title = span,
            Tag::Template | Tag::Head => {}
            tag if tag.is_opaque() => return,
            _ => {}
        }
        if !open.shown {
            return;
        }
        let raw = span.of(html);
        if raw.iter().all(u8::is_ascii_whitespace) {
            self.shape.space();
            return;
        }
        if self.breaks >= 2 {
            self.end_block();
        }
        self.breaks = 0;
        if self.block.is_none() {
            self.begin_block(span.start);
        }
        let (linked, stressed) = (self.links > 0, self.emphasis > 0);
        if literal {
            self.shape.push(&String::from_utf8_lossy(raw), linked, stressed);
        } else {
            self.shape.push(&entity::decode_text(raw), linked, stressed);
        }
        if let Some(block) = &mut self.block {
            block.span.end = span.end;
        }
    }

    fn met(&mut self, start_tags: u32) {
        self.outline.start_tags = start_tags;
    }

    fn cut(&mut self, at: u32) {
        self.outline.cut = Some(at);
    }

    fn end(&mut self, _html: &[u8], tag: Tag, at: u32) {
        self.boundary(tag);
        match tag {
            Tag::A => self.links = self.links.saturating_sub(1),
            Tag::B | Tag::Strong | Tag::Em | Tag::I => self.emphasis = self.emphasis.saturating_sub(1),
            Tag::Script => self.json_ld = false,
            _ => {}
        }
        let next = u32::try_from(self.outline.elements.len()).unwrap_or(NO_ELEMENT);
        let end_block = self.block_count();
        let Some(open) = self.open.pop() else { return };
        if let Some(element) = self.outline.elements.get_mut(open.id as usize) {
            element.end = at;
            element.next = next;
            element.end_block = end_block;
        }
    }
}

impl Sketch {
    fn finish(mut self) -> Outline {
        self.end_block();
        let mut outline = self.outline;
        // They may hold twice what they need, and what decides needs the room.
        outline.elements.shrink_to_fit();
        outline.blocks.shrink_to_fit();
        outline.attrs.shrink_to_fit();
        outline.runs.shrink_to_fit();
        outline
    }

    /// Room for what most pages of so many bytes have: a list that grows is there twice while it does.
    fn make_room(&mut self, bytes: usize) {
        self.outline.elements.reserve(bytes / 100);
        self.outline.attrs.reserve(bytes / 64);
        self.outline.runs.reserve(bytes / 80);
        self.outline.blocks.reserve(bytes / 500);
    }

    fn block_count(&self) -> u32 {
        u32::try_from(self.outline.blocks.len()).unwrap_or(u32::MAX)
    }

    /// A start or end tag of a block-level element ends the run of text.
    fn boundary(&mut self, tag: Tag) {
        // A button's label is no part of the sentence around it.
        if tag.is_block() || matches!(tag, Tag::Button | Tag::Hr) {
            self.end_block();
        } else if tag.is_void() && tag != Tag::Wbr {
            self.shape.space();
        }
    }

    fn begin_block(&mut self, at: u32) {
        let holder = self.open.iter().rev().find(|open| open.tag.is_block() || open.tag == Tag::Button);
        self.shape = TextShape::default();
        self.block = Some(Block {
            element: holder.map_or(NO_ELEMENT, |open| open.id),
            span: Span { start: at, end: at },
            links: self.links.min(1),
            ..Block::default()
        });
    }

    fn end_block(&mut self) {
        self.breaks = 0;
        if let Some(mut block) = self.block.take() {
            self.shape.describe(&mut block);
            self.outline.blocks.push(block);
        }
    }

    /// Whether the page does not render this element, as far as HTML or the
    /// live page tell.
    fn is_hidden(&mut self, html: &[u8], element: &Element) -> bool {
        // What stands in a template waits for the page's program; only a shadow root's is rendered.
        if element.tag == Tag::Template {
            let mode = self.outline.attr(html, element, Attr::ShadowRootMode);
            if !mode.is_some_and(|mode| mode.eq_ignore_ascii_case(b"open")) {
                return true;
            }
        }
        if let Some(hints) = &self.hints {
            // The live page has the last word in both directions.
            while hints.hidden.get(self.hints_used).is_some_and(|&hidden| hidden < element.ordinal) {
                self.hints_used += 1;
            }
            return hints.hidden.get(self.hints_used) == Some(&element.ordinal);
        }
        if matches!(element.tag, Tag::Html | Tag::Body | Tag::Head) {
            return false;
        }
        let attrs = self.outline.attrs_of(element);
        // A raw page that keeps its whole body invisible waits for its script,
        // to avoid a flicker: that is not how anything is held back.
        let is_wrapper = self.open.last().is_some_and(|open| open.tag == Tag::Body);
        let closed_dialog = element.tag == Tag::Dialog && !attrs.iter().any(|found| found.attr == Attr::Open);
        closed_dialog
            || attrs.iter().any(|found| match found.attr {
                Attr::Hidden => true,
                Attr::Style => {
                    let style = found.value.of(html);
                    style_hides(style, !is_wrapper) || (holds_text(element.tag) && style_blurs(style))
                }
                _ => false,
            })
    }
}

/// The declarations of an inline style: each property and its value.
pub(crate) fn declarations(style: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    style.split(|&byte| byte == b';').map(|declaration| {
        let mut parts = declaration.splitn(2, |&byte| byte == b':');
        let mut part = || parts.next().unwrap_or_default().trim_ascii();
        (part(), part())
    })
}

/// Whether an inline style says `display:none` or, if that counts, `visibility:hidden`.
pub(crate) fn style_hides(style: &[u8], visibility_counts: bool) -> bool {
    declarations(style).any(|(property, value)| {
        let starts = |word: &[u8]| value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        property.eq_ignore_ascii_case(b"display") && starts(b"none")
            || visibility_counts && property.eq_ignore_ascii_case(b"visibility") && starts(b"hidden")
    })
}

/// Elements that are blurred to keep their text back. Pictures are blurred until they have been loaded.
const fn holds_text(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Div | Tag::Section | Tag::Article | Tag::Span | Tag::Ul | Tag::Ol | Tag::Blockquote)
}

/// Whether an inline style blurs.
fn style_blurs(style: &[u8]) -> bool {
    const BLUR: &[u8] = b"blur(";
    // Nothing blurs by `blur(0)`.
    let blurs = |part: &[u8]| {
        part.split_last().is_some_and(|(first, name)| name.eq_ignore_ascii_case(BLUR) && matches!(first, b'1'..=b'9'))
    };
    declarations(style)
        .any(|(property, value)| property.eq_ignore_ascii_case(b"filter") && value.windows(BLUR.len() + 1).any(blurs))
}

fn attr_from_name(name: &[u8]) -> Option<Attr> {
    /// The longest name in the table.
    const LONGEST: usize = 14;
    let mut lower = [0_u8; LONGEST];
    let short = match lower.get_mut(..name.len()) {
        Some(lower) => {
            lower.copy_from_slice(name);
            lower.make_ascii_lowercase();
            &*lower
        }
        None => name,
    };
    Some(match short {
        b"class" => Attr::Class,
        b"id" => Attr::Id,
        b"role" => Attr::Role,
        b"rel" => Attr::Rel,
        b"itemprop" => Attr::Itemprop,
        b"itemtype" => Attr::Itemtype,
        b"property" => Attr::Property,
        b"name" => Attr::Name,
        b"content" => Attr::Content,
        b"datetime" => Attr::Datetime,
        b"href" => Attr::Href,
        b"src" => Attr::Src,
        b"type" => Attr::Type,
        b"style" => Attr::Style,
        b"hidden" => Attr::Hidden,
        b"lang" => Attr::Lang,
        b"dir" => Attr::Dir,
        b"width" => Attr::Width,
        b"height" => Attr::Height,
        b"shadowrootmode" => Attr::ShadowRootMode,
        b"http-equiv" => Attr::HttpEquiv,
        b"open" => Attr::Open,
        _ if short.starts_with(b"data-") => Attr::Data,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{style_blurs, style_hides};

    #[test]
    fn styles_hide_and_blur() {
        for (style, hides, blurs) in [
            ("display: none", true, false),
            ("color:red;DISPLAY:none!important", true, false),
            ("visibility:hidden", true, false),
            ("display:block; visibility:visible", false, false),
            ("filter: blur(4px)", false, true),
            ("color: red; Filter: grayscale(1) Blur(4px)", false, true),
            ("filter: blur(0)", false, false),
            ("backdrop-filter: blur(4px)", false, false),
            ("filter: none; content: 'blur(4px)'", false, false),
            ("blur(4px)", false, false),
            ("", false, false),
        ] {
            assert_eq!((style_hides(style.as_bytes(), true), style_blurs(style.as_bytes())), (hides, blurs), "{style}");
        }
        assert!(!style_hides(b"visibility:hidden", false));
    }
}
