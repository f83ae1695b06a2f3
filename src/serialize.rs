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
//! What is written obeys rules R1 to R7: names from [`allowlist`] only, values
//! that look as their attribute wants, everything escaped as browsers escape
//! it, so that `element.innerHTML = html` reads back `html` byte for byte.

mod escape;
mod model;
#[cfg(test)]
mod properties;
mod sink;
#[cfg(test)]
mod tests;

use crate::allowlist::{self, OutAttr, Role, Value};
use crate::tag::Tag;
use crate::value;
use crate::words::WordCounter;
use escape::{Run, push_attribute};
use model::Place;
use sink::{Gap, Kind, Sink, Step};

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
    /// Elements that were too deep to be written.
    pub(crate) flattened: u32,
}

/// What is about to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    /// A run of text.
    Text,
    /// An image, a line break, an empty element of a line.
    Inline,
    /// Something that is a block itself.
    Block,
}

/// An element that the caller has opened and not yet closed.
#[derive(Debug)]
struct Frame {
    /// As the caller named it; `None` once the standard has ended it early.
    source: Option<Tag>,
    /// The element that may be written for it.
    written: Tag,
    role: Role,
    place: Place,
    /// Tells it apart from all other frames, ever.
    serial: u32,
    /// Levels of the output that it and what it implies may take.
    depth: u32,
    /// Where its attributes start in the arena; the `id` stands first.
    attrs: usize,
    /// Where they go on without the `id`: a name can stand only once.
    attrs_but_id: usize,
    /// Whether it has been written.
    opened: bool,
    /// Of a table: whether one of its cells reaches into other rows.
    spans: bool,
    /// Of a row that is not written yet: its empty cells so far.
    hollow: String,
}

/// Writes a document in the closed grammar. See the [module](self).
#[derive(Debug)]
pub(crate) struct Serializer {
    frames: Vec<Frame>,
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
    /// Open elements beyond [`MAX_FRAMES`].
    overflow: u32,
    /// Open elements whose content is not written.
    silent: u32,
    /// Open ruby annotations.
    annotations: u32,
    budget: usize,
    truncated: bool,
    flattened: u32,
}

impl Serializer {
    /// `budget` is the most bytes of HTML that are written, give or take the
    /// end tags.
    pub(crate) fn new(budget: usize) -> Self {
        Self {
            frames: Vec::new(),
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
            flattened: 0,
        }
    }

    /// An element begins. Attributes that the allow-list does not have for it,
    /// or whose values do not look as they must, are left out; of two with the
    /// same name the first is taken.
    pub(crate) fn open(&mut self, tag: Tag, attrs: &[(OutAttr, &str)]) {
        if self.frames.len() >= MAX_FRAMES {
            self.overflow += 1;
            self.flattened += 1;
            return;
        }
        if tag.is_void() {
            self.void(tag, attrs);
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
        // Without these attributes the two are no more than a span.
        let useless = match tag {
            Tag::A => !accepted(attrs, OutAttr::Href),
            Tag::Bdo => !accepted(attrs, OutAttr::Dir),
            _ => false,
        };
        let rule = allowlist::rule(if useless { Tag::Span } else { tag });
        if let Some(rule) = rule {
            frame.written = rule.written;
            frame.role = rule.role;
            frame.attrs_but_id = self.push_attributes(rule, attrs);
        }
        let bare = self.arena.len() == start;
        frame.place = self.place(tag, &frame, bare);
        frame.depth = model::levels(frame.role);
        if matches!(frame.place, Place::Block | Place::Inline) && self.depth + frame.depth > MAX_DEPTH {
            self.flattened += 1;
            frame.place = if frame.place == Place::Block { Place::Boundary } else { Place::Nothing };
        }
        let plays = frame.place == Place::Inline && frame.role == Role::Media && accepted(attrs, OutAttr::Src);
        let spans = matches!(frame.written, Tag::Td | Tag::Th) && accepted(attrs, OutAttr::Rowspan);
        self.push(frame);
        if plays {
            self.settle(Content::Inline);
        }
        if spans && let Some(table) = self.table() {
            table.spans = true;
        }
    }

    /// An element ends: it and all that is open within it. An end without a
    /// beginning is ignored.
    pub(crate) fn close(&mut self, tag: Tag) {
        if self.overflow > 0 {
            self.overflow -= 1;
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
            Tag::Source | Tag::Track if in_media && accepted(attrs, OutAttr::Src) => self.write_void(tag, attrs),
            Tag::Img | Tag::AmpImg if !in_media && accepted(attrs, OutAttr::Src) => self.write_void(tag, attrs),
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
        if self.silent > 0 || self.is_full() || self.within(|role| role == Role::Media) {
            return;
        }
        // A formula has no white space to keep, wherever it stands.
        if self.in_pre() && !self.within(model::is_math) { self.preformatted(decoded) } else { self.flowing(decoded) }
    }

    /// Closes everything.
    pub(crate) fn finish(mut self) -> Written {
        self.pop_to(0);
        self.sink.close_to(0);
        let mut counter = WordCounter::default();
        counter.push(&self.sink.text);
        Written {
            html: self.sink.html,
            text: self.sink.text,
            words: counter.words(),
            truncated: self.truncated,
            flattened: self.flattened,
        }
    }

    fn is_full(&mut self) -> bool {
        if self.sink.html.len() >= self.budget {
            self.truncated = true;
        }
        self.truncated
    }

    // ── Frames ──────────────────────────────────────────────────────────

    /// The innermost table.
    fn table(&mut self) -> Option<&mut Frame> {
        let is_table = |at: usize| self.frames.get(at).is_some_and(|frame| frame.role == Role::Table);
        let at = self.blocks.iter().copied().rev().find(|&at| is_table(at))?;
        self.frames.get_mut(at)
    }

    /// The innermost block that is or would be written.
    fn block(&self) -> Option<&Frame> {
        self.frames.get(*self.blocks.last()?)
    }

    /// The innermost inline element that is or would be written.
    fn inline(&self) -> Option<&Frame> {
        self.frames.get(*self.inlines.last()?)
    }

    fn within(&self, test: impl Fn(Role) -> bool) -> bool {
        self.inline().is_some_and(|frame| test(frame.role))
    }

    fn in_paragraph(&self) -> bool {
        self.block().is_some_and(|frame| frame.written == Tag::P)
    }

    fn in_pre(&self) -> bool {
        self.block().is_some_and(|frame| frame.written == Tag::Pre)
    }

    /// Where in the output's tree an element may stand, given what is open.
    fn place(&self, tag: Tag, frame: &Frame, bare: bool) -> Place {
        if self.silent > 0 || tag.is_opaque() || self.within(|role| role == Role::Media) {
            return Place::Silent;
        }
        if let Some(around) = self.inline().filter(|around| model::is_math(around.role)) {
            let fits = around.role == Role::MathGroup && model::is_math(frame.role) && frame.written != Tag::Math;
            return if fits { Place::Inline } else { Place::Nothing };
        }
        if allowlist::rule(tag).is_none() {
            return if tag.is_block() { Place::Boundary } else { Place::Nothing };
        }
        let parent = self.block();
        match frame.role {
            Role::Void => Place::Nothing,
            Role::MathGroup | Role::MathToken => Place::inline_if(frame.written == Tag::Math),
            Role::Media => Place::Inline,
            Role::Inline => Place::inline_if(match frame.written {
                Tag::Span => !bare,
                Tag::A => self.inlines.iter().all(|&at| self.frames.get(at).is_none_or(|open| open.written != Tag::A)),
                Tag::Rt | Tag::Rp => self.inline().is_some_and(|around| around.written == Tag::Ruby),
                _ => true,
            }),
            Role::Division if bare => Place::Boundary,
            _ => {
                let begun = parent.is_some_and(|parent| parent.opened);
                let parent = parent.map(|parent| (parent.written, parent.role));
                Place::block_if(model::may_hold(parent, begun, frame.written))
            }
        }
    }

    fn push(&mut self, frame: Frame) {
        let at = self.frames.len();
        match frame.place {
            Place::Nothing => {}
            Place::Silent => self.silent += 1,
            Place::Boundary | Place::Block => {
                self.boundary();
                if frame.place == Place::Block {
                    self.blocks.push(at);
                    self.depth += frame.depth;
                }
            }
            Place::Inline => {
                self.annotations += u32::from(is_annotation(&frame));
                if self.inline().is_some_and(|around| model::is_math(around.role) && around.opened) {
                    self.sink.clear_gap();
                }
                self.inlines.push(at);
                self.depth += frame.depth;
                self.moved = true;
            }
        }
        self.frames.push(frame);
    }

    fn pop_to(&mut self, depth: usize) {
        while self.frames.len() > depth {
            self.complete();
            let Some(frame) = self.frames.pop() else { return };
            self.arena.truncate(frame.attrs);
            match frame.place {
                Place::Nothing => {}
                Place::Silent => self.silent -= 1,
                Place::Boundary => self.boundary(),
                Place::Block => {
                    self.blocks.pop();
                    self.depth -= frame.depth;
                    self.end_line();
                }
                Place::Inline => {
                    self.inlines.pop();
                    self.moved = true;
                    self.depth -= frame.depth;
                    self.annotations -= u32::from(is_annotation(&frame));
                    if model::is_math(frame.role) && frame.opened {
                        self.sink.clear_gap();
                    }
                }
            }
        }
    }

    /// Writes the innermost frame though it is empty, where its place counts:
    /// a cell in its row, a `MathML` element among its siblings.
    fn complete(&mut self) {
        let Some(frame) = self.frames.last() else { return };
        if frame.opened || self.truncated {
            return;
        }
        match (frame.place, frame.role) {
            (Place::Inline, Role::MathGroup | Role::MathToken) if frame.written != Tag::Math => {
                self.settle(Content::Inline);
            }
            (Place::Block, Role::Row) => {
                if self.table().is_some_and(|table| table.opened && table.spans) {
                    self.settle(Content::Block);
                }
            }
            (Place::Block, Role::Cell) if matches!(frame.written, Tag::Td | Tag::Th) => self.complete_cell(),
            _ => {}
        }
    }

    fn complete_cell(&mut self) {
        let Some((cell, above)) = self.frames.split_last_mut() else { return };
        let row = self.blocks.iter().rev().nth(1).and_then(|&at| above.get_mut(at));
        let Some(row) = row.filter(|row| row.role == Role::Row) else { return };
        if row.opened {
            self.settle(Content::Block);
        } else if row.hollow.len() + self.sink.html.len() < self.budget {
            let name = cell.written.name();
            let attrs = self.arena.get(cell.attrs..).unwrap_or_default();
            for part in ["<", name, attrs, "></", name, ">"] {
                row.hollow.push_str(part);
            }
        }
    }

    /// Ends what the standard lets a start tag end: an item at the next item,
    /// a cell at the next cell or row.
    fn imply_ends(&mut self, tag: Tag) {
        let Some(ends) = model::ends(tag) else { return };
        let mut depth = self.frames.len();
        for frame in self.frames.iter().rev() {
            depth -= 1;
            match frame.source {
                Some(source) if ends.contains(&source) && frame.place != Place::Silent => {
                    self.pop_to(depth);
                    return;
                }
                _ if model::stops_implied_end(tag, frame.written, frame.role) => return,
                _ => {}
            }
        }
    }

    /// A block begins: an open paragraph ends, though inline elements in it go
    /// on.
    fn end_paragraph(&mut self) {
        let Some(&at) = self.blocks.last() else { return };
        if at + 1 == self.frames.len() {
            if self.in_paragraph() {
                self.pop_to(at);
            }
        } else if let Some(frame) = self.frames.get_mut(at).filter(|frame| frame.written == Tag::P) {
            frame.source = None;
            frame.place = Place::Nothing;
            self.depth -= frame.depth;
            self.blocks.pop();
            self.end_line();
        }
    }

    /// What stands before and after this is not on the same line.
    fn boundary(&mut self) {
        self.moved = true;
        match self.block().map(|frame| (frame.role, frame.written)) {
            Some((Role::Line, Tag::Pre)) => self.sink.exact_newline(),
            Some((Role::Line, _)) => self.sink.gap_at_least(Gap::Space),
            _ => self.end_line(),
        }
    }

    fn end_line(&mut self) {
        self.moved = true;
        self.sink.end_line();
    }

    // ── Content ─────────────────────────────────────────────────────────

    /// Brings the written stack to where the next content belongs.
    fn settle(&mut self, content: Content) {
        let told = self.annotations == 0;
        if self.sink.splits_paragraph() && content != Content::Block {
            self.sink.split_paragraph();
        } else if content == Content::Text && !self.moved && self.sink.line_open {
            self.sink.write_gap(told);
            return;
        }
        self.find_path(content);
        let common = self.sink.common(&self.path);
        self.sink.close_to(common);
        // White space stands outside what begins after it; the first of a line
        // of preformatted text stands inside.
        let mut owed = content != Content::Block;
        if owed && self.sink.line_open {
            self.sink.write_gap(told);
            owed = false;
        }
        for &step in self.path.iter().skip(common) {
            if owed && step.tag == Tag::Math {
                self.sink.write_gap(told);
                owed = false;
            }
            let Some(frame) = step.frame.and_then(|at| self.frames.get_mut(at)) else {
                self.sink.open(step, "");
                continue;
            };
            let start = if frame.opened { frame.attrs_but_id } else { frame.attrs };
            self.sink.open(step, self.arena.get(start..step.attrs_end).unwrap_or_default());
            frame.opened = true;
            self.sink.html.push_str(&std::mem::take(&mut frame.hollow));
        }
        if content != Content::Block {
            if owed {
                self.sink.write_gap(told);
            }
            self.sink.begin_line();
        }
        self.moved = content != Content::Text;
    }

    fn find_path(&mut self, content: Content) {
        self.path.clear();
        let mut holder = Role::Section;
        let mut paragraphs = true;
        for &at in &self.blocks {
            let Some(frame) = self.frames.get(at) else { continue };
            paragraphs &= imply(&mut self.path, holder, Some(frame.written));
            let step = self.step(at, frame, Kind::Block);
            self.path.push(step);
            holder = frame.role;
            paragraphs = match frame.role {
                Role::Section => true,
                Role::Division => paragraphs,
                _ => false,
            };
        }
        if content == Content::Block {
            return;
        }
        if !imply(&mut self.path, holder, None) {
            holder = Role::Cell;
            paragraphs = false;
        }
        if paragraphs {
            self.path.push(Step::implied(Tag::P, Kind::Loose));
        } else if holder != Role::Line && self.sink.needs_division(&self.path) {
            self.path.push(Step::implied(Tag::Div, Kind::Loose));
        }
        // A link must not hold a player's controls.
        let no_link = self.within(|role| role == Role::Media);
        for &at in &self.inlines {
            let Some(frame) = self.frames.get(at) else { continue };
            let step = self.step(at, frame, Kind::Inline);
            // A span that was there for its name only has done its work.
            let spent = frame.written == Tag::Span && frame.opened && frame.attrs_but_id == step.attrs_end;
            if !(no_link && frame.written == Tag::A || spent && !self.sink.holds(&step)) {
                self.path.push(step);
            }
        }
        if content == Content::Text && self.within(|role| role == Role::MathGroup) {
            self.path.push(Step::implied(Tag::Mtext, Kind::Inline));
        }
    }

    fn step(&self, at: usize, frame: &Frame, kind: Kind) -> Step {
        let attrs_end = self.frames.get(at + 1).map_or(self.arena.len(), |next| next.attrs);
        Step::of(frame.written, kind, frame.serial, at, attrs_end)
    }

    fn flowing(&mut self, text: &str) {
        let in_math = self.within(model::is_math);
        let mut rest = text;
        loop {
            let content = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c.is_control());
            let skipped = rest.len() - content.len();
            // White space at the edges of a formula's parts means nothing.
            if !(in_math && self.moved) && rest.bytes().take(skipped).any(|byte| byte.is_ascii_whitespace()) {
                self.sink.gap_at_least(Gap::Space);
            }
            rest = content;
            if !rest.is_empty() && self.sink.splits_paragraph() {
                self.sink.split_paragraph();
            }
            if !self.sink.line_open {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c.is_control() || is_blank(c));
            }
            if rest.is_empty() {
                return;
            }
            self.settle(Content::Text);
            let run = Run::flowing(rest);
            self.sink.write(run.content, self.annotations == 0);
            rest = run.rest;
        }
    }

    fn preformatted(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let run = Run::preformatted(rest);
            rest = run.rest;
            if run.is_space {
                self.sink.exact_space(run.content);
            } else if !run.content.is_empty() {
                self.settle(Content::Text);
                self.sink.write(run.content, self.annotations == 0);
            }
        }
    }

    fn write_void(&mut self, tag: Tag, attrs: &[(OutAttr, &str)]) {
        let Some(rule) = allowlist::rule(tag) else { return };
        self.settle(Content::Inline);
        let start = self.arena.len();
        self.push_attributes(rule, attrs);
        let given = self.arena.get(start..).unwrap_or_default();
        self.sink.write_void(rule.written, given);
        self.arena.truncate(start);
    }

    /// A thematic break stands between blocks, once, and not first.
    fn rule_off(&mut self) {
        self.end_paragraph();
        self.boundary();
        let fits = self
            .block()
            .is_none_or(|frame| frame.opened && matches!(frame.role, Role::Section | Role::Division | Role::Cell));
        if fits && self.sink.wants_rule() {
            self.settle(Content::Block);
            self.sink.write_void(Tag::Hr, "");
            self.sink.forget_line();
        }
    }

    /// Serialises attributes to the arena; returns where the `id` ends.
    fn push_attributes(&mut self, rule: &allowlist::Rule, attrs: &[(OutAttr, &str)]) -> usize {
        let start = self.arena.len();
        let mut id_end = start;
        let allowed = |attr: OutAttr| rule.attrs.contains(&attr) || allowlist::global(rule.role).contains(&attr);
        let ids_first = attrs.iter().filter(|(attr, _)| *attr == OutAttr::Id);
        let others = attrs.iter().filter(|(attr, _)| *attr != OutAttr::Id);
        let mut seen = 0_u64;
        for &(attr, value) in ids_first.chain(others) {
            let bit = 1_u64 << (attr as u8);
            if seen & bit == 0 && allowed(attr) && value::fits(attr.value(), value) {
                seen |= bit;
                let value = if attr.value() == Value::Empty { "" } else { value };
                push_attribute(&mut self.arena, attr.name(), value);
                if attr == OutAttr::Id {
                    id_end = self.arena.len();
                }
            }
        }
        if rule.written == Tag::Img && seen & (1 << (OutAttr::Alt as u8)) == 0 {
            push_attribute(&mut self.arena, OutAttr::Alt.name(), "");
        }
        if rule.written != Tag::A || seen & (1 << (OutAttr::Href as u8)) != 0 {
            for (attr, value) in rule.forced {
                push_attribute(&mut self.arena, attr.name(), value);
            }
        }
        id_end
    }
}

/// Puts the elements between `holder` and `child` that the content model asks
/// for on `path`; `child` is `None` for a run of text. Returns whether none
/// was needed.
fn imply(path: &mut Vec<Step>, holder: Role, child: Option<Tag>) -> bool {
    let implied = model::implied(holder, child);
    path.extend(implied.iter().map(|&tag| Step::implied(tag, Kind::Block)));
    implied.is_empty()
}

/// Whether the first value given for `attr` will be written.
fn accepted(attrs: &[(OutAttr, &str)], attr: OutAttr) -> bool {
    attrs.iter().any(|&(given, text)| given == attr && value::fits(attr.value(), text))
}

fn is_annotation(frame: &Frame) -> bool {
    matches!(frame.written, Tag::Rt | Tag::Rp)
}

/// Characters that take room but show nothing: a line of them is empty.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{200b}' | '\u{feff}')
}
