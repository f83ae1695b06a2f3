//! Character references: `&amp;`, `&#8364;`, `&hellip`.

use std::borrow::Cow;

/// Decodes the raw bytes of text.
pub(crate) fn decode_text(raw: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(raw)
}

/// Decodes the raw bytes of an attribute's value.
pub(crate) fn decode_attribute(raw: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(raw)
}
