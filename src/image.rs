//! Images: the best address for a picture among all that a page offers.
//!
//! On four news pages in ten the `src` of an image is a placeholder: the true
//! address waits in `srcset`, in some `data-*` attribute, in `<noscript>`, in a
//! `<picture>`, or only in the live page. Names of attributes differ from
//! loader to loader, so every offer is judged by its *value*: does it look like
//! a list of sizes, or like the address of an image, or like a stand-in.

mod known;
mod side;
mod srcset;

use std::borrow::Cow;

use crate::address::{Address, percent_decoded};
use crate::link::Links;
use known::{BEACONS, DISGUISES, EXTENSIONS, IMAGE_WORDS, NEUTRAL_WORDS, OTHER_EXTENSIONS, PLACEHOLDER_WORDS};
use side::Side;
use srcset::Candidate;

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
    /// `style`.
    pub(crate) style: Option<&'a str>,
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
    let shown = offer.live.or(offer.src);
    let vendor = |address: &str| links.web(address).and_then(|address| beacon(&address));
    if let Some(vendor) = shown.and_then(vendor) {
        return Choice::Tracker(vendor);
    }
    if is_dot(offer.width) || is_dot(offer.height) {
        return Choice::Tracker("one-pixel image");
    }

    let lists = lists(offer);
    // Image components of frameworks say `width: 0` too, but they offer more than one address.
    let plain = lists.is_empty() && offer.data.is_empty() && offer.noscript.is_empty();
    let styled = |side: &str| match offer.style.and_then(|style| declared(style, side)).and_then(Side::of_style) {
        Some(Side::Pixel) => true,
        Some(Side::Nothing) => plain,
        _ => false,
    };
    if styled("width") || styled("height") {
        return Choice::Tracker("one-pixel image");
    }
    let listed = lists.iter().find_map(|list| srcset::best(list)).map(|candidate| candidate.address);
    let given = offer.live.into_iter().chain(offer.src).filter(|address| !is_stand_in(address));
    let values = offer.data.iter().chain(&offer.noscript).copied();
    // Before any preview the full picture, before any guess what is certain.
    let full = given.clone().filter(|address| !is_preview(address));
    let guesses = values.map(|value| (looks_like_image(value), value));
    let guesses = guesses.filter(|(looks, value)| *looks > 0 && !is_stand_in(value));
    let guesses: Vec<_> = guesses.map(|(looks, value)| ((is_preview(value), looks), value)).collect();
    let ranks = [(false, 2), (false, 1), (true, 2), (true, 1)].into_iter();
    let of_rank = |rank| guesses.iter().filter(move |(own, _)| *own == rank).map(|(_, value)| *value);
    let guesses = ranks.flat_map(of_rank);
    let ranked = full.chain(listed).chain(guesses).chain(given).chain(offer.src.filter(|src| is_drawn(src)));

    let chosen = { ranked }.map(filled).find_map(|address| Some((links.media(&address)?, address)));
    let Some((src, address)) = chosen else {
        return Choice::Nothing;
    };
    if shown.is_none_or(|shown| shown != address)
        && let Some(vendor) = vendor(&src)
    {
        return Choice::Tracker(vendor);
    }
    Choice::Show(Image {
        srcset: lists.iter().find_map(|list| srcset::clean(list, links)),
        src,
        alt: alt(offer.alt.unwrap_or_default()),
        width: offer.width.and_then(pixels),
        height: offer.height.and_then(pixels),
    })
}

/// Whether the value of `width` or `height` is that of what is not to be seen.
pub(crate) fn is_dot(length: Option<&str>) -> bool {
    matches!(length.and_then(Side::of_attribute), Some(Side::Nothing | Side::Pixel))
}

/// All lists of sizes, the most certain first, without stand-ins.
fn lists<'a>(offer: &Offer<'a>) -> Vec<Vec<Candidate<'a>>> {
    let named = offer.srcset.iter().chain(&offer.sources).map(|list| (list, true));
    let guessed = offer.data.iter().chain(&offer.noscript).map(|value| (value, false));
    let parsed = named.chain(guessed).filter_map(|(list, certain)| {
        // A value with a blank in it could be anything: it has to show a size.
        let shows_size = list.contains([' ', '\n']) && list.split_ascii_whitespace().next().is_some_and(is_image);
        if !(certain || shows_size) {
            return None;
        }
        let mut candidates = srcset::parse(list);
        candidates.retain(|candidate| !is_stand_in(candidate.address));
        (!candidates.is_empty()).then_some(candidates)
    });
    parsed.collect()
}

/// What an inline style says of one property.
fn declared<'a>(style: &'a str, property: &str) -> Option<&'a str> {
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    { declarations }.find(|(name, _)| name.trim().eq_ignore_ascii_case(property)).map(|(_, value)| value.trim())
}

/// Whether an address counts readers: no film, lead picture or smaller size of a picture may have it either.
pub(crate) fn is_beacon(address: &Address) -> bool {
    beacon(address).is_some()
}

/// Whose beacon it is.
fn beacon(address: &Address) -> Option<&'static str> {
    // `facebook.com.` and `ｆacebook.com` lead to the same server, and so does `/%74r`.
    let host = address.host().trim_end_matches('.');
    if !host.is_ascii() && host.chars().any(|letter| DISGUISES.iter().any(|disguise| disguise.contains(&letter))) {
        return Some("address in disguise");
    }
    let path = address.path();
    let path = if path.contains('%') { percent_decoded(path).into() } else { Cow::Borrowed(path.as_bytes()) };
    let known = |beacon: &&known::Beacon| {
        let before = host.strip_suffix(beacon.host);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.') || beacon.host.is_empty())
            && path.starts_with(beacon.path.as_bytes())
    };
    BEACONS.iter().find(known).map(|beacon| beacon.vendor)
}

/// Whether an address is there to hold the place of another.
fn is_stand_in(address: &str) -> bool {
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') || has_prefix(address, "data:") || has_prefix(address, "about:") {
        return true;
    }
    let name = file_name(address).to_ascii_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let mut found = false;
    for word in stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if PLACEHOLDER_WORDS.contains(&word) {
            found = true;
        } else if !NEUTRAL_WORDS.contains(&word) && !word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x') {
            return false;
        }
    }
    found
}

/// Whether a `data:` address is a picture of its own and not a blur of one.
fn is_drawn(address: &str) -> bool {
    /// Previews are smaller, in characters of base64.
    const LEAST: usize = 2048;
    has_prefix(address, "data:image/") && address.len() >= LEAST
}

/// Whether an address asks for a tiny or blurred version.
fn is_preview(address: &str) -> bool {
    /// Narrower than this is no picture for a reader.
    const NARROW: u32 = 100;
    let lower = address.to_ascii_lowercase();
    if ["blur", "lqip", "preview=", "tiny"].iter().any(|word| lower.contains(word)) {
        return true;
    }
    let mut parts = lower.split(['?', '&', ',', '/', ';']);
    parts.any(|part| {
        let width = ["w=", "w_", "width=", "w-", "wid="].iter().find_map(|name| part.strip_prefix(name));
        width.and_then(|width| width.parse::<u32>().ok()).is_some_and(|width| width < NARROW)
    })
}

fn is_image(value: &str) -> bool {
    looks_like_image(value) > 0
}

/// 0: it does not; 1: it may be; 2: it ends as the names of images do.
fn looks_like_image(value: &str) -> u8 {
    /// Longer is no address.
    const LONGEST: usize = 4096;
    let value = value.trim();
    let odd = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '[' | '|' | '^' | '`' | ';');
    if value.len() > LONGEST
        || value.starts_with(['{', '#', '.', ':']) && !(value.starts_with("./") || value.starts_with("../"))
        || value.contains(odd)
    {
        return 0;
    }
    let lower = value.to_ascii_lowercase();
    let ends = |part: &str| EXTENSIONS.iter().any(|end| part.ends_with(end));
    if lower.split(['?', '#', '&', '/', '=', '!', '@']).any(ends) {
        return 2;
    }
    let absolute = lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("//");
    let other = OTHER_EXTENSIONS.iter().any(|end| file_name(&lower).ends_with(end));
    u8::from(absolute && !other && IMAGE_WORDS.iter().any(|word| lower.contains(word)))
}

/// Fills the width into an address that leaves it open.
fn filled(address: &str) -> Cow<'_, str> {
    const WIDTH: &str = "1280";
    let open = ["{width}", "{w}", "{{width}}", "%7Bwidth%7D"].iter().find(|name| address.contains(**name));
    match open {
        Some(name) => address.replace(name, WIDTH).into(),
        None => address.into(),
    }
}

/// A length in pixels, without its fraction and unit.
fn pixels(length: &str) -> Option<String> {
    let length = length.trim();
    let number = length.strip_suffix("px").unwrap_or(length).trim_end();
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let fits = (1..=5).contains(&whole.len()) && whole.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| whole.to_owned())
}

/// The words for an image, as one line.
fn alt(text: &str) -> String {
    /// An image that takes more words is described in the text.
    const LONGEST: usize = 1000;
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.len() + word.len() > LONGEST {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn file_name(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests;
