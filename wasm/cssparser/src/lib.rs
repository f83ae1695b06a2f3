//! CSS as far as the one selector needs it, by the names under which `lol_html` asks for it.
//!
//! The core asks `lol_html` for every element: the selector `*`, always. To read that, a whole tokenizer of
//! CSS would be shipped. This crate and `selectors` beside it take the place of their namesakes in the build for
//! WebAssembly, and in that build only. They have what `lol_html` 3.0 uses, and no more.

use std::fmt;

/// A text to be read.
#[derive(Debug)]
pub struct ParserInput<'i> {
    text: &'i str,
}

impl<'i> ParserInput<'i> {
    /// A text to be read.
    #[must_use]
    pub const fn new(text: &'i str) -> Self {
        Self { text }
    }
}

/// What reads a text.
#[derive(Debug)]
pub struct Parser<'i, 't> {
    input: &'t mut ParserInput<'i>,
}

impl<'i, 't> Parser<'i, 't> {
    /// What reads this text.
    #[must_use]
    pub const fn new(input: &'t mut ParserInput<'i>) -> Self {
        Self { input }
    }

    /// All of the text.
    #[must_use]
    pub const fn text(&self) -> &'i str {
        self.input.text
    }
}

/// What can be written as CSS.
pub trait ToCss {
    /// Writes it.
    ///
    /// # Errors
    ///
    /// Where `to` does not take it.
    fn to_css<W: fmt::Write>(&self, to: &mut W) -> fmt::Result;
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError<'i, E> {
    /// Why.
    pub kind: ParseErrorKind<'i, E>,
}

/// Why a text cannot be read: by the rules of CSS, or of what is written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseErrorKind<'i, E> {
    /// By the rules of CSS.
    Basic(BasicParseErrorKind<'i>),
    /// By the rules of what is written in it.
    Custom(E),
}

/// Why a text cannot be read as CSS.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "only the first is met; the others are named elsewhere")]
pub enum BasicParseErrorKind<'i> {
    /// It is something else than what is read here.
    UnexpectedToken(&'i str),
    EndOfInput,
    AtRuleInvalid(&'i str),
    AtRuleBodyInvalid,
    QualifiedRuleInvalid,
}
