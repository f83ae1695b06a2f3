//! Finds phrases and labels in the words of a block.
//!
//! All tables are read once into buckets by their first bytes. A block is then
//! gone through word by word, and almost every word's bucket is empty.

use std::ops::Range;
use std::sync::LazyLock;

use super::buckets::{Buckets, beginning, padded};
use super::labels::{BEGINS, WHOLE};
use super::phrases::{ASKS, TOPICS};
use super::text::{Wording, is_dense};
use super::texts::Texts;
use super::trial;

/// What a prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Ask {
    Consent,
    Paywall,
    Login,
    Donate,
    Newsletter,
    Notify,
    App,
    Comment,
    Follow,
    Buy,
    Disclose,
}

/// What a label stands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Label {
    Advert,
    Gallery,
    Related,
    Insert,
    Comments,
    Share,
    Author,
    Topics,
    Copyright,
    Listen,
    Navigate,
    Support,
    Call,
    Contents,
}

/// How a block goes on after the label that it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opening {
    /// Without a break, after a single word that other sentences begin with too.
    Word,
    /// Without a break, after several words.
    Phrase,
    /// With a colon.
    Colon,
}

/// What the words of a block say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// The block asks for this, in words that only prompts use.
    pub(super) ask: Option<Ask>,
    /// Bytes of the block's text that such phrases cover.
    pub(super) covered: usize,
    /// The block mentions what prompts are about.
    pub(super) topic: Option<Ask>,
    /// What prompts are about is the word that calls and no other: "Register to vote".
    pub(super) begun: bool,
    /// The block is this label and nothing else.
    pub(super) whole: Option<Label>,
    /// The block begins as this label, and how it goes on.
    pub(super) begins: Option<(Label, Opening)>,
    /// The block begins with a call: "Sign up", "Subscribe", "Join".
    pub(super) calls: bool,
    /// The block claims a copyright.
    pub(super) copyright: bool,
}

impl Said {
    /// What a block of so many words asks for: in words that only prompts use, or, if it is
    /// a line, by a call ("Sign up …") and what it is about ("… newsletter").
    pub(super) fn asks(&self, words: u32) -> Option<Ask> {
        /// Words of the longest line.
        const LINE: u32 = 12;
        let called = if self.calls && !self.begun && words <= LINE { self.topic } else { None };
        self.ask.or(called)
    }

    /// Whether anything was found.
    pub(super) const fn speaks(&self) -> bool {
        self.ask.is_some() || self.topic.is_some() || self.whole.is_some() || self.begins.is_some() || self.copyright
    }

    /// Takes in a table's entry that was met `at` this byte.
    fn hear(&mut self, entry: &Entry, at: usize, whole: &Range<usize>, wording: &Wording) {
        /// Bytes of " now", " here".
        const NOW: usize = 5;
        match entry.role {
            Role::Ask(ask) => self.ask = self.ask.or(Some(ask)),
            Role::Topic(Ask::Login) if at == 0 && whole.len() > entry.text.len() + NOW => {
                (self.topic, self.begun) = (Some(Ask::Login), true);
            }
            Role::Topic(ask) if self.begun => (self.topic, self.begun) = (Some(ask), false),
            Role::Topic(ask) => self.topic = self.topic.or(Some(ask)),
            Role::Whole(label) if (at..at + entry.text.len()) == *whole => self.whole = self.whole.or(Some(label)),
            // A sign in mid-sentence credits a picture.
            Role::Begins(Label::Copyright) => self.copyright |= at == 0 || entry.text != "©",
            Role::Begins(Label::Call) => self.calls |= at == 0,
            Role::Begins(label) if at == 0 => {
                let opening = if wording.is_colon_at(entry.text.len()) {
                    Opening::Colon
                } else if entry.text.contains(' ') || entry.text.contains(is_dense) {
                    Opening::Phrase
                } else {
                    Opening::Word
                };
                let (label, before) = self.begins.unwrap_or((label, opening));
                self.begins = Some((label, opening.max(before)));
            }
            Role::Whole(_) | Role::Begins(_) => {}
        }
    }
}

#[derive(Clone, Copy)]
enum Role {
    Ask(Ask),
    Topic(Ask),
    Whole(Label),
    Begins(Label),
}

#[derive(Clone, Copy)]
struct Entry {
    text: &'static str,
    role: Role,
    /// What the text's first eight bytes come to: one comparison turns away nearly every other text of the bucket.
    head: u32,
}

impl Entry {
    fn new(text: &'static str, role: Role) -> Self {
        Self { text, role, head: sum(head(text.as_bytes()), text.len()) }
    }
}

/// A number made of as many of the first eight bytes as a text of this length has.
#[allow(clippy::cast_possible_truncation)]
const fn sum(head: u64, length: usize) -> u32 {
    /// An odd number with its bits well spread.
    const SPREAD: u32 = 0x9E37_79B1;
    let head = if length < 8 { head & ((1 << (8 * length)) - 1) } else { head };
    head as u32 ^ ((head >> 32) as u32).wrapping_mul(SPREAD)
}

/// The first eight bytes of a text as a number.
fn head(text: &[u8]) -> u64 {
    u64::from_le_bytes(padded(text))
}

static INDEX: LazyLock<Buckets<Entry>> = LazyLock::new(|| {
    Buckets::new(
        14,
        |entry: &Entry| entry.text,
        |add| {
            let mut add = |texts: Texts, role: Role| texts.iter().for_each(|text| add(Entry::new(text, role)));
            for row in ASKS {
                add(row.texts, Role::Ask(row.ask));
            }
            for row in TOPICS {
                add(row.texts, Role::Topic(row.ask));
            }
            for row in WHOLE {
                add(row.texts, Role::Whole(row.label));
            }
            for row in BEGINS {
                add(row.texts, Role::Begins(row.label));
            }
        },
    )
});

/// What the words of a block say.
pub(super) fn read(wording: &Wording) -> Said {
    let mut said = Said::default();
    let index = &*INDEX;
    let bytes = wording.bytes();
    let label = label_of(bytes);
    let mut covered_to = 0;
    for (at, rest) in wording.beginnings() {
        let entries = index.get(beginning(rest));
        if entries.is_empty() {
            continue;
        }
        let head = head(rest);
        for entry in entries.iter().filter(|entry| sum(head, entry.text.len()) == entry.head) {
            if begins_with(rest, entry.text) && trial::has_text(entry.text) {
                said.hear(entry, at, &label, wording);
                if let Role::Ask(_) = entry.role
                    && at >= covered_to
                {
                    said.covered += entry.text.len();
                    covered_to = at + entry.text.len();
                }
            }
        }
    }
    said
}

/// Where the words of a block stand without numbers before and after: "12 comments".
fn label_of(text: &[u8]) -> Range<usize> {
    let is_count = |byte: &u8| byte.is_ascii_digit() || *byte == b' ';
    let start = text.iter().position(|byte| !is_count(byte)).unwrap_or_default();
    let end_of = |text: &[u8]| text.iter().rposition(|byte| !is_count(byte)).map_or(text.len(), |last| last + 1);
    let end = end_of(text);
    // "… 8 min": numbers in mid-text are looked for only where one of few words ends it.
    let close = text.get(end.saturating_sub(LONGEST_UNIT)..end).unwrap_or_default();
    let timed = close.iter().rposition(u8::is_ascii_digit).filter(|&digit| {
        let after = close.get(digit + 1..).unwrap_or_default().trim_ascii();
        UNITS.iter().any(|unit| unit.as_bytes() == after)
    });
    let timed = timed.and_then(|digit| text.get(..=end - close.len() + digit));
    start..timed.map_or(end, end_of)
}

/// Bytes of a number's last digit, a space and the longest of [`UNITS`].
const LONGEST_UNIT: usize = {
    let (mut longest, mut row) = (0, 0);
    while row < UNITS.len() {
        if UNITS[row].len() > longest {
            longest = UNITS[row].len();
        }
        row += 1;
    }
    longest + 2
};

/// Units of how long a reading or a recording takes.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "min", "mins", "minute", "minutes", "min read", "min listen", "minuten", "minuti", "minutos", "minuut", "minut", "minuter", "dk", "dakika",
    "мин", "минут", "минуты", "دقيقة", "دقائق", "分", "分钟", "分鐘", "분", "मिनट", "sec", "seconds", "s", "m",
];

/// Whether UTF-8 begins with a character that is written without spaces.
const fn begins_dense(text: &[u8]) -> bool {
    // All such characters take three bytes.
    let &[first @ 0xE0..=0xEF, second, third, ..] = text else { return false };
    let code = (first as u32 & 0x0F) << 12 | (second as u32 & 0x3F) << 6 | third as u32 & 0x3F;
    matches!(char::from_u32(code), Some(c) if is_dense(c))
}

/// Whether `text` begins with the whole words of `phrase`.
fn begins_with(text: &[u8], phrase: &str) -> bool {
    let Some((begun, rest)) = text.split_at_checked(phrase.len()) else { return false };
    // Where the phrase would end few words do: asked first.
    let ends = match rest.first() {
        None | Some(b' ' | b'\'') => true,
        Some(next) => {
            let dense = |last: &u8| !last.is_ascii() && phrase.chars().next_back().is_some_and(is_dense);
            !next.is_ascii() && begins_dense(rest) || phrase.as_bytes().last().is_some_and(dense)
        }
    };
    ends && begun == phrase.as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_are_told_by_their_words() {
        #[rustfmt::skip]
        let rows: &[(&str, Option<Ask>)] = &[
            ("Sign up for our newsletter", Some(Ask::Newsletter)),
            ("Get it all, delivered straight to your inbox.", Some(Ask::Newsletter)),
            ("Melden Sie sich für unseren Newsletter an", Some(Ask::Newsletter)),
            ("Cet article est réservé aux abonnés.", Some(Ask::Paywall)),
            ("Thank you for registering", Some(Ask::Login)),
            ("Join our commenting forum", Some(Ask::Comment)),
            ("Stay up to date with notifications from The Example", Some(Ask::Notify)),
            ("Your support helps us to tell the story", Some(Ask::Donate)),
            ("Diese Website verwendet Cookies", Some(Ask::Consent)),
            ("この記事は有料会員限定です", Some(Ask::Paywall)),
            ("メルマガに登録して", Some(Ask::Newsletter)),
            ("اشترك في نشرتنا البريدية", Some(Ask::Newsletter)),
            ("The newsletter had ten readers.", None),
            ("The minister donated the money.", None),
            ("Cookies are small files.", None),
        ];
        let mut wording = Wording::default();
        for (text, expected) in rows {
            wording.read(text.as_bytes());
            assert_eq!(read(&wording).ask, *expected, "{text}");
        }
    }

    #[test]
    fn labels_are_whole_blocks_or_beginnings() {
        #[rustfmt::skip]
        let rows: &[(&str, Option<Label>, Option<Label>)] = &[
            ("Advertisement", Some(Label::Advert), None),
            ("ANZEIGE", Some(Label::Advert), None),
            ("広告", Some(Label::Advert), None),
            ("Advertisement rates rose.", None, None),
            ("open image in gallery", Some(Label::Gallery), None),
            ("Related articles", Some(Label::Related), Some(Label::Insert)),
            ("Related work", None, Some(Label::Insert)),
            ("Lesen Sie auch: Warum es regnet", None, Some(Label::Insert)),
            ("Back to top", Some(Label::Navigate), None),
            ("12 Comments", Some(Label::Comments), None),
            ("Morello cherries", None, None),
            ("Listen to this article · 8 min", Some(Label::Listen), Some(Label::Insert)),
            ("Listen to this article (8 minutes)", Some(Label::Listen), Some(Label::Insert)),
            ("Listen to this article in a minute", None, Some(Label::Insert)),
        ];
        let mut wording = Wording::default();
        for (text, whole, begins) in rows {
            wording.read(text.as_bytes());
            let said = read(&wording);
            assert_eq!((said.whole, said.begins.map(|(label, _)| label)), (*whole, *begins), "{text}");
        }
    }

    #[test]
    fn phrases_are_written_as_they_are_compared() {
        let mut wording = Wording::default();
        let phrases = ASKS.iter().chain(TOPICS).flat_map(|row| row.texts.iter().map(move |text| (row.language, text)));
        let labels = WHOLE.iter().chain(BEGINS).flat_map(|row| row.texts.iter().map(move |text| (row.language, text)));
        for (language, text) in phrases.chain(labels) {
            wording.read(text.as_bytes());
            assert_eq!(std::str::from_utf8(wording.bytes()), Ok(text), "{language}");
        }
    }

    #[test]
    fn every_language_asks_for_everything() {
        let languages =
            ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ru", "ar", "zh", "ja", "ko", "hi"];
        let asks = [
            Ask::Consent,
            Ask::Paywall,
            Ask::Login,
            Ask::Donate,
            Ask::Newsletter,
            Ask::Notify,
            Ask::App,
            Ask::Comment,
            Ask::Follow,
            Ask::Disclose,
        ];
        for language in languages {
            for ask in asks {
                assert!(ASKS.iter().any(|row| row.language == language && row.ask == ask), "{language} {ask:?}");
            }
        }
    }
}
