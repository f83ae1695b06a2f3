//! The title, as the page shows it.
//!
//! A page states its title many times: for search engines with the site's
//! name, for sharing with a hook, for readers in a heading. The heading is
//! what the reader has seen, so it wins where any other statement agrees with
//! it; a statement alone is taken without the site's name.

use super::dates::{self, Order};
use super::page::Page;
use super::text;
use super::words::{HOME_TITLES, TIGHT_SEPARATORS, TITLE_SEPARATORS};
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

/// Characters of a statement that are looked at: no heading is as long.
const LONGEST_CLAIM: usize = 1000;

/// From this score on a heading of level 1 says what the page states.
const SURE: f32 = 0.94;

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

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, sites: &[String], address: Option<&str>) -> Title {
    let claim = |text: &str| text::beginning(text, LONGEST_CLAIM).to_owned();
    let headline = subject.and_then(|subject| subject.headline.as_deref()).map(text::of_value);
    let mut claims: Vec<String> = headline.iter().map(|headline| claim(headline)).collect();
    claims.extend(TITLE_METAS.iter().filter_map(|key| page.meta(&[key])).map(claim));
    // A title that says nothing is not the better one that stands beside what was cut short.
    let whole = |claim: &str| !(claim.is_empty() || is_nondescript(claim) || is_cut_short(claim));
    let any_whole = claims.iter().any(|claim| whole(claim)) || whole(&page.title);
    claims.retain(|claim| !(is_nondescript(claim) || any_whole && is_cut_short(claim)));
    let only_cut = !any_whole && (is_cut_short(&page.title) || claims.iter().any(|claim| is_cut_short(claim)));
    let stated_alone = claims.len();
    claims.push(claim(&page.title));
    let stated: Vec<String> =
        claims.iter().map(|claim| without_site(claim, sites)).filter(|claim| !claim.is_empty()).collect();
    let compared: Vec<Claim> = stated.iter().map(|claim| Claim::of(claim)).collect();
    let (alone, with_site) = compared.split_at(stated_alone.min(compared.len()));

    // A page that does not call itself an article often has a slogan for a heading.
    let least = if page.is_article || only_cut { 0.2 } else { 0.5 };
    let headings = headings(page, sites);
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
    let slug = address.map(slug).unwrap_or_default();
    let named = shared(&slug, stated.last().map(|claim| first_part(claim)).unwrap_or_default());
    let best = headings
        .iter()
        .filter(|heading| stated.is_empty() || !sites.contains(&text::key(&heading.text)))
        .map(|heading| (score(heading), heading))
        .filter(|(score, heading)| {
            if heading.level_one && *score < SURE && !only_cut {
                is_preferred(page, *score - 0.1, shared(&slug, &heading.text), named)
            } else {
                *score >= if heading.level_one { least + 0.1 } else { 0.8 }
            }
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, heading)| heading);
    if let Some(heading) = best {
        let known = stated.iter().find(|claim| text::key(claim) == text::key(&heading.text));
        // The headline in structured data has no kicker, whatever the link preview has.
        let headline = headline.and(stated.first());
        let within = headline.filter(|claim| is_all_but_label(claim, &heading.text, false));
        let within = within.or_else(|| {
            stated.iter().find(|claim| known.is_none() && is_all_but_label(claim, &heading.text, page.is_forum))
        });
        let element = (heading.level_one || within.is_none()).then_some(heading.id);
        let quiet = known.filter(|_| is_shouted(&heading.text));
        return Title { text: Some(within.or(quiet).unwrap_or(&heading.text).clone()), element };
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

/// Whether a heading that says something else than the statements is the
/// better title. An article's heading is; elsewhere it may be a slogan, and
/// what the page's address is made of decides: the part of it that the heading and that the stated title says.
fn is_preferred(page: &Page<'_>, agreement: f32, in_heading: f32, in_title: f32) -> bool {
    const ENOUGH: f32 = 0.4;
    let prose = if page.is_article { 0.3 } else { 0.0 };
    prose + agreement + in_heading - in_title > ENOUGH
}

/// Which part of an address's words a title has.
fn shared(slug: &[String], title: &str) -> f32 {
    let words = text::words(title);
    slug.iter().filter(|word| words.contains(word)).count() as f32 / slug.len().max(1) as f32
}

/// The words of an address's last part, which is often made of the title.
fn slug(address: &str) -> Vec<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let (_, path) = path.trim_end_matches('/').split_once('/').unwrap_or_default();
    let last = text::beginning(path.rsplit('/').next().unwrap_or_default(), LONGEST_CLAIM);
    text::words(&last.replace('_', " "))
}

/// Whether a statement was cut to a length: a better one is beside it.
fn is_cut_short(claim: &str) -> bool {
    claim.trim_end().ends_with('…') || claim.trim_end().ends_with("...")
}

/// Whether a title only says that this is the site's first page.
fn is_nondescript(title: &str) -> bool {
    HOME_TITLES.contains(&title.trim().to_lowercase().as_str())
}

/// Whether a heading is all capitals, which is a style and no spelling.
fn is_shouted(heading: &str) -> bool {
    heading.split_whitespace().count() > 1
        && heading.chars().any(char::is_uppercase)
        && !heading.chars().any(char::is_lowercase)
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
    let first = separators(title).into_iter().min();
    first
        .and_then(|(start, _)| title.get(..start))
        .map(str::trim)
        .filter(|first| !first.is_empty() && !is_nondescript(first))
        .unwrap_or(title)
}

fn headings(page: &Page<'_>, sites: &[String]) -> Vec<Heading> {
    /// A heading that is longer is a paragraph in disguise.
    const LONGEST: usize = 300;
    let mut ids: Vec<ElementId> = page.headings.iter().chain(&page.headlines).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let found = ids.into_iter().filter_map(|id| {
        let element = page.outline.element(id)?;
        let text = without_site(page.text_of(element).trim_end_matches(['¶', ' ']), sites);
        let fits = !text.is_empty() && text.chars().count() <= LONGEST;
        fits.then_some(Heading { id, text, level_one: element.tag != Tag::H2 })
    });
    let (mut found, lesser): (Vec<Heading>, Vec<Heading>) = found.partition(|heading| heading.level_one);
    found.extend(lesser);
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

/// What a page states as its title. Its words are sorted: each word of each heading is looked for.
struct Claim {
    whole: Wording,
    first_part: String,
}

impl Claim {
    fn of(text: &str) -> Self {
        let mut whole = Wording::of(text);
        whole.words.sort_unstable();
        Self { whole, first_part: text::key(first_part(text)) }
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
    let shared = ours.iter().filter(|word| theirs.binary_search(word).is_ok()).count();
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
    let is_site = |key: &str| sites.iter().any(|site| key == *site);
    // Behind the title the name may go on: "Harbour Post UK". Before it, that is a title with the name in it.
    let begins_as_site = |part: &str, key: &str| {
        let begins = |site: &String| site.len() >= 4 && key.starts_with(site.as_str());
        part.split_whitespace().count() <= 5 && sites.iter().any(begins)
    };
    let cuts = separators(title);
    let parts = |&(start, end): &(usize, usize)| Some((title.get(..start)?.trim(), title.get(end..)?.trim()));
    if let Some((before, after)) = cuts.iter().max().and_then(parts) {
        let key = text::key(after);
        if key.is_empty() || before.is_empty() {
            return Some(if before.is_empty() { after } else { before }).filter(|rest| !rest.is_empty());
        }
        if is_site(&key) || begins_as_site(after, &key) {
            return Some(if is_nondescript(before) { after } else { before });
        }
    }
    let (before, after) = cuts.iter().min().and_then(parts)?;
    (is_site(&text::key(before)) && !after.is_empty()).then_some(after)
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
