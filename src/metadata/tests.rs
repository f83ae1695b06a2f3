//! Whole pages to their facts.

use proptest::prelude::*;

use super::{Metadata, dates, names, text};
use crate::article::{Access, Direction};
use crate::json_ld::SchemaType;
use crate::measure::Measurer;
use crate::options::Options;

fn facts(html: &str) -> Metadata {
    facts_at(html, "https://example.org/news/tide")
}

fn facts_at(html: &str, address: &str) -> Metadata {
    let mut measurer = Measurer::new(&Options::default());
    let fed = measurer.feed(html.as_bytes());
    let page = fed.and_then(|()| measurer.finish()).unwrap_or_default();
    super::read(&page.html, &page.outline, Some(address))
}

fn page(head: &str, body: &str) -> Metadata {
    facts(&format!("<html lang='en'><head>{head}</head><body>{body}</body></html>"))
}

#[test]
fn the_title_is_the_heading_that_agrees() {
    let site = "<meta property='og:site_name' content='Harbour Post'>";
    for (head, body, expected) in [
        ("<title>Tide turns | Harbour Post</title>", "<h1>Tide turns</h1>", "Tide turns"),
        ("<title>Tide turns | Harbour Post</title>", "<h1>Harbour Post</h1><h2>Tide turns</h2>", "Tide turns"),
        ("<title>Harbour Post - Tide turns</title>", "<p>no heading</p>", "Tide turns"),
        ("<title>A tide that turns – Harbour Post</title>", "<h1>The tide that turns</h1>", "The tide that turns"),
        ("<title>Tide turns once more</title>", "<h1>Thread: Tide turns once more</h1>", "Tide turns once more"),
        ("<title>Tide &amp; turn</title>", "", "Tide & turn"),
        // What follows the site's name before the title is the title; a title that begins with the name is one.
        ("<title>Harbour Post Guide | Tide turns</title>", "<h2>Other</h2>", "Harbour Post Guide"),
        ("<title>| Harbour Post</title>", "<h1>Tide turns</h1>", "Tide turns"),
        ("<title>Tide turns</title>", "<h1>TIDE TURNS</h1>", "Tide turns"),
        ("<title>Tide turns</title>", "<h1>Tide turns | Harbour Post</h1>", "Tide turns"),
        ("<title>Home - Harbour Post</title>", "<h2>Other</h2>", "Harbour Post"),
        ("<title>Start | Harbour Post</title>", "", "Harbour Post"),
        ("<title>How the tide turns and…</title>", "<h1>How the tide turns twice</h1>", "How the tide turns twice"),
        // A title that says nothing does not speak against the one that was cut short.
        ("<title></title><meta property='og:title' content='How the tide turns and…'>", "", "How the tide turns and…"),
        (
            "<title>Home</title><meta property='og:title' content='How the tide turns and…'>",
            "",
            "How the tide turns and…",
        ),
        (
            "<title>Home</title><meta property='og:title' content='How the tide turns and…'>",
            "<h1>How the tide turns twice</h1>",
            "How the tide turns twice",
        ),
        // Not an article: the address tells the page's name from a slogan.
        ("<title>Tide tables | Harbour Post</title>", "<h1>We know when to sail</h1>", "Tide tables"),
        ("<title>We know when to sail</title>", "<h1>Tide tables</h1>", "Tide tables"),
    ] {
        assert_eq!(page(&format!("{head}{site}"), body).title.as_deref(), Some(expected), "{head} {body}");
    }
}

#[test]
fn the_title_is_neither_section_nor_masthead_nor_part_of_the_page() {
    let article = "<meta property='og:type' content='article'>";
    let thread =
        r#"<script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Tide turns"}</script>"#;
    let film = r#"<script type="application/ld+json">{"@type":"VideoObject","name":"Evening broadcast"}</script>"#;
    let tables = "https://example.org/tide-tables.html";
    let anywhere = "https://example.org/news/tide";
    for (address, head, body, expected) in [
        (
            anywhere,
            &*format!("{article}<title>Tides: what they are and how they turn</title>"),
            "<h1>An introduction to how tides turn</h1><h2>Tides: what they are</h2>",
            "An introduction to how tides turn",
        ),
        (
            anywhere,
            "<title>Neap tides - The Book of Tides</title>",
            "<h1>The Book of Tides</h1><h2>Neap tides</h2>",
            "Neap tides",
        ),
        (
            anywhere,
            "<title>Tides – The Harbour Company</title>",
            "<h1><a href='/'>The Harbour Company</a></h1>",
            "Tides",
        ),
        (
            anywhere,
            &format!("{thread}<title>Help - Tide turns</title>"),
            "<h1><span>Help</span> Tide turns</h1>",
            "Tide turns",
        ),
        (anywhere, &format!("{film}<title>When the tide turns</title>"), "", "When the tide turns"),
        (anywhere, "<title>tide::turn - Manual</title>", "", "tide::turn"),
        (
            anywhere,
            &format!("{article}<title>Tide turns today</title>"),
            "<h1><style>.a{color:red}</style>Tide turns this day<button>Copy</button></h1>",
            "Tide turns this day",
        ),
        // What the address says is the page's name.
        (tables, "<title>Tide times, tide tables and when to sail</title>", "<h1>Tide tables</h1>", "Tide tables"),
        (
            tables,
            &format!("{article}<title>When to sail</title>"),
            "<h1>All you need when you want to sail</h1><h1>How to read tide tables, and when</h1>",
            "How to read tide tables, and when",
        ),
        // A slogan is no title, not even the first page's.
        (
            "https://harbourpost.example/",
            "<title>Harbour Post | News of tides</title>",
            "<h2>Other</h2>",
            "Harbour Post | News of tides",
        ),
        ("https://harbourpost.example/", "<title>News of tides | Harbour Post</title>", "", "News of tides"),
    ] {
        let found = facts_at(&format!("<html><head>{head}</head><body>{body}</body></html>"), address);
        assert_eq!(found.title.as_deref(), Some(expected), "{address} {head} {body}");
    }
}

#[test]
fn the_questions_of_an_faq_are_neither_title_nor_forum() {
    let faq = r#"<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":
        "When is high tide?"},{"@type":"Question","name":"When is low tide?"}]}</script>"#;
    let found = page(&format!("{faq}<title>Tide tables</title>"), "<h1>Tide tables</h1><p>When is high tide?</p>");
    assert_eq!(found.title.as_deref(), Some("Tide tables"));
    assert!(!found.types.contains(SchemaType::Question));
}

#[test]
fn authors_from_every_place() {
    let article = "<meta property='og:type' content='article'><title>Tide turns</title>";
    for (head, body, expected) in [
        ("<meta name='author' content='Ada Byron'>", "<h1>Tide turns</h1>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><p>By Ada Byron</p><p>Text.</p>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><p>By</p><p>Ada Byron</p>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><span>By</span><span>Ada Byron</span>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><div class='post-meta-author'>Ada Byron, Staff Writer</div>", Some("Ada Byron")),
        (
            "",
            "<h1>Tide turns</h1><a rel='author' href='/a'>Ada Byron</a> <a rel='author' href='/k'>Karl Stein</a>",
            Some("Ada Byron, Karl Stein"),
        ),
        ("", "<h1>Tide turns</h1><p>Ada Byron</p><p>January 2, 2026</p>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><p>Reviewed by Ada Byron</p>", None),
        ("", "<h1>Tide turns</h1><p>Updated by <a rel='author'>Ada Byron</a></p>", None),
        ("", "<h1>Tide turns</h1><p>Geprüft von</p><p class='author'>Ada Byron</p>", None),
        ("", "<h1>Tide turns</h1><p>2 January 2026 by Ada Byron, Home and Garden Editor</p>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><p>Am 2. Januar 2026 von Ada Byron</p>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><p>This post was written by Ada Byron, MD</p>", Some("Ada Byron")),
        ("", "<article><h1>Tide turns</h1><footer><a rel='author'>Ada Byron</a></footer></article>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><aside class='post-author'>Ada Byron</aside>", Some("Ada Byron")),
        ("", "<h1>Tide turns</h1><div class='related-posts'><a rel='author'>Ada Byron</a></div>", None),
        ("", "<h1>Tide turns</h1><div hidden class='byline'>Ada Byron</div>", None),
        (
            "<meta name='author' content='Ada Byron'>",
            "<h1>Tide turns</h1><div>by <a href='/author/ada'>Ada Byron</a><span>High Seas</span></div>",
            Some("Ada Byron"),
        ),
        ("", "<h1>Tide turns</h1><a href='/authors/post'>The Harbour Team</a>", Some("The Harbour Team")),
        (
            "<meta name='author' content='Newsroom'>",
            "<h1>Tide turns</h1><p class='byline'>Ada Byron</p>",
            Some("Ada Byron"),
        ),
        ("<meta name='author' content='Harbour Newsroom'>", "<h1>Tide turns</h1>", Some("Harbour Newsroom")),
        (
            r#"<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Ada Byron"}}</script>"#,
            "<h1>Tide turns</h1><p class='byline'>Ada Byron and Karl Stein</p>",
            Some("Ada Byron and Karl Stein"),
        ),
    ] {
        assert_eq!(page(&format!("{article}{head}"), body).byline.as_deref(), expected, "{head} {body}");
    }
}

#[test]
fn dates_from_every_place() {
    let article = "<meta property='og:type' content='article'><title>Tide turns</title>";
    for (head, body, published) in [
        ("<meta property='article:published_time' content='2026-01-02T03:04:05Z'>", "", Some("2026-01-02T03:04:05Z")),
        (
            r#"<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2026-01-02"}</script>"#,
            "",
            Some("2026-01-02"),
        ),
        ("", "<h1>Tide turns</h1><time datetime='2026-01-02'>yesterday</time>", Some("2026-01-02")),
        ("", "<h1>Tide turns</h1><p>Published January 2, 2026</p><p>Updated January 5, 2026</p>", Some("2026-01-02")),
        ("<link rel='canonical' href='https://example.org/2026/01/02/tide'>", "", Some("2026-01-02")),
        ("", "<h1>Tide turns</h1><footer><p>January 2, 2026</p></footer>", None),
        ("", "<h1>Tide turns</h1><div><aside><time>January 2, 2026</time></aside></div>", Some("2026-01-02")),
        ("<meta property='article:published_time' content='0001-01-01'>", "", None),
    ] {
        assert_eq!(page(&format!("{article}{head}"), body).published.as_deref(), published, "{head} {body}");
    }
    let changed = page(article, "<h1>Tide turns</h1><p>Published January 2, 2026</p><p>Updated January 5, 2026</p>");
    assert_eq!(changed.modified.as_deref(), Some("2026-01-05"));
    assert_eq!(changed.date_elements.len(), 2);
}

#[test]
fn a_list_of_articles_has_no_author_and_no_date() {
    let head = "<title>All about tides</title>";
    let teasers =
        "<h2><a href='/tide'>Tide turns</a></h2><p class='byline'>By Ada Byron</p><time>January 2, 2026</time>";
    let found = page(head, &format!("<h1>All about tides</h1>{teasers}"));
    assert_eq!((found.byline, found.published), (None, None));
    let named = page(head, "<h1>All about tides</h1><h4><a href='/author/ada'>Ada Byron</a></h4><p>Text.</p>");
    assert_eq!(named.byline.as_deref(), Some("Ada Byron"));
    let one = page(head, &format!("<h1>All about tides</h1>{}", teasers.replace("h2", "p")));
    assert_eq!((one.byline.as_deref(), one.published.as_deref()), (Some("Ada Byron"), Some("2026-01-02")));
}

#[test]
fn language_and_direction() {
    for (html, lang, dir) in [
        ("<html lang='ar'><body><h1>x</h1>", Some("ar"), Some(Direction::Rtl)),
        ("<html lang='en' dir='rtl'><body>", Some("en"), Some(Direction::Rtl)),
        ("<html><head><meta property='og:locale' content='he_IL'></head><body>", Some("he-IL"), Some(Direction::Rtl)),
        (
            "<html lang='en'><body><title>x</title><article lang='fa'><h1>x</h1></article>",
            Some("fa"),
            Some(Direction::Rtl),
        ),
        ("<html lang='de'><body>", Some("de"), None),
        ("<p>x", None, None),
    ] {
        let found = facts(html);
        assert_eq!((found.lang.as_deref(), found.dir), (lang, dir), "{html}");
    }
}

#[test]
fn access_as_the_publisher_states_it() {
    let locked = r#"<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>"#;
    for (head, expected) in [
        ("", None),
        ("<meta property='article:content_tier' content='metered'>", Some(Access::Metered)),
        ("<meta name='article:content_tier' content='Locked'>", Some(Access::Locked)),
        (locked, Some(Access::Locked)),
        (&*format!("{locked}<meta property='article:content_tier' content='metered'>"), Some(Access::Metered)),
    ] {
        assert_eq!(page(head, "").access, expected, "{head}");
    }
}

#[test]
fn a_script_that_is_too_long_hides_none_behind_it() {
    let script = |json: &str| format!("<script type='application/ld+json'>{json}</script>");
    let long = script(&format!("[\"{}\"]", "long ".repeat(1 << 20)));
    let said = script(r#"{"@type":"NewsArticle","headline":"Tide turns"}"#);
    assert_eq!(page(&format!("{long}{said}"), "").title.as_deref(), Some("Tide turns"));
}

#[test]
fn facts_are_plain_text_of_bounded_length() {
    let long = "word ".repeat(200);
    let found = page(&format!("<title>{long}</title><meta name='author' content='\u{202E}Ada&#0; Byron'>"), "");
    assert!(found.title.is_some_and(|title| title.chars().count() <= 301));
    assert!(found.byline.is_none_or(|byline| !byline.contains('\u{202E}')));
    let image = page("<meta property='og:image' content='javascript:alert(1)'>", "").image;
    assert_eq!(image, None);
    let image = page("<meta property='og:image' content='/lead.jpg'>", "").image;
    assert_eq!(image.as_deref(), Some("https://example.org/lead.jpg"));
    let counting = "<meta property='og:image' content='https://www.facebook.com/tr?id=1'>";
    assert_eq!(page(counting, "").image, None);
    let image = page(&format!("{counting}<meta name='twitter:image' content='/small.jpg'>"), "").image;
    assert_eq!(image.as_deref(), Some("https://example.org/small.jpg"));
    let stated = r#"<script type="application/ld+json">{"@type":"Article","image":"/matomo.php?idsite=1"}</script>"#;
    assert_eq!(page(stated, "").image, None);
}

/// Fragments that a page's head and byline are made of, to be put together at random.
const FRAGMENTS: &[&str] = &[
    "<h1>",
    "</h1>",
    "<title>",
    "</title>",
    "<p class=byline>",
    "</p>",
    "<a rel=author href=/author/x>",
    "</a>",
    "<time datetime='",
    "2026-01-02",
    "'>",
    "</time>",
    "<script type='application/ld+json'>",
    "{\"@type\":\"Article\",\"author\":[",
    "\"name\":\"",
    "\\u",
    "\\",
    "}",
    "]",
    "</script>",
    "<meta name=author content='",
    "By ",
    " and ",
    "Ada Byron",
    "| Harbour Post",
    " - ",
    "١٢ يناير ٢٠٢٦",
    "2 января 2026 г.",
    "１２月",
    "\u{202E}",
    "&amp;",
    "&",
    "<",
    ">",
    "\u{0}",
    "年",
    "ß",
    "İ",
];

proptest! {
    #[test]
    fn no_page_panics(parts in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..60)) {
        let found = facts(&parts.concat());
        prop_assert!(found.title.is_none_or(|title| title.chars().count() <= super::MAX_TITLE + 1));
    }

    #[test]
    fn no_text_panics(line in "\\PC{0,80}") {
        let _ = names::split(&line);
        let _ = dates::parse(&line, dates::Order::DayFirst);
        let plain = text::of_markup(line.as_bytes());
        prop_assert_eq!(text::plain(&plain), plain);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = crate::json_ld::read([bytes.as_slice()].into_iter());
        let _ = text::of_markup(&bytes);
    }
}
