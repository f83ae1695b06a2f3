//! The only writer of markup.
//!
//! A caller walks a page and says what it meets: an element opens, text, an
//! element closes. The serialiser answers with a *different* tree: the one a
//! reader needs and the HTML standard allows. It keeps two stacks. The *frames*
//! are the page's elements as the caller opened them, in any nesting a script
//! may have built. The *written* stack is what stands in the output. Nothing
//! is written when an element opens; only when content arrives is the path
//! computed that this content needs, and the written stack is brought there by
//! closing what does not belong and opening what is missing.
//!
//! All repairs follow from that. An element without content never appears. A
//! block inside a paragraph ends the paragraph. Formatting that spans blocks is
//! closed around each and opened again within it. A cell without a row, or
//! text in a list, gets the row or item it needs. Loose text becomes a
//! paragraph, and a `div`, which means nothing, becomes whatever its content
//! needs.
//!
//! What is written obeys rules R1 to R7: names from [`allowlist`](crate::allowlist) only, values
//! that look as their attribute wants, everything escaped as browsers escape
//! it, so that `element.innerHTML = html` reads back `html` byte for byte.

mod attributes;
mod content;
mod escape;
mod frames;
mod model;
mod path;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
mod sink;
#[cfg(test)]
mod tests;

use crate::allowlist::{OutAttr, Role};
use crate::tag::Tag;
use crate::words::WordCounter;
use attributes::{accepted, rule_for};
use frames::Frame;
use model::Place;
use path::Content;
use sink::{Gap, Sink, Step};

/// Elements deeper than this in the output are written flat. Browsers' own
/// parsers flatten past 512, and the reader stands some levels deep itself.
const MAX_DEPTH: u32 = 480;

/// Frames that are told apart; deeper elements of a page are transparent.
const MAX_FRAMES: usize = 1024;

/// What came of it all.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// The document, in the closed grammar.
    pub(crate) html: String,
    /// Its text: one block a line, a blank line between paragraphs, a tab
    /// between cells. Ruby annotations are left out; `pre` is kept as it is.
    pub(crate) text: String,
    /// Words of the text.
    pub(crate) words: u32,
    /// Whether the budget ended the document early.
    pub(crate) truncated: bool,
}

/// Writes a document in the closed grammar. See the [module](self).
#[derive(Debug)]
pub(crate) struct Serializer {
    frames: Vec<Frame>,
    /// How many frames each tag of the page has.
    counts: [u16; Tag::ALL.len()],
    /// Frames that shape the output, as places in `frames`: blocks first, then
    /// the inline elements, which stand within all blocks.
    blocks: Vec<usize>,
    inlines: Vec<usize>,
    /// Serialised attributes of all frames.
    arena: String,
    /// Where the next content belongs.
    path: Vec<Step>,
    /// Whether frames have changed since `path` was computed.
    moved: bool,
    sink: Sink,
    next_serial: u32,
    depth: u32,
    /// Open elements beyond [`MAX_FRAMES`] or the budget.
    overflow: u32,
    /// Open elements whose content is not written.
    silent: u32,
    /// Open ruby annotations.
    annotations: u32,
    budget: usize,
    truncated: bool,
}

impl Serializer {
    /// `budget` is the most bytes of HTML that are written, give or take the
    /// end tags.
    pub(crate) fn new(budget: usize) -> Self {
        Self {
            frames: Vec::new(),
            counts: [0; Tag::ALL.len()],
            blocks: Vec::new(),
            inlines: Vec::new(),
            arena: String::new(),
            path: Vec::new(),
            moved: true,
            sink: Sink::default(),
            next_serial: 1,
            depth: 0,
            overflow: 0,
            silent: 0,
            annotations: 0,
            budget,
            truncated: false,
        }
    }

    /// About this much text is going to come, and no more HTML than that: a buffer that grows by doubling holds its
    /// content twice while it does, and once more after.
    pub(crate) fn make_room(&mut self, text: usize, html: usize) {
        /// Between pieces of text come line breaks, and the last tags come beyond the budget.
        const fn and_some(bytes: usize) -> usize {
            bytes + bytes / 16
        }
        self.sink.html.reserve(and_some(html.min(self.budget)));
        self.sink.text.reserve(and_some(text.min(self.budget)) + 1024);
    }

    /// An element begins. Attributes that the allow-list does not have for it,
    /// or whose values do not look as they must, are left out; of two with the
    /// same name the first is taken.
    pub(crate) fn open(&mut self, tag: Tag, attrs: &[(OutAttr, &str)]) {
        if tag.is_void() {
            self.void(tag, attrs);
            return;
        }
        if self.truncated || self.frames.len() >= MAX_FRAMES {
            self.overflow += 1;
            return;
        }
        let free = self.silent == 0 && !self.within(|role| model::is_math(role) || role == Role::Media);
        if free && tag.is_block() {
            self.imply_ends(tag);
            self.end_paragraph();
        } else if free {
            self.imply_ends(tag);
        }
        let start = self.arena.len();
        let mut frame = Frame {
            source: Some(tag),
            written: tag,
            role: Role::Inline,
            place: Place::Nothing,
            serial: self.next_serial,
            depth: 0,
            attrs: start,
            attrs_but_id: start,
            opened: false,
            spans: false,
            hollow: String::new(),
        };
        self.next_serial = self.next_serial.wrapping_add(1).max(1);
        if let Some(rule) = rule_for(tag, attrs) {
            frame.written = rule.written;
            frame.role = rule.role;
            frame.attrs_but_id = self.push_attributes(rule, attrs);
        }
        let bare = self.arena.len() == start;
        frame.place = self.place(tag, &frame, bare);
        frame.depth = model::levels(frame.role);
        if matches!(frame.place, Place::Block | Place::Inline) && self.depth + frame.depth > MAX_DEPTH {
            frame.place = if frame.place == Place::Block { Place::Boundary } else { Place::Nothing };
        }
        let plays = !self.truncated
            && frame.place == Place::Inline
            && frame.role == Role::Media
            && accepted(attrs, OutAttr::Src).is_some();
        let spans = matches!(frame.written, Tag::Td | Tag::Th) && accepted(attrs, OutAttr::Rowspan).is_some();
        self.push(frame);
        if plays {
            self.settle(Content::Inline);
        }
        if spans && let Some(table) = self.table().and_then(|at| self.frames.get_mut(at)) {
            table.spans = true;
        }
    }

    /// An element ends: it and all that is open within it. An end without a
    /// beginning is ignored.
    pub(crate) fn close(&mut self, tag: Tag) {
        if tag.is_void() {
            return;
        }
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        if !self.is_open(tag) {
            return;
        }
        let depth = self.frames.len();
        let reach = self
            .frames
            .iter()
            .rev()
            .take_while(|frame| frame.source == Some(tag) || !model::stops_end_tag(tag, frame.written, frame.role));
        if let Some(above) = reach.into_iter().position(|frame| frame.source == Some(tag)) {
            self.pop_to(depth - above - 1);
        }
    }

    /// An element without content.
    pub(crate) fn void(&mut self, tag: Tag, attrs: &[(OutAttr, &str)]) {
        if self.silent > 0 || self.is_full() || self.within(model::is_math) {
            return;
        }
        let in_media = self.within(|role| role == Role::Media);
        match tag {
            Tag::Source | Tag::Track if in_media && accepted(attrs, OutAttr::Src).is_some() => {
                self.write_void(tag, attrs);
            }
            Tag::Img | Tag::AmpImg if !in_media && accepted(attrs, OutAttr::Src).is_some() => {
                self.write_void(tag, attrs);
            }
            _ if in_media => {}
            Tag::Br if self.in_pre() => self.sink.exact_space("\n"),
            Tag::Br => self.sink.gap_break(),
            Tag::Wbr => self.sink.gap_at_least(Gap::Wbr),
            Tag::Hr => self.rule_off(),
            _ => {}
        }
    }

    /// Text, character references decoded.
    pub(crate) fn text(&mut self, decoded: &str) {
        /// Between pieces of this many bytes the budget is looked at.
        const PIECE: usize = 1 << 14;
        if self.silent > 0 || self.within(|role| role == Role::Media) {
            return;
        }
        // A formula has no white space to keep, wherever it stands.
        let exact = self.in_pre() && !self.within(model::is_math);
        let mut rest = decoded;
        while !rest.is_empty() && !self.is_full() {
            let end = (PIECE..rest.len()).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
            let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            if exact {
                self.preformatted(piece);
            } else {
                self.flowing(piece);
            }
            rest = after;
        }
    }

    /// Closes everything.
    pub(crate) fn finish(mut self) -> Written {
        self.pop_to(0);
        self.sink.close_to(0);
        let mut counter = WordCounter::default();
        counter.push(&self.sink.text);
        Written { html: self.sink.html, text: self.sink.text, words: counter.words(), truncated: self.truncated }
    }

    /// Whether the budget has been used up: nothing more will be written.
    pub(crate) fn is_full(&mut self) -> bool {
        if self.sink.html.len() >= self.budget {
            self.truncated = true;
        }
        self.truncated
    }
}
