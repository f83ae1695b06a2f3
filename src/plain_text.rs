//! Plain text out of a page's bytes, shortened and compared.
//!
//! Facts leave the core as plain text that is shown as text, so nothing here
//! escapes; but a title must not reorder the line it stands in or carry
//! controls, whatever the page put there.

use memchr::memchr;

use crate::entity;
use crate::letters;

/// Text of a short piece of markup: tags dropped, references decoded.
pub(crate) fn of_markup(html: &[u8]) -> String {
    without_tags(html, b"")
}

/// The same with a bar where one element ends and the next begins without a
/// space between: styles set them apart, as in a line of author and date.
pub(crate) fn of_parts(html: &[u8]) -> String {
    without_tags(html, b" | ")
}

fn without_tags(html: &[u8], between: &[u8]) -> String {
    /// More than any title or byline has; a run of text beyond it is none.
    const LONGEST: usize = 16 << 10;
    let html = html.get(..LONGEST).unwrap_or(html);
    let mut bare = Vec::with_capacity(html.len());
    let mut rest = html;
    let mut after_end = false;
    while let Some(open) = memchr(b'<', rest) {
        let (text, tag) = rest.split_at(open);
        bare.extend_from_slice(text);
        if !begins_tag(tag) {
            bare.push(b'<');
            rest = tag.get(1..).unwrap_or_default();
            continue;
        }
        // `a` and `span` run into a word, a line break does not.
        if separates(tag) {
            bare.push(b' ');
        }
        let ends = tag.starts_with(b"</");
        if !ends && after_end && text.is_empty() {
            bare.extend_from_slice(between);
        }
        after_end = ends;
        let close = if tag.starts_with(b"<!--") { comment_end(tag) } else { tag_end(tag) };
        rest = tag.get(close..).unwrap_or_default();
    }
    bare.extend_from_slice(rest);
    plain(&entity::decode_text(&bare))
}

/// Text that a template may have escaped twice or put markup in: JSON-LD
/// strings and the content of `meta`. Only formatting goes; what else looks
/// like a tag is the subject of a page about HTML.
pub(crate) fn of_value(text: &str) -> String {
    const FORMATTING: &[&str] = &["b", "br", "em", "i", "p", "span", "strong", "sub", "sup"];
    if !text.contains(['<', '&']) {
        return plain(text);
    }
    let is_formatting = |tag: &str| {
        let tag = tag.trim_start_matches('/');
        let (name, behind) =
            tag.find([' ', '/', '>', '<']).and_then(|end| tag.split_at_checked(end)).unwrap_or_default();
        !behind.starts_with('<') && FORMATTING.iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    let mut bare = String::with_capacity(text.len());
    // Behind the last `>` no tag ends: looking for one at each `<` would take the square of the time.
    let (mut rest, behind) = text.split_at(text.rfind('>').map_or(0, |last| last + 1));
    while let Some((before, tag)) = rest.split_once('<') {
        bare.push_str(before);
        let formatting = if is_formatting(tag) { tag.split_once('>') } else { None };
        rest = if let Some((_, after)) = formatting {
            after
        } else {
            bare.push('<');
            tag
        };
    }
    bare.push_str(rest);
    bare.push_str(behind);
    plain(&entity::decode_text(bare.as_bytes()))
}

fn begins_tag(tag: &[u8]) -> bool {
    matches!(tag.get(1), Some(byte) if byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?'))
}

fn separates(tag: &[u8]) -> bool {
    const INLINE: &[&[u8]] = &[
        b"a", b"abbr", b"b", b"bdi", b"em", b"font", b"i", b"mark", b"q", b"small", b"span", b"strong", b"sub", b"sup",
        b"u", b"wbr",
    ];
    let name = tag.get(1..).unwrap_or_default();
    let name = name.strip_prefix(b"/").unwrap_or(name);
    let length = name.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    let name = name.get(..length).unwrap_or_default();
    !name.is_empty() && !INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name))
}

fn comment_end(tag: &[u8]) -> usize {
    tag.windows(3).position(|end| end == b"-->").map_or(tag.len(), |at| at + 3)
}

/// One past a tag's `>`, which may also stand inside quotes.
fn tag_end(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, &byte) in tag.iter().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            None if byte == b'>' => return at + 1,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            Some(_) | None => {}
        }
    }
    tag.len()
}

/// White space collapsed and trimmed; controls, soft hyphens, zero-width
/// spaces and bidirectional overrides, embeddings and isolates removed.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace) {
        let length = out.len();
        if length > 0 {
            out.push(' ');
        }
        let start = out.len();
        if word.bytes().all(|byte| byte.is_ascii_graphic()) {
            out.push_str(word);
        } else {
            out.extend(word.chars().filter(|&letter| !is_invisible(letter)));
        }
        if out.len() == start {
            out.truncate(length);
        }
    }
    out
}

const fn is_invisible(letter: char) -> bool {
    letter.is_ascii_control()
        || matches!(letter, '\u{80}'..='\u{9F}' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(letter, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The first `limit` characters.
pub(crate) fn beginning(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// At most `limit` characters, cut at a space where one is near, with an ellipsis.
pub(crate) fn cap(text: &str, limit: usize) -> String {
    let kept = beginning(text, limit);
    if kept.len() == text.len() {
        return text.to_owned();
    }
    let kept = match kept.rfind(' ') {
        Some(space) if space * 4 > kept.len() * 3 => kept.get(..space).unwrap_or(kept),
        _ => kept,
    };
    format!("{}…", kept.trim_end())
}

/// Letters and digits only, lower-cased: what two spellings of a title share.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter(|letter| letters::is_alphanumeric(*letter)).flat_map(char::to_lowercase).collect()
}

/// Lower-cased words.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letters::is_alphanumeric(letter) && letter != '\'' && letter != '’');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        for (html, expected) in [
            ("a <b>bold</b>er<br>line", "a bolder line"),
            ("<a title='>'>x</a> &amp; y", "x & y"),
            ("1 < 2 <!-- <b> --> and 3", "1 < 2 and 3"),
            ("  two\n\t lines ", "two lines"),
            ("cut <a href='", "cut"),
            ("", ""),
        ] {
            assert_eq!(of_markup(html.as_bytes()), expected, "{html}");
        }
    }

    #[test]
    fn values_lose_formatting_and_nothing_else() {
        for (value, expected) in [
            ("a <b>bold</b>er<br/>line", "a bolderline"),
            ("the <p class=\"x\">element</p>", "the element"),
            ("the <div> element", "the <div> element"),
            ("a < b, <i>then</i> c < d", "a < b, then c < d"),
            ("Fish &amp;amp; chips", "Fish &amp; chips"),
            ("half a tag <b", "half a tag <b"),
            ("<<b>>", "<>"),
            ("<b<i>x</i>", "<bx"),
        ] {
            assert_eq!(of_value(value), expected, "{value}");
        }
    }

    #[test]
    fn nothing_invisible_survives() {
        assert_eq!(plain("a\u{202E}b\u{2066}c\0 \u{7} d\u{AD}e"), "abc de");
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(cap("one two three four", 15), "one two three…");
        assert_eq!(cap("短い題名です", 3), "短い題…");
        assert_eq!(cap("short", 15), "short");
    }
}
