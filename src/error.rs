//! Why there is no article to show.

use std::fmt;

/// Why [`extract`](crate::extract) gave no article: one variant per cause.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExtractError {
    /// The page was read in full and holds no article. An answer, not a failure.
    NoArticle,
    /// The input is longer than [`Options::max_bytes`](crate::Options::max_bytes).
    TooLarge {
        /// The limit that was exceeded, in bytes.
        limit: usize,
    },
    /// The streaming parser refused the input.
    Parser {
        /// The parser's own words.
        message: String,
    },
}

impl ExtractError {
    /// A short name for programs: `no-article`, `too-large` or `parser`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoArticle => "no-article",
            Self::TooLarge { .. } => "too-large",
            Self::Parser { .. } => "parser",
        }
    }
}

impl fmt::Display for ExtractError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoArticle => out.write_str("this page holds no article"),
            Self::TooLarge { limit } => write!(out, "the page is larger than {limit} bytes"),
            Self::Parser { message } => write!(out, "the page could not be parsed: {message}"),
        }
    }
}

impl std::error::Error for ExtractError {}
