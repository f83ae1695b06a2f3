//! Character references: `&amp;`, `&#8364;`, `&hellip`.
//!
//! `lol_html` hands out text and attribute values as they stand in the page.
//! Nothing may be judged before it is decoded, least of all an address (rule
//! R5), and it has to be decoded as browsers do: by the longest name, with or
//! without semicolon, and with the code points that Windows once used.

use std::borrow::Cow;

mod names;

/// Decodes the raw bytes of text. Bytes that are not UTF-8 become U+FFFD.
pub(crate) fn decode_text(raw: &[u8]) -> Cow<'_, str> {
    decode(text(raw), false)
}

/// Decodes the raw bytes of an attribute's value. There a name without
/// semicolon does not count before `=`, a letter or a digit, so that the
/// address `?a=1&copy=2` means what its author meant.
pub(crate) fn decode_attribute(raw: &[u8]) -> Cow<'_, str> {
    let decoded = decode(text(raw), true);
    if decoded.contains('\0') { Cow::Owned(decoded.replace('\0', "\u{fffd}")) } else { decoded }
}

/// Nearly always valid, and then checking all of it at once is faster than looking for what is not.
fn text(raw: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(raw).map_or_else(|_| String::from_utf8_lossy(raw), Cow::Borrowed)
}

fn decode(text: Cow<'_, str>, in_attribute: bool) -> Cow<'_, str> {
    if !text.as_bytes().contains(&b'&') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = after;
        let length = match after.strip_prefix('#') {
            Some(number) => numeric(number, &mut out).map(|length| length + 1),
            None => named(after, in_attribute, &mut out),
        };
        match length.and_then(|length| after.get(length..)) {
            Some(after) => rest = after,
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Decodes what follows `&`; returns how many bytes of it the name takes.
fn named(after: &str, in_attribute: bool, out: &mut String) -> Option<usize> {
    let bytes = after.as_bytes();
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = bytes.get(..length)?;
    let whole = match (bytes.get(length), name) {
        (Some(b';'), b"amp") => Some("&"),
        (Some(b';'), b"nbsp") => Some("\u{a0}"),
        (Some(b';'), b"lt") => Some("<"),
        (Some(b';'), b"gt") => Some(">"),
        (Some(b';'), b"quot") => Some("\""),
        (Some(b';'), _) => names::find(name),
        _ => None,
    };
    if let Some(value) = whole {
        out.push_str(value);
        return Some(length + 1);
    }
    let (length, value) = names::find_beginning(name)?;
    let goes_on = bytes.get(length).is_some_and(|&next| next == b'=' || next.is_ascii_alphanumeric());
    if in_attribute && goes_on {
        return None;
    }
    out.push_str(value);
    Some(length)
}

/// Decodes what follows `&#`; returns how many bytes of it the number takes.
fn numeric(after: &str, out: &mut String) -> Option<usize> {
    let (radix, digits) = match after.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits),
        None => (10, after),
    };
    let mut code = 0_u32;
    let mut length = 0;
    for digit in digits.bytes().map_while(|byte| char::from(byte).to_digit(radix)) {
        code = code.saturating_mul(radix).saturating_add(digit);
        length += 1;
    }
    if length == 0 {
        return None;
    }
    out.push(character(code));
    let prefix = after.len() - digits.len();
    let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some(prefix + length + semicolon)
}

/// The character that a number stands for.
fn character(code: u32) -> char {
    let remapped = code.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::try_from(at).ok()?));
    match remapped {
        Some(&c) => c,
        None if code == 0 => char::REPLACEMENT_CHARACTER,
        None => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// What 0x80 to 0x9F stand for: windows-1252 where it has a character there.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '\u{2dc}', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use html5ever::buffer_queue::BufferQueue;
    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
    use proptest::prelude::*;
    use std::cell::RefCell;

    /// Collects what the reference tokenizer makes of text and of the value of
    /// the first attribute.
    #[derive(Default)]
    struct Reference {
        text: RefCell<String>,
        value: RefCell<String>,
    }

    impl TokenSink for Reference {
        type Handle = ();

        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            match token {
                Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
                Token::NullCharacterToken => self.text.borrow_mut().push('\0'),
                Token::TagToken(tag) => {
                    if let Some(attr) = tag.attrs.first() {
                        self.value.borrow_mut().push_str(&attr.value);
                    }
                }
                _ => {}
            }
            TokenSinkResult::Continue
        }
    }

    fn reference(page: &str) -> Reference {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(page));
        let tokenizer =
            Tokenizer::new(Reference::default(), TokenizerOpts { discard_bom: false, ..Default::default() });
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink
    }

    #[track_caller]
    fn agrees(raw: &str) {
        assert_eq!(decode_text(raw.as_bytes()), *reference(raw).text.borrow(), "text {raw:?}");
        let tag = reference(&format!("<a b=\"{raw}\">"));
        assert_eq!(decode_attribute(raw.as_bytes()), *tag.value.borrow(), "attribute {raw:?}");
    }

    #[test]
    fn nothing_to_decode_is_borrowed() {
        assert!(matches!(decode_text("naïve".as_bytes()), Cow::Borrowed("naïve")));
        assert!(matches!(decode_attribute(b"x=1"), Cow::Borrowed("x=1")));
        assert_eq!(decode_text(b"a\xffb"), "a\u{fffd}b");
        assert_eq!(decode_text(b"a\xff&lt;"), "a\u{fffd}<");
    }

    #[test]
    fn names_are_matched_as_browsers_do() {
        assert_eq!(decode_text(b"a &amp; b &lt;p&gt; &nGt; &notin; &notit; &copyright"), "a & b <p> ≫⃒ ∉ ¬it; ©right");
        assert_eq!(decode_attribute(b"?a=1&copy=2&copy;&reg &lt=&ampx"), "?a=1&copy=2©® &lt=&ampx");
        assert_eq!(decode_text(b"& &; &x; &&amp &AMP;"), "& &; &x; && &");
    }

    #[test]
    fn numbers_are_mended_as_browsers_do() {
        assert_eq!(decode_text(b"&#8364;&#x20AC&#X20ac;&#128;&#x99;&#129;"), "€€€€™\u{81}");
        assert_eq!(decode_text(b"&#0;&#xD800;&#x110000;&#99999999999;"), "\u{fffd}".repeat(4));
        assert_eq!(decode_text(b"&#;&#x;&#xg;&#a"), "&#;&#x;&#xg;&#a");
    }

    #[test]
    fn the_reference_agrees_on_every_name() {
        for line in include_str!("entity/names.txt").lines() {
            let name = line.split(['*', ' ']).next().unwrap();
            for after in ["", ";", "=", "x", " ", ";x"] {
                agrees(&format!("&{name}{after}"));
            }
        }
    }

    #[test]
    fn the_reference_agrees_on_every_number_that_is_mended() {
        for code in (0..0x300).chain(0xd7f0..0xe010).chain(0xfff0..0x10010).chain(0x10_fff0..0x11_0010) {
            agrees(&format!("&#{code};&#x{code:x}"));
        }
    }

    proptest! {
        #[test]
        fn the_reference_agrees_on_anything(
            raw in "(&(#|#x|#X)?([a-zA-Z]{0,7}|[0-9]{1,9}|amp|lt|not|notin|copy|reg)[;=a ]?|[^&<\"\r\u{0}]){0,12}"
        ) {
            agrees(&raw);
        }

        #[test]
        fn bytes_never_fail(raw: Vec<u8>) {
            let text = decode_text(&raw);
            prop_assert!(raw.contains(&b'&') || text == String::from_utf8_lossy(&raw));
            decode_attribute(&raw);
        }
    }
}
