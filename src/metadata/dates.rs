//! Dates, as machines and as people write them, to ISO 8601.

use super::months::{DATE_FILLERS, MONTHS};

/// Earlier than the web itself is no publication date of a page, and the core
/// has no clock to say what is too late.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

/// Which of two small numbers is the day in `1/2/2026`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    #[default]
    DayFirst,
    MonthFirst,
}

impl Order {
    /// American English puts the month first; so does English that does not
    /// say which it is, more often than not.
    pub(super) fn of_language(language: Option<&str>) -> Self {
        let language = language.unwrap_or("en").to_ascii_lowercase();
        if matches!(language.as_str(), "en" | "en-us" | "en_us" | "en-ph") {
            Order::MonthFirst
        } else {
            Order::DayFirst
        }
    }
}

/// A calendar day and what is known of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    year: u32,
    month: u32,
    day: u32,
    /// `T12:30:00+01:00` or empty.
    time: String,
}

impl Moment {
    fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let plausible = YEARS.contains(&year) && (1..=days).contains(&day);
        plausible.then_some(Self { year, month, day, time: String::new() })
    }

    /// The day, for comparing with what the page shows.
    pub(super) fn same_day(&self, other: &Moment) -> bool {
        (self.year, self.month, self.day) == (other.year, other.month, other.day)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}-{:02}{}", self.year, self.month, self.day, self.time)
    }
}

/// Reads a date that is meant for machines, or failing that for people.
pub(super) fn parse(text: &str, order: Order) -> Option<Moment> {
    let text = text.trim();
    iso(text).or_else(|| digits_only(text)).or_else(|| find(text, order))
}

/// `2026-01-02`, with or without a time, with `-`, `/` or `.` between.
fn iso(text: &str) -> Option<Moment> {
    let (year, rest) = number(text, 4, 4)?;
    let separator = rest.chars().next().filter(|letter| matches!(letter, '-' | '/' | '.'))?;
    let (month, rest) = number(rest.strip_prefix(separator)?, 1, 2)?;
    let (day, rest) = number(rest.strip_prefix(separator)?, 1, 2)?;
    let mut moment = Moment::new(year, month, day)?;
    moment.time = clock(rest).unwrap_or_default();
    Some(moment)
}

/// `20260102`, `20260102T030405`, seconds or milliseconds since 1970.
fn digits_only(text: &str) -> Option<Moment> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(length)?;
    match length {
        8 | 14 => {
            let (year, tail) =
                number(digits.get(..4)?, 4, 4).zip(digits.get(4..)).map(|((year, _), tail)| (year, tail))?;
            let mut moment = Moment::new(year, tail.get(..2)?.parse().ok()?, tail.get(2..4)?.parse().ok()?)?;
            if let Some(time) = rest.strip_prefix('T').and_then(|time| time.get(..6)).or(tail.get(4..10)) {
                let colons = format!("T{}:{}:{}", time.get(..2)?, time.get(2..4)?, time.get(4..6)?);
                moment.time = clock(&colons).unwrap_or_default();
            }
            Some(moment)
        }
        10 | 13 if rest.is_empty() => since_1970(digits.get(..10)?.parse().ok()?),
        _ => None,
    }
}

/// Howard Hinnant's days-to-civil algorithm, for days after 1970.
fn since_1970(seconds: u64) -> Option<Moment> {
    let (days, second) = (seconds / 86_400 + 719_468, seconds % 86_400);
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let mut moment = Moment::new(u32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    moment.time = format!("T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60);
    Some(moment)
}

/// A number of `least` to `most` ASCII digits, and what follows it.
fn number(text: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if length < least {
        return None;
    }
    Some((text.get(..length)?.parse().ok()?, text.get(length..)?))
}

/// Reads `T03:04:05.678+01:00`, ` 3:04 PM UTC` and the like.
fn clock(text: &str) -> Option<String> {
    let text = text.strip_prefix(['T', 't', ' ', ',']).unwrap_or(text).trim_start();
    let (mut hour, rest) = number(text, 1, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2, 2)?;
    let (second, rest) = rest.strip_prefix(':').and_then(|rest| number(rest, 2, 2)).unwrap_or((0, rest));
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|letter: char| letter.is_ascii_digit()),
        None => rest,
    };
    let mut zone = rest.trim_start();
    let half = zone.get(..2).unwrap_or_default().to_ascii_lowercase();
    if half == "pm" || half == "am" {
        hour = hour % 12 + if half == "pm" { 12 } else { 0 };
        zone = zone.get(2..).unwrap_or_default().trim_start();
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some(format!("T{hour:02}:{minute:02}:{second:02}{}", offset(zone)))
}

/// `Z`, `GMT`, `+01:00`, `-0500`, `GMT+1` as ISO 8601 has it; empty where there is none.
fn offset(zone: &str) -> String {
    let upper = zone.get(..3).unwrap_or_default().to_ascii_uppercase();
    let named = upper == "UTC" || upper == "GMT";
    let rest = if named { zone.get(3..).unwrap_or_default() } else { zone };
    let sign = rest.chars().next().filter(|letter| matches!(letter, '+' | '-' | '−'));
    let hours = sign.and_then(|sign| number(rest.strip_prefix(sign)?, 1, 2));
    match (sign, hours) {
        (Some(sign), Some((hours, rest))) if hours <= 14 => {
            let minutes =
                number(rest.strip_prefix(':').unwrap_or(rest), 2, 2).map_or(0, |(minutes, _)| minutes.min(59));
            format!("{}{hours:02}:{minutes:02}", if sign == '+' { '+' } else { '-' })
        }
        _ if named || zone.starts_with(['Z', 'z']) => "Z".to_owned(),
        _ => String::new(),
    }
}

/// What a written date is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'t> {
    Number {
        value: u32,
        digits: usize,
    },
    Month(u32),
    /// What stands between: `/`, `年`, a comma, spaces, words.
    Other(&'t str),
}

/// Finds the first date in a short text, in any of the languages of the table.
pub(super) fn find(text: &str, order: Order) -> Option<Moment> {
    // Most lines have no number at all.
    if !text.chars().any(|letter| digit_of(letter).is_some()) {
        return None;
    }
    let tokens = tokens(text);
    let mut moment = (0..tokens.len()).find_map(|at| {
        let rest = tokens.get(at..)?;
        named(rest).or_else(|| numeric(rest, order)).or_else(|| east_asian(rest))
    })?;
    moment.time = trailing_clock(text).unwrap_or_default();
    Some(moment)
}

/// The time in `Fri, 02 Jan 2026 03:04:05 GMT`: only where a zone says that a
/// machine wrote it, since a time that is merely shown is in an unknown zone.
fn trailing_clock(text: &str) -> Option<String> {
    let hour_end = text.find(':')?;
    let hour_start = text.get(..hour_end)?.rfind(' ')?;
    clock(text.get(hour_start..)?).filter(|time| time.len() > "T00:00:00".len())
}

/// `2 January 2026`, `January 2, 2026`, `2026 January 2`.
fn named(tokens: &[Token<'_>]) -> Option<Moment> {
    let (first, tokens) = next_part(tokens)?;
    let (second, tokens) = next_part(skip_filler(tokens)?)?;
    let (third, _) = next_part(skip_filler(tokens)?)?;
    match (first, second, third) {
        (
            Token::Number { value: day, digits: 1 | 2 },
            Token::Month(month),
            Token::Number { value: year, digits: 4 },
        )
        | (
            Token::Month(month),
            Token::Number { value: day, digits: 1 | 2 },
            Token::Number { value: year, digits: 4 },
        )
        | (
            Token::Number { value: year, digits: 4 },
            Token::Month(month),
            Token::Number { value: day, digits: 1 | 2 },
        ) => Moment::new(year, month, day),
        _ => None,
    }
}

fn next_part<'s, 't>(tokens: &'s [Token<'t>]) -> Option<(Token<'t>, &'s [Token<'t>])> {
    match tokens.split_first()? {
        (Token::Other(_), _) => None,
        (&part, rest) => Some((part, rest)),
    }
}

/// Steps over what may stand between the parts of one date; nothing else may.
fn skip_filler<'s, 't>(tokens: &'s [Token<'t>]) -> Option<&'s [Token<'t>]> {
    match tokens.split_first() {
        Some((Token::Other(text), rest)) => is_filler(text).then_some(rest),
        _ => Some(tokens),
    }
}

fn is_filler(text: &str) -> bool {
    let words = text.split(|letter: char| letter.is_whitespace() || ".,-/’'".contains(letter));
    words.filter(|word| !word.is_empty()).all(|word| DATE_FILLERS.contains(&word.to_lowercase().as_str()))
}

/// `2026-01-02`, `02.01.2026`, `1/2/2026`.
fn numeric(tokens: &[Token<'_>], order: Order) -> Option<Moment> {
    let &[
        Token::Number { value: a, digits: a_digits },
        Token::Other(one),
        Token::Number { value: b, digits: 1 | 2 },
        Token::Other(two),
        Token::Number { value: c, digits: c_digits },
        ..,
    ] = tokens
    else {
        return None;
    };
    let separator = one.trim();
    if !matches!(separator, "-" | "/" | "." | "–") || !two.trim().starts_with(separator) {
        return None;
    }
    match (a_digits, c_digits) {
        (4, 1 | 2) => Moment::new(a, b, c),
        (1 | 2, 4) => {
            let month_first = b > 12 || (a <= 12 && separator == "/" && order == Order::MonthFirst);
            if month_first { Moment::new(c, a, b) } else { Moment::new(c, b, a) }
        }
        _ => None,
    }
}

/// `2026年1月2日`, `2026년 1월 2일`.
fn east_asian(tokens: &[Token<'_>]) -> Option<Moment> {
    let &[
        Token::Number { value: year, digits: 4 },
        Token::Other(one),
        Token::Number { value: month, digits: 1 | 2 },
        Token::Other(two),
        Token::Number { value: day, digits: 1 | 2 },
        ..,
    ] = tokens
    else {
        return None;
    };
    matches!((one.trim(), two.trim()), ("年", "月") | ("년", "월")).then(|| Moment::new(year, month, day)).flatten()
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Digit,
    Letter,
    Other,
}

fn class_of(letter: char) -> Class {
    if digit_of(letter).is_some() {
        Class::Digit
    } else if letter.is_alphabetic() || matches!(letter, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}') {
        // Vowel signs and viramas belong to the word.
        Class::Letter
    } else {
        Class::Other
    }
}

/// The value of a decimal digit: ASCII, Arabic, Persian, Devanagari, full-width.
fn digit_of(letter: char) -> Option<u32> {
    [0x30, 0x660, 0x6F0, 0x966, 0xFF10]
        .iter()
        .find_map(|zero| (letter as u32).checked_sub(*zero).filter(|value| *value < 10))
}

/// Whether a lower-case word is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    month_of(word).is_some()
}

/// Whether a word could be a month's name, by a few of its letters. Nearly no word of a page is one, and this
/// asks no list.
fn may_be_month(word: &[u8]) -> bool {
    /// One bit for each [`trait_of`] that some month's name has.
    static TRAITS: [u64; 64] = {
        let mut traits = [0; 64];
        let mut month = 0;
        while month < MONTHS.len() {
            let mut names = MONTHS[month].as_bytes();
            let mut at = 0;
            while at < names.len() {
                if names[at] == b' ' {
                    let (name, rest) = names.split_at(at);
                    traits[trait_of(name) / 64] |= 1 << (trait_of(name) % 64);
                    names = rest.split_at(1).1;
                    at = 0;
                } else {
                    at += 1;
                }
            }
            traits[trait_of(names) / 64] |= 1 << (trait_of(names) % 64);
            month += 1;
        }
        traits
    };
    let found = trait_of(word);
    TRAITS.get(found / 64).is_some_and(|traits| traits & (1 << (found % 64)) != 0)
}

/// A number below 4096 from the first, second and last byte and the length, the same in any ASCII case.
const fn trait_of(word: &[u8]) -> usize {
    let (first, second, last) = match word {
        [] => (0, 0, 0),
        [only] => (*only, 0, 0),
        [first, last] => (*first, *last, 0),
        [first, second, .., last] => (*first, *second, *last),
    };
    let letters = (first as usize & 31) << 7 ^ (second as usize & 31) << 3 ^ (last as usize & 31) << 5;
    (letters ^ word.len()) % 4096
}

fn month_of(word: &str) -> Option<u32> {
    /// Longer than any month's name, in characters of two bytes and more.
    const LONGEST: usize = 48;
    if word.len() > LONGEST {
        return None;
    }
    if word.is_ascii() && !may_be_month(word.as_bytes()) {
        return None;
    }
    let word = word.to_lowercase();
    if !may_be_month(word.as_bytes()) {
        return None;
    }
    (1..).zip(MONTHS).find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(month, _)| month)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    /// More tokens than any line that shows a date.
    const MOST: usize = 200;
    let mut tokens = Vec::new();
    let (mut at, mut other) = (0, 0);
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let class = class_of(first);
        let rest = text.get(at..).unwrap_or_default();
        let run = rest
            .char_indices()
            .find(|&(_, letter)| class_of(letter) != class)
            .map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest));
        let start = at;
        at += run.len();
        let token = match class {
            Class::Digit => {
                let value = run.chars().take(8).filter_map(digit_of).fold(0, |value, digit| value * 10 + digit);
                Some(Token::Number { value, digits: run.chars().count() })
            }
            Class::Letter => month_of(run).map(Token::Month),
            Class::Other => None,
        };
        let Some(token) = token else { continue };
        if other < start {
            tokens.push(Token::Other(text.get(other..start).unwrap_or_default()));
        }
        tokens.push(token);
        other = at;
        if tokens.len() >= MOST {
            break;
        }
    }
    tokens
}

#[cfg(test)]
mod tests;
