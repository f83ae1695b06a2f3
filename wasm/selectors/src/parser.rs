//! Reads a selector: `*`.

use std::fmt;
use std::slice;

use cssparser::{BasicParseErrorKind, ParseError, ParseErrorKind, Parser as CssParser};

use crate::Never;
use crate::attr::{AttrSelectorOperator, ParsedAttrSelectorOperation, ParsedCaseSensitivity};

/// The types that stand for what selectors are made of.
#[expect(missing_docs, reason = "as in CSS")]
pub trait SelectorImpl {
    type ExtraMatchingData<'a>;
    type AttrValue;
    type Identifier;
    type LocalName;
    type NamespaceUrl;
    type NamespacePrefix;
    type BorrowedNamespaceUrl: ?Sized;
    type BorrowedLocalName: ?Sized;
    type NonTSPseudoClass;
    type PseudoElement;
}

/// A pseudo-element.
#[expect(missing_docs, reason = "as in CSS")]
pub trait PseudoElement {
    type Impl: SelectorImpl;
}

/// A pseudo-class that is not about the place in the tree.
#[expect(missing_docs, reason = "as in CSS")]
pub trait NonTSPseudoClass {
    type Impl: SelectorImpl;
    fn is_active_or_hover(&self) -> bool;
    fn is_user_action_state(&self) -> bool;
}

/// What may be written in a selector.
pub trait Parser<'i> {
    /// The types that it is made of.
    type Impl: SelectorImpl;
    /// What it gives where it cannot be read.
    type Error: 'i;

    /// Whether `:nth-child(n of …)` may be.
    fn parse_nth_child_of(&self) -> bool {
        false
    }
}

/// Whether a selector may begin with a combinator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum ParseRelative {
    No,
}

/// Several selectors: here always one.
#[derive(Clone, Debug)]
pub struct SelectorList<Impl: SelectorImpl>([Selector<Impl>; 1]);

impl<Impl: SelectorImpl> SelectorList<Impl> {
    /// Reads `*`.
    ///
    /// # Errors
    ///
    /// For any other selector.
    pub fn parse<'i, P: Parser<'i, Impl = Impl>>(
        _: &P,
        input: &mut CssParser<'i, '_>,
        _: ParseRelative,
    ) -> Result<Self, ParseError<'i, P::Error>> {
        match input.text() {
            "*" => Ok(Self([Selector([Component::ExplicitUniversalType])])),
            other => Err(ParseError { kind: ParseErrorKind::Basic(BasicParseErrorKind::UnexpectedToken(other)) }),
        }
    }

    /// The selectors.
    #[must_use]
    pub const fn slice(&self) -> &[Selector<Impl>] {
        &self.0
    }
}

/// A selector, and all its parts: one.
#[derive(Clone, Debug)]
pub struct Selector<Impl: SelectorImpl>([Component<Impl>; 1]);

impl<Impl: SelectorImpl> Selector<Impl> {
    /// Its parts.
    #[expect(clippy::iter_without_into_iter, reason = "lol_html asks for this alone")]
    pub fn iter(&self) -> slice::Iter<'_, Component<Impl>> {
        self.0.iter()
    }

    /// Its parts, from the last that is written.
    pub fn iter_raw_match_order(&self) -> slice::Iter<'_, Component<Impl>> {
        self.0.iter()
    }

    /// Its parts as they are written.
    pub fn iter_raw_parse_order_from(&self, offset: usize) -> slice::Iter<'_, Component<Impl>> {
        self.0.get(offset..).unwrap_or_default().iter()
    }
}

/// A part of a selector. Only one can be.
#[expect(missing_docs, reason = "as in CSS")]
pub enum Component<Impl: SelectorImpl> {
    /// `*`
    ExplicitUniversalType,
    ExplicitAnyNamespace,
    ExplicitNoNamespace,
    Empty,
    Root,
    Scope,
    ImplicitScope,
    ParentSelector,
    RelativeSelectorAnchor,
    Combinator(Combinator),
    LocalName(Never<LocalName<Impl>>),
    ID(Never<Impl::Identifier>),
    Class(Never<Impl::Identifier>),
    AttributeInNoNamespaceExists {
        local_name: Never<Impl::LocalName>,
        local_name_lower: Never<Impl::LocalName>,
    },
    AttributeInNoNamespace {
        local_name: Never<Impl::LocalName>,
        operator: AttrSelectorOperator,
        value: Never<Impl::AttrValue>,
        case_sensitivity: ParsedCaseSensitivity,
    },
    AttributeOther(Never<AttrSelectorWithOptionalNamespace<Impl>>),
    Negation(Never<SelectorList<Impl>>),
    Nth(Never<NthSelectorData>),
    NthOf(Never<NthSelectorData>),
    Is(Never<SelectorList<Impl>>),
    Where(Never<SelectorList<Impl>>),
    Has(Never<SelectorList<Impl>>),
    Host(Never<Option<Selector<Impl>>>),
    Slotted(Never<Selector<Impl>>),
    Part(Never<Impl::Identifier>),
    PseudoElement(Never<Impl::PseudoElement>),
    NonTSPseudoClass(Never<Impl::NonTSPseudoClass>),
    DefaultNamespace(Never<Impl::NamespaceUrl>),
    Namespace(Never<Impl::NamespacePrefix>, Never<Impl::NamespaceUrl>),
    Invalid(Never<str>),
}

impl<Impl: SelectorImpl> Clone for Component<Impl> {
    fn clone(&self) -> Self {
        Self::ExplicitUniversalType
    }
}

impl<Impl: SelectorImpl> fmt::Debug for Component<Impl> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("*")
    }
}

/// What stands between two compounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum Combinator {
    Child,
    Descendant,
    NextSibling,
    LaterSibling,
    PseudoElement,
    SlotAssignment,
    Part,
}

/// The name of an element.
#[expect(missing_docs, reason = "as in CSS")]
#[derive(Debug)]
pub struct LocalName<Impl: SelectorImpl> {
    pub name: Impl::LocalName,
    pub lower_name: Impl::LocalName,
}

/// An attribute of some namespace.
#[expect(missing_docs, reason = "as in CSS")]
pub struct AttrSelectorWithOptionalNamespace<Impl: SelectorImpl> {
    pub namespace: Option<Impl::NamespaceUrl>,
    pub local_name_lower: Impl::LocalName,
    pub operation: ParsedAttrSelectorOperation<Impl::AttrValue>,
}

/// Which of its siblings an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub struct NthSelectorData {
    pub ty: NthType,
    pub an_plus_b: AnPlusB,
}

/// Every so many, from the so-and-so-many-th.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnPlusB(pub i32, pub i32);

/// Among which siblings an element is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum NthType {
    Child,
    LastChild,
    OnlyChild,
    OfType,
    LastOfType,
    OnlyOfType,
}

/// The short name of why a selector cannot be read.
pub type SelectorParseError<'i> = ParseError<'i, SelectorParseErrorKind<'i>>;

/// Why a selector cannot be read, where CSS can. Here it is never that.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "never met; named elsewhere")]
pub enum SelectorParseErrorKind<'i> {
    NoQualifiedNameInAttributeSelector(&'i str),
    EmptySelector,
    DanglingCombinator,
    NonCompoundSelector,
    NonPseudoElementAfterSlotted,
    InvalidPseudoElementAfterSlotted,
    InvalidPseudoElementInsideWhere,
    InvalidState,
    UnexpectedTokenInAttributeSelector(&'i str),
    PseudoElementExpectedColon(&'i str),
    PseudoElementExpectedIdent(&'i str),
    NoIdentForPseudo(&'i str),
    UnsupportedPseudoClassOrElement(&'i str),
    UnexpectedIdent(&'i str),
    ExpectedNamespace(&'i str),
    ExpectedBarInAttr(&'i str),
    BadValueInAttr(&'i str),
    InvalidQualNameInAttr(&'i str),
    ExplicitNamespaceUnexpectedToken(&'i str),
    ClassNeedsIdent(&'i str),
}

#[cfg(test)]
mod tests {
    use super::*;
    use cssparser::ParserInput;

    #[derive(Clone, Debug)]
    struct Nothing;

    impl SelectorImpl for Nothing {
        type ExtraMatchingData<'a> = ();
        type AttrValue = ();
        type Identifier = ();
        type LocalName = ();
        type NamespaceUrl = ();
        type NamespacePrefix = ();
        type BorrowedNamespaceUrl = ();
        type BorrowedLocalName = ();
        type NonTSPseudoClass = ();
        type PseudoElement = ();
    }

    impl<'i> Parser<'i> for Nothing {
        type Impl = Self;
        type Error = SelectorParseErrorKind<'i>;
    }

    fn parsed(text: &str) -> Option<String> {
        let mut input = ParserInput::new(text);
        let list = SelectorList::parse(&Nothing, &mut CssParser::new(&mut input), ParseRelative::No).ok()?;
        Some(format!("{:?}", list.slice()[0].iter_raw_parse_order_from(0).collect::<Vec<_>>()))
    }

    #[test]
    fn every_element_is_all_that_can_be_asked_for() {
        assert_eq!(parsed("*").as_deref(), Some("[*]"));
        for other in ["", "p", "* *", ".class", "#id", "[href]", ":first-child"] {
            assert_eq!(parsed(other), None, "{other}");
        }
    }
}
