//! Finds the rule that a start tag breaks.
//!
//! The tables are read once into buckets by their first bytes, so that a token
//! is compared with the few rows that begin as it does.

use std::sync::LazyLock;

use super::buckets::{Buckets, beginning_in_any_case};
use super::rule::{How, On, Rule};
use super::{ad_slots, consent, doubles, prompts, trial};

/// All vendor tables, in the order in which ties are broken.
pub(crate) static TABLES: [&[Rule]; 4] = [consent::RULES, ad_slots::RULES, prompts::RULES, doubles::RULES];

/// Tokens longer than this are compared by their beginning only.
const LONGEST: usize = 48;

static INDEX: LazyLock<Buckets<&'static Rule>> = LazyLock::new(|| {
    Buckets::new(10, |rule: &&'static Rule| rule.value, |add| TABLES.iter().copied().flatten().for_each(add))
});

/// The most specific rule for one value found at one place.
pub(super) fn find(on: On, value: &[u8]) -> Option<&'static Rule> {
    let mut lower = [0_u8; LONGEST];
    let length = value.len().min(LONGEST);
    // As a rule there is none, and the rest of the value need not be looked at.
    let rules = INDEX.get(beginning_in_any_case(value));
    if rules.is_empty() {
        return None;
    }
    let lower = lower.get_mut(..length)?;
    lower.copy_from_slice(value.get(..length)?);
    lower.make_ascii_lowercase();
    let lower = &*lower;
    let found = rules.iter().find(|rule| {
        let place = rule.on == on || (rule.on == On::Name && matches!(on, On::Token | On::Id));
        place
            && trial::has_row(rule)
            && match rule.how {
                How::Exact => value.len() == length && lower == rule.value.as_bytes(),
                How::Prefix => lower.starts_with(rule.value.as_bytes()),
            }
    })?;
    Some(found)
}

/// The rule for the host of a frame, or for the domain it belongs to.
pub(super) fn find_host(url: &[u8]) -> Option<&'static Rule> {
    let after_scheme = url.windows(2).take(8).position(|pair| pair == b"//").map(|at| at + 2)?;
    let rest = url.get(after_scheme..)?;
    let host = rest.split(|byte| matches!(byte, b'/' | b'?' | b'#' | b':')).next()?;
    if let Some(rule) = find(On::Frame, host) {
        return Some(rule);
    }
    let dots = host.iter().enumerate().filter(|(_, byte)| **byte == b'.');
    // A host has few labels; a hostile one with thousands is no vendor's.
    dots.take(6).find_map(|(dot, _)| find(On::Frame, host.get(dot + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Reason;

    #[test]
    fn tokens_are_matched_whole_or_from_their_beginning() {
        #[rustfmt::skip]
        let rows: &[(On, &str, Option<&str>)] = &[
            (On::Id, "onetrust-consent-sdk", Some("onetrust")),
            (On::Id, "CybotCookiebotDialog", Some("cookiebot")),
            (On::Token, "adsbygoogle", Some("google-adsense")),
            (On::Id, "taboola-below-article-1-split-num-1", Some("taboola")),
            (On::Id, "taboola-mid-article-thumbnails-crime", Some("taboola")),
            (On::Token, "tp-container-inner", Some("piano")),
            (On::Data, "mpu", Some("independent-slots")),
            (On::Id, "mpu1", Some("independent-slots")),
            (On::Token, "third-party-ad", Some("independent-slots")),
            (On::Tag, "amp-ad", Some("amp-ad")),
            (On::Token, "MathJax", None),
            (On::Token, "ad", None),
            (On::Token, "header", None),
            (On::Token, "mpu1", None),
            (On::Token, "add-slot", None),
            (On::Token, "", None),
            (On::Token, "piano", None),
            (On::Token, "giscus", Some("giscus")),
            (On::Id, "giscus", None),
            (On::Id, "paywall-title", None),
        ];
        for (on, value, id) in rows {
            assert_eq!(find(*on, value.as_bytes()).map(|rule| rule.id), *id, "{value}");
        }
    }

    #[test]
    fn frames_are_matched_by_domain() {
        let found = |url: &str| find_host(url.as_bytes()).map(|rule| rule.reason);
        assert_eq!(found("https://securepubads.g.doubleclick.net/x?y"), Some(Reason::AdSlot));
        assert_eq!(found("//cdn.privacy-mgmt.com/index.html"), Some(Reason::Consent));
        assert_eq!(found("https://www.youtube.com/embed/x"), None);
        assert_eq!(found("https://notdoubleclick.net/"), None);
        assert_eq!(found("doubleclick.net"), None);
    }

    #[test]
    fn rows_are_well_formed() {
        for rule in TABLES.iter().copied().flatten() {
            let value = rule.value;
            assert!(!value.is_empty() && value.len() <= LONGEST, "{value}");
            assert!(value.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase()), "{value}");
            assert!(rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            assert!(!rule.vendor.is_empty());
            let (year, month) = rule.checked.split_once('-').expect("year-month");
            assert!(year.len() == 4 && month.len() == 2, "{}", rule.checked);
            // A prefix of three letters would begin innocent words too, unless it ends with a separator.
            assert!(rule.how == How::Exact || value.len() >= 4, "{value}");
        }
    }
}
