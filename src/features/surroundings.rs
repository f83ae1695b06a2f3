//! Surroundings: what the elements around a block say about it.
//!
//! Each element inherits what its ancestors say; one walk down the outline
//! gives every element its own set, so a block asks only its own element.

use crate::clutter::{Marks, NAMES, Strength};
use crate::outline::{Attr, Element, ElementId, Outline};
use crate::tag::Tag;

use super::{Columns, flag};
use crate::prose::Sums;

/// The tags whose presence above a block is a column of its own.
const AROUND: [(&str, &[Tag]); 16] = [
    ("article", &[Tag::Article]),
    ("main", &[Tag::Main]),
    ("section", &[Tag::Section]),
    ("nav", &[Tag::Nav]),
    ("aside", &[Tag::Aside]),
    ("header", &[Tag::Header, Tag::Hgroup]),
    ("footer", &[Tag::Footer]),
    ("list", &[Tag::Ul, Tag::Ol, Tag::Menu]),
    ("table", &[Tag::Table]),
    ("form", &[Tag::Form]),
    ("figure", &[Tag::Figure]),
    ("quote", &[Tag::Blockquote]),
    ("details", &[Tag::Details]),
    ("dialog", &[Tag::Dialog]),
    ("link", &[Tag::A]),
    ("code", &[Tag::Pre, Tag::Code]),
];

#[derive(Clone, Copy, Default)]
struct Inherited {
    /// Bit n: one of `AROUND[n]` is this element or around it.
    tags: u32,
    /// Hints of this element, its parent and grandparent.
    own: u64,
    parent: u64,
    grandparent: u64,
    /// Hints of this element and all around it.
    any: u64,
    lists: u8,
    articles: u8,
    certain: bool,
    likely: bool,
}

/// What every element of a page inherits.
pub(crate) struct Surroundings {
    inherited: Vec<Inherited>,
    alike: Vec<u16>,
}

impl Surroundings {
    pub(crate) fn new(outline: &Outline, marks: &Marks, sums: &Sums) -> Self {
        let mut inherited: Vec<Inherited> = Vec::with_capacity(outline.elements.len());
        for (id, element) in (0_u32..).zip(&outline.elements) {
            let above = inherited.get(element.parent as usize).copied().unwrap_or_default();
            let own = marks.hints(id).0;
            let mark = marks.mark(id);
            let mut tags = above.tags;
            for (bit, (_, set)) in AROUND.iter().enumerate() {
                if set.contains(&element.tag) {
                    tags |= 1 << bit;
                }
            }
            inherited.push(Inherited {
                tags,
                own,
                parent: above.own,
                grandparent: above.parent,
                any: above.any | own,
                lists: above.lists.saturating_add(u8::from(matches!(element.tag, Tag::Ul | Tag::Ol))),
                articles: above.articles.saturating_add(u8::from(element.tag == Tag::Article)),
                certain: above.certain || mark.is_some_and(|mark| mark.strength == Strength::Certain),
                likely: above.likely || mark.is_some(),
            });
        }
        Self { inherited, alike: count_alike(outline, sums) }
    }

    /// How many siblings of an element have its tag, its names and text of their own.
    pub(crate) fn alike(&self, id: ElementId) -> f32 {
        self.alike.get(id as usize).map_or(0.0, |&alike| f32::from(alike))
    }

    pub(crate) fn write(&self, id: ElementId, out: &mut impl Columns) {
        let at = self.inherited.get(id as usize).copied().unwrap_or_default();
        for (bit, (name, _)) in AROUND.iter().enumerate() {
            out.put(name, flag(at.tags & (1 << bit) != 0));
        }
        out.put("lists", f32::from(at.lists));
        out.put("articles", f32::from(at.articles));
        out.put("mark.certain", flag(at.certain));
        out.put("mark.likely", flag(at.likely));
        let near = at.own | at.parent | at.grandparent;
        for hint in 0..NAMES.len() {
            // 2: named close by; 1: somewhere above.
            let bit = 1_u64 << hint;
            let value = if near & bit != 0 { 2.0 } else { flag(at.any & bit != 0) };
            out.put_numbered("hint", hint, "", value);
        }
    }
}

/// How many levels lie between an element, the nearest element around it and `core`, and `core`.
pub(crate) fn way(outline: &Outline, id: ElementId, core: ElementId) -> (f32, f32) {
    let Some(core) = outline.element(core) else { return (0.0, 0.0) };
    let mut up = 0_u16;
    for around in outline.around(id) {
        if around.start <= core.start && core.end <= around.end {
            return (f32::from(up), f32::from(core.depth.saturating_sub(around.depth)));
        }
        up = up.saturating_add(1);
    }
    (f32::from(up), f32::from(core.depth))
}

/// For each element, its siblings of the same tag and class with text in them.
fn count_alike(outline: &Outline, sums: &Sums) -> Vec<u16> {
    let mut alike = vec![0_u16; outline.elements.len()];
    let mut kinds: Vec<((Tag, u32), u16)> = Vec::new();
    for (id, element) in (0_u32..).zip(&outline.elements) {
        if element.next <= id + 2 || element.first_block == element.end_block {
            continue;
        }
        kinds.clear();
        for child in outline.children(id) {
            let Some(kind) = outline.element(child).and_then(|child| kind_of(outline, child, sums)) else { continue };
            if let Some((_, count)) = kinds.iter_mut().find(|(known, _)| *known == kind) {
                *count = count.saturating_add(1);
            } else if kinds.len() < 16 {
                // A parent of very many kinds of children is no list.
                kinds.push((kind, 1));
            }
        }
        for child in outline.children(id) {
            let kind = outline.element(child).and_then(|child| kind_of(outline, child, sums));
            let count =
                kind.and_then(|kind| kinds.iter().find(|(known, _)| *known == kind)).map_or(0, |(_, count)| *count);
            if let Some(slot) = alike.get_mut(child as usize) {
                *slot = count.saturating_sub(1);
            }
        }
    }
    alike
}

/// Tag and length of the class attribute: cards of one list share both, and
/// comparing lengths needs no look at the page.
fn kind_of(outline: &Outline, element: &Element, sums: &Sums) -> Option<(Tag, u32)> {
    if sums.of(element).words == 0 {
        return None;
    }
    let class = outline.attrs_of(element).iter().find(|attr| attr.attr == Attr::Class);
    Some((element.tag, class.map_or(0, |attr| attr.value.end - attr.value.start)))
}
