//! The page fixtures, embedded, so that the same tests run natively and as WASM.

/// A page fixture: see `tests/pages/README.md`.
pub struct Fixture {
    pub slug: &'static str,
    pub page: &'static str,
    pub expect: &'static str,
    /// The body that the core gives for the page, reviewed as a diff.
    pub golden: &'static str,
}

macro_rules! fixtures {
    ($($slug:literal,)*) => {
        /// Every folder of `tests/pages`, in order; a test holds the two together.
        pub const FIXTURES: &[Fixture] = &[$(Fixture {
            slug: $slug,
            page: include_str!(concat!("../pages/", $slug, "/page.html")),
            expect: include_str!(concat!("../pages/", $slug, "/expect.json")),
            golden: include_str!(concat!("../pages/", $slug, "/article.html")),
        },)*];
    };
}

fixtures! {
    "blog-post",
    "consent-modal",
    "docs-code",
    "emotion-magazine",
    "forum-thread",
    "gated-news",
    "german-magazine",
    "innocents",
    "japanese-news",
    "live-blog",
    "long-read",
    "math",
    "no-article",
    "recipe",
    "rtl-arabic",
    "seed-news",
    "shadow-spa",
    "video",
}

impl Fixture {
    /// The page's address, as `expect.json` gives it.
    pub fn options(&self) -> clearleaf::Options {
        let url = self.expectations()["url"].as_str().map(str::to_owned);
        clearleaf::Options { url, ..clearleaf::Options::default() }
    }

    pub fn expectations(&self) -> serde_json::Value {
        serde_json::from_str(self.expect).unwrap_or_else(|error| panic!("{}/expect.json: {error}", self.slug))
    }
}
