//! Clearleaf finds the article in a web page.

mod article;
mod clutter;
mod entity;
mod error;
mod events;
mod features;
mod measure;
mod options;
mod outline;
mod plan;
mod score;
mod tag;
mod text_shape;

pub use article::{Access, Article, Direction, Kind, Reason, Removal};
pub use error::ExtractError;
pub use options::{LiveHints, Mode, Options};
