//! The steps of `cargo xtask test`, in order: quick ones first, each browser last.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::attack;
use crate::browser::{Browser, Engine};
use crate::bundle::{self, Bundle};
use crate::instructions;
use crate::project::Project;
use crate::supply;
use crate::tools::{self, Tool};
use crate::wasm_target::{self, TARGET};

pub struct Step {
    pub name: &'static str,
    pub about: &'static str,
    /// Steps whose product this one uses.
    pub after: &'static [&'static str],
    pub tools: &'static [Tool],
    pub run: fn(&Project) -> Result<()>,
}

use Tool::{ChromeDriver, Chromium, Firefox, GeckoDriver, NodePackages, RustParts, TestRunner, WasmPack, WasmTarget};

pub const STEPS: &[Step] = &[
    Step { name: "fmt", about: "Rust is formatted", after: &[], tools: &[RustParts], run: fmt },
    Step {
        name: "clippy",
        about: "no lint in Rust, natively and for WASM",
        after: &[],
        tools: &[RustParts, WasmTarget],
        run: clippy,
    },
    Step {
        name: "rust",
        about: "Rust tests, the crate's documentation, and the rules of the house",
        after: &[],
        tools: &[],
        run: rust,
    },
    Step {
        name: "supply",
        about: "licences and sources by cargo-deny where it is installed, and what is known against packages where that can be had",
        after: &[],
        tools: &[NodePackages],
        run: supply::check,
    },
    Step { name: "build", about: "all bundles in dist/", after: &[], tools: &[WasmTarget, NodePackages], run: build },
    Step {
        name: "types",
        about: "TypeScript's strictest check of all JavaScript",
        after: &["build"],
        tools: &[NodePackages],
        run: types,
    },
    Step {
        name: "budget",
        about: "what is shipped is no larger than budget.json allows",
        after: &["build"],
        tools: &[],
        run: budget,
    },
    Step {
        name: "instructions",
        about: "no stage of the core takes 5 % more instructions, counted by valgrind where there is one",
        after: &[],
        tools: &[],
        run: instructions::check,
    },
    Step { name: "npm", about: "the npm package in Node", after: &["build"], tools: &[], run: npm },
    Step {
        name: "same",
        about: "native and WebAssembly give the same for every attack and for drawn pages",
        after: &["build"],
        tools: &[],
        run: same,
    },
    Step {
        name: "limits",
        about: "no shape of page takes time squared, and ratios are of one process; `hostile/tests/limits.rs` has more",
        after: &[],
        tools: &[],
        run: limits,
    },
    Step {
        name: "lint",
        about: "web-ext's lint of the extension, warnings included",
        after: &["build"],
        tools: &[NodePackages],
        run: lint,
    },
    Step {
        name: "wasm-node",
        about: "the core's tests as WASM in Node",
        after: &[],
        tools: &[WasmTarget, WasmPack, TestRunner],
        run: wasm_node,
    },
    Step {
        name: "wasm-chromium",
        about: "the core's tests as WASM in Chromium",
        after: &[],
        tools: &[WasmTarget, WasmPack, TestRunner, Chromium, ChromeDriver],
        run: wasm_chromium,
    },
    Step {
        name: "wasm-firefox",
        about: "the core's tests as WASM in Firefox",
        after: &[],
        tools: &[WasmTarget, WasmPack, TestRunner, Firefox, GeckoDriver],
        run: wasm_firefox,
    },
    Step {
        name: "www",
        about: "the web page in Chromium",
        after: &["build"],
        tools: &[NodePackages, Chromium],
        run: www,
    },
    Step {
        name: "e2e-chromium",
        about: "the extension in Chromium, from the toolbar button on",
        after: &["build"],
        tools: &[NodePackages, Chromium],
        run: e2e_chromium,
    },
    Step {
        name: "e2e-firefox",
        about: "the extension in Firefox, from the toolbar button on",
        after: &["build"],
        tools: &[NodePackages, Firefox],
        run: e2e_firefox,
    },
    Step {
        name: "attack-chromium",
        about: "one attack in eight of tests/attacks in Chromium; `cargo xtask attack` for all",
        after: &["build"],
        tools: &[NodePackages, Chromium],
        run: attack_chromium,
    },
    Step {
        name: "attack-firefox",
        about: "one attack in eight of tests/attacks in Firefox",
        after: &["build"],
        tools: &[NodePackages, Firefox],
        run: attack_firefox,
    },
];

/// The crate with all that is around it, and the WebAssembly that is shipped, in which one dependency is another.
const WORKSPACES: &[&str] = &["Cargo.toml", "wasm/Cargo.toml"];

fn fmt(project: &Project) -> Result<()> {
    for workspace in WORKSPACES {
        cmd!(project.shell, "cargo fmt --manifest-path {workspace} --all --check").run()?;
    }
    Ok(())
}

fn clippy(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let target = &project.target;
    for workspace in WORKSPACES {
        cmd!(
            shell,
            "cargo clippy --quiet --manifest-path {workspace} --target-dir {target} --workspace --all-targets -- -D warnings"
        )
        .run()?;
    }
    let toolchain = wasm_target::obtain(project)?;
    if toolchain.is_some() {
        println!("(for WASM the compiler of another toolchain is in use, which has no clippy: natively only)");
        return Ok(());
    }
    cmd!(shell, "cargo clippy --quiet --lib --tests --no-default-features --target {TARGET} -- -D warnings").run()?;
    Ok(())
}

fn rust(project: &Project) -> Result<()> {
    let shell = &project.shell;
    cmd!(shell, "cargo test --quiet --workspace --no-fail-fast").run()?;
    let target = &project.target;
    let manifest = "wasm/Cargo.toml";
    cmd!(
        shell,
        "cargo test --quiet --manifest-path {manifest} --package encoding_rs --package selectors --target-dir {target}"
    )
    .run()?;
    cmd!(shell, "cargo doc --quiet --no-deps --lib").env("RUSTDOCFLAGS", "-D warnings").run()?;
    Ok(())
}

fn build(project: &Project) -> Result<()> {
    bundle::build(project, &Bundle::ALL)?;
    Ok(())
}

fn types(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let tsc = project.node_program("tsc");
    let projects = cmd!(shell, "git ls-files --cached --others --exclude-standard *tsconfig.json").quiet().read()?;
    if projects.is_empty() {
        bail!("no tsconfig.json in this checkout");
    }
    for file in projects.lines() {
        cmd!(shell, "{tsc} --noEmit --project {file}").run()?;
    }
    Ok(())
}

fn budget(project: &Project) -> Result<()> {
    cmd!(project.shell, "node tests/budget.mjs").run()?;
    Ok(())
}

fn npm(project: &Project) -> Result<()> {
    cmd!(project.shell, "node --test tests/npm.mjs").run()?;
    Ok(())
}

fn same(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let outcomes = project.scratch().join("outcomes.jsonl");
    let printed = cmd!(shell, "cargo run --quiet --release --package clearleaf-hostile --bin outcomes").read()?;
    shell.write_file(&outcomes, printed)?;
    cmd!(shell, "node tests/same.mjs {outcomes}").run()?;
    Ok(())
}

fn limits(project: &Project) -> Result<()> {
    cmd!(project.shell, "cargo test --quiet --release --package clearleaf-hostile --test limits").run()?;
    Ok(())
}

fn lint(project: &Project) -> Result<()> {
    let web_ext = project.node_program("web-ext");
    // A library as its makers publish it; what it offers to do with a page is not used.
    let theirs = "vendor/highlight.js";
    cmd!(
        project.shell,
        "{web_ext} lint --self-hosted --warnings-as-errors --no-config-discovery --source-dir dist/firefox --ignore-files {theirs}"
    )
    .run()?;
    Ok(())
}

fn wasm_node(project: &Project) -> Result<()> {
    wasm_pack(project, &["--node".into()], &[])
}

fn wasm_chromium(project: &Project) -> Result<()> {
    let driver = tools::chrome_driver()?;
    wasm_pack(project, &["--headless".into(), "--chrome".into(), "--chromedriver".into(), driver], &[IN_BROWSER])
}

fn wasm_firefox(project: &Project) -> Result<()> {
    let driver = tools::gecko_driver()?;
    wasm_pack(project, &["--headless".into(), "--firefox".into(), "--geckodriver".into(), driver], &[IN_BROWSER])
}

/// Test files that name no place to run in then run in the browser.
const IN_BROWSER: (&str, &str) = ("WASM_BINDGEN_USE_BROWSER", "1");

fn wasm_pack(project: &Project, platform: &[PathBuf], variables: &[(&str, &str)]) -> Result<()> {
    let shell = &project.shell;
    let toolchain = wasm_target::obtain(project)?;
    let _toolchain = toolchain.map(|name| shell.push_env("RUSTUP_TOOLCHAIN", name));
    let path = tools::path_with_crates()?;
    let command = cmd!(shell, "wasm-pack test --mode no-install {platform...} -- --no-default-features")
        .env("PATH", path)
        .envs(variables.iter().copied());
    println!("$ {command}");
    let mut run = Command::from(command).stdout(Stdio::piped()).spawn()?;
    let mut passed = 0;
    for line in BufReader::new(run.stdout.take().context("no output of wasm-pack")?).lines() {
        let line = line?;
        println!("{line}");
        let count = line.strip_prefix("test result: ok. ").and_then(|counts| counts.split(' ').next());
        passed += count.map_or(0, |count| count.parse::<u32>().unwrap_or(0));
    }
    match (run.wait()?.success(), passed) {
        (false, _) => bail!("wasm-pack test failed"),
        // A test file that is not meant for this place is left out with a friendly word and success.
        (true, 0) => bail!("wasm-pack ran no test at all"),
        (true, _) => Ok(()),
    }
}

fn www(project: &Project) -> Result<()> {
    node(project, &Engine::Chromium.obtain(project)?, &["tests/e2e/www.mjs"])
}

fn e2e_chromium(project: &Project) -> Result<()> {
    node(project, &Engine::Chromium.obtain(project)?, &["tests/e2e/all.mjs", "chromium"])
}

fn e2e_firefox(project: &Project) -> Result<()> {
    node(project, &Engine::Firefox.obtain(project)?, &["tests/e2e/all.mjs", "firefox"])
}

fn attack_chromium(project: &Project) -> Result<()> {
    attack::in_browser(project, Engine::Chromium, &["--fast"])
}

fn attack_firefox(project: &Project) -> Result<()> {
    attack::in_browser(project, Engine::Firefox, &["--fast"])
}

fn node(project: &Project, browser: &Browser, arguments: &[&str]) -> Result<()> {
    cmd!(project.shell, "node {arguments...}").envs(browser.environment(project)).run()?;
    Ok(())
}
