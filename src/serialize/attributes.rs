//! Attributes: from checked values to the bytes in a start tag.

use super::Serializer;
use super::escape::push_attribute;
use crate::allowlist::{self, OutAttr, Rule, Value};
use crate::tag::Tag;
use crate::value;

impl Serializer {
    /// Serialises attributes to the arena, in the order of the allow-list;
    /// returns where the `id` ends, which stands first.
    pub(super) fn push_attributes(&mut self, rule: &Rule, attrs: &[(OutAttr, &str)]) -> usize {
        let mut id_end = self.arena.len();
        for &attr in allowlist::global(rule.role).iter().chain(rule.attrs) {
            let given = accepted(attrs, attr);
            let value = match attr.value() {
                Value::Empty => given.map(|_| ""),
                // An image without words is said to have none.
                _ if attr == OutAttr::Alt => given.or(Some("")),
                _ => given,
            };
            let Some(value) = value else { continue };
            push_attribute(&mut self.arena, attr.name(), value);
            if attr == OutAttr::Id {
                id_end = self.arena.len();
            }
        }
        for (attr, value) in rule.forced {
            push_attribute(&mut self.arena, attr.name(), value);
        }
        id_end
    }
}

/// The value that is written for `attr`: of those given the first that fits.
pub(super) fn accepted<'a>(attrs: &[(OutAttr, &'a str)], attr: OutAttr) -> Option<&'a str> {
    attrs.iter().find(|&&(given, text)| given == attr && value::fits(attr.value(), text)).map(|&(_, text)| text)
}

/// What is written for an element, which is another where attributes without
/// which it means nothing are missing.
pub(super) fn rule_for(tag: Tag, attrs: &[(OutAttr, &str)]) -> Option<&'static Rule> {
    let meaning = match tag {
        Tag::A => Some(OutAttr::Href),
        Tag::Bdo => Some(OutAttr::Dir),
        _ => None,
    };
    let is_empty = meaning.is_some_and(|attr| accepted(attrs, attr).is_none());
    allowlist::rule(if is_empty { Tag::Span } else { tag })
}
