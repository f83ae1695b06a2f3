//! Dice: the letters and digits of a hash, known by their shape from what a person writes.
//!
//! A program draws each character by itself. A person writes words, shortens them, and counts: letters that can be
//! spoken, capitals where a word begins, digits at the end.

use super::hashing::Sign;
use super::legible::{is_babble, is_known, is_readable, is_without_vowels, unusual_pairs};
use super::parts::{Look, camel, kind_of};

/// By what a part of a name is a hash, if it is one by its own shape.
///
/// Tables are asked last: the shape of most parts says that they are none.
pub(super) fn sign_of(part: &[u8], token: &[u8], look: Look) -> Option<Sign> {
    // A longer one in small letters is somebody's words run together.
    if part.len() < 5 || (look.is(Look::SMALL) && part.len() > 8) {
        return None;
    }
    let count = |kind| if look.has(kind) { part.iter().filter(|byte| kind_of(**byte) == kind).count() } else { 0 };
    let digits = count(Look::DIGITS);
    if digits > 0 {
        let sign = if is_target(part) {
            Sign::Target
        } else if is_underscored(part, token) {
            Sign::Underscored
        } else if !has_hashed_digits(part, digits) {
            return None;
        } else if part.len() == token.len() && part.first().is_some_and(u8::is_ascii_lowercase) {
            Sign::Lettered
        } else {
            Sign::Digits
        };
        return Some(sign).filter(|_| !is_known(part));
    }
    let upper = count(Look::CAPITALS);
    let one_case = upper == 0 || upper == part.len();
    let capitalised = upper == 1 && part.first().is_some_and(u8::is_ascii_uppercase);
    let hashed = if one_case || capitalised {
        // Longer ones are somebody's words run together.
        part.len() <= 6 && is_babble(part, 2) || part.len() <= 8 && is_without_vowels(part)
    } else {
        is_hashed_camel(part) && !is_known(part)
    };
    hashed.then_some(Sign::Cased)
}

/// Emotion's names for components: `e1geg53v1`.
fn is_target(part: &[u8]) -> bool {
    part.first() == Some(&b'e')
        && (8..=12).contains(&part.len())
        && part.last().is_some_and(u8::is_ascii_digit)
        && turns_of(part) >= 3
}

/// vanilla-extract's names: a hash that would begin with a digit stands behind an underscore.
fn is_underscored(part: &[u8], token: &[u8]) -> bool {
    part.len() + 1 == token.len()
        && part.len() >= 6
        && token.first() == Some(&b'_')
        && part.first().is_some_and(u8::is_ascii_digit)
        && !part.iter().any(u8::is_ascii_uppercase)
        && turns_of(part) >= 1
}

/// How often letters and digits take turns.
fn turns_of(part: &[u8]) -> usize {
    part.windows(2).filter(|pair| matches!(pair, [a, b] if a.is_ascii_digit() != b.is_ascii_digit())).count()
}

/// Four characters at the end, as Docusaurus writes them: `tabItem_LNqP`. So
/// few letters tell by their case alone.
pub(super) fn is_short_hash(part: &[u8]) -> bool {
    let inner = part.get(1..).unwrap_or_default();
    part.len() == 4
        && part.iter().any(u8::is_ascii_lowercase)
        && inner.iter().any(u8::is_ascii_uppercase)
        && if part.iter().any(u8::is_ascii_digit) { !is_known(part) } else { is_hashed_camel(part) }
}

/// Letters and digits mixed: a hash unless the letters are words.
fn has_hashed_digits(part: &[u8], digits: usize) -> bool {
    let letters = part.len() - digits;
    if letters == 0 {
        return false;
    }
    let tail = part.last().is_some_and(u8::is_ascii_digit) && part.first().is_some_and(u8::is_ascii_alphabetic);
    let turns = turns_of(part);
    let hex = part.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if hex && digits >= 2 && part.len() >= 6 && !(tail && turns == 1) {
        // `d1f590c`; but `fade300` is a word with a number.
        return true;
    }
    let (mut runs, mut readable, mut measure, mut known, mut longest) = (0, 0, true, false, 0);
    for run in part.split(u8::is_ascii_digit).filter(|run| !run.is_empty()) {
        runs += 1;
        known |= is_known(run);
        longest = longest.max(run.len());
        measure &= run.eq_ignore_ascii_case(b"x") || run.eq_ignore_ascii_case(b"px");
        let (mut pieces, mut good) = (0, 0);
        camel(run, |word| {
            pieces += 1;
            good += usize::from(word.len() > 1 && is_readable(word));
        });
        if good * 2 >= pieces {
            readable += run.len();
        }
    }
    if measure {
        // `300x250`, `16px`
        return false;
    }
    if runs == 1 && tail {
        // `col12`, `wpb2`: a word or an abbreviation with a number; a longer unreadable run is a hash.
        return readable == 0 && (4..=8).contains(&letters);
    }
    let counted = part.first().is_some_and(u8::is_ascii_digit) && part.len() >= 6 && longest <= 3;
    let dice = !known && ((part.len() <= 6 && runs >= 2) || counted);
    dice || readable * 10 < letters * 6 || (runs >= 3 && readable * 10 < letters * 8)
}

/// Mixed case without digits: styled-components' `jasvOK`, or a person's `navBar`.
fn is_hashed_camel(part: &[u8]) -> bool {
    let (mut pieces, mut odd, mut single, mut known) = (0_usize, 0_usize, 0_usize, false);
    camel(part, |word| {
        pieces += 1;
        known |= word.len() >= 4 && is_known(word);
        if word.len() == 1 {
            single += 1;
        } else if !is_readable(word) {
            odd += 1;
        }
    });
    let first_is_single = part.get(1).is_some_and(u8::is_ascii_uppercase)
        || part.first().is_some_and(u8::is_ascii_lowercase) && part.get(1).is_some_and(u8::is_ascii_uppercase);
    if part.len() <= 8 {
        // `eBook` begins with a single letter, and a person's name may; anything else in so few letters is dice.
        return !known && (odd > 0 || single > usize::from(first_is_single && pieces == 2));
    }
    (odd + single) * 2 > pieces
}

/// After a tool's name less is asked of a hash: it is one unless it is a word.
pub(super) fn is_loose_hash(part: &[u8]) -> bool {
    part.len() >= 4 && !is_readable(part) && (part.iter().any(u8::is_ascii_digit) || unusual_pairs(part) > 0)
}
