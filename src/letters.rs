//! Letters of the frequent scripts, told at a glance.
//!
//! Of any other character the standard library's tables know what it is, but to search them
//! takes hundreds of instructions, and a page in Russian or Korean asks for every letter.

/// What a glance tells of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letter {
    /// It has a lower-case form.
    Capital,
    /// It is its own lower-case form, as all letters are in scripts that have no capitals.
    Small,
}

/// Which letter a character is; `None` where only the tables know.
pub(crate) const fn glance(c: char) -> Option<Letter> {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'Ѐ'..='Я' => Some(Letter::Capital),
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ'
        // Hebrew, Arabic, Devanagari.
        | 'א'..='ת' | '\u{620}'..='\u{64A}' | '\u{904}'..='\u{939}'
        // Hiragana, Katakana, Han, Hangul.
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => Some(Letter::Small),
        _ => None,
    }
}

/// Whether a character is a letter or a digit.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    glance(c).is_some() || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glance_tells_what_the_tables_tell() {
        for c in '\0'..=char::MAX {
            let Some(letter) = glance(c) else { continue };
            assert!(c.is_alphabetic() && !c.is_whitespace(), "{c}");
            assert_eq!(c.is_uppercase(), letter == Letter::Capital, "{c}");
            assert_eq!(c.to_lowercase().eq([c]), letter == Letter::Small, "{c}");
        }
    }
}
