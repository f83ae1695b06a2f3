//! Names out of a line that has more than names in it.
//!
//! "By Ada Byron and Karl Stein, Staff Writers | Updated 3 May 2026" names
//! two people. What is no name goes: the word that introduces it, roles,
//! letters after the name, dates, addresses, handles.

use super::dates;
use super::text;
use super::words::{
    AFTER_NAMES, AND, BY, MID_BY, NOBODY, NOT_BY, ORGANISATION, PARTICLES, PLAIN_BY, POST_NOMINALS, ROLES,
};

/// Authors given at most.
const MAX_NAMES: usize = 24;
/// Characters of a line that are looked at.
const MAX_LINE: usize = 600;

/// The names in a line, in order, without repetition.
pub(super) fn split(line: &str) -> Vec<String> {
    let line = text::cap(&without_brackets(&text::of_value(line)), MAX_LINE);
    let line = line.split(' ').filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ");
    let parts = line.split(['|', '•', '·', '\n', '/', '›', '»', '●', '※']);
    let parts =
        parts.flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – ")).flat_map(|part| part.split(" — "));
    let mut names: Vec<String> = Vec::new();
    let mut others = false;
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        // Who reviewed or photographed it is no author, on this line or the next.
        let introduced = strip_any(part, &NOT_BY_PHRASES).next();
        if std::mem::replace(&mut others, introduced.is_some_and(|rest| without_by(rest).is_empty()))
            || introduced.is_some()
        {
            continue;
        }
        for name in names_in(part) {
            if !names.iter().any(|known| text::key(known) == text::key(&name)) && names.len() < MAX_NAMES {
                names.push(name);
            }
        }
    }
    without_pictures(&mut names);
    names
}

/// Names as one line: between two of them what one of `lines` puts there, "and" in the page's own language, or else a comma.
pub(super) fn join(names: &[String], lines: &[String]) -> String {
    let mut joined = String::new();
    let mut before: Option<&str> = None;
    for name in names {
        if let Some(before) = before {
            joined.push_str(lines.iter().find_map(|line| joint(line, before, name)).unwrap_or(", "));
        }
        joined.push_str(name);
        before = Some(name);
    }
    joined
}

/// The "and" that stands between two names in a line, with its spaces, and the comma before it.
fn joint<'l>(line: &'l str, one: &str, other: &str) -> Option<&'l str> {
    let (_, behind) = line.split_once(one)?;
    let (joint, _) = behind.split_once(other)?;
    let word = joint.strip_prefix(',').unwrap_or(joint).strip_prefix(' ')?.strip_suffix(' ')?;
    (word == "&" || AND.contains(&word.to_lowercase().as_str())).then_some(joint)
}

/// Drops what stands for somebody's picture beside a name.
pub(super) fn without_pictures(names: &mut Vec<String>) {
    if names.len() > 1 {
        names.retain(|name| !is_picture(name));
    }
}

/// Whether a name is the letter or two that stand for somebody's picture. Where a script has no capitals, two letters may
/// be a name.
pub(super) fn is_picture(name: &str) -> bool {
    let mut letters = name.chars();
    letters.by_ref().take(2).all(|letter| letter.is_ascii() || letter.is_uppercase() || letter.is_lowercase())
        && letters.next().is_none()
}

/// The names in a part that has no separators but commas and "and".
fn names_in(part: &str) -> Vec<String> {
    let part = without_by(part.trim());
    // "Center for Drug Evaluation and Research" is one name, "Ada Byron, Staff Writer" has a role behind it.
    if is_organisation(part) && !is_role(part) && !part.contains(',') {
        return tidy(part, false).into_iter().collect();
    }
    let mut names = Vec::new();
    let mut is_title = false;
    for (at, piece) in part.split([',', ';', '&', '、', '،', '，', '+']).enumerate() {
        // "Ada Byron, Home and Garden Editor": what is joined in a role is no name.
        // Nor is what follows a role alone: "Writer, Hardware".
        let in_role = is_title || at > 0 && is_role(piece);
        is_title |= at == 0 && !piece.trim().is_empty() && piece.split_whitespace().all(is_role);
        let atoms = split_and(piece).into_iter().filter(|atom| !in_role || !is_role(atom) && is_personal(atom));
        let tidied = atoms.filter_map(|atom| tidy(without_by(atom.trim()), true));
        names.extend(tidied.filter(|atom| !is_role(atom) && !is_post_nominal(atom)));
    }
    names
}

/// Whether a name is that of an organisation or of a role in one.
pub(super) fn is_organisation(name: &str) -> bool {
    text::words(name).iter().any(|word| ORGANISATION.contains(&word.as_str()))
}

/// What is in round or square brackets is a role, a handle or a place.
fn without_brackets(line: &str) -> String {
    let mut depth = 0_u32;
    line.chars()
        .filter(|letter| match letter {
            '(' | '[' | '（' | '【' => {
                depth += 1;
                false
            }
            ')' | ']' | '）' | '】' if depth > 0 => {
                depth -= 1;
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// Whether a line begins as a byline does.
pub(super) fn begins_with_by(line: &str) -> bool {
    without_by(line).len() < line.trim().trim_end_matches([' ', ':']).len()
}

/// Whether a line begins with words such as "Written by", which need no title beside them.
pub(super) fn begins_plainly(line: &str) -> bool {
    let line = line.trim_start();
    strip_any(line, &PLAIN_BY_PHRASES).next().is_some()
}

/// Whether a line with this first letter may begin so.
pub(super) fn may_begin_plainly(first: char) -> bool {
    !first.is_ascii() || PLAIN_BY_PHRASES.first_letters >> (first.to_ascii_lowercase() as u8) & 1 == 1
}

/// Whether a line only introduces somebody who did something else than write.
pub(super) fn is_other(line: &str) -> bool {
    let line = line.trim().trim_end_matches([' ', ':']);
    // "Photo" alone is a label of its own.
    (line.contains(' ') || !line.is_ascii()) && strip_any(line, &NOT_BY_PHRASES).any(str::is_empty)
}

/// Whether a line ends with such an introduction.
pub(super) fn ends_with_other(line: &str) -> bool {
    let starts = line.match_indices(|letter: char| letter.is_whitespace() || letter == '|').map(|(at, _)| at);
    let mut tails = std::iter::once(line).chain(starts.filter_map(|at| line.get(at + 1..)));
    tails.any(is_other)
}

/// What stands behind "by" in a line that says more before it: a date, or
/// "This post was written".
pub(super) fn behind_by(line: &str) -> Option<&str> {
    for (at, word) in word_positions(line).filter(|&(at, _)| at > 0) {
        let bare = word.trim_end_matches(':');
        if !MID_BY.iter().any(|by| by.eq_ignore_ascii_case(bare)) {
            continue;
        }
        let (upto, rest) = (line.get(..at + bare.len())?, line.get(at + word.len()..)?.trim());
        let plain = || PLAIN_BY.iter().any(|by| ends_with_word(upto, by));
        let dated = || dates::find(line, dates::Order::DayFirst).is_some();
        if rest.starts_with(char::is_uppercase) && !ends_with_other(upto) && (plain() || dated()) {
            let rest = rest.split(['|', '•', '·']).next().unwrap_or(rest);
            return Some(rest.trim_end_matches([' ', '.']));
        }
    }
    None
}

/// Whether a text ends with words, in any letter case.
fn ends_with_word(text: &str, words: &str) -> bool {
    text.len().checked_sub(words.len()).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(words))
}

/// Drops "By", "Von", "Written by:" from the start, as often as they stand there.
pub(super) fn without_by(text: &str) -> &str {
    let mut rest = text.trim_start_matches([' ', ':', '-', '–', '—', '@', '/', ',']);
    for _ in 0..3 {
        let Some(shorter) = strip_any(rest, &BY_PHRASES).min_by_key(|shorter| shorter.len()) else { break };
        rest = shorter.trim_start_matches([' ', ':', '-', '–', '—', '/', '.']);
    }
    rest.trim_end_matches([' ', ':', '-', '–', '—', ','])
}

/// Phrases that may begin a line. Nearly no line begins with one, which mostly shows in its first letter.
struct Phrases {
    all: &'static [&'static str],
    /// A bit for each first letter of ASCII, and one for all other letters.
    first_letters: u128,
}

impl Phrases {
    const fn new(all: &'static [&'static str]) -> Self {
        let (mut first_letters, mut at) = (0, 0);
        while at < all.len() {
            first_letters |= 1 << place_of(all[at].as_bytes()[0]);
            at += 1;
        }
        Self { all, first_letters }
    }
}

const fn place_of(first: u8) -> u8 {
    if first.is_ascii() { first.to_ascii_lowercase() } else { 127 }
}

static BY_PHRASES: Phrases = Phrases::new(BY);
static NOT_BY_PHRASES: Phrases = Phrases::new(NOT_BY);
static PLAIN_BY_PHRASES: Phrases = Phrases::new(PLAIN_BY);

/// What is left of a text behind each of the phrases that it begins with.
fn strip_any<'t>(text: &'t str, phrases: &Phrases) -> impl Iterator<Item = &'t str> {
    let first = text.bytes().next().filter(|first| phrases.first_letters >> place_of(*first) & 1 == 1);
    let phrases = if first.is_some() { phrases.all } else { &[] };
    phrases.iter().filter_map(move |phrase| strip_word(text, phrase))
}

/// Whether two letters of the same place may be the same in lower case, by their first bytes.
fn may_be(byte: Option<&u8>, expected: Option<&u8>) -> bool {
    expected.is_none_or(|expected| byte.is_some_and(|byte| !byte.is_ascii() || byte.to_ascii_lowercase() == *expected))
}

/// `text` without `word` at its start, in any letter case, where the word ends there.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    // Most words differ in their first two letters already.
    let (bytes, expected) = (text.as_bytes(), word.as_bytes());
    let ascii = bytes.first().is_some_and(u8::is_ascii);
    if !may_be(bytes.first(), expected.first()) || ascii && !may_be(bytes.get(1), expected.get(1)) {
        return None;
    }
    let mut letters = text.char_indices();
    for expected in word.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
    }
    let rest = letters.as_str();
    let spaced = !word.ends_with(|letter: char| ('\u{3000}'..='\u{D7FF}').contains(&letter) || letter == '/');
    // Pages that set the space by style write "By" and the name without one.
    let glued = word == "by" && rest.starts_with(char::is_uppercase);
    let ends = !spaced
        || glued
        || rest.is_empty()
        || rest.starts_with(|letter: char| letter.is_whitespace() || letter == ':' || letter == '/');
    ends.then_some(rest)
}

/// Splits at "and" in any language. A word that is also a particle of names
/// (`y`, `e`, `i`) only divides what is two words on both sides.
fn split_and(part: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = part;
    'again: loop {
        for (at, word) in word_positions(rest) {
            let lower = word.to_lowercase();
            if !AND.contains(&lower.as_str()) {
                continue;
            }
            let (before, after) = (rest.get(..at).unwrap_or_default(), rest.get(at + word.len()..).unwrap_or_default());
            let sure = lower == "and" || lower == "und";
            if sure || (before.split_whitespace().count() >= 2 && after.split_whitespace().count() >= 2) {
                found.push(before);
                rest = after;
                continue 'again;
            }
        }
        found.push(rest);
        return found;
    }
}

fn word_positions(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(move |piece| {
        let at = next;
        next += piece.len();
        (at, piece.trim_end())
    });
    pieces.filter(|(_, word)| !word.is_empty())
}

/// A name without what trails behind it, if it is a name at all.
fn tidy(atom: &str, person: bool) -> Option<String> {
    const LONGEST: usize = 80;
    const MOST_WORDS: usize = 7;
    let has_digit = atom.chars().any(char::is_numeric);
    let mut words: Vec<&str> = Vec::new();
    let mut cut = false;
    for word in atom.split_whitespace() {
        let lower = word.trim_end_matches([':', '.', ',']).to_lowercase();
        // What follows is no name: a date, or what is done with the article.
        if person && (AFTER_NAMES.contains(&lower.as_str()) || has_digit && dates::is_month(&lower)) {
            cut = true;
            break;
        }
        if person && words.len() >= 2 && ROLES.contains(&lower.as_str()) {
            break;
        }
        words.push(word);
    }
    // A forum shows a member's points behind the name.
    while words.len() > 1 && words.last().is_some_and(|word| !word.chars().any(char::is_alphabetic)) {
        words.pop();
    }
    let name = words.join(" ");
    let name = name.trim_matches([' ', ',', ':', ';', '-', '–', '—', '"', '“', '”', '|', '*', '·']);
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let sentence = words.len() > MOST_WORDS || name.chars().count() > LONGEST || name.ends_with(['!', '?', '…']);
    // Of a name for a forum, such as "ada12345", the letters may be fewer.
    let number = words.len() > 1 && digits > 2 || digits > letters && letters < 3;
    let nobody = NOBODY.contains(&name.to_lowercase().as_str());
    // The first half of a sentence.
    let sentence = sentence || cut && words.len() > 2 && !is_personal(name);
    (letters > 0 && !sentence && !number && !nobody).then(|| name.to_owned())
}

/// Whether a word is an e-mail or web address or a handle.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}

/// Whether a text has the shape of a person's name: a few words, each with a
/// capital where the script has them.
pub(super) fn is_personal(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| {
        let first = word.chars().find(|letter| letter.is_alphabetic());
        first.is_some_and(|first| !first.is_lowercase()) || PARTICLES.contains(&word.to_lowercase().as_str())
    };
    (2..=5).contains(&words.len())
        && words.iter().all(capital)
        && !name.chars().any(|letter| letter.is_ascii_digit())
        && !is_organisation(name)
}

fn is_role(name: &str) -> bool {
    text::words(name).iter().any(|word| ROLES.contains(&word.as_str()))
}

fn is_post_nominal(name: &str) -> bool {
    name.split_whitespace()
        .all(|word| POST_NOMINALS.contains(&word.trim_end_matches(['.', '®']).to_lowercase().as_str()))
}

/// "Byron, Ada" of library metadata as "Ada Byron".
pub(super) fn turn_round(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given))
            if !given.contains(',')
                && given.split_whitespace().count() <= 3
                && family.split_whitespace().count() <= 3
                && !given.trim().is_empty() =>
        {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_the_page_does() {
        #[rustfmt::skip]
        let rows: &[(&[&str], &str, &str)] = &[
            (&["Ada Byron", "Karl Stein"], "By Ada Byron and Karl Stein", "Ada Byron and Karl Stein"),
            (&["Ada Byron", "Karl Stein", "Mara Lind"], "Ada Byron, Karl Stein, and Mara Lind", "Ada Byron, Karl Stein, and Mara Lind"),
            (&["Ada Byron", "Karl Stein"], "Von Karl Stein, Ada Byron und Karl Stein", "Ada Byron und Karl Stein"),
            (&["Ada Byron", "Karl Stein"], "Ada Byron & Karl Stein", "Ada Byron & Karl Stein"),
            (&["Ada Byron", "Karl Stein"], "Ada Byron, Karl Stein", "Ada Byron, Karl Stein"),
            (&["Ada Byron", "Karl Stein"], "Ada Byron, who teaches, and Karl Stein", "Ada Byron, Karl Stein"),
            (&["Ada Byron", "Karl Stein"], "Karl Stein and Ada Byron", "Ada Byron, Karl Stein"),
            (&["Ada Byron", "Karl Stein"], "", "Ada Byron, Karl Stein"),
            (&["Ada Byron"], "Ada Byron and others", "Ada Byron"),
            (&[], "and", ""),
        ];
        for (names, line, expected) in rows {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(join(&names, &[(*line).to_owned()]), *expected, "{line}");
        }
    }

    #[test]
    fn names_and_nothing_but_names() {
        for (line, expected) in [
            ("By Ada Byron", &["Ada Byron"][..]),
            ("by ada byron and karl stein", &["ada byron", "karl stein"]),
            ("Von Ada Byron und Karl Stein, Berlin", &["Ada Byron", "Karl Stein", "Berlin"]),
            ("Ada Byron, Staff Writer", &["Ada Byron"]),
            ("Ada Byron | Senior Reporter", &["Ada Byron"]),
            ("Written by: Ada Byron, PhD, MBA", &["Ada Byron"]),
            ("Ada Byron (@adab)", &["Ada Byron"]),
            ("Par Ada Byron et Karl Stein", &["Ada Byron", "Karl Stein"]),
            ("José Ortega y Gasset", &["José Ortega y Gasset"]),
            ("Ada Byron, Karl Stein & Mia Roth", &["Ada Byron", "Karl Stein", "Mia Roth"]),
            ("Ada Byron on January 2, 2026", &["Ada Byron"]),
            ("Ada Byron • 2 January 2026", &["Ada Byron"]),
            ("https://example.org/ada", &[]),
            ("Ada Byron, Ada Byron", &["Ada Byron"]),
            ("記者 山田太郎", &["山田太郎"]),
            ("文/李明", &["李明"]),
            ("Автор: Анна Иванова", &["Анна Иванова"]),
            ("Center for Tide Evaluation and Research", &["Center for Tide Evaluation and Research"]),
            ("Ada Byron, Home and Garden Editor", &["Ada Byron"]),
            ("Ada Byron, Senior Writer and Karl Stein, Reporter", &["Ada Byron", "Karl Stein"]),
            ("Ada Byron | Writer, Hardware", &["Ada Byron"]),
            ("Five Ideas that you need for tides", &[]),
            ("AB | Ada Byron", &["Ada Byron"]),
            ("А | Анна Иванова", &["Анна Иванова"]),
            ("李明 | Ada Byron", &["李明", "Ada Byron"]),
            ("ada12345", &["ada12345"]),
            ("v12.34", &[]),
            ("null", &[]),
            ("", &[]),
        ] {
            assert_eq!(split(line), expected, "{line}");
        }
    }
}
