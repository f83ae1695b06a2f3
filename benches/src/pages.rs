//! Pages to run over: files as a browser would serialise them, and made ones of any length.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clearleaf::Options;

/// A page, serialised.
pub struct Page {
    pub name: String,
    pub html: String,
}

impl Page {
    pub fn url(&self) -> String {
        format!("https://example.org/{}", self.name)
    }

    pub fn options(&self) -> Options {
        Options { url: Some(self.url()), ..Options::default() }
    }
}

/// Reads pages and folders of pages, sorted by name.
pub fn read(paths: &[&str]) -> Result<Vec<Page>> {
    let mut files = Vec::new();
    for path in paths {
        collect(Path::new(path), &mut files)?;
    }
    files.sort();
    files.iter().map(|file| page(file)).collect()
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))? {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if path.is_dir() || name.ends_with(".html") || name.ends_with(".html.gz") {
            collect(&path, files)?;
        }
    }
    Ok(())
}

fn page(file: &Path) -> Result<Page> {
    let mut bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked)?;
        bytes = unpacked;
    }
    let part =
        |path: Option<&std::ffi::OsStr>| path.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = part(file.file_name());
    // Fixtures are all called page.html: their folder tells them apart.
    let name = match name.strip_suffix(".gz").unwrap_or(&name).strip_suffix(".html") {
        Some("page") | None => part(file.parent().and_then(Path::file_name)),
        Some(name) => name.to_owned(),
    };
    Ok(Page { name, html: clearleaf::normalise(&bytes) })
}

/// A page of at least so many bytes: an article with sections, links, lists and boxes beside it.
pub fn made(bytes: usize) -> Page {
    let mut html = String::from(
        "<html lang=\"en\"><head><title>A long page</title></head><body><nav><a href=\"/\">Home</a></nav><main><h1>A long page</h1>",
    );
    let mut number = 0;
    while html.len() < bytes {
        number += 1;
        html.push_str(&section(number));
    }
    html.push_str("</main></body></html>");
    Page { name: format!("made-{bytes}"), html }
}

fn section(number: u32) -> String {
    format!(
        "<section class=\"part part-{number}\"><h2>Part {number}</h2>\
         <p>The harbour of part {number} was built when the river was still wide, and <a href=\"/part/{number}\">nobody \
         knows</a> who paid for the stones. They are there, though, and at low water you can count them &amp; sit on them.</p>\
         <ul><li>Stones: {number}</li><li>Steps: two, both worn</li></ul>\
         <aside class=\"related-links\"><a href=\"/other/{number}\">Another page</a></aside></section>"
    )
}
