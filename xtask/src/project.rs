//! Where things are in this checkout.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

/// This checkout: its folders, its version, and a shell that stands in its root.
pub struct Project {
    pub shell: Shell,
    pub root: PathBuf,
    /// Cargo's target directory, wherever the user put it.
    pub target: PathBuf,
    /// The workspace version; every manifest that is written gets it.
    pub version: String,
}

impl Project {
    pub fn open() -> Result<Self> {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask.parent().context("xtask/ has no parent folder")?.to_path_buf();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        let metadata = cmd!(shell, "cargo metadata --no-deps --format-version 1").quiet().read()?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
        let version = metadata["packages"]
            .as_array()
            .and_then(|packages| packages.iter().find(|package| package["name"] == "clearleaf"))
            .and_then(|package| package["version"].as_str())
            .context("cargo metadata knows no package clearleaf")?;
        Ok(Self { target: target.into(), version: version.to_owned(), shell, root })
    }

    /// A path below the root, written with `/`.
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// Where finished bundles go.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Our own corner of the target directory, for what lies between two builds.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A program that `npm ci` put into the checkout.
    pub fn node_program(&self, name: &str) -> PathBuf {
        self.root.join("node_modules/.bin").join(name)
    }

    /// `path` as a person in the root would type it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}
