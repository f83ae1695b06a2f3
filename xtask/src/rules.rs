//! `cargo xtask rules`: takes each rule of safety out of a copy of the sources, one way at a time, and shows which test
//! notices.
//!
//! A rule without such a test is a hope. The ways are a table ([`table`]): what SECURITY.md promises, and the few
//! letters whose change breaks the promise. Where those letters are gone the table is out of date, and says so.

mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::browser::Engine;
use crate::bundle::{self, Bundle};
use crate::project::Project;
use table::{BREACHES, Breach, Judge};

/// Of a row of the table, at most so many tests.
const SHOWN: usize = 4;

/// Tries all breaches, or those of the rules that are named.
pub fn check(project: &Project, only: &[&str]) -> Result<()> {
    let copy = project.target.join("rules");
    let sources = Sources::of(project, &copy)?;
    let mut unnoticed = Vec::new();
    let chosen: Vec<&Breach> =
        BREACHES.iter().filter(|breach| only.is_empty() || only.contains(&breach.rule)).collect();
    let mut judges: Vec<&Judge> = chosen.iter().flat_map(|breach| breach.judges).collect();
    judges.sort();
    judges.dedup();
    if judges.iter().any(|judge| !matches!(judge, Judge::Cargo(_))) {
        bundle::build(project, &[Bundle::Npm, Bundle::Chromium])?;
    }
    // Who finds fault with what is sound says nothing about what is not.
    for judge in judges {
        let failed = failing_of(project, &copy, judge, None)?;
        if !failed.is_empty() {
            bail!("{judge:?} fails before anything is taken out:\n  {}", failed.join("\n  "));
        }
    }
    println!("| rule | taken out by | noticed by |\n|-|-|-|");
    for breach in chosen {
        let noticed = sources.breached(breach, || failing(project, &copy, breach))?;
        let mut names: Vec<String> = noticed.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
        if noticed.len() > SHOWN {
            names.push(format!("{} more", noticed.len() - SHOWN));
        }
        println!("| {} | {} | {} |", breach.rule, breach.how, names.join(", "));
        if noticed.is_empty() {
            unnoticed.push(format!("{}: {}", breach.rule, breach.how));
        }
    }
    if !unnoticed.is_empty() {
        bail!("no test notices:\n  {}", unnoticed.join("\n  "));
    }
    Ok(())
}

/// A copy of what git knows of this checkout.
struct Sources<'p> {
    project: &'p Project,
    copy: &'p Path,
}

impl<'p> Sources<'p> {
    fn of(project: &'p Project, copy: &'p Path) -> Result<Self> {
        let listed = cmd!(project.shell, "git ls-files --cached --others --exclude-standard").quiet().read()?;
        for file in listed.lines().filter(|file| project.path(file).is_file()) {
            let (from, to) = (project.path(file), copy.join(file));
            // What is the same keeps its time, and cargo what it has made of it.
            if fs::read(&to).ok() != Some(fs::read(&from)?) {
                fs::create_dir_all(to.parent().context("a file has a folder")?)?;
                fs::copy(&from, &to)?;
            }
        }
        // The rules of the house ask git which files there are; in a folder that the checkout ignores it would say none.
        if !copy.join(".git").exists() {
            cmd!(project.shell, "git init --quiet {copy}").quiet().run()?;
        }
        Ok(Self { project, copy })
    }

    /// What `work` gives while the rule is out.
    fn breached<T>(&self, breach: &Breach, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let sound = fs::read_to_string(self.project.path(breach.file))?;
        let found = sound.matches(breach.holds).count();
        if found != 1 {
            bail!("{} has {found} places like {:?}: mend xtask/src/rules/table.rs", breach.file, breach.holds);
        }
        let file: PathBuf = self.copy.join(breach.file);
        fs::write(&file, sound.replacen(breach.holds, breach.broken, 1))?;
        let outcome = work();
        fs::write(&file, sound)?;
        outcome
    }
}

/// The tests that fail in the copy: of the first judge that notices anything.
fn failing(project: &Project, copy: &Path, breach: &Breach) -> Result<Vec<String>> {
    for judge in breach.judges {
        let failed = failing_of(project, copy, judge, Some(breach.file))
            .with_context(|| format!("{} ({})", breach.rule, breach.how))?;
        if !failed.is_empty() {
            return Ok(failed);
        }
    }
    Ok(Vec::new())
}

/// The tests that fail, where this file of the copy, if any, has been changed.
fn failing_of(project: &Project, copy: &Path, judge: &Judge, changed: Option<&str>) -> Result<Vec<String>> {
    match judge {
        Judge::Cargo(arguments) => failing_of_cargo(copy, arguments),
        Judge::Reader(part) => failing_in_chromium(project, copy, changed, &["tests/e2e/all.mjs", "chromium", part]),
        Judge::Attack(part) => {
            failing_in_chromium(project, copy, changed, &["tests/e2e/attack.mjs", "chromium", "--only", part])
        }
    }
}

/// The tests that fail in Chromium, of the extension with the one file in it that has been changed.
fn failing_in_chromium(
    project: &Project,
    copy: &Path,
    changed: Option<&str>,
    arguments: &[&str],
) -> Result<Vec<String>> {
    let (sound, broken) = (project.dist().join("chromium"), project.scratch().join("breached"));
    bundle::copy(&sound, &broken, &[])?;
    if let Some(file) = changed {
        let below = file.strip_prefix("extension/").context("only the extension runs in a browser")?;
        fs::copy(copy.join(file), broken.join(below))?;
    }
    let browser = Engine::Chromium.obtain(project)?;
    let run = cmd!(project.shell, "node {arguments...}")
        .envs(browser.environment(project))
        .env("CLEARLEAF_EXTENSION", &broken)
        .quiet()
        .ignore_status()
        .output()?;
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    if !["passed, ", " failures"].iter().any(|end| text.contains(end)) {
        bail!("no end came of it:\n{}", String::from_utf8_lossy(&run.stderr));
    }
    let failed = text.lines().filter_map(|line| line.strip_prefix("FAIL  "));
    // The name of a test, without its time.
    Ok(failed.map(|line| line.rsplit_once(" (").map_or(line, |(name, _)| name).to_owned()).collect())
}

fn failing_of_cargo(copy: &Path, arguments: &[&str]) -> Result<Vec<String>> {
    let shell = Shell::new()?;
    shell.change_dir(copy);
    let target = copy.join("target");
    let run = cmd!(shell, "cargo test --quiet --target-dir {target} {arguments...}")
        .env("PROPTEST_FAILURE_PERSISTENCE", "off")
        .quiet()
        .ignore_status()
        .output()?;
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    if !text.contains("test result:") {
        let errors = String::from_utf8_lossy(&run.stderr);
        // A stack that has run over, or memory that has run out, ends all tests at once: that is noticed too.
        if let Some(end) = errors.lines().find(|line| line.contains("(signal: ")) {
            return Ok(vec![format!("the end of the tests: {}", end.trim())]);
        }
        bail!("it does not compile:\n{errors}");
    }
    // After the reports of what failed stands a list of their names.
    let (_, list) = text.rsplit_once("\nfailures:\n").unwrap_or_default();
    Ok(list.lines().map_while(|line| line.strip_prefix("    ")).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_breach_names_one_place_that_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the root");
        for breach in BREACHES {
            let sound = fs::read_to_string(root.join(breach.file)).expect("the file is there");
            let found = sound.matches(breach.holds).count();
            assert_eq!(found, 1, "{} ({}): places like {:?} in {}", breach.rule, breach.how, breach.holds, breach.file);
        }
    }
}
