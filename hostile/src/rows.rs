//! The attack set: titled rows of hostile markup, as `tests/attacks/README.md` describes them.

use std::fs;
use std::path::{Path, PathBuf};

/// One attack.
#[derive(Debug)]
pub struct Row {
    /// The file it stands in, without its ending.
    pub topic: String,
    /// What it tries.
    pub title: String,
    /// The whole page.
    pub page: String,
    /// What the article's text must hold.
    pub holds: Vec<String>,
    /// What its HTML must not hold.
    pub lacks: Vec<String>,
    /// The page is the row's own, without our paragraphs around it.
    pub is_page: bool,
}

/// Stands before each attack.
pub const BEFORE: &str = "The ferry left the harbour before dawn, with forty crates of salted cod and a crew that had not slept since Sunday.";
/// Stands after each attack that leaves the page open.
pub const AFTER: &str =
    "The keeper walked home along the sea wall, the logbook under his arm, and the lamp behind him went out by itself.";

/// The folder of the set.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/attacks")
}

/// Every row of every file, in the order of the files' names.
#[must_use]
pub fn all() -> Vec<Row> {
    let entries = fs::read_dir(folder()).expect("tests/attacks is there");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().flat_map(|file| rows_of(file)).collect()
}

fn rows_of(file: &Path) -> Vec<Row> {
    let topic = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = fs::read_to_string(file).expect("attacks are UTF-8");
    let mut rows = Vec::new();
    for section in text.split("\n=== ").skip(1) {
        let (title, rest) = section.split_once('\n').unwrap_or((section, ""));
        let (mut holds, mut lacks, mut markup) = (Vec::new(), Vec::new(), Vec::new());
        for line in rest.trim_end_matches('\n').split('\n') {
            if let Some(text) = line.strip_prefix("+++ ") {
                holds.push(unescape(text));
            } else if let Some(text) = line.strip_prefix("--- ") {
                lacks.push(unescape(text));
            } else {
                markup.push(line);
            }
        }
        let is_page = markup.first() == Some(&"@page");
        rows.push(Row { topic: topic.clone(), title: title.to_owned(), page: page(&markup), holds, lacks, is_page });
    }
    rows
}

/// The page that an attack stands in.
fn page(markup: &[&str]) -> String {
    let inner = |lines: &[&str]| unescape(&lines.join("\n"));
    let begin =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The ferry that came early</title>";
    let article = format!("</head><body><article><h1>The ferry that came early</h1><p>{BEFORE}</p>");
    let end = format!("<p>{AFTER}</p></article></body></html>");
    match markup {
        ["@page", lines @ ..] => inner(lines),
        ["@head", lines @ ..] => format!("{begin}{}{article}{end}", inner(lines)),
        [lines @ .., "@end"] => format!("{begin}{article}{}", inner(lines)),
        lines => format!("{begin}{article}{}{end}", inner(lines)),
    }
}

/// `\u{0}` and `\repeat{600}{<b>}`, as the set's README describes them. A repeated text may hold balanced braces.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        if let Some(tail) = after.strip_prefix("\\u{")
            && let Some((number, tail)) = tail.split_once('}')
            && let Some(character) = u32::from_str_radix(number, 16).ok().and_then(char::from_u32)
        {
            out.push(character);
            rest = tail;
        } else if let Some(tail) = after.strip_prefix("\\repeat{")
            && let Some((times, tail)) = tail.split_once("}{")
            && let (Ok(times), Some(end)) = (times.parse(), end_of_braces(tail))
        {
            out.push_str(&unescape(&tail[..end]).repeat(times));
            rest = &tail[end + 1..];
        } else {
            out.push('\\');
            rest = &after[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Where the brace stands that closes one before `text`; the last one, where the text's own do not balance.
fn end_of_braces(text: &str) -> Option<usize> {
    let line = text.split('\n').next().unwrap_or_default();
    let mut depth = 0_usize;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return Some(at),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    line.find('}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone() {
        assert_eq!(unescape("a\\u{41}\\repeat{3}{<b>}c\\d"), "aA<b><b><b>c\\d");
        assert_eq!(unescape("\\repeat{2}{{\"a\":}1"), "{\"a\":{\"a\":1");
        assert_eq!(unescape("\\repeat{2}{{\"a\": 1}, }{x"), "{\"a\": 1}, {\"a\": 1}, {x");
        assert_eq!(unescape("<\\example.org\\x"), "<\\example.org\\x");
    }
}
