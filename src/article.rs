//! What comes out: the article, what is known about it, and what was removed.

use serde::Serialize;

/// A clean document, with the facts around it.
///
/// Field names follow Mozilla Readability where it has the field, so that one
/// can stand in for the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The article's title, without the site's name.
    pub title: Option<String>,
    /// The authors, separated by commas, without "By".
    pub byline: Option<String>,
    /// Direction of the text, where it is known.
    pub dir: Option<Direction>,
    /// Language of the text, as a BCP 47 tag.
    pub lang: Option<String>,
    /// The body as HTML in the closed grammar of the serialiser: safe to show.
    pub content: String,
    /// The body as plain text, one block a line, blank line between blocks.
    pub text_content: String,
    /// Length of `text_content` in characters (Unicode scalar values).
    pub length: usize,
    /// One or two sentences: the page's own description, else the first words.
    pub excerpt: Option<String>,
    /// Name of the site.
    pub site_name: Option<String>,
    /// When the article was published, ISO 8601.
    pub published_time: Option<String>,
    /// When the article was last changed, ISO 8601.
    pub modified_time: Option<String>,
    /// Address of the lead image.
    pub image: Option<String>,
    /// The page's canonical address, else the one in the options.
    pub url: Option<String>,
    /// Words in the body; in scripts without spaces, two characters count as a word.
    pub word_count: usize,
    /// Minutes to read the body at 238 words a minute, at least 1.
    pub reading_minutes: usize,
    /// How sure the core is that this is the article and nothing but: 0 to 1.
    pub confidence: f32,
    /// What kind of page this is.
    pub kind: Kind,
    /// How likely the page is one to read, an article or documentation, rather than a front page, a listing or a
    /// product: 0 to 1. Costs nothing beyond the extraction; from 0.8 it is right in more than 97 of a hundred pages.
    pub articleness: f32,
    /// What the publisher says about access to the text, or a vendor's gate on the page says for it.
    pub access: Option<Access>,
    /// The publisher's own sign-in page, where access is not free.
    pub sign_in_url: Option<String>,
    /// Where the page asks for support, kept as one quiet link.
    pub support_url: Option<String>,
    /// The page is larger than can be read: this is its beginning.
    pub truncated: bool,
    /// What was removed from the page, each with its reason.
    pub removals: Vec<Removal>,
}

/// Direction of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// What kind of page this is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A piece of prose: news, essay, blog post, encyclopedia entry.
    #[default]
    Article,
    /// Timestamped updates on one event.
    LiveBlog,
    /// Reference or guide, usually with code or headings to jump to.
    Documentation,
    /// Posts by several people.
    Forum,
    /// Ingredients and steps.
    Recipe,
    /// Cards or links that lead elsewhere.
    Listing,
    /// Something for sale.
    Product,
    /// A page that presents an organisation or what it offers.
    Service,
    /// Not an article: the reader asked for the whole page.
    Page,
}

/// What the publisher says about access to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Free for everyone.
    Free,
    /// A number of free articles.
    Metered,
    /// For subscribers or registered readers.
    Locked,
}

/// Something that the page shows and the article does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Removal {
    /// Why, in one word: see [`Reason`].
    pub reason: Reason,
    /// The rule that decided: a vendor, a shape, or `score`.
    pub rule: &'static str,
    /// Its first words.
    pub text: String,
    /// How many words it had.
    pub words: u32,
    /// Its place among all start tags of the page; absent where it is none.
    pub element: Option<u32>,
    /// Only text that stands loose in the element, not the element itself.
    pub loose: bool,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// Why something was removed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Reason { $($(#[$doc])* $variant,)* }

        impl Reason {
            /// Every reason, in declaration order.
            pub const ALL: &'static [Reason] = &[$(Reason::$variant,)*];

            /// The name that programs see.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Reason::$variant => $name,)* }
            }
        }
    };
}

reasons! {
    /// Style rules, or their text leaked into the page.
    CssInJs "css-in-js",
    /// A place for advertising, filled or empty.
    AdSlot "ad-slot",
    /// A prompt to subscribe or buy access.
    Paywall "paywall",
    /// A request for money.
    Donation "donation",
    /// A prompt to log in or sign up.
    Registration "registration",
    /// A newsletter form or teaser.
    Newsletter "newsletter",
    /// A request to allow notifications.
    Notification "notification",
    /// A consent or cookie dialog.
    Consent "consent",
    /// Share, follow, bookmark, print and listen controls.
    ShareBar "share-bar",
    /// A prompt to install an app.
    AppBanner "app-banner",
    /// The label of a picture viewer, such as "open image in gallery".
    GalleryLabel "gallery-label",
    /// Readers' comments, or the invitation to write one.
    Comments "comments",
    /// Teasers of other articles.
    Related "related",
    /// Menus, breadcrumbs, topic bars, page numbers.
    Navigation "navigation",
    /// A box about the author at the end.
    AuthorBox "author-box",
    /// Title, byline and date: the reader shows them at the head.
    Metadata "metadata",
    /// The page itself does not show it.
    Hidden "hidden",
    /// Scripts, frames, forms: never shown.
    Unsafe "unsafe",
    /// A beacon or counting pixel.
    Tracker "tracker",
    /// A copyright or legal line.
    Copyright "copyright",
    /// A player, poll, quiz or other embedded tool.
    Widget "widget",
    /// It stands in the page a second time.
    Repeated "repeated",
    /// The reader does not want it.
    Chosen "chosen",
    /// Scored as not part of the article.
    Boilerplate "boilerplate",
}
