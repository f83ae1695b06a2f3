//! Reading pages: from files, gzipped or not, and from standard input.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;

/// The bytes of a page; `-` is standard input. Gzip is recognised by content.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let raw = if path == Path::new("-") {
        let mut raw = Vec::new();
        std::io::stdin().read_to_end(&mut raw).context("cannot read standard input")?;
        raw
    } else {
        fs::read(path).with_context(|| format!("cannot read {}", path.display()))?
    };
    if !raw.starts_with(&[0x1F, 0x8B]) {
        return Ok(raw);
    }
    let mut page = Vec::new();
    MultiGzDecoder::new(raw.as_slice())
        .read_to_end(&mut page)
        .with_context(|| format!("{} is not valid gzip", path.display()))?;
    Ok(page)
}
