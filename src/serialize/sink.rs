//! The output so far: its bytes, its open elements, and what is owed before
//! the next character.

use super::escape::push_text;
use crate::tag::Tag;

/// What an element on the written stack is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Block,
    /// A paragraph or division that stands around loose text.
    Loose,
    Inline,
}

/// An element of the output, open or about to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) tag: Tag,
    pub(super) kind: Kind,
    /// Of the frame it is written for; 0 if the content model asked for it.
    pub(super) serial: u32,
    pub(super) frame: Option<usize>,
    pub(super) attrs_end: usize,
    /// Whether the last thing written in it is a line of its own text.
    has_line: bool,
    /// Whether it stands in a list item or cell, where lines lie close.
    close: bool,
}

impl Step {
    pub(super) const fn implied(tag: Tag, kind: Kind) -> Self {
        Self { tag, kind, serial: 0, frame: None, attrs_end: 0, has_line: false, close: false }
    }

    pub(super) const fn of(tag: Tag, kind: Kind, serial: u32, frame: usize, attrs_end: usize) -> Self {
        Self { serial, frame: Some(frame), attrs_end, ..Self::implied(tag, kind) }
    }

    fn is(&self, other: &Step) -> bool {
        self.tag == other.tag && self.kind == other.kind && self.serial == other.serial
    }
}

/// What stands between the last character of a line and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Wbr,
    Space,
    Break,
    Breaks,
}

/// What stands between two pieces of the plain text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Separator {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Blank,
}

impl Separator {
    const fn of(tag: Tag) -> Self {
        match tag {
            Tag::Td | Tag::Th => Self::Tab,
            Tag::Tr | Tag::Li | Tag::Dt | Tag::Dd | Tag::Div | Tag::Caption | Tag::Figcaption | Tag::Summary => {
                Self::Line
            }
            tag if tag.is_block() => Self::Blank,
            _ => Self::None,
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Space => " ",
            Self::Tab => "\t",
            Self::Line => "\n",
            Self::Blank => "\n\n",
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) html: String,
    pub(super) text: String,
    written: Vec<Step>,
    /// Whether the next inline content goes on with the line before it.
    pub(super) line_open: bool,
    gap: Gap,
    /// White space owed in preformatted text.
    exact: String,
    after_return: bool,
    separator: Separator,
    row_begun: bool,
}

/// Spaces at which lines do not break. That is for the eye: in plain text, where words are
/// looked for and copied, they are spaces, as they are in what browsers copy.
const NO_BREAK: [char; 2] = ['\u{A0}', '\u{202F}'];

impl Sink {
    /// How many elements `path` shares with the written stack.
    pub(super) fn common(&self, path: &[Step]) -> usize {
        self.written.iter().zip(path).take_while(|(written, step)| written.is(step)).count()
    }

    /// Whether this very element is open.
    pub(super) fn holds(&self, step: &Step) -> bool {
        self.written.iter().rev().any(|written| written.is(step))
    }

    /// Whether inline content in the block that ends `path` has to be set off
    /// from the line that stands there already.
    pub(super) fn needs_division(&self, path: &[Step]) -> bool {
        let common = self.common(path);
        if common < path.len() {
            return false;
        }
        if self.line_open {
            self.written.get(common).is_some_and(|next| next.kind == Kind::Loose)
        } else {
            common.checked_sub(1).and_then(|at| self.written.get(at)).is_some_and(|holder| holder.has_line)
        }
    }

    pub(super) fn open(&mut self, mut step: Step, attrs: &str) {
        self.html.push('<');
        self.html.push_str(step.tag.name());
        self.html.push_str(attrs);
        self.html.push('>');
        if let Some(parent) = self.written.last_mut() {
            parent.has_line &= step.kind != Kind::Block;
            step.close = parent.close || matches!(parent.tag, Tag::Li | Tag::Dd | Tag::Td | Tag::Th);
        }
        match step.tag {
            Tag::Tr => self.row_begun = false,
            Tag::Td | Tag::Th if self.row_begun => self.separator = Separator::Tab,
            _ => {}
        }
        // The first block of a cell goes on with the row.
        if self.separator != Separator::Tab {
            self.separate(&step);
        }
        self.written.push(step);
    }

    pub(super) fn close_to(&mut self, depth: usize) {
        while self.written.len() > depth {
            let Some(step) = self.written.pop() else { return };
            self.html.push_str("</");
            self.html.push_str(step.tag.name());
            self.html.push('>');
            self.separate(&step);
        }
    }

    fn separate(&mut self, step: &Step) {
        let separator = Separator::of(step.tag);
        self.separator = self.separator.max(if step.close { separator.min(Separator::Line) } else { separator });
    }

    /// Writes an element without content where the written stack stands.
    pub(super) fn write_void(&mut self, tag: Tag, attrs: &str) {
        self.html.push('<');
        self.html.push_str(tag.name());
        self.html.push_str(attrs);
        self.html.push('>');
    }

    /// Writes a run of a line. `told`: it is part of the plain text as well.
    pub(super) fn write_line(&mut self, content: &str, told: bool) {
        push_text(&mut self.html, content);
        if !told {
            return;
        }
        if content.is_ascii() {
            return self.tell(content);
        }
        for (number, piece) in content.split(NO_BREAK).enumerate() {
            if number > 0 {
                self.separator = self.separator.max(Separator::Space);
            }
            if !piece.is_empty() {
                self.tell(piece);
            }
        }
    }

    /// Writes a run of preformatted text.
    pub(super) fn write_exact(&mut self, content: &str, told: bool) {
        push_text(&mut self.html, content);
        if told {
            self.tell(content);
        }
    }

    fn tell(&mut self, content: &str) {
        let spaced = || self.text.ends_with(char::is_whitespace) || content.starts_with(char::is_whitespace);
        if !(self.text.is_empty() || self.separator == Separator::Space && spaced()) {
            self.text.push_str(self.separator.text());
        }
        self.separator = Separator::None;
        self.row_begun = true;
        self.text.push_str(content);
    }

    // ── Lines ───────────────────────────────────────────────────────────

    /// Inline content follows in the innermost block.
    pub(super) fn begin_line(&mut self) {
        self.line_open = true;
        if let Some(holder) = self.written.iter_mut().rev().find(|step| step.kind != Kind::Inline) {
            holder.has_line = true;
        }
    }

    /// Whatever follows is on another line.
    pub(super) fn end_line(&mut self) {
        let inner = self.written.iter().rev().take_while(|step| step.kind != Kind::Block).count();
        self.close_to(self.written.len() - inner);
        self.line_open = false;
        self.clear_gap();
    }

    /// A block without content, such as a rule, was written.
    pub(super) fn forget_line(&mut self) {
        if let Some(holder) = self.written.last_mut() {
            holder.has_line = false;
        }
    }

    /// Whether two line breaks stand in a paragraph: it is two paragraphs.
    pub(super) fn splits_paragraph(&self) -> bool {
        self.gap == Gap::Breaks && self.paragraph().is_some()
    }

    pub(super) fn split_paragraph(&mut self) {
        if let Some(at) = self.paragraph() {
            self.close_to(at);
            self.line_open = false;
            self.clear_gap();
        }
    }

    fn paragraph(&self) -> Option<usize> {
        let at = self.written.iter().rposition(|step| step.kind != Kind::Inline)?;
        self.written.get(at).filter(|step| step.tag == Tag::P).map(|_| at)
    }

    // ── Gaps ────────────────────────────────────────────────────────────

    pub(super) fn gap_at_least(&mut self, gap: Gap) {
        if self.line_open {
            self.gap = self.gap.max(gap);
        }
    }

    pub(super) fn gap_break(&mut self) {
        self.gap_at_least(if self.gap >= Gap::Break { Gap::Breaks } else { Gap::Break });
    }

    pub(super) fn clear_gap(&mut self) {
        self.gap = Gap::None;
        self.exact.clear();
        self.after_return = false;
    }

    /// White space of preformatted text; every newline becomes `\n`.
    pub(super) fn exact_space(&mut self, space: &str) {
        for c in space.chars() {
            match c {
                '\r' => self.exact.push('\n'),
                '\n' if self.after_return => {}
                '\n' | '\t' | ' ' => self.exact.push(c),
                _ => {}
            }
            self.after_return = c == '\r';
        }
    }

    /// Ends the current line of preformatted text, if there is anything on it.
    pub(super) fn exact_newline(&mut self) {
        if self.line_open && !self.exact.ends_with('\n') {
            self.exact.push('\n');
        }
    }

    pub(super) fn write_gap(&mut self, told: bool) {
        let mut exact = std::mem::take(&mut self.exact);
        // The parser drops a newline after <pre>, so none is written there.
        let space = if self.line_open { exact.as_str() } else { exact.rsplit('\n').next().unwrap_or_default() };
        let (html, text) = match self.gap {
            Gap::None | Gap::Wbr if !space.is_empty() => (space, space),
            Gap::None => ("", ""),
            Gap::Wbr => ("<wbr>", ""),
            Gap::Space => (" ", " "),
            Gap::Break => ("<br>", "\n"),
            Gap::Breaks => ("<br><br>", "\n\n"),
        };
        self.html.push_str(html);
        if told && !text.is_empty() {
            self.tell(text);
        }
        exact.clear();
        self.exact = exact;
        self.gap = Gap::None;
        self.after_return = false;
    }

    /// Whether a thematic break would stand between two things.
    pub(super) fn wants_rule(&self) -> bool {
        !self.html.is_empty() && !self.html.ends_with("<hr>")
    }
}
