//! Every page fixture gives the article that its `expect.json` describes, and
//! the same bytes as its golden `article.html`, natively and as WASM.
//!
//! `UPDATE=1 cargo test --test pages` rewrites the golden files; the diff is the
//! review.

#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use clearleaf::{Article, ExtractError, extract};
use common::{FIXTURES, Fixture};
use serde_json::Value;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

/// White space does not count in phrases.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn strings<'v>(expect: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    expect[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// What an article does not hold of what its fixture expects.
fn complaints(expect: &Value, result: &Result<Article, ExtractError>) -> Vec<String> {
    let mut found = Vec::new();
    let article = match result {
        Ok(article) => article,
        Err(_) if expect["article"] == false => return found,
        Err(error) => return vec![error.to_string()],
    };
    if expect["article"] == false {
        if article.confidence >= 0.6 {
            found.push(format!("no article, but confidence {}", article.confidence));
        }
        return found;
    }
    let text = flat(&article.text_content);
    let mut from = 0;
    for phrase in strings(expect, "text") {
        match text.get(from..).and_then(|rest| rest.find(&flat(phrase))) {
            Some(at) => from += at,
            None => found.push(format!("missing or out of order: {phrase}")),
        }
    }
    if expect["only"] == true {
        let lines = article.text_content.lines().map(flat).filter(|line| !line.is_empty());
        let claimed = |line: &String| strings(expect, "text").any(|phrase| line.contains(&flat(phrase)));
        found.extend(lines.filter(|line| !claimed(line)).map(|line| format!("nobody asked for: {line}")));
    }
    for phrase in strings(expect, "without") {
        if text.contains(&flat(phrase)) || flat(&article.content).contains(&flat(phrase)) {
            found.push(format!("kept: {phrase}"));
        }
    }
    for snippet in strings(expect, "html") {
        if !article.content.contains(snippet) {
            found.push(format!("not in content: {snippet}"));
        }
    }
    for reason in strings(expect, "removals") {
        if !article.removals.iter().any(|removal| removal.reason.name() == reason) {
            found.push(format!("nothing removed as {reason}"));
        }
    }
    let got = serde_json::to_value(article).unwrap();
    for key in ["title", "byline", "siteName", "lang", "dir", "access", "kind", "signInUrl", "supportUrl"] {
        if let Some(wanted) = expect.get(key).filter(|wanted| **wanted != got[key]) {
            found.push(format!("{key}: {} instead of {wanted}", got[key]));
        }
    }
    for key in ["publishedTime", "modifiedTime"] {
        let got = got[key].as_str().unwrap_or_default();
        if let Some(wanted) = expect.get(key).and_then(Value::as_str).filter(|wanted| !got.starts_with(wanted)) {
            found.push(format!("{key}: {got} instead of {wanted}"));
        }
    }
    found
}

/// Failures that are known stay live: each phrase of `notYet` must still be
/// complained of, and is reported as soon as it holds.
fn unknown(expect: &Value, mut found: Vec<String>) -> Vec<String> {
    for known in strings(expect, "notYet") {
        let before = found.len();
        found.retain(|complaint| !complaint.contains(known));
        if found.len() == before {
            found.push(format!("holds by now, take it out of notYet: {known}"));
        }
    }
    found
}

fn report(found: Vec<(&str, Vec<String>)>) {
    let lines: Vec<String> = found
        .into_iter()
        .flat_map(|(slug, complaints)| complaints.into_iter().map(move |complaint| format!("{slug}: {complaint}")))
        .collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn pages_give_what_they_are_expected_to() {
    let check = |fixture: &'static Fixture| {
        let result = extract(fixture.page, &fixture.options());
        (fixture.slug, unknown(&fixture.expectations(), complaints(&fixture.expectations(), &result)))
    };
    report(FIXTURES.iter().map(check).collect());
}

/// The golden files are written natively: equal bytes in WASM mean equal output.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn pages_give_the_bytes_of_their_golden_files() {
    let mut different = Vec::new();
    for fixture in FIXTURES {
        let content = extract(fixture.page, &fixture.options()).map(|article| article.content).unwrap_or_default();
        if content == fixture.golden {
            continue;
        }
        #[cfg(not(target_arch = "wasm32"))]
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(format!("tests/pages/{}/article.html", fixture.slug), content).unwrap();
            continue;
        }
        different.push(fixture.slug);
    }
    assert!(different.is_empty(), "differ from article.html (UPDATE=1 rewrites them): {different:?}");
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn raw_pages_and_their_browser_serialisation_give_the_same_expectations() {
    let check = |fixture: &'static Fixture| {
        let page = clearleaf::normalise(fixture.page.as_bytes());
        let found = complaints(&fixture.expectations(), &extract(&page, &fixture.options()));
        (fixture.slug, unknown(&fixture.expectations(), found))
    };
    report(FIXTURES.iter().map(check).collect());
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_folder_is_listed() {
    let mut folders: Vec<String> = std::fs::read_dir("tests/pages")
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("page.html").exists())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let listed: Vec<&str> = FIXTURES.iter().map(|fixture| fixture.slug).collect();
    assert_eq!(listed, folders, "tests/common/mod.rs lists the fixtures");
}
