//! Which browsers of this machine can be driven with an unpacked extension in them.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::project::Project;
use crate::system;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
}

/// A browser found on this machine.
pub struct Browser {
    pub engine: Engine,
    pub program: PathBuf,
}

/// What an engine is called, where it may be, and how to get it.
struct Known {
    /// As in `dist/NAME` and `--browser NAME`.
    name: &'static str,
    /// The environment variable by which a user names the program; the drivers in tests/e2e/lib read it too.
    variable: &'static str,
    /// Programs in order of preference. Branded Chrome is missing on purpose: since 137 it ignores `--load-extension`.
    programs: &'static [&'static str],
    /// Folders below the home folder where test tools unpack browsers, and the program within, `*` being any one name.
    unpacked: &'static [&'static str],
    apt: &'static [&'static str],
    snap: &'static str,
}

const CHROMIUM: Known = Known {
    name: "chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "brave-browser", "microsoft-edge-stable", "microsoft-edge"],
    unpacked: &[
        ".cache/ms-playwright/*/chrome-linux/chrome",
        ".cache/ms-playwright/*/chrome-linux64/chrome",
        ".cache/puppeteer/chrome/*/chrome-linux64/chrome",
    ],
    apt: &["chromium", "chromium-driver"],
    snap: "chromium",
};

const FIREFOX: Known = Known {
    name: "firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox", "firefox-developer-edition"],
    unpacked: &[],
    apt: &["firefox-esr"],
    snap: "firefox",
};

impl Engine {
    fn known(self) -> &'static Known {
        match self {
            Self::Chromium => &CHROMIUM,
            Self::Firefox => &FIREFOX,
        }
    }

    pub fn name(self) -> &'static str {
        self.known().name
    }

    pub fn named(name: &str) -> Result<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            _ => bail!("no browser is called {name:?} here: chromium or firefox"),
        }
    }

    /// The browser of this engine that this machine has.
    pub fn find(self) -> Option<Browser> {
        let known = self.known();
        let chosen = env::var_os(known.variable).map(PathBuf::from).filter(|program| program.is_file());
        let program = chosen
            .or_else(|| known.programs.iter().find_map(|program| system::find(program)))
            .or_else(|| known.unpacked.iter().find_map(|pattern| newest_match(pattern)))?;
        Some(Browser { engine: self, program })
    }

    /// The browser of this engine, installed if need be.
    pub fn obtain(self, project: &Project) -> Result<Browser> {
        let known = self.known();
        let installers: [&dyn Fn() -> Result<()>; 2] =
            [&|| system::apt_install(&project.shell, known.apt), &|| system::snap_install(&project.shell, known.snap)];
        for install in installers {
            if let Some(browser) = self.find() {
                return Ok(browser);
            }
            if let Err(reason) = install() {
                eprintln!("{}: {reason}", known.name);
            }
        }
        let Known { name, variable, programs, .. } = known;
        self.find().ok_or_else(|| {
            anyhow::anyhow!(
                "no {name} here that loads an unpacked extension, and none could be installed. Looked for {}. \
                 Install one of them, or set {variable} to its program, then run this again.",
                programs.join(", ")
            )
        })
    }
}

impl Browser {
    /// The variables under which the drivers in tests/e2e/lib start this very browser.
    pub fn environment(&self, project: &Project) -> Vec<(&'static str, PathBuf)> {
        let mut variables = vec![(self.engine.known().variable, self.program.clone())];
        if self.program.starts_with("/snap") {
            // A snap sees a /tmp of its own, so profiles must lie in the checkout.
            variables.push(("TMPDIR", project.scratch()));
        }
        variables
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.engine.name(), self.program.display())
    }
}

/// The last file that matches a pattern below the home folder; test tools put the version into the name.
fn newest_match(pattern: &str) -> Option<PathBuf> {
    let home = env::var_os("HOME").map(PathBuf::from)?;
    let (before, after) = pattern.split_once("/*/")?;
    let entries = fs::read_dir(home.join(before)).ok()?;
    let matches = entries.flatten().map(|entry| entry.path().join(after)).filter(|path: &PathBuf| Path::is_file(path));
    matches.max()
}
