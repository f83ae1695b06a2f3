//! The article in other formats.

#[cfg(any(target_arch = "wasm32", test))]
mod json;
mod markdown;

#[cfg(target_arch = "wasm32")]
pub(crate) use json::json;
pub use markdown::markdown;
