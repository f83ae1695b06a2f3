//! Gates: where the publisher keeps text back, its own way in.
//!
//! Clearleaf opens no gate. It says that there is one, and passes on the two
//! links that the page's own prompts carry: to sign in, and to support the
//! site.

use crate::article::Reason;
use crate::clutter::Marks;
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

/// The sign-in link of the page's prompts, else of the page.
pub(crate) fn sign_in(html: &[u8], outline: &Outline, marks: &Marks, links: &Links) -> Option<String> {
    let asks = |reason| matches!(reason, Reason::Paywall | Reason::Registration);
    let leads_in = |address: &str| {
        let path =
            address.split_once("://").map_or(address, |(_, rest)| rest).split(['?', '#']).next().unwrap_or_default();
        path.to_ascii_lowercase().split(['/', '.']).any(|segment| SIGN_IN.contains(&segment))
    };
    let in_prompt = |id: ElementId| is_marked(outline, marks, id, asks);
    let all: Vec<_> = links_of(html, outline, links, |_| true).filter(|(_, address)| leads_in(address)).collect();
    all.iter().find(|(id, _)| in_prompt(*id)).or(all.first()).map(|(_, address)| address.clone())
}

/// The link of the page's own request for support.
pub(crate) fn support(html: &[u8], outline: &Outline, marks: &Marks, links: &Links) -> Option<String> {
    let in_request = |id: ElementId| is_marked(outline, marks, id, |reason| reason == Reason::Donation);
    links_of(html, outline, links, in_request).next().map(|(_, address)| address)
}

fn is_marked(outline: &Outline, marks: &Marks, id: ElementId, fits: impl Fn(Reason) -> bool) -> bool {
    outline.ancestors(id).filter_map(|up| marks.mark(up)).any(|mark| fits(mark.reason))
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
