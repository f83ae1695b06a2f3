//! The authors, and where the page names them.

use super::dates::{self, Order};
use super::names;
use super::page::{Page, Plainness};
use super::place;
use super::text;
use crate::json_ld::Subject;
use crate::outline::{Block, Element, ElementId, Span};

/// Keys of `meta` elements that name authors.
const AUTHOR_METAS: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "article.author",
    "cxenseparse:author",
    "rbauthors",
    "authors",
    "twitter:creator:name",
];

/// From this score on the page shows its authors beyond doubt.
const CERTAIN: u32 = 16;

/// Names joined at most from several elements beside each other.
const MAX_TOGETHER: usize = 12;

/// The authors, their organisations only where no person is named.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    /// Lines that name them: what stands between two names there, stands between them in the byline.
    pub(super) lines: Vec<String>,
    pub(super) elements: Vec<ElementId>,
}

/// A place that shows a name.
struct Candidate {
    id: ElementId,
    names: Vec<String>,
    /// How much it looks like this article's byline.
    score: u32,
    /// First block in it.
    block: u32,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, title: Option<ElementId>, sites: &[String]) -> Byline {
    // Without a heading that is the title, the first large one shows where the article begins.
    let title = title.or_else(|| page.first_heading());
    let candidates = candidates(page, title);
    let candidates = if page.is_written() { candidates } else { of_one_article(page, candidates, title) };
    let mut together = best_together(&candidates);
    if page.is_forum {
        // One begins a thread; the others answer.
        together.truncate(1);
    }
    let mut shown = unique(together.iter().flat_map(|candidate| candidate.names.iter().cloned()));
    names::without_pictures(&mut shown);
    let elements = together.iter().map(|candidate| candidate.id).collect();

    let mut groups = stated(page, subject, sites);
    // A department before a name, a weekday behind it: what is stated is the name.
    let stated_people = groups.first().cloned().unwrap_or_default();
    let bare =
        |name: String| stated_people.iter().find(|person| is_name_within(person, &name)).cloned().unwrap_or(name);
    shown = unique(shown.into_iter().map(bare));
    let is_person = |name: &String| !names::is_organisation(name) && !sites.contains(&text::key(name));
    let certain =
        together.first().is_some_and(|best| best.score >= CERTAIN) && shown.iter().all(|name| names::is_personal(name));
    if !page.is_written() {
        // The author of a shop or a front page is whoever made the site.
        for group in &mut groups {
            group.retain(|name| names::is_personal(name));
        }
    }
    groups.insert(if certain { 0 } else { groups.len() }, shown.clone());
    let people: Vec<Vec<String>> =
        groups.iter().map(|group| group.iter().filter(|name| is_person(name)).cloned().collect()).collect();
    let authors = people.into_iter().find(|group| !group.is_empty());
    let authors = authors.or_else(|| groups.into_iter().find(|group| !group.is_empty())).unwrap_or_default();
    // Structured data often names the first of several whom the page shows.
    let same = |name: &String| shown.iter().any(|shown| text::key(shown) == text::key(name));
    let whole = !authors.is_empty()
        && !page.is_forum
        && shown.len() > authors.len()
        && shown.iter().all(|name| names::is_personal(name))
        && authors.iter().all(same);
    let authors = if whole { shown } else { authors };
    let lines = if authors.len() > 1 { lines(page, subject, &together) } else { Vec::new() };
    Byline { authors, lines, elements }
}

/// What the page shows in these places, and what it states as one name.
fn lines(page: &Page<'_>, subject: Option<&Subject>, together: &[&Candidate]) -> Vec<String> {
    let mut lines = Vec::new();
    for candidate in together {
        if let Some(block) = page.outline.blocks.get(candidate.block as usize) {
            lines.push(text::of_parts(block.span.of(page.html)));
        }
    }
    for author in subject.map(|subject| subject.authors.as_slice()).unwrap_or_default() {
        lines.push(text::of_value(&author.name));
    }
    for key in AUTHOR_METAS {
        lines.extend(page.metas_of(key).map(text::of_value));
    }
    lines
}

/// Whether `shown` is `person` with more words around.
fn is_name_within(person: &str, shown: &str) -> bool {
    let (person, shown) = (person.trim(), shown.trim());
    let Some((before, behind)) = shown.split_once(person) else { return false };
    person != shown
        && person.chars().count() >= 3
        && !before.ends_with(char::is_alphanumeric)
        && !behind.starts_with(char::is_alphanumeric)
}

/// Of a page that does not call itself an article: names only, no phrases,
/// and none below another heading than the title. Where the places name many people
/// the page lists the articles of others, but for those right at its title.
fn of_one_article(page: &Page<'_>, mut candidates: Vec<Candidate>, title: Option<ElementId>) -> Vec<Candidate> {
    const MOST: usize = 4;
    const MOST_AT_TITLE: usize = 2;
    candidates.retain(|candidate| {
        let phrase = |name: &String| name.contains(' ') && !names::is_personal(name) && !names::is_organisation(name);
        !candidate.names.iter().any(phrase) && !place::is_under_other_heading(page, candidate.block, title)
    });
    let count = |candidates: &[Candidate]| {
        unique(candidates.iter().flat_map(|candidate| candidate.names.iter().cloned())).len()
    };
    if count(&candidates) > MOST {
        let personal = |candidate: &Candidate| candidate.names.iter().all(|name| names::is_personal(name));
        candidates.retain(|candidate| candidate.score >= CERTAIN && personal(candidate));
        if count(&candidates) > MOST_AT_TITLE {
            candidates.clear();
        }
    }
    candidates
}

/// What structured data and `meta` elements say, the best statement first.
fn stated(page: &Page<'_>, subject: Option<&Subject>, sites: &[String]) -> Vec<Vec<String>> {
    // The site's own name may have a role or an "and" in it.
    let split = |name: &str| {
        if sites.contains(&text::key(name)) { vec![text::of_value(name)] } else { names::split(name) }
    };
    let persons = subject.into_iter().flat_map(|subject| &subject.authors).filter(|author| !author.organisation);
    let mut groups = vec![
        unique(persons.flat_map(|author| split(&author.name))),
        unique(page.metas_of("citation_author").flat_map(|name| names::split(&names::turn_round(name)))),
    ];
    for key in AUTHOR_METAS {
        groups.push(unique(page.metas_of(key).filter(|name| !name.contains("://")).flat_map(split)));
    }
    // What a link preview shows beside the title.
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        if page.meta(&[label]).is_some_and(|label| names::without_by(label).is_empty()) {
            groups.push(unique(page.metas_of(data).flat_map(split)));
        }
    }
    groups
}

fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if seen.len() < MAX_TOGETHER * 2 && !seen.iter().any(|known| text::key(known) == text::key(&name)) {
            seen.push(name);
        }
    }
    seen
}

/// The likeliest candidate and those of its kind right beside it.
fn best_together(candidates: &[Candidate]) -> Vec<&Candidate> {
    let Some(best) = candidates.iter().reduce(|best, next| if next.score > best.score { next } else { best }) else {
        return Vec::new();
    };
    let mut together = vec![best];
    let mut block = best.block;
    for next in candidates.iter().filter(|next| next.id > best.id) {
        if next.score != best.score || next.block > block + 2 || together.len() >= MAX_TOGETHER {
            break;
        }
        block = next.block;
        together.push(next);
    }
    together
}

/// Places that show a name, in source order, the innermost of nested ones.
fn candidates(page: &Page<'_>, title: Option<ElementId>) -> Vec<Candidate> {
    let title_block = page.block_of(title);
    let mut found: Vec<Candidate> = Vec::new();
    for &(id, plainness) in &page.bylines {
        let Some(element) = page.outline.element(id) else { continue };
        let near = place::nearness(element.first_block, title_block);
        let prose = page.is_written();
        let plain = plainness >= if near > 1 { Plainness::Link } else { Plainness::Class }
            || plainness == Plainness::Member && page.is_forum;
        if !plain || page.is_collection || near < 2 && !prose || Some(id) == title {
            continue;
        }
        let Some(names) = names_shown(page, element, plainness, near) else { continue };
        // The picture of a member without one.
        if page.is_forum && names.iter().all(|name| names::is_picture(name)) {
            continue;
        }
        if place::surrounds(page, id, title) || is_anothers(page, element) {
            continue;
        }
        // In a thread the first poster's name may stand behind a long post.
        let close = u32::from(near > 0 || title_block.is_some_and(|title| element.first_block + 12 > title));
        let personal = u32::from(names.iter().all(|name| names::is_personal(name)));
        let mut score =
            if page.is_forum { plainness as u32 * 4 + close } else { near * 4 + plainness as u32 + personal };
        // A candidate around this one says the same and more; how plainly it says so holds for this one too.
        let around = |outer: &Candidate| page.outline.element(outer.id).is_some_and(|outer| outer.next > id);
        score = found.iter().filter(|outer| around(outer)).map(|outer| outer.score).fold(score, u32::max);
        found.retain(|outer| !around(outer));
        found.push(Candidate { id, names, score, block: element.first_block });
    }
    // "by" names the maker of goods.
    let lines = if page.is_collection { Vec::new() } else { by_lines(page, title, title_block, &found) };
    for line in lines {
        // In the order of the page, as the others are.
        let place = found.partition_point(|before| before.id <= line.id);
        found.insert(place, line);
    }
    if found.is_empty() && !page.is_collection {
        found.extend(beside_date(page, title_block));
    }
    found
}

/// Whether the words before an element give what it names another part than
/// that of the author: "Reviewed by", "Updated by".
fn is_anothers(page: &Page<'_>, element: &Element) -> bool {
    /// Characters of a line that only introduces the next.
    const LONGEST: u32 = 40;
    let blocks = &page.outline.blocks;
    let Some(block) = blocks.get(element.first_block as usize) else { return false };
    let before = Span { start: block.span.start, end: element.start.max(block.span.start) };
    let before = text::of_parts(before.of(page.html));
    if !before.is_empty() {
        return names::ends_with_other(&before);
    }
    let above = element.first_block.checked_sub(1).and_then(|above| blocks.get(above as usize));
    above.is_some_and(|above| above.text.chars <= LONGEST && names::is_other(&text::of_parts(above.span.of(page.html))))
}

/// Names in an element that is short enough to be a byline.
fn names_shown(page: &Page<'_>, element: &Element, plainness: Plainness, near: u32) -> Option<Vec<String>> {
    const LONGEST: usize = 160;
    const MOST_BYTES: u32 = 8 << 10;
    if element.end.saturating_sub(element.inner) > MOST_BYTES {
        return None;
    }
    let text = page.lines_of(element).join(" | ");
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let mut names = names::split(&text);
    if plainness == Plainness::Link || names.len() > 1 && names.iter().any(|name| names::is_personal(name)) {
        let may_be_group = plainness == Plainness::Stated || plainness == Plainness::Link && near == 4;
        names.retain(|name| names::is_personal(name) || may_be_group && names::is_organisation(name));
    }
    (!names.is_empty()).then_some(names)
}

/// Blocks that begin with "By" near the title, or with "Written by" anywhere,
/// and have a person's name behind it.
fn by_lines(
    page: &Page<'_>,
    title: Option<ElementId>,
    title_block: Option<u32>,
    marked: &[Candidate],
) -> Vec<Candidate> {
    const LONGEST: u32 = 140;
    const MOST: usize = 40;
    /// Lines that name somebody, wherever they stand.
    const MOST_TRIED: u32 = 400;
    let mut after_by = false;
    let mut found = Vec::new();
    let mut tried = 0;
    for (at, block) in (0..).zip(&page.outline.blocks) {
        let near = place::nearness(at, title_block);
        if found.len() >= MOST || tried >= MOST_TRIED {
            break;
        }
        if block.text.chars > LONGEST || near < 2 && !page.is_article {
            after_by = false;
            continue;
        }
        // Far from the title a line begins with such words, or follows them.
        if near < 2 && !after_by && !names::may_begin_plainly(block.first) {
            continue;
        }
        let line = text::of_parts(block.span.of(page.html));
        // "2 January 2026 by Ada Byron"
        let behind = if near >= 2 { names::behind_by(&line) } else { None };
        let text = behind.unwrap_or(&line);
        let says_by = near >= 2 || names::begins_plainly(text);
        let introduced = behind.is_some() || after_by || says_by && (near < 2 || names::begins_with_by(text));
        after_by = says_by && !text.is_empty() && names::without_by(text).is_empty();
        if !introduced {
            continue;
        }
        let short = near == 4 && behind.is_none() && text.split_whitespace().count() <= 5;
        let names = names::split(text).into_iter();
        let names: Vec<String> = names.filter(|name| short || names::is_personal(name)).collect();
        // Set apart from a name that is marked as the author's stands the section or a tag.
        let is_marked = |one: &Candidate| one.block == at && names.starts_with(&one.names);
        if names.is_empty() || text.contains('|') && marked.iter().any(is_marked) {
            continue;
        }
        tried += 1;
        if !place::surrounds(page, block.element, title) {
            found.push(Candidate {
                id: block.element,
                names,
                // What only a sentence says is not beyond doubt.
                score: if behind.is_some() { near * 3 } else { near * 4 + Plainness::Stated as u32 + 1 },
                block: at,
            });
        }
    }
    found
}

/// A person's name that stands alone behind the title, right beside a date.
fn beside_date(page: &Page<'_>, title_block: Option<u32>) -> Option<Candidate> {
    const LONGEST: u32 = 60;
    const FARTHEST: usize = 7;
    let title = title_block?;
    let lines: Vec<(u32, &Block, String)> = (title..)
        .zip(page.outline.blocks.iter().skip(title as usize))
        .take(FARTHEST)
        .map(|(at, block)| {
            (
                at,
                block,
                if block.text.chars > LONGEST { String::new() } else { text::of_parts(block.span.of(page.html)) },
            )
        })
        .collect();
    let dated =
        |place: usize| lines.get(place).is_some_and(|(_, _, line)| dates::find(line, Order::DayFirst).is_some());
    lines.iter().enumerate().skip(1).find_map(|(place, (at, block, line))| {
        let heading = page.outline.element(block.element).is_some_and(|element| element.tag.heading_level().is_some());
        let beside = dated(place) || dated(place - 1) || dated(place + 1);
        let names = if heading || !beside || block.links > 1 { Vec::new() } else { names::split(line) };
        let [name] = names.as_slice() else { return None };
        names::is_personal(name).then(|| Candidate { id: block.element, names: names.clone(), score: 4, block: *at })
    })
}
