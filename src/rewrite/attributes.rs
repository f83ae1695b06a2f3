//! Attributes: the page's raw ones in, checked values for the serialiser out.

use std::collections::HashSet;

use crate::allowlist::{self, OutAttr, Value};
use crate::entity;
use crate::events::Start;
use crate::image::is_beacon;
use crate::link::{Links, Target, own_id};
use crate::outline::{Attr, Element, Outline};
use crate::plan::Plan;
use crate::tag::Tag;

/// Ids that some link of the page leads to: only these are worth an id.
pub(super) type Anchors = HashSet<String>;

/// Collects them from the links that are kept.
pub(super) fn anchors(html: &[u8], outline: &Outline, plan: &Plan, links: &Links) -> Anchors {
    let kept = |(id, element): &(usize, &Element)| {
        element.tag == Tag::A
            && plan.removed.get(*id) == Some(&None)
            && plan.keep.get(element.first_block as usize) == Some(&true)
    };
    let hrefs =
        outline.elements.iter().enumerate().filter(kept).filter_map(|(_, link)| outline.attr(html, link, Attr::Href));
    let inside =
        hrefs.filter(|raw| raw.contains(&b'#')).filter_map(|raw| match links.href(&entity::decode_attribute(raw)) {
            Some(Target::Inside(id)) if !id.is_empty() => Some(id),
            _ => None,
        });
    inside.collect()
}

/// What the serialiser may be told about an element.
pub(super) fn checked(html: &[u8], start: &Start<'_>, links: &Links, anchors: &Anchors) -> Vec<(OutAttr, String)> {
    let Some(rule) = allowlist::rule(start.tag) else { return Vec::new() };
    let mut checked = Vec::new();
    for &attr in allowlist::global(rule.role).iter().chain(rule.attrs) {
        let value = match attr {
            OutAttr::DataLanguage => code_language(html, start),
            OutAttr::Id => start.value(html, "id").filter(|id| anchors.contains(id)).and_then(|id| own_id(&id)),
            _ => start.value(html, attr.name()).and_then(|value| check(attr, value, links, anchors)),
        };
        if let Some(value) = value {
            checked.push((attr, value));
        }
    }
    // `<a name>` is how older pages make an anchor.
    if start.tag == Tag::A
        && !checked.iter().any(|(attr, _)| *attr == OutAttr::Id)
        && let Some(name) = start.value(html, "name").filter(|name| anchors.contains(name))
        && let Some(id) = own_id(&name)
    {
        checked.push((OutAttr::Id, id));
    }
    checked
}

fn check(attr: OutAttr, value: String, links: &Links, anchors: &Anchors) -> Option<String> {
    match attr.value() {
        Value::Link => match links.href(&value)? {
            Target::Outside(address) => Some(address),
            Target::Inside(id) if anchors.contains(&id) => own_id(&id).map(|id| format!("#{id}")),
            Target::Inside(_) => None,
        },
        // A picture may stand in its address, but pictures are chosen elsewhere.
        Value::Media => links.web(&value).filter(|address| !is_beacon(address)).map(|address| address.written()),
        // Sources are chosen with the picture that they belong to.
        Value::Sources => None,
        Value::OneOf(words) => {
            let lower = value.trim().to_ascii_lowercase();
            // Numbering of lists tells upper case from lower.
            let exact = words.iter().find(|word| **word == value.trim());
            exact.or_else(|| words.iter().find(|word| **word == lower)).map(|word| (*word).to_owned())
        }
        Value::Text | Value::Empty => Some(value),
        _ => Some(value.trim().to_owned()),
    }
}

/// The language of code, where a highlighter's class or attribute names it.
fn code_language(html: &[u8], start: &Start<'_>) -> Option<String> {
    for name in ["data-language", "data-lang", "lang-name"] {
        if let Some(value) = start.value(html, name) {
            return Some(value.trim().to_ascii_lowercase());
        }
    }
    let class = start.value(html, "class")?;
    let mut tokens = class.split_ascii_whitespace();
    let named = tokens.find_map(|token| {
        ["language-", "lang-", "highlight-source-", "brush:"].iter().find_map(|prefix| token.strip_prefix(prefix))
    });
    named.map(str::to_ascii_lowercase).filter(|name| !matches!(name.as_str(), "none" | "plaintext" | "text"))
}
