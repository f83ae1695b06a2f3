//! Links: what an address in the page may lead to, and what it may show.
//!
//! Every address is resolved and checked as browsers do it, so that the core
//! and the browser agree on what it means. The document's own address comes
//! from the caller, never from the page; a page's `<base>` only resolves (rule
//! R8). What comes out is absolute, or names a place in the document.

use crate::address::{Address, percent_decoded};
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
    document: Option<Address>,
    base: Option<Address>,
}

impl Links {
    /// `document` is the address that the caller knows, `base_href` the page's
    /// first `<base href>`, decoded.
    pub(crate) fn new(document: Option<&str>, base_href: Option<&str>) -> Self {
        let document = document.and_then(|address| Address::parse(address, None));
        let base = base_href
            .filter(|href| href.len() <= LONGEST)
            .and_then(|href| Address::parse(href, document.as_ref()))
            .filter(Address::is_web)
            .or_else(|| document.clone());
        Self { document, base }
    }

    /// The host of the document itself.
    pub(crate) fn document_host(&self) -> Option<&str> {
        self.document.as_ref().map(Address::host)
    }

    /// Where an `href` leads; `None` if it must not be written.
    pub(crate) fn href(&self, decoded: &str) -> Option<Target> {
        let Some(address) = self.resolve(decoded) else {
            // Without any address to resolve against, a fragment still has its meaning.
            let fragment = trim(decoded).strip_prefix('#').filter(|_| self.base.is_none())?;
            return Some(Target::Inside(place(fragment)));
        };
        match (address.fragment(), &self.document) {
            (Some(fragment), Some(document)) if address.is_same_document(document) && !is_route(fragment) => {
                Some(Target::Inside(place(fragment)))
            }
            _ => Some(Target::Outside(address.written())),
        }
    }

    /// The absolute address of an image, a sound or a film.
    pub(crate) fn media(&self, decoded: &str) -> Option<String> {
        let address = trim(decoded);
        if address.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
            return data_image(address);
        }
        self.web(address).map(|address| address.written())
    }

    /// An absolute `http` or `https` address.
    pub(crate) fn web(&self, decoded: &str) -> Option<Address> {
        self.resolve(decoded).filter(Address::is_web)
    }

    fn resolve(&self, decoded: &str) -> Option<Address> {
        let address = trim(decoded);
        if address.is_empty() || address.len() > LONGEST {
            return None;
        }
        Address::parse(address, self.base.as_ref())
    }
}

/// Whether a fragment is no place in a page, but the address of another page of an application: `#/guide`, `#!guide`.
fn is_route(fragment: &str) -> bool {
    fragment.starts_with(['/', '!'])
}

/// The `id` that a fragment names.
fn place(fragment: &str) -> String {
    String::from_utf8(percent_decoded(fragment)).unwrap_or_else(|_| fragment.to_owned())
}

/// The `id` that is written for a page's `id`; `None` if it cannot be one.
/// Links to it are `#` and the same characters.
pub(crate) fn own_id(id: &str) -> Option<String> {
    let id = id.strip_prefix(ID_PREFIX).unwrap_or(id);
    let fits = !id.is_empty() && id.len() <= 128 && !id.contains(|c: char| c.is_whitespace() || c.is_control());
    fits.then(|| format!("{ID_PREFIX}{id}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Links {
        Links::new(Some("https://example.org/a/story?id=1"), None)
    }

    #[track_caller]
    fn leads_outside(links: &Links, href: &str, address: &str) {
        assert_eq!(links.href(href), Some(Target::Outside(address.to_owned())));
    }

    #[track_caller]
    fn leads_inside(links: &Links, href: &str, id: &str) {
        assert_eq!(links.href(href), Some(Target::Inside(id.to_owned())));
    }

    #[test]
    fn links_become_absolute() {
        leads_outside(&links(), " ../b ", "https://example.org/b");
        leads_outside(&links(), "//h/x", "https://h/x");
        leads_outside(&links(), "mailto:a@example.org", "mailto:a@example.org");
        leads_outside(&links(), "tel:+49", "tel:+49");
        assert_eq!(Links::new(None, None).href("/x"), None);
        assert_eq!(Links::new(Some("about:blank"), None).href("/x"), None);
    }

    #[test]
    fn other_schemes_are_refused_however_they_are_written() {
        for bad in [
            "javascript:alert(1)",
            "\u{1}java\nscript:alert(1)",
            "JAVASCRIPT:x",
            "data:text/html,x",
            "blob:https://h/x",
            "file:///etc/passwd",
            "view-source:https://h/",
            "chrome://x",
            "vbscript:x",
            "ftp://h/",
            "",
        ] {
            assert_eq!(links().href(bad), None, "{bad:?}");
            assert_eq!(links().media(bad), None, "{bad:?}");
        }
        assert_eq!(links().media("mailto:a@h"), None);
    }

    #[test]
    fn fragments_of_this_document_are_places_in_it() {
        leads_inside(&links(), "#note%201", "note 1");
        leads_inside(&links(), "?id=1#Überschrift", "Überschrift");
        leads_inside(&links(), "https://example.org/a/story?id=1#x", "x");
        leads_outside(&links(), "story?id=2#x", "https://example.org/a/story?id=2#x");
        leads_inside(&links(), "#%ff", "%ff");
        // Applications put the addresses of their pages there.
        leads_outside(&links(), "#/guide", "https://example.org/a/story?id=1#/guide");
        leads_outside(&links(), "#!guide", "https://example.org/a/story?id=1#!guide");
        leads_inside(&Links::new(None, None), "#x", "x");
    }

    #[test]
    fn the_base_of_a_page_only_resolves() {
        let links = Links::new(Some("https://example.org/a/story"), Some("/other/"));
        leads_outside(&links, "b", "https://example.org/other/b");
        leads_outside(&links, "#x", "https://example.org/other/#x");
        leads_inside(&links, "/a/story#x", "x");
        for foreign in ["javascript:x", "mailto:a@h", "tel:+49", "data:text/html,x"] {
            let links = Links::new(Some("https://example.org/a"), Some(foreign));
            leads_outside(&links, "b", "https://example.org/b");
        }
    }

    #[test]
    fn images_may_stand_in_the_address() {
        let links = links();
        assert_eq!(links.media("i.png").as_deref(), Some("https://example.org/a/i.png"));
        assert_eq!(links.media("DATA:image/PNG;base64,AA+/==").as_deref(), Some("data:image/png;base64,AA+/=="));
        for bad in [
            "data:image/svg+xml;base64,AA",
            "data:image/png,AA",
            "data:image/png;base64,",
            "data:image/png;base64,A\"A",
        ] {
            assert_eq!(links.media(bad), None, "{bad}");
        }
        assert_eq!(links.media(&format!("data:image/png;base64,{}", "A".repeat(LONGEST_DATA))), None);
    }

    #[test]
    fn ids_get_a_prefix_once() {
        assert_eq!(own_id("note-1").as_deref(), Some("cl-note-1"));
        assert_eq!(own_id("cl-note-1").as_deref(), Some("cl-note-1"));
        assert_eq!(own_id("").or_else(|| own_id("a b")).or_else(|| own_id("cl-")), None);
    }
}
