//! Layout tables: tables that only say where things stand.
//!
//! A page's frame, a box of code beside its line numbers: what is kept of such a
//! table is one column, and that column holds blocks, not values. Its frame tells
//! a reader nothing, and is not written.

use crate::image::is_dot;
use crate::outline::{Attr, Element, ElementId, Outline};
use crate::plan::Plan;
use crate::tag::Tag;

/// What a cell of a table of values does not hold.
const BLOCKS: &[Tag] = &[
    Tag::P,
    Tag::Pre,
    Tag::H1,
    Tag::H2,
    Tag::H3,
    Tag::H4,
    Tag::H5,
    Tag::H6,
    Tag::Ul,
    Tag::Ol,
    Tag::Dl,
    Tag::Blockquote,
    Tag::Figure,
    Tag::Table,
];

/// What makes a cell one that is kept, beside text, where it is shown.
const SHOWN: &[Tag] = &[Tag::Img, Tag::AmpImg, Tag::Video, Tag::Audio, Tag::Iframe];

/// The frames of layout tables.
pub(super) struct Frames {
    /// The layout tables, in the order of the page.
    tables: Vec<ElementId>,
    /// Of the tables around the last element that was asked for: where each ends, and whether it is one.
    open: Vec<(ElementId, bool)>,
}

impl Frames {
    pub(super) fn of(html: &[u8], outline: &Outline, plan: &Plan) -> Self {
        let mut tables = Vec::new();
        let mut open: Vec<Table> = Vec::new();
        let holds_text = |element: &Element| plan.keeps_any(element.first_block, element.end_block);
        let is_shown = |id: usize, element: &Element| {
            let side = |attr| outline.attr(html, element, attr).and_then(|side| std::str::from_utf8(side).ok());
            SHOWN.contains(&element.tag)
                && plan.removed.get(id).is_some_and(Option::is_none)
                && !(is_dot(side(Attr::Width)) || is_dot(side(Attr::Height)))
        };
        for (id, element) in (0..).zip(&outline.elements) {
            while let Some(table) = open.pop_if(|table| table.end <= id) {
                tables.extend(table.is_layout().then_some(table.id));
            }
            let tag = element.tag;
            if let Some(table) = open.last_mut() {
                table.meet(tag, is_shown(id as usize, element), || holds_text(element));
            }
            if tag == Tag::Table {
                let role = outline.attr(html, element, Attr::Role).unwrap_or_default();
                let for_looks = role.eq_ignore_ascii_case(b"presentation") || role.eq_ignore_ascii_case(b"none");
                let used = if for_looks { Use::Looks } else { Use::Unknown };
                open.push(Table { id, end: element.next, used, row: false, cell: false });
            }
        }
        tables.extend(open.iter().filter(|table| table.is_layout()).map(|table| table.id));
        tables.sort_unstable();
        Self { tables, open: Vec::new() }
    }

    /// Whether an element is part of such a frame. To be asked of the elements in their order.
    pub(super) fn hold(&mut self, id: usize, outline: &Outline) -> bool {
        if self.tables.is_empty() {
            return false;
        }
        let (Ok(id), Some(element)) = (ElementId::try_from(id), outline.elements.get(id)) else { return false };
        while self.open.pop_if(|(end, _)| *end <= id).is_some() {}
        match element.tag {
            Tag::Table => {
                let is_layout = self.tables.binary_search(&id).is_ok();
                self.open.push((element.next, is_layout));
                is_layout
            }
            Tag::Caption | Tag::Colgroup | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th => {
                self.open.last().is_some_and(|(_, is_layout)| *is_layout)
            }
            _ => false,
        }
    }
}

/// What a table is for, as far as it has been met. The first of the last two stays.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Use {
    #[default]
    Unknown,
    /// A cell that is kept holds blocks.
    Blocks,
    /// Something says that it holds values.
    Values,
    /// It says itself that it is for looks.
    Looks,
}

/// A table that has begun and not ended.
#[derive(Clone, Copy)]
struct Table {
    id: ElementId,
    end: ElementId,
    used: Use,
    /// A cell of the row is kept.
    row: bool,
    /// The cell is kept.
    cell: bool,
}

impl Table {
    const fn is_layout(self) -> bool {
        matches!(self.used, Use::Blocks | Use::Looks)
    }

    /// Takes in an element of this table and of no table within.
    fn meet(&mut self, tag: Tag, is_shown: bool, holds_text: impl Fn() -> bool) {
        match tag {
            Tag::Tr => self.row = false,
            Tag::Th | Tag::Caption if holds_text() => self.hold_values(),
            Tag::Td => {
                self.cell = false;
                if holds_text() {
                    self.keep();
                }
            }
            _ if is_shown => self.keep(),
            _ if self.used == Use::Unknown && BLOCKS.contains(&tag) && holds_text() => self.used = Use::Blocks,
            _ => {}
        }
    }

    /// A cell is kept: the second of a row makes the table one of values.
    fn keep(&mut self) {
        if self.cell {
            return;
        }
        if self.row {
            self.hold_values();
        }
        (self.cell, self.row) = (true, true);
    }

    fn hold_values(&mut self) {
        if self.used != Use::Looks {
            self.used = Use::Values;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Options;

    const PROSE: &str = "<p>The keeper wrote a program that lights the lamp, and this page explains each line of it, in the order \
        in which it was written, with what went wrong on the way and what the harbour office said about that.</p>";

    fn content(table: &str) -> String {
        let page = format!(
            "<html><body><article><h1>The lamp</h1>{}{table}{}</article></body></html>",
            PROSE.repeat(3),
            PROSE.replace("keeper", "captain").repeat(3)
        );
        crate::extract(&page, &Options::default()).expect("an article").content
    }

    #[test]
    fn what_only_frames_is_no_table() {
        #[rustfmt::skip]
        let rows: &[(&str, &str, &str)] = &[
            ("code beside its line numbers",
                "<table><tbody><tr><td class=gutter><pre>1\n2\n</pre></td><td class=code><pre><code>let lamp = on;\nlet fog = off;</code></pre></td></tr></tbody></table>",
                "<pre><code>let lamp = on;\nlet fog = off;</code></pre>"),
            ("one column of blocks",
                "<table><tr><td><p>Some of it is said in a frame, one sentence after the other.</p></td></tr><tr><td><h2>In the frame</h2><p>And the rest of it below, as long as it takes to say.</p></td></tr></table>",
                "<p>Some of it is said in a frame, one sentence after the other.</p><h2>In the frame</h2><p>And the rest"),
            ("a table that says it is for looks",
                "<table role=presentation><tr><td>To the left, a remark about the lamp, which was lit at six.</td><td>To the right, a remark about the fog, which came at seven.</td></tr></table>",
                "<p>To the left, a remark about the lamp, which was lit at six.</p><p>To the right,"),
            ("text beside a spacer",
                "<table><tr><td><img src=/spacer.gif width=1 height=20></td><td><p>Some of it is said in a frame, one sentence after the other.</p></td></tr></table>",
                "<p>Some of it is said in a frame, one sentence after the other.</p>"),
            ("text beside a picture that is not shown",
                "<table><tr><td><img src=https://img.example/lamp.jpg width=400 height=300 hidden></td><td><p>Some of it is said in a frame, one sentence after the other.</p></td></tr></table>",
                "<p>Some of it is said in a frame, one sentence after the other.</p>"),
            ("text beside an advert",
                "<table><tr><td><div class=outbrain><img src=https://img.example/lamp.jpg width=400 height=300></div></td><td><p>Some of it is said in a frame, one sentence after the other.</p></td></tr></table>",
                "<p>Some of it is said in a frame, one sentence after the other.</p>"),
        ];
        for (title, table, expected) in rows {
            let content = content(table);
            assert!(content.contains(expected) && !content.contains("<t"), "{title}: {content}");
        }
    }

    #[test]
    fn what_holds_values_is_a_table() {
        for (title, table) in [
            ("two columns", "<table><tr><td><p>Lamp</p></td><td><p>Lit at six in the evening</p></td></tr></table>"),
            (
                "a heading",
                "<table><tr><th>Lamps of the strait, in order</th></tr><tr><td><p>The one at Northhaven</p></td></tr></table>",
            ),
            (
                "one column of values",
                "<table><tr><td>Northhaven, lit at six</td></tr><tr><td>Saltmouth, lit at seven</td></tr></table>",
            ),
            (
                "a picture beside the text",
                "<table><tr><td><img src=https://img.example/lamp.jpg width=400 height=300></td><td><p>The lamp, as it was before the war.</p></td></tr></table>",
            ),
        ] {
            let content = content(table);
            assert!(content.contains("<table>") && content.contains("<td>"), "{title}: {content}");
        }
    }
}
