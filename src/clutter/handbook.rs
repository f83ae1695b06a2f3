//! The handbook: `docs/CLUTTER.md`, written from the tables.
//!
//! `UPDATE=1 cargo test handbook` rewrites it; without, the test fails where the
//! file and the tables differ.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::endpoints::{ENDPOINTS, Lead, SCHEMES};
use super::fixtures::{self, Fixture};
use super::hashing::{Sign, TOOLS};
use super::phrases::{ASKS, TOPICS};
use super::rule::{How, On, Rule};
use super::{ad_slots, consent, doubles, labels, prompts, shapes};

const INTRODUCTION: &str = "\
# What is removed, and how it is known

Written from the tables in `src/clutter/` by `UPDATE=1 cargo test handbook`. Change the tables, not this file.

A mark is *certain* (removed, with the reason and the rule below in `removals`) or *likely* (evidence for the
score). A certain mark on an element that holds more than 40 % of the page's words outside links (85 % where it is a
consent dialog or comments, with no heading of level 1, no `article` and no `main` inside) is weakened to likely, and
so are all marks of a rule that together hold more than 50 % (consent and comments but for): no rule may delete the article,
at once or by and by.

Each rule has fixtures in `tests/clutter/` (last column), which fail without it.
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
    let fixtures = fixtures::all();
    write_vendors(&mut out, "Advertising", ad_slots::RULES, &fixtures);
    write_vendors(&mut out, "Consent dialogs", consent::RULES, &fixtures);
    write_vendors(&mut out, "Prompts, share bars, comments, teasers and tools", prompts::RULES, &fixtures);
    write_vendors(&mut out, "What the page shows twice", doubles::RULES, &fixtures);
    write_endpoints(&mut out);
    write_shapes(&mut out, &fixtures);
    write_names(&mut out, &fixtures);
    write_wording(&mut out);
    write_innocents(&mut out, &fixtures);
    out
}

/// The titles of the fixtures that hold a rule.
fn titles(fixtures: &[Fixture], rule: &str, reason: &str) -> String {
    let holds = |fixture: &&Fixture| {
        let of_reason = |named: &str| named == reason || named == fixtures::UNLISTED;
        fixture.gone.iter().any(|gone| gone.rule == rule && of_reason(gone.reason))
    };
    fixtures.iter().filter(holds).map(|fixture| fixture.title.as_str()).collect::<Vec<_>>().join("; ")
}

/// One row a vendor and rule, with all its values.
fn write_vendors(out: &mut String, title: &str, rules: &[Rule], fixtures: &[Fixture]) {
    let _ = write!(
        out,
        "\n## {title}, by vendor\n\n| vendor | rule | reason | told by | looked at | fixtures |\n\
         | --- | --- | --- | --- | --- | --- |\n"
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
        let (values, reason) = (values.join(", "), rule.reason.name());
        let titles = titles(fixtures, rule.id, reason);
        let _ =
            writeln!(out, "| {} | `{}` | {reason} | {values} | {} | {titles} |", rule.vendor, rule.id, rule.checked);
    }
}

fn value(rule: &Rule) -> String {
    let rest = if rule.how == How::Prefix { "…" } else { "" };
    let value = rule.value;
    match rule.on {
        On::Token => format!("`.{value}{rest}`"),
        On::Name => format!("`.{value}{rest}` or `#{value}{rest}`"),
        On::Id => format!("`#{value}{rest}`"),
        On::Data => format!("`[data-{value}{rest}]`"),
        On::Tag => format!("`<{value}{rest}>`"),
        On::Frame => format!("frame of `{value}`"),
    }
}

/// Where share links lead: one row a vendor and date.
fn write_endpoints(out: &mut String) {
    out.push_str("\n## Where links lead that share, or count clicks on advertisements\n\nA test in `src/clutter/endpoints.rs` holds each.\n\n| vendor | for | addresses that begin | looked at |\n| --- | --- | --- | --- |\n");
    let mut rows: BTreeMap<(&str, &str, &str), Vec<String>> = BTreeMap::new();
    for endpoint in ENDPOINTS {
        let what = if endpoint.lead == Lead::Share { "sharing" } else { "clicks" };
        rows.entry((endpoint.vendor, what, endpoint.checked)).or_default().push(format!("`{}`", endpoint.start));
    }
    for ((vendor, what, checked), starts) in rows {
        let _ = writeln!(out, "| {vendor} | {what} | {} | {checked} |", starts.join(", "));
    }
    let schemes: Vec<String> = SCHEMES.iter().map(|scheme| format!("`{scheme}`")).collect();
    let _ = writeln!(out, "\nShared without a network: {}.", schemes.join(", "));
}

fn write_shapes(out: &mut String, fixtures: &[Fixture]) {
    out.push_str("\n## By shape\n\n| rule | reason | what it looks like | fixtures |\n| --- | --- | --- | --- |\n");
    for shape in shapes::ALL {
        let reason = shape.reason.name();
        let titles = titles(fixtures, shape.rule, reason);
        let _ = writeln!(out, "| `{}` | {reason} | {} | {titles} |", shape.rule, shape.about);
    }
}

/// What tools make of names; what their rules look like in text is a shape.
fn write_names(out: &mut String, fixtures: &[Fixture]) {
    out.push_str(
        "\n## Names that tools make\n\nA hash says nothing, whatever word it spells; the stem beside it does. Without its row each example reads \
         otherwise.\n\n| tool | told by | example | words in it | looked at | fixtures |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for tool in TOOLS {
        let (name, words) = tool.example;
        let own = fixtures
            .iter()
            .filter(|fixture| fixture.title.starts_with(tool.tool.split(' ').next().unwrap_or_default()));
        let titles = own.map(|fixture| fixture.title.as_str()).collect::<Vec<_>>().join("; ");
        let words = if words.is_empty() { "none" } else { words };
        let _ = writeln!(
            out,
            "| {} | {} | `{name}` | {words} | {} | {titles} |",
            tool.tool,
            about(tool.sign),
            tool.checked
        );
    }
}

fn about(sign: Sign) -> String {
    match sign {
        Sign::Announced(tool) => format!("`{tool}-` before the hash"),
        Sign::Numbered(tool) => format!("`{tool}` and a number"),
        Sign::Cased => "few letters of mixed case".to_owned(),
        Sign::FileName => "a file's name run into the stem".to_owned(),
        Sign::Target => "`e`, a hash, a counter".to_owned(),
        Sign::ModuleTail => "two underscores and five characters at the end".to_owned(),
        Sign::ShortTail => "four letters of mixed case at the end".to_owned(),
        Sign::LinedTail => "an underscore before, five characters and a number at the end".to_owned(),
        Sign::ReactId => "an identity between colons or underscores at the end".to_owned(),
        Sign::Lettered => "a letter, then letters and digits mixed".to_owned(),
        Sign::Underscored => "an underscore, a digit, letters and digits".to_owned(),
        Sign::Digits => "letters and digits mixed".to_owned(),
        Sign::Utility => "a variant, an arbitrary value, a word of layout".to_owned(),
    }
}

/// What looks like clutter and stays.
fn write_innocents(out: &mut String, fixtures: &[Fixture]) {
    out.push_str("\n## Innocents\n\nWhat looks like one of these and stays:\n\n");
    for fixture in fixtures.iter().filter(|fixture| fixture.file == "innocents.txt") {
        let _ = writeln!(out, "* {}", fixture.title);
    }
}

/// How many phrases each language has for each thing.
fn write_wording(out: &mut String) {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in ASKS.iter().chain(TOPICS) {
        counts.entry(row.language).or_default().0 += row.texts.iter().count();
    }
    for row in labels::WHOLE.iter().chain(labels::BEGINS) {
        counts.entry(row.language).or_default().1 += row.texts.iter().count();
    }
    out.push_str("\n## Wording\n\n`tests/clutter/wording.txt` has a line for each language and each thing that decides or labels.\n\n| language | phrases | labels |\n| --- | ---: | ---: |\n");
    for (language, (phrases, labels)) in counts {
        let _ = writeln!(out, "| {language} | {phrases} | {labels} |");
    }
}
