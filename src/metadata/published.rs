//! When the article was published and last changed.

use super::dates::{self, Moment, Order};
use super::markup_words::CHANGED_STEMS;
use super::page::Page;
use super::place;
use super::text;
use super::words::CHANGED_WORDS;
use crate::json_ld::Subject;
use crate::outline::{Attr, ElementId};

const PUBLISHED_METAS: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article.published",
    "article:published",
    "article:publish_date",
    "article.publish_date",
    "date_published",
    "published",
    "published-date",
    "published_time",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "pub_date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "og:pubdate",
    "og:published_time",
    "dc.date",
    "dcterms.date",
    "date",
    "created",
    "datecreated",
];

const MODIFIED_METAS: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article.updated",
    "modified_time",
    "revised",
];

#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) published: Option<Moment>,
    pub(super) modified: Option<Moment>,
    pub(super) elements: Vec<ElementId>,
}

/// A place that shows a date.
struct Shown {
    id: ElementId,
    /// The block that it stands in.
    block: u32,
    moment: Moment,
    /// It says that the date is that of a change.
    changed: bool,
    /// How much it looks like the article's date.
    score: u32,
}

pub(super) fn find(page: &Page<'_>, subject: Option<&Subject>, title: Option<ElementId>, order: Order) -> Dates {
    let parse = |text: &str| dates::parse(text, order);
    let meta = |keys: &[&str]| keys.iter().flat_map(|key| page.metas_of(key)).find_map(parse);
    // A shop, a service or a list has dates of its making, not of an article.
    let prose = page.is_written();
    // Site builders date every page; only a node about a work of its own speaks of a publication.
    let subject =
        subject.filter(|subject| subject.rank >= 4 && !page.is_collection || subject.rank >= 2 && page.is_forum);
    let node = |fact: fn(&Subject) -> Option<&String>| subject.and_then(fact).and_then(|text| parse(text));

    let shown = shown(page, title, order);
    let best = |changed: bool| {
        let matching = shown.iter().filter(|shown| shown.changed == changed);
        matching.reduce(|best, next| if next.score > best.score { next } else { best })
    };
    let published = node(|subject| subject.published.as_ref())
        .or_else(|| if prose { meta(PUBLISHED_METAS) } else { None })
        .or_else(|| node(|subject| subject.created.as_ref()))
        .or_else(|| best(false).map(|shown| shown.moment.clone()))
        .or_else(|| of_address(page))
        .or_else(|| best(true).map(|shown| shown.moment.clone()));
    let modified = node(|subject| subject.modified.as_ref())
        .or_else(|| if prose { meta(MODIFIED_METAS) } else { None })
        .or_else(|| best(true).map(|shown| shown.moment.clone()));
    let says_either =
        |shown: &&Shown| [&published, &modified].into_iter().flatten().any(|moment| moment.same_day(&shown.moment));
    let elements = shown.iter().filter(says_either).map(|shown| shown.id).collect();
    Dates { published, modified, elements }
}

/// Dates that the page shows near its title, and `time` elements that say what they are.
fn shown(page: &Page<'_>, title: Option<ElementId>, order: Order) -> Vec<Shown> {
    /// A line that shows a date and little else.
    const LONGEST: u32 = 120;
    if page.is_collection {
        return Vec::new();
    }
    let anchor = title.or_else(|| page.first_heading());
    let title_block = page.block_of(anchor);
    let prose = page.is_written();
    let mut found = Vec::new();
    for &id in &page.times {
        let Some(element) = page.outline.element(id) else { continue };
        let near = place::nearness(element.first_block, title_block);
        let text = page.text_of(id, element);
        if text.chars().count() > LONGEST as usize {
            continue;
        }
        let stated =
            page.attr(element, Attr::Datetime).or_else(|| page.attr(element, Attr::Content)).unwrap_or_default();
        let Some(moment) = dates::parse(&stated, order).or_else(|| dates::find(&text, order)) else { continue };
        if near < 2 && !prose || place::surrounds(page, id, anchor) {
            continue;
        }
        let property = page.attr(element, Attr::Itemprop).unwrap_or_default().to_ascii_lowercase();
        let changed = property == "datemodified"
            || page.attr(element, Attr::Class).is_some_and(|class| CHANGED_STEMS.in_value(class.as_bytes()));
        let line = page
            .outline
            .blocks
            .get(element.first_block as usize)
            .map(|block| text::of_markup(block.span.of(page.html)));
        let changed = changed || line.is_some_and(|line| line.chars().count() < 200 && says_changed(&line));
        let score = near * 2 + u32::from(property == "datepublished") * 3;
        found.push(Shown { id, block: element.first_block, moment, changed, score });
    }
    let Some(title_block) = title_block else { return of_one_article(page, found, anchor) };
    let first = title_block.saturating_sub(4);
    for (at, block) in (first..).zip(page.outline.blocks.iter().skip(first as usize)).take(16) {
        if block.text.chars > LONGEST
            || block.text.digits < 3
            || at == title_block
            || place::surrounds(page, block.element, anchor)
        {
            continue;
        }
        let text = text::of_markup(block.span.of(page.html));
        if let Some(moment) = dates::find(&text, order) {
            let near = place::nearness(at, Some(title_block));
            let changed = says_changed(&text);
            found.push(Shown { id: block.element, block: at, moment, changed, score: near * 2 });
        }
    }
    of_one_article(page, found, anchor)
}

/// Of a page that is no article: no date below another heading than the
/// title's. Where it shows many days it lists the articles of others, but for
/// a day right at its title.
fn of_one_article(page: &Page<'_>, mut shown: Vec<Shown>, title: Option<ElementId>) -> Vec<Shown> {
    const MOST: usize = 2;
    /// What a date right at the title has.
    const AT_TITLE: u32 = 8;
    if page.is_written() {
        return shown;
    }
    shown.retain(|date| !place::is_under_other_heading(page, date.block, title));
    let many = |shown: &[Shown]| {
        let mut days: Vec<&Moment> = Vec::new();
        for date in shown {
            if !days.iter().any(|day| day.same_day(&date.moment)) {
                days.push(&date.moment);
            }
        }
        days.len() > MOST
    };
    if many(&shown) {
        shown.retain(|date| date.score >= AT_TITLE);
        if many(&shown) {
            shown.clear();
        }
    }
    shown
}

fn says_changed(line: &str) -> bool {
    text::words(line).iter().any(|word| CHANGED_WORDS.contains(&word.as_str()))
}

/// `/2026/01/02/` in the page's own address.
fn of_address(page: &Page<'_>) -> Option<Moment> {
    let address = page.canonical.as_deref().or_else(|| page.meta(&["og:url"]))?;
    let parts: Vec<&str> = address.split('/').skip(3).collect();
    parts.windows(3).find_map(|parts| {
        let [year, month, day] = parts else { return None };
        let digits = |part: &str, length: usize| part.len() <= length && part.bytes().all(|byte| byte.is_ascii_digit());
        let plain = year.len() == 4 && digits(year, 4) && digits(month, 2) && digits(day, 2);
        plain.then(|| dates::parse(&format!("{year}-{month}-{day}"), Order::DayFirst)).flatten()
    })
}
