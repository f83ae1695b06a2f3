//! What the project is built from: where it comes from, under which licences, pinned, and none of it ours with unsafe code.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the root")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the file is there")
}

/// Everything with a lock file of its own: the workspace, what is shipped as WebAssembly, the targets for cargo-fuzz.
const MANIFESTS: &[&str] = &["Cargo.toml", "wasm/Cargo.toml", "fuzz/Cargo.toml"];

/// All packages that a manifest's lock file names; it must fit the manifest.
fn packages(manifest: &str) -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--all-features", "--locked", "--manifest-path", manifest])
        .current_dir(root())
        .output()
        .expect("cargo tells");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    metadata["packages"].as_array().expect("a list").clone()
}

/// Licences that allow what ours do, as `deny.toml` lists them for cargo-deny.
fn licences() -> Vec<String> {
    let config = read("deny.toml");
    let list = config.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a licence expression is fulfilled by what is allowed: of a choice by one, of a sum by all.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let is_listed = |licence: &str| allowed.iter().any(|each| each == licence.trim());
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    // Brackets stand around a choice: of each part of the sum, one choice.
    plain.split(" AND ").all(|part| part.split(" OR ").any(is_listed))
}

#[test]
fn every_crate_is_from_the_registry_under_a_licence_that_allows_it() {
    let allowed = licences();
    assert!(allowed.len() > 5, "{allowed:?}");
    for package in MANIFESTS.iter().flat_map(|manifest| packages(manifest)) {
        let name = &package["name"];
        if package["source"].is_null() {
            continue;
        }
        assert_eq!(package["source"], CRATES_IO, "{name}");
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(
            is_allowed(licence, &allowed),
            "{name} is under {licence:?}: if that allows what our licence does, add it to the list in deny.toml"
        );
    }
}

#[test]
fn no_crate_of_ours_may_hold_unsafe_code() {
    // What cargo-fuzz runs exports its entry to libFuzzer, which counts as unsafe, and is run by nobody else.
    let built = MANIFESTS.iter().filter(|manifest| !manifest.starts_with("fuzz/"));
    for workspace in built {
        assert!(read(workspace).contains("unsafe_code = \"forbid\""), "{workspace}");
        for package in packages(workspace).iter().filter(|package| package["source"].is_null()) {
            let manifest = fs::read_to_string(package["manifest_path"].as_str().expect("a path")).expect("it is there");
            assert!(manifest.contains("[lints]\nworkspace = true"), "{} takes the workspace's lints", package["name"]);
        }
    }
}

#[test]
fn crates_are_pinned_by_version_and_hash() {
    for manifest in MANIFESTS {
        let lock = read(&manifest.replace(".toml", ".lock"));
        for package in lock.split("[[package]]").skip(1).filter(|package| package.contains("\nsource = ")) {
            assert!(package.contains("\nchecksum = \""), "{manifest}: no hash in {package}");
        }
    }
}

#[test]
fn npm_packages_are_pinned_by_version_and_hash() {
    let lock: Value = serde_json::from_str(&read("package-lock.json")).expect("JSON");
    for (path, package) in lock["packages"].as_object().expect("a table") {
        assert!(path.is_empty() || package["integrity"].is_string() || package["link"] == true, "{path} has no hash");
    }
    let manifest: Value = serde_json::from_str(&read("package.json")).expect("JSON");
    for (name, version) in manifest["devDependencies"].as_object().expect("a table") {
        let version = version.as_str().unwrap_or_default();
        assert!(version.starts_with(|c: char| c.is_ascii_digit()), "{name} {version} is not one version");
    }
}
