//! UTF-8 alone, by the names under which `lol_html` asks for encodings.
//!
//! What JavaScript hands over is UTF-8, always: its strings are encoded on the
//! way. Yet `lol_html` may be told another encoding in mid-page, so the compiler
//! keeps the tables and decoders of all of them: 340 KB of WebAssembly that
//! never runs. This crate takes the place of `encoding_rs` in that build, and
//! in that build only. It has what `lol_html` 3.0 uses, and no more.
//!
//! One thing it does not do: text that is not UTF-8 is told by its length,
//! not decoded. The core reads the page's own bytes by their place, decodes
//! them itself, and never looks at the text that the parser hands out with it.

use std::borrow::Cow;

/// An encoding: one of two, and both are read as UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub struct Encoding {
    name: &'static str,
}

/// The encoding of everything that comes from JavaScript.
pub static UTF_8: &Encoding = &Encoding { name: "UTF-8" };

/// Named where `lol_html` prints a tag for debugging; read as UTF-8.
pub static WINDOWS_1252: &Encoding = &Encoding { name: "windows-1252" };

impl Encoding {
    /// What it is called.
    #[must_use]
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// The encoding with this label; of all labels, those of UTF-8.
    #[must_use]
    pub fn for_label_no_replacement(label: &[u8]) -> Option<&'static Encoding> {
        let label = label.trim_ascii();
        let labels: [&[u8]; 3] = [b"utf-8", b"utf8", b"unicode-1-1-utf-8"];
        labels.iter().any(|known| label.eq_ignore_ascii_case(known)).then_some(UTF_8)
    }

    /// Whether ASCII is written as ASCII.
    #[must_use]
    pub fn is_ascii_compatible(&'static self) -> bool {
        true
    }

    /// How much of the beginning is ASCII.
    #[must_use]
    pub fn ascii_valid_up_to(bytes: &[u8]) -> usize {
        bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len())
    }

    /// The bytes of a text: its own.
    #[must_use]
    pub fn encode<'t>(&'static self, text: &'t str) -> (Cow<'t, [u8]>, &'static Encoding, bool) {
        (Cow::Borrowed(text.as_bytes()), UTF_8, false)
    }

    /// The text of bytes, and whether some were not UTF-8.
    #[must_use]
    pub fn decode<'b>(&'static self, bytes: &'b [u8]) -> (Cow<'b, str>, &'static Encoding, bool) {
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
        let mended = matches!(text, Cow::Owned(_));
        (text, UTF_8, mended)
    }

    /// A decoder for text in pieces.
    #[must_use]
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder
    }

    /// An encoder for text in pieces.
    #[must_use]
    pub fn new_encoder(&'static self) -> Encoder {
        Encoder
    }
}

/// Why decoding or encoding stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoderResult {
    /// All was read.
    InputEmpty,
    /// There is no room for more.
    OutputFull,
}

/// Takes what is not UTF-8, or not yet: `lol_html` hands on all else by itself.
#[derive(Debug)]
pub struct Decoder;

impl Decoder {
    /// What it decodes.
    #[must_use]
    pub fn encoding(&self) -> &'static Encoding {
        UTF_8
    }

    /// Reads all bytes and gives one letter for them, whatever stands in `to`: enough to be told where they are.
    pub fn decode_to_str(&mut self, bytes: &[u8], to: &mut str, _last: bool) -> (CoderResult, usize, usize, bool) {
        let first = to.chars().next().map_or(0, char::len_utf8);
        (CoderResult::InputEmpty, bytes.len(), if bytes.is_empty() { 0 } else { first }, true)
    }
}

/// Copies text.
#[derive(Debug)]
pub struct Encoder;

impl Encoder {
    /// Whether something was read and not yet written: never.
    #[must_use]
    pub fn has_pending_state(&self) -> bool {
        false
    }

    /// Copies as many whole letters as there is room for.
    pub fn encode_from_utf8(&mut self, text: &str, to: &mut [u8], _last: bool) -> (CoderResult, usize, usize, bool) {
        let mut length = text.len().min(to.len());
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        for (to, byte) in to.iter_mut().zip(text.bytes().take(length)) {
            *to = byte;
        }
        let result = if length < text.len() { CoderResult::OutputFull } else { CoderResult::InputEmpty };
        (result, length, length, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_its_own_encoding() {
        assert_eq!(&*UTF_8.encode("naïve").0, "naïve".as_bytes());
        assert_eq!(UTF_8.decode("\u{FEFF}naïve".as_bytes()), (Cow::Borrowed("naïve"), UTF_8, false));
        assert_eq!(UTF_8.decode(b"a\xFF"), (Cow::Borrowed("a\u{FFFD}"), UTF_8, true));
    }

    #[test]
    fn only_utf_8_has_labels() {
        assert_eq!(Encoding::for_label_no_replacement(b" UTF8 "), Some(UTF_8));
        assert_eq!(Encoding::for_label_no_replacement(b"latin1"), None);
        assert_ne!(UTF_8, WINDOWS_1252);
    }

    #[test]
    fn an_encoder_copies_whole_letters() {
        let mut to = [0; 4];
        assert_eq!(UTF_8.new_encoder().encode_from_utf8("aéé", &mut to, true), (CoderResult::OutputFull, 3, 3, false));
        assert_eq!(&to[..3], "aé".as_bytes());
        assert_eq!(UTF_8.new_encoder().encode_from_utf8("é", &mut to, true), (CoderResult::InputEmpty, 2, 2, false));
    }

    #[test]
    fn a_decoder_tells_lengths() {
        let mut to = "\0".repeat(8);
        let mut decoder = UTF_8.new_decoder_without_bom_handling();
        assert_eq!(decoder.decode_to_str(b"\xFF\xFE", &mut to, true), (CoderResult::InputEmpty, 2, 1, true));
        assert_eq!(decoder.decode_to_str(b"", &mut to, true), (CoderResult::InputEmpty, 0, 0, true));
        assert_eq!(Encoding::ascii_valid_up_to("ab é".as_bytes()), 3);
    }
}
