//! `cargo xtask`: everything that is done with this repository beyond `cargo build`.
//!
//! One program instead of a folder of scripts: it runs the same on every machine, is checked by the same
//! compiler and lints as the product, and installs what it needs (see [`tools`]).

mod archive;
mod attack;
mod bench;
mod browser;
mod bundle;
mod check;
mod core_wasm;
mod instructions;
mod manifest;
mod page;
mod project;
mod rules;
mod show;
mod steps;
mod supply;
mod system;
mod tools;
mod wasm_target;

use std::process::ExitCode;

use anyhow::{Result, bail};
use project::Project;

const USAGE: &str = "\
cargo xtask COMMAND

  run [FILE|URL] [--headless] [--browser chromium|firefox]
                             build, start a browser with the extension, open a page (the bundled sample article
                             unless one is named) and click the toolbar button
  test [--only STEP…] [--list]
                             everything that must hold before a change lands
  build [chromium|firefox|npm|www|all]
                             write dist/
  page add SLUG FILE         make a new page fixture from a saved page
  page update                accept what the core now makes of the fixtures; review the diff
  attack [--browser chromium|firefox] [--set FORMAT:PATH…] [--only TEXT] [--fast]
                             the attack set in real browsers; FORMAT is own, dompurify, html5lib or list
  rules [RULE…]              take each rule of SECURITY.md out of a copy of the sources and show which test notices
  pictures                   make the README's pictures
  bench [PAGES]              time everything, and write docs/bench/; PAGES limits how many pages of ../shared are used
  instructions [update]      count each stage's instructions and compare, or accept what is counted
";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(reason) => {
            // The chain of reasons tells what to do; where in xtask it arose does not.
            eprintln!("error: {reason:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let project = Project::open()?;
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => print!("{USAGE}"),
        ["run", rest @ ..] => show::run(&project, &show::Wish::parse(rest)?)?,
        ["test"] => return check::test(&project, &[]),
        ["test", "--list"] => check::list(),
        ["test", "--only", only @ ..] if !only.is_empty() => return check::test(&project, only),
        ["build"] => bundle::build(&project, &bundle::Bundle::ALL)?,
        ["build", which] => bundle::build(&project, bundle::Bundle::named(which)?)?,
        ["page", "add", slug, file] => page::add(&project, slug, file)?,
        ["page", "update"] => page::update(&project)?,
        ["attack", rest @ ..] => attack::run(&project, &attack::Wish::parse(rest)?)?,
        ["bench"] => bench::bench(&project, 500)?,
        ["bench", most] => bench::bench(&project, most.parse()?)?,
        ["instructions"] => instructions::check(&project)?,
        ["instructions", "update"] => instructions::update(&project)?,
        ["rules", only @ ..] => rules::check(&project, only)?,
        ["pictures"] => show::pictures(&project)?,
        _ => bail!("not understood: {}\n\n{USAGE}", words.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
