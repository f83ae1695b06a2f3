//! Pictures: one `<img>` from all that a page offers for it.
//!
//! What a page offers for one picture comes in pieces: `<source>`s before the
//! `<img>`, a `<noscript>` before or after it, the live page's own choice. The
//! pieces are collected, and the picture is written once the next thing that
//! is not a piece of it arrives.

use crate::allowlist::OutAttr;
use crate::entity;
use crate::events::{self, Events, Start};
use crate::image::{self, Choice, Offer};
use crate::measure::style_hides;
use crate::outline::Span;
use crate::tag::Tag;

use super::Writer;

/// Longer `<noscript>`s are whole pages, not a picture.
const LONGEST_NOSCRIPT: usize = 16 << 10;

/// The pieces of one picture, decoded.
#[derive(Clone, Debug, Default)]
struct Pieces {
    live: Option<String>,
    src: Option<String>,
    srcset: Option<String>,
    data: Vec<String>,
    sources: Vec<String>,
    noscript: Vec<String>,
    alt: Option<String>,
    width: Option<String>,
    height: Option<String>,
    style: Option<String>,
}

impl Pieces {
    fn of_image(html: &[u8], start: &Start<'_>) -> Self {
        let value = |name: &str| start.value(html, name);
        Self {
            src: value("src"),
            srcset: value("srcset"),
            data: data_values(html, start),
            alt: value("alt"),
            width: value("width"),
            height: value("height"),
            style: value("style"),
            ..Self::default()
        }
    }

    fn offer(&self) -> Offer<'_> {
        Offer {
            live: self.live.as_deref(),
            src: self.src.as_deref(),
            srcset: self.srcset.as_deref(),
            sources: self.sources.iter().map(String::as_str).collect(),
            data: self.data.iter().map(String::as_str).collect(),
            noscript: self.noscript.iter().map(String::as_str).collect(),
            alt: self.alt.as_deref(),
            width: self.width.as_deref(),
            height: self.height.as_deref(),
            style: self.style.as_deref(),
        }
    }
}

/// The picture that is being collected.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// `<source>`s of the `<picture>` that is open.
    sources: Vec<String>,
    in_picture: bool,
    in_noscript: bool,
    waiting: Option<Pieces>,
    /// An image from a `<noscript>`, which may belong to the image after it.
    fallback: Option<Pieces>,
    /// Address of the picture written last: pages offer one twice in a row.
    last: Option<String>,
    /// Vendors of counting pixels that were left out.
    pub(super) trackers: Vec<&'static str>,
}

impl Pictures {
    pub(super) fn enter_picture(&mut self) {
        self.in_picture = true;
        self.sources.clear();
    }

    pub(super) fn leave_picture(&mut self) {
        self.in_picture = false;
    }

    pub(super) fn in_picture(&self) -> bool {
        self.in_picture
    }

    pub(super) fn add_source(&mut self, html: &[u8], start: &Start<'_>) {
        self.sources.extend(start.value(html, "srcset"));
        self.sources.append(&mut data_values(html, start));
    }

    pub(super) fn enter_noscript(&mut self) {
        self.in_noscript = true;
    }

    pub(super) fn leave_noscript(&mut self) {
        self.in_noscript = false;
    }

    pub(super) fn in_noscript(&self) -> bool {
        self.in_noscript
    }
}

impl Writer<'_> {
    /// An `<img>`: it waits for what may still belong to it.
    pub(super) fn picture(&mut self, html: &[u8], id: usize, start: &Start<'_>) {
        let fallback = self.pictures.fallback.take();
        self.write_picture();
        if !self.is_near_kept(id) || self.out.is_full() {
            return;
        }
        let mut pieces = Pieces::of_image(html, start);
        if self.pictures.in_picture {
            pieces.sources = std::mem::take(&mut self.pictures.sources);
        }
        let ordinal = self.outline.elements.get(id).map(|element| element.ordinal);
        let live = self.hints.map(|hints| hints.images.as_slice()).unwrap_or_default();
        let found = ordinal.and_then(|ordinal| live.binary_search_by_key(&ordinal, |(at, _)| *at).ok());
        pieces.live = found.and_then(|at| live.get(at)).map(|(_, address)| address.clone());
        if let Some(fallback) = fallback {
            add_fallback(&mut pieces, fallback);
        }
        self.pictures.waiting = Some(pieces);
    }

    /// A film's poster becomes a picture before it: a browser asks for a `poster` at once and with the page's address,
    /// and HTML has no attribute that forbids it.
    pub(super) fn poster(&mut self, html: &[u8], start: &Start<'_>) {
        let value = |name: &str| start.value(html, name);
        if let Some(src) = value("poster") {
            let (width, height) = (value("width"), value("height"));
            self.pictures.waiting = Some(Pieces { src: Some(src), width, height, ..Pieces::default() });
            self.write_picture();
        }
    }

    /// Text of a `<noscript>`: where images are loaded late, the true one is there.
    pub(super) fn noscript(&mut self, html: &[u8], span: Span) {
        let raw = span.of(html);
        if raw.len() > LONGEST_NOSCRIPT || !raw.windows(4).any(|window| window.eq_ignore_ascii_case(b"<img")) {
            return;
        }
        let found = events::walk(raw.to_vec(), FirstImage::default());
        let Some(fallback) = found.ok().and_then(|found| found.pieces) else { return };
        match &mut self.pictures.waiting {
            Some(pieces) => add_fallback(pieces, fallback),
            None => self.pictures.fallback = Some(fallback),
        }
    }

    /// Writes the picture that is waiting, if any.
    pub(super) fn write_picture(&mut self) {
        let pieces = self.pictures.waiting.take().or_else(|| self.pictures.fallback.take());
        let Some(pieces) = pieces else { return };
        match image::choose(&pieces.offer(), self.links) {
            Choice::Show(image) if self.pictures.last.as_ref() == Some(&image.src) => {}
            Choice::Show(image) => {
                let mut attrs = vec![(OutAttr::Src, image.src.as_str())];
                let optional = [
                    (OutAttr::Srcset, image.srcset.as_deref()),
                    (OutAttr::Alt, Some(image.alt.as_str())),
                    (OutAttr::Width, image.width.as_deref()),
                    (OutAttr::Height, image.height.as_deref()),
                ];
                attrs.extend(optional.into_iter().filter_map(|(attr, value)| value.map(|value| (attr, value))));
                self.out.void(Tag::Img, &attrs);
                self.pictures.last = Some(image.src);
            }
            Choice::Tracker(vendor) => self.pictures.trackers.push(vendor),
            Choice::Nothing => {}
        }
    }
}

fn add_fallback(pieces: &mut Pieces, fallback: Pieces) {
    pieces.noscript.extend(fallback.src.into_iter().chain(fallback.srcset).chain(fallback.data));
    pieces.alt = pieces.alt.take().filter(|alt| !alt.is_empty()).or(fallback.alt);
    pieces.width = pieces.width.take().or(fallback.width);
    pieces.height = pieces.height.take().or(fallback.height);
    pieces.style = pieces.style.take().or(fallback.style);
}

fn data_values(html: &[u8], start: &Start<'_>) -> Vec<String> {
    let is_data = |name: &[u8]| name.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data-"));
    let of_data = start.attributes.iter().filter(|attribute| is_data(attribute.name.of(html)));
    of_data.map(|attribute| entity::decode_attribute(attribute.value.of(html)).into_owned()).collect()
}

/// Finds the first image of a fragment.
#[derive(Default)]
struct FirstImage {
    pieces: Option<Pieces>,
}

impl Events for FirstImage {
    fn start(&mut self, html: &[u8], start: &Start<'_>) {
        // A page may hide its pictures until they are loaded, but not those for readers without scripts.
        let hidden = start.raw(html, "hidden").is_some()
            || start.raw(html, "style").is_some_and(|style| style_hides(style, true));
        if matches!(start.tag, Tag::Img | Tag::AmpImg) && self.pieces.is_none() && !hidden {
            self.pieces = Some(Pieces::of_image(html, start));
        }
    }

    fn text(&mut self, _: &[u8], _: Span, _: bool) {}

    fn end(&mut self, _: &[u8], _: Tag, _: u32) {}
}
