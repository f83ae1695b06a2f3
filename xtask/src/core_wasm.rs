//! From the crate to the two files that everything loads: `clearleaf.js` and `clearleaf_bg.wasm`.
//!
//! Three tools, each run only when what goes into it has changed: cargo compiles, wasm-bindgen writes the
//! JavaScript, wasm-opt shrinks. All three are pinned, so a given commit gives the same bytes on every machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::cmd;

use crate::project::Project;
use crate::tools::Tool;
use crate::wasm_target::{self, TARGET};

const PROFILE: &str = "wasm-release";
const OPTIMISE: &[&str] = &["-O3"];

/// Builds the core and gives the folder that holds `clearleaf.js`, `clearleaf.d.ts`, `clearleaf_bg.wasm` and
/// `clearleaf_bg.wasm.d.ts`.
pub fn build(project: &Project) -> Result<PathBuf> {
    let compiled = fs::read(compile(project, "wasm", "clearleaf-wasm")?)?;
    let folder = project.scratch().join("core");
    let (input, stamp) = (project.scratch().join("core.input.wasm"), project.scratch().join("core.stamp"));
    let recipe = recipe(project)?;
    let same = |path: &Path, content: &[u8]| fs::read(path).is_ok_and(|old| old == content);
    if same(&stamp, recipe.as_bytes()) && same(&input, &compiled) {
        return Ok(folder);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(&input, &compiled)?;
    bind(&input, &folder, "clearleaf")?;
    optimise(project, &folder.join("clearleaf_bg.wasm"))?;
    // Last, so that a broken run is not taken for a finished one.
    fs::write(&stamp, recipe)?;
    Ok(folder)
}

/// Builds what the core is measured against in the same way, and gives the folder.
pub fn build_floor(project: &Project) -> Result<PathBuf> {
    let compiled = compile(project, "benches", "clearleaf-bench")?;
    let folder = project.scratch().join("floor");
    fs::create_dir_all(&folder)?;
    bind(&compiled, &folder, "clearleaf_bench")?;
    optimise(project, &folder.join("clearleaf_bench_bg.wasm"))?;
    Ok(folder)
}

fn compile(project: &Project, folder: &str, package: &str) -> Result<PathBuf> {
    let shell = &project.shell;
    let toolchain = wasm_target::obtain(project)?;
    let _toolchain = toolchain.map(|name| shell.push_env("RUSTUP_TOOLCHAIN", name));
    // Panic messages name source files; they must not name the folders of whoever built them.
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", remap_folders(project));
    let target = &project.target;
    // An rlib beside the cdylib would switch link-time optimisation off.
    cmd!(
        shell,
        "cargo rustc --manifest-path {folder}/Cargo.toml --package {package} --lib --crate-type cdylib --target {TARGET} --profile {PROFILE} --target-dir {target}"
    )
    .run()?;
    Ok(project.target.join(TARGET).join(PROFILE).join(format!("{}.wasm", package.replace('-', "_"))))
}

fn remap_folders(project: &Project) -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let sources = cargo.or(home).map(|cargo| cargo.join("registry").join("src"));
    // Each registry has a folder named after its host below `src`.
    let registries = sources.and_then(|sources| fs::read_dir(sources).ok()).into_iter().flatten().flatten();
    let mut flags: Vec<String> =
        registries.map(|registry| format!("--remap-path-prefix={}=crates", registry.path().display())).collect();
    flags.sort();
    flags.push(format!("--remap-path-prefix={}=clearleaf", project.root.display()));
    flags.join("\u{1f}")
}

fn bind(input: &Path, folder: &Path, name: &str) -> Result<()> {
    println!("$ wasm-bindgen --target web {}", input.display());
    Bindgen::new()
        .input_path(input)
        .web(true)?
        .typescript(true)
        .out_name(name)
        .omit_default_module_path(false)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen failed: is the crate's wasm-bindgen the version that xtask/Cargo.toml names?")
}

fn optimise(project: &Project, file: &Path) -> Result<()> {
    Tool::NodePackages.obtain(project)?;
    let wasm_opt = project.node_program("wasm-opt");
    cmd!(project.shell, "{wasm_opt} {OPTIMISE...} {file} -o {file}").run()?;
    Ok(())
}

/// All that decides how compiled WASM becomes the finished files, besides that WASM itself: this file, and the
/// versions of the tools.
fn recipe(project: &Project) -> Result<String> {
    let lock = fs::read_to_string(project.path("package-lock.json"))?;
    let lock: serde_json::Value = serde_json::from_str(&lock)?;
    let binaryen = &lock["packages"]["node_modules/binaryen"]["version"];
    let bindgen = include_str!("../Cargo.toml");
    Ok(format!("binaryen {binaryen}\n{bindgen}\n{}", include_str!("core_wasm.rs")))
}
