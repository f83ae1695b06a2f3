//! Pass 2: reads the chosen element again and hands it to the serialiser.
//!
//! The plan names elements and blocks of the outline; this pass goes through them
//! once more ([`Replay`]) and looks at the page's bytes only where something is kept. It passes on what
//! is kept, in the serialiser's terms: interned tags, decoded and checked
//! values. Markup itself is written by [`serialize`](crate::serialize) alone.

mod attributes;
mod embed;
mod picture;
mod tables;

use crate::allowlist::OutAttr;
use crate::clutter::doubles;
use crate::entity;
use crate::events::{Event, RawAttribute, Replay, Start};
use crate::link::Links;
use crate::options::LiveHints;
use crate::outline::{Attr, Element, Outline, Run, Span};
use crate::plan::{Plan, Why};
use crate::removals::preview;
use crate::serialize::{Serializer, Written};
use crate::tag::Tag;

use attributes::Anchors;
use picture::Pictures;
use tables::Frames;

/// How many blocks away kept text may be from a picture that goes with it.
const NEAR: u32 = 3;

/// Output beyond this many bytes is cut, with a notice.
const OUTPUT_BUDGET: usize = 8 << 20;

/// What any page may give; beyond it, [`growth`] decides.
const FREE_OUTPUT: usize = 4 << 20;

/// How long the HTML of a page of this length may become: references and addresses are longer in the output.
const fn growth(page: usize) -> usize {
    page / 4 * 7
}

/// How long the HTML of so many bytes of kept text is likely to be: inline markup is among them already. A large page
/// gets at once all that it may fill, because a buffer that grows is there twice while it does.
const fn html_of(text: usize, longest: usize) -> usize {
    let likely = text + text / 4;
    if longest > FREE_OUTPUT || longest < likely { longest } else { likely }
}

/// Reads the plan's element of the page again and writes what is kept.
pub(crate) fn rewrite(
    html: &[u8],
    outline: &Outline,
    plan: &Plan,
    links: &Links,
    hints: Option<&LiveHints>,
) -> Rewritten {
    let anchors = attributes::anchors(html, outline, plan, links);
    let longest = growth(html.len());
    let budget = longest.clamp(FREE_OUTPUT, OUTPUT_BUDGET);
    let frames = Frames::of(html, outline, plan);
    let mut writer = Writer {
        anchors,
        frames,
        outline,
        plan,
        links,
        hints,
        out: Serializer::new(budget),
        pictures: Pictures::default(),
        attributes: Vec::new(),
        next_block: 0,
        open_opaque: false,
        in_tex: false,
        drew_formula: false,
        open: Vec::new(),
    };
    let kept = outline.blocks.iter().zip(&plan.keep).filter(|(_, keep)| **keep);
    let bytes = kept.map(|(block, _)| block.span.end.saturating_sub(block.span.start) as usize).sum();
    writer.out.make_room(bytes, html_of(bytes, longest));
    let mut replay = Replay::new(outline, plan.root);
    while let Some(event) = replay.next() {
        match event {
            Event::Start(id, element) => {
                let opened = writer.start(html, id as usize, element);
                writer.open.push(opened);
                if opened == Opened::Passed {
                    replay.pass_over();
                }
            }
            Event::Text(run) => writer.text(html, run),
            Event::End(tag) => writer.end(tag),
        }
    }
    writer.write_picture();
    Rewritten { written: writer.out.finish(), trackers: writer.pictures.trackers }
}

/// What came of reading it again.
#[derive(Debug)]
pub(crate) struct Rewritten {
    pub(crate) written: Written,
    /// Vendors of counting pixels that were left out.
    pub(crate) trackers: Vec<&'static str>,
}

/// An element that has begun and not ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// The serialiser was told.
    Written,
    /// The serialiser was told of a division: what a layout table's cell is.
    Divided,
    /// Transparent: only its content counts.
    Unwrapped,
    /// It is left out with all it holds.
    Passed,
}

struct Writer<'p> {
    anchors: Anchors,
    frames: Frames,
    outline: &'p Outline,
    plan: &'p Plan,
    links: &'p Links,
    hints: Option<&'p LiveHints>,
    out: Serializer,
    pictures: Pictures,
    /// Those of the last start tag; kept for its room.
    attributes: Vec<RawAttribute>,
    /// The first block that does not end before the last text.
    next_block: usize,
    /// The innermost element is a script, a frame, a drawing: its text is none.
    open_opaque: bool,
    /// The innermost element is a formula that the page's script would draw.
    in_tex: bool,
    /// `MathML` is the last that was written: a script right behind it says the same once more.
    drew_formula: bool,
    open: Vec<Opened>,
}

impl Writer<'_> {
    fn start(&mut self, html: &[u8], id: usize, element: &Element) -> Opened {
        if self.plan.removed.get(id).is_some_and(Option::is_some) {
            self.drew_formula = false;
            self.drawing(html, id);
            return Opened::Passed;
        }
        if element.tag == Tag::Noscript {
            self.pictures.enter_noscript();
            return Opened::Unwrapped;
        }
        let mut attributes = std::mem::take(&mut self.attributes);
        let start = Start::again(html, element, &mut attributes);
        let mut opened = Opened::Unwrapped;
        if element.tag.is_opaque() && element.tag != Tag::Template {
            self.open_opaque = true;
            self.in_tex = element.tag == Tag::Script
                && start.raw(html, "type").is_some_and(doubles::is_tex)
                && !std::mem::take(&mut self.drew_formula)
                && self.is_near_kept(id);
            self.embed(html, id, &start);
        } else {
            self.drew_formula = false;
            // The root stands for the article: its own tag says nothing.
            if id != self.plan.root as usize {
                opened = self.enter(html, id, &start);
            }
        }
        self.attributes = attributes;
        opened
    }

    fn text(&mut self, html: &[u8], Run { span, literal }: Run) {
        if self.pictures.in_noscript() {
            return self.noscript(html, span);
        }
        if self.in_tex {
            return self.tex(&String::from_utf8_lossy(span.of(html)));
        }
        if self.open_opaque || !self.is_kept(span) {
            return;
        }
        let raw = span.of(html);
        if !raw.trim_ascii().is_empty() {
            self.drew_formula = false;
            self.write_picture();
        }
        if literal {
            self.out.text(&String::from_utf8_lossy(raw));
        } else {
            self.out.text(&entity::decode_text(raw));
        }
    }

    fn end(&mut self, tag: Tag) {
        self.open_opaque = false;
        self.in_tex = false;
        match tag {
            Tag::Noscript => self.pictures.leave_noscript(),
            Tag::Picture => self.pictures.leave_picture(),
            _ => {}
        }
        let written = match self.open.pop() {
            Some(Opened::Written) => Some(tag),
            Some(Opened::Divided) => Some(Tag::Div),
            _ => None,
        };
        if let Some(written) = written {
            if tag != Tag::Picture {
                self.write_picture();
            }
            self.out.close(written);
            self.drew_formula |= tag == Tag::Math;
        }
    }

    fn enter(&mut self, html: &[u8], id: usize, start: &Start<'_>) -> Opened {
        match start.tag {
            Tag::Img | Tag::AmpImg => {
                self.picture(html, id, start);
                Opened::Unwrapped
            }
            Tag::Source if self.pictures.in_picture() => {
                self.pictures.add_source(html, start);
                Opened::Unwrapped
            }
            Tag::Source | Tag::Track => {
                let values = attributes::checked(html, start, self.links, &self.anchors);
                self.out.void(start.tag, &borrowed(&values));
                Opened::Unwrapped
            }
            // The content of a shadow root stands in for its host's.
            Tag::Template | Tag::Slot => Opened::Unwrapped,
            Tag::Video | Tag::Audio if !self.is_near_kept(id) => Opened::Unwrapped,
            Tag::Br | Tag::Hr | Tag::Wbr => {
                self.write_picture();
                if self.is_near_kept(id) {
                    self.out.void(start.tag, &[]);
                }
                Opened::Unwrapped
            }
            Tag::A if self.is_permalink(html, id) => Opened::Passed,
            tag if tag.is_void() => Opened::Unwrapped,
            tag if self.frames.hold(id, self.outline) => {
                self.write_picture();
                if !matches!(tag, Tag::Td | Tag::Th | Tag::Caption) {
                    return Opened::Unwrapped;
                }
                self.out.open(Tag::Div, &[]);
                Opened::Divided
            }
            tag => {
                // Nothing holds a picture that stands before it.
                self.write_picture();
                match tag {
                    Tag::Picture => self.pictures.enter_picture(),
                    Tag::Video => self.poster(html, start),
                    _ => {}
                }
                let values = attributes::checked(html, start, self.links, &self.anchors);
                self.out.open(tag, &borrowed(&values));
                Opened::Written
            }
        }
    }

    /// A formula as its author wrote it, where nothing has drawn it that could be kept.
    fn tex(&mut self, source: &str) {
        self.out.open(Tag::Code, &[(OutAttr::DataLanguage, "tex")]);
        self.out.text(source.trim());
        self.out.close(Tag::Code);
    }

    /// Of a drawing that goes its source is kept, unless `MathML` stands beside it.
    fn drawing(&mut self, html: &[u8], id: usize) {
        /// Elements behind a drawing, among which its `MathML` would be.
        const BESIDE: usize = 4;
        let is_drawing = |why: &Why| why.rule == doubles::DRAWN;
        if self.plan.removed.get(id).and_then(Option::as_ref).is_none_or(|why| !is_drawing(why)) {
            return;
        }
        let Some(element) = self.outline.elements.get(id) else { return };
        let Some(source) = doubles::source(html, self.outline, element) else { return };
        let within = self.outline.element(element.parent).map_or(element.next, |up| up.next);
        let beside = self.outline.elements.get(element.next as usize..within as usize).unwrap_or_default();
        if beside.iter().take(BESIDE).all(|other| other.tag != Tag::Math) && self.is_near_kept(id) {
            self.tex(&entity::decode_attribute(source));
        }
    }

    /// Whether a run of text belongs to a block that is kept.
    fn is_kept(&mut self, span: Span) -> bool {
        let blocks = self.outline.blocks.get(self.next_block..).unwrap_or_default();
        let ahead = blocks.iter().position(|block| block.span.end > span.start).unwrap_or(blocks.len());
        self.next_block += ahead;
        match blocks.get(ahead) {
            Some(block) if block.span.start < span.end => self.plan.keep.get(self.next_block) == Some(&true),
            // White space between blocks.
            _ => true,
        }
    }

    /// A link from a heading to itself: a sign, no words.
    fn is_permalink(&self, html: &[u8], id: usize) -> bool {
        let Some(element) = self.outline.elements.get(id) else { return false };
        let to_itself = self.outline.attr(html, element, Attr::Href).is_some_and(|href| href.starts_with(b"#"));
        to_itself
            && self.outline.around(element.parent).take(3).any(|up| up.tag.heading_level().is_some())
            && !preview(html, Span { start: element.inner, end: element.end }).contains(char::is_alphanumeric)
    }

    /// Whether something without text stands among kept text.
    fn is_near_kept(&self, id: usize) -> bool {
        let Some(element) = self.outline.elements.get(id) else { return false };
        let at = element.first_block;
        // Labels and credits of a picture may have gone from around it, and all the controls of a player.
        let figure = self.outline.around(element.parent).take(6);
        let mut figure = figure.filter(|up| up.tag == Tag::Figure);
        self.plan.keeps_any(at.saturating_sub(NEAR), at.saturating_add(NEAR))
            || figure.any(|figure| self.plan.keeps_any(figure.first_block, figure.end_block))
    }
}

fn borrowed(values: &[(OutAttr, String)]) -> Vec<(OutAttr, &str)> {
    values.iter().map(|(attr, value)| (*attr, value.as_str())).collect()
}
