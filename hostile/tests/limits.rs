//! Time and memory, shape by shape: four times the page takes no more than five times as long, a byte of the page no
//! more than six bytes of memory, and ten megabytes are answered or refused within two seconds.
//!
//! Measured in release builds only; `cargo test --release -p clearleaf-hostile --test limits -- --nocapture` prints a table.

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

#[test]
#[cfg_attr(debug_assertions, ignore = "measures: in release builds")]
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
