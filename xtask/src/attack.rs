//! `cargo xtask attack`: the attack set in real browsers, and public sets that are on this disk.

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::browser::Engine;
use crate::bundle::{self, Bundle};
use crate::project::Project;
use crate::tools::Tool;

/// What the user asked `cargo xtask attack` for.
#[derive(Default)]
pub struct Wish<'w> {
    engine: Option<Engine>,
    /// Passed on to `tests/e2e/attack.mjs`.
    options: Vec<&'w str>,
}

impl<'w> Wish<'w> {
    pub fn parse(words: &[&'w str]) -> Result<Self> {
        let mut wish = Self::default();
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--fast" => wish.options.push(word),
                "--set" | "--only" => {
                    let value = words.next().with_context(|| format!("{word} needs a value"))?;
                    wish.options.extend([word, value]);
                }
                "--browser" => wish.engine = Some(Engine::named(words.next().context("--browser needs a name")?)?),
                _ => bail!("`cargo xtask attack` knows no {word}"),
            }
        }
        Ok(wish)
    }
}

/// Builds, and attacks each browser; all of them, even if one has a hole.
pub fn run(project: &Project, wish: &Wish<'_>) -> Result<()> {
    Tool::NodePackages.obtain(project)?;
    bundle::build(project, &Bundle::ALL)?;
    let engines = wish.engine.map_or(vec![Engine::Chromium, Engine::Firefox], |engine| vec![engine]);
    let outcomes: Vec<_> = engines.into_iter().map(|engine| in_browser(project, engine, &wish.options)).collect();
    outcomes.into_iter().collect()
}

/// The step of `cargo xtask test`, and each browser of `cargo xtask attack`.
pub fn in_browser(project: &Project, engine: Engine, options: &[&str]) -> Result<()> {
    let browser = engine.obtain(project)?;
    let name = engine.name();
    cmd!(project.shell, "node tests/e2e/attack.mjs {name} {options...}").envs(browser.environment(project)).run()?;
    Ok(())
}
