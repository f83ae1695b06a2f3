//! A rule is one fact about a vendor: "what Taboola puts into a page has an
//! id that begins with `taboola-`".
//!
//! Rules are data. A row says who the vendor is, where the fact shows, and when
//! it was last looked at, so that anyone can check, correct or retire it; the
//! tables in [`ad_slots`](super::ad_slots), [`prompts`](super::prompts),
//! [`consent`](super::consent) and [`doubles`](super::doubles) hold rows. How rows are found is the business of
//! [`vendors`](super::vendors).

use crate::article::Reason;

/// Where a fact about a vendor shows in a start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum On {
    /// A class token.
    Token,
    /// A class token or the id. Headings and sections are called after their own words ("Paywall"), so the
    /// id of what may be linked to as a part of a text says nothing here.
    Name,
    /// The id only, where the same word as a class would be innocent.
    Id,
    /// The name of a `data-*` attribute, without `data-`.
    Data,
    /// The name of the element.
    Tag,
    /// Host of a frame's `src`, with or without a subdomain.
    Frame,
}

/// How a rule's value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// The whole value, in any letter case.
    Exact,
    /// The beginning of the value, in any letter case.
    Prefix,
}

/// One row of a vendor table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Who makes what is matched.
    /// docs/CLUTTER.md is written from it, by a test; what ships does without.
    #[cfg(test)]
    pub(crate) vendor: &'static str,
    /// The name that a removal carries.
    pub(crate) id: &'static str,
    /// Where to look.
    pub(crate) on: On,
    /// How to compare.
    pub(crate) how: How,
    /// What to find there, in lower case.
    pub(crate) value: &'static str,
    /// Why it goes.
    pub(crate) reason: Reason,
    /// When the fact was last looked at, year and month.
    #[cfg(test)]
    pub(crate) checked: &'static str,
}

/// A row whose value must be matched whole.
pub(super) const fn exact(
    vendor: &'static str,
    id: &'static str,
    on: On,
    value: &'static str,
    reason: Reason,
    checked: &'static str,
) -> Rule {
    row(vendor, id, (on, How::Exact), value, reason, checked)
}

/// A row whose value is a beginning.
pub(super) const fn prefix(
    vendor: &'static str,
    id: &'static str,
    on: On,
    value: &'static str,
    reason: Reason,
    checked: &'static str,
) -> Rule {
    row(vendor, id, (on, How::Prefix), value, reason, checked)
}

#[cfg_attr(not(test), expect(unused_variables, reason = "who and when are for the handbook"))]
const fn row(
    vendor: &'static str,
    id: &'static str,
    (on, how): (On, How),
    value: &'static str,
    reason: Reason,
    checked: &'static str,
) -> Rule {
    Rule {
        #[cfg(test)]
        vendor,
        id,
        on,
        how,
        value,
        reason,
        #[cfg(test)]
        checked,
    }
}
