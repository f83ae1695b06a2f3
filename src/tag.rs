//! The tag vocabulary: every element name the core tells apart.
//!
//! A page may use any name it likes; the core knows some 160 and calls
//! the rest [`Tag::Other`]. Names are interned once, when a start tag is met,
//! and are a small number from then on. The serialiser writes the names of
//! *this* table, never the page's own bytes (rule R2), so a name that is not
//! here cannot be written at all.

/// What the HTML standard says about the content of an element, as far as
/// measuring and serialising need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Starts and ends a line of text: `p`, `div`, `li`, `td`, unknown sections.
    Block,
    /// Part of a line: `a`, `em`, `span`, custom elements.
    Inline,
    /// Has no content and no end tag: `img`, `br`, `meta`.
    Void,
    /// Its content is not text for a reader: `script`, `style`, `template`.
    Opaque,
    /// `MathML`: presentation elements, a line of their own grammar.
    Math,
}

macro_rules! tags {
    ($($variant:ident $name:literal $category:ident,)*) => {
        /// An interned element name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant,)* }

        impl Tag {
            /// Every tag, in declaration order; `ALL[tag as usize] == tag`.
            pub const ALL: &'static [Tag] = &[$(Tag::$variant,)*];

            pub(super) const NAMES: &'static [&'static str] = &[$($name,)*];

            /// What kind of content this element has and is.
            #[must_use]
            pub const fn category(self) -> Category {
                match self { $(Tag::$variant => Category::$category,)* }
            }
        }
    };
}

#[allow(non_upper_case_globals, unreachable_patterns)]
mod table {
    use super::Category;
    tags! {
        Other "" Inline,
        Html "html" Block, Head "head" Opaque, Body "body" Block,
        // Document data
        Title "title" Opaque, Meta "meta" Void, Link "link" Void, Base "base" Void,
        Script "script" Opaque, Style "style" Opaque, Noscript "noscript" Opaque, Template "template" Opaque,
        // Sections
        Main "main" Block, Article "article" Block, Section "section" Block, Nav "nav" Block, Aside "aside" Block,
        Header "header" Block, Footer "footer" Block, Address "address" Block, Hgroup "hgroup" Block, Search "search" Block,
        H1 "h1" Block, H2 "h2" Block, H3 "h3" Block, H4 "h4" Block, H5 "h5" Block, H6 "h6" Block,
        // Grouping
        Div "div" Block, P "p" Block, Blockquote "blockquote" Block, Pre "pre" Block, Hr "hr" Void,
        Ul "ul" Block, Ol "ol" Block, Li "li" Block, Menu "menu" Block, Dl "dl" Block, Dt "dt" Block, Dd "dd" Block,
        Figure "figure" Block, Figcaption "figcaption" Block, Center "center" Block,
        Details "details" Block, Summary "summary" Block, Dialog "dialog" Block,
        // Tables
        Table "table" Block, Caption "caption" Block, Colgroup "colgroup" Block, Col "col" Void,
        Thead "thead" Block, Tbody "tbody" Block, Tfoot "tfoot" Block, Tr "tr" Block, Td "td" Block, Th "th" Block,
        // Text
        A "a" Inline, Abbr "abbr" Inline, Acronym "acronym" Inline, B "b" Inline, Bdi "bdi" Inline, Bdo "bdo" Inline,
        Big "big" Inline, Br "br" Void, Cite "cite" Inline, Code "code" Inline, Data "data" Inline, Del "del" Inline,
        Dfn "dfn" Inline, Em "em" Inline, Font "font" Inline, I "i" Inline, Ins "ins" Inline, Kbd "kbd" Inline,
        Label "label" Inline, Mark "mark" Inline, Q "q" Inline, S "s" Inline, Samp "samp" Inline, Small "small" Inline,
        Span "span" Inline, Strike "strike" Inline, Strong "strong" Inline, Sub "sub" Inline, Sup "sup" Inline,
        Time "time" Inline, Tt "tt" Inline, U "u" Inline, Var "var" Inline, Wbr "wbr" Void, Slot "slot" Inline,
        Ruby "ruby" Inline, Rb "rb" Inline, Rt "rt" Inline, Rtc "rtc" Inline, Rp "rp" Inline,
        // Media
        Img "img" Void, Picture "picture" Inline, Source "source" Void, Video "video" Inline, Audio "audio" Inline,
        Track "track" Void, Iframe "iframe" Opaque, Embed "embed" Void, Object "object" Opaque, Param "param" Void,
        Canvas "canvas" Opaque, Svg "svg" Opaque, Map "map" Inline, Area "area" Void,
        AmpImg "amp-img" Inline,
        // Forms
        Form "form" Block, Fieldset "fieldset" Block, Legend "legend" Block, Input "input" Void, Button "button" Inline,
        Select "select" Opaque, Option "option" Block, Optgroup "optgroup" Block, Datalist "datalist" Opaque,
        Textarea "textarea" Opaque, Output "output" Inline, Progress "progress" Inline, Meter "meter" Inline,
        // Frames and leftovers of older pages
        Frameset "frameset" Opaque, Frame "frame" Void, Noframes "noframes" Opaque, Noembed "noembed" Opaque,
        Xmp "xmp" Opaque, Plaintext "plaintext" Opaque,
        // MathML: the elements that both browsers' setHTML default lets through
        Math "math" Math, Merror "merror" Math, Mfrac "mfrac" Math, Mi "mi" Math, Mmultiscripts "mmultiscripts" Math,
        Mn "mn" Math, Mo "mo" Math, Mover "mover" Math, Mpadded "mpadded" Math, Mphantom "mphantom" Math,
        Mprescripts "mprescripts" Math, Mroot "mroot" Math, Mrow "mrow" Math, Ms "ms" Math, Mspace "mspace" Math,
        Msqrt "msqrt" Math, Mstyle "mstyle" Math, Msub "msub" Math, Msubsup "msubsup" Math, Msup "msup" Math,
        Mtable "mtable" Math, Mtd "mtd" Math, Mtext "mtext" Math, Mtr "mtr" Math, Munder "munder" Math,
        Munderover "munderover" Math, Semantics "semantics" Math,
        // MathML that is never written but whose content must be told apart
        Annotation "annotation" Opaque, AnnotationXml "annotation-xml" Opaque,
    }
}
pub use table::Tag;

/// Where in [`Tag::ALL`] the names with one [`hash`] stand, 0 for nowhere; a
/// name whose place is taken stands in the next that is free.
static PLACES: [u8; PLACE_COUNT] = {
    let mut places = [0; PLACE_COUNT];
    let mut number = 1;
    while number < Tag::NAMES.len() {
        let mut place = hash(Tag::NAMES[number].as_bytes());
        while places[place] != 0 {
            place = (place + 1) % PLACE_COUNT;
        }
        places[place] = number_of(number);
        number += 1;
    }
    places
};

/// Some six times as many as there are names.
const PLACE_COUNT: usize = 1 << 10;

#[allow(clippy::cast_possible_truncation)]
const fn number_of(number: usize) -> u8 {
    assert!(number <= u8::MAX as usize, "more tags than a byte can number");
    number as u8
}

/// A number for a name, the same in any letter case.
const fn hash(name: &[u8]) -> usize {
    let mut hash = name.len();
    let mut rest = name;
    while let [byte, after @ ..] = rest {
        hash = hash.wrapping_mul(37) ^ (*byte | 0x20) as usize;
        rest = after;
    }
    (hash ^ hash >> 10) % PLACE_COUNT
}

impl Tag {
    /// Interns `name`, in any letter case. Unknown names give [`Tag::Other`].
    #[must_use]
    pub fn from_name(name: &[u8]) -> Tag {
        /// The longest name in the table is `annotation-xml`.
        const LONGEST: usize = 16;
        if name.len() > LONGEST {
            return Tag::Other;
        }
        let mut place = hash(name);
        while let Some(&number) = PLACES.get(place).filter(|&&number| number != 0) {
            let tag = Tag::ALL.get(usize::from(number)).copied().unwrap_or(Tag::Other);
            if tag.name().as_bytes().eq_ignore_ascii_case(name) {
                return tag;
            }
            place = (place + 1) % PLACE_COUNT;
        }
        Tag::Other
    }

    /// The name as HTML writes it; empty for [`Tag::Other`].
    #[must_use]
    pub fn name(self) -> &'static str {
        Tag::NAMES.get(self as usize).copied().unwrap_or_default()
    }

    /// Whether text on both sides of this element is on different lines.
    #[must_use]
    pub const fn is_block(self) -> bool {
        matches!(self.category(), Category::Block)
    }

    /// Whether the element has neither content nor an end tag.
    #[must_use]
    pub const fn is_void(self) -> bool {
        matches!(self.category(), Category::Void)
    }

    /// Whether the element's content is not text for a reader.
    #[must_use]
    pub const fn is_opaque(self) -> bool {
        matches!(self.category(), Category::Opaque)
    }

    /// Whether the element belongs to `MathML`.
    #[must_use]
    pub const fn is_math(self) -> bool {
        matches!(self.category(), Category::Math)
    }

    /// 1 to 6 for `h1` to `h6`.
    #[must_use]
    pub const fn heading_level(self) -> Option<u8> {
        match self {
            Tag::H1 => Some(1),
            Tag::H2 => Some(2),
            Tag::H3 => Some(3),
            Tag::H4 => Some(4),
            Tag::H5 => Some(5),
            Tag::H6 => Some(6),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_interns_to_itself_in_any_case() {
        for &tag in Tag::ALL {
            assert_eq!(Tag::from_name(tag.name().as_bytes()), tag);
            assert_eq!(Tag::from_name(tag.name().to_uppercase().as_bytes()), tag);
        }
    }

    #[test]
    fn unknown_and_overlong_names_are_other() {
        assert_eq!(Tag::from_name(b"my-element"), Tag::Other);
        assert_eq!(Tag::from_name(&[b'X'; 4096]), Tag::Other);
    }
}
