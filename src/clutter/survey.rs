//! The survey: what each element holds, countable for any subtree at once.
//!
//! Shapes ask "how many words, links and controls are in here?" of many
//! elements. The outline is in pre-order, so a subtree is a range, and running
//! totals answer for any range by one subtraction.

use super::buckets::padded;
use super::css_in_js;
use super::endpoints::{self, Lead};
use super::hints::ClassHints;
use super::rule::{On, Rule};
use super::slots::{Pay, Room};
use super::vendors;
use crate::outline::{Attr, Block, Element, ElementId, NO_ELEMENT, Outline};
use crate::tag::Tag;

/// Totals of a range of blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// All words.
    pub(super) all: u32,
    /// Words in links.
    pub(super) linked: u32,
    /// Ends of sentences.
    pub(super) stops: u32,
}

impl Words {
    /// Words outside links.
    pub(super) const fn plain(self) -> u32 {
        self.all.saturating_sub(self.linked)
    }

    /// Whether at least this percentage of the words are in links.
    pub(super) const fn linked_at_least(self, percent: u32) -> bool {
        self.linked.saturating_mul(100) >= self.all.saturating_mul(percent)
    }
}

/// Totals of a range of elements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// `button`, `input`, `form` and their like.
    pub(super) controls: u32,
    /// Links.
    pub(super) links: u32,
    /// Links to share endpoints.
    pub(super) shares: u32,
    /// Images, videos and their like.
    pub(super) media: u32,
    /// `h1` and `h2`.
    pub(super) headings: u32,
    /// `h1`.
    pub(super) titles: u32,
    /// Fields to type into.
    pub(super) fields: u32,
    /// Of these, fields for an address to write to.
    pub(super) emails: u32,
    /// Of these, fields for a password.
    pub(super) passwords: u32,
    /// Fields for more than a line.
    pub(super) areas: u32,
    /// `article` and `main`.
    pub(super) bodies: u32,
    /// `math`.
    pub(super) formulas: u32,
}

impl Parts {
    const fn plus(self, other: Self) -> Self {
        Self {
            controls: self.controls.saturating_add(other.controls),
            links: self.links.saturating_add(other.links),
            shares: self.shares.saturating_add(other.shares),
            media: self.media.saturating_add(other.media),
            headings: self.headings.saturating_add(other.headings),
            titles: self.titles.saturating_add(other.titles),
            fields: self.fields.saturating_add(other.fields),
            emails: self.emails.saturating_add(other.emails),
            passwords: self.passwords.saturating_add(other.passwords),
            areas: self.areas.saturating_add(other.areas),
            bodies: self.bodies.saturating_add(other.bodies),
            formulas: self.formulas.saturating_add(other.formulas),
        }
    }

    const fn minus(self, other: Self) -> Self {
        Self {
            controls: self.controls.saturating_sub(other.controls),
            links: self.links.saturating_sub(other.links),
            shares: self.shares.saturating_sub(other.shares),
            media: self.media.saturating_sub(other.media),
            headings: self.headings.saturating_sub(other.headings),
            titles: self.titles.saturating_sub(other.titles),
            fields: self.fields.saturating_sub(other.fields),
            emails: self.emails.saturating_sub(other.emails),
            passwords: self.passwords.saturating_sub(other.passwords),
            areas: self.areas.saturating_sub(other.areas),
            bodies: self.bodies.saturating_sub(other.bodies),
            formulas: self.formulas.saturating_sub(other.formulas),
        }
    }
}

/// A page with running totals, and what its start tags say.
pub(super) struct Survey<'p> {
    pub(super) html: &'p [u8],
    pub(super) outline: &'p Outline,
    /// What the names of each element mean.
    pub(super) hints: Vec<ClassHints>,
    /// The elements that break a vendor's rule.
    pub(super) rules: Vec<(ElementId, &'static Rule)>,
    /// The elements whose names or tags mean something: half of a page's, and most questions are about few of them.
    telling: Vec<ElementId>,
    words: Vec<Words>,
    parts: Vec<Parts>,
    /// Blocks whose own style keeps the room of an advertisement.
    pub(super) reserved: Vec<(ElementId, Room)>,
    /// Links that are paid for.
    pub(super) paid: Vec<(ElementId, Pay)>,
    /// Words in paragraphs: blocks of some length that are not links.
    prose: u32,
}

impl<'p> Survey<'p> {
    /// Reads every start tag once.
    pub(super) fn of(html: &'p [u8], outline: &'p Outline) -> Self {
        let mut names = Names::new();
        let count = outline.elements.len();
        let (mut hints, mut parts) = (Vec::with_capacity(count), Vec::with_capacity(count + 1));
        let (mut rules, mut telling) = (Vec::new(), Vec::new());
        let mut sum = Parts::default();
        let (mut reserved, mut paid) = (Vec::new(), Vec::new());
        for (id, element) in (0..).zip(&outline.elements) {
            let (element_hints, rule, style) = names.read(html, outline, element);
            if let Some(room) = style.filter(|_| element.tag.is_block()).and_then(Room::of) {
                reserved.push((id, room));
            }
            if element_hints != ClassHints::NONE || matches!(element.tag, Tag::Nav | Tag::Header | Tag::Footer) {
                telling.push(id);
            }
            if let Some(rule) = rule {
                rules.push((id, rule));
            }
            hints.push(element_hints);
            parts.push(sum);
            if element.tag == Tag::A {
                let lead = outline.attr(html, element, Attr::Href).and_then(endpoints::lead);
                sum.links += 1;
                sum.shares += u32::from(lead == Some(Lead::Share));
                if let Some(pay) = Pay::of(lead, || outline.attr(html, element, Attr::Rel)) {
                    paid.push((id, pay));
                }
            } else if let Some(own) = parts_of(html, outline, element) {
                sum = sum.plus(own);
            }
        }
        parts.push(sum);
        let mut words = Vec::with_capacity(outline.blocks.len() + 1);
        let (mut sum, mut prose) = (Words::default(), 0_u32);
        for block in &outline.blocks {
            let text = block.text;
            if text.words >= 25 && text.stops >= 2 && text.link_words.saturating_mul(4) < text.words {
                prose = prose.saturating_add(text.words);
            }
            words.push(sum);
            sum.all = sum.all.saturating_add(block.text.words);
            sum.linked = sum.linked.saturating_add(block.text.link_words);
            sum.stops = sum.stops.saturating_add(block.text.stops);
        }
        words.push(sum);
        Self { html, outline, hints, rules, telling, words, parts, reserved, paid, prose }
    }

    pub(super) fn element(&self, id: ElementId) -> Option<&'p Element> {
        self.outline.element(id)
    }

    pub(super) fn hints_of(&self, id: ElementId) -> ClassHints {
        self.hints.get(id as usize).copied().unwrap_or_default()
    }

    /// The elements whose names mean something, and what is called navigation, header or footer by its tag.
    pub(super) fn telling(&self) -> impl Iterator<Item = (ElementId, &'p Element)> + '_ {
        self.telling.iter().filter_map(|&id| Some((id, self.element(id)?)))
    }

    /// The elements whose names mean one of these.
    pub(super) fn named(&self, hints: ClassHints) -> impl Iterator<Item = (ElementId, &'p Element)> + '_ {
        self.telling().filter(move |&(id, _)| self.hints_of(id).any(hints))
    }

    /// Whether the page has a text of its own. Where it has none, links to
    /// other pages may be what it is for.
    pub(super) const fn has_prose(&self) -> bool {
        self.prose >= 200
    }

    /// Totals over all blocks of the page.
    pub(super) fn page_words(&self) -> Words {
        self.words.last().copied().unwrap_or_default()
    }

    /// Totals over the blocks inside an element.
    pub(super) fn words_of(&self, element: &Element) -> Words {
        self.words_between(element.first_block, element.end_block)
    }

    /// Totals over a range of blocks.
    pub(super) fn words_between(&self, first: u32, end: u32) -> Words {
        let last = u32::try_from(self.words.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let at = |index: u32| self.words.get(index.min(last) as usize).copied().unwrap_or_default();
        let (from, to) = (at(first), at(end));
        Words {
            all: to.all.saturating_sub(from.all),
            linked: to.linked.saturating_sub(from.linked),
            stops: to.stops.saturating_sub(from.stops),
        }
    }

    /// Totals over all elements of the page.
    pub(super) fn page_parts(&self) -> Parts {
        self.parts.last().copied().unwrap_or_default()
    }

    /// Totals over an element and everything inside it.
    pub(super) fn parts_of(&self, id: ElementId) -> Parts {
        let at = |index: u32| self.parts.get(index as usize).copied().unwrap_or_default();
        self.element(id).map_or_else(Parts::default, |element| at(element.next).minus(at(id)))
    }

    /// Whether an element holds links to share endpoints: asked of all, and few do.
    pub(super) fn shares_in(&self, id: ElementId) -> bool {
        let before = |index: u32| self.parts.get(index as usize).map_or(0, |parts| parts.shares);
        self.element(id).is_some_and(|element| before(element.next) > before(id))
    }

    /// The element and those around it, innermost first, up to but not
    /// including the page's own frame (`body`, `html`, `main`).
    pub(super) fn containers(&self, id: ElementId) -> impl Iterator<Item = (ElementId, &'p Element)> + '_ {
        self.outline
            .ancestors(id)
            .filter_map(|id| Some((id, self.element(id)?)))
            .take_while(|(_, element)| !is_frame(element.tag))
    }

    /// Whether an element or one around it has one of these tags.
    pub(super) fn is_within(&self, id: ElementId, tags: &[Tag]) -> bool {
        self.outline.ancestors(id).any(|id| self.element(id).is_some_and(|element| tags.contains(&element.tag)))
    }

    /// The blocks of an element with their places.
    pub(super) fn blocks_of(&self, element: &Element) -> impl Iterator<Item = (usize, &'p Block)> + use<'p> {
        let first = element.first_block as usize;
        let blocks = self.outline.blocks.get(first..element.end_block as usize).unwrap_or_default();
        blocks.iter().enumerate().map(move |(at, block)| (first + at, block))
    }
}

/// What the links of a table of contents lead to.
const fn is_anchor(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::Section | Tag::Article | Tag::P | Tag::Li | Tag::Dt | Tag::A)
}

/// Elements that are the page itself: never clutter.
pub(super) const fn is_frame(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Head)
}

/// What an element is itself; most are nothing that is counted.
fn parts_of(html: &[u8], outline: &Outline, element: &Element) -> Option<Parts> {
    let one = |yes: bool| u32::from(yes);
    let tag = element.tag;
    let attr = |attr| outline.attr(html, element, attr);
    let parts = match tag {
        Tag::Button | Tag::Form => Parts { controls: 1, ..Parts::default() },
        Tag::Input => match attr(Attr::Type).map(InputKind::of).unwrap_or_default() {
            InputKind::Pressed => Parts::default(),
            InputKind::Password => Parts { controls: 1, fields: 1, passwords: 1, ..Parts::default() },
            InputKind::Email => Parts { controls: 1, fields: 1, emails: 1, ..Parts::default() },
            InputKind::Typed => {
                let named = [Attr::Name, Attr::Id].into_iter().filter_map(attr).any(names_email);
                Parts { controls: 1, fields: 1, emails: one(named), ..Parts::default() }
            }
        },
        Tag::Textarea => Parts { fields: 1, areas: 1, ..Parts::default() },
        Tag::H1 => Parts { headings: 1, titles: 1, ..Parts::default() },
        Tag::H2 => Parts { headings: 1, ..Parts::default() },
        Tag::Article | Tag::Main => Parts { bodies: 1, ..Parts::default() },
        Tag::Math => Parts { formulas: 1, ..Parts::default() },
        Tag::Img | Tag::Picture | Tag::Video | Tag::Audio | Tag::AmpImg | Tag::Iframe | Tag::Figure => {
            Parts { media: 1, ..Parts::default() }
        }
        _ => return None,
    };
    Some(parts)
}

/// What an `<input>` is for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum InputKind {
    #[default]
    Typed,
    Email,
    Password,
    /// Not typed into: pressed, chosen or hidden.
    Pressed,
}

impl InputKind {
    fn of(kind: &[u8]) -> Self {
        let is = |name: &[u8]| kind.eq_ignore_ascii_case(name);
        if is(b"email") {
            Self::Email
        } else if is(b"password") {
            Self::Password
        } else if [&b"hidden"[..], b"submit", b"button", b"checkbox", b"radio", b"image", b"reset"].into_iter().any(is)
        {
            Self::Pressed
        } else {
            Self::Typed
        }
    }
}

/// Whether a field's name says that an e-mail address goes in.
fn names_email(name: &[u8]) -> bool {
    let mut found = false;
    css_in_js::split(name, |word| found |= matches!(word, b"email" | b"mail"));
    found
}

/// Where a name stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A whole `class` attribute.
    Class,
    /// One class of it, or what names an element as a class would.
    Token,
    Id,
    /// The id of a part of a text, made of the part's own words.
    Anchor,
}

/// What one name says.
#[derive(Clone, Copy)]
struct Name<'p> {
    text: &'p [u8],
    place: Place,
    hints: ClassHints,
    rule: Option<&'static Rule>,
}

/// What the names of an element mean, the rule that they break, and the element's own style.
type Read<'p> = (ClassHints, Option<&'static Rule>, Option<&'p [u8]>);

/// Reads names. Pages repeat them, whole lists of classes as well as single ones, so what was read last
/// is remembered in a table of fixed size, where a clash only means reading again.
struct Names<'p> {
    seen: Vec<Name<'p>>,
    /// For each slot the number of its name in `seen`, counted from 1.
    slots: Vec<u16>,
}

impl<'p> Names<'p> {
    const SLOTS: usize = 2048;

    fn new() -> Self {
        Self { seen: Vec::new(), slots: vec![0; Self::SLOTS] }
    }

    /// What the names of an element say, and its style, since its attributes are gone through.
    fn read(&mut self, html: &'p [u8], outline: &'p Outline, element: &Element) -> Read<'p> {
        let (mut hints, mut rule, mut style) = (ClassHints::NONE, None, None);
        if element.tag == Tag::Other {
            rule = vendors::find(On::Tag, tag_name(html, element));
        }
        for found in outline.attrs_of(element) {
            let value = found.value.of(html);
            match found.attr {
                Attr::Class | Attr::Id => {
                    let place = match found.attr {
                        Attr::Class => Place::Class,
                        _ if is_anchor(element.tag) => Place::Anchor,
                        _ => Place::Id,
                    };
                    let (its_hints, its_rule) = self.name(value.trim_ascii(), place);
                    hints |= its_hints;
                    rule = rule.or(its_rule);
                }
                Attr::Data => {
                    let name = found.name.of(html).get(b"data-".len()..).unwrap_or_default();
                    rule = rule.or_else(|| vendors::find(On::Data, name));
                    if NAMING.iter().any(|naming| name.eq_ignore_ascii_case(naming.as_bytes())) {
                        hints |= self.name(value.trim_ascii(), Place::Token).0;
                    }
                }
                Attr::Src if element.tag == Tag::Iframe => rule = rule.or_else(|| vendors::find_host(value)),
                Attr::Role => hints |= hints_of_role(value),
                Attr::Style => style = style.or(Some(value)),
                _ => {}
            }
        }
        if is_frame(element.tag) || element.parent == NO_ELEMENT {
            // The names on `<body>` tell the page's state, not what the body is.
            rule = None;
        }
        (hints, rule, style)
    }

    fn name(&mut self, text: &'p [u8], place: Place) -> (ClassHints, Option<&'static Rule>) {
        let slot = hash(text, place) % Self::SLOTS;
        let number = usize::from(self.slots.get(slot).copied().unwrap_or_default());
        if let Some(seen) = self.seen.get(number.wrapping_sub(1))
            && seen.text == text
            && seen.place == place
        {
            return (seen.hints, seen.rule);
        }
        let (mut hints, mut rule) = (ClassHints::NONE, None);
        if place == Place::Class {
            for token in text.split(u8::is_ascii_whitespace).filter(|token| !token.is_empty()) {
                let (its_hints, its_rule) = self.name(token, Place::Token);
                hints |= its_hints;
                rule = rule.or(its_rule);
            }
        } else {
            css_in_js::split(text, |word| hints |= ClassHints::of_word(word));
            rule = match place {
                Place::Anchor => vendors::find(On::Id, text).filter(|rule| rule.on == On::Id),
                Place::Id => vendors::find(On::Id, text),
                Place::Class | Place::Token => vendors::find(On::Token, text),
            };
        }
        self.remember(slot, Name { text, place, hints, rule });
        (hints, rule)
    }

    fn remember(&mut self, slot: usize, name: Name<'p>) {
        let Some(number) = self.slots.get_mut(slot) else { return };
        if let Some(seen) = self.seen.get_mut(usize::from(*number).wrapping_sub(1)) {
            *seen = name;
        } else {
            self.seen.push(name);
            *number = u16::try_from(self.seen.len()).unwrap_or_default();
        }
    }
}

/// `data-*` attributes whose value names the element as a class would.
const NAMING: &[&str] =
    &["testid", "test-id", "component", "component-name", "module", "qa", "widget", "block", "role"];

fn hash(token: &[u8], place: Place) -> usize {
    /// An odd number with its bits well spread.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = (place as u64) << 32 ^ token.len() as u64;
    let (parts, rest) = token.as_chunks::<8>();
    for part in parts.iter().copied().chain([padded(rest)]).map(u64::from_le_bytes) {
        hash = (hash.rotate_left(5) ^ part).wrapping_mul(SPREAD);
    }
    // The highest bits are the best mixed; they fit any `usize`.
    usize::from((hash >> 48) as u16)
}

fn hints_of_role(role: &[u8]) -> ClassHints {
    let is = |name: &[u8]| role.eq_ignore_ascii_case(name);
    if is(b"dialog") || is(b"alertdialog") {
        ClassHints::MODAL
    } else if is(b"tablist") || is(b"toolbar") {
        ClassHints::CONTROLS
    } else if is(b"navigation") || is(b"menu") || is(b"menubar") {
        ClassHints::NAV
    } else if is(b"complementary") {
        ClassHints::SIDEBAR
    } else if is(b"banner") {
        ClassHints::HEADER
    } else if is(b"contentinfo") {
        ClassHints::FOOTER
    } else if is(b"search") {
        ClassHints::SEARCH
    } else {
        ClassHints::NONE
    }
}

/// The name that the page gives an element that the tag table does not know.
fn tag_name<'p>(html: &'p [u8], element: &Element) -> &'p [u8] {
    let tag = html.get(element.start as usize + 1..element.inner as usize).unwrap_or_default();
    tag.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')).next().unwrap_or_default()
}
