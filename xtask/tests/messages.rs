//! The texts of the extension: every language has every text, and every text is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Languages that the extension speaks, and the direction in which they are written.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "rtl"),
    ("de", "ltr"),
    ("en", "ltr"),
    ("es", "ltr"),
    ("fr", "ltr"),
    ("he", "rtl"),
    ("ja", "ltr"),
    ("zh_CN", "ltr"),
];

/// Stores take no longer description.
const LONGEST_DESCRIPTION: usize = 132;

fn extension() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the root").join("extension")
}

fn messages(language: &str) -> BTreeMap<String, Value> {
    let path = extension().join("_locales").join(language).join("messages.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let messages: BTreeMap<String, Value> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Each stands on a line of its own; of two with one name a parser would keep the last.
    let named = text.lines().filter(|line| line.starts_with("  \"")).count();
    assert_eq!(messages.len(), named, "{}: a name that is there twice", path.display());
    messages
}

/// What stands between two `$` in a message: the names of its placeholders.
fn placeholders(message: &str) -> BTreeSet<String> {
    message.split('$').skip(1).step_by(2).map(str::to_lowercase).collect()
}

/// The scripts, pages and manifest in which a text can be used.
fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let speaks = [".js", ".html", "manifest.json"].iter().any(|ending| name.ends_with(ending));
        if path.is_dir() && name != "_locales" {
            sources(&path, found);
        } else if speaks {
            found.push_str(&fs::read_to_string(&path).expect("sources are text"));
        }
    }
}

/// Every word that stands in `text` between `before` and `after`.
fn between<'a>(text: &'a str, before: &str, after: char) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn every_language_has_every_text() {
    let english = messages("en");
    let mut faults = Vec::new();
    for &(language, direction) in LANGUAGES {
        let own = messages(language);
        faults
            .extend(english.keys().filter(|key| !own.contains_key(*key)).map(|key| format!("{language} lacks {key}")));
        faults
            .extend(own.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("{language} alone: {key}")));
        for (key, value) in &own {
            let (message, source) = (value["message"].as_str().unwrap_or(""), &english[key]);
            if message.trim().is_empty() {
                faults.push(format!("{language} says nothing for {key}"));
            }
            if placeholders(message) != placeholders(source["message"].as_str().unwrap_or("")) {
                faults.push(format!("{language}: {key} has other placeholders than in English"));
            }
            for name in placeholders(message) {
                if value["placeholders"][&name]["content"] != source["placeholders"][&name]["content"] {
                    faults.push(format!("{language}: {key} does not say what ${name}$ is"));
                }
            }
        }
        let says = |key: &str| own.get(key).and_then(|value| value["message"].as_str()).unwrap_or("").to_owned();
        assert_eq!(says("language"), language.replace('_', "-"));
        assert_eq!(says("direction"), direction, "{language}");
        assert!(says("description").chars().count() <= LONGEST_DESCRIPTION, "{language}: the description is too long");
    }
    let folders = fs::read_dir(extension().join("_locales")).expect("_locales is there").count();
    assert_eq!(folders, LANGUAGES.len(), "a language that is not checked");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_text_is_used_and_no_other() {
    let english = messages("en");
    let mut text = String::new();
    sources(&extension(), &mut text);
    let unused: Vec<&String> = english
        .keys()
        .filter(|key| !text.contains(&format!("\"{key}\"")) && !text.contains(&format!("__MSG_{key}__")))
        .collect();
    assert!(unused.is_empty(), "texts that nothing uses: {unused:?}");
    // What `shared.message` is asked for, TypeScript checks; these it cannot see.
    let asked = [("data-message=\"", '"'), ("getMessage(\"", '"'), ("__MSG_", '_')];
    let missing: Vec<&str> = asked
        .iter()
        .flat_map(|&(before, after)| between(&text, before, after))
        .filter(|key| !english.contains_key(*key) && !key.starts_with('@'))
        .collect();
    assert!(missing.is_empty(), "texts that are used and are nowhere: {missing:?}");
}
