//! Tokens in progress: how far the one goes on that the parser is in the middle of.
//!
//! `lol_html` reads a tag as a whole: it keeps what it has of one, and a record of each attribute, until the tag ends.
//! One tag of megabytes is a picture in its address and wanted; one of a million attributes is an attack, and costs
//! fifty bytes for each three of the page. Before more of a long token is handed over, this looks ahead at what it is.

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
    let mut attributes = 0_usize;
    let mut bytes = html.iter().enumerate().skip(1).peekable();
    let space = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C');
    // The name.
    while bytes.next_if(|(_, byte)| !space(**byte) && !matches!(byte, b'/' | b'>')).is_some() {}
    if html.get(1) == Some(&b'/') {
        bytes.next();
        while bytes.next_if(|(_, byte)| !space(**byte) && !matches!(byte, b'/' | b'>')).is_some() {}
    }
    loop {
        while bytes.next_if(|(_, byte)| space(**byte) || **byte == b'/').is_some() {}
        match bytes.next() {
            None => return Err(false),
            Some((at, b'>')) => return Ok(at + 1),
            Some(_) => attributes += 1,
        }
        if attributes > most {
            return Err(true);
        }
        while bytes.next_if(|(_, byte)| !space(**byte) && !matches!(byte, b'/' | b'>' | b'=')).is_some() {}
        while bytes.next_if(|(_, byte)| space(**byte)).is_some() {}
        if bytes.next_if(|(_, byte)| **byte == b'=').is_none() {
            continue;
        }
        while bytes.next_if(|(_, byte)| space(**byte)).is_some() {}
        match bytes.peek() {
            Some(&(_, &quote)) if matches!(quote, b'"' | b'\'') => {
                bytes.next();
                while bytes.next_if(|(_, byte)| **byte != quote).is_some() {}
                bytes.next();
            }
            _ => while bytes.next_if(|(_, byte)| !space(**byte) && **byte != b'>').is_some() {},
        }
    }
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
