//! Attributes: from checked values to the bytes in a start tag.

use super::Serializer;
use super::escape::push_attribute;
use crate::allowlist::{self, OutAttr, Rule, Value};
use crate::tag::Tag;
use crate::value;

/// Attributes seen are kept in the bits of a word.
const _: () = assert!(OutAttr::ALL.len() <= u64::BITS as usize);

impl Serializer {
    /// Serialises attributes to the arena; returns where the `id` ends.
    pub(super) fn push_attributes(&mut self, rule: &Rule, attrs: &[(OutAttr, &str)]) -> usize {
        let start = self.arena.len();
        let mut id_end = start;
        let allowed = |attr: OutAttr| rule.attrs.contains(&attr) || allowlist::global(rule.role).contains(&attr);
        let ids_first = attrs.iter().filter(|(attr, _)| *attr == OutAttr::Id);
        let others = attrs.iter().filter(|(attr, _)| *attr != OutAttr::Id);
        let mut seen = 0_u64;
        for &(attr, value) in ids_first.chain(others) {
            let bit = 1_u64 << (attr as u8);
            if seen & bit == 0 && allowed(attr) && value::fits(attr.value(), value) {
                seen |= bit;
                let value = if attr.value() == Value::Empty { "" } else { value };
                push_attribute(&mut self.arena, attr.name(), value);
                if attr == OutAttr::Id {
                    id_end = self.arena.len();
                }
            }
        }
        if rule.written == Tag::Img && seen & (1 << (OutAttr::Alt as u8)) == 0 {
            push_attribute(&mut self.arena, OutAttr::Alt.name(), "");
        }
        if rule.written != Tag::A || seen & (1 << (OutAttr::Href as u8)) != 0 {
            for (attr, value) in rule.forced {
                push_attribute(&mut self.arena, attr.name(), value);
            }
        }
        id_end
    }
}

/// Whether the first value given for `attr` will be written.
pub(super) fn accepted(attrs: &[(OutAttr, &str)], attr: OutAttr) -> bool {
    attrs.iter().any(|&(given, text)| given == attr && value::fits(attr.value(), text))
}
