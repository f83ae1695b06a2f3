//! Clearleaf finds the article in a web page.

mod article;
mod clutter;
mod entity;
mod error;
mod events;
mod measure;
mod options;
mod outline;
mod tag;
mod text_shape;

pub use article::{Access, Article, Direction, Kind, Reason, Removal};
pub use error::ExtractError;
pub use options::{LiveHints, Mode, Options};
