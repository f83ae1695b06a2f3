//! The handbook: `docs/CLUTTER.md`, written from the tables.
//!
//! `UPDATE=1 cargo test handbook` rewrites it; without, the test fails where the
//! file and the tables differ.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::phrases::{ASKS, TOPICS};
use super::rule::{How, On, Rule};
use super::{ad_slots, consent, doubles, labels, prompts, shapes};

const INTRODUCTION: &str = "\
# What is removed, and how it is known

Written from the tables in `src/clutter/` by `UPDATE=1 cargo test handbook`. Change the tables, not this file.

A mark is *certain* (removed, with the reason and the rule below in `removals`) or *likely* (evidence for the
score). A certain mark on an element that holds more than 40 % of the page's words outside links is weakened to
likely: no rule may delete the article.
";

#[test]
fn handbook_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/CLUTTER.md");
    let written = write();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("docs")).expect("docs/ can be made");
        std::fs::write(&path, &written).expect("docs/CLUTTER.md can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == written, "docs/CLUTTER.md differs from the tables: UPDATE=1 cargo test handbook");
}

fn write() -> String {
    let mut out = String::from(INTRODUCTION);
    write_vendors(&mut out, "Advertising", ad_slots::RULES);
    write_vendors(&mut out, "Consent dialogs", consent::RULES);
    write_vendors(&mut out, "Prompts, share bars, comments, teasers and tools", prompts::RULES);
    write_vendors(&mut out, "What the page shows twice", doubles::RULES);
    write_shapes(&mut out);
    write_wording(&mut out);
    out
}

/// One row a vendor and rule, with all its values.
fn write_vendors(out: &mut String, title: &str, rules: &[Rule]) {
    let _ = write!(
        out,
        "\n## {title}, by vendor\n\n| vendor | rule | reason | told by | looked at |\n| --- | --- | --- | --- | --- |\n"
    );
    let mut rows: Vec<(&Rule, Vec<String>)> = Vec::new();
    for rule in rules {
        let same = rows.iter_mut().find(|(first, _)| {
            (first.vendor, first.id, first.reason, first.checked) == (rule.vendor, rule.id, rule.reason, rule.checked)
        });
        match same {
            Some((_, values)) => values.push(value(rule)),
            None => rows.push((rule, vec![value(rule)])),
        }
    }
    for (rule, values) in rows {
        let values = values.join(", ");
        let _ =
            writeln!(out, "| {} | `{}` | {} | {values} | {} |", rule.vendor, rule.id, rule.reason.name(), rule.checked);
    }
}

fn value(rule: &Rule) -> String {
    let rest = if rule.how == How::Prefix { "…" } else { "" };
    let value = rule.value;
    match rule.on {
        On::Token => format!("`.{value}{rest}`"),
        On::Id => format!("`#{value}{rest}`"),
        On::Data => format!("`[data-{value}{rest}]`"),
        On::Tag => format!("`<{value}{rest}>`"),
        On::Frame => format!("frame of `{value}`"),
    }
}

fn write_shapes(out: &mut String) {
    out.push_str("\n## By shape\n\n| rule | reason | what it looks like |\n| --- | --- | --- |\n");
    for shape in shapes::ALL {
        let _ = writeln!(out, "| `{}` | {} | {} |", shape.rule, shape.reason.name(), shape.about);
    }
}

/// How many phrases each language has for each thing.
fn write_wording(out: &mut String) {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in ASKS.iter().chain(TOPICS) {
        counts.entry(row.language).or_default().0 += row.texts.len();
    }
    for row in labels::WHOLE.iter().chain(labels::BEGINS) {
        counts.entry(row.language).or_default().1 += row.texts.len();
    }
    out.push_str("\n## Wording\n\n| language | phrases | labels |\n| --- | ---: | ---: |\n");
    for (language, (phrases, labels)) in counts {
        let _ = writeln!(out, "| {language} | {phrases} | {labels} |");
    }
}
