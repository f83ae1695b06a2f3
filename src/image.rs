//! Images: the best address for a picture among all that a page offers.
//!
//! On four news pages in ten the `src` of an image is a placeholder: the true
//! address waits in `srcset`, in some `data-*` attribute, in `<noscript>`, in a
//! `<picture>`, or only in the live page. Names of attributes differ from
//! loader to loader, so every offer is judged by its *value*.

use crate::link::Links;

/// All that a page offers for one image. Values are decoded.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offer<'a> {
    /// The address that the browser chose and loaded, where it is known.
    pub(crate) live: Option<&'a str>,
    /// `src`.
    pub(crate) src: Option<&'a str>,
    /// `srcset`.
    pub(crate) srcset: Option<&'a str>,
    /// `srcset` of each `<source>` before it in its `<picture>`.
    pub(crate) sources: Vec<&'a str>,
    /// Values of all its `data-*` attributes, and of the sources' too.
    pub(crate) data: Vec<&'a str>,
    /// Values of `src`, `srcset` and `data-*` of the image in `<noscript>`.
    pub(crate) noscript: Vec<&'a str>,
    /// `alt`.
    pub(crate) alt: Option<&'a str>,
    /// `width`.
    pub(crate) width: Option<&'a str>,
    /// `height`.
    pub(crate) height: Option<&'a str>,
}

/// An image that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Image {
    /// Absolute address, or a small image in a `data:` address.
    pub(crate) src: String,
    /// Absolute addresses with descriptors.
    pub(crate) srcset: Option<String>,
    /// What it shows, in words; may be empty.
    pub(crate) alt: String,
    /// In pixels.
    pub(crate) width: Option<String>,
    /// In pixels.
    pub(crate) height: Option<String>,
}

/// What becomes of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// It may be shown.
    Show(Image),
    /// It counts readers: the vendor, or the shape that gave it away.
    Tracker(&'static str),
    /// There is nothing to show.
    Nothing,
}

/// Chooses among what a page offers.
pub(crate) fn choose(offer: &Offer<'_>, links: &Links) -> Choice {
    let addresses = [offer.live, offer.src].into_iter().flatten();
    match addresses.filter_map(|address| links.media(address)).next() {
        Some(src) => Choice::Show(Image {
            src,
            srcset: None,
            alt: offer.alt.unwrap_or_default().to_owned(),
            width: None,
            height: None,
        }),
        None => Choice::Nothing,
    }
}
