//! The fuzz targets on any compiler: every seed, and changes to seeds by a fixed generator.
//!
//! `cargo fuzz` looks where the code goes and finds more; this finds what it found again. `FUZZ_SECONDS=600` runs each
//! target that long, from another start each time.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clearleaf_hostile::random::Random;
use clearleaf_hostile::targets;

/// Changes for each target in an ordinary run.
const CHANGES: usize = 300;

/// Pieces that mean something to some parser.
const PIECES: &[&[u8]] = &[
    b"<",
    b">",
    b"\"",
    b"'",
    b"=",
    b"/",
    b"&",
    b"&#",
    b";",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"</",
    b"<svg>",
    b"<math>",
    b"<style>",
    b"<template>",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b":",
    b"//",
    b"javascript:",
    b"data:",
    b", ",
    b" 2x",
    b"{",
    b"[",
    b"\\u",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n",
    b"\t",
    b"%",
    b"#",
    b"?",
    b"@",
    b"\\",
];

fn change(random: &mut Random, bytes: &mut Vec<u8>) {
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(12)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
            2 => {
                let part = bytes[at..end].to_vec();
                let to = random.below(bytes.len() + 1);
                drop(bytes.splice(to..to, part));
            }
            3 if at < bytes.len() => bytes[at] = u8::try_from(random.below(256)).unwrap_or(0),
            4 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            _ => (0..random.below(40)).for_each(|_| bytes.push(u8::try_from(random.below(256)).unwrap_or(0))),
        }
        bytes.truncate(2048);
    }
}

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(target);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("every target has seeds").flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read(file).expect("it can be read"))).collect()
}

#[test]
fn no_target_is_hit() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let only = std::env::var("FUZZ_TARGET").unwrap_or_default();
    for (name, target) in targets::ALL.iter().filter(|(name, _)| name.contains(&only)) {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has no seeds");
        for (file, seed) in &seeds {
            println!("{}", file.display());
            target(seed);
        }
        let start = Instant::now();
        let mut random = Random(11);
        if seconds.is_some() {
            random.0 ^= SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
        }
        let mut runs = 0;
        let go_on = |runs: usize| seconds.map_or(runs < CHANGES, |most| start.elapsed() < Duration::from_secs(most));
        while go_on(runs) {
            let mut bytes = seeds[random.below(seeds.len())].1.clone();
            for _ in 0..=random.below(3) {
                change(&mut random, &mut bytes);
            }
            target(&bytes);
            runs += 1;
        }
        println!("{name}: {} seeds, {runs} changes, {:.1} s", seeds.len(), start.elapsed().as_secs_f64());
    }
}

/// A target that no seed belongs to, or a seed that no target reads, is a slip.
#[test]
fn targets_and_seeds_are_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    let names = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(root.join(folder)).expect("it is there").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let mut known: Vec<String> = targets::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    known.sort();
    assert_eq!(names("seeds"), known);
    assert_eq!(names("fuzz_targets"), known);
}
