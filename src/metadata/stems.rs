//! Sets of short words that are looked for inside attribute values.
//!
//! Every class of every element is searched, so the search is one pass over
//! the value that stops only at letters that begin a word of the set.

/// A set of lower-case ASCII words of at least two letters.
pub(super) struct Stems {
    words: &'static [&'static str],
    /// For each first byte a bit for each second one, both by their low five bits: most pairs of letters begin nothing.
    pairs: [u32; 32],
}

impl Stems {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let mut pairs = [0; 32];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            pairs[(word[0] & 31) as usize] |= 1 << (word[1] & 31);
            at += 1;
        }
        Self { words, pairs }
    }

    /// Whether any of the words stands anywhere in a value, in any letter case.
    pub(super) fn in_value(&self, value: &[u8]) -> bool {
        /// A longer value is data, and looking at all of it for every element below it would be slow.
        const LONGEST: usize = 1024;
        let value = value.get(..LONGEST).unwrap_or(value);
        value.windows(2).enumerate().any(|(at, pair)| {
            let &[first, second] = pair else { return false };
            let seconds = self.pairs.get(usize::from(first & 31)).copied().unwrap_or_default();
            seconds & (1 << (second & 31)) != 0 && {
                let rest = value.get(at..).unwrap_or_default();
                self.words
                    .iter()
                    .any(|word| rest.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes())))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn words_are_found_anywhere_in_any_case() {
        const STEMS: Stems = Stems::new(&["byline", "/author/"]);
        for (value, expected) in [
            ("story-ByLine", true),
            ("byline", true),
            ("/x/AUTHOR/", true),
            ("bylin", false),
            ("", false),
            ("author", false),
        ] {
            assert_eq!(STEMS.in_value(value.as_bytes()), expected, "{value}");
        }
    }
}
