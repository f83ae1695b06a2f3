//! The event source: a page as a balanced sequence of start, text and end.
//!
//! `lol_html` tokenises; this module turns its tokens into a tree walk. The second pass gets the same walk once more from
//! what the first has recorded of it ([`replay`]), so the two cannot disagree about the page:
//!
//! * every [`Events::start`] is followed by exactly one [`Events::end`], closed
//!   by our own stack (rule R6): a missing end tag ends with its parent, a stray
//!   one is not seen, `<p>`, `<li>`, `<td>` and their like end where HTML says;
//! * a run of text arrives whole, as one range, whatever the chunks were;
//! * content of opaque elements (scripts, frames, SVG) is not entered.
//!
//! `lol_html`'s sink is ignored (rule R1), and nothing is copied: events carry
//! byte ranges into the page.
//!
//! # Depth
//!
//! `lol_html` finds the handler of an end tag by a search from the outermost, so
//! a handler on each of *n* nested elements costs n² (100,000 deep: seconds).
//! Past [`MAX_DEPTH`] open handlers no element is entered: its text counts as
//! its ancestor's. Browsers flatten their own trees at the same depth.
//!
//! # Size
//!
//! An open element and the records of it take more memory than the shortest tags do, and so does an attribute. So a
//! page may have as many start tags as its length allows ([`tags_allowed`]) and a tag a few thousand attributes
//! ([`token`]); where there are more, the page is left off, and what stands before is its beginning.

mod replay;
#[cfg(test)]
mod tests;
mod token;

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::{Element, TextChunk, TextType};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HandlerResult, HtmlRewriter, Settings};

use crate::entity;
use crate::error::ExtractError;
use crate::outline::Span;
use crate::tag::Tag;
pub(crate) use replay::{Event, Replay};
use token::{MOST_ATTRIBUTES, Token};

/// Elements nested deeper than this are not entered. Both Chromium and Firefox
/// stop nesting at 512.
pub(crate) const MAX_DEPTH: usize = 512;

/// Start tags that any page may have. Of 2,000 saved pages of the web the largest has ten thousand.
const FREE_START_TAGS: u32 = 30_000;

/// Beyond those a page may have one start tag for as many bytes; those 2,000 pages have one for 50 to 350.
const BYTES_PER_START_TAG: u32 = 80;

/// How many start tags may stand before this byte of a page, and signs in its text that could begin one: a browser
/// writes those as references.
const fn tags_allowed(at: u32) -> u32 {
    let share = at / BYTES_PER_START_TAG;
    if share > FREE_START_TAGS { share } else { FREE_START_TAGS }
}

/// Runs of text for each of those tags: one stands before and one behind it, and comments part them further.
const TEXTS_PER_START_TAG: u32 = 4;

/// The parser is handed this much at a time, or one token.
const PIECE: usize = 1 << 16;

/// Attributes beyond this many on one tag are not looked at.
const MAX_ATTRIBUTES: usize = 256;

/// One attribute of a start tag: where its name and its raw value stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawAttribute {
    pub(crate) name: Span,
    pub(crate) value: Span,
}

/// A start tag as it was met.
#[derive(Debug)]
pub(crate) struct Start<'t> {
    pub(crate) tag: Tag,
    /// The tag itself, from `<` to `>`.
    pub(crate) span: Span,
    /// Place among all start tags of the input.
    pub(crate) ordinal: u32,
    pub(crate) attributes: &'t [RawAttribute],
}

impl Start<'_> {
    /// The value of the first attribute with this name, references not decoded: of two with one name a parser
    /// takes the first (rule R3).
    pub(crate) fn raw<'h>(&self, html: &'h [u8], name: &str) -> Option<&'h [u8]> {
        let named = |attribute: &&RawAttribute| attribute.name.of(html).eq_ignore_ascii_case(name.as_bytes());
        self.attributes.iter().find(named).map(|attribute| attribute.value.of(html))
    }

    /// The same, decoded.
    pub(crate) fn value(&self, html: &[u8], name: &str) -> Option<String> {
        self.raw(html, name).map(|raw| entity::decode_attribute(raw).into_owned())
    }
}

/// What a pass over the page does with it.
pub(crate) trait Events {
    /// An element begins.
    fn start(&mut self, html: &[u8], start: &Start<'_>);
    /// Text of the innermost element. `literal` text holds no character references.
    fn text(&mut self, html: &[u8], span: Span, literal: bool);
    /// The innermost element ends; `at` is one past its end tag.
    fn end(&mut self, html: &[u8], tag: Tag, at: u32);
    /// So many start tags have been met, entered or not.
    fn met(&mut self, start_tags: u32) {
        let _ = start_tags;
    }
    /// The page is larger than can be read: what stands at `at` and behind it is left off.
    fn cut(&mut self, at: u32) {
        let _ = at;
    }
}

/// An end tag that closes the element that began at `start`.
struct EndTag {
    start: u32,
    span: Span,
}

struct Open {
    tag: Tag,
    start: u32,
}

/// A text node of which the end has not been met.
struct Text {
    span: Span,
    literal: bool,
    shown: bool,
}

/// The state that the token handlers share.
struct Walk<E> {
    sink: E,
    stack: Vec<Open>,
    /// End tags that have been met and not yet acted on. Handlers of end tags
    /// must be `'static`, the sink need not be: so they only leave a note.
    ended: Rc<RefCell<Vec<EndTag>>>,
    /// Handlers registered and not yet called.
    handlers: usize,
    /// The innermost open element is opaque: nothing in it is entered.
    opaque: bool,
    attributes: Vec<RawAttribute>,
    text: Option<Text>,
    ordinal: u32,
    /// Signs that begin a tag and do not: each is a token of its own.
    strays: u32,
    /// Runs of text that were passed on.
    texts: u32,
    /// Everything before this byte has been read; here no token is open that holds markup of its own.
    seen: u32,
    /// Where the page was left off.
    cut: Option<u32>,
}

impl<E: Events> Walk<E> {
    fn start(&mut self, html: &[u8], element: &mut Element<'_, '_>) {
        self.act_on_end_tags(html);
        let ordinal = self.ordinal;
        let span = span_of(&element.source_location().bytes());
        self.seen = span.end;
        // An attribute is two bytes at least; most tags need no count.
        let long = span.end.saturating_sub(span.start) as usize > MOST_ATTRIBUTES * 2;
        if ordinal.saturating_add(self.strays) >= tags_allowed(span.start)
            || long && element.attributes().len() > MOST_ATTRIBUTES
        {
            return self.leave_off(span.start);
        }
        self.ordinal = self.ordinal.saturating_add(1);
        self.sink.met(self.ordinal);
        if self.opaque || self.handlers >= MAX_DEPTH || self.stack.len() >= MAX_DEPTH {
            return;
        }
        let tag = Tag::from_name(name_at(html, span.start as usize + 1));
        self.close_implied(html, tag, span.start);

        let mut attributes = std::mem::take(&mut self.attributes);
        attributes.clear();
        for attribute in element.attributes().iter().take(MAX_ATTRIBUTES) {
            let Some(name) = attribute.name_source_location() else { continue };
            let value = attribute.value_source_location().map_or(Span::default(), |value| span_of(&value.bytes()));
            attributes.push(RawAttribute { name: span_of(&name.bytes()), value });
        }
        let start = Start { tag, span, ordinal, attributes: &attributes };
        self.sink.start(html, &start);
        let mode = start.raw(html, "shadowrootmode");
        let transparent = tag == Tag::Template && mode.is_some_and(|mode| mode.eq_ignore_ascii_case(b"open"));
        self.attributes = attributes;

        if !element.can_have_content() {
            self.sink.end(html, tag, span.end);
            return;
        }
        self.stack.push(Open { tag, start: span.start });
        self.opaque = tag.is_opaque() && tag != Tag::Head && !transparent;
        if let Some(handlers) = element.end_tag_handlers() {
            self.handlers += 1;
            let (ended, start) = (Rc::clone(&self.ended), span.start);
            handlers.push(Box::new(move |end| {
                ended.borrow_mut().push(EndTag { start, span: span_of(&end.source_location().bytes()) });
                Ok(())
            }));
        }
    }

    /// One chunk of a text node. The node is passed on when it is complete.
    fn text_chunk(&mut self, html: &[u8], bytes: &std::ops::Range<usize>, kind: TextType, last: bool) {
        self.act_on_end_tags(html);
        let span = span_of(bytes);
        self.seen = self.seen.max(span.end);
        if kind == TextType::Data && span.of(html).starts_with(b"<") {
            if self.ordinal.saturating_add(self.strays) >= tags_allowed(span.start) {
                return self.leave_off(span.start);
            }
            self.strays = self.strays.saturating_add(1);
        }
        let literal = !matches!(kind, TextType::Data | TextType::RCData);
        // Script, style and the like past the depth limit were not entered:
        // their text must not become their ancestor's.
        let shown = self.opaque || matches!(kind, TextType::Data | TextType::CDataSection);
        let text = self.text.get_or_insert(Text { span, literal, shown });
        text.span.end = text.span.end.max(span.end);
        if last {
            self.end_text(html);
        }
    }

    fn end_text(&mut self, html: &[u8]) {
        if let Some(Text { span, literal, shown }) = self.text.take()
            && shown
            && span.start < span.end
        {
            if self.texts >= tags_allowed(span.start).saturating_mul(TEXTS_PER_START_TAG) {
                return self.leave_off(span.start);
            }
            self.texts += 1;
            self.sink.text(html, span, literal);
        }
    }

    /// An error ends the pass.
    fn go_on(&self) -> HandlerResult {
        if self.cut.is_some() { Err("the page is left off here".into()) } else { Ok(()) }
    }

    fn leave_off(&mut self, at: u32) {
        self.sink.cut(at);
        self.cut = Some(at);
    }

    fn act_on_end_tags(&mut self, html: &[u8]) {
        if self.ended.borrow().is_empty() {
            return;
        }
        let ended = self.ended.take();
        for end in &ended {
            self.handlers = self.handlers.saturating_sub(1);
            let Some(place) = self.stack.iter().rposition(|open| open.start == end.start) else { continue };
            self.close_to(html, place + 1, end.span.start);
            let Some(open) = self.stack.pop() else { continue };
            let name = name_at(html, end.span.start as usize + 2);
            // The end tag of an ancestor closes this one without being its own.
            let own = Tag::from_name(name) == open.tag && same_name(name, name_at(html, open.start as usize + 1));
            self.leave(html, open.tag, if own { end.span.end } else { end.span.start });
        }
        let mut empty = ended;
        empty.clear();
        *self.ended.borrow_mut() = empty;
    }

    /// Ends the open elements above the first `keep`.
    fn close_to(&mut self, html: &[u8], keep: usize, at: u32) {
        while self.stack.len() > keep {
            if let Some(open) = self.stack.pop() {
                self.leave(html, open.tag, at);
            }
        }
    }

    fn leave(&mut self, html: &[u8], tag: Tag, at: u32) {
        self.opaque = false;
        self.sink.end(html, tag, at);
    }

    /// Ends what a start tag ends without an end tag, as HTML's optional end tags do.
    fn close_implied(&mut self, html: &[u8], tag: Tag, at: u32) {
        let Some((closes, within)) = implied_ends(tag) else { return };
        let mut place = self.stack.len();
        let mut first = None;
        while let Some(open) = place.checked_sub(1).and_then(|above| self.stack.get(above)) {
            if within.contains(&open.tag) {
                break;
            }
            place -= 1;
            if closes.contains(&open.tag) {
                first = Some(place);
            }
        }
        if let Some(first) = first {
            self.close_to(html, first, at);
        }
    }
}

fn span_of(bytes: &std::ops::Range<usize>) -> Span {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { start: place(bytes.start), end: place(bytes.end) }
}

/// The tag name that begins at byte `at`.
fn name_at(html: &[u8], at: usize) -> &[u8] {
    let rest = html.get(at..).unwrap_or_default();
    let end = rest.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>'));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

fn same_name(one: &[u8], other: &[u8]) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Which open elements a start tag ends, and the elements it does not look past.
/// (HTML standard, "optional tags" and "in body" insertion mode.)
fn implied_ends(tag: Tag) -> Option<(&'static [Tag], &'static [Tag])> {
    use Tag::{
        Body, Button, Caption, Colgroup, Dd, Dl, Dt, Fieldset, Figcaption, Head, Hr, Html, Legend, Li, Menu, Object,
        Ol, Optgroup, Option, P, Rp, Rt, Ruby, Table, Tbody, Td, Template, Tfoot, Th, Thead, Tr, Ul,
    };
    const CELL: &[Tag] = &[Td, Th, Caption, Table, Button, Object, Template, Body, Html];
    match tag {
        Li => Some((&[Li, P], &[Ul, Ol, Menu, Td, Th, Table, Button, Template, Body, Html])),
        Dt | Dd => Some((&[Dt, Dd, P], &[Dl, Td, Th, Table, Button, Template, Body, Html])),
        Td | Th => Some((&[Td, Th, Caption], &[Tr, Table, Template])),
        Tr => Some((&[Tr, Td, Th, Caption], &[Table, Template])),
        Tbody | Thead | Tfoot | Colgroup => {
            Some((&[Tbody, Thead, Tfoot, Colgroup, Caption, Tr, Td, Th], &[Table, Template]))
        }
        Rt | Rp => Some((&[Rt, Rp], &[Ruby, Body, Html])),
        Body => Some((&[Head], &[Template, Html])),
        Hr => Some((&[P], CELL)),
        Option | Optgroup | Html | Head | Fieldset | Legend | Figcaption => None,
        _ if tag.is_block() => Some((&[P], CELL)),
        _ => None,
    }
}

/// A whole pass over a page that is all there.
pub(crate) fn walk<E: Events>(html: Vec<u8>, sink: E) -> Result<E, ExtractError> {
    let length = html.len();
    let mut events = EventSource::new(Rc::new(RefCell::new(html)), sink);
    events.advance(length)?;
    events.finish()
}

/// A running pass: feed it the page, then finish it.
pub(crate) struct EventSource<'s, E: Events + 's> {
    rewriter: HtmlRewriter<'s, fn(&[u8])>,
    walk: Rc<RefCell<Walk<E>>>,
    html: Rc<RefCell<Vec<u8>>>,
    fed: usize,
}

impl<'s, E: Events + 's> EventSource<'s, E> {
    /// A pass over `html`, which need not be all there yet.
    pub(crate) fn new(html: Rc<RefCell<Vec<u8>>>, sink: E) -> Self {
        let walk = Rc::new(RefCell::new(Walk {
            sink,
            stack: Vec::new(),
            ended: Rc::default(),
            handlers: 0,
            opaque: false,
            attributes: Vec::new(),
            text: None,
            ordinal: 0,
            strays: 0,
            texts: 0,
            seen: 0,
            cut: None,
        }));
        let (on_element, elements) = (Rc::clone(&walk), Rc::clone(&html));
        let (on_text, texts) = (Rc::clone(&walk), Rc::clone(&html));
        let mut settings = Settings::new().with_strict(false).append_document_content_handler(
            DocumentContentHandlers::default().text(move |chunk: &mut TextChunk<'_>| {
                let (bytes, last) = (chunk.source_location().bytes(), chunk.last_in_text_node());
                let mut walk = on_text.borrow_mut();
                walk.text_chunk(&texts.borrow(), &bytes, chunk.text_type(), last);
                walk.go_on()
            }),
        );
        if let Ok(every) = "*".parse() {
            let handlers = ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
                let mut walk = on_element.borrow_mut();
                walk.start(&elements.borrow(), element);
                walk.go_on()
            });
            settings = settings.append_element_content_handler((std::borrow::Cow::Owned(every), handlers));
        }
        let sink: fn(&[u8]) = |_| {};
        Self { rewriter: HtmlRewriter::new(settings, sink), walk, html, fed: 0 }
    }

    /// Reads what has been appended to the page, up to byte `to`.
    pub(crate) fn advance(&mut self, to: usize) -> Result<(), ExtractError> {
        let html = Rc::clone(&self.html);
        let html = html.borrow();
        let there = html.get(..to).unwrap_or(&html);
        while self.fed < there.len() && self.walk.borrow().cut.is_none() {
            let Some(end) = self.next_end(there) else { break };
            // What is behind the cut is an error of ours, not the parser's.
            let wrote = self.rewriter.write(there.get(self.fed..end).unwrap_or_default());
            self.fed = end;
            match wrote {
                Err(error) if self.walk.borrow().cut.is_none() => {
                    return Err(ExtractError::Parser { message: error.to_string() });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Up to where the parser is handed the page next. Of a token in progress it reads all anew from its beginning, each
    /// time: so once one is long, it comes whole.
    fn next_end(&self, there: &[u8]) -> Option<usize> {
        let mut walk = self.walk.borrow_mut();
        let piece = there.len().min(self.fed.saturating_add(PIECE));
        let seen = walk.seen as usize;
        if self.fed.saturating_sub(seen) < PIECE {
            return Some(piece);
        }
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        match token::token_at(there, seen, self.fed) {
            Token::Crowded { start } => {
                walk.leave_off(place(start));
                None
            }
            Token::Ends { start, end } => {
                walk.seen = place(start);
                Some(piece.max(end))
            }
            Token::GoesOn { start } => {
                walk.seen = place(start);
                Some(there.len())
            }
        }
    }

    /// Ends the pass, closes what is open, and gives the sink back.
    pub(crate) fn finish(self) -> Result<E, ExtractError> {
        let Self { rewriter, walk, html, fed } = self;
        let cut = walk.borrow().cut;
        if cut.is_some() {
            // After an error it cannot go on, not even to its end.
            drop(rewriter);
        } else {
            rewriter.end().map_err(|error| ExtractError::Parser { message: error.to_string() })?;
        }
        let walk = Rc::into_inner(walk).map(RefCell::into_inner);
        let mut walk = walk.ok_or_else(|| ExtractError::Parser { message: "the pass is still running".into() })?;
        let html = html.borrow();
        walk.act_on_end_tags(&html);
        walk.end_text(&html);
        walk.close_to(&html, 0, cut.unwrap_or(u32::try_from(fed).unwrap_or(u32::MAX)));
        Ok(walk.sink)
    }
}
