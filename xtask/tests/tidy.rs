//! Rules of the house that no compiler knows, checked over all files of the repository.
//!
//! Each rule is one test, and says in its message what to do instead. The sources are read as text: a rule that
//! needs to understand Rust belongs to clippy.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A text file of the repository.
struct File {
    /// Relative to the root, with `/`.
    path: String,
    text: String,
}

impl File {
    fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// The lines that run in production, numbered: no comments, nothing that only tests compile.
    fn code(&self) -> Vec<(usize, &str)> {
        let mut lines = self.text.lines().enumerate();
        let mut code = Vec::new();
        while let Some((index, line)) = lines.next() {
            let start = line.trim_start();
            if is_test_attribute(start) {
                let mut item =
                    lines.by_ref().map(|(_, line)| line).skip_while(|line| line.trim_start().starts_with("#["));
                if item.next().is_some_and(|line| !line.ends_with(';')) {
                    // rustfmt ends an item at a brace as far to the right as the item began.
                    let end = format!("{}}}", &line[..line.len() - start.len()]);
                    item.find(|line| *line == end);
                }
            } else if !start.starts_with("//") {
                code.push((index + 1, line));
            }
        }
        code
    }
}

/// Whether a line is `#[cfg(test)]`, or `#[cfg(all(test, …))]`.
fn is_test_attribute(line: &str) -> bool {
    line.strip_prefix("#[cfg(").is_some_and(|rest| rest.trim_start_matches("all(").starts_with("test"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the root").to_path_buf()
}

/// All text files that are in the repository or are about to be.
fn files() -> Vec<File> {
    let list = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    assert!(list.status.success(), "git ls-files failed: the rules are checked in a git checkout");
    assert!(!list.stdout.is_empty(), "git knows of no file here");
    let names = String::from_utf8(list.stdout).expect("file names are UTF-8");
    let mut files: Vec<File> = names
        .split('\0')
        .filter(|path| !path.is_empty())
        .filter_map(|path| Some(File { text: fs::read_to_string(root().join(path)).ok()?, path: path.to_owned() }))
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    files
}

/// The library itself, without the command line and without files that only tests compile.
fn core() -> impl Iterator<Item = File> {
    let sources = |file: &File| file.is_in(&["src/"]) && file.ends_with(&[".rs"]) && !file.is_in(&["src/bin/"]);
    let files: Vec<File> = files().into_iter().filter(sources).collect();
    let tests: Vec<String> = files.iter().flat_map(test_modules).collect();
    files.into_iter().filter(move |file| !tests.contains(&file.path))
}

/// The files of modules that `file` declares under a test attribute.
fn test_modules(file: &File) -> Vec<String> {
    let folder = match file.path.strip_suffix("/mod.rs").or_else(|| file.path.strip_suffix("/lib.rs")) {
        Some(folder) => folder.to_owned(),
        None => file.path.trim_end_matches(".rs").to_owned(),
    };
    let lines: Vec<&str> = file.text.lines().map(str::trim).collect();
    let after_attribute = |at: usize| {
        lines[..at].iter().rev().take_while(|line| line.starts_with("#[")).any(|line| is_test_attribute(line))
    };
    lines
        .iter()
        .enumerate()
        .filter(|(at, _)| after_attribute(*at))
        .filter_map(|(_, line)| line.strip_prefix("mod ")?.strip_suffix(';'))
        .map(|name| format!("{folder}/{name}.rs"))
        .collect()
}

/// Every place in the code of `files` where one of `words` stands, as `path:line: text`.
fn places(files: impl Iterator<Item = File>, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in file.code() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    found
}

#[track_caller]
fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n  {}", found.join("\n  "));
}

#[test]
fn files_are_small() {
    const LIMIT: usize = 500;
    /// What runs in every page that is read is held to less.
    const LIMIT_IN_EXTENSION: usize = 400;
    let limit = |file: &File| if file.is_in(&["extension/"]) { LIMIT_IN_EXTENSION } else { LIMIT };
    let sources = files().into_iter().filter(|file| {
        file.is_in(&[
            "src/",
            "wasm/",
            "xtask/",
            "extension/",
            "www/",
            "tests/",
            "benches/",
            "training/",
            "hostile/",
            "fuzz/",
        ]) && !file.is_in(&["tests/pages/", "tests/attacks/"])
            && file.ends_with(&[".rs", ".js", ".mjs", ".ts", ".css"])
    });
    let long: Vec<String> = sources
        .filter(|file| file.text.lines().count() > limit(file))
        .map(|file| format!("{}: {} lines", file.path, file.text.lines().count()))
        .collect();
    none(
        &long,
        "a file of more than 500 lines (400 in the extension) holds more than one thing: name the parts and split it",
    );
}

#[test]
fn the_core_does_no_io() {
    let words = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "println!",
        "eprintln!",
        "dbg!",
    ];
    none(&places(core(), &words), "the core reads and writes nothing and has no clock: it runs the same everywhere");
}

#[test]
fn the_core_cannot_panic() {
    let words = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    // entity/names.rs packs its table while it is compiled: there a panic is an error of the build.
    let running = core().filter(|file| file.path != "src/entity/names.rs");
    none(&places(running, &words), "a hostile page must get an answer, never a trap: return an error or a default");
}

#[test]
fn only_the_boundary_knows_javascript() {
    let inside = core().filter(|file| file.path != "src/wasm.rs");
    none(&places(inside, &["wasm_bindgen", "js_sys", "web_sys"]), "JavaScript types stay in src/wasm.rs");
}

#[test]
fn decisions_never_see_html() {
    let deciding = core().filter(|file| file.is_in(&["src/score", "src/plan", "src/features", "src/model"]));
    none(&places(deciding, &["lol_html"]), "features, score and plan see the outline, never the parser");
}

#[test]
fn only_the_serialiser_writes_markup() {
    // normalise.rs writes what the core is to read: it stands before the core, not behind it.
    let others = core().filter(|file| !file.is_in(&["src/serialize", "src/normalise.rs"]));
    let words = ["push_str(\"<", "+= \"<", "write!(out, \"<", "format!(\"<"];
    none(&places(others, &words), "markup is written in src/serialize only, where it is checked");
}

#[test]
fn only_the_renderer_turns_strings_into_nodes() {
    let scripts = files().into_iter().filter(|file| {
        file.is_in(&["extension/"]) && file.ends_with(&[".js"]) && file.path != "extension/reader/render.js"
    });
    let words = [
        ".innerHTML",
        "outerHTML =",
        "setHTML(",
        "setHTMLUnsafe",
        "insertAdjacentHTML",
        "parseFromString",
        "parseHTML",
        "createContextualFragment",
        "document.write",
    ];
    none(&places(scripts, &words), "only extension/reader/render.js parses HTML, behind its allow-list");
}

/// In Chromium a form's fields take the place of its properties, for content scripts as well.
#[test]
fn elements_of_a_page_are_asked_by_the_prototypes() {
    let words = [
        ".localName",
        ".namespaceURI",
        ".parentElement",
        ".previousElementSibling",
        ".firstElementChild",
        ".children",
        ".shadowRoot",
        ".hasAttribute(",
        ".checkVisibility(",
        ".getBoundingClientRect(",
        ".matches(",
        ".closest(",
    ];
    let snapshot = files()
        .into_iter()
        .filter(|file| file.is_in(&["extension/snapshot/", "extension/snapshot.js"]) && file.ends_with(&[".js"]));
    none(
        &places(snapshot, &words),
        "a page can put a field in the place of a property: ask by shared.of (extension/unshadowed.js)",
    );
}

/// What stands in a call whose opening bracket has just been read.
fn up_to_closing(text: &str) -> &str {
    let mut open = 1;
    let end = text.find(|letter| {
        open += i32::from(letter == '(') - i32::from(letter == ')');
        open == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// A script of the page reaches the article in its open shadow root, and can send it any event it likes.
#[test]
fn only_what_a_person_does_counts_in_the_reader() {
    let events = ["click", "keydown", "input", "change", "pointermove", "beforeunload", "pagehide", "load", "error"];
    let mut found = Vec::new();
    for file in files().into_iter().filter(|file| file.is_in(&["extension/reader/"]) && file.ends_with(&[".js"])) {
        for (at, call) in file.text.match_indices("addEventListener(\"") {
            let rest = &file.text[at + call.len()..];
            let handler = up_to_closing(rest);
            let is_a_persons = events.iter().any(|event| rest.starts_with(&format!("{event}\"")));
            // To keep an event from the page is no harm, whoever made it.
            if is_a_persons && !handler.contains("isTrusted") && !handler.contains(".stopPropagation()") {
                let line = file.text[..at].lines().count();
                found.push(format!("{}:{line}: {}", file.path, rest.lines().next().unwrap_or_default()));
            }
        }
    }
    none(&found, "a page can make up events: ask event.isTrusted before one means anything");
}

#[test]
fn no_file_knows_this_machine() {
    let home = env::var("HOME").unwrap_or_default();
    let own: Vec<String> = [home, root().display().to_string()]
        .into_iter()
        .filter(|path| path.len() > 1)
        .map(|path| format!("{}/", path.trim_end_matches('/')))
        .collect();
    let found: Vec<String> = files()
        .iter()
        .filter(|file| own.iter().any(|path| file.text.contains(path.as_str())))
        .map(|file| file.path.clone())
        .collect();
    none(&found, "a path of the machine on which it was written stands in a file");
}

#[test]
fn the_lock_file_knows_no_registry() {
    let locks = files().into_iter().filter(|file| file.ends_with(&["package-lock.json"]));
    let found = places(locks, &["\"resolved\": \"http"]);
    none(
        &found,
        "package-lock.json pins hashes, not a registry: .npmrc has omit-lockfile-registry-resolved, then npm install",
    );
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here so that this file does not find itself.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    let sources = files().into_iter().filter(|file| {
        file.is_in(&["src/", "wasm/", "xtask/", "extension/", "www/", "tests/", "training/", "hostile/", "fuzz/"])
            && !file.is_in(&["tests/pages/", "tests/attacks/"])
    });
    let mut found = Vec::new();
    for file in sources {
        for (index, line) in file.text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
            }
        }
    }
    none(&found, "what is left to do is an issue, not a comment");
}

#[test]
fn page_fixtures_are_whole() {
    let found: Vec<String> = fs::read_dir(root().join("tests/pages"))
        .expect("tests/pages exists")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && path.file_name().is_some_and(|name| name != "assets"))
        .flat_map(|path| ["page.html", "expect.json"].map(|name| path.join(name)))
        .filter(|file| !file.is_file())
        .map(|file| file.display().to_string())
        .collect();
    none(&found, "a page fixture is a page and what is expected of it: `cargo xtask page add SLUG FILE` makes both");
}

/// The crate, the library that writes the JavaScript, and the runner of WASM tests speak one format.
#[test]
fn wasm_bindgen_has_one_version() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("the file is there");
    let lock = read("Cargo.lock");
    let (_, after) = lock.split_once("name = \"wasm-bindgen\"\nversion = \"").expect("the crate uses wasm-bindgen");
    let version = after.split('"').next().unwrap_or_default();
    let pin = format!("wasm-bindgen-cli-support = \"={version}\"");
    assert!(read("xtask/Cargo.toml").contains(&pin), "xtask/Cargo.toml must say {pin}");
    let runner = format!("name: \"wasm-bindgen-cli\",\n    version: \"{version}\"");
    assert!(read("xtask/src/tools.rs").contains(&runner), "xtask/src/tools.rs must install wasm-bindgen-cli {version}");
}

#[test]
fn the_wasm_is_made_of_what_is_tested() {
    let packages = |lock: &str| -> Vec<(String, String)> {
        let text = fs::read_to_string(root().join(lock)).expect("a lock file");
        let value = |line: Option<&str>| line.and_then(|line| line.split('"').nth(1)).unwrap_or_default().to_owned();
        let entries = text.split("[[package]]").skip(1).map(|entry| {
            let line = |key: &str| value(entry.lines().find(|line| line.starts_with(key)));
            (line("name = "), line("version = "))
        });
        entries.collect()
    };
    let tested = packages("Cargo.lock");
    // Our own crate, and those that stand in for others.
    let own = ["clearleaf-wasm", "cssparser", "encoding_rs", "selectors"];
    let other: Vec<String> = packages("wasm/Cargo.lock")
        .into_iter()
        .filter(|(name, _)| !own.contains(&name.as_str()))
        .filter(|package| !tested.contains(package))
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    none(
        &other,
        "wasm/Cargo.lock has versions that Cargo.lock does not: `cargo update -p NAME --precise VERSION` there",
    );
}
