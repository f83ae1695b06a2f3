//! Addresses: what a link may lead to and what a page may show.
//!
//! Every address is resolved and checked by the WHATWG parser, so that the
//! core and the browser agree on what it means. The document's own address
//! comes from the caller, never from the page; a page's `<base>` only resolves
//! (rule R8). What comes out is absolute, or names a place in the document.

use url::{Position, Url};

use crate::allowlist::ID_PREFIX;
use crate::value::DATA_STARTS;

/// No address is longer than this.
const LONGEST: usize = 8 << 10;

/// No image in an address is longer than this.
const LONGEST_DATA: usize = 64 << 10;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// An absolute address: `http`, `https`, `mailto`, `tel`.
    Outside(String),
    /// An element of this document, by its `id` in the page, decoded. What is
    /// written is `#` and [`own_id`] of it.
    Inside(String),
}

/// What the addresses of one document are resolved against.
#[derive(Clone, Debug)]
pub(crate) struct Links {
    document: Option<Url>,
    base: Option<Url>,
}

impl Links {
    /// `document` is the address that the caller knows, `base_href` the page's
    /// first `<base href>`, decoded.
    pub(crate) fn new(document: Option<&str>, base_href: Option<&str>) -> Self {
        let document = document.and_then(|url| Url::parse(url).ok());
        let parser = Url::options().base_url(document.as_ref()).clone();
        let base = base_href
            .filter(|href| href.len() <= LONGEST)
            .and_then(|href| parser.parse(href).ok())
            .filter(is_web)
            .or_else(|| document.clone());
        Self { document, base }
    }

    /// Where an `href` leads; `None` if it must not be written.
    pub(crate) fn href(&self, decoded: &str) -> Option<Target> {
        if let Some(fragment) = trim(decoded).strip_prefix('#') {
            return self.resolves_to_itself().then(|| Target::Inside(percent_decoded(fragment)));
        }
        let url = self.resolve(decoded)?;
        if let (Some(fragment), Some(document)) = (url.fragment(), &self.document) {
            if url[..Position::AfterQuery] == document[..Position::AfterQuery] {
                return Some(Target::Inside(percent_decoded(fragment)));
            }
        }
        matches!(url.scheme(), "http" | "https" | "mailto" | "tel").then(|| Target::Outside(url.into()))
    }

    /// The absolute address of an image, a sound or a film.
    pub(crate) fn media(&self, decoded: &str) -> Option<String> {
        let address = trim(decoded);
        if address.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
            return data_image(address);
        }
        self.web(address)
    }

    /// An absolute `http` or `https` address.
    pub(crate) fn web(&self, decoded: &str) -> Option<String> {
        self.resolve(decoded).filter(is_web).map(String::from)
    }

    fn resolve(&self, address: &str) -> Option<Url> {
        let address = trim(address);
        if address.is_empty() || address.len() > LONGEST {
            return None;
        }
        Url::options().base_url(self.base.as_ref()).parse(address).ok()
    }

    /// Whether `#…` means a place in this very document.
    fn resolves_to_itself(&self) -> bool {
        match (&self.document, &self.base) {
            (Some(document), Some(base)) => document[..Position::AfterQuery] == base[..Position::AfterQuery],
            (_, base) => base.is_none(),
        }
    }
}

/// The `id` that is written for a page's `id`; `None` if it cannot be one.
/// Links to it are `#` and the same characters.
pub(crate) fn own_id(id: &str) -> Option<String> {
    let id = id.strip_prefix(ID_PREFIX).unwrap_or(id);
    let fits = !id.is_empty() && id.len() <= 128 && !id.contains(|c: char| c.is_whitespace() || c.is_control());
    fits.then(|| format!("{ID_PREFIX}{id}"))
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

fn trim(address: &str) -> &str {
    address.trim_matches(|c: char| c <= ' ')
}

/// A `data:` address of a known image format, in the one form that is written.
fn data_image(address: &str) -> Option<String> {
    if address.len() > LONGEST_DATA {
        return None;
    }
    let (head, body) = address.split_once(',')?;
    let head = format!("{},", head.to_ascii_lowercase().replace(' ', ""));
    let start = DATA_STARTS.iter().find(|start| **start == head)?;
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    (!body.is_empty() && body.bytes().all(is_base64)).then(|| format!("{start}{body}"))
}

fn percent_decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        rest = after;
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                rest = after.get(2..).unwrap_or_default();
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}
