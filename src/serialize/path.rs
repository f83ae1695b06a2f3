//! Bringing the output to where the next content belongs.

use super::Serializer;
use super::frames::Frame;
use super::model;
use super::sink::{Kind, Step};
use crate::allowlist::Role;
use crate::tag::Tag;

/// What is about to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A run of text.
    Text,
    /// An image, a line break, an empty element of a line.
    Inline,
    /// Something that is a block itself.
    Block,
}

impl Serializer {
    /// Brings the written stack to where the next content belongs.
    pub(super) fn settle(&mut self, content: Content) {
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
            if owed && matches!(step.tag, Tag::Math | Tag::Audio | Tag::Video) {
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

    pub(super) fn find_path(&mut self, content: Content) {
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

    pub(super) fn step(&self, at: usize, frame: &Frame, kind: Kind) -> Step {
        let attrs_end = self.frames.get(at + 1).map_or(self.arena.len(), |next| next.attrs);
        Step::of(frame.written, kind, frame.serial, at, attrs_end)
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
