//! Time and memory, shape by shape: four times the page takes no more than five times as long, a byte of the page no
//! more than six bytes of memory, and ten megabytes are answered or refused within two seconds.
//!
//! Measured in release builds only; `cargo test --release -p clearleaf-hostile --test limits -- --ignored --nocapture`
//! measures all of it, in some minutes, and prints a table. Without `--ignored` only what no machine is too busy for:
//! that no shape takes time squared (`cargo xtask test --only limits`).

use std::fs;
use std::time::{Duration, Instant};

use clearleaf::{ExtractError, Mode, extract};
use clearleaf_hostile::{shapes, targets};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const LARGE: usize = 10 << 20;
const SMALL: usize = LARGE / 4;

const MOST_TIME: Duration = Duration::from_secs(2);
const MOST_TIMES: f64 = 5.0;
const MOST_BYTES: f64 = 6.0;

/// Less is noise.
const LEAST: Duration = Duration::from_millis(150);

/// Less is noise even where only the time of this thread counts: others empty the caches.
const LEAST_OF_FEW: Duration = Duration::from_millis(40);

struct Measured {
    time: Duration,
    /// Of memory, for each of the page.
    bytes: f64,
    outcome: Result<usize, ExtractError>,
}

fn measure(page: &str, mode: Mode) -> Measured {
    let options = targets::options(mode);
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let outcome = extract(page, &options);
    let time = start.elapsed();
    let held = MEMORY.peak_usage().saturating_sub(before);
    Measured { time, bytes: held as f64 / page.len() as f64, outcome: outcome.map(|article| article.content.len()) }
}

/// The quicker of two runs.
fn quickest(page: &str, mode: Mode) -> Measured {
    let (one, two) = (measure(page, mode), measure(page, mode));
    if two.time < one.time { two } else { one }
}

/// Pages small enough that four times as many nested elements are still within what any page may have, so that a search
/// through all that are open shows; and larger ones.
const FEW: [(usize, Mode); 2] = [(80 << 10, Mode::Page), (256 << 10, Mode::Article)];

/// Squared would be 16.
const MOST_TIMES_OF_FEW: f64 = 8.0;

/// How long this thread has run, where the system says so, or else how late it is: on a busy machine a thread waits.
fn clock() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let stated = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ran = stated.and_then(|stated| stated.split(' ').next().and_then(|ran| ran.parse().ok()));
    ran.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn run_time(page: &str, mode: Mode) -> Duration {
    let options = targets::options(mode);
    let start = clock();
    let outcome = extract(page, &options);
    let time = clock().saturating_sub(start);
    drop(outcome);
    time
}

/// Four times the page, at most eight times the time: what is linear takes four times, what is squared sixteen.
#[test]
#[cfg_attr(debug_assertions, ignore = "measures: in release builds")]
fn no_shape_is_squared() {
    let only = std::env::var("SHAPE").unwrap_or_default();
    let mut failed = Vec::new();
    let chosen = shapes::ALL.iter().filter(|(name, _)| name.contains(&only));
    for ((bytes, mode), (name, make)) in FEW.into_iter().flat_map(|few| chosen.clone().map(move |shape| (few, shape))) {
        let (small, large) = (make(bytes), make(4 * bytes));
        let (mut few, mut many) = (Duration::MAX, Duration::MAX);
        let is_squared = |few: Duration, many: Duration| {
            many > LEAST_OF_FEW && many.as_secs_f64() > MOST_TIMES_OF_FEW * few.as_secs_f64()
        };
        // The best of three, and of more only where that was too long.
        for round in 0..8 {
            if round > 2 && !is_squared(few, many) {
                break;
            }
            (few, many) = (few.min(run_time(&small, mode)), many.min(run_time(&large, mode)));
        }
        let [few_ms, many_ms] = [few, many].map(|time| time.as_secs_f64() * 1e3);
        println!("{few_ms:>8.1} ms {many_ms:>8.1} ms {:>5.1}  {name}, {mode:?}", many_ms / few_ms);
        if is_squared(few, many) {
            failed.push(format!("{name}, {mode:?}: {:.1} times the time for four times the page", many_ms / few_ms));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
#[ignore = "takes minutes, and a machine that does nothing else"]
fn every_shape_is_linear_and_bounded() {
    let only = std::env::var("SHAPE").unwrap_or_default();
    let mut failed = Vec::new();
    println!("{:>10} {:>9} {:>6} {:>12}  shape, and what came of 10 MB", "2.5 MB", "10 MB", "times", "bytes of each");
    for (name, make) in shapes::ALL.iter().filter(|(name, _)| name.contains(&only)) {
        for mode in [Mode::Article, Mode::Page] {
            let (small, large) = (make(SMALL), make(LARGE));
            let mut few = quickest(&small, mode);
            let mut many = measure(&large, mode);
            let times = |few: &Measured, many: &Measured| many.time.as_secs_f64() / few.time.as_secs_f64();
            // Somebody else may have had the machine for a moment.
            for _ in 0..2 {
                if times(&few, &many) <= MOST_TIMES && many.time <= MOST_TIME {
                    break;
                }
                (few, many) = (quickest(&small, mode), quickest(&large, mode));
            }
            let outcome = many.outcome.as_ref().map_or_else(ToString::to_string, |bytes| format!("{bytes} bytes"));
            println!(
                "{:>7.0} ms {:>6.0} ms {:>6.1} {:>6.1} {:>6.1}  {name}, {mode:?}: {outcome}",
                few.time.as_secs_f64() * 1e3,
                many.time.as_secs_f64() * 1e3,
                times(&few, &many),
                few.bytes,
                many.bytes
            );
            if many.time > LEAST && times(&few, &many) > MOST_TIMES {
                failed.push(format!(
                    "{name}, {mode:?}: {:.1} times the time for four times the page",
                    times(&few, &many)
                ));
            }
            if many.time > MOST_TIME {
                failed.push(format!("{name}, {mode:?}: {:.1} s for 10 MB", many.time.as_secs_f64()));
            }
            for (size, measured) in [("2.5 MB", &few), ("10 MB", &many)] {
                if measured.bytes > MOST_BYTES {
                    failed.push(format!("{name}, {mode:?}: {:.1} bytes of memory for each of {size}", measured.bytes));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
