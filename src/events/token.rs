//! Tokens in progress: how far the one goes on that the parser is in the middle of.
//!
//! `lol_html` reads a tag as a whole: it keeps what it has of one, and a record of each attribute, until the tag ends.
//! One tag of megabytes is a picture in its address and wanted; one of a million attributes is an attack, and costs
//! fifty bytes for each three of the page. Before more of a long token is handed over, this looks ahead at what it is.

use super::{RawAttribute, span_of};
use crate::outline::Span;

/// Attributes of one tag. A tag with more of them ends what is read of a page: no author writes a thousandth of that.
pub(super) const MOST_ATTRIBUTES: usize = 4096;

/// What stands at the end of what the parser has been handed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// The token that began at `start` ends at `end`.
    Ends { start: usize, end: usize },
    /// It began here and does not end in what is there of the page.
    GoesOn { start: usize },
    /// A start tag that began here has too many attributes.
    Crowded { start: usize },
}

/// The token of `html` that covers or follows the byte before `fed`; at `from` one ends or begins, outside raw text.
pub(super) fn token_at(html: &[u8], from: usize, fed: usize) -> Token {
    let mut start = from;
    loop {
        let rest = html.get(start..).unwrap_or_default();
        let length = match rest {
            [b'<', b'!', b'-', b'-', ..] => comment(rest),
            [b'<', b'/', letter, ..] if letter.is_ascii_alphabetic() => tag(rest, usize::MAX).ok(),
            [b'<', b'!' | b'?' | b'/', ..] => past(rest, b'>'),
            [b'<', letter, ..] if letter.is_ascii_alphabetic() => match tag(rest, MOST_ATTRIBUTES) {
                Ok(length) => Some(length),
                Err(crowded) if crowded => return Token::Crowded { start },
                Err(_) => None,
            },
            [] => None,
            [_, text @ ..] => Some(1 + text.iter().position(|&byte| byte == b'<').unwrap_or(text.len())),
        };
        match length {
            None => return Token::GoesOn { start },
            Some(length) if start + length >= fed => return Token::Ends { start, end: start + length },
            Some(length) => start += length,
        }
    }
}

fn past(html: &[u8], byte: u8) -> Option<usize> {
    html.iter().position(|&other| other == byte).map(|at| at + 1)
}

/// The length of a comment that ends.
fn comment(html: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let rest = html.get(at..)?;
        match rest {
            [b'-', b'-', b'>', ..] => return Some(at + 3),
            [b'-', b'-', b'!', b'>', ..] if at > 3 => return Some(at + 4),
            _ => at += 1 + rest.get(1..)?.iter().position(|&byte| byte == b'-')?,
        }
    }
}

/// The length of a tag that ends; or whether it has more than `most` attributes.
fn tag(html: &[u8], most: usize) -> Result<usize, bool> {
    let mut attributes = Attributes::of(html, 0);
    if attributes.by_ref().take(most.saturating_add(1)).count() > most {
        return Err(true);
    }
    if html.get(attributes.at) == Some(&b'>') { Ok(attributes.at + 1) } else { Err(false) }
}

/// The attributes of the start tag that stands here, as it is known that one does.
pub(super) fn attributes_of(html: &[u8], tag: Span) -> impl Iterator<Item = RawAttribute> {
    Attributes::of(html, tag.start as usize)
}

/// The attributes of a tag, one after the other, and in the end where it ends.
struct Attributes<'h> {
    html: &'h [u8],
    at: usize,
}

impl<'h> Attributes<'h> {
    /// Of the tag that begins at this byte.
    fn of(html: &'h [u8], start: usize) -> Self {
        let mut tag = Self { html, at: start + 1 };
        if html.get(tag.at) == Some(&b'/') {
            tag.at += 1;
        }
        tag.pass(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>'));
        tag
    }

    /// Goes past all such bytes, and gives where those stood.
    fn pass(&mut self, such: impl Fn(u8) -> bool) -> Span {
        let rest = self.html.get(self.at..).unwrap_or_default();
        let start = self.at;
        self.at += rest.iter().position(|&byte| !such(byte)).unwrap_or(rest.len());
        span_of(&(start..self.at))
    }
}

impl Iterator for Attributes<'_> {
    type Item = RawAttribute;

    fn next(&mut self) -> Option<RawAttribute> {
        self.pass(|byte| is_space(byte) || byte == b'/');
        if matches!(self.html.get(self.at), None | Some(b'>')) {
            return None;
        }
        // The first byte belongs to the name whatever it is.
        let start = span_of(&(self.at..self.at)).start;
        self.at += 1;
        let name = Span { start, ..self.pass(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'=')) };
        self.pass(is_space);
        if self.html.get(self.at) != Some(&b'=') {
            return Some(RawAttribute { name, value: Span::default() });
        }
        self.at += 1;
        self.pass(is_space);
        let value = match self.html.get(self.at) {
            Some(&quote) if matches!(quote, b'"' | b'\'') => {
                self.at += 1;
                let value = self.pass(|byte| byte != quote);
                self.at += 1;
                value
            }
            _ => self.pass(|byte| !is_space(byte) && byte != b'>'),
        };
        Some(RawAttribute { name, value })
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_end_where_they_do_in_html() {
        #[rustfmt::skip]
        let rows: &[(&str, usize, Token)] = &[
            ("text<b>", 2, Token::Ends { start: 0, end: 4 }),
            ("<a title='>' b=\">\" c=d/e f>x", 5, Token::Ends { start: 0, end: 27 }),
            ("<a b='", 3, Token::GoesOn { start: 0 }),
            ("</x></x ></x a='>'>", 12, Token::Ends { start: 9, end: 19 }),
            ("<!-- > --><p>", 4, Token::Ends { start: 0, end: 10 }),
            ("<!--><p>", 2, Token::Ends { start: 0, end: 5 }),
            ("<!-- --!><p>", 2, Token::Ends { start: 0, end: 9 }),
            ("<!doctype html><!-- a", 18, Token::GoesOn { start: 15 }),
            ("< b ><p", 6, Token::GoesOn { start: 5 }),
            ("<a =b =c>", 4, Token::Ends { start: 0, end: 9 }),
        ];
        for (html, fed, expected) in rows {
            assert_eq!(token_at(html.as_bytes(), 0, *fed), *expected, "{html}");
        }
    }

    #[test]
    fn a_tag_of_too_many_attributes_is_seen() {
        for attribute in [" a", " a=b", " '", " a='>'", "/a"] {
            let most = format!("x<p{}>", attribute.repeat(MOST_ATTRIBUTES));
            assert_eq!(token_at(most.as_bytes(), 0, 5), Token::Ends { start: 1, end: most.len() }, "{attribute}");
            let more = format!("x<p{}", attribute.repeat(MOST_ATTRIBUTES + 1));
            assert_eq!(token_at(more.as_bytes(), 0, 5), Token::Crowded { start: 1 }, "{attribute}");
        }
    }
}
