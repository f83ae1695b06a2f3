//! The article in other formats.

mod markdown;

pub use markdown::markdown;
