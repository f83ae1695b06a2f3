//! Gates: where the publisher keeps text back, its own way in.
//!
//! Clearleaf opens no gate. It says that there is one, and passes on the two
//! links that the page's own prompts carry: to sign in, and to support the
//! site.

use crate::address::Address;
use crate::article::Reason;
use crate::clutter::{Marks, Strength};
use crate::entity;
use crate::link::{Links, Target};
use crate::outline::{Attr, Element, ElementId, Outline};
use crate::tag::Tag;

/// Path segments that lead to a sign-in page.
const SIGN_IN: &[&str] = &[
    "login",
    "log-in",
    "log_in",
    "signin",
    "sign-in",
    "sign_in",
    "auth",
    "account",
    "anmelden",
    "einloggen",
    "connexion",
    "iniciar-sesion",
    "acceder",
    "accedi",
    "entrar",
    "inloggen",
    "zaloguj",
    "logga-in",
    "giris",
];

/// Path segments of what the law asks for beside a request: no way to help.
const LEGAL: &[&str] = &[
    "terms",
    "terms-of-service",
    "terms-of-use",
    "terms-and-conditions",
    "tos",
    "conditions",
    "privacy",
    "privacy-policy",
    "legal",
    "cookies",
    "cookie-policy",
    "agb",
    "datenschutz",
    "impressum",
    "cgu",
    "cgv",
    "mentions-legales",
    "confidentialite",
    "privacidad",
    "aviso-legal",
    "privacidade",
    "termos",
    "voorwaarden",
    "regulamin",
];

/// Whether a gate of a vendor of gates stands on the page with words in it. Publishers do not always state
/// what their page shows. A gate stands once, or once in the text and once over it: a name that the page gives to
/// more, as to each of its buttons, is no gate's.
pub(crate) fn is_shown(outline: &Outline, marks: &Marks) -> bool {
    const MOST: usize = 2;
    let (mut gates, mut past) = (0, 0);
    for (id, element) in (0_u32..).zip(&outline.elements) {
        let gate = marks.mark(id).filter(|mark| mark.strength == Strength::Certain && mark.reason == Reason::Paywall);
        let shown = id >= past && !element.hidden && element.end_block > element.first_block;
        if shown && gate.is_some_and(|mark| mark.is_of_vendor()) {
            gates += 1;
            past = element.next;
        }
    }
    (1..=MOST).contains(&gates)
}

/// The sign-in link of the page's prompts, else of the page; of the page's own site in either case.
pub(crate) fn sign_in(html: &[u8], outline: &Outline, marks: &Marks, links: &Links) -> Option<String> {
    let asks = |reason| matches!(reason, Reason::Paywall | Reason::Registration);
    let own = links.document_host()?;
    let leads_in = |address: &str| {
        let Some(address) = Address::parse(address, None) else { return false };
        is_same_site(own, address.host()) && (names(address.host(), SIGN_IN) || names(address.path(), SIGN_IN))
    };
    let in_prompt = |id: ElementId| is_marked(outline, marks, id, asks);
    let all: Vec<_> = links_of(html, outline, links, |_| true).filter(|(_, address)| leads_in(address)).collect();
    all.iter().find(|(id, _)| in_prompt(*id)).or(all.first()).map(|(_, address)| address.clone())
}

/// The link of the page's own request for support.
pub(crate) fn support(html: &[u8], outline: &Outline, marks: &Marks, links: &Links) -> Option<String> {
    let in_request = |id: ElementId| is_marked(outline, marks, id, |reason| reason == Reason::Donation);
    let is_legal = |address: &str| Address::parse(address, None).is_none_or(|address| names(address.path(), LEGAL));
    links_of(html, outline, links, in_request).map(|(_, address)| address).find(|address| !is_legal(address))
}

/// Whether a part of a host or path is one of these.
fn names(part: &str, of: &[&str]) -> bool {
    part.to_ascii_lowercase().split(['/', '.']).any(|segment| of.contains(&segment))
}

/// Whether two hosts are of one site: one below the other, or both below one name that can be registered. Which
/// names can be is a list of thousands; two labels, or three where the last are as short as `co.uk`, do here.
fn is_same_site(one: &str, other: &str) -> bool {
    let bare = |host: &'_ str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    let (one, other) = (bare(one), bare(other));
    let below = |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'));
    one == other || below(&one, &other) && other.contains('.') || below(&other, &one) || {
        let (one, other) = (registered(&one), registered(&other));
        one.is_some() && one == other
    }
}

/// What of a host was registered, as far as its labels tell.
fn registered(host: &str) -> Option<&str> {
    let mut ends = host.rmatch_indices('.').map(|(at, _)| at);
    let (last, second) = (ends.next()?, ends.next());
    let label = host.get(second.map_or(0, |at| at + 1)..last)?;
    let short = host.len() - last == 3 && label.len() <= 3;
    let start = if short { ends.next() } else { second };
    if short && second.is_none() {
        return None;
    }
    host.get(start.map_or(0, |at| at + 1)..)
}

fn is_marked(outline: &Outline, marks: &Marks, id: ElementId, fits: impl Fn(Reason) -> bool) -> bool {
    let mut around = outline.ancestors(id).filter_map(|up| marks.mark(up));
    around.any(|mark| mark.strength == Strength::Certain && fits(mark.reason))
}

/// Links to other pages that the page shows, with their elements. To resolve an address is dear: only `wanted` ones are.
fn links_of<'p>(
    html: &'p [u8],
    outline: &'p Outline,
    links: &'p Links,
    wanted: impl Fn(ElementId) -> bool + 'p,
) -> impl Iterator<Item = (ElementId, String)> + 'p {
    let shown = |element: &&Element| element.tag == Tag::A && !element.hidden;
    let wanted = move |(id, element): &(ElementId, &Element)| shown(element) && wanted(*id);
    (0_u32..).zip(&outline.elements).filter(wanted).filter_map(move |(id, element)| {
        let href = entity::decode_attribute(outline.attr(html, element, Attr::Href)?);
        match links.href(&href)? {
            Target::Outside(address) if address.starts_with("http") => Some((id, address)),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_what_was_registered() {
        #[rustfmt::skip]
        let rows: &[(&str, &str, bool)] = &[
            ("strait.example", "strait.example", true),
            ("www.strait.example", "account.strait.example", true),
            ("news.strait.example", "id.strait.example", true),
            ("nos.example", "www.nos.example", true),
            ("www.strait.co.uk", "login.strait.co.uk", true),
            ("www.strait.co.uk", "login.other.co.uk", false),
            ("strait.co.uk", "other.co.uk", false),
            ("strait.example", "accounts.google.com", false),
            ("strait.example", "notstrait.example", false),
            ("strait.example", "", false),
            ("localhost", "localhost", true),
        ];
        for (one, other, same) in rows {
            assert_eq!(is_same_site(one, other), *same, "{one} {other}");
        }
    }
}
