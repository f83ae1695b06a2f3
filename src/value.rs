//! Whether an attribute's value looks as the allow-list wants it.
//!
//! Addresses are resolved and checked in [`link`](crate::link); this is the
//! last look before a value is written, so that a slip upstream costs an
//! attribute and not the closed grammar.

use crate::allowlist::{ID_PREFIX, Value};

/// No value is longer than this; an inline image is by far the longest.
const LONGEST: usize = 1 << 17;

/// Addresses that a link may lead to.
const LINK_STARTS: &[&str] = &["https://", "http://", "mailto:", "tel:"];

/// Addresses whose content a page may show.
pub(crate) const WEB_STARTS: &[&str] = &["https://", "http://"];

/// Images that may stand in the address itself: formats without scripts.
pub(crate) const DATA_STARTS: &[&str] = &[
    "data:image/png;base64,",
    "data:image/jpeg;base64,",
    "data:image/gif;base64,",
    "data:image/webp;base64,",
    "data:image/avif;base64,",
];

/// Whether `text` may be written as a value of this kind.
pub(crate) fn fits(value: Value, text: &str) -> bool {
    text.len() <= LONGEST
        && match value {
            Value::Text | Value::Empty => true,
            Value::Number => is_number(text),
            Value::OneOf(words) => words.contains(&text),
            Value::Id => is_id(text),
            Value::Link => text.strip_prefix('#').map_or_else(|| starts(text, LINK_STARTS), is_id),
            Value::Media => starts(text, WEB_STARTS) || starts(text, DATA_STARTS),
            Value::Sources => text.split(", ").all(|candidate| starts(candidate, WEB_STARTS)),
            Value::Language => all(text, 35, |byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            Value::CodeLanguage => {
                all(text, 24, |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'+' | b'#' | b'.' | b'-'))
            }
            Value::Time => all(text, 64, |byte| byte.is_ascii_alphanumeric() || b"+-:., /".contains(&byte)),
            Value::Length => all(text, 16, |byte| byte.is_ascii_alphanumeric() || b"+-.%".contains(&byte)),
        }
}

fn starts(text: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| text.starts_with(start))
}

fn is_number(text: &str) -> bool {
    all(text.strip_prefix('-').unwrap_or(text), 5, |byte| byte.is_ascii_digit())
}

fn is_id(text: &str) -> bool {
    let Some(own) = text.strip_prefix(ID_PREFIX) else { return false };
    !own.is_empty() && own.len() <= 256 && !own.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn all(text: &str, longest: usize, fits: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.len() <= longest && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_absolute_and_of_known_schemes() {
        for good in ["https://example.org/", "http://a/", "mailto:a@example.org", "tel:+49", "#cl-note"] {
            assert!(fits(Value::Link, good), "{good}");
        }
        for bad in ["javascript:alert(1)", "/path", "", "#", "#note", "data:text/html,x", " https://a/", "ftp://a/"] {
            assert!(!fits(Value::Link, bad), "{bad}");
        }
        assert!(fits(Value::Media, "data:image/png;base64,AAAA"));
        assert!(!fits(Value::Media, "data:image/svg+xml;base64,AAAA"));
        assert!(fits(Value::Sources, "https://a/1.png 1x, https://a/2,3.png 2x"));
        assert!(!fits(Value::Sources, "https://a/1.png 1x, javascript:x 2x"));
    }

    #[test]
    fn numbers_and_names_are_short_and_plain() {
        assert!(fits(Value::Number, "-3") && fits(Value::Number, "640"));
        for bad in ["", "-", "1e3", "100%", "640px", "123456", " 1"] {
            assert!(!fits(Value::Number, bad), "{bad}");
        }
        assert!(fits(Value::CodeLanguage, "c++") && !fits(Value::CodeLanguage, "C++"));
        assert!(fits(Value::Language, "zh-Hant-TW") && !fits(Value::Language, "en us"));
        assert!(fits(Value::Id, "cl-Überschrift") && !fits(Value::Id, "Überschrift") && !fits(Value::Id, "cl-"));
        assert!(!fits(Value::Text, &"x".repeat(1 << 18)));
    }
}
