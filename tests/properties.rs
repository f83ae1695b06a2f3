//! What must hold for every page, natively and as WASM: the fixtures stand for
//! all pages, and the pieces they are cut into are drawn by a fixed generator.

#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use clearleaf::{Article, Extractor, Mode, Options, extract};
use common::FIXTURES;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

/// Sizes of the pieces that each page is cut into. A debug build is slow as WASM, and a browser's
/// test runner gives a file of tests twenty seconds: it tries fewer.
const SIZES: &[usize] = if cfg!(target_arch = "wasm32") { &[3, 4096] } else { &[1, 2, 3, 7, 64, 4096] };

/// How often each page is broken.
const BREAKS: usize = if cfg!(target_arch = "wasm32") { 3 } else { 12 };

/// A small generator with a fixed seed: a failure comes back.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

fn in_pieces(page: &[u8], options: &Options, mut size: impl FnMut() -> usize) -> Option<Article> {
    let mut extractor = Extractor::new(options.clone());
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(size().clamp(1, rest.len()));
        extractor.feed(piece).unwrap();
        rest = after;
    }
    extractor.finish().ok()
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn pieces_of_any_size_give_the_same_article() {
    let mut random = Random(7);
    for fixture in FIXTURES {
        let options = fixture.options();
        let whole = extract(fixture.page, &options).ok();
        let page = fixture.page.as_bytes();
        for &size in SIZES {
            assert!(in_pieces(page, &options, || size) == whole, "{} in pieces of {size}", fixture.slug);
        }
        assert!(in_pieces(page, &options, || random.below(500)) == whole, "{} in random pieces", fixture.slug);
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn the_same_page_gives_the_same_article() {
    for fixture in FIXTURES {
        let options = fixture.options();
        assert!(extract(fixture.page, &options) == extract(fixture.page, &options), "{}", fixture.slug);
    }
}

/// Fixtures whose article is not the same to the letter when it is read again, and why.
const OTHERWISE: &[(&str, &str)] = &[
    ("docs-code", IDS),
    ("emotion-magazine", NAMES),
    ("german-magazine", NAMES),
    ("japanese-news", NAMES),
    ("live-blog", IDS),
    ("long-read", NAMES),
    ("no-article", NAMES),
    ("seed-news", NAMES),
];
const IDS: &str =
    "the list of contents that led to its headings is not in the article: an id without a link is not written";
const NAMES: &str = "a standfirst, a line of credit or a list's heading scores as text by the title above it and by the names of its \
    elements, and the article holds neither";

/// Reading the article again gives the article: what was cleaned is clean.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn an_article_read_again_is_the_article() {
    let options = Options { mode: Mode::Page, url: Some("https://example.org/".into()), ..Options::default() };
    for fixture in FIXTURES.iter().filter(|fixture| !fixture.golden.is_empty()) {
        let page = format!("<html><body><article>{}</article></body></html>", fixture.golden);
        let again = extract(&page, &options).map(|article| article.content).unwrap_or_default();
        match OTHERWISE.iter().find(|(slug, _)| *slug == fixture.slug) {
            None => assert_eq!(again, fixture.golden, "{}", fixture.slug),
            Some((slug, why)) => {
                assert_ne!(again, fixture.golden, "{slug} is the same, so it is no longer true that {why}");
            }
        }
    }
}

/// Reading the reader's own page a second time changes nothing more, with the title above the body or without.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn cleaning_twice_equals_once() {
    const TOPS: [&str; 2] =
        ["<html><body>", "<html><head><title>The title of the page</title></head><body><h1>The title of the page</h1>"];
    let options = Options { mode: Mode::Page, url: Some("https://example.org/".into()), ..Options::default() };
    for (fixture, top) in FIXTURES.iter().flat_map(|fixture| TOPS.map(|top| (fixture, top))) {
        let once = |html: &str| extract(&format!("{top}{html}</body></html>"), &options).map(|article| article.content);
        if fixture.golden.is_empty() {
            continue;
        }
        let Ok(second) = once(fixture.golden) else { panic!("{}: nothing left", fixture.slug) };
        assert_eq!(once(&second).unwrap_or_default(), second, "{}", fixture.slug);
    }
}

/// Pages cut off anywhere, or with bytes changed, are still answered.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn broken_pages_are_answered() {
    const SPOIL: &[&[u8]] =
        &[b"<", b">", b"\"", b"<!--", b"</", b"<svg>", b"<math><mtext>", b"&#", b"\0", b"\xff", b"<![CDATA["];
    let mut random = Random(11);
    for fixture in FIXTURES {
        let options = fixture.options();
        for _ in 0..BREAKS {
            let mut page = fixture.page.as_bytes().to_vec();
            page.truncate(random.below(page.len()));
            for _ in 0..8 {
                let at = random.below(page.len());
                let spoiler = SPOIL[random.below(SPOIL.len())];
                page.splice(at..at, spoiler.iter().copied());
            }
            let whole = in_pieces(&page, &options, || usize::MAX);
            assert!(in_pieces(&page, &options, || 97) == whole, "{}", fixture.slug);
        }
    }
}

/// A page without its tags and white space.
fn letters(page: &str) -> String {
    let texts = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    texts.flat_map(str::split_whitespace).collect()
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn the_text_of_the_article_is_text_of_the_page() {
    for fixture in FIXTURES {
        let Ok(article) = extract(fixture.page, &fixture.options()) else { continue };
        // A word may be parted by tags, as `<mi>` parts formulas.
        let page = letters(fixture.page);
        for word in article.text_content.split_whitespace().filter(|word| word.chars().all(char::is_alphanumeric)) {
            assert!(page.contains(word), "{}: {word}", fixture.slug);
        }
    }
}
