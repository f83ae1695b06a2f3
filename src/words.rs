//! Counting words.
//!
//! A word is a run of characters between white space with a letter or digit in
//! it: a dash alone is none. Chinese, Japanese, Thai,
//! Lao, Khmer and Burmese are written without spaces; there two characters
//! count as one word, which is close to what dictionaries would give and costs
//! nothing. Korean has spaces and needs no exception.

use crate::letters;

/// Counts the words of a text that arrives in pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordCounter {
    runs: u32,
    unspaced: u32,
    in_word: bool,
}

impl WordCounter {
    /// Adds a piece. A word may go on from one piece to the next.
    pub(crate) fn push(&mut self, text: &str) {
        for c in text.chars() {
            let (space, letter) = if c.is_ascii() {
                (c.is_ascii_whitespace(), c.is_ascii_alphanumeric())
            } else if is_unspaced(c) {
                self.unspaced = self.unspaced.saturating_add(1);
                (true, false)
            } else if letters::glance(c).is_some() {
                (false, true)
            } else {
                (c.is_whitespace(), !self.in_word && c.is_alphanumeric())
            };
            if letter && !self.in_word {
                self.runs = self.runs.saturating_add(1);
                self.in_word = true;
            }
            self.in_word &= !space;
        }
    }

    /// Words so far.
    pub(crate) const fn words(&self) -> u32 {
        self.runs.saturating_add(self.unspaced.div_ceil(2))
    }
}

/// Whether `c` belongs to a script that puts no spaces between words.
pub(crate) const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'     // Thai, Lao
        | '\u{1000}'..='\u{109f}'   // Myanmar
        | '\u{1780}'..='\u{17ff}'   // Khmer
        | '\u{2e80}'..='\u{2fdf}'   // CJK radicals
        | '\u{3040}'..='\u{30ff}'   // Hiragana, Katakana
        | '\u{31f0}'..='\u{31ff}'   // Katakana extensions
        | '\u{3400}'..='\u{4dbf}'   // CJK extension A
        | '\u{4e00}'..='\u{9fff}'   // CJK
        | '\u{f900}'..='\u{faff}'   // CJK compatibility
        | '\u{ff66}'..='\u{ff9f}'   // half-width Katakana
        | '\u{20000}'..='\u{3ffff}' // CJK extensions B and later
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> u32 {
        let mut counter = WordCounter::default();
        counter.push(text);
        counter.words()
    }

    #[test]
    fn words_stand_between_white_space() {
        assert_eq!(count(""), 0);
        assert_eq!(count(" \n\u{a0} — "), 0);
        assert_eq!(count("  one two,\n\nthree — four "), 4);
        assert_eq!(count("naïve café, don’t"), 3);
    }

    #[test]
    fn scripts_without_spaces_count_half_their_characters() {
        assert_eq!(count("今日は良い天気"), 4);
        assert_eq!(count("iPhone手机 is 好"), 4);
        assert_eq!(count("한국어 문장"), 2);
        assert_eq!(count("สวัสดี"), 3);
    }

    #[test]
    fn pieces_do_not_matter() {
        let text = "one two 三四 fünf\u{3000}sechs  seven";
        let mut counter = WordCounter::default();
        for (at, c) in text.char_indices() {
            counter.push(&text[at..at + c.len_utf8()]);
        }
        assert_eq!(counter.words(), count(text));
    }
}
