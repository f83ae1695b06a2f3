//! Frames: the page's elements as the caller opened them, and where each may
//! stand in the output.

use super::Serializer;
use super::model::{self, Place};
use super::path::Content;
use super::sink::Gap;
use crate::allowlist::{self, Role};
use crate::tag::Tag;

/// An element that the caller has opened and not yet closed.
#[derive(Debug)]
pub(super) struct Frame {
    /// As the caller named it; `None` once the standard has ended it early.
    pub(super) source: Option<Tag>,
    /// The element that may be written for it.
    pub(super) written: Tag,
    pub(super) role: Role,
    pub(super) place: Place,
    /// Tells it apart from all other frames, ever.
    pub(super) serial: u32,
    /// Levels of the output that it and what it implies may take.
    pub(super) depth: u32,
    /// Where its attributes start in the arena; the `id` stands first.
    pub(super) attrs: usize,
    /// Where they go on without the `id`: a name can stand only once.
    pub(super) attrs_but_id: usize,
    /// Whether it has been written.
    pub(super) opened: bool,
    /// Of a table: whether one of its cells reaches into other rows.
    pub(super) spans: bool,
    /// Of a row that is not written yet: its empty cells so far.
    pub(super) hollow: String,
}

impl Frame {
    fn is_annotation(&self) -> bool {
        matches!(self.written, Tag::Rt | Tag::Rp)
    }
}

impl Serializer {
    /// The innermost table.
    pub(super) fn table(&self) -> Option<usize> {
        let is_table = |at: usize| self.frames.get(at).is_some_and(|frame| frame.role == Role::Table);
        self.blocks.iter().copied().rev().find(|&at| is_table(at))
    }

    /// Whether a row counts though all of it is empty: another reaches into it.
    fn is_row_counted(&self) -> bool {
        let table = self.table().and_then(|at| self.frames.get(at));
        table.is_some_and(|table| table.opened && table.spans)
    }

    /// The innermost block that is or would be written.
    pub(super) fn block(&self) -> Option<&Frame> {
        self.frames.get(*self.blocks.last()?)
    }

    /// The innermost inline element that is or would be written.
    pub(super) fn inline(&self) -> Option<&Frame> {
        self.frames.get(*self.inlines.last()?)
    }

    pub(super) fn within(&self, test: impl Fn(Role) -> bool) -> bool {
        self.inline().is_some_and(|frame| test(frame.role))
    }

    pub(super) fn in_paragraph(&self) -> bool {
        self.block().is_some_and(|frame| frame.written == Tag::P)
    }

    pub(super) fn in_pre(&self) -> bool {
        self.block().is_some_and(|frame| frame.written == Tag::Pre)
    }

    /// Where in the output's tree an element may stand, given what is open.
    pub(super) fn place(&self, tag: Tag, frame: &Frame, bare: bool) -> Place {
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

    /// Whether any frame is the page's element of this name.
    pub(super) fn is_open(&self, tag: Tag) -> bool {
        self.counts.get(tag as usize).is_some_and(|&count| count > 0)
    }

    fn count(&mut self, source: Option<Tag>, step: i16) {
        if let Some(count) = source.and_then(|tag| self.counts.get_mut(tag as usize)) {
            *count = count.saturating_add_signed(step);
        }
    }

    pub(super) fn push(&mut self, frame: Frame) {
        let at = self.frames.len();
        self.count(frame.source, 1);
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
                self.annotations += u32::from(frame.is_annotation());
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

    pub(super) fn pop_to(&mut self, depth: usize) {
        while self.frames.len() > depth {
            self.complete();
            let Some(frame) = self.frames.pop() else { return };
            self.arena.truncate(frame.attrs);
            self.count(frame.source, -1);
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
                    self.annotations -= u32::from(frame.is_annotation());
                    if model::is_math(frame.role) && frame.opened {
                        self.sink.clear_gap();
                    }
                }
            }
        }
    }

    /// Writes the innermost frame though it is empty, where its place counts:
    /// a cell in its row, a `MathML` element among its siblings.
    pub(super) fn complete(&mut self) {
        let Some(frame) = self.frames.last() else { return };
        if frame.opened || self.truncated {
            return;
        }
        match (frame.place, frame.role) {
            (Place::Inline, Role::MathGroup | Role::MathToken) if frame.written != Tag::Math => {
                self.settle(Content::Inline);
            }
            (Place::Block, Role::Row) if self.is_row_counted() => self.settle(Content::Block),
            (Place::Block, Role::Cell) if matches!(frame.written, Tag::Td | Tag::Th) => self.complete_cell(),
            _ => {}
        }
    }

    pub(super) fn complete_cell(&mut self) {
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
    pub(super) fn imply_ends(&mut self, tag: Tag) {
        let Some(ends) = model::ends(tag).filter(|ends| ends.iter().any(|&end| self.is_open(end))) else { return };
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
    pub(super) fn end_paragraph(&mut self) {
        let Some(&at) = self.blocks.last() else { return };
        if at + 1 == self.frames.len() {
            if self.in_paragraph() {
                self.pop_to(at);
            }
        } else if let Some(frame) = self.frames.get_mut(at).filter(|frame| frame.written == Tag::P) {
            let source = frame.source.take();
            frame.place = Place::Nothing;
            self.depth -= frame.depth;
            self.count(source, -1);
            self.blocks.pop();
            self.end_line();
        }
    }

    /// What stands before and after this is not on the same line.
    pub(super) fn boundary(&mut self) {
        self.moved = true;
        match self.block().map(|frame| (frame.role, frame.written)) {
            Some((Role::Line, Tag::Pre)) => self.sink.exact_newline(),
            Some((Role::Line, _)) => self.sink.gap_at_least(Gap::Space),
            _ => self.end_line(),
        }
    }

    pub(super) fn end_line(&mut self) {
        self.moved = true;
        self.sink.end_line();
    }
}
