//! Content: runs of text and elements without any.

use super::Serializer;
use super::escape::Run;
use super::model;
use super::path::Content;
use super::sink::Gap;
use crate::allowlist::{self, OutAttr, Role};
use crate::tag::Tag;

impl Serializer {
    pub(super) fn flowing(&mut self, text: &str) {
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
            self.sink.write_line(run.content, self.annotations == 0);
            rest = run.rest;
        }
    }

    pub(super) fn preformatted(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let run = Run::preformatted(rest);
            rest = run.rest;
            if run.is_space {
                self.sink.exact_space(run.content);
            } else if !run.content.is_empty() {
                self.settle(Content::Text);
                self.sink.write_exact(run.content, self.annotations == 0);
            }
        }
    }

    pub(super) fn write_void(&mut self, tag: Tag, attrs: &[(OutAttr, &str)]) {
        let Some(rule) = allowlist::rule(tag) else { return };
        self.settle(Content::Inline);
        let start = self.arena.len();
        self.push_attributes(rule, attrs);
        let given = self.arena.get(start..).unwrap_or_default();
        self.sink.write_void(rule.written, given);
        self.arena.truncate(start);
    }

    /// A thematic break stands between blocks, once, and not first.
    pub(super) fn rule_off(&mut self) {
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
}

/// Characters that take room but show nothing: a line of them is empty.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{200b}' | '\u{feff}')
}
