//! The properties that a fuzzer tries to break. Each takes any bytes, and panics with what it found.

use clearleaf::training::Look;
use clearleaf::{Article, ExtractError, Extractor, Mode, Options, extract, normalise};

use crate::{closed_set, grammar};

/// The address of every page here.
pub const URL: &str = "https://example.org/a/story";

/// A target and its name, which is that of its file in `fuzz/fuzz_targets` and of its folder of seeds.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: &[Target] = &[
    ("bytes", bytes),
    ("markup", markup),
    ("addresses", addresses),
    ("srcset", srcset),
    ("references", references),
    ("json_ld", json_ld),
    ("features", features),
];

/// Settings for this mode.
#[must_use]
pub fn options(mode: Mode) -> Options {
    Options { url: Some(URL.to_owned()), mode, ..Options::default() }
}

/// Any bytes, as the parser gets them and as a browser would have serialised them.
pub fn bytes(data: &[u8]) {
    let mut extractor = Extractor::new(options(Mode::Page));
    extractor.feed(data).expect("it is not too large");
    sound(&extractor.finish(), &String::from_utf8_lossy(data));
    hold(&normalise(data), true);
}

/// A page of the grammar, raw and as a browser would have serialised it.
pub fn markup(data: &[u8]) {
    let page = grammar::page(data);
    hold(&page, false);
    hold(&normalise(page.as_bytes()), true);
}

/// Addresses in every place that has one, with and without a base.
pub fn addresses(data: &[u8]) {
    let (base, address) = halves(data);
    in_article(
        &format!("<base href=\"{base}\">"),
        &[
            "<a href=\"",
            &address,
            "\">a link</a><img src=\"",
            &address,
            "\"><video poster=\"",
            &address,
            "\" src=\"",
            &address,
            "\"></video><q cite=\"",
            &address,
            "\">q</q>",
        ]
        .concat(),
    );
    in_article(&format!("<link rel=canonical href=\"{address}\"><meta property=\"og:image\" content=\"{base}\">"), "");
}

/// Lists of sizes, certain and guessed.
pub fn srcset(data: &[u8]) {
    let (list, lazy) = halves(data);
    in_article(
        "",
        &format!(
            "<img src=i.png srcset=\"{list}\" data-srcset=\"{lazy}\" data-src=\"{lazy}\"><picture><source srcset=\"{lazy}\"><img alt=\"{list}\"></picture>"
        ),
    );
}

/// Character references in text and in values.
pub fn references(data: &[u8]) {
    let text = String::from_utf8_lossy(data).replace('<', "&lt");
    let value = text.replace('"', "&quot;");
    in_article(
        &format!("<title>{text}</title>"),
        &format!("<p>{text}</p><abbr title=\"{value}\">x</abbr><pre>{text}</pre><a href=\"{value}\">y</a>"),
    );
}

/// What a page says of itself, as JSON and as markup.
pub fn json_ld(data: &[u8]) {
    let json = String::from_utf8_lossy(data).replace("</", "<\\/");
    let value = escaped(&json);
    in_article(
        &format!(
            "<script type=\"application/ld+json\">{json}</script><meta name=author content=\"{value}\"><meta property=\"og:title\" content=\"{value}\"><meta property=\"article:published_time\" content=\"{value}\">"
        ),
        "",
    );
}

/// The rows that the learned models are fed with, of blocks at both looks and of the page: as many numbers in each, all of them finite.
pub fn features(data: &[u8]) {
    let page = grammar::page(data);
    let Ok(first) = clearleaf::training::describe(&page, Look::First) else { return };
    rows(&first.rows);
    // Scores of the first model as it might give them, from nothing to certainty.
    let scores: Vec<f32> =
        (0..first.rows.len()).map(|at| data.get(at).map_or(0.5, |byte| f32::from(*byte) / 255.0)).collect();
    let second = clearleaf::training::describe(&page, Look::Second(&scores)).expect("it could be described before");
    assert_eq!(second.rows.len(), first.rows.len(), "as many rows as blocks");
    rows(&second.rows);
    rows(&[clearleaf::training::describe_page(&page, scores).expect("it could be described before")]);
}

fn rows(rows: &[Vec<f32>]) {
    let width = rows.first().map_or(0, Vec::len);
    for row in rows {
        assert_eq!(row.len(), width, "rows of one length");
        assert!(row.iter().all(|number| number.is_finite()), "finite numbers: {row:?}");
    }
}

/// Everything that must hold for one page.
pub fn hold(page: &str, serialised: bool) {
    for mode in [Mode::Page, Mode::Article] {
        let whole = extract(page, &options(mode));
        sound(&whole, page);
        if let (true, Ok(article)) = (serialised && !page.contains("<iframe"), &whole) {
            assert!(
                closed_set::is_subsequence(article, page),
                "text that the page does not have, in {page:?}: {:?}",
                article.text_content
            );
        }
        for size in [1, 7, 64] {
            assert!(in_pieces(page, size, mode) == whole, "in pieces of {size} otherwise than whole: {page:?}");
        }
        assert!(extract(page, &options(mode)) == whole, "twice the same page, not the same article: {page:?}");
    }
    again(page);
}

fn sound(outcome: &Result<Article, ExtractError>, page: &str) {
    match outcome {
        Ok(article) => {
            let violations = closed_set::violations(article);
            assert!(violations.is_empty(), "{violations:#?} in {:?} from {page:?}", article.content);
        }
        Err(ExtractError::NoArticle) => {}
        Err(error) => panic!("{error} for {page:?}"),
    }
}

/// An article and what comes of reading the reader's own page, the title above the article: once, twice, three times.
#[must_use]
pub fn readings(page: &str) -> Option<[String; 3]> {
    let once = extract(page, &options(Mode::Page)).ok()?;
    let title = once.title.unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // Without a title above it, the first heading of an article would be taken for it, and the next one the next time.
    let top = format!("<h1>{title}</h1>");
    let read = |html: &str| {
        let page = format!("<html><head><title>{title}</title></head><body>{top}{html}</body></html>");
        // What the reader shows above is left out; but not every text counts as a title.
        let content = extract(&page, &options(Mode::Page)).map(|article| article.content);
        content.map(|content| content.strip_prefix(&top).map_or(content.clone(), str::to_owned))
    };
    let second = read(&once.content).ok()?;
    let third = read(&second).unwrap_or_default();
    Some([once.content, second, third])
}

/// Reading the reader's own page changes nothing more. What else the page's head said, and what its elements were called,
/// is not in the article, so the second time may have less to go by: the third tells. Where the second is the first
/// already is for the attack set and the fixtures to say.
fn again(page: &str) {
    let Some([_, second, third]) = readings(page) else { return };
    assert_eq!(third, second, "from {page:?}");
}

fn in_pieces(page: &str, size: usize, mode: Mode) -> Result<Article, ExtractError> {
    let mut extractor = Extractor::new(options(mode));
    for piece in page.as_bytes().chunks(size) {
        extractor.feed(piece)?;
    }
    extractor.finish()
}

fn in_article(head: &str, body: &str) {
    let sentence = "One sentence of an article that somebody might want to read, with a comma and all that. ".repeat(4);
    let page = format!(
        "<html><head>{head}</head><body><article><h1>A story</h1><p>{sentence}</p>{body}<p>{sentence}</p></article></body></html>"
    );
    for mode in [Mode::Page, Mode::Article] {
        sound(&extract(&page, &options(mode)), &page);
    }
}

/// Two values for attributes.
fn halves(data: &[u8]) -> (String, String) {
    let (one, two) = data.split_at(data.len() / 2);
    let both = [one, two].map(|half| escaped(&String::from_utf8_lossy(half)));
    let [one, two] = both;
    (one, two)
}

fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;")
}
