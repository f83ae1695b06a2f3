//! Text shape: what a run of text is made of, counted as it streams by.
//!
//! Shape is all that the scorer knows of text: how many words, how many of
//! them linked, whether it is cut into sentences, whether it looks like a menu.
//! It must mean the same in every script, so stops and commas are those of all
//! scripts, and where a script writes no spaces two characters make a word.

use crate::letters::{self, Letter};
use crate::outline::{Block, TextStats};
use crate::words;

/// Counts the shape of one run of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct TextShape {
    stats: TextStats,
    emphasis_chars: u32,
    fingerprint: u64,
    first: char,
    last: char,
    in_word: bool,
    /// White space seen since the last character, not yet counted.
    pending_space: bool,
    /// A full stop that ends a sentence if white space follows: `3.14` has none.
    pending_stop: bool,
    /// Characters of scripts without spaces, and how many of them are linked.
    dense_chars: u32,
    dense_link_chars: u32,
}

/// What a character means for the shape of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Space,
    Letter,
    Capital,
    Digit,
    Stop,
    Comma,
    Separator,
    /// A letter of a script that puts no spaces between words.
    Dense,
    Other,
}

const fn ascii_role(byte: u8) -> Role {
    match byte {
        b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => Role::Space,
        b'a'..=b'z' => Role::Letter,
        b'A'..=b'Z' => Role::Capital,
        b'0'..=b'9' => Role::Digit,
        b'.' | b'!' | b'?' => Role::Stop,
        b',' | b';' => Role::Comma,
        b'|' | b'/' | b'>' => Role::Separator,
        _ => Role::Other,
    }
}

const ASCII: [Role; 128] = {
    let mut table = [Role::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = ascii_role(byte);
        byte += 1;
    }
    table
};

fn role(c: char) -> Role {
    if let Some(&role) = ASCII.get(c as usize) {
        return role;
    }
    match c {
        // Latin-1, Greek and Cyrillic are most of what is left: test them first.
        '\u{A0}' => Role::Space,
        '·' | '•' | '»' | '›' | '→' | '｜' => Role::Separator,
        '…' | '。' | '！' | '？' | '．' | '｡' | '؟' | '۔' | '।' | '॥' | '።' | '։' => Role::Stop,
        '，' | '、' | '､' | '；' | '،' | '؛' | '・' => Role::Comma,
        _ if words::is_unspaced(c) => Role::Dense,
        _ => match letters::glance(c) {
            Some(Letter::Capital) => Role::Capital,
            Some(Letter::Small) => Role::Letter,
            None if c.is_whitespace() => Role::Space,
            None if c.is_uppercase() => Role::Capital,
            None if c.is_alphabetic() => Role::Letter,
            None if c.is_numeric() => Role::Digit,
            None => Role::Other,
        },
    }
}

impl TextShape {
    /// A gap in the text that is not a character: markup that separates words.
    pub(crate) fn space(&mut self) {
        self.in_word = false;
        self.pending_space = true;
        if std::mem::take(&mut self.pending_stop) {
            self.stats.stops = self.stats.stops.saturating_add(1);
        }
    }

    /// More of the text. Words go on across calls until there is white space.
    pub(crate) fn push(&mut self, text: &str, linked: bool, stressed: bool) {
        let before = self.stats;
        let dense_before = self.dense_chars;
        for c in text.chars() {
            self.push_char(c);
        }
        if linked {
            self.stats.link_chars += self.stats.chars - before.chars;
            self.stats.link_words += self.stats.words - before.words;
            self.dense_link_chars += self.dense_chars - dense_before;
        }
        if stressed {
            self.emphasis_chars += self.stats.chars - before.chars;
        }
    }

    fn push_char(&mut self, c: char) {
        let role = role(c);
        if role == Role::Space {
            self.space();
            return;
        }
        let stats = &mut self.stats;
        if self.first == '\0' {
            self.first = c;
        } else if self.pending_space {
            stats.chars = stats.chars.saturating_add(1);
        }
        self.pending_space = false;
        self.last = c;
        stats.chars = stats.chars.saturating_add(1);
        match role {
            Role::Dense => {
                self.dense_chars = self.dense_chars.saturating_add(1);
                self.in_word = false;
                self.mix(c);
                return;
            }
            Role::Capital => stats.capitals += 1,
            Role::Digit => stats.digits += 1,
            Role::Stop if c.is_ascii() => self.pending_stop = true,
            Role::Stop => stats.stops += 1,
            Role::Comma => stats.commas += 1,
            Role::Separator => stats.separators += 1,
            Role::Letter | Role::Other | Role::Space => {}
        }
        if matches!(role, Role::Letter | Role::Capital | Role::Digit) {
            self.pending_stop = false;
            if !self.in_word {
                self.in_word = true;
                self.stats.words += 1;
            }
            self.mix(c);
        }
    }

    /// Folds a letter or digit into the fingerprint, without regard to case.
    fn mix(&mut self, c: char) {
        /// The 64-bit FNV prime.
        const PRIME: u64 = 0x0100_0000_01b3;
        let lower = if c.is_ascii() { u32::from(c.to_ascii_lowercase()) } else { u32::from(c) };
        self.fingerprint = (self.fingerprint ^ u64::from(lower)).wrapping_mul(PRIME).rotate_left(5);
    }

    /// Writes the shape into a block.
    pub(crate) fn describe(&self, block: &mut Block) {
        block.text = self.stats;
        block.text.stops += u32::from(self.pending_stop);
        block.text.words += self.dense_chars.div_ceil(2);
        block.text.link_words += self.dense_link_chars.div_ceil(2);
        block.fingerprint = self.fingerprint;
        block.emphasis_chars = self.emphasis_chars;
        block.first = self.first;
        block.last = self.last;
    }
}
