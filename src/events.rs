//! The event source: a page as a balanced sequence of start, text and end.
//!
//! [`tokens`](crate::tokens) cuts a page; this module turns the pieces into a
//! tree walk that both passes share, so that they cannot disagree about the
//! page:
//!
//! * every [`Events::start`] is followed by exactly one [`Events::end`], closed
//!   by our own stack (rule R6): a missing end tag ends with its parent, a stray
//!   one is not seen, `<p>`, `<li>`, `<td>` and their like end where HTML says;
//! * a run of text arrives whole, as one range;
//! * content of opaque elements (scripts, frames, SVG) is not entered.
//!
//! Nothing is copied (rule R1): events carry byte ranges into the page.
//!
//! # Depth
//!
//! Past [`MAX_DEPTH`] open elements no element is entered: its text counts as
//! its ancestor's. Browsers flatten their own trees at the same depth.

use crate::entity;
use crate::outline::Span;
use crate::tag::Tag;
use crate::tokens::{RawAttribute, TextKind, Token, Tokens};

mod foreign;

use foreign::Namespace;

/// Elements nested deeper than this are not entered. Both Chromium and Firefox
/// stop nesting at 512.
pub(crate) const MAX_DEPTH: usize = 512;

/// How many open elements an end tag is compared with; one that names an element
/// further up is taken for a stray one. Without a limit, stray end tags in a
/// deep page would cost the square of its length.
const MAX_SEARCH: usize = 2 * MAX_DEPTH;

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
}

struct Open {
    tag: Tag,
    name: Span,
    /// The namespace of what is in it.
    inside: Namespace,
    /// The sink was told.
    entered: bool,
}

/// A pass over a page: the elements that are open, and who is told.
struct Walk<'h, E> {
    html: &'h [u8],
    sink: E,
    /// All open elements; those not entered stand above those that were.
    open: Vec<Open>,
    entered: usize,
    /// The innermost entered element is opaque: nothing in it is entered.
    opaque: bool,
    ordinal: u32,
}

/// Reads a range of a page and tells `sink`.
pub(crate) fn walk<E: Events>(html: &[u8], range: Span, sink: E) -> E {
    let mut walk = Walk { html, sink, open: Vec::new(), entered: 0, opaque: false, ordinal: 0 };
    let mut tokens = Tokens::new(html, range);
    while let Some(token) = tokens.next(walk.namespace() != Namespace::Html) {
        match token {
            Token::Start { tag, span, name, self_closing } => {
                let namespace = walk.start(tag, span, name, self_closing, tokens.attributes());
                if namespace == Namespace::Html {
                    tokens.read_raw(tag);
                }
            }
            Token::End { tag, span, name } => walk.end(tag, span, name),
            Token::Text { span, kind } => walk.text(span, kind),
        }
    }
    walk.close_to(0, range.end);
    walk.sink
}

impl<E: Events> Walk<'_, E> {
    /// The namespace in which the next element would stand.
    fn namespace(&self) -> Namespace {
        self.open.last().map_or(Namespace::Html, |open| open.inside)
    }

    /// An element begins; gives its namespace.
    fn start(
        &mut self,
        tag: Tag,
        span: Span,
        name: Span,
        self_closing: bool,
        attributes: &[RawAttribute],
    ) -> Namespace {
        let ordinal = self.ordinal;
        self.ordinal = self.ordinal.saturating_add(1);
        let mut around = self.namespace();
        if around != Namespace::Html && foreign::breaks_out(self.html, tag, name, attributes) {
            self.leave_foreign(span.start);
            around = Namespace::Html;
        }
        let namespace = foreign::namespace(around, tag);
        let has_content = match namespace {
            Namespace::Html => !tag.is_void() && !foreign::is_obsolete_void(tag, name.of(self.html)),
            _ => !self_closing,
        };
        let enter = !self.opaque && self.entered < MAX_DEPTH;
        let mut transparent = false;
        if enter {
            self.close_implied(tag, span.start);
            let start = Start { tag, span, ordinal, attributes };
            self.sink.start(self.html, &start);
            if !has_content {
                self.sink.end(self.html, tag, span.end);
            } else if tag == Tag::Template {
                let mode = start.raw(self.html, "shadowrootmode");
                transparent = mode.is_some_and(|mode| mode.eq_ignore_ascii_case(b"open"));
            }
        }
        if has_content {
            if enter {
                self.entered += 1;
                self.opaque = tag.is_opaque() && tag != Tag::Head && !transparent;
            }
            let inside = foreign::inside(self.html, namespace, tag, name, attributes);
            self.open.push(Open { tag, name, inside, entered: enter });
        }
        namespace
    }

    fn text(&mut self, span: Span, kind: TextKind) {
        // Script, style and the like past the depth limit were not entered:
        // their text must not become their ancestor's.
        if self.opaque || matches!(kind, TextKind::Data | TextKind::Cdata) {
            let literal = matches!(kind, TextKind::Raw | TextKind::Cdata);
            self.sink.text(self.html, span, literal);
        }
    }

    fn end(&mut self, tag: Tag, span: Span, name: Span) {
        let is_it = |open: &Open| {
            open.tag == tag && (tag != Tag::Other || open.name.of(self.html).eq_ignore_ascii_case(name.of(self.html)))
        };
        let Some(above) = self.open.iter().rev().take(MAX_SEARCH).position(is_it) else { return };
        let place = self.open.len() - 1 - above;
        self.close_to(place + 1, span.start);
        self.close_to(place, span.end);
    }

    /// Ends the open elements above the first `keep`.
    fn close_to(&mut self, keep: usize, at: u32) {
        while self.open.len() > keep {
            let Some(open) = self.open.pop() else { return };
            if open.entered {
                self.entered -= 1;
                self.opaque = false;
                self.sink.end(self.html, open.tag, at);
            }
        }
    }

    /// Ends the innermost SVG or `MathML`, as an element does that cannot stand in it.
    fn leave_foreign(&mut self, at: u32) {
        let outside = self.open.iter().rposition(|open| open.inside == Namespace::Html);
        self.close_to(outside.map_or(0, |outside| outside + 1), at);
    }

    /// Ends what a start tag ends without an end tag, as HTML's optional end tags do.
    fn close_implied(&mut self, tag: Tag, at: u32) {
        let Some((closes, within)) = implied_ends(tag) else { return };
        let mut first = None;
        for (place, open) in self.open.iter().enumerate().rev() {
            if within.contains(&open.tag) {
                break;
            }
            if closes.contains(&open.tag) {
                first = Some(place);
            }
        }
        if let Some(first) = first {
            self.close_to(first, at);
        }
    }
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

#[cfg(test)]
mod tests;
