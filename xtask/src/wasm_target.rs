//! The standard library for wasm32, by the first of three ways that works.
//!
//! 1. It is there already.
//! 2. `rustup target add`: seconds, and what nearly everybody needs.
//! 3. Where rustup cannot download (a mirror without that target, a machine behind a package proxy) but Debian's packages
//!    can be had: build it once from Debian's Rust sources with Debian's own newer compiler, and lay the result beside
//!    that compiler as a toolchain that rustup knows by name.
//!
//! Nothing of this is written to a configuration file: only commands of `cargo xtask` that compile to WASM use the
//! toolchain of the third way.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::{archive, system};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows the toolchain of the third way.
const TOOLCHAIN: &str = "clearleaf-debian-web";
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const HOST: &str = "x86_64-unknown-linux-gnu";

/// Makes sure that the standard library is there. Gives the name of the toolchain to use if it is not the usual one.
pub fn obtain(project: &Project) -> Result<Option<&'static str>> {
    let shell = &project.shell;
    if has_std(project) {
        return Ok(None);
    }
    {
        let _toolchain = shell.push_env("RUSTUP_TOOLCHAIN", TOOLCHAIN);
        if has_std(project) {
            return Ok(Some(TOOLCHAIN));
        }
    }
    if system::find("rustup").is_some() && cmd!(shell, "rustup target add {TARGET}").run().is_ok() && has_std(project) {
        return Ok(None);
    }
    println!("rustup gives no {TARGET} here; building its standard library from Debian's sources");
    from_debian(project).with_context(|| {
        format!("the standard library for {TARGET} is missing: `rustup target add {TARGET}` is the usual way to get it")
    })?;
    Ok(Some(TOOLCHAIN))
}

fn has_std(project: &Project) -> bool {
    let libraries = cmd!(project.shell, "rustc --print target-libdir --target {TARGET}").quiet().ignore_stderr().read();
    libraries.is_ok_and(|folder| names_in(Path::new(&folder)).iter().any(|name| name.starts_with("libstd-")))
}

fn from_debian(project: &Project) -> Result<()> {
    if std::env::consts::ARCH != "x86_64" || system::find("rustup").is_none() {
        bail!("the way by Debian's packages needs x86_64 and rustup");
    }
    system::apt_install(&project.shell, PACKAGES)?;
    let toolchain = project.scratch().join(TOOLCHAIN);
    let libraries = build_std(project)?;
    lay_out(project, &toolchain, &libraries)?;
    cmd!(project.shell, "rustup toolchain link {TOOLCHAIN} {toolchain}").run()?;
    Ok(())
}

/// Compiles std for wasm32 as a dependency of an empty crate; gives the folder with the rlibs.
fn build_std(project: &Project) -> Result<PathBuf> {
    let shell = &project.shell;
    let empty = project.scratch().join("empty");
    shell.create_dir(empty.join("src"))?;
    // A workspace of its own: it lies inside ours when the target directory does.
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    shell.write_file(empty.join("Cargo.toml"), manifest)?;
    shell.write_file(empty.join("src/lib.rs"), "#![no_std]\n")?;
    let _folder = shell.push_dir(&empty);
    let output = empty.join("target");
    cmd!(
        shell,
        "/usr/bin/cargo build --release --target {TARGET} --target-dir {output} -Zbuild-std=std,panic_abort,proc_macro,test"
    )
    .env_remove("RUSTUP_TOOLCHAIN")
    .env("RUSTC", "/usr/bin/rustc")
    .env("RUSTC_BOOTSTRAP", "1")
    // With bitcode the rlibs can take part in link-time optimisation.
    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Cembed-bitcode=yes")
    .run()?;
    Ok(output.join(TARGET).join("release/deps"))
}

/// Lays a folder that rustup takes for a toolchain. The compiler finds its libraries from where it lies itself, so it
/// is copied; the rest may be links.
fn lay_out(project: &Project, to: &Path, libraries: &Path) -> Result<()> {
    let sysroot = PathBuf::from(cmd!(project.shell, "rustc --print sysroot").quiet().read()?);
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    let rustlib = to.join("lib/rustlib");
    for folder in [to.join("bin"), rustlib.join(TARGET).join("lib"), rustlib.join(HOST).join("bin")] {
        fs::create_dir_all(folder)?;
    }
    fs::copy("/usr/bin/rustc", to.join("bin/rustc"))?;
    for program in ["cargo", "rustdoc"] {
        symlink(Path::new("/usr/bin").join(program), to.join("bin").join(program))?;
    }
    let driver = ["/usr/lib", "/usr/lib/x86_64-linux-gnu"]
        .iter()
        .flat_map(|folder| names_in(Path::new(folder)).into_iter().map(|name| Path::new(folder).join(name)))
        .find(|file| file.to_string_lossy().contains("/librustc_driver-"))
        .context("Debian's compiler is installed, but its librustc_driver is nowhere below /usr/lib")?;
    fs::copy(&driver, to.join("lib").join(driver.file_name().unwrap_or_default()))?;
    for shared in ["etc", "src"] {
        symlink(Path::new("/usr/lib/rustlib").join(shared), rustlib.join(shared))?;
    }
    symlink(Path::new("/usr/lib/rustlib").join(HOST).join("lib"), rustlib.join(HOST).join("lib"))?;
    let linker = sysroot.join("lib/rustlib").join(HOST).join("bin/rust-lld");
    fs::copy(&linker, rustlib.join(HOST).join("bin/rust-lld")).context("rustup's toolchain has no rust-lld")?;
    for library in archive::files_below(libraries)? {
        if library.extension().is_some_and(|extension| extension == "rlib") {
            let name = library.file_name().unwrap_or_default();
            fs::copy(&library, rustlib.join(TARGET).join("lib").join(name))?;
        }
    }
    Ok(())
}

/// The names in a folder; none if it cannot be read.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}
