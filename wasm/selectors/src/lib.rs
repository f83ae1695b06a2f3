//! The selector of every element, by the names under which `lol_html` asks for selectors.
//!
//! The core never asks for anything else: the selector `*` is parsed once for each page, and for it alone 60 KB of
//! WebAssembly would be shipped that know classes, attributes, pseudo-classes and their nesting. This crate takes the
//! place of `selectors` in that build, and in that build only. It has what `lol_html` 3.0 uses, and no more.
//!
//! Most parts of a selector hold a [`Never`] here: they can be named, and cannot exist, so the compiler leaves out
//! whatever would be done with them.

pub mod attr;
mod never;
pub mod parser;

pub use never::Never;
