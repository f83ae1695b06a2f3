//! Finds phrases and labels in the words of a block.
//!
//! All tables are read once into buckets by their first bytes. A block is then
//! gone through word by word, and almost every word's bucket is empty.

use std::sync::LazyLock;

use super::labels::{BEGINS, WHOLE};
use super::phrases::{ASKS, TOPICS};
use super::text::{Wording, is_dense};

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
    /// The block is this label and nothing else.
    pub(super) whole: Option<Label>,
    /// The block begins as this label.
    pub(super) begins: Option<Label>,
    /// A colon follows that beginning.
    pub(super) colon: bool,
    /// That beginning is a single word, which other sentences begin with too.
    pub(super) lone: bool,
    /// The block claims a copyright.
    pub(super) copyright: bool,
}

impl Said {
    /// Whether anything was found.
    pub(super) const fn speaks(&self) -> bool {
        self.ask.is_some() || self.topic.is_some() || self.whole.is_some() || self.begins.is_some() || self.copyright
    }
}

#[derive(Clone, Copy)]
enum Role {
    Ask(Ask),
    Topic(Ask),
    Whole(Label),
    Begins(Label),
}

struct Entry {
    text: &'static str,
    role: Role,
}

struct Index {
    entries: Vec<Entry>,
    starts: Vec<usize>,
}

const BUCKETS: usize = 2048;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut entries = Vec::new();
    let mut add = |texts: &'static [&'static str], role: Role| {
        entries.extend(texts.iter().map(|&text| Entry { text, role }));
    };
    for row in ASKS {
        add(row.phrases, Role::Ask(row.ask));
    }
    for row in TOPICS {
        add(row.phrases, Role::Topic(row.ask));
    }
    for row in WHOLE {
        add(row.texts, Role::Whole(row.label));
    }
    for row in BEGINS {
        add(row.texts, Role::Begins(row.label));
    }
    // Longest first, so that the most specific phrase is met first.
    entries.sort_by_key(|entry| (bucket(entry.text.as_bytes()), usize::MAX - entry.text.len()));
    let starts =
        (0..=BUCKETS).map(|number| entries.partition_point(|entry| bucket(entry.text.as_bytes()) < number)).collect();
    Index { entries, starts }
});

/// Which bucket a text that begins with these bytes is in. Texts shorter than
/// three bytes count as followed by spaces, as they are in a block.
fn bucket(text: &[u8]) -> usize {
    let byte = |at: usize| text.get(at).copied().map_or(32, usize::from);
    ((byte(0) * 31 + byte(1)) * 31 + byte(2)) % BUCKETS
}

/// What the words of a block say.
pub(super) fn read(wording: &Wording) -> Said {
    let text = wording.text();
    let mut said = Said { lone: true, ..Said::default() };
    if text.is_empty() {
        return said;
    }
    let index = &*INDEX;
    let mut at_word = true;
    let mut free_from = 0;
    for (at, c) in text.char_indices() {
        if at_word || is_dense(c) {
            let rest = text.get(at..).unwrap_or_default();
            for entry in index.bucket(rest.as_bytes()) {
                if !begins_with(rest, entry.text) {
                    continue;
                }
                match entry.role {
                    Role::Ask(ask) => {
                        said.ask = said.ask.or(Some(ask));
                        if at >= free_from {
                            said.covered += entry.text.len();
                            free_from = at + entry.text.len();
                        }
                    }
                    Role::Topic(ask) => said.topic = said.topic.or(Some(ask)),
                    Role::Whole(label) if at == 0 && rest.len() == entry.text.len() => {
                        said.whole = said.whole.or(Some(label))
                    }
                    // A sign in mid-sentence credits a picture.
                    Role::Begins(Label::Copyright) => said.copyright |= at == 0 || entry.text != "©",
                    Role::Begins(label) if at == 0 => {
                        said.begins = said.begins.or(Some(label));
                        said.colon |= wording.is_colon_at(entry.text.len());
                        said.lone &= !entry.text.contains(' ') && !entry.text.contains(is_dense);
                    }
                    Role::Whole(_) | Role::Begins(_) => {}
                }
            }
        }
        at_word = c == ' ' || c == '\'';
    }
    said
}

impl Index {
    fn bucket(&self, text: &[u8]) -> &[Entry] {
        let number = bucket(text);
        let start = self.starts.get(number).copied().unwrap_or_default();
        let end = self.starts.get(number + 1).copied().unwrap_or_default();
        self.entries.get(start..end).unwrap_or_default()
    }
}

/// Whether `text` begins with the whole words of `phrase`.
fn begins_with(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with([' ', '\'']) || phrase.chars().next_back().is_some_and(is_dense)
    })
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
            ("Morello cherries", None, None),
        ];
        let mut wording = Wording::default();
        for (text, whole, begins) in rows {
            wording.read(text.as_bytes());
            let said = read(&wording);
            assert_eq!((said.whole, said.begins), (*whole, *begins), "{text}");
        }
    }

    #[test]
    fn phrases_are_written_as_they_are_compared() {
        let mut wording = Wording::default();
        let phrases =
            ASKS.iter().chain(TOPICS).flat_map(|row| row.phrases.iter().map(move |text| (row.language, text)));
        let labels = WHOLE.iter().chain(BEGINS).flat_map(|row| row.texts.iter().map(move |text| (row.language, text)));
        for (language, text) in phrases.chain(labels) {
            wording.read(text.as_bytes());
            assert_eq!(wording.text(), *text, "{language}");
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
        ];
        for language in languages {
            for ask in asks {
                assert!(ASKS.iter().any(|row| row.language == language && row.ask == ask), "{language} {ask:?}");
            }
        }
    }
}
