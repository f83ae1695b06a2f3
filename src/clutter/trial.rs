//! Trials: the same page without one of the rules, to see what the rule was for.
//!
//! Only tests take rules away. In what ships every question here has one answer,
//! which the compiler knows: all rules speak.

#[cfg(test)]
use std::cell::Cell;

use super::hashing::Sign;
#[cfg(test)]
use super::labels::{BEGINS, WHOLE};
#[cfg(test)]
use super::phrases::{ASKS, TOPICS};
use super::rule::Rule;
#[cfg(test)]
use super::texts::Texts;
#[cfg(test)]
use super::wording::{Ask, Label};

/// What is taken away.
#[cfg(test)]
#[derive(Clone, Copy)]
pub(super) enum Away {
    /// One row of a vendor table.
    Row(&'static Rule),
    /// All that bears this rule's name.
    Named(&'static str),
    /// What one language says to ask for one thing.
    Asking(&'static str, Ask),
    /// What one language writes over one thing.
    Labelled(&'static str, Label),
    /// One way of hashing names.
    Hashing(Sign),
}

#[cfg(test)]
thread_local! {
    static AWAY: Cell<Option<Away>> = const { Cell::new(None) };
}

/// Does something without a rule.
#[cfg(test)]
pub(super) fn without<T>(away: Away, act: impl FnOnce() -> T) -> T {
    AWAY.set(Some(away));
    let done = act();
    AWAY.set(None);
    done
}

/// Whether a row of a vendor table speaks.
#[cfg(test)]
pub(super) fn has_row(rule: &'static Rule) -> bool {
    match AWAY.get() {
        Some(Away::Row(away)) => !std::ptr::eq(away, rule),
        Some(Away::Named(away)) => away != rule.id,
        _ => true,
    }
}

/// Whether a rule speaks, by its name.
#[cfg(test)]
pub(super) fn has_rule(rule: &'static str) -> bool {
    !matches!(AWAY.get(), Some(Away::Named(away)) if away == rule)
}

/// Whether a phrase or label is known.
#[cfg(test)]
pub(super) fn has_text(text: &'static str) -> bool {
    // Two languages may say the same: what one says is away with it.
    let holds = |texts: Texts| texts.iter().any(|known| known == text);
    match AWAY.get() {
        Some(Away::Asking(language, ask)) => {
            let mut rows = ASKS.iter().chain(TOPICS);
            !rows.any(|row| row.language == language && row.ask == ask && holds(row.texts))
        }
        Some(Away::Labelled(language, label)) => {
            let mut rows = WHOLE.iter().chain(BEGINS);
            !rows.any(|row| row.language == language && row.label == label && holds(row.texts))
        }
        _ => true,
    }
}

/// Whether a way of hashing is known.
#[cfg(test)]
pub(super) fn has_hashing(sign: Sign) -> bool {
    !matches!(AWAY.get(), Some(Away::Hashing(away)) if away == sign)
}

#[cfg(not(test))]
pub(super) const fn has_row(_: &Rule) -> bool {
    true
}

#[cfg(not(test))]
pub(super) const fn has_rule(_: &str) -> bool {
    true
}

#[cfg(not(test))]
pub(super) const fn has_text(_: &str) -> bool {
    true
}

#[cfg(not(test))]
pub(super) const fn has_hashing(_: Sign) -> bool {
    true
}
