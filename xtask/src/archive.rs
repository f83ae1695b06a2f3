//! Zip files that depend on the contents alone: sorted names, no dates, no owners. Stores compare uploads, and so
//! can anyone who rebuilds a release.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes all files below `folder` into the zip file `to`.
pub fn zip_folder(folder: &Path, to: &Path) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(24))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let file = File::create(to).with_context(|| format!("cannot write {}", to.display()))?;
    let mut archive = ZipWriter::new(BufWriter::new(file));
    for path in files_below(folder)? {
        let name: Vec<_> =
            path.strip_prefix(folder)?.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        archive.start_file(name.join("/"), options)?;
        archive.write_all(&fs::read(&path)?)?;
    }
    archive.finish()?.flush()?;
    Ok(())
}

/// Every file below `folder`, in the order of their names.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
