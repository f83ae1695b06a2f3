//! The sample of names: what the core takes them for against what a person took them for.

use std::fmt::Write as _;

use super::css_in_js::{TokenKind, split};

const SAMPLE: &str = include_str!("../../tests/clutter/names.tsv");

/// Each class, and the least precision and the least recall in per cent. Of hashes the sample has 28.
const LEAST: &[(&str, usize)] = &[("hash", 90), ("stem", 95), ("word", 95)];

/// What a person can tell: how a name looks is something a person wrote, too.
fn class_of(name: &str) -> &'static str {
    match split(name.as_bytes(), |_| {}) {
        TokenKind::Hash => "hash",
        TokenKind::Stem => "stem",
        TokenKind::Word | TokenKind::Utility => "word",
    }
}

#[test]
fn names_are_taken_for_what_they_are() {
    let rows: Vec<(&str, &str)> = SAMPLE.lines().filter_map(|line| line.split_once('\t')).collect();
    assert_eq!(rows.len(), 400);
    let mut report = String::new();
    let mut poor = Vec::new();
    for (class, least) in LEAST {
        let meant = rows.iter().filter(|(_, label)| label == class).count();
        let taken = rows.iter().filter(|(name, _)| class_of(name) == *class).count();
        let right = rows.iter().filter(|(name, label)| label == class && class_of(name) == *class).count();
        if right * 100 < taken * least || right * 100 < meant * least {
            poor.push(*class);
        }
        let _ = writeln!(report, "{class}: {right} right of {taken} taken for it and {meant} that are");
    }
    let wrong: Vec<_> = rows.iter().filter(|(name, label)| class_of(name) != *label).collect();
    for (name, label) in &wrong {
        let _ = writeln!(report, "{name} is {label}, not {}", class_of(name));
    }
    // For those who look with --nocapture.
    println!("{report}");
    // Each name has one label: precision and recall over all are one number.
    assert!(wrong.len() * 100 <= rows.len() * 3, "precision and recall below 0.97\n{report}");
    assert!(poor.is_empty(), "precision or recall of {poor:?} too low\n{report}");
}
