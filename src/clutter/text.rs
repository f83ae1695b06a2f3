//! The words of a short block, as phrases are compared with them.
//!
//! Lower case, one space between words, no punctuation, apostrophes straight:
//! `<b>Don’t miss out!</b> Sign&nbsp;up` reads `don't miss out sign up`.

use memchr::memchr;

use crate::entity;
use crate::letters::{self, Letter};

/// How much text is read of a block.
const LONGEST: usize = 400;
/// How much markup is read to find it.
const FURTHEST: usize = 4096;

/// A buffer for the words of one block after another.
#[derive(Default)]
pub(super) struct Wording {
    text: Vec<u8>,
    /// Where words begin in the text, and letters that are written without spaces.
    beginnings: Vec<usize>,
    /// The block's text begins with a quotation mark.
    quoted: bool,
    /// How much of the text stood before the first colon.
    colon: Option<usize>,
}

impl Wording {
    /// Reads the words of a block from its bytes.
    pub(super) fn read(&mut self, html: &[u8]) {
        self.text.clear();
        self.beginnings.clear();
        self.beginnings.push(0);
        self.quoted = false;
        self.colon = None;
        let mut rest = html.get(..html.len().min(FURTHEST)).unwrap_or_default();
        while !rest.is_empty() && self.text.len() < LONGEST {
            let run = memchr(b'<', rest).unwrap_or(rest.len());
            self.push(rest.get(..run).unwrap_or_default());
            rest = skip_markup(rest.get(run..).unwrap_or_default());
        }
        let end = self.text.trim_ascii_end().len();
        self.text.truncate(end);
        while self.beginnings.pop_if(|at| *at >= end).is_some() {}
    }

    /// The words, as UTF-8.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.text
    }

    /// Where words begin, and letters that are written without spaces, with what follows.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = (usize, &[u8])> {
        self.beginnings.iter().filter_map(|at| Some((*at, self.text.get(*at..)?)))
    }

    /// Whether the block begins with a quotation mark: somebody else's words.
    pub(super) const fn is_quoted(&self) -> bool {
        self.quoted
    }

    /// Whether the first colon of the block follows right after this much of its text.
    pub(super) fn is_colon_at(&self, length: usize) -> bool {
        self.colon == Some(length)
    }

    fn push(&mut self, raw: &[u8]) {
        let raw = raw.get(..raw.len().min(LONGEST)).unwrap_or_default();
        if raw.is_ascii() && !raw.contains(&b'&') {
            self.push_ascii(raw);
            return;
        }
        let decoded = entity::decode_text(raw);
        let mut rest = &*decoded;
        while let Some(c) = rest.chars().next() {
            let length = if c.is_ascii() { rest.bytes().take_while(u8::is_ascii).count() } else { c.len_utf8() };
            let (run, after) = rest.split_at_checked(length).unwrap_or_default();
            if c.is_ascii() {
                self.push_ascii(run.as_bytes());
            } else {
                self.push_char(c);
            }
            rest = after;
        }
    }

    fn push_ascii(&mut self, raw: &[u8]) {
        // Room for all of it first, so that a letter is only stored.
        let mut end = self.text.len();
        self.text.resize(end + raw.len(), 0);
        for &byte in raw {
            let letter = LOWER.get(usize::from(byte)).copied().unwrap_or_default();
            if letter == 0 {
                end = self.push_sign(byte, end);
            } else if let Some(slot) = self.text.get_mut(end) {
                *slot = letter;
                end += 1;
            }
        }
        self.text.truncate(end);
    }

    /// Writes what is neither letter nor digit behind the text that ends here, and gives the new end.
    fn push_sign(&mut self, byte: u8, end: usize) -> usize {
        let last = end.checked_sub(1).and_then(|at| self.text.get(at).copied());
        match byte {
            b'"' => self.quoted |= end == 0,
            b':' if self.colon.is_none() => self.colon = Some(end - usize::from(last == Some(b' '))),
            _ => {}
        }
        let sign = if byte == b'\'' { b'\'' } else { b' ' };
        if sign == b' ' && last.is_none_or(|last| last == b' ') {
            return end;
        }
        if let Some(slot) = self.text.get_mut(end) {
            *slot = sign;
        }
        self.begin(end + 1);
        end + 1
    }

    fn push_char(&mut self, c: char) {
        match c {
            '’' | '‘' | 'ʼ' | '＇' => self.sign(b'\''),
            '“' | '”' | '„' | '«' | '「' | '『' | '《' => self.sign(b'"'),
            '：' => self.sign(b':'),
            '©' => {
                self.sign(b' ');
                self.encode('©');
                self.sign(b' ');
            }
            // Combining dots that lower-casing leaves, Arabic vowel signs, soft hyphens, direction marks.
            '\u{300}'..='\u{36F}'
            | '\u{64B}'..='\u{652}'
            | '\u{670}'
            | '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{FEFF}' => {}
            // Devanagari writes vowels and joins as marks that are part of the word.
            '\u{900}'..='\u{963}' | '\u{966}'..='\u{97F}' => self.encode(c),
            _ if letters::glance(c) == Some(Letter::Small) => self.encode(c),
            _ if letters::is_alphanumeric(c) => {
                for lower in c.to_lowercase().filter(|c| !('\u{300}'..='\u{36F}').contains(c)) {
                    self.encode(lower);
                }
            }
            _ => self.sign(b' '),
        }
    }

    fn encode(&mut self, c: char) {
        if is_dense(c) {
            self.begin(self.text.len());
        }
        self.text.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// Writes a sign of ASCII.
    fn sign(&mut self, byte: u8) {
        self.push_ascii(&[byte]);
    }

    /// Notes that something begins here.
    fn begin(&mut self, at: usize) {
        if self.beginnings.last() != Some(&at) {
            self.beginnings.push(at);
        }
    }
}

/// Letters in lower case, digits as they are, 0 for the rest.
static LOWER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// The raw text of a block, markup left out, up to this many bytes.
pub(super) fn without_markup(html: &[u8], most: usize) -> Vec<u8> {
    let mut text = Vec::new();
    let mut rest = html.get(..html.len().min(FURTHEST)).unwrap_or_default();
    while !rest.is_empty() && text.len() < most {
        let run = memchr(b'<', rest).unwrap_or(rest.len());
        text.extend_from_slice(rest.get(..run).unwrap_or_default());
        rest = skip_markup(rest.get(run..).unwrap_or_default());
    }
    text
}

/// What follows the markup that `html` begins with: a tag, a comment, or an
/// element whose content is not text.
fn skip_markup(html: &[u8]) -> &[u8] {
    let after = |mark: &[u8], from: usize| {
        let rest = html.get(from..).unwrap_or_default();
        let at = rest.windows(mark.len()).position(|part| part.eq_ignore_ascii_case(mark));
        at.map_or(&[][..], |at| rest.get(at + mark.len()..).unwrap_or_default())
    };
    if html.starts_with(b"<!--") {
        return after(b"-->", 4);
    }
    // Most tags begin with another letter than any of these.
    if html.get(1).is_some_and(|first| matches!(first.to_ascii_lowercase(), b'i' | b'n' | b's' | b't')) {
        for (open, close) in OPAQUE {
            if html.get(1..=open.len()).is_some_and(|name| name.eq_ignore_ascii_case(open)) {
                return after(close, 1);
            }
        }
    }
    memchr(b'>', html).and_then(|at| html.get(at + 1..)).unwrap_or_default()
}

/// Elements whose content is not text for a reader, as they begin and end.
const OPAQUE: &[(&[u8], &[u8])] = &[
    (b"script", b"</script>"),
    (b"style", b"</style>"),
    (b"svg", b"</svg>"),
    (b"noscript", b"</noscript>"),
    (b"iframe", b"</iframe>"),
    (b"select", b"</select>"),
    (b"textarea", b"</textarea>"),
    (b"template", b"</template>"),
];

/// Whether a character is written without spaces around words.
pub(super) const fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{E00}'..='\u{E7F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_read_as_plain_words() {
        #[rustfmt::skip]
        let rows: &[(&str, &str)] = &[
            ("<b>Don’t miss out!</b> Sign&nbsp;up", "don't miss out sign up"),
            ("Share<script>var x = 'y';</script> this", "share this"),
            ("<!-- > --> © 2024 Example", "© 2024 example"),
            ("ABONNEZ-VOUS À NOTRE INFOLETTRE", "abonnez vous à notre infolettre"),
            ("İNDİRİN", "indirin"),
            ("न्यूज़लेटर", "न्यूज़लेटर"),
            ("ニュースレターに登録", "ニュースレターに登録"),
            ("", ""), ("<br>", ""), ("<", ""),
        ];
        let mut wording = Wording::default();
        for (html, expected) in rows {
            wording.read(html.as_bytes());
            assert_eq!(std::str::from_utf8(wording.bytes()), Ok(*expected), "{html}");
        }
    }

    #[test]
    fn quotations_are_seen() {
        let mut wording = Wording::default();
        for (html, quoted) in
            [("“Subscribe,” she said", true), ("<i>«Abonnez-vous»</i>", true), ("She said “no”", false)]
        {
            wording.read(html.as_bytes());
            assert_eq!(wording.is_quoted(), quoted, "{html}");
        }
    }
}
