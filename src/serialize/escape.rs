//! Escaping, exactly as browsers serialise, and cutting text into runs.

/// A piece of text that is written in one go, and what is left.
pub(super) struct Run<'t> {
    pub(super) content: &'t str,
    pub(super) rest: &'t str,
    pub(super) is_space: bool,
}

impl<'t> Run<'t> {
    fn cut(text: &'t str, at: usize, is_space: bool) -> Self {
        let (content, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        Self { content, rest, is_space }
    }

    /// Up to the first character that must not be written as it stands:
    /// a control, or white space other than a single blank between words.
    pub(super) fn flowing(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let next = bytes.get(at + 1).copied();
            match byte {
                b' ' if next.is_some_and(|next| next > b' ' && next != 0x7f && next != 0xc2) => {}
                0..=b' ' | 0x7f => break,
                0xc2 if next.is_some_and(|next| next < 0xa0) => break,
                _ => {}
            }
            at += 1;
        }
        Self::cut(text, at, false)
    }

    /// A run of white space, or up to the next; controls are runs of nothing.
    pub(super) fn preformatted(text: &'t str) -> Self {
        let is_space = |c: char| c.is_ascii_whitespace();
        let is_control = |c: char| c.is_control() && !is_space(c);
        let text = text.trim_start_matches(is_control);
        let spaces = text.len() - text.trim_start_matches(is_space).len();
        if spaces > 0 {
            return Self::cut(text, spaces, true);
        }
        Self::cut(text, text.find(|c: char| is_space(c) || is_control(c)).unwrap_or(text.len()), false)
    }
}

/// Appends text with `&`, `<`, `>` and no-break spaces as references.
pub(super) fn push_text(out: &mut String, text: &str) {
    push_escaped(out, text, false);
}

/// Appends ` name="value"`.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value, true);
    out.push('"');
}

/// Bytes at which [`push_escaped`] has to look twice.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = true;
        byte += 1;
    }
    let mut at = 0;
    let others = b"&<>\"\x7f\xc2";
    while at < others.len() {
        special[others[at] as usize] = true;
        at += 1;
    }
    special
};

fn push_escaped(out: &mut String, text: &str, in_attribute: bool) {
    let bytes = text.as_bytes();
    let mut done = 0;
    let mut at = 0;
    let is_special = |&byte: &u8| SPECIAL.get(usize::from(byte)).is_some_and(|&special| special);
    while let Some(ahead) = bytes.get(at..).and_then(|rest| rest.iter().position(is_special)) {
        at += ahead;
        let replacement = match bytes.get(at) {
            Some(b'&') => Some((1, "&amp;")),
            Some(b'<') => Some((1, "&lt;")),
            Some(b'>') => Some((1, "&gt;")),
            Some(b'"') if in_attribute => Some((1, "&quot;")),
            Some(b'\t' | b'\n' | b'\r' | 0x0c) if in_attribute => Some((1, " ")),
            Some(0..=0x1f | 0x7f) if in_attribute => Some((1, "")),
            Some(0xc2) => match bytes.get(at + 1) {
                Some(0xa0) => Some((2, "&nbsp;")),
                Some(0x80..=0x9f) if in_attribute => Some((2, "")),
                _ => None,
            },
            _ => None,
        };
        let Some((length, replacement)) = replacement else {
            at += 1;
            continue;
        };
        out.push_str(text.get(done..at).unwrap_or_default());
        out.push_str(replacement);
        at += length;
        done = at;
    }
    out.push_str(text.get(done..).unwrap_or_default());
}
