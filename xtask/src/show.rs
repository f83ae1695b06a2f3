//! `cargo xtask run` and `cargo xtask pictures`: the finished extension in a real browser, for a person to see.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::browser::{Browser, Engine};
use crate::bundle;
use crate::project::Project;
use crate::system;
use crate::tools::Tool;

/// What the user asked `cargo xtask run` for.
#[derive(Default)]
pub struct Wish {
    engine: Option<Engine>,
    headless: bool,
    /// A file or a URL; the bundled sample article if there is none.
    page: Option<String>,
}

impl Wish {
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut wish = Self::default();
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--headless" => wish.headless = true,
                "--browser" => wish.engine = Some(Engine::named(words.next().context("--browser needs a name")?)?),
                _ if word.starts_with("--") => bail!("`cargo xtask run` knows no {word}"),
                _ if wish.page.is_some() => bail!("`cargo xtask run` opens one page at a time"),
                _ => wish.page = Some(word.to_owned()),
            }
        }
        Ok(wish)
    }
}

pub fn run(project: &Project, wish: &Wish) -> Result<()> {
    let page = wish.page.as_deref().map(locate).transpose()?;
    let browser = choose(project, wish.engine)?;
    let extension = build(project, &browser)?;
    let headless = (wish.headless || !has_display()).then_some("--headless");
    println!("using {browser}");
    let name = browser.engine.name();
    cmd!(
        project.shell,
        "node tests/e2e/run.mjs --browser {name} --extension {extension} {headless...} --out out/run {page...}"
    )
    .envs(browser.environment(project))
    .run()?;
    Ok(())
}

/// Writes the README's pictures.
pub fn pictures(project: &Project) -> Result<()> {
    let browser = Engine::Chromium.obtain(project)?;
    let extension = build(project, &browser)?;
    cmd!(project.shell, "node tests/e2e/pictures.mjs --extension {extension} --out docs/pictures")
        .envs(browser.environment(project))
        .run()?;
    Ok(())
}

fn build(project: &Project, browser: &Browser) -> Result<String> {
    Tool::NodePackages.obtain(project)?;
    bundle::build(project, bundle::Bundle::named(browser.engine.name())?)?;
    Ok(format!("dist/{}", browser.engine.name()))
}

/// The browser asked for, else the first that is here, else the first that can be installed.
fn choose(project: &Project, engine: Option<Engine>) -> Result<Browser> {
    if let Some(engine) = engine {
        return engine.obtain(project);
    }
    if let Some(browser) = Engine::Chromium.find() {
        return Ok(browser);
    }
    if system::find("google-chrome").is_some() {
        println!("Google Chrome is here, but since version 137 it ignores extensions given on the command line");
    }
    match Engine::Firefox.find() {
        Some(browser) => Ok(browser),
        None => Engine::Chromium.obtain(project).or_else(|_| Engine::Firefox.obtain(project)),
    }
}

/// A URL as it is; a file with its full path, because the driver runs in the root of the checkout.
fn locate(page: &str) -> Result<String> {
    if page.starts_with("http://") || page.starts_with("https://") {
        return Ok(page.to_owned());
    }
    let file = env::current_dir()?.join(Path::new(page));
    if !file.is_file() {
        bail!("{page} is neither a file nor an http(s) URL");
    }
    Ok(PathBuf::from(&file).canonicalize()?.display().to_string())
}

fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
