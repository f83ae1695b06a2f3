//! What is shipped, put together in `dist/`: the npm package, the extension for each browser, the web page.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xshell::cmd;

use crate::project::Project;
use crate::tools::Tool;
use crate::{archive, core_wasm, manifest};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bundle {
    Npm,
    Chromium,
    Firefox,
    Www,
}

/// Files that the sources need and the bundles do not: types for the checker, and what is merged into the manifest.
const SOURCE_ONLY: &[&str] = &["tsconfig.json", "manifest.json", "manifest.firefox.json", "README.md", ".d.ts"];

/// What the web page takes from the extension, so that its "after" is the reader: the second layer with its allow-list,
/// the reader's look as it normally is, what it takes for an article, the icon.
const READER_IN_WWW: &[&str] = &[
    "reader/allowed.js",
    "reader/render.js",
    "reader/style.js",
    "reader/themes.js",
    "reader/look.js",
    "settings/table.js",
    "settings/fonts.js",
    "verdict.js",
    "icons/icon.svg",
];

/// Packages below `node_modules/@fontsource` whose fonts the extension brings along.
const FONTS: &[&str] = &["atkinson-hyperlegible", "opendyslexic"];

/// What the extension uses of them; `extension/settings/fonts.js` names the same files.
fn is_font_in_use(name: &str) -> bool {
    name.split_once("-latin").is_some_and(|(_, rest)| rest.contains(".woff2"))
}

const LICENSES: &[&str] = &["LICENSE-MIT", "LICENSE-APACHE"];

impl Bundle {
    pub const ALL: [Self; 4] = [Self::Npm, Self::Chromium, Self::Firefox, Self::Www];

    pub fn named(name: &str) -> Result<&'static [Self]> {
        Ok(match name {
            "all" => &Self::ALL,
            "npm" => &[Self::Npm],
            "chromium" => &[Self::Chromium],
            "firefox" => &[Self::Firefox],
            "www" => &[Self::Www],
            _ => bail!("nothing to build is called {name:?}: chromium, firefox, npm, www or all"),
        })
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Npm => "npm",
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Www => "www",
        }
    }
}

/// Builds the core once and writes each bundle to `dist/NAME`.
pub fn build(project: &Project, bundles: &[Bundle]) -> Result<()> {
    let core = core_wasm::build(project)?;
    for &bundle in bundles {
        let to = project.dist().join(bundle.name());
        if to.exists() {
            fs::remove_dir_all(&to)?;
        }
        fs::create_dir_all(&to)?;
        match bundle {
            Bundle::Npm => npm(project, &core, &to)?,
            Bundle::Chromium | Bundle::Firefox => extension(project, bundle, &core, &to)?,
            Bundle::Www => {
                copy(&project.path("www"), &to, SOURCE_ONLY)?;
                // With its declarations, by which www/ is checked.
                copy(&core, &to.join("core"), &[])?;
                for name in READER_IN_WWW {
                    let target = to.join(name);
                    fs::create_dir_all(target.parent().unwrap_or(&to))?;
                    fs::copy(project.path("extension").join(name), &target)
                        .with_context(|| format!("cannot copy {name}"))?;
                }
            }
        }
        println!("built {}", project.shown(&to));
    }
    report_size(project, &core.join("clearleaf_bg.wasm"))
}

fn npm(project: &Project, core: &Path, to: &Path) -> Result<()> {
    copy(core, to, &["package.json"])?;
    copy(&project.path("npm"), to, &["package.json"])?;
    licenses(project, to)?;
    let manifest = fs::read_to_string(project.path("npm/package.json"))?;
    let placeholder = "\"version\": \"0.0.0\"";
    if !manifest.contains(placeholder) {
        bail!("npm/package.json must say {placeholder}: the version comes from Cargo.toml");
    }
    let version = format!("\"version\": \"{}\"", project.version);
    fs::write(to.join("package.json"), manifest.replace(placeholder, &version))?;
    Ok(())
}

fn extension(project: &Project, bundle: Bundle, core: &Path, to: &Path) -> Result<()> {
    copy(&project.path("extension"), to, SOURCE_ONLY)?;
    copy(core, &to.join("core"), SOURCE_ONLY)?;
    without_comments(project, to)?;
    without_notes(to)?;
    licenses(project, to)?;
    fonts(project, &to.join("fonts"))?;
    highlighter(project, &to.join("vendor"))?;
    let mut merged = read_json(&project.path("extension/manifest.json"))?;
    if bundle == Bundle::Firefox {
        manifest::merge(&mut merged, read_json(&project.path("extension/manifest.firefox.json"))?);
    }
    manifest::merge(&mut merged, json!({ "version": project.version }));
    let mut text = serde_json::to_string_pretty(&merged)?;
    text.push('\n');
    fs::write(to.join("manifest.json"), text)?;
    archive::zip_folder(to, &project.dist().join(format!("clearleaf-{}.zip", bundle.name())))
}

/// Our own scripts and the core's: what comes from others, and its licences, is added afterwards as it is.
fn without_comments(project: &Project, to: &Path) -> Result<()> {
    Tool::NodePackages.obtain(project)?;
    cmd!(project.shell, "node xtask/without-comments.mjs {to}").run()?;
    Ok(())
}

/// Leaves out of the texts what only translators read.
fn without_notes(to: &Path) -> Result<()> {
    for file in archive::files_below(&to.join("_locales"))? {
        let mut texts = read_json(&file)?;
        for text in texts.as_object_mut().into_iter().flat_map(|texts| texts.values_mut()) {
            let Some(text) = text.as_object_mut() else { continue };
            text.remove("description");
            let places = text.get_mut("placeholders").and_then(Value::as_object_mut);
            for place in places.into_iter().flat_map(|places| places.values_mut()) {
                place.as_object_mut().map(|place| place.remove("example"));
            }
        }
        fs::write(&file, format!("{texts:#}\n"))?;
    }
    Ok(())
}

fn licenses(project: &Project, to: &Path) -> Result<()> {
    for name in LICENSES {
        fs::copy(project.path(name), to.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    Ok(())
}

/// The bundled fonts, each with its licence beside it.
fn fonts(project: &Project, to: &Path) -> Result<()> {
    Tool::NodePackages.obtain(project)?;
    fs::create_dir_all(to)?;
    for font in FONTS {
        let package = project.path("node_modules/@fontsource").join(font);
        fs::copy(package.join("LICENSE"), to.join(format!("LICENSE-{font}")))
            .with_context(|| format!("{font} has no licence"))?;
        for file in archive::files_below(&package.join("files"))? {
            let name = file.file_name().unwrap_or_default();
            if is_font_in_use(&name.to_string_lossy()) {
                fs::copy(&file, to.join(name))?;
            }
        }
    }
    Ok(())
}

/// The library that colours code, as its makers publish it, with its licence.
fn highlighter(project: &Project, to: &Path) -> Result<()> {
    let package = project.path("node_modules/@highlightjs/cdn-assets");
    fs::create_dir_all(to)?;
    for (from, name) in [("highlight.min.js", "highlight.js"), ("LICENSE", "LICENSE-highlight")] {
        fs::copy(package.join(from), to.join(name)).with_context(|| format!("cannot copy {from} of highlight.js"))?;
    }
    Ok(())
}

/// Copies a folder, leaving out files whose name ends in one of `except`.
pub fn copy(from: &Path, to: &Path, except: &[&str]) -> Result<()> {
    for file in archive::files_below(from)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if except.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(&file, &target).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}

fn read_json(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

fn report_size(project: &Project, wasm: &Path) -> Result<()> {
    let bytes = fs::read(wasm)?;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&bytes)?;
    let (whole, packed) = (bytes.len() / 1024, packed.finish()?.len() / 1024);
    println!("core {}: {whole} KiB, {packed} KiB by gzip", project.version);
    Ok(())
}
