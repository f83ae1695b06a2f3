//! The site: its name, and what else the page says for the whole of itself.

use super::page::Page;
use super::text;
use crate::address::Address;
use crate::image::is_beacon;
use crate::json_ld::Subject;

const SITE_METAS: &[&str] = &[
    "og:site_name",
    "twitter:app:name:iphone",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "citation_publisher",
];
const IMAGE_METAS: &[&str] = &[
    "og:image",
    "og:image:secure_url",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "image",
    "thumbnail",
    "parsely-image-url",
    "sailthru.image.full",
];
const EXCERPT_METAS: &[&str] = &[
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.abstract",
    "sailthru.description",
];

/// The site's name as the page states it.
pub(super) fn name(page: &Page<'_>, subject: Option<&Subject>) -> Option<String> {
    let stated = page.metas_of("og:site_name").next().map(str::to_owned);
    let stated = stated
        .or_else(|| page.json_ld.site_name.clone())
        .or_else(|| subject.and_then(|subject| subject.publisher.clone()));
    let stated =
        stated.or_else(|| page.json_ld.organisation.clone()).or_else(|| page.meta(SITE_METAS).map(str::to_owned));
    stated.map(|name| text::of_value(&name)).filter(|name| !name.is_empty() && !name.contains("://"))
}

/// Keys of all names that the site goes by, for telling them from a title.
pub(super) fn keys(page: &Page<'_>, subject: Option<&Subject>, url: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = SITE_METAS.iter().flat_map(|key| page.metas_of(key)).map(str::to_owned).collect();
    names.extend(page.json_ld.site_name.clone());
    names.extend(page.json_ld.organisation.clone());
    names.extend(subject.and_then(|subject| subject.publisher.clone()));
    names.extend(url.into_iter().flat_map(host_names));
    let mut keys: Vec<String> = Vec::new();
    for key in names.iter().map(|name| text::key(&text::of_value(name))).filter(|key| key.len() >= 2) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// `www.harbour-post.co.uk` is `harbourpostcouk` and `harbourpost`.
fn host_names(url: &str) -> Vec<String> {
    let Some(address) = Address::parse(url, None) else { return Vec::new() };
    let host = address.host();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let longest = host.split('.').rev().skip(1).max_by_key(|label| label.len()).unwrap_or_default();
    [host, longest].into_iter().filter(|name| name.len() >= 4).map(str::to_owned).collect()
}

/// An address as an absolute http(s) URL.
pub(super) fn absolute(address: &str, base: Option<&str>) -> Option<String> {
    web(address, base).map(|address| address.written())
}

fn web(address: &str, base: Option<&str>) -> Option<Address> {
    /// Longer is data, not an address.
    const LONGEST: usize = 4096;
    let address = address.trim();
    if address.is_empty() || address.len() > LONGEST {
        return None;
    }
    let base = base.and_then(|base| Address::parse(base, None));
    Address::parse(address, base.as_ref()).filter(Address::is_web)
}

/// The address of the page as it names itself, if on the same host as where it was found.
pub(super) fn canonical(page: &Page<'_>, document_url: Option<&str>) -> Option<String> {
    let stated = page.canonical.as_deref().or_else(|| page.meta(&["og:url"]));
    stated.and_then(|address| absolute(address, document_url)).or_else(|| absolute(document_url?, None))
}

/// The address of the lead picture. The reader loads it, so it may not count who reads.
pub(super) fn image(page: &Page<'_>, subject: Option<&Subject>, base: Option<&str>) -> Option<String> {
    let stated = IMAGE_METAS.iter().flat_map(|key| page.metas_of(key));
    let mut offers = stated.chain(subject.and_then(|subject| subject.image.as_deref()));
    let shown = offers.find_map(|address| web(address, base).filter(|address| !is_beacon(address)));
    shown.map(|address| address.written())
}

pub(super) fn excerpt(page: &Page<'_>, subject: Option<&Subject>) -> Option<String> {
    descriptions(page, subject).find(|excerpt| !excerpt.is_empty())
}

/// What the page says of itself in a sentence or two, the likeliest first.
pub(super) fn descriptions<'a>(page: &'a Page<'_>, subject: Option<&'a Subject>) -> impl Iterator<Item = String> {
    let of_subject = subject.and_then(|subject| subject.description.as_deref());
    let metas = EXCERPT_METAS.iter().filter_map(|key| page.meta(&[key])).map(str::to_owned);
    metas.chain(of_subject.map(text::of_value))
}
