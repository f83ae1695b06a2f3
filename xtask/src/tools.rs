//! What the commands need and how each thing is got when it is missing: Rust's own parts by rustup, programs
//! written in Rust by cargo, JavaScript by npm, browsers by the system's package manager. Versions are pinned here or in
//! `package-lock.json`; nothing is fetched from anywhere but a package registry.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::browser::Engine;
use crate::project::Project;
use crate::{system, wasm_target};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tool {
    /// rustfmt and clippy.
    RustParts,
    WasmTarget,
    NodePackages,
    WasmPack,
    /// `wasm-bindgen-test-runner`, which runs compiled tests in Node or a browser.
    TestRunner,
    Chromium,
    ChromeDriver,
    Firefox,
    GeckoDriver,
}

/// A program that `cargo install` builds into a folder of its own below the user's cache: shared by all checkouts,
/// and no other version that the user may have is touched.
struct Crate {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    options: &'static [&'static str],
}

const WASM_PACK: Crate = Crate { name: "wasm-pack", version: "0.15.1", program: "wasm-pack", options: &["--locked"] };

/// Must be the version of the `wasm-bindgen` crate. Without its default features it has no TLS: it talks to browsers on
/// this machine only.
const TEST_RUNNER: Crate = Crate {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen-test-runner",
    options: &["--no-default-features"],
};

const GECKODRIVER: Crate =
    Crate { name: "geckodriver", version: "0.37.1", program: "geckodriver", options: &["--locked"] };

impl Tool {
    /// Makes sure that the tool is there.
    pub fn obtain(self, project: &Project) -> Result<()> {
        match self {
            Self::RustParts => rust_parts(project),
            Self::WasmTarget => wasm_target::obtain(project).map(|_| ()),
            Self::NodePackages => node_packages(project),
            Self::WasmPack => WASM_PACK.obtain(project),
            Self::TestRunner => TEST_RUNNER.obtain(project),
            Self::GeckoDriver if system::find("geckodriver").is_some() => Ok(()),
            Self::GeckoDriver => GECKODRIVER.obtain(project),
            Self::Chromium => Engine::Chromium.obtain(project).map(|browser| println!("using {browser}")),
            Self::Firefox => Engine::Firefox.obtain(project).map(|browser| println!("using {browser}")),
            Self::ChromeDriver => match chrome_driver() {
                Ok(_) => Ok(()),
                Err(_) => {
                    system::apt_install(&project.shell, &["chromium-driver"]).and_then(|()| chrome_driver().map(|_| ()))
                }
            },
        }
    }
}

/// Chromium's `WebDriver` server.
pub fn chrome_driver() -> Result<PathBuf> {
    let found = ["chromedriver", "chromium.chromedriver"].into_iter().find_map(system::find);
    found.context("no chromedriver: install the one that belongs to your Chromium (Debian: chromium-driver) on PATH")
}

/// Firefox's `WebDriver` server: the user's own, which fits the user's Firefox, or ours.
pub fn gecko_driver() -> Result<PathBuf> {
    let own = GECKODRIVER.folder()?.join("bin/geckodriver");
    Ok(system::find("geckodriver").unwrap_or(own))
}

/// `PATH` with our own installed programs in front.
pub fn path_with_crates() -> Result<std::ffi::OsString> {
    let own = [WASM_PACK.folder()?.join("bin"), TEST_RUNNER.folder()?.join("bin")];
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(own.into_iter().chain(env::split_paths(&path)))?)
}

fn rust_parts(project: &Project) -> Result<()> {
    let shell = &project.shell;
    for (program, part) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if cmd!(shell, "cargo {program} --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
            cmd!(shell, "rustup component add {part}").run()?;
        }
    }
    Ok(())
}

/// Installs what `package-lock.json` lists, once per change of that file.
fn node_packages(project: &Project) -> Result<()> {
    let lock = fs::read(project.path("package-lock.json"))?;
    let stamp = project.path("node_modules/.clearleaf-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if system::find("npm").is_none() {
        bail!("npm is missing: install Node 20 or newer");
    }
    // No package that we use needs its install script.
    cmd!(project.shell, "npm ci --ignore-scripts --no-audit --no-fund").run()?;
    fs::write(stamp, lock)?;
    Ok(())
}

impl Crate {
    fn folder(&self) -> Result<PathBuf> {
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
        let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
        let cache = cache.or(home).context("neither XDG_CACHE_HOME nor HOME is set")?;
        Ok(cache.join("clearleaf/tools").join(format!("{}-{}", self.name, self.version)))
    }

    fn obtain(&self, project: &Project) -> Result<()> {
        let folder = self.folder()?;
        if folder.join("bin").join(self.program).is_file() {
            return Ok(());
        }
        let Self { name, version, options, .. } = *self;
        // Unoptimised, in our own target directory: most of what they need is compiled there for xtask already, and
        // what these programs do takes longer to compile well than to run.
        let target = &project.target;
        cmd!(
            project.shell,
            "cargo install {name} --version {version} {options...} --profile dev --root {folder} --target-dir {target} --no-track --quiet"
        )
        .run()?;
        Ok(())
    }
}
