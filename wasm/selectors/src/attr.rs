//! How attributes are compared. No selector here compares any.

/// How a selector compares a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum AttrSelectorOperator {
    Equal,
    Includes,
    DashMatch,
    Prefix,
    Substring,
    Suffix,
}

/// Whether an attribute is there, or has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum ParsedAttrSelectorOperation<AttrValue> {
    Exists,
    WithValue { operator: AttrSelectorOperator, case_sensitivity: ParsedCaseSensitivity, value: AttrValue },
}

/// Whether letter case counts, as a selector says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum ParsedCaseSensitivity {
    ExplicitCaseSensitive,
    AsciiCaseInsensitive,
    CaseSensitive,
    AsciiCaseInsensitiveIfInHtmlElementInHtmlDocument,
}

/// Whether letter case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in CSS")]
pub enum CaseSensitivity {
    CaseSensitive,
    AsciiCaseInsensitive,
}

impl CaseSensitivity {
    /// Whether two values are the same.
    #[must_use]
    pub fn eq(self, one: &[u8], other: &[u8]) -> bool {
        match self {
            Self::CaseSensitive => one == other,
            Self::AsciiCaseInsensitive => one.eq_ignore_ascii_case(other),
        }
    }
}
