//! The core's side of training: the same feature extractor that scores pages
//! writes the rows that the models learn from, and pages are extracted with
//! out-of-fold scores by the same plan that users get.
//!
//! ```text
//! clearleaf-training rows    PAGES OUT              OUT.f32, OUT.jsonl, OUT.columns
//! clearleaf-training second  PAGES OUT FIRST.f32    the same, with the second look
//! clearleaf-training pages   PAGES OUT SCORES.f32   one row per page: OUT.f32, OUT.columns
//! clearleaf-training extract PAGES OUT SCORES.f32   OUT.jsonl, as `clearleaf batch`
//! ```
//!
//! `.f32` files are little-endian, pages in the order of their names, blocks in
//! the order of the page.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clearleaf::Options;
use clearleaf::training::{self, Look};
use flate2::read::MultiGzDecoder;
use serde_json::json;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [task, pages, out, rest @ ..] = arguments.as_slice() else {
        bail!("usage: clearleaf-training rows|second|pages|extract PAGES OUT [SCORES.f32]");
    };
    let scores = rest.first().map(|path| read_floats(Path::new(path))).transpose()?.unwrap_or_default();
    let pages = pages_in(Path::new(pages))?;
    match task.as_str() {
        "rows" => rows(&pages, out, None),
        "second" => rows(&pages, out, Some(&scores)),
        "pages" => page_rows(&pages, out, &scores),
        "extract" => extract(&pages, out, &scores),
        _ => bail!("no such task: {task}"),
    }
}

fn rows(pages: &[PathBuf], out: &str, first: Option<&[f32]>) -> Result<()> {
    let mut values = BufWriter::new(File::create(format!("{out}.f32"))?);
    let mut blocks = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    fs::write(format!("{out}.columns"), training::column_names(first.is_some()).join("\n"))?;
    let mut seen = 0;
    for path in pages {
        let look = first.map_or(Look::First, |first| Look::Second(first.get(seen..).unwrap_or_default()));
        let described = training::describe(&read_page(path)?, look)?;
        for value in described.rows.iter().flatten() {
            values.write_all(&value.to_le_bytes())?;
        }
        let line = json!({ "id": id_of(path), "texts": described.texts, "gone": described.gone });
        writeln!(blocks, "{line}")?;
        seen += described.rows.len();
    }
    Ok(())
}

fn page_rows(pages: &[PathBuf], out: &str, scores: &[f32]) -> Result<()> {
    let mut values = BufWriter::new(File::create(format!("{out}.f32"))?);
    fs::write(format!("{out}.columns"), training::page_column_names().join("\n"))?;
    each_page(pages, scores, |_, html, own| {
        for value in training::describe_page(html, own)? {
            values.write_all(&value.to_le_bytes())?;
        }
        Ok(())
    })
}

fn extract(pages: &[PathBuf], out: &str, scores: &[f32]) -> Result<()> {
    let mut lines = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    each_page(pages, scores, |path, html, own| {
        let line = match training::extract_with(html, own) {
            Ok(article) => {
                let mut line = serde_json::to_value(article)?;
                if let Some(fields) = line.as_object_mut() {
                    fields.insert("id".into(), id_of(path).into());
                }
                line
            }
            Err(error) => {
                let title = clearleaf::title(html, &Options::default()).unwrap_or_default();
                json!({ "id": id_of(path), "title": title, "error": error.to_string() })
            }
        };
        Ok(writeln!(lines, "{line}")?)
    })
}

/// Hands each page to `each` with the scores of its own blocks.
fn each_page(
    pages: &[PathBuf],
    scores: &[f32],
    mut each: impl FnMut(&Path, &str, Vec<f32>) -> Result<()>,
) -> Result<()> {
    let mut seen = 0;
    for path in pages {
        let html = read_page(path)?;
        let count = training::describe(&html, Look::First)?.rows.len();
        let own = scores.get(seen..seen + count).context("too few scores")?.to_vec();
        seen += count;
        each(path, &html, own)?;
    }
    Ok(())
}

fn pages_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut pages = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    pages.sort();
    Ok(pages)
}

fn id_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

fn read_page(path: &Path) -> Result<String> {
    let raw = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut page = Vec::new();
    if raw.starts_with(&[0x1F, 0x8B]) {
        MultiGzDecoder::new(raw.as_slice()).read_to_end(&mut page)?;
    } else {
        page = raw;
    }
    Ok(clearleaf::normalise(&page))
}

fn read_floats(path: &Path) -> Result<Vec<f32>> {
    let raw = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(raw.chunks_exact(4).map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect())
}
