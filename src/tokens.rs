//! Tokens: a page cut into start tags, end tags and runs of text.
//!
//! The rules are those of the HTML standard's tokenizer, as far as they decide
//! where something begins and ends: what a quote encloses, that a `<` before a
//! space is text, what ends a comment or a script. Nothing is decoded and
//! nothing is copied; a token is a range of bytes. Comments, doctypes and
//! processing instructions are passed over.
//!
//! The standard's tokenizer is told by the tree builder when to read on in
//! another way; so is this one: [`Tokens::read_raw`] after the start tag of a
//! script, `foreign` where CDATA counts. [`events`](crate::events) knows.

use memchr::memchr;

use crate::outline::Span;
use crate::tag::Tag;

mod raw_text;

/// Attributes beyond this many on one tag are not looked at.
const MAX_ATTRIBUTES: usize = 256;

/// One attribute of a start tag: where its name and its raw value stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RawAttribute {
    pub(crate) name: Span,
    pub(crate) value: Span,
}

/// How the bytes of a run of text are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Ordinary text, with character references.
    Data,
    /// The text of `title` and `textarea`: no markup, but character references.
    Escapable,
    /// The text of `script`, `style` and the like: neither.
    Raw,
    /// What a CDATA section encloses.
    Cdata,
}

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A start tag; its attributes are [`Tokens::attributes`].
    Start { tag: Tag, span: Span, name: Span, self_closing: bool },
    /// An end tag.
    End { tag: Tag, span: Span, name: Span },
    /// Text up to the next tag or comment; never empty.
    Text { span: Span, kind: TextKind },
}

/// Cuts a page into tokens, one at a time.
pub(crate) struct Tokens<'h> {
    html: &'h [u8],
    at: usize,
    raw: Option<Tag>,
    attributes: Vec<RawAttribute>,
}

impl<'h> Tokens<'h> {
    /// The tokens of a range of a page.
    pub(crate) fn new(html: &'h [u8], range: Span) -> Self {
        let html = html.get(..range.end as usize).unwrap_or(html);
        Self { html, at: range.start as usize, raw: None, attributes: Vec::new() }
    }

    /// The attributes of the last start tag, in source order.
    pub(crate) fn attributes(&self) -> &[RawAttribute] {
        &self.attributes
    }

    /// What follows is the content of an element whose start tag was just read, in the way that `tag` asks for.
    pub(crate) fn read_raw(&mut self, tag: Tag) {
        self.raw = raw_text::is_raw(tag).then_some(tag);
    }

    /// The next token. `foreign` says that the innermost open element is SVG or `MathML`.
    pub(crate) fn next(&mut self, foreign: bool) -> Option<Token> {
        if let Some(tag) = self.raw.take() {
            let (end, kind) = raw_text::end(self.html, self.at, tag);
            let span = span(self.at, end);
            self.at = end;
            if span.start < span.end {
                return Some(Token::Text { span, kind });
            }
        }
        let mut text = self.at;
        let mut from = self.at;
        while let Some(open) = self.find(b'<', from) {
            let markup = match self.html.get(open + 1..) {
                Some([letter, ..]) if letter.is_ascii_alphabetic() => Markup::Start,
                Some([b'/', letter, ..]) if letter.is_ascii_alphabetic() => Markup::End,
                Some([b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..]) if foreign => Markup::Cdata,
                Some([b'!' | b'?', ..] | [b'/', _, ..]) => Markup::Comment,
                _ => {
                    from = open + 1;
                    continue;
                }
            };
            if open > text {
                self.at = open;
                return Some(Token::Text { span: span(text, open), kind: TextKind::Data });
            }
            match markup {
                Markup::Start => return self.start_tag(open),
                Markup::End => return self.end_tag(open),
                Markup::Cdata => {
                    let start = open + b"<![CDATA[".len();
                    let end = self.find_end(start, *b"]]>");
                    self.at = (end + b"]]>".len()).min(self.html.len());
                    if start < end {
                        return Some(Token::Text { span: span(start, end), kind: TextKind::Cdata });
                    }
                }
                Markup::Comment => self.at = self.after_comment(open),
            }
            text = self.at;
            from = self.at;
        }
        self.at = self.html.len();
        (text < self.at).then(|| Token::Text { span: span(text, self.at), kind: TextKind::Data })
    }

    fn start_tag(&mut self, open: usize) -> Option<Token> {
        self.attributes.clear();
        let name = self.name(open + 1);
        let Some((end, self_closing)) = self.read_attributes(name.end as usize) else { return self.cut_off() };
        let tag = Tag::from_name(name.of(self.html));
        self.at = end;
        Some(Token::Start { tag, span: span(open, end), name, self_closing })
    }

    fn end_tag(&mut self, open: usize) -> Option<Token> {
        let name = self.name(open + 2);
        let end = match self.html.get(name.end as usize) {
            Some(b'>') => name.end as usize + 1,
            // An end tag may carry attributes; they mean nothing, but a quoted `>` is no end.
            _ => match self.read_attributes(name.end as usize) {
                Some((end, _)) => end,
                None => return self.cut_off(),
            },
        };
        let tag = Tag::from_name(name.of(self.html));
        self.at = end;
        Some(Token::End { tag, span: span(open, end), name })
    }

    /// The page ends within a tag: there is no such tag.
    fn cut_off(&mut self) -> Option<Token> {
        self.at = self.html.len();
        None
    }

    fn name(&self, start: usize) -> Span {
        span(start, self.skip(start, |class| class & NAME_END == 0))
    }

    /// Reads attributes up to the end of a tag: where it ends, and whether by `/>`.
    fn read_attributes(&mut self, mut at: usize) -> Option<(usize, bool)> {
        loop {
            at = self.skip(at, |class| class & SPACE != 0);
            match *self.html.get(at)? {
                b'>' => return Some((at + 1, false)),
                b'/' if self.html.get(at + 1) == Some(&b'>') => return Some((at + 2, true)),
                b'/' => at += 1,
                // An equals sign in front belongs to the name.
                _ => {
                    let name = span(at, self.skip(at + 1, |class| class & ATTRIBUTE_END == 0));
                    let (value, end) = self.read_value(name.end as usize)?;
                    at = end;
                    if self.attributes.len() < MAX_ATTRIBUTES {
                        self.attributes.push(RawAttribute { name, value });
                    }
                }
            }
        }
    }

    /// The value after an attribute's name, and where it ends, quote included.
    fn read_value(&self, after_name: usize) -> Option<(Span, usize)> {
        let equals = self.skip(after_name, |class| class & SPACE != 0);
        if self.html.get(equals) != Some(&b'=') {
            return Some((Span::default(), after_name));
        }
        let start = self.skip(equals + 1, |class| class & SPACE != 0);
        match *self.html.get(start)? {
            quote @ (b'"' | b'\'') => {
                let end = self.find(quote, start + 1)?;
                Some((span(start + 1, end), end + 1))
            }
            b'>' => Some((Span::default(), start)),
            _ => {
                let end = self.skip(start, |class| class & VALUE_END == 0);
                Some((span(start, end), end))
            }
        }
    }

    /// Where reading goes on after a comment, a doctype or a processing instruction.
    fn after_comment(&self, open: usize) -> usize {
        let start = open + b"<!--".len();
        if self.html.get(open..start) != Some(b"<!--") {
            let from = open + 1;
            return self.find(b'>', from).map_or(self.html.len(), |end| end + 1);
        }
        let mut from = start;
        while let Some(end) = self.find(b'>', from) {
            let body = self.html.get(start..end).unwrap_or_default();
            if body.is_empty() || body == b"-" || body.ends_with(b"--") || body.ends_with(b"--!") {
                return end + 1;
            }
            from = end + 1;
        }
        self.html.len()
    }

    /// Where `end` stands, or the end of the page.
    fn find_end(&self, mut from: usize, end: [u8; 3]) -> usize {
        while let Some(at) = self.find(end[0], from) {
            if self.html.get(at..at + end.len()) == Some(&end) {
                return at;
            }
            from = at + 1;
        }
        self.html.len()
    }

    fn find(&self, byte: u8, from: usize) -> Option<usize> {
        self.html.get(from..).and_then(|rest| memchr(byte, rest)).map(|ahead| from + ahead)
    }

    /// The first byte from `at` whose class does not fit.
    fn skip(&self, at: usize, fits: impl Fn(u8) -> bool) -> usize {
        let rest = self.html.get(at..).unwrap_or_default();
        let ahead = rest.iter().position(|&byte| !fits(CLASSES[usize::from(byte)]));
        ahead.map_or(self.html.len(), |ahead| at + ahead)
    }
}

enum Markup {
    Start,
    End,
    Cdata,
    Comment,
}

fn span(start: usize, end: usize) -> Span {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { start: place(start), end: place(end) }
}

/// White space.
const SPACE: u8 = 1;
/// Ends the name of a tag.
const NAME_END: u8 = 2;
/// Ends the name of an attribute.
const ATTRIBUTE_END: u8 = 4;
/// Ends a value without quotes.
const VALUE_END: u8 = 8;

/// What each byte means within a tag.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' => SPACE | NAME_END | ATTRIBUTE_END | VALUE_END,
            b'/' => NAME_END | ATTRIBUTE_END,
            b'=' => ATTRIBUTE_END,
            b'>' => NAME_END | ATTRIBUTE_END | VALUE_END,
            _ => 0,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

#[cfg(test)]
mod tests;
