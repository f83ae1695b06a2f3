//! The title, as the page shows it.
//!
//! A page states its title many times: for search engines with the site's
//! name, for sharing with a hook, for readers in a heading. The heading is
//! what the reader has seen, so it wins where any other statement agrees with
//! it; a statement alone is taken without the site's name.

use super::dates::{self, Order};
use super::page::Page;
use super::place;
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

/// The highest rank of subjects that may be a part of the page only: things for sale, films, businesses.
const PART_OF_PAGE: u8 = 3;

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
    wording: Wording,
    level_one: bool,
    /// It leads to another page, or stands in a menu.
    leads_away: bool,
}

/// What the page states as its title, the best statement first, `<title>` last, each without the site's name.
struct Statements {
    all: Vec<Claim>,
    /// How many of them are made for the title alone.
    alone: usize,
    /// The first is the headline in structured data.
    headline: bool,
    /// All of them were cut to a length.
    only_cut: bool,
}

/// What the statements and the headings are held against.
struct Context<'c> {
    sites: &'c [String],
    /// Words of the address's last part.
    slug: Vec<String>,
    /// The page is its site's first.
    front: bool,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, sites: &[String], address: Option<&str>) -> Title {
    let slug = address.map(slug).unwrap_or_default();
    let front = slug.is_empty() && address.is_some_and(|address| !address.contains('?'));
    let context = Context { sites, slug, front };
    let stated = statements(page, subject, &context);
    let headings = headings(page, sites);
    if let Some(heading) = best_heading(page, &headings, &stated, &context) {
        let is_within = |claim: &&Claim| is_all_but_label(&claim.text, &heading.text, page.is_forum);
        let known = stated.all.iter().find(|claim| claim.whole.key == heading.wording.key);
        // The headline in structured data has no kicker, whatever the link preview has.
        let certain = if known.is_none() { stated.all.len() } else { usize::from(stated.headline) };
        let within = stated.all.iter().take(certain).find(is_within);
        let element = (heading.level_one || within.is_none()).then_some(heading.id);
        let quiet = known.filter(|_| is_shouted(&heading.text));
        let text = within.or(quiet).map_or(&heading.text, |claim| &claim.text);
        return Title { text: Some(text.clone()), element };
    }
    let stated = stated.all.first().map(|claim| claim.first_part.clone());
    // Pages built by scripts often state no more than the site's name.
    let prose = !context.front && page.is_written();
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

fn statements(page: &Page<'_>, subject: Option<&Subject>, context: &Context<'_>) -> Statements {
    let claim = |text: &str| text::beginning(text, LONGEST_CLAIM).to_owned();
    let mut claims: Vec<String> = TITLE_METAS.iter().filter_map(|key| page.meta(&[key])).map(claim).collect();
    // The name of a thing for sale, a film or a business is the page's only where it states nothing itself.
    let silent = claims.is_empty() && page.title.is_empty();
    let of_page = subject.filter(|subject| silent || subject.rank > PART_OF_PAGE);
    let headline = of_page.and_then(|subject| subject.headline.as_deref());
    if let Some(headline) = headline {
        claims.insert(0, claim(&text::of_value(headline)));
    }
    let title = claim(&page.title);
    // A title that says nothing is not the better one that stands beside what was cut short.
    let (mut any_whole, mut any_cut) = (false, false);
    for claim in claims.iter().chain([&title]) {
        let cut = is_cut_short(claim);
        any_cut |= cut;
        any_whole |= !(cut || claim.is_empty() || is_nondescript(claim));
    }
    claims.retain(|claim| !(is_nondescript(claim) || any_whole && is_cut_short(claim)));
    let alone = claims.len();
    claims.push(title);
    let all: Vec<Claim> = claims.iter().filter_map(|claim| Claim::of(claim, context)).collect();
    Statements { alone: alone.min(all.len()), all, headline: headline.is_some(), only_cut: any_cut && !any_whole }
}

/// The heading that shows the title, if one does.
fn best_heading<'h>(
    page: &Page<'_>,
    headings: &'h [Heading],
    stated: &Statements,
    context: &Context<'_>,
) -> Option<&'h Heading> {
    let (alone, with_site) = stated.all.split_at(stated.alone);
    // A page that does not call itself an article often has a slogan for a heading.
    let least = if page.is_article || stated.only_cut { 0.2 } else { 0.5 };
    let score = |heading: &Heading| {
        let wording = &heading.wording;
        let agrees = |claims: &[Claim]| claims.iter().map(|claim| agreement(wording, claim)).fold(0.0, f32::max);
        let (alone, with_site) = (if alone.is_empty() { 1.0 } else { agrees(alone) }, agrees(with_site));
        // A part of `<title>` that no other statement shares a word with is the site's name.
        let agreement = if alone < 0.15 && with_site < 1.0 {
            alone
        } else {
            with_site.max(if stated.alone == 0 { 0.0 } else { alone })
        };
        let score = agreement + if heading.level_one { 0.1 } else { 0.0 };
        if heading.level_one && context.is_named_so(wording) { score.max(SURE) } else { score }
    };
    let is_site = |heading: &Heading| !stated.all.is_empty() && context.sites.contains(&heading.wording.key);
    // What ends a statement is the name of a book or a site.
    let ends_claim = |heading: &Heading| stated.all.iter().any(|claim| claim.whole.key.ends_with(&heading.wording.key));
    let top = headings.iter().find(|heading| heading.level_one && !heading.leads_away && !is_site(heading));
    let top = top.filter(|heading| !ends_claim(heading)).map(|heading| heading.id);
    let named = stated.all.last().map_or(0.0, |claim| shared(&context.slug, &text::words(&claim.first_part)));
    headings
        .iter()
        .filter(|heading| !is_site(heading))
        .filter_map(|heading| {
            let score = score(heading);
            if heading.level_one && score < SURE && !stated.only_cut {
                let in_heading = shared(&context.slug, &heading.wording.words);
                let preferred = !heading.leads_away && is_preferred(page, score - 0.1, in_heading, named);
                // Of several, the one that the address speaks of.
                return preferred.then_some(((score + in_heading).min(SURE), heading));
            }
            let least = match heading.level_one {
                true => least + 0.1,
                // What stands below a heading is a section, unless it says all that is stated.
                false if top.is_some_and(|top| top < heading.id) => 1.0,
                false => 0.8,
            };
            (score >= least).then_some((score, heading))
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, heading)| heading)
}

impl Context<'_> {
    /// Whether a text and the address say just the same. One word of an address may name no more than a section.
    fn is_named_so(&self, wording: &Wording) -> bool {
        self.slug.len() > 1
            && self.slug.iter().all(|word| wording.words.contains(word))
            && wording.words.iter().all(|word| self.slug.contains(word))
    }
}

/// Whether a heading that says something else than the statements is the
/// better title. An article's heading is; elsewhere it may be a slogan, and
/// what the page's address is made of decides: the part of it that the heading and that the stated title says.
fn is_preferred(page: &Page<'_>, agreement: f32, in_heading: f32, in_title: f32) -> bool {
    const ENOUGH: f32 = 0.6;
    let prose = if page.is_article { 0.5 } else { 0.0 };
    prose + agreement + in_heading - in_title > ENOUGH
}

/// Which part of an address's words a title has.
fn shared(slug: &[String], words: &[String]) -> f32 {
    slug.iter().filter(|word| words.contains(word)).count() as f32 / slug.len().max(1) as f32
}

/// The words of an address's last part, which is often made of the title.
fn slug(address: &str) -> Vec<String> {
    /// Of a file's name: `html`, `aspx`.
    const LONGEST_SUFFIX: usize = 5;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let (_, path) = path.trim_end_matches('/').split_once('/').unwrap_or_default();
    let last = text::beginning(path.rsplit('/').next().unwrap_or_default(), LONGEST_CLAIM);
    let last = last.rsplit_once('.').filter(|(_, kind)| kind.len() <= LONGEST_SUFFIX).map_or(last, |(name, _)| name);
    text::words(&last.replace('_', " "))
}

/// Whether a statement was cut to a length: a better one is beside it.
fn is_cut_short(claim: &str) -> bool {
    let claim = claim.trim_end();
    claim.ends_with('…') || claim.ends_with("...")
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
        let text = without_site(page.text_of(id, element).trim_end_matches(['¶', ' ']), sites);
        let fits = !text.is_empty() && text.chars().count() <= LONGEST;
        let leads_away = place::is_link(page, id, element) || place::is_inside(page, id, &[Tag::Nav, Tag::A]);
        let wording = Wording::of(&text);
        fits.then_some(Heading { id, text, wording, level_one: element.tag != Tag::H2, leads_away })
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
    text: String,
    whole: Wording,
    first_part: String,
    first_key: String,
}

impl Claim {
    /// What is stated, without the site's name. On the site's first page the name before a slogan is part of the title.
    fn of(claim: &str, context: &Context<'_>) -> Option<Self> {
        let claim = claim.trim();
        let shorter = without_site(claim, context.sites);
        let named = context.front && context.sites.contains(&text::key(first_part(claim)));
        let slogan = named && claim.ends_with(&shorter);
        let text = if slogan { claim.to_owned() } else { shorter };
        let mut whole = Wording::of(&text);
        whole.words.sort_unstable();
        let first_part = if slogan { text.clone() } else { first_part(&text).to_owned() };
        let first_key = text::key(&first_part);
        (!text.is_empty()).then_some(Self { text, whole, first_part, first_key })
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
    if claim.first_key == heading.key {
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
