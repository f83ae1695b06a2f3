//! Foreign content: SVG and `MathML` within HTML.
//!
//! There `/>` ends an element, CDATA is text and `<title>` holds markup. HTML
//! begins again inside a few of their elements, and where an element turns up
//! that cannot stand in them. (HTML standard, "parsing tokens in foreign content".)

use crate::outline::Span;
use crate::tag::Tag;
use crate::tokens::RawAttribute;

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Namespace {
    Html,
    Svg,
    MathMl,
}

/// The namespace of an element that stands in another.
pub(super) const fn namespace(around: Namespace, tag: Tag) -> Namespace {
    match tag {
        Tag::Svg => Namespace::Svg,
        Tag::Math => Namespace::MathMl,
        _ => around,
    }
}

/// The namespace of what stands in an element.
pub(super) fn inside(html: &[u8], own: Namespace, tag: Tag, name: Span, attributes: &[RawAttribute]) -> Namespace {
    let html_again = match own {
        Namespace::Html => return own,
        Namespace::Svg => tag == Tag::Title || is_one_of(name.of(html), &[b"desc", b"foreignobject"]),
        Namespace::MathMl if tag == Tag::AnnotationXml => attributes.iter().any(|attribute| {
            attribute.name.of(html).eq_ignore_ascii_case(b"encoding")
                && is_one_of(attribute.value.of(html), &[b"text/html", b"application/xhtml+xml"])
        }),
        Namespace::MathMl => matches!(tag, Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext),
    };
    if html_again { Namespace::Html } else { own }
}

/// Whether an element ends the foreign content that it stands in.
#[rustfmt::skip]
pub(super) fn breaks_out(html: &[u8], tag: Tag, name: Span, attributes: &[RawAttribute]) -> bool {
    use Tag::{
        B, Big, Blockquote, Body, Br, Center, Code, Dd, Div, Dl, Dt, Em, Embed, Font, H1, H2, H3, H4, H5, H6, Head, Hr,
        I, Img, Li, Menu, Meta, Ol, Other, P, Pre, Ruby, S, Small, Span, Strike, Strong, Sub, Sup, Table, Tt, U, Ul, Var,
    };
    match tag {
        B | Big | Blockquote | Body | Br | Center | Code | Dd | Div | Dl | Dt | Em | Embed | H1 | H2 | H3 | H4 | H5 | H6
        | Head | Hr | I | Img | Li | Menu | Meta | Ol | P | Pre | Ruby | S | Small | Span | Strike | Strong | Sub | Sup
        | Table | Tt | U | Ul | Var => true,
        Font => attributes.iter().any(|attribute| is_one_of(attribute.name.of(html), &[b"color", b"face", b"size"])),
        Other => is_one_of(name.of(html), &[b"listing", b"nobr"]),
        _ => false,
    }
}

/// Whether an element that the tag table does not know has no content: leftovers of old browsers.
pub(super) fn is_obsolete_void(tag: Tag, name: &[u8]) -> bool {
    tag == Tag::Other && is_one_of(name, &[b"basefont", b"bgsound", b"keygen"])
}

fn is_one_of(name: &[u8], names: &[&[u8]]) -> bool {
    names.iter().any(|other| name.eq_ignore_ascii_case(other))
}
