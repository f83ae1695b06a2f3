//! The language of the text and the direction it is written in.

use super::page::Page;
use super::words::RIGHT_TO_LEFT;
use crate::article::Direction;
use crate::json_ld::Subject;
use crate::outline::{Attr, Element, ElementId};
use crate::tag::Tag;

/// The language as a BCP 47 tag.
pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, around: Option<ElementId>) -> Option<String> {
    let elements = outwards(page, around);
    let declared = elements.filter_map(|element| page.attr(element, Attr::Lang)).find_map(|lang| tag(&lang));
    let metas = ["content-language", "og:locale", "dc.language", "dcterms.language", "language", "inlanguage"];
    let stated = || metas.iter().flat_map(|key| page.metas_of(key)).find_map(tag);
    declared.or_else(stated).or_else(|| tag(subject?.language.as_deref()?))
}

/// The direction, declared or as the language is written.
pub(super) fn direction(page: &Page<'_>, language: Option<&str>, around: Option<ElementId>) -> Option<Direction> {
    let declared = outwards(page, around).filter_map(|element| page.attr(element, Attr::Dir)).find_map(|dir| match dir
        .to_ascii_lowercase()
        .as_str()
    {
        "rtl" => Some(Direction::Rtl),
        "ltr" => Some(Direction::Ltr),
        _ => None,
    });
    declared.or_else(|| {
        let language = language?.to_ascii_lowercase();
        let primary = language.split('-').next().unwrap_or_default();
        let right_to_left = RIGHT_TO_LEFT.contains(&primary)
            || RIGHT_TO_LEFT.iter().any(|known| known.contains('-') && language.starts_with(known));
        right_to_left.then_some(Direction::Rtl)
    })
}

/// The title's element and all around it, innermost first; `body` and `html` where there is none.
fn outwards<'p>(page: &'p Page<'_>, around: Option<ElementId>) -> impl Iterator<Item = &'p Element> {
    let from = around.into_iter().flat_map(|id| page.outline.around(id));
    let roots = page.outline.elements.iter().filter(|element| matches!(element.tag, Tag::Body | Tag::Html));
    let mut roots: Vec<&Element> = roots.take(2).collect();
    roots.reverse();
    from.chain(roots)
}

/// `en_US`, `EN-us`, `English` … as a tag, if it is one.
fn tag(text: &str) -> Option<String> {
    let text = text.split([',', ';']).next().unwrap_or_default().trim().replace('_', "-");
    let mut parts = text.split('-');
    let primary = parts
        .next()
        .filter(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    let mut tag = primary.to_ascii_lowercase();
    for part in parts.take(3) {
        if part.is_empty() || part.len() > 8 || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            break;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 if part.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                tag.push_str(&part.get(..1).unwrap_or_default().to_ascii_uppercase());
                tag.push_str(&part.get(1..).unwrap_or_default().to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    (tag != "und" && tag != "mul").then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn languages_in_every_spelling() {
        for (text, expected) in [
            ("en", Some("en")),
            ("en_US", Some("en-US")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("DE-de", Some("de-DE")),
            ("en, de", Some("en")),
            ("English", None),
            ("", None),
            ("x", None),
            ("en-\"><script>", Some("en")),
        ] {
            assert_eq!(tag(text).as_deref(), expected, "{text}");
        }
    }
}
