//! What the project is built from: its licences, where it comes from, and whether anything is known against it.
//!
//! The lists of what is known against packages come from the net. Where they cannot be had that is said, and is no
//! failure; what is found in them is.

use anyhow::{Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::system;

/// All that have a lock file; what is shipped as WebAssembly has its own, and so have the targets for cargo-fuzz.
const MANIFESTS: &[&str] = &["Cargo.toml", "wasm/Cargo.toml", "fuzz/Cargo.toml"];

/// What cargo-deny and npm say where their lists cannot be had.
const NOT_TO_BE_HAD: &[&str] =
    &["failed to fetch advisory database", "audit endpoint returned an error", "ENOTFOUND", "ECONNREFUSED"];

/// Fails where a package must not be used.
pub fn check(project: &Project) -> Result<()> {
    let shell = &project.shell;
    if system::find("cargo-deny").is_some() {
        for manifest in MANIFESTS {
            cmd!(shell, "cargo deny --manifest-path {manifest} --config deny.toml check --hide-inclusion-graph bans licenses sources").run()?;
            known(manifest, cmd!(shell, "cargo deny --manifest-path {manifest} --config deny.toml check advisories"))?;
        }
    } else {
        println!("(no cargo-deny here, `cargo install cargo-deny` brings it: nothing is asked about advisories)");
    }
    known("package-lock.json", cmd!(shell, "npm audit"))
}

/// What is known against the packages of one list.
fn known(what: &str, ask: xshell::Cmd<'_>) -> Result<()> {
    let answer = ask.quiet().ignore_status().output()?;
    let text = [answer.stdout, answer.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).join("\n");
    if answer.status.success() {
        println!("{what}: nothing is known against any package");
    } else if NOT_TO_BE_HAD.iter().any(|words| text.contains(words)) {
        println!("({what}: the list of what is known cannot be had here)");
    } else {
        bail!("{what}:\n{text}");
    }
    Ok(())
}
