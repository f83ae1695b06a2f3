//! Clearleaf finds the article in a web page.

mod article;
mod error;
mod options;
mod outline;
mod tag;

pub use article::{Access, Article, Direction, Kind, Reason, Removal};
pub use error::ExtractError;
pub use options::{LiveHints, Mode, Options};
