//! Times the core's stages natively, or runs one of them once so that its
//! instructions can be counted.
//!
//!     clearleaf-bench time PAGES…          JSON: bytes and seconds of each stage
//!     clearleaf-bench once STAGE PAGES…    for `valgrind --tool=callgrind`
//!     clearleaf-bench scale                JSON: seconds for made pages of growing length
//!     clearleaf-bench serialise TO PAGES…  writes pages as a browser would serialise them
//!
//! PAGES are HTML files, `.html.gz` among them, or folders of such.

mod pages;
mod stages;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::json;

use stages::STAGES;

/// Each stage goes this often over all pages; the median counts.
const ROUNDS: usize = 7;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["time", paths @ ..] => time(&pages::read(paths)?),
        ["once", stage, paths @ ..] => once(stage, &pages::read(paths)?),
        ["scale"] => scale(),
        ["serialise", to, paths @ ..] => serialise(Path::new(to), &pages::read(paths)?),
        _ => bail!("time PAGES… | once STAGE PAGES… | scale | serialise TO PAGES…"),
    }
}

fn time(pages: &[pages::Page]) -> Result<()> {
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    let mut seconds = vec![Vec::new(); STAGES.len()];
    // Round by round and not stage by stage, so that all stages share the machine's good and bad moments.
    for _ in 0..ROUNDS {
        for (stage, seconds) in STAGES.iter().zip(&mut seconds) {
            seconds.push(pages.iter().map(|page| (stage.run)(page)).sum::<f64>());
        }
    }
    let stages: serde_json::Map<_, _> =
        STAGES.iter().zip(seconds).map(|(stage, all)| (stage.name.to_owned(), json!(median(all)))).collect();
    println!("{}", serde_json::to_string(&json!({ "pages": pages.len(), "bytes": bytes, "seconds": stages }))?);
    Ok(())
}

fn once(name: &str, pages: &[pages::Page]) -> Result<()> {
    let stage = STAGES.iter().find(|stage| stage.name == name).context("no such stage")?;
    // Tables are laid out on first use; that is counted once, by the whole.
    if stage.name != "whole" {
        for page in pages.iter().take(1) {
            (stage.run)(page);
        }
    }
    for page in pages {
        (stage.run)(page);
    }
    Ok(())
}

fn scale() -> Result<()> {
    let mut rows = Vec::new();
    for bytes in [10_000, 50_000, 250_000, 1_000_000, 5_000_000, 20_000_000, 50_000_000] {
        let page = pages::made(bytes);
        let rounds = if bytes > 1_000_000 { 3 } else { 9 };
        let mut all = Vec::new();
        for _ in 0..rounds {
            let start = Instant::now();
            std::hint::black_box(clearleaf::extract(&page.html, &page.options()).is_ok());
            all.push(start.elapsed().as_secs_f64());
        }
        rows.push(json!({ "bytes": page.html.len(), "seconds": median(all) }));
    }
    println!("{}", serde_json::to_string(&rows)?);
    Ok(())
}

fn serialise(to: &Path, pages: &[pages::Page]) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for page in pages {
        std::fs::write(to.join(format!("{}.html", page.name)), &page.html)?;
    }
    Ok(())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
