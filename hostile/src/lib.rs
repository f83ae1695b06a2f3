//! Hostile pages, and the judge of what the core makes of them.
//!
//! Nothing here is shipped. The tests of this crate, the fuzz targets in
//! `fuzz/` and whoever looks for holes share one notion of an attack and one
//! of what must hold:
//!
//! * [`rows`] reads the attack set of `tests/attacks`;
//! * [`grammar`] makes a page out of any bytes, for fuzzers and for proptest;
//! * [`random`] draws, and draws the same again;
//! * [`shapes`] makes pages that are large in one way, to find what is not linear;
//! * [`closed_set`] judges an article: every element, attribute and address is
//!   on the list of `tests/attacks/allowed.json`, and the HTML reads back as it
//!   was written;
//! * [`targets`] are the properties that a fuzzer tries to break.
//!
//! A property that does not hold is a panic with what was found: all of this
//! runs under a test harness or a fuzzer.

#![allow(clippy::missing_panics_doc)]

pub mod closed_set;
pub mod grammar;
pub mod random;
pub mod rows;
pub mod shapes;
pub mod targets;
