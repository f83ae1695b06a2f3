//! Clearleaf as WebAssembly: everything is in the crate itself, which exports it.

pub use clearleaf;
