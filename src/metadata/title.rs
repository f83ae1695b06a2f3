//! The title, as the page shows it.
//!
//! A page states its title many times: for search engines with the site's
//! name, for sharing with a hook, for readers in a heading. The heading is
//! what the reader has seen, so it wins where any other statement agrees with
//! it; a statement alone is taken without the site's name.

use super::dates::{self, Order};
use super::page::Page;
use super::text;
use super::words::{TIGHT_SEPARATORS, TITLE_SEPARATORS};
use crate::json_ld::Subject;
use crate::outline::ElementId;
use crate::tag::Tag;

/// Keys of `meta` elements that state the title alone.
const TITLE_METAS: &[&str] = &[
    "og:title",
    "twitter:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "eprints.title",
    "bepress_citation_title",
];

/// A title and the element that shows it.
#[derive(Debug, Default)]
pub(super) struct Title {
    pub(super) text: Option<String>,
    pub(super) element: Option<ElementId>,
}

/// A heading that may be the title.
struct Heading {
    id: ElementId,
    text: String,
    level_one: bool,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, sites: &[String]) -> Title {
    let mut claims: Vec<String> =
        subject.iter().filter_map(|subject| subject.headline.as_deref()).map(text::of_value).collect();
    claims.extend(TITLE_METAS.iter().filter_map(|key| page.meta(&[key])).map(str::to_owned));
    let stated_alone = claims.len();
    claims.push(page.title.clone());
    let stated: Vec<String> =
        claims.iter().map(|claim| without_site(claim, sites)).filter(|claim| !claim.is_empty()).collect();
    let compared: Vec<Claim> = stated.iter().map(|claim| Claim::of(claim)).collect();
    let (alone, with_site) = compared.split_at(stated_alone.min(compared.len()));

    // A page that does not call itself an article often has a slogan for a heading.
    let least = if page.is_article { 0.2 } else { 0.5 };
    let headings = headings(page);
    let score = |heading: &Heading| {
        let wording = Wording::of(&heading.text);
        let agrees = |claims: &[Claim]| claims.iter().map(|claim| agreement(&wording, claim)).fold(0.0, f32::max);
        let (alone, with_site) = (if alone.is_empty() { 1.0 } else { agrees(alone) }, agrees(with_site));
        // A part of `<title>` that no other statement shares a word with is the site's name.
        let agreement = if alone < 0.15 && with_site < 1.0 {
            alone
        } else {
            with_site.max(if stated_alone == 0 { 0.0 } else { alone })
        };
        agreement + if heading.level_one { 0.1 } else { 0.0 }
    };
    let best = headings
        .iter()
        .filter(|heading| stated.is_empty() || !sites.contains(&text::key(&heading.text)))
        .map(|heading| (score(heading), heading))
        .filter(|(score, heading)| *score >= if heading.level_one { least + 0.1 } else { 0.8 })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, heading)| heading);
    if let Some(heading) = best {
        let known = stated.iter().any(|claim| text::key(claim) == text::key(&heading.text));
        // The headline in structured data has no kicker, whatever the link preview has.
        let headline = subject.and_then(|subject| subject.headline.as_deref()).and(stated.first());
        let within = headline.filter(|claim| is_all_but_label(claim, &heading.text, false));
        let within = within
            .or_else(|| stated.iter().find(|claim| !known && is_all_but_label(claim, &heading.text, page.is_forum)));
        let element = (heading.level_one || within.is_none()).then_some(heading.id);
        return Title { text: Some(within.unwrap_or(&heading.text).clone()), element };
    }
    let stated = stated.first().map(|claim| first_part(claim).to_owned());
    // Pages built by scripts often state no more than the site's name.
    let prose = page.is_article || page.is_forum;
    let stated = stated.filter(|title| !prose || headings.is_empty() || !sites.contains(&text::key(title)));
    match stated {
        Some(title) => Title { text: Some(title), element: None },
        None => headings.first().map_or_else(Title::default, |heading| Title {
            text: Some(heading.text.clone()),
            // A heading of a section stays where it is: nothing else says that it is the title.
            element: heading.level_one.then_some(heading.id),
        }),
    }
}

/// Whether a heading is this statement and something that is no part of it:
/// a label before ("Thread: ", in a forum any), a date or the site behind.
fn is_all_but_label(claim: &str, heading: &str, forum: bool) -> bool {
    let Some((before, behind)) = heading.split_once(claim).map(|(before, behind)| (before.trim(), behind.trim()))
    else {
        return false;
    };
    let dated = |text: &str| dates::find(text, Order::DayFirst).is_some();
    let label = before.is_empty() || forum || before.ends_with([':', '“', '"']) || dated(before);
    let rest =
        behind.is_empty() || behind.starts_with(['–', '|', '/', '”']) || behind.starts_with("- ") || dated(behind);
    let most = claim.chars().count() * 10 >= heading.chars().count() * 6;
    most && label && rest && !(before.is_empty() && behind.is_empty())
}

/// What stands before the first separator, where that is more than a label.
fn first_part(title: &str) -> &str {
    let mut cuts = separators(title);
    cuts.sort_unstable();
    cuts.first()
        .and_then(|&(start, _)| title.get(..start))
        .map(str::trim)
        .filter(|first| !first.is_empty())
        .unwrap_or(title)
}

fn headings(page: &Page<'_>) -> Vec<Heading> {
    /// A heading that is longer is a paragraph in disguise.
    const LONGEST: usize = 300;
    let ids = page.headings.iter().chain(&page.headlines);
    let mut found: Vec<Heading> = ids
        .filter_map(|&id| {
            let element = page.outline.element(id)?;
            let text = page.text_of(element).trim_end_matches(['¶', ' ']).to_owned();
            let fits = !text.is_empty() && text.chars().count() <= LONGEST;
            fits.then_some(Heading { id, text, level_one: element.tag != Tag::H2 })
        })
        .collect();
    found.sort_by_key(|heading| (!heading.level_one, heading.id));
    found.dedup_by_key(|heading| heading.id);
    found
}

/// What of a text is compared with others: each heading is, with each claim.
struct Wording {
    key: String,
    words: Vec<String>,
}

impl Wording {
    fn of(text: &str) -> Self {
        Self { key: text::key(text), words: text::words(text) }
    }
}

/// What a page states as its title.
struct Claim {
    whole: Wording,
    first_part: String,
}

impl Claim {
    fn of(text: &str) -> Self {
        Self { whole: Wording::of(text), first_part: text::key(first_part(text)) }
    }
}

/// How much a heading and a statement say the same, 0 to 1.
fn agreement(heading: &Wording, claim: &Claim) -> f32 {
    if heading.key.is_empty() || claim.whole.key.is_empty() {
        return 0.0;
    }
    if heading.key == claim.whole.key {
        return 1.0;
    }
    if claim.first_part == heading.key {
        return 0.95;
    }
    let part = heading.key.chars().count() >= 6 && claim.whole.key.starts_with(&heading.key);
    let (ours, theirs) = (&heading.words, &claim.whole.words);
    let shared = ours.iter().filter(|word| theirs.contains(word)).count();
    let overlap = shared as f32 / ours.len().max(theirs.len()).max(1) as f32;
    if part { overlap.max(0.85) } else { overlap }
}

/// A stated title without the site's name before or behind it.
pub(super) fn without_site(title: &str, sites: &[String]) -> String {
    let mut title = title.trim();
    // "Story | Section | Site" has two of them.
    for _ in 0..3 {
        let Some(shorter) = cut_site(title, sites) else { break };
        title = shorter;
    }
    title.to_owned()
}

fn cut_site<'t>(title: &'t str, sites: &[String]) -> Option<&'t str> {
    let is_site = |part: &str| {
        let key = text::key(part);
        !key.is_empty()
            && sites.iter().any(|site| {
                key == *site
                    || (site.len() >= 4 && key.starts_with(site.as_str()) && part.split_whitespace().count() <= 5)
            })
    };
    let mut cuts = separators(title);
    cuts.sort_unstable();
    let first = cuts.first().and_then(|&(start, end)| Some((title.get(..start)?.trim(), title.get(end..)?.trim())));
    let last = cuts.last().and_then(|&(start, end)| Some((title.get(..start)?.trim(), title.get(end..)?.trim())));
    if let Some((before, after)) = last
        && is_site(after)
        && !before.is_empty()
    {
        return Some(before);
    }
    if let Some((before, after)) = first
        && is_site(before)
        && !after.is_empty()
    {
        return Some(after);
    }
    None
}

/// Where separators stand in a title.
fn separators(title: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in title.match_indices(' ') {
        let rest = title.get(at + 1..).unwrap_or_default();
        let spaced = |separator: &&str| rest.strip_prefix(*separator).is_some_and(|rest| rest.starts_with(' '));
        found.extend(TITLE_SEPARATORS.iter().find(|separator| spaced(separator)).map(|text| (at, at + text.len() + 2)));
    }
    for separator in TIGHT_SEPARATORS {
        found.extend(title.match_indices(separator).map(|(at, text)| (at, at + text.len())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sites_name_goes_and_the_rest_stays() {
        let sites = ["harbourpost".to_owned()];
        for (title, expected) in [
            ("Tide turns | Harbour Post", "Tide turns"),
            ("Harbour Post: Tide turns", "Harbour Post: Tide turns"),
            ("Harbour Post - Tide turns - again", "Tide turns - again"),
            ("Tide turns — low and high — Harbour Post", "Tide turns — low and high"),
            ("潮汐_Harbour Post", "潮汐"),
            ("Harbour Post", "Harbour Post"),
            ("Tide-turning | News", "Tide-turning | News"),
        ] {
            assert_eq!(without_site(title, &sites), expected, "{title}");
        }
    }
}
