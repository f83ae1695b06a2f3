//! The stages that are timed and counted, in the order in which a page passes through them.

use std::hint::black_box;
use std::time::Instant;

use clearleaf::stages::{self, Measured};

use crate::pages::Page;

/// A stage: runs over one page and gives the seconds that it took, what comes before it not counted.
pub struct Stage {
    pub name: &'static str,
    pub run: fn(&Page) -> f64,
}

pub const STAGES: &[Stage] = &[
    Stage { name: "floor", run: |page| counted(|| clearleaf_bench::floor(&page.html)) },
    Stage { name: "walk", run: |page| counted(|| stages::walk(&page.html).is_ok()) },
    Stage { name: "measure", run: |page| counted(|| measured(page).map(|measured| measured.elements())) },
    Stage { name: "mark", run: |page| measured(page).map_or(0.0, |measured| counted(|| measured.mark())) },
    Stage { name: "metadata", run: |page| measured(page).map_or(0.0, |measured| counted(|| measured.metadata())) },
    Stage {
        name: "rewrite",
        run: |page| {
            let decided = measured(page).map(Measured::decide);
            decided.map_or(0.0, |decided| counted(|| decided.rewrite()))
        },
    },
    Stage { name: "whole", run: |page| counted(|| clearleaf::extract(&page.html, &page.options()).is_ok()) },
];

fn measured(page: &Page) -> Option<Measured> {
    Measured::new(&page.html, &page.url()).ok()
}

/// The name by which callgrind knows what to count.
#[inline(never)]
fn counted<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}
