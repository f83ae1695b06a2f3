//! A side of a picture as the page states it: too small to be seen, or not.
//!
//! Pictures of one pixel are there to be asked for. A browser reads a number
//! out of much that is none (`01`, `1.0`, `1foo`), so it is read here as there.

/// How long a side is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Not even a pixel.
    Nothing,
    /// Less than two.
    Pixel,
    /// Long enough to be seen.
    Seen,
}

impl Side {
    /// What `width="…"` says, by HTML's rules for parsing dimension values: what follows the number does not matter,
    /// but a number there must be.
    pub(super) fn of_attribute(value: &str) -> Option<Side> {
        let (whole, fraction, _) = number(value.trim_ascii_start())?;
        (!whole.is_empty()).then(|| Side::of_number(whole, fraction))
    }

    /// What `width: …` says in a style: of nothing in any unit, of a pixel in pixels only.
    pub(super) fn of_style(value: &str) -> Option<Side> {
        let value = value.trim();
        let (whole, fraction, after) = number(value.strip_prefix('+').unwrap_or(value))?;
        match Side::of_number(whole, fraction) {
            Side::Pixel if after.get(..2).is_none_or(|unit| !unit.eq_ignore_ascii_case("px")) => Some(Side::Seen),
            side => Some(side),
        }
    }

    fn of_number(whole: &str, fraction: &str) -> Side {
        match whole.trim_start_matches('0') {
            "" if fraction.bytes().all(|digit| digit == b'0') => Side::Nothing,
            "" | "1" => Side::Pixel,
            _ => Side::Seen,
        }
    }
}

/// The digits before the point and behind it, and what follows the number.
fn number(value: &str) -> Option<(&str, &str, &str)> {
    let (whole, after) = digits(value);
    let (fraction, after) = after.strip_prefix('.').map_or(("", after), digits);
    (!(whole.is_empty() && fraction.is_empty())).then_some((whole, fraction, after))
}

fn digits(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_as_browsers_read_them() {
        for value in ["0", "00", " 0px", "0%", "0.0", "\n0foo"] {
            assert_eq!(Side::of_attribute(value), Some(Side::Nothing), "{value:?}");
        }
        for value in ["1", "01", "1.0", "1.", "1foo", "1 px", "1%", "0.5", "1.9", "\u{c}1"] {
            assert_eq!(Side::of_attribute(value), Some(Side::Pixel), "{value:?}");
        }
        for value in ["2", "10", "100%", "1000px", "0640"] {
            assert_eq!(Side::of_attribute(value), Some(Side::Seen), "{value:?}");
        }
        for value in ["", "auto", "-1", "+1", ".5", "px", "\u{a0}1", "\u{ff11}"] {
            assert_eq!(Side::of_attribute(value), None, "{value:?}");
        }
    }

    #[test]
    fn styles_are_read_with_their_unit() {
        for value in ["0", "0px", "0em", "0.0%", "+0px", "0 !important", "0%"] {
            assert_eq!(Side::of_style(value), Some(Side::Nothing), "{value:?}");
        }
        for value in ["1px", "01PX", "1.0px", ".5px", "1px !important", "+1px"] {
            assert_eq!(Side::of_style(value), Some(Side::Pixel), "{value:?}");
        }
        for value in ["1em", "1%", "1", "10px", "100%", "1in"] {
            assert_eq!(Side::of_style(value), Some(Side::Seen), "{value:?}");
        }
        for value in ["auto", "min-content", "-1px", "calc(1px)"] {
            assert_eq!(Side::of_style(value), None, "{value:?}");
        }
    }
}
