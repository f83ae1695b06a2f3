//! `clearleaf outline`: what the core saw, for people who wonder why.

use std::io::Write;
use std::path::Path;

use anyhow::Result;

use crate::input;

pub fn run(file: &Path) -> Result<()> {
    let page = clearleaf::normalise(&input::read(file)?);
    let report = clearleaf::explain(&page, &clearleaf::Options::default())?;
    write!(std::io::stdout().lock(), "{report}")?;
    Ok(())
}
