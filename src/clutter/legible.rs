//! Legible: whether a person might have written some letters, or a program threw dice.
//!
//! Words have vowels, and few pairs of letters that other words never have. That is not so of
//! abbreviations, which a table knows.

use super::hints::ClassHints;

/// Words longer than this are in no table.
pub(super) const LONGEST_WORD: usize = 24;

/// Whether there are letters, and no more than words have.
pub(super) const fn is_word_long(word: &[u8]) -> bool {
    !word.is_empty() && word.len() <= LONGEST_WORD
}

/// A word in lower case, if it is not longer than words are.
pub(super) fn lower_case<'b>(word: &[u8], buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b [u8]> {
    if !is_word_long(word) {
        return None;
    }
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    Some(lower)
}

/// Letters of one case that no language writes: no vowel, or several odd pairs.
pub(super) fn is_babble(word: &[u8], odd_pairs: usize) -> bool {
    let babble = !word.iter().any(|byte| is_vowel(*byte)) || unusual_pairs(word) >= odd_pairs;
    babble && !is_known(word)
}

/// Letters without any vowel, and not an abbreviation that is known.
pub(super) fn is_without_vowels(word: &[u8]) -> bool {
    !word.iter().any(|byte| is_vowel(*byte)) && !is_known(word)
}

/// Whether a person might have written this piece.
pub(super) fn is_readable(word: &[u8]) -> bool {
    match word.len() {
        0 => false,
        1 => true,
        2 => SHORT_WORDS.contains(&[low(word, 0), low(word, 1)]),
        _ => (word.iter().any(|byte| is_vowel(*byte)) && unusual_pairs(word) == 0) || is_known(word),
    }
}

fn low(word: &[u8], at: usize) -> u8 {
    word.get(at).map_or(0, u8::to_ascii_lowercase)
}

const fn is_vowel(byte: u8) -> bool {
    /// A bit for each letter, by its low five bits.
    const VOWELS: u32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25;
    byte.is_ascii_alphabetic() && VOWELS >> (byte & 31) & 1 == 1
}

/// Whether a table knows a word.
pub(super) fn is_known(word: &[u8]) -> bool {
    let mut lower = [0_u8; LONGEST_WORD];
    lower_case(word, &mut lower).is_some_and(|word| ClassHints::of_known(word).is_some())
}

/// Pairs of neighbouring letters that words hardly ever have.
pub(super) fn unusual_pairs(word: &[u8]) -> usize {
    let Some((first, rest)) = word.split_first() else { return 0 };
    let (mut before, mut unusual) = (*first, 0);
    for &byte in rest {
        let follows = FOLLOW_BITS.get(usize::from((before | 32).wrapping_sub(b'a'))).copied().unwrap_or_default();
        unusual += usize::from(follows >> ((byte | 32).wrapping_sub(b'a') & 31) & 1 == 0);
        before = byte;
    }
    unusual
}

/// For each letter, the letters that follow it in common words: those pairs
/// that six or more of 12,700 frequent English words contain.
#[rustfmt::skip]
static FOLLOWERS: [&str; 26] = [
    "bcdefgiklmnprstuvwxyz", "abceijlorstuy", "acehiklorstuy", "abcdefghijlmnoprsuvwy", "abcdefghiklmnopqrstuvwxyz",
    "aefilorstuy", "aeghilmnorstuy", "abeilmnoprstuwy", "abcdefgklmnopqrstuvxz", "aeou", "adefilnpstuy",
    "abcdefgiklmnopstuvwy", "abefilmnopsuy", "abcdefghijklmnoprstuvwy", "abcdefghijklmnoprstuvwxy", "adehilmoprstuy", "u",
    "abcdefghiklmnoprstuvwy", "acefhiklmnopqrstuwy", "abcdefhilmnoprstuwy", "abcdefgilmnoprstxyz", "aeio", "abehilnors",
    "acehipt", "abcdeilmnoprstw", "aeioz",
];

/// [`FOLLOWERS`] as sets: bit n for the n-th letter.
static FOLLOW_BITS: [u32; 26] = {
    let mut bits = [0; 26];
    let mut letter = 0;
    while letter < bits.len() {
        let followers = FOLLOWERS[letter].as_bytes();
        let mut at = 0;
        while at < followers.len() {
            bits[letter] |= 1 << (followers[at] - b'a');
            at += 1;
        }
        letter += 1;
    }
    bits
};

/// Words of two letters that names are made with.
#[rustfmt::skip]
static SHORT_WORDS: &[[u8; 2]] = &[
    *b"ad", *b"as", *b"at", *b"bg", *b"by", *b"cb", *b"ci", *b"el", *b"en", *b"fa", *b"fb", *b"go", *b"hd", *b"hp", *b"id", *b"ie",
    *b"ig", *b"in", *b"io", *b"is", *b"it", *b"js", *b"lg", *b"li", *b"md", *b"me", *b"my", *b"nd", *b"no", *b"of", *b"on", *b"or",
    *b"pr", *b"qa", *b"rd", *b"sm", *b"st", *b"th", *b"to", *b"tv", *b"ui", *b"uk", *b"ul", *b"up", *b"us", *b"vc", *b"wp", *b"xl",
    *b"xs", *b"yt",
];

/// Words, abbreviations and names that read like hashes but are not; sorted.
#[rustfmt::skip]
pub(super) static ABBREVIATIONS: &[&str] = &[
    "affwp", "ajax", "amp", "background", "bbcode", "bbpress", "brlbs", "btn", "btns", "buddypress", "checkbox", "checkout", "chevron", "cmpnt",
    "codeblock", "cookiebot", "cptch", "css", "cta", "ctrl", "dashboard", "dfp", "dropcap", "favicon", "fbml", "feedback", "flexbox", "ftr",
    "fullwidth", "gdpr", "gform", "github", "gpt", "gtm", "hbspt", "hdr", "height", "helpful", "hljs", "hms", "html", "http", "https",
    "iframe", "img", "imgs", "jpibfi", "jquery", "js", "json", "jsx", "jwplayer", "katex", "kbd", "lazyload", "lazyloaded", "lft", "lhs",
    "lightbox", "macbook", "margintop", "marquee", "mathjax", "mc4wp", "mce", "mdc", "mkdf", "mobx", "mpu", "mwai", "navbtn", "navmenu",
    "nth", "ntv", "object", "offcanvas", "outbound", "php", "png", "popup", "project", "prv", "pswp", "pwa", "px", "qty", "rhs", "rrssb",
    "rss", "rtl", "scrollbar", "scss", "shadowbox", "src", "srp", "stylesheet", "subhead", "subheader", "subheading", "submission",
    "submit", "svg", "swf", "tabpanel", "taxonomy", "tbl", "textbox", "thb", "thmb", "thumb", "thumbnails", "tmpl", "tns", "toolbox", "tpl",
    "txt", "update", "upgrade", "url", "viewport", "vjs", "vrt", "webform", "webforms", "webkit", "webp", "width", "wordpress", "workflow",
    "wpb", "wpcf", "wpcf7", "wpdiscuz", "wpforms", "wprm", "wrapper", "wrp", "www", "wysiwyg", "xhtml", "xlarge", "xml", "xsmall", "yoast",
    "youtube",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }
}
