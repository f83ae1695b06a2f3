//! Holders: what an element holds besides text.
//!
//! A container with a form and two links is a prompt; one with the page's title and a lead picture is the
//! article. Counts over subtrees are differences of running totals over the elements, which stand in pre-order.

use crate::article::Reason;
use crate::clutter::Marks;
use crate::outline::{ElementId, Outline};
use crate::tag::Tag;

use super::{Columns, flag, share};

/// Running totals over the elements of a page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Held {
    pub(super) elements: u32,
    pub(super) headings: u32,
    pub(super) titles: u32,
    pub(super) media: u32,
    pub(super) controls: u32,
    pub(super) items: u32,
    pub(super) paragraphs: u32,
    pub(super) times: u32,
    pub(super) cells: u32,
    pub(super) code: u32,
    pub(super) links: u32,
    pub(super) articles: u32,
}

macro_rules! each {
    ($one:expr, $other:expr, $combine:expr; $($field:ident),*) => {
        Held { $($field: $combine($one.$field, $other.$field),)* }
    };
}

impl Held {
    fn combine(self, other: Self, with: fn(u32, u32) -> u32) -> Self {
        each!(self, other, with; elements, headings, titles, media, controls, items, paragraphs, times, cells, code, links, articles)
    }

    fn of_tag(tag: Tag) -> Self {
        let one = |tags: &[Tag]| u32::from(tags.contains(&tag));
        Self {
            elements: 1,
            headings: u32::from(tag.heading_level().is_some()),
            titles: one(&[Tag::H1]),
            media: one(&[Tag::Img, Tag::Picture, Tag::Video, Tag::Audio, Tag::AmpImg, Tag::Iframe]),
            controls: one(&[Tag::Button, Tag::Input, Tag::Form, Tag::Textarea, Tag::Select]),
            items: one(&[Tag::Li]),
            paragraphs: one(&[Tag::P]),
            times: one(&[Tag::Time]),
            cells: one(&[Tag::Td]),
            code: one(&[Tag::Pre, Tag::Code]),
            links: one(&[Tag::A]),
            articles: one(&[Tag::Article]),
        }
    }
}

/// What every element of a page holds.
pub(super) struct Holders {
    running: Vec<Held>,
    /// Words of marked blocks before each block.
    marked: Vec<u32>,
    title: Option<u32>,
}

impl Holders {
    /// `reasons`: for each element, the reason of the mark on it or around it.
    pub(super) fn new(outline: &Outline, marks: &Marks, reasons: &[Option<Reason>], title: Option<ElementId>) -> Self {
        let mut running = Vec::with_capacity(outline.elements.len() + 1);
        let mut sum = Held::default();
        running.push(sum);
        for element in &outline.elements {
            sum = sum.combine(Held::of_tag(element.tag), u32::saturating_add);
            running.push(sum);
        }
        let mut marked = Vec::with_capacity(outline.blocks.len() + 1);
        let mut words = 0_u32;
        marked.push(words);
        for (at, block) in outline.blocks.iter().enumerate() {
            if marks.block(at).is_some() || reasons.get(block.element as usize).is_some_and(Option::is_some) {
                words = words.saturating_add(block.text.words);
            }
            marked.push(words);
        }
        Self { running, marked, title }
    }

    /// What the whole page holds.
    pub(super) fn page(&self) -> Held {
        self.running.last().copied().unwrap_or_default()
    }

    /// Words of the page that are marked as clutter.
    pub(super) fn marked(&self) -> u32 {
        self.marked.last().copied().unwrap_or_default()
    }

    fn of(&self, id: ElementId, next: ElementId) -> Held {
        let at = |place: u32| self.running.get(place as usize).copied().unwrap_or_else(|| self.page());
        at(next).combine(at(id), u32::saturating_sub)
    }

    pub(super) fn write(&self, outline: &Outline, id: ElementId, level: usize, words: u32, out: &mut impl Columns) {
        let element = outline.element(id).copied();
        let held = element.map_or_else(|| self.page(), |element| self.of(id, element.next));
        let title = self.title.is_some_and(|title| id <= title && element.is_none_or(|element| title < element.next));
        out.put_numbered("holds", level, "the_title", flag(title));
        out.put_numbered("holds", level, "h1", held.titles as f32);
        out.put_numbered("holds", level, "headings", held.headings as f32);
        out.put_numbered("holds", level, "media", held.media as f32);
        out.put_numbered("holds", level, "controls", held.controls as f32);
        out.put_numbered("holds", level, "items", share(held.items, held.elements));
        out.put_numbered("holds", level, "paragraphs", held.paragraphs as f32);
        out.put_numbered("holds", level, "times", held.times as f32);
        out.put_numbered("holds", level, "links", held.links as f32);
        out.put_numbered("holds", level, "words_per_link", share(words, held.links));
        let at = |place: u32| self.marked.get(place as usize).copied().unwrap_or_else(|| self.marked());
        let marked = element
            .map_or_else(|| self.marked(), |element| at(element.end_block).saturating_sub(at(element.first_block)));
        out.put_numbered("holds", level, "marked", share(marked, words));
    }
}
