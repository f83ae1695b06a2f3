//! Raw text: the content of elements in which no tag begins but their own end.

use memchr::memchr;

use super::TextKind;
use crate::tag::Tag;

/// Whether the content of this element, as HTML, is raw text.
///
/// `noscript` is among them: browsers, whose scripts run, read it so.
pub(super) const fn is_raw(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Textarea
            | Tag::Title
            | Tag::Script
            | Tag::Style
            | Tag::Iframe
            | Tag::Xmp
            | Tag::Noembed
            | Tag::Noframes
            | Tag::Noscript
            | Tag::Plaintext
    )
}

/// Where the raw text from `at` on ends, and what kind it is.
pub(super) fn end(html: &[u8], at: usize, tag: Tag) -> (usize, TextKind) {
    match tag {
        Tag::Title | Tag::Textarea => (end_tag(html, at, tag), TextKind::Escapable),
        Tag::Script => (end_of_script(html, at), TextKind::Raw),
        Tag::Plaintext => (html.len(), TextKind::Raw),
        _ => (end_tag(html, at, tag), TextKind::Raw),
    }
}

/// The first end tag of this name.
fn end_tag(html: &[u8], mut at: usize, tag: Tag) -> usize {
    while let Some(open) = find(html, b'<', at) {
        let rest = html.get(open + 1..).unwrap_or_default();
        if rest.strip_prefix(b"/").is_some_and(|rest| begins_with(rest, tag)) {
            return open;
        }
        at = open + 1;
    }
    html.len()
}

/// The end tag of a script, which does not count within `<!-- <script> … -->`: old pages hide
/// scripts in comments, and write scripts by scripts.
fn end_of_script(html: &[u8], mut at: usize) -> usize {
    // Where the last `<!--` has its dashes: they may be those of `-->` too.
    let mut comment = None;
    let mut inner = false;
    loop {
        let next = match comment {
            None => find(html, b'<', at),
            Some(_) => html.get(at..).and_then(|rest| memchr::memchr2(b'<', b'>', rest)).map(|ahead| at + ahead),
        };
        let Some(place) = next else { return html.len() };
        let rest = html.get(place + 1..).unwrap_or_default();
        at = place + 1;
        if html.get(place) == Some(&b'>') {
            if comment.is_some_and(|dashes| html.get(dashes..place).is_some_and(|body| body.ends_with(b"--"))) {
                comment = None;
                inner = false;
            }
        } else if let Some(name) = rest.strip_prefix(b"/") {
            if begins_with(name, Tag::Script) {
                if !inner {
                    return place;
                }
                inner = false;
            }
        } else if comment.is_none() && rest.starts_with(b"!--") {
            comment = Some(place + 2);
        } else if comment.is_some() && begins_with(rest, Tag::Script) {
            inner = true;
        }
    }
}

/// Whether a tag of this name begins here, after `<` or `</`.
fn begins_with(rest: &[u8], tag: Tag) -> bool {
    let name = tag.name().as_bytes();
    rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        && matches!(rest.get(name.len()), Some(b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>'))
}

fn find(html: &[u8], byte: u8, from: usize) -> Option<usize> {
    html.get(from..).and_then(|rest| memchr(byte, rest)).map(|ahead| from + ahead)
}
