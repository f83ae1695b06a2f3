//! Names that a program made, and the words that a person put into them.
//!
//! Build tools name classes by hashing: `sc-17yxc4y-0` (styled-components),
//! `css-1vcjrad` (Emotion), `styles_name__Y1jmL` (CSS Modules), `makeStyles-root-12`
//! (JSS), `t1x8abcd` (Linaria), `_1xvb2h3` (vanilla-extract), `svelte-1tky8bj`. A hash changes with
//! each release and means nothing, but many names carry a stem that a person
//! wrote: `Sidebarstyles__Wrap-sc-154g5bh-5` is a wrapper of the sidebar. And
//! utility classes (`md:mt-4`, `content-center`) say how a thing looks, not what it is.
//!
//! The rules that the same tools leak into text are the business of [`style_rules`](super::style_rules).

use super::dice::{is_loose_hash, is_short_hash, sign_of};
use super::hashing::{Sign, TOOLS};
use super::legible::{LONGEST_WORD, is_word_long, lower_case};
use super::parts::{Look, Parts, camel};
use super::trial;

/// What a class token or id turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Words that a person wrote.
    Word,
    /// Words with a hash beside them.
    Stem,
    /// Made by a program; means nothing.
    Hash,
    /// Says how an element looks.
    Utility,
}

/// Tokens longer than this are data, not names.
const LONGEST_TOKEN: usize = 96;

/// Hands each meaningful lower-case word of a class token or id to `each`.
pub(crate) fn split(token: &[u8], mut each: impl FnMut(&[u8])) -> TokenKind {
    if token.len() > LONGEST_TOKEN {
        return TokenKind::Hash;
    }
    let (token, react) = cut_react_id(token);
    let look = Look::of(token);
    if is_utility(token, look) && trial::has_hashing(Sign::Utility) {
        return TokenKind::Utility;
    }
    if look.has(Look::DIGITS) && is_numbered(token) {
        return TokenKind::Hash;
    }
    let (token, tail) = cut_module_hash(token);
    let (token, line) = cut_lined_hash(token);
    let cut = react || tail || line;
    let (mut words, mut hashes, mut after_tool) = (0, usize::from(cut), false);
    let last = last_part(token);
    for (number, (part, look)) in Parts::of(token).enumerate() {
        // Tools put the hash last; what reads badly before it is some plug-in's name: `rrssb-share`.
        let is_last = std::ptr::eq(part, last);
        let plain = look.is(Look::SMALL);
        let prefix = plain && !is_last;
        let tool = is_tool(part);
        if look.is(Look::DIGITS) {
            // A counter says nothing about the rest; after a tool's name it is a hash without letters.
            hashes += usize::from(after_tool && part.len() >= SHORTEST_HASH);
        } else if (!prefix || after_tool)
            && (sign_of(part, token, look).is_some_and(trial::has_hashing)
                || (is_last && !plain && is_short_hash(part) && trial::has_hashing(Sign::ShortTail))
                || (after_tool && is_loose_hash(part)))
        {
            hashes += 1;
        } else if tool && (number == 0 || part == b"sc") && part.len() < token.len() {
            // `sc-`, `css-`, `svelte-`: announces a hash.
        } else {
            let mut take = |word: &[u8]| {
                // One letter beside a hash is a prefix, and no stem.
                words += usize::from(word.len() > 1);
                each(word);
            };
            if plain {
                Some(strip_file_suffix(part)).filter(|word| is_word_long(word)).map(take);
            } else {
                camel(part, |word| {
                    let mut lower = [0_u8; LONGEST_WORD];
                    lower_case(strip_file_suffix(word), &mut lower).map(&mut take);
                });
            }
        }
        after_tool = tool;
    }
    match (words, hashes) {
        (0, 0) if !token.iter().any(u8::is_ascii_alphanumeric) => TokenKind::Utility,
        (0, 1..) => TokenKind::Hash,
        (_, 0) => TokenKind::Word,
        _ => TokenKind::Stem,
    }
}

/// Cuts off the five characters that CSS Modules put after `__`. They may hold
/// separators of their own (`button__P_jHw`), so they are looked at before the
/// token is taken apart.
fn cut_module_hash(token: &[u8]) -> (&[u8], bool) {
    /// How many characters, and how many with the underscores before them.
    const HASH: usize = 5;
    const ALL: usize = HASH + 2;
    let start = token.len().saturating_sub(ALL);
    let (Some(stem), Some([b'_', b'_', hash @ ..])) = (token.get(..start), token.get(start..)) else {
        return (token, false);
    };
    let mixed = hash.iter().any(|byte| matches!(byte, b'_' | b'-' | b'0'..=b'9'));
    let cased = hash.iter().any(u8::is_ascii_uppercase);
    if stem.is_empty() || !(mixed && cased && trial::has_hashing(Sign::ModuleTail)) {
        (token, false)
    } else {
        (stem, true)
    }
}

/// Cuts off what Vite puts after the name of a CSS module's class: `_tertiary_1yend_152`.
fn cut_lined_hash(token: &[u8]) -> (&[u8], bool) {
    if token.first() != Some(&b'_') {
        return (token, false);
    }
    let mut parts = token.rsplit(|byte| *byte == b'_');
    let (Some(line), Some(hash)) = (parts.next(), parts.next()) else { return (token, false) };
    let counted = !line.is_empty() && line.iter().all(u8::is_ascii_digit);
    let hashed = hash.len() == 5 && hash.iter().any(u8::is_ascii_digit) && hash.iter().any(u8::is_ascii_lowercase);
    let stem = token.get(..token.len().saturating_sub(line.len() + hash.len() + 2)).unwrap_or_default();
    if counted && hashed && stem.len() > 1 && trial::has_hashing(Sign::LinedTail) {
        (stem, true)
    } else {
        (token, false)
    }
}

/// Cuts off the identity that React gives an element: `:R2ad:`, of late `_R_2ad_`.
fn cut_react_id(token: &[u8]) -> (&[u8], bool) {
    let Some((last, begun)) = token.split_last().filter(|(last, _)| matches!(last, b':' | b'_')) else {
        return (token, false);
    };
    let tail = begun.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let (Some(stem), Some(identity)) = (begun.get(..begun.len() - tail), begun.get(begun.len() - tail..)) else {
        return (token, false);
    };
    let stem = match last {
        b':' if identity.len() > 1 && matches!(identity.first(), Some(b'r' | b'R')) => stem.strip_suffix(b":"),
        b'_' if !identity.is_empty() => stem.strip_suffix(b"_R_").or_else(|| stem.strip_suffix(b"_r_")),
        _ => None,
    };
    match stem.filter(|_| trial::has_hashing(Sign::ReactId)) {
        Some(stem) => (stem, true),
        None => (token, false),
    }
}

/// The last part of a token that is not a number.
fn last_part(token: &[u8]) -> &[u8] {
    let mut parts = token.rsplit(|byte| !byte.is_ascii_alphanumeric());
    parts.find(|part| !part.iter().all(u8::is_ascii_digit)).unwrap_or_default()
}

/// Whether tools put this before a hash.
fn is_tool(part: &[u8]) -> bool {
    let Some(first) = part.first() else { return false };
    let lengths = ANNOUNCED.get(usize::from(first & 31)).copied().unwrap_or_default();
    part.len() <= LONGEST_TOOL
        && lengths >> part.len() & 1 == 1
        && TOOLS.iter().any(|tool| is_announced(tool.sign, part) && trial::has_hashing(tool.sign))
}

/// Digits of the shortest hash that has no letters.
const SHORTEST_HASH: usize = 5;

/// Letters of the longest name that a tool puts before a hash.
const LONGEST_TOOL: usize = 7;

/// For each first letter of such a name, by its low five bits, a bit for each length: most parts of names are no tool's.
static ANNOUNCED: [u8; 32] = {
    let mut lengths = [0; 32];
    let mut row = 0;
    while row < TOOLS.len() {
        if let Sign::Announced(tool) = TOOLS[row].sign {
            lengths[(tool.as_bytes()[0] & 31) as usize] |= 1 << tool.len();
        }
        row += 1;
    }
    lengths
};

fn is_announced(sign: Sign, part: &[u8]) -> bool {
    matches!(sign, Sign::Announced(tool) if tool.as_bytes() == part)
}

/// Whether a token is a tool's name and a number.
fn is_numbered(token: &[u8]) -> bool {
    let digits = token.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let Some(name) = token.get(..token.len() - digits).filter(|name| digits > 0 && name.len() <= LONGEST_TOOL) else {
        return false;
    };
    let is_name = |sign| matches!(sign, Sign::Numbered(tool) if tool.as_bytes() == name);
    TOOLS.iter().any(|tool| is_name(tool.sign) && trial::has_hashing(tool.sign))
}

/// Endings that file names leave on component names: `Sidebar.styles.js` gives `Sidebarstyles`.
const FILE_SUFFIXES: &[&str] = &["styles", "styled", "style"];

fn strip_file_suffix(word: &[u8]) -> &[u8] {
    if !trial::has_hashing(Sign::FileName) {
        return word;
    }
    for suffix in FILE_SUFFIXES {
        let stem = word.len().saturating_sub(suffix.len());
        if word.get(stem..).is_some_and(|end| end.eq_ignore_ascii_case(suffix.as_bytes())) {
            return word.get(..stem).unwrap_or_default();
        }
    }
    word
}

/// Whether a token is a utility class: a variant (`md:`), an arbitrary value (`w-[3rem]`), a
/// fraction (`w-1/2`) or a word that frameworks use for layout where it would read as a meaning.
fn is_utility(token: &[u8], look: Look) -> bool {
    if look.has(Look::SIGNS) || !look.has(Look::DASHES) {
        return look.has(Look::SIGNS);
    }
    let Some(dash) = token.iter().take(9).position(|byte| *byte == b'-') else { return false };
    let (Some(head), Some(value)) = (token.get(..dash), token.get(dash + 1..)) else { return false };
    let Some((_, values)) = UTILITIES.iter().find(|(word, _)| word.as_bytes() == head) else { return false };
    value.iter().all(u8::is_ascii_digit) || values.iter().any(|known| starts_with_part(value, known.as_bytes()))
}

/// Whether `value` is `part`, alone or before a further `-`.
fn starts_with_part(value: &[u8], part: &[u8]) -> bool {
    value.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.first() == Some(&b'-'))
}

/// Words with a meaning of their own that utility frameworks use for layout, with the values that show it.
#[rustfmt::skip]
static UTILITIES: &[(&str, &[&str])] = &[
    ("aspect", &["video", "square", "auto"]),
    ("bg", &["cover", "contain", "center", "primary", "secondary", "body", "brand"]),
    ("box", &["border", "content"]),
    ("break", &["words", "all", "normal", "after", "before", "inside"]),
    ("caption", &["top", "bottom"]),
    ("content", &["center", "start", "end", "between", "around", "evenly", "stretch", "none", "normal", "baseline"]),
    ("grid", &["cols", "rows", "flow"]),
    ("items", &["center", "start", "end", "baseline", "stretch"]),
    ("list", &["none", "disc", "decimal", "inside", "outside", "unstyled", "inline"]),
    ("object", &["cover", "contain", "fill", "none", "center", "top", "bottom"]),
    ("order", &["first", "last", "none"]),
    ("overflow", &["hidden", "auto", "scroll", "visible", "x", "y"]),
    ("snap", &["start", "center", "end", "always", "mandatory", "none", "x", "y"]),
    ("table", &["cell", "row", "caption", "auto", "fixed"]),
    ("text", &[
        "left", "right", "center", "justify", "start", "end", "xs", "sm", "base", "md", "lg", "xl", "2xl", "3xl", "4xl", "5xl",
        "white", "black", "gray", "grey", "slate", "zinc", "neutral", "red", "blue", "green", "yellow", "primary", "secondary",
        "muted", "dark", "light", "body", "uppercase", "lowercase", "capitalize", "truncate", "ellipsis", "wrap", "nowrap",
        "balance", "pretty", "current", "inherit", "transparent", "success", "danger", "warning", "info", "decoration", "bold",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(token: &str) -> (Vec<String>, TokenKind) {
        let mut words = Vec::new();
        let kind = split(token.as_bytes(), |word| words.push(String::from_utf8_lossy(word).into_owned()));
        (words, kind)
    }

    #[test]
    fn tokens_give_their_words() {
        use TokenKind::{Hash, Stem, Utility, Word};
        #[rustfmt::skip]
        let rows: &[(&str, &str, TokenKind)] = &[
            // styled-components
            ("Sidebarstyles__Wrap-sc-154g5bh-5", "sidebar wrap", Stem),
            ("ProductCallouts-styled__CalloutLabel-sc-d05e7bc4-5", "product callouts callout label", Stem),
            ("sc-17yxc4y-0", "", Hash), ("sc-bgJKwL", "", Hash), ("sc-1xtsh2b-0", "", Hash), ("sc-aXZVg", "", Hash),
            ("jasvOK", "", Hash), ("bYBoJE", "", Hash), ("huxBsk", "", Hash), ("fzuCgM", "", Hash), ("eMEmGu", "", Hash),
            ("UeJNJ", "", Hash), ("cPCVUJ", "", Hash), ("dzqQwN", "", Hash), ("iUtUOL", "", Hash), ("MxpAk", "", Hash),
            // Emotion
            ("css-1vcjrad", "", Hash), ("css-19s1pp8", "", Hash), ("e1geg53v1", "", Hash), ("css-175oi2r", "", Hash),
            // CSS Modules
            ("styles_articleDek__Y1jmL", "article dek", Stem), ("accordion_Accordion__summary__5iOLp", "accordion accordion summary", Stem),
            ("dropdownIconContainer--yKdJ", "dropdown icon container", Stem),
            ("TPAMultiSection_jwvm2bkk", "tpa multi section", Stem), ("Article-module__body__x3K9q", "article module body", Stem), ("button_secondary__P_jHw", "button secondary", Stem), ("tabItem_LNqP", "tab item", Stem),
            // JSS, Linaria, vanilla-extract, Svelte
            ("makeStyles-root-12", "make root", Word), ("MuiBox-root-123", "mui box root", Word), ("t1x8abcd", "", Hash),
            ("_1xvb2h3", "", Hash), ("svelte-1tky8bj", "", Hash), ("jsx-2871293847", "", Hash),
            // People
            ("article-body", "article body", Word), ("navBar", "nav bar", Word), ("HTMLBlock", "html block", Word),
            ("menu-item-135491", "menu item", Word), ("entry__content", "entry content", Word), ("hero2", "hero", Word),
            ("ad-300x250", "ad x", Word), ("HeaderV2-nav", "header v nav", Word), ("rrssb-share", "rrssb share", Word),
            ("elementor-element-d1f590c", "elementor element", Stem), ("submitBtn", "submit btn", Word), ("topAd", "top ad", Word), ("js-bio-info", "js bio info", Word), ("eBook", "e book", Word),
            ("wpb_text_column", "wpb text column", Word), ("fa-twitter", "fa twitter", Word), ("shadow", "shadow", Word),
            ("mobile-menu-nav", "mobile menu nav", Word), ("newsletter__subheading", "newsletter subheading", Word),
            // Utilities
            ("md:hidden", "", Utility), ("content-center", "", Utility), ("w-[32rem]", "", Utility), ("w-1/2", "", Utility),
            ("text-gray-500", "", Utility), ("aspect-video", "", Utility), ("print:hidden", "", Utility), ("overflow-hidden", "", Utility),
            ("text-body", "", Utility), ("content-main", "content main", Word), ("text-container", "text container", Word),
        ];
        for (token, expected, kind) in rows {
            assert_eq!((words(token).0.join(" ").as_str(), words(token).1), (*expected, *kind), "{token}");
        }
    }

    #[test]
    fn names_give_the_words_that_the_extension_finds_in_them() {
        let names = include_str!("../../tests/clutter/names.txt").split_once("\n\n").map_or("", |(_, names)| names);
        for line in names.lines().filter(|line| !line.starts_with("===")) {
            let (token, expected) = line.split_once(" = ").unwrap_or((line, ""));
            let mut found = words(token).0;
            found.dedup();
            assert_eq!(found.join(" "), expected, "{token}");
        }
    }

    #[test]
    fn each_way_of_hashing_is_missed_by_its_example() {
        for tool in TOOLS {
            let (name, expected) = tool.example;
            assert_eq!(words(name).0.join(" "), expected, "{}: {name}", tool.tool);
            let without = trial::without(trial::Away::Hashing(tool.sign), || words(name));
            assert_ne!(without, words(name), "{} without {:?}: {name}", tool.tool, tool.sign);
        }
    }
}
