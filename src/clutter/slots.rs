//! Advertising by shape and by where its links lead, where no name gives it away: a box that keeps the room of an
//! advertisement and holds none of the page's words, and a card whose links are paid for.

use super::endpoints::Lead;
use super::hints::ClassHints;
use super::shapes;
use super::survey::Survey;
use super::{Mark, Marks, Strength};
use crate::measure::declarations;
use crate::outline::{Attr, Element, ElementId};
use crate::tag::Tag;

/// Heights of advertisements in pixels, as the Interactive Advertising Bureau lists them and slots reserve them.
const HEIGHTS: &[&[u8]] = &[b"50px", b"90px", b"100px", b"250px", b"280px", b"300px", b"600px", b"1050px"];

/// What else keeps room free before it is drawn.
const DRAWN: ClassHints =
    ClassHints::MEDIA.with(ClassHints::TOOL).with(ClassHints::GALLERY).with(ClassHints::CODE).with(ClassHints::HERO);

/// Elements in the largest slot.
const PARTS: u32 = 8;

/// Words of the largest card.
const LARGEST: u32 = 60;

/// Links of the largest card: a strip of offers.
const MOST_LINKS: u32 = 12;

/// Room of the height of an advertisement that an element's own style keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Room {
    /// So much and no more, as a gap between two paragraphs has it.
    Fixed,
    /// So much, whatever comes: nothing else is kept waiting for.
    Growing,
}

impl Room {
    /// What a style keeps.
    pub(super) fn of(style: &[u8]) -> Option<Self> {
        let room = |(property, value): (&[u8], &[u8])| {
            if !HEIGHTS.contains(&value) {
                None
            } else if property.eq_ignore_ascii_case(b"min-height") {
                Some(Self::Growing)
            } else {
                property.eq_ignore_ascii_case(b"height").then_some(Self::Fixed)
            }
        };
        declarations(style).filter_map(room).max()
    }
}

/// How a link is known to be paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pay {
    /// It says so: `rel="sponsored"`.
    Said,
    /// It leads through an advertiser's count of clicks.
    Counted,
}

impl Pay {
    /// By where a link leads, and by its relation to the page.
    pub(super) fn of<'a>(lead: Option<Lead>, rel: impl FnOnce() -> Option<&'a [u8]>) -> Option<Self> {
        if lead == Some(Lead::Click) {
            return Some(Self::Counted);
        }
        let says = |rel: &[u8]| rel.split(u8::is_ascii_whitespace).any(|word| word.eq_ignore_ascii_case(b"sponsored"));
        rel().is_some_and(says).then_some(Self::Said)
    }
}

/// Marks slots and paid cards.
pub(super) fn mark(survey: &Survey<'_>, marks: &mut Marks) {
    for &(id, room) in &survey.reserved {
        if survey.element(id).is_some_and(|element| is_slot(survey, id, element, room)) {
            marks.put(id, Mark::of(shapes::RESERVED_SLOT, Strength::Certain));
        }
    }
    mark_cards(survey, marks);
}

/// A box that holds what a script writes into, or room that grows and nothing at all.
fn is_slot(survey: &Survey<'_>, id: ElementId, element: &Element, room: Room) -> bool {
    let within = survey.outline.elements.get(id as usize + 1..element.next as usize).unwrap_or_default();
    survey.words_of(element).all == 0
        && element.next - id <= PARTS
        && !survey.hints_of(id).any(DRAWN)
        && within.iter().all(|part| match part.tag {
            Tag::Div | Tag::Span | Tag::Script | Tag::Style | Tag::Noscript => true,
            Tag::Iframe => is_unaddressed(survey, part),
            _ => false,
        })
        && (room == Room::Growing || within.iter().any(|part| matches!(part.tag, Tag::Iframe | Tag::Script)))
}

/// Whether a frame has no address of its own.
fn is_unaddressed(survey: &Survey<'_>, frame: &Element) -> bool {
    let source = survey.outline.attr(survey.html, frame, Attr::Src).unwrap_or_default().trim_ascii();
    // What is loaded later, or written into the tag itself, is an embedded thing.
    let tag = survey.html.get(frame.start as usize..frame.inner as usize).unwrap_or_default();
    let written = tag.windows(6).any(|part| part.eq_ignore_ascii_case(b"srcdoc"));
    let later = survey.outline.attrs_of(frame).iter().any(|found| found.attr == Attr::Data);
    !written && !later && (source.is_empty() || source.starts_with(b"about:") || source.starts_with(b"javascript:"))
}

/// Marks cards all of whose links are paid for: by the count that they lead through, or, where few links of the page
/// say so, by what they say. Where many do, the page is about what it earns money with.
fn mark_cards(survey: &Survey<'_>, marks: &mut Marks) {
    /// Links that say so on a page that is about something else.
    const FEW: usize = 6;
    if survey.paid.is_empty() || !survey.has_prose() {
        return;
    }
    let few = survey.paid.iter().filter(|(_, pay)| *pay == Pay::Said).count() <= FEW;
    for &(link, pay) in survey.paid.iter().filter(|(_, pay)| *pay == Pay::Counted || few) {
        let around = survey.containers(link).take_while(|(id, element)| is_paid(survey, *id, element));
        let card = around.filter(|(id, element)| {
            let parts = survey.parts_of(*id);
            matches!(element.tag, Tag::Div | Tag::Aside | Tag::Section | Tag::Li)
                && survey.words_of(element).all > 0
                && (pay == Pay::Counted || parts.links == 1 && parts.media > 0)
        });
        if let Some((card, _)) = card.last() {
            marks.put(card, Mark::of(shapes::PAID_CARD, Strength::Certain));
        }
    }
}

/// Whether an element holds few words, most of them in links, and no link that is not paid for.
fn is_paid(survey: &Survey<'_>, id: ElementId, element: &Element) -> bool {
    let (words, parts) = (survey.words_of(element), survey.parts_of(id));
    let before = |end: ElementId| survey.paid.partition_point(|(link, _)| *link < end);
    let paid = before(element.next) - before(id);
    words.all <= LARGEST
        && words.linked_at_least(70)
        && words.stops <= 2
        && parts.titles + parts.bodies == 0
        && parts.links <= MOST_LINKS
        && parts.links as usize == paid
}
