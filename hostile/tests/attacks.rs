//! The attack set through the core: nothing comes out that is not on the list, and nothing is lost that was there.

use std::sync::LazyLock;

use clearleaf::{Article, ExtractError, Mode, extract, normalise};
use clearleaf_hostile::rows::{self, AFTER, BEFORE, Row};
use clearleaf_hostile::{closed_set, targets};

/// A row, and its page as a browser would have serialised it.
static ROWS: LazyLock<Vec<(Row, String)>> = LazyLock::new(|| {
    rows::all().into_iter().map(|row| (normalise(row.page.as_bytes()), row)).map(|(page, row)| (row, page)).collect()
});

/// What is wrong with what the core makes of one page.
fn wrong(row: &Row, article: &Result<Article, ExtractError>) -> Vec<String> {
    let article = match article {
        Ok(article) => article,
        Err(ExtractError::NoArticle) if row.is_page => return Vec::new(),
        Err(error) => return vec![error.to_string()],
    };
    let mut wrong = closed_set::violations(article);
    let lacking = row.lacks.iter().filter(|text| article.content.contains(*text));
    wrong.extend(lacking.map(|text| format!("{text:?} is in {}", shortened(&article.content))));
    let before = (!row.is_page).then_some(BEFORE);
    for text in before.into_iter().chain(row.holds.iter().map(String::as_str)) {
        if !article.text_content.contains(text) {
            wrong.push(format!("{text:?} is not in {}", shortened(&article.text_content)));
        }
    }
    wrong
}

fn shortened(text: &str) -> String {
    text.chars().take(400).collect()
}

#[track_caller]
fn none(failed: &[String]) {
    assert!(failed.is_empty(), "{}:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn nothing_comes_out_of_an_attack() {
    assert!(ROWS.len() >= 600, "{} rows", ROWS.len());
    let mut failed = Vec::new();
    for (row, serialised) in &*ROWS {
        for (how, page) in [("raw", &row.page), ("serialised", serialised)] {
            for mode in [Mode::Article, Mode::Page] {
                let article = extract(page, &targets::options(mode));
                let mut wrong = wrong(row, &article);
                // Of a page as a browser serialises it, each letter of the article is a letter of the page, in order;
                // but the link for a player says who plays.
                let own = |article: &Article| page.contains("<iframe") || closed_set::is_subsequence(article, page);
                if how == "serialised" && article.as_ref().is_ok_and(|article| !own(article)) {
                    wrong.push("text that is not the page's".to_owned());
                }
                if !wrong.is_empty() {
                    failed.push(format!(
                        "{}: {} ({how}, {mode:?})\n    {}",
                        row.topic,
                        row.title,
                        wrong.join("\n    ")
                    ));
                }
            }
        }
    }
    none(&failed);
}

/// In pieces of any size, twice, and read again: what fuzzers try to break holds for every attack.
#[test]
fn every_attack_holds_the_properties() {
    // A debug build is slow, and takes one row in eight.
    let step = if cfg!(debug_assertions) { 8 } else { 1 };
    let mut broken = Vec::new();
    let mut held = 0;
    for (row, serialised) in ROWS.iter().step_by(step) {
        for (how, page) in [("raw", &row.page), ("serialised", serialised)] {
            match std::panic::catch_unwind(|| targets::hold(page, how == "serialised")) {
                Ok(()) => held += 1,
                Err(_) => broken.push(format!("{}: {} ({how})", row.topic, row.title)),
            }
        }
    }
    println!("{held} pages hold");
    none(&broken);
}

/// What stands after an attack that closes what it opens is still there.
#[test]
fn the_page_goes_on_after_an_attack() {
    let mut lost = Vec::new();
    let mut kept = 0;
    for (row, serialised) in ROWS.iter().filter(|(row, _)| row.page.contains(AFTER)) {
        match extract(serialised, &targets::options(Mode::Page)) {
            Ok(article) if article.text_content.contains(AFTER) => kept += 1,
            _ => lost.push(format!("{}: {}", row.topic, row.title)),
        }
    }
    // The rest leaves a comment, a raw text or a drawing open, and swallows what follows in every browser too.
    assert!(kept >= 600, "{kept} kept; lost:\n{}", lost.join("\n"));
}

/// Rows whose article is another when it is read again, and why.
const OTHERWISE: &[(&str, &str)] = &[
    ("a deep formula", "it is as deep as may be written, and within a page deeper than is read"),
    ("a thousand formatting elements, none closed", "the same"),
    (
        "a script of TeX that ends its element",
        "a line of two signs is no text once its script does not say that it is a formula",
    ),
];

/// The reader's own page, read again, gives the same article: to the letter, but for those rows.
#[test]
fn what_is_read_again_is_the_same() {
    let (mut same, mut other) = (0, Vec::new());
    for (row, serialised) in &*ROWS {
        let Some([once, again, _]) = targets::readings(serialised) else { continue };
        if (once == again) == OTHERWISE.iter().any(|(title, _)| *title == row.title) {
            other.push(format!("{}: {}\n    {}\n    {}", row.topic, row.title, shortened(&once), shortened(&again)));
        }
        same += usize::from(once == again);
    }
    println!("{same} are the same");
    none(&other);
}

#[test]
fn titles_are_unique() {
    let mut titles: Vec<_> = ROWS.iter().map(|(row, _)| (&row.topic, &row.title)).collect();
    titles.sort();
    for pair in titles.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}

/// A page that is larger than can be read gives its beginning, and says so; however it was cut.
#[test]
fn a_page_of_endless_elements_is_cut_with_a_notice() {
    let page = format!("<article><h1>A story</h1><p>{BEFORE}</p>{}<p>{AFTER}</p></article>", "<p>text".repeat(200_000));
    let whole = extract(&page, &targets::options(Mode::Page)).expect("it has a beginning");
    assert!(whole.truncated && whole.text_content.starts_with(BEFORE) && !whole.text_content.contains(AFTER));
    let mut extractor = clearleaf::Extractor::new(targets::options(Mode::Page));
    for piece in page.as_bytes().chunks(99_991) {
        extractor.feed(piece).expect("it is not too large");
    }
    assert!(extractor.finish().expect("it has a beginning") == whole);
    let small = extract(&page[..100_000], &targets::options(Mode::Page)).expect("it has a beginning");
    assert!(!small.truncated);
}

/// A page beyond the limit is refused, whole and in pieces; one that just fits is not.
#[test]
fn a_page_beyond_the_limit_is_refused() {
    let page = format!("<article><h1>A story</h1><p>{BEFORE}</p>{}</article>", "<p>text".repeat(2_000));
    let within = |max_bytes| clearleaf::Options { max_bytes, ..targets::options(Mode::Page) };
    let limit = page.len() - 1;
    let refused = Some(ExtractError::TooLarge { limit });
    assert_eq!(extract(&page, &within(limit)).err(), refused);
    let mut extractor = clearleaf::Extractor::new(within(limit));
    assert_eq!(page.as_bytes().chunks(999).find_map(|piece| extractor.feed(piece).err()), refused);
    assert!(extract(&page, &within(page.len())).is_ok());
}
