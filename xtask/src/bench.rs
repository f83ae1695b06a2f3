//! `cargo xtask bench`: everything that is timed, in one run, and the report in `docs/bench/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::cmd;

use crate::browser::Engine;
use crate::bundle::{self, Bundle};
use crate::core_wasm;
use crate::project::Project;
use crate::tools::Tool;

/// Saved pages beside the checkout, where there are any; nobody needs them.
const SHARED: &str = "../shared/bench/wcxb/dev/html";

/// Measures with at most so many of the shared pages, else with the fixtures.
pub fn bench(project: &Project, most: usize) -> Result<()> {
    let shell = &project.shell;
    for tool in [Tool::NodePackages, Tool::WasmTarget, Tool::Chromium] {
        tool.obtain(project)?;
    }
    bundle::build(project, &[Bundle::Npm, Bundle::Chromium])?;
    let floor = core_wasm::build_floor(project)?;
    let program = build(project)?;

    let folder = project.scratch().join("bench");
    let pages = folder.join("pages");
    if pages.exists() {
        fs::remove_dir_all(&pages)?;
    }
    fs::create_dir_all(&folder)?;
    let sources = sources(project, most)?;
    println!("{} pages", sources.len());
    cmd!(shell, "{program} serialise {pages} {sources...}").quiet().run()?;

    write(&folder, "native.json", &cmd!(shell, "{program} time {pages}").read()?)?;
    write(&folder, "scale.json", &cmd!(shell, "{program} scale").read()?)?;
    let result = |name: &str| folder.join(name);
    let limit = most.to_string();
    cmd!(shell, "node benches/node.mjs {pages} {floor}").arg(result("node.json")).arg(&limit).run()?;
    let chromium = Engine::Chromium.obtain(project)?;
    let environment = chromium.environment(project);
    let node = |script: &str| cmd!(shell, "node {script}").envs(environment.clone());
    node("benches/peers.mjs").arg(&pages).arg(result("peers.json")).arg(&limit).run()?;
    let extension = result("extension.json");
    if extension.exists() {
        fs::remove_file(&extension)?;
    }
    // The report says so where it is missing; all else was measured.
    if let Err(reason) = node("benches/extension.mjs").arg(&extension).run() {
        eprintln!("click to paint could not be measured: {reason}");
    }
    cmd!(shell, "node benches/report.mjs {folder}").run()?;
    Ok(())
}

/// The native program, in release.
pub fn build(project: &Project) -> Result<PathBuf> {
    cmd!(project.shell, "cargo build --quiet --release --package clearleaf-bench").run()?;
    Ok(project.target.join("release/clearleaf-bench"))
}

/// Evenly spread shared pages, so that a few of them are a fair sample; without them the fixtures.
fn sources(project: &Project, most: usize) -> Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(project.path(SHARED)) else {
        println!("(no pages in {SHARED}: the fixtures of tests/pages are measured)");
        return Ok(vec![project.path("tests/pages")]);
    };
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    let count = files.len();
    let most = most.clamp(1, count.max(1));
    Ok(files
        .into_iter()
        .enumerate()
        .filter(|(at, _)| at * most / count != (at + 1) * most / count)
        .map(|(_, file)| file)
        .collect())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text)?;
    Ok(())
}
