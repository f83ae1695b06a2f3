//! `srcset`: a list of addresses of one image in several sizes.
//!
//! The grammar is the HTML standard's, and it is not "split at commas":
//! addresses hold commas themselves.

use crate::link::Links;

/// More sizes than this of one image are not worth their bytes.
const MOST: usize = 16;

/// How large a candidate is, relative to others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Size {
    /// `640w`: it is that many pixels wide.
    Width(u32),
    /// `2x`: it has that many pixels for one of the page's. 1 if nothing is said.
    Density(Density),
}

/// A decimal number, in ten-thousandths: what densities need, without the
/// standard library's way of reading and writing floating-point numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Density(u32);

impl Density {
    const ONE: Self = Self(10_000);

    fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(part) {
            return None;
        }
        let whole: u32 = if whole.is_empty() { 0 } else { whole.parse::<u16>().ok()?.into() };
        let part = part.bytes().chain(std::iter::repeat(b'0')).take(4);
        let part = part.fold(0, |part, digit| part * 10 + u32::from(digit - b'0'));
        Some(Self(whole * 10_000 + part)).filter(|density| density.0 > 0)
    }
}

impl std::fmt::Display for Density {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.0 / 10_000, format!("{:04}", self.0 % 10_000));
        match part.trim_end_matches('0') {
            "" => write!(out, "{whole}"),
            part => write!(out, "{whole}.{part}"),
        }
    }
}

/// One image of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate<'s> {
    pub(super) address: &'s str,
    pub(super) size: Size,
}

/// Reads the list. Candidates with descriptors that make no sense are dropped.
pub(super) fn parse(srcset: &str) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() || candidates.len() >= MOST {
            return candidates;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let bare = address.trim_end_matches(',');
        let size = if bare.len() < address.len() {
            rest = after;
            Some(Size::Density(Density::ONE))
        } else {
            let end = end_of_descriptors(after);
            let (descriptors, after) = after.split_at_checked(end).unwrap_or((after, ""));
            rest = after;
            size(descriptors)
        };
        if let Some(size) = size {
            candidates.push(Candidate { address: bare, size });
        }
    }
}

/// Up to the next comma that is not in parentheses.
fn end_of_descriptors(text: &str) -> usize {
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

fn size(descriptors: &str) -> Option<Size> {
    let mut size = None;
    for descriptor in descriptors.split_ascii_whitespace() {
        let unit = descriptor.bytes().last()?;
        let number = descriptor.get(..descriptor.len() - 1)?;
        let found = match unit {
            b'w' => Size::Width(number.parse().ok().filter(|&width| width > 0)?),
            b'x' => Size::Density(Density::parse(number)?),
            b'h' if number.parse::<u32>().is_ok() => continue,
            _ => return None,
        };
        if size.replace(found).is_some() {
            return None;
        }
    }
    Some(size.unwrap_or(Size::Density(Density::ONE)))
}

/// The candidate that suits a column of text best: as wide as it on a sharp
/// screen, or the next smaller one if there is none that wide.
pub(super) fn best<'s>(candidates: &[Candidate<'s>]) -> Option<Candidate<'s>> {
    /// What a column of text is wide, twice.
    const WANTED: f32 = 1400.0;
    let width = |candidate: &Candidate<'_>| match candidate.size {
        Size::Width(width) => width as f32,
        // A page that tells densities sends about a column's width at 1x.
        Size::Density(Density(density)) => density as f32 / 10_000.0 * WANTED / 2.0,
    };
    let wide_enough = candidates.iter().filter(|candidate| width(candidate) >= WANTED);
    wide_enough
        .min_by(|a, b| width(a).total_cmp(&width(b)))
        .or_else(|| candidates.iter().max_by(|a, b| width(a).total_cmp(&width(b))))
        .copied()
}

/// Writes the list with absolute addresses and one kind of descriptor; `None`
/// if that leaves nothing to choose from.
pub(super) fn clean(candidates: &[Candidate<'_>], links: &Links) -> Option<String> {
    /// Longer lists are not written.
    const LONGEST: usize = 8 << 10;
    let by_width = candidates.iter().any(|candidate| matches!(candidate.size, Size::Width(_)));
    let mut out = String::new();
    let mut written = 0;
    for candidate in candidates {
        if matches!(candidate.size, Size::Width(_)) != by_width {
            continue;
        }
        let Some(address) = links.web(candidate.address).filter(|address| !super::is_beacon(address)) else { continue };
        let address = address.written();
        // Neither can be told apart from the list's own commas.
        if address.starts_with(',') || address.ends_with(',') {
            continue;
        }
        let descriptor = match candidate.size {
            Size::Width(width) => format!("{width}w"),
            Size::Density(density) => format!("{density}x"),
        };
        if written > 0 {
            out.push_str(", ");
        }
        written += 1;
        for part in [&address, " ", &descriptor] {
            out.push_str(part);
        }
    }
    (written > 1 && out.len() <= LONGEST).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(srcset: &str) -> Vec<(&str, Size)> {
        parse(srcset).into_iter().map(|candidate| (candidate.address, candidate.size)).collect()
    }

    #[test]
    fn commas_may_stand_in_addresses() {
        assert_eq!(
            candidates("a,b.png 1x,\n /c,d/e.png?f,g 640w , h.png"),
            [
                ("a,b.png", Size::Density(Density::ONE)),
                ("/c,d/e.png?f,g", Size::Width(640)),
                ("h.png", Size::Density(Density::ONE))
            ]
        );
        assert_eq!(
            candidates("a.png, b.png 2x"),
            [("a.png", Size::Density(Density::ONE)), ("b.png", Size::Density(Density(20000)))]
        );
    }

    #[test]
    fn senseless_descriptors_drop_their_candidate() {
        assert_eq!(
            candidates("a 0w, b -1x, c 1x 2x, d 3q, e 1.5x, f infx, g (1,2) 3w, h 5h 6w"),
            [("e", Size::Density(Density(15000))), ("h", Size::Width(6))]
        );
        assert!(candidates(" , ,, ").is_empty());
    }

    #[test]
    fn the_best_is_wide_enough_but_no_wider() {
        let best = |srcset| best(&parse(srcset)).map(|candidate| candidate.address);
        assert_eq!(best("s 320w, m 1500w, l 4000w"), Some("m"));
        assert_eq!(best("s 320w, m 640w"), Some("m"));
        assert_eq!(best("a, b 2x, c 3x"), Some("b"));
        assert_eq!(best(""), None);
    }

    fn clean_again(srcset: &str, links: &Links) -> String {
        super::clean(&parse(srcset), links).unwrap_or_default()
    }

    #[test]
    fn the_clean_list_reads_back() {
        let links = Links::new(Some("https://h/x/"), None);
        let clean = |srcset| clean(&parse(srcset), &links);
        let written = clean("a 1x, /b,c 320w, javascript:x 1w, d 640w").unwrap_or_default();
        assert_eq!(written, "https://h/b,c 320w, https://h/x/d 640w");
        assert_eq!(clean_again(&written, &links), written);
        assert_eq!(clean("a 1x, d 640w"), None);
    }
}
