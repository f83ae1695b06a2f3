//! The closed grammar: which elements and attributes may be written at all.
//!
//! Safety here is a matter of vocabulary. The serialiser takes every name from
//! these tables and from nowhere else, so an element or attribute that has no
//! row cannot come out, whatever a page contains and whatever a caller asks
//! for (rules R2 and R3). There is no list of dangerous things in the crate.
//!
//! The tables also say what each element *is* to the serialiser: a line of
//! text, a list, a row. [`Role`] is the vocabulary of its content model.

use crate::tag::Tag;

/// What an element is, to the writer of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A block without meaning of its own: written only to carry an attribute.
    Division,
    /// Holds blocks; loose text in it becomes a paragraph.
    Section,
    /// Holds blocks or one run of text: list items, cells, captions.
    Cell,
    /// A block that holds nothing but a run of text: paragraphs, headings.
    Line,
    /// Holds `li` only.
    List,
    /// Holds `dt` and `dd` only.
    Definitions,
    /// Holds table sections and a caption only.
    Table,
    /// Holds rows only.
    RowGroup,
    /// Holds cells only.
    Row,
    /// Part of a line.
    Inline,
    /// A player: holds `source` and `track` only, never text.
    Media,
    /// `MathML` that holds other `MathML`.
    MathGroup,
    /// `MathML` that holds text.
    MathToken,
    /// Has no content and no end tag.
    Void,
}

/// What a value must look like to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Any text: it is escaped, never interpreted.
    Text,
    /// Anything: its presence is its value, and nothing is written.
    Empty,
    /// 1 to 5 ASCII digits, perhaps with a minus sign.
    Number,
    /// One of these words, in lower case unless the table has it otherwise.
    OneOf(&'static [&'static str]),
    /// A name of our own: starts with [`ID_PREFIX`] and has no white space.
    Id,
    /// An absolute address to go to, or `#` and an [`Value::Id`].
    Link,
    /// An absolute address whose content is shown.
    Media,
    /// Absolute addresses with their descriptors.
    Sources,
    /// A language tag: letters, digits and hyphens.
    Language,
    /// The name of a programming language: `c++`, `objective-c`.
    CodeLanguage,
    /// A date or duration: digits and the letters and signs of ISO 8601.
    Time,
    /// A `MathML` length or number with its unit.
    Length,
}

/// Every `id` that is written starts with this, so that no page can name an
/// element of the reader, nor shadow a property of its document.
pub(crate) const ID_PREFIX: &str = "cl-";

macro_rules! attributes {
    ($($variant:ident $name:literal $value:expr,)*) => {
        /// An attribute that may be written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum OutAttr { $($variant,)* }

        impl OutAttr {
            /// Every attribute, in declaration order.
            #[cfg(test)]
            pub(crate) const ALL: &'static [OutAttr] = &[$(OutAttr::$variant,)*];

            /// The name as it is written.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(OutAttr::$variant => $name,)* }
            }

            /// What its value must look like.
            pub(crate) const fn value(self) -> Value {
                match self { $(OutAttr::$variant => $value,)* }
            }
        }
    };
}

const TRUTH: Value = Value::OneOf(&["true", "false"]);

attributes! {
    // On any HTML element
    Id "id" Value::Id,
    Lang "lang" Value::Language,
    Dir "dir" Value::OneOf(&["ltr", "rtl", "auto"]),
    // Links
    Href "href" Value::Link,
    Hreflang "hreflang" Value::Language,
    Rel "rel" Value::OneOf(&["noopener noreferrer"]),
    ReferrerPolicy "referrerpolicy" Value::OneOf(&["no-referrer"]),
    Cite "cite" Value::Link,
    // Media
    Src "src" Value::Media,
    Srcset "srcset" Value::Sources,
    Alt "alt" Value::Text,
    Width "width" Value::Number,
    Height "height" Value::Number,
    Loading "loading" Value::OneOf(&["lazy"]),
    Decoding "decoding" Value::OneOf(&["async"]),
    Controls "controls" Value::Empty,
    Preload "preload" Value::OneOf(&["none"]),
    MediaType "type" Value::Text,
    Kind "kind" Value::OneOf(&["subtitles", "captions", "descriptions", "chapters"]),
    SrcLang "srclang" Value::Language,
    Label "label" Value::Text,
    // Lists
    Start "start" Value::Number,
    Reversed "reversed" Value::Empty,
    ListType "type" Value::OneOf(&["1", "a", "A", "i", "I"]),
    Ordinal "value" Value::Number,
    // Tables
    Colspan "colspan" Value::Number,
    Rowspan "rowspan" Value::Number,
    Scope "scope" Value::OneOf(&["row", "col", "rowgroup", "colgroup"]),
    // Text
    Title "title" Value::Text,
    Datetime "datetime" Value::Time,
    Open "open" Value::Empty,
    DataLanguage "data-language" Value::CodeLanguage,
    // MathML
    Display "display" Value::OneOf(&["block", "inline"]),
    DisplayStyle "displaystyle" TRUTH,
    ScriptLevel "scriptlevel" Value::Length,
    MathVariant "mathvariant" Value::OneOf(&["normal"]),
    Accent "accent" TRUTH,
    AccentUnder "accentunder" TRUTH,
    Fence "fence" TRUTH,
    Form "form" Value::OneOf(&["prefix", "infix", "postfix"]),
    LargeOp "largeop" TRUTH,
    MovableLimits "movablelimits" TRUTH,
    Separator "separator" TRUTH,
    Stretchy "stretchy" TRUTH,
    Symmetric "symmetric" TRUTH,
    Lspace "lspace" Value::Length,
    Rspace "rspace" Value::Length,
    MaxSize "maxsize" Value::Length,
    MinSize "minsize" Value::Length,
    MathDepth "depth" Value::Length,
    MathHeight "height" Value::Length,
    MathWidth "width" Value::Length,
    Voffset "voffset" Value::Length,
    Columnspan "columnspan" Value::Number,
    MathRowspan "rowspan" Value::Number,
}

/// What may be written for one element of the page.
#[derive(Debug)]
pub(crate) struct Rule {
    /// The element in the page.
    pub(crate) tag: Tag,
    /// The element that is written for it.
    pub(crate) written: Tag,
    /// What it is.
    pub(crate) role: Role,
    /// Attributes it may have, besides those of [`GLOBAL`] or [`MATH_GLOBAL`].
    pub(crate) attrs: &'static [OutAttr],
    /// Attributes it always has, with their values.
    pub(crate) forced: &'static [(OutAttr, &'static str)],
}

/// On every HTML element but the void ones.
pub(crate) const GLOBAL: &[OutAttr] = &[OutAttr::Id, OutAttr::Lang, OutAttr::Dir];

/// On every `MathML` element.
pub(crate) const MATH_GLOBAL: &[OutAttr] = &[OutAttr::Dir, OutAttr::DisplayStyle, OutAttr::ScriptLevel];

macro_rules! rules {
    ($($role:ident { $($tag:ident $(=> $written:ident)? $([$($attr:ident),*])? $({$($forced:ident = $value:literal),*})?;)* })*) => {
        static RULES: &[Rule] = &[$($(Rule {
            tag: Tag::$tag,
            written: rules!(@written $tag $($written)?),
            role: Role::$role,
            attrs: &[$($(OutAttr::$attr,)*)?],
            forced: &[$($((OutAttr::$forced, $value),)*)?],
        },)*)*];
    };
    (@written $tag:ident) => { Tag::$tag };
    (@written $tag:ident $written:ident) => { Tag::$written };
}

// An element of the page that has no row is transparent: its content is
// written as though the tags were not there.
rules! {
    Division {
        Div; Main => Div; Center => Div; Search => Div; Hgroup => Div; Form => Div; Fieldset => Div;
        Dialog => Div; Legend => Div;
    }
    Section {
        Article; Section; Aside; Header; Footer; Nav; Blockquote [Cite]; Details [Open];
    }
    Cell {
        Li [Ordinal]; Dd; Td [Colspan, Rowspan]; Th [Colspan, Rowspan, Scope]; Figure; Figcaption; Address;
    }
    Line {
        P; H1; H2; H3; H4; H5; H6; Pre [DataLanguage]; Summary; Caption; Dt;
    }
    List {
        Ul; Menu => Ul; Ol [Start, Reversed, ListType];
    }
    Definitions {
        Dl;
    }
    Table {
        Table;
    }
    RowGroup {
        Thead; Tbody; Tfoot;
    }
    Row {
        Tr;
    }
    Inline {
        A [Href, Hreflang] { Rel = "noopener noreferrer", ReferrerPolicy = "no-referrer" };
        Abbr [Title]; Acronym => Abbr [Title]; Dfn [Title];
        B; Bdi; Bdo; Cite; Code [DataLanguage]; Del [Cite, Datetime]; Em; I; Ins [Cite, Datetime]; Kbd; Mark; Q [Cite];
        S; Strike => S; Samp; Small; Span; Strong; Sub; Sup; Time [Datetime]; Tt => Code; U; Var;
        Ruby; Rt; Rp;
    }
    Media {
        Audio [Src] { Controls = "", Preload = "none" };
        Video [Src, Width, Height] { Controls = "", Preload = "none" };
    }
    MathGroup {
        Math [Display]; Merror; Mfrac; Mmultiscripts; Mover [Accent];
        Mpadded [MathDepth, MathHeight, Lspace, Voffset, MathWidth];
        Mphantom; Mprescripts; Mroot; Mrow; Mspace [MathDepth, MathHeight, MathWidth]; Msqrt; Mstyle;
        Msub; Msubsup; Msup; Mtable; Mtd [Columnspan, MathRowspan]; Mtr; Munder [AccentUnder];
        Munderover [Accent, AccentUnder]; Semantics;
    }
    MathToken {
        Mi [MathVariant]; Mn; Mtext; Ms;
        Mo [Fence, Form, LargeOp, Lspace, MaxSize, MinSize, MovableLimits, Rspace, Separator, Stretchy, Symmetric];
    }
    Void {
        Br; Wbr; Hr;
        Img [Src, Srcset, Alt, Width, Height]
            { Loading = "lazy", Decoding = "async", ReferrerPolicy = "no-referrer" };
        AmpImg => Img [Src, Srcset, Alt, Width, Height]
            { Loading = "lazy", Decoding = "async", ReferrerPolicy = "no-referrer" };
        Source [Src, MediaType]; Track [Src, Kind, SrcLang, Label];
    }
}

const NO_RULE: u8 = u8::MAX;

/// For each tag, its place in [`RULES`].
static INDEX: [u8; Tag::ALL.len()] = index();

#[allow(clippy::cast_possible_truncation)]
const fn index() -> [u8; Tag::ALL.len()] {
    assert!(RULES.len() < NO_RULE as usize);
    let mut index = [NO_RULE; Tag::ALL.len()];
    let mut rule = 0;
    while rule < RULES.len() {
        index[RULES[rule].tag as usize] = rule as u8;
        rule += 1;
    }
    index
}

/// What may be written for `tag`; `None`: nothing, it is transparent.
pub(crate) fn rule(tag: Tag) -> Option<&'static Rule> {
    RULES.get(usize::from(*INDEX.get(tag as usize)?))
}

/// The attributes that any element of this role may have.
pub(crate) const fn global(role: Role) -> &'static [OutAttr] {
    match role {
        Role::MathGroup | Role::MathToken => MATH_GLOBAL,
        Role::Void => &[],
        _ => GLOBAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list that the attack set judges by is made by hand; so is this table.
    #[test]
    fn the_list_of_the_attack_set_says_the_same() {
        let list: serde_json::Value = serde_json::from_str(include_str!("../tests/attacks/allowed.json")).unwrap();
        for (name, common, is_math) in [("html", GLOBAL, false), ("mathml", MATH_GLOBAL, true)] {
            let mut listed: Vec<(String, Vec<&str>)> = Vec::new();
            for (element, own) in list[name].as_object().unwrap() {
                let mut attrs: Vec<&str> = own.as_array().unwrap().iter().filter_map(|attr| attr.as_str()).collect();
                attrs.sort_unstable();
                listed.push((element.clone(), attrs));
            }
            let own = RULES.iter().filter(|row| row.tag == row.written && row.tag.is_math() == is_math);
            let mut written: Vec<(String, Vec<&str>)> = own
                .map(|row| {
                    let attrs = row.attrs.iter().chain(row.forced.iter().map(|(attr, _)| attr));
                    let mut attrs: Vec<&str> = attrs.map(|attr| attr.name()).collect();
                    attrs.sort_unstable();
                    (row.tag.name().to_owned(), attrs)
                })
                .collect();
            listed.sort();
            written.sort();
            assert_eq!(listed, written);
            let on_all: Vec<&str> = common.iter().map(|attr| attr.name()).collect();
            assert_eq!(list[format!("{name} on all")], serde_json::json!(on_all));
        }
    }

    #[test]
    fn every_row_writes_a_row() {
        for row in RULES {
            let written = rule(row.written).unwrap();
            assert_eq!(written.written, row.written, "{:?}", row.tag);
            assert_eq!(written.role, row.role, "{:?}", row.tag);
            assert!(row.attrs.iter().all(|attr| written.attrs.contains(attr)), "{:?}", row.tag);
        }
    }

    #[test]
    fn no_element_is_listed_twice() {
        for (place, row) in RULES.iter().enumerate() {
            assert!(RULES.iter().skip(place + 1).all(|other| other.tag != row.tag), "{:?}", row.tag);
        }
    }

    #[test]
    fn what_must_never_be_written_has_no_row() {
        for &tag in Tag::ALL {
            if tag.is_opaque() {
                assert!(rule(tag).is_none(), "{tag:?}");
            }
        }
        for tag in [Tag::Other, Tag::Base, Tag::Link, Tag::Meta, Tag::Input, Tag::Button, Tag::Option, Tag::Slot] {
            assert!(rule(tag).is_none(), "{tag:?}");
        }
    }

    #[test]
    fn all_27_mathml_elements_have_a_row_and_nothing_else_does() {
        let math = RULES.iter().filter(|row| matches!(row.role, Role::MathGroup | Role::MathToken));
        assert!(math.clone().all(|row| row.tag.is_math()));
        assert_eq!(math.count(), 27);
    }

    #[test]
    fn names_that_run_or_style_are_not_attributes() {
        for attr in OutAttr::ALL {
            let name = attr.name();
            assert!(!name.starts_with("on"), "{name}");
            assert!(!["style", "class", "name", "srcdoc", "target", "ping", "crossorigin"].contains(&name), "{name}");
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
        }
    }
}
