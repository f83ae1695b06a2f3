//! `cargo xtask instructions`: how many instructions each stage takes over the fixtures, counted by callgrind and held
//! against what was counted before.
//!
//! Times tell little on a machine that others use too; counts are the same in every run. They differ between
//! compilers, so a count is compared only where the compiler is the one that it was counted with.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use xshell::cmd;

use crate::project::Project;
use crate::{bench, system};

const COMMITTED: &str = "benches/instructions.json";

/// Counting what nobody changes would only cost time: the floor is not ours.
const STAGES: &[&str] = &["walk", "measure", "mark", "metadata", "rewrite", "whole"];

/// A stage that takes more than this many per cent more has become slower.
const TOLERANCE: u64 = 5;

/// Fails where a stage has become slower.
pub fn check(project: &Project) -> Result<()> {
    let committed: Value = serde_json::from_str(&fs::read_to_string(project.path(COMMITTED))?)?;
    let compiler = compiler(project)?;
    if committed["compiler"] != compiler.as_str() {
        println!("(counted with {}, this is {compiler}: not comparable)", committed["compiler"]);
        return Ok(());
    }
    if system::find("valgrind").is_none() {
        println!("(no valgrind here: nothing is counted)");
        return Ok(());
    }
    let mut slower = Vec::new();
    for (stage, count) in count(project)? {
        let before = committed["instructions"][&stage].as_u64().unwrap_or(u64::MAX);
        let now = count.as_u64().unwrap_or_default();
        let line =
            format!("{stage:<10} {before:>13} → {now:>13}  {:+.1} %", (now as f64 / before as f64 - 1.0) * 100.0);
        println!("{line}");
        if now > before + before / 100 * TOLERANCE {
            slower.push(line);
        }
    }
    if !slower.is_empty() {
        bail!(
            "more than {TOLERANCE} % more instructions:\n  {}\nIf that is worth it, `cargo xtask instructions update` accepts it, and the diff is the review",
            slower.join("\n  ")
        );
    }
    Ok(())
}

/// Accepts what is counted now.
pub fn update(project: &Project) -> Result<()> {
    let counts = json!({ "compiler": compiler(project)?, "instructions": count(project)? });
    fs::write(project.path(COMMITTED), format!("{counts:#}\n"))?;
    Ok(())
}

fn count(project: &Project) -> Result<Map<String, Value>> {
    let shell = &project.shell;
    let program = bench::build(project)?;
    let pages = project.path("tests/pages");
    shell.create_dir(project.scratch())?;
    let out = project.scratch().join("callgrind.out");
    let mut counts = Map::new();
    for stage in STAGES {
        let run = cmd!(
            shell,
            "valgrind --tool=callgrind --callgrind-out-file={out} --collect-atstart=no --toggle-collect=*counted* {program} once {stage} {pages}"
        );
        let output = run.quiet().output()?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let collected = text.lines().find_map(|line| line.split_once("Collected : ")).map(|(_, number)| number.trim());
        let collected = collected.and_then(|number| number.parse::<u64>().ok());
        counts
            .insert((*stage).to_owned(), json!(collected.with_context(|| format!("valgrind gave no count:\n{text}"))?));
    }
    Ok(counts)
}

fn compiler(project: &Project) -> Result<String> {
    Ok(cmd!(project.shell, "rustc --version").quiet().read()?)
}
