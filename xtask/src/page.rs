//! `cargo xtask page`: page fixtures. Adding one must be so easy that a bad page becomes a fixture, not a note.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xshell::cmd;

use crate::project::Project;

/// Makes `tests/pages/SLUG` from a saved page, with expectations filled in from what the core makes of it now. The
/// person who adds it corrects what is wrong: that is the point.
pub fn add(project: &Project, slug: &str, file: &str) -> Result<()> {
    if slug.is_empty() || !slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        bail!("{slug:?} cannot be a folder of tests/pages: lower-case letters, digits and hyphens");
    }
    let folder = project.path("tests/pages").join(slug);
    if folder.exists() {
        bail!("{} is there already", project.shown(&folder));
    }
    let source = std::env::current_dir()?.join(file);
    let html = fs::read(&source).with_context(|| format!("cannot read {file}"))?;
    let url = format!("https://{slug}.example/page");
    let article = extract(project, &source.display().to_string(), &url)?;
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("page.html"), html)?;
    fs::write(folder.join("expect.json"), expectations(&url, article.as_ref()))?;
    println!(
        "{0}/page.html and {0}/expect.json are written. Now\n  \
         replace prose and names that are not ours in page.html,\n  \
         correct expect.json to what a reader would want (tests/pages/README.md tells its keys),\n  \
         run `cargo xtask page update` and review the diff.",
        project.shown(&folder)
    );
    Ok(())
}

/// Rewrites every golden `article.html` with what the core makes of its page now.
pub fn update(project: &Project) -> Result<()> {
    cmd!(project.shell, "cargo test --test pages").env("UPDATE", "1").run()?;
    cmd!(project.shell, "git --no-pager diff --stat -- tests/pages").run()?;
    Ok(())
}

/// What the command line makes of the page; nothing if it finds no article.
fn extract(project: &Project, file: &str, url: &str) -> Result<Option<Value>> {
    let output = cmd!(project.shell, "cargo run --quiet --bin clearleaf -- extract {file} --url {url} --format json")
        .ignore_status()
        .output()?;
    match output.status.code() {
        Some(0) => Ok(Some(serde_json::from_slice(&output.stdout)?)),
        Some(1) => Ok(None),
        _ => bail!("{}", String::from_utf8_lossy(&output.stderr).trim()),
    }
}

/// Members of an article that are expected as they are, in the order in which they are read best.
const EXACT: &[&str] = &["title", "byline", "siteName", "publishedTime", "lang", "dir", "access", "kind"];

/// The text of an `expect.json`; tests/pages/README.md explains its keys.
fn expectations(url: &str, article: Option<&Value>) -> String {
    let mut members = vec![
        ("about", json!("what this page models and what must hold")),
        ("url", json!(url)),
        ("article", json!(article.is_some())),
    ];
    if let Some(article) = article {
        members
            .extend(EXACT.iter().filter(|name| !article[**name].is_null()).map(|name| (*name, article[*name].clone())));
        members.push(("text", json!(phrases(article["textContent"].as_str().unwrap_or_default()))));
        members.push(("without", json!([])));
        let mut reasons: Vec<&str> = article["removals"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|removal| removal["reason"].as_str())
            .collect();
        reasons.sort_unstable();
        reasons.dedup();
        members.push(("removals", json!(reasons)));
    }
    let lines: Vec<String> = members.iter().map(|(name, value)| format!("  {}: {value}", json!(name))).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// How the first, the middle and the last paragraph begin.
fn phrases(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| line.chars().count() > 40).collect();
    let places = [0, lines.len() / 2, lines.len().saturating_sub(1)];
    let mut phrases: Vec<String> =
        places.iter().filter_map(|&place| lines.get(place)).map(|line| line.chars().take(60).collect()).collect();
    phrases.dedup();
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expectations_are_json_and_leave_out_what_is_unknown() {
        let article = json!({
            "title": "Tides", "byline": null, "kind": "article",
            "textContent": "The harbour wall was built in the year of the great storm.\nshort\nNobody has mended it since, and nobody intends to begin now.",
            "removals": [{"reason": "newsletter"}, {"reason": "ad-slot"}, {"reason": "newsletter"}],
        });
        let expected: Value = serde_json::from_str(&expectations("https://a.example/", Some(&article))).expect("JSON");
        assert_eq!(expected["title"], "Tides");
        assert_eq!(expected.get("byline"), None);
        assert_eq!(expected["removals"], json!(["ad-slot", "newsletter"]));
        assert_eq!(expected["text"].as_array().map(Vec::len), Some(2));
        let none: Value = serde_json::from_str(&expectations("https://a.example/", None)).expect("JSON");
        assert_eq!(none["article"], false);
    }
}
