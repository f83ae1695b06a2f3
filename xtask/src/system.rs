//! Programs of the operating system: finding them, and asking its package manager for those that are missing.

use std::env;
use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

/// The full path of a program on `PATH`, or among the snaps (whose folder is not always on it).
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain([PathBuf::from("/snap/bin")])
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file() && !is_stub(candidate))
}

/// Ubuntu's `chromium-browser` and `firefox` are scripts that only tell to install a snap.
fn is_stub(program: &Path) -> bool {
    let script = match program.metadata() {
        Ok(data) if data.len() < 16 * 1024 => std::fs::read_to_string(program).unwrap_or_default(),
        _ => return false,
    };
    script.starts_with("#!")
        && script
            .split(|c: char| c.is_whitespace() || c == '"')
            .filter(|word| word.starts_with("/snap/bin/"))
            .any(|snap| !Path::new(snap).exists())
}

/// Installs packages by apt, as root or by sudo.
pub fn apt_install(shell: &Shell, packages: &[&str]) -> Result<()> {
    if find("apt-get").is_none() {
        bail!("this system has no apt-get: install what Debian calls {} by its own means", packages.join(", "));
    }
    let prefix = root_prefix(shell, &format!("apt-get install {}", packages.join(" ")))?;
    // A fresh machine or container has empty package lists.
    cmd!(shell, "{prefix} apt-get update -q").run()?;
    let quiet = ["-y", "-q", "--no-install-recommends"];
    cmd!(shell, "{prefix} DEBIAN_FRONTEND=noninteractive apt-get install {quiet...} {packages...}").run()?;
    Ok(())
}

/// Installs one snap, where snaps work.
pub fn snap_install(shell: &Shell, name: &str) -> Result<()> {
    if find("snap").is_none() {
        bail!("this system has no snap");
    }
    let prefix = root_prefix(shell, &format!("snap install {name}"))?;
    cmd!(shell, "{prefix} snap install {name}").run()?;
    Ok(())
}

/// What to put before a command that needs root: `sudo`, or `env` (which only runs it) for root. Both take `NAME=value`.
fn root_prefix(shell: &Shell, wanted: &str) -> Result<&'static str> {
    if cmd!(shell, "id -u").quiet().read()? == "0" {
        return Ok("env");
    }
    let without_password = || cmd!(shell, "sudo -n true").quiet().ignore_stderr().run().is_ok();
    if find("sudo").is_some() && (without_password() || stdin().is_terminal()) {
        return Ok("sudo");
    }
    bail!("root is needed and sudo cannot be used here: run `{wanted}` as root, then try again")
}
