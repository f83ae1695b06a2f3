//! Sets of short words that are looked for inside attribute values.
//!
//! Every class of every element is searched, so the search looks at one pair of
//! letters in a few: where no word of the set has it, none stands around it.

/// A set of lower-case ASCII words of at least two letters.
pub(super) struct Stems {
    words: &'static [&'static str],
    /// The pairs of letters that words begin with.
    first: Pairs,
    /// The pairs that the first [`reach`](Self::reach)` + 1` letters of words have.
    any: Pairs,
    /// How many pairs of letters each word has at least.
    reach: usize,
}

/// A set of pairs of letters: for each first byte a bit for each second one, both by their low five bits.
type Pairs = [u32; 32];

fn has(pairs: &Pairs, value: &[u8], at: usize) -> bool {
    let Some(&[first, second]) = value.get(at..at + 2) else { return false };
    pairs.get(usize::from(first & 31)).is_some_and(|seconds| seconds & (1 << (second & 31)) != 0)
}

impl Stems {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let (mut first, mut any, mut reach) = ([0; 32], [0; 32], usize::MAX);
        let mut word = 0;
        while word < words.len() {
            let letters = words[word].len();
            reach = if letters - 1 < reach { letters - 1 } else { reach };
            word += 1;
        }
        let mut word = 0;
        while word < words.len() {
            let letters = words[word].as_bytes();
            first[(letters[0] & 31) as usize] |= 1 << (letters[1] & 31);
            let mut at = 0;
            while at < reach {
                any[(letters[at] & 31) as usize] |= 1 << (letters[at + 1] & 31);
                at += 1;
            }
            word += 1;
        }
        Self { words, first, any, reach }
    }

    /// Whether any of the words stands anywhere in a value, in any letter case.
    pub(super) fn in_value(&self, value: &[u8]) -> bool {
        /// A longer value is data, and looking at all of it for every element below it would be slow.
        const LONGEST: usize = 1024;
        let value = value.get(..LONGEST).unwrap_or(value);
        // Wherever a word stands, one of the pairs looked at is among its first.
        let looked_at = (self.reach - 1..value.len()).step_by(self.reach);
        { looked_at }.filter(|&at| has(&self.any, value, at)).any(|at| {
            (at + 1 - self.reach..=at).any(|start| has(&self.first, value, start) && self.begin(value, start))
        })
    }

    /// Whether one of the words begins here.
    fn begin(&self, value: &[u8], at: usize) -> bool {
        let rest = value.get(at..).unwrap_or_default();
        // A letter that each word has tells most of them apart.
        let Some(&telling) = rest.get(self.reach) else { return false };
        let tells = |word: &&&str| word.as_bytes().get(self.reach).is_some_and(|letter| letter & 31 == telling & 31);
        let begins =
            |word: &&str| rest.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()));
        self.words.iter().filter(tells).any(begins)
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

    #[test]
    fn words_are_found_wherever_they_begin() {
        const STEMS: Stems = Stems::new(&["ab", "byline"]);
        const LONG: Stems = Stems::new(&["byline", "author-name"]);
        for before in 0..12 {
            for after in 0..3 {
                let around = |word: &str| format!("{}{word}{}", "x".repeat(before), "y".repeat(after)).into_bytes();
                assert!(STEMS.in_value(&around("ab")) && STEMS.in_value(&around("byline")));
                assert!(LONG.in_value(&around("byline")) && LONG.in_value(&around("author-name")));
                assert!(!LONG.in_value(&around("author-nam")) && !LONG.in_value(&around("bylin")));
            }
        }
    }
}
