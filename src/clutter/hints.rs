//! Class hints: what an element's names say it is.
//!
//! Authors name things: `article-body`, `related-links`, `NewsletterSignup`.
//! A hint is one such meaning, found by whole words only, and an element has a
//! set of them. Hints never decide alone, since names lie (`main` around a
//! menu, `comment` around an op-ed); they are evidence for shapes and scores.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};
use std::sync::LazyLock;

use super::buckets::{Buckets, beginning};
use super::legible::ABBREVIATIONS;

/// The meanings that the words of one element's names have, as a set.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct ClassHints(pub(crate) u64);

impl ClassHints {
    /// Nothing known.
    pub(crate) const NONE: Self = Self(0);

    /// Whether the two sets share a meaning.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together, where `const` is needed.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What one lower-case word means.
    pub(super) fn of_word(word: &[u8]) -> Self {
        Self::of_known(word).unwrap_or_default()
    }

    /// The same, if any table knows the word: abbreviations are known and mean nothing.
    pub(super) fn of_known(word: &[u8]) -> Option<Self> {
        let bucket = INDEX.get(beginning(word));
        bucket.iter().find(|(known, _)| known.as_bytes() == word).map(|row| row.1)
    }
}

impl BitOr for ClassHints {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

impl BitOrAssign for ClassHints {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for ClassHints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(NAMES.iter().filter(|(_, hint)| self.any(*hint)).map(|(name, _)| name)).finish()
    }
}

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[repr(u8)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name,)* }

        impl ClassHints {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << Bit::$name as u8);)*
        }

        /// Every meaning with its name, for people who look at outlines.
        pub(crate) const NAMES: &[(&str, ClassHints)] = &[$((stringify!($name), ClassHints::$name),)*];
    };
}

meanings! {
    /// `article`, `story`, `post`, `entry`.
    ARTICLE,
    /// `content`, `body`, `text`, `copy`, `prose`.
    CONTENT,
    /// `main`, `primary`.
    MAIN,
    /// `title`, `headline`, `heading`.
    TITLE,
    /// `lead`, `dek`, `standfirst`, `summary`.
    LEAD,
    /// `sidebar`, `aside`, `rail`, `secondary`.
    SIDEBAR,
    /// `nav`, `menu`, `pagination`.
    NAV,
    /// `breadcrumb`.
    BREADCRUMB,
    /// `share`, `social`, names of networks.
    SHARE,
    /// `follow`.
    FOLLOW,
    /// `related`, `recommended`, `more`, `similar`.
    RELATED,
    /// `popular`, `trending`, `latest`.
    POPULAR,
    /// `comment`, `reply`, `respond`, `discussion`.
    COMMENT,
    /// `ad`, `advert`, `mpu`, `leaderboard`.
    AD,
    /// `sponsored`, `promoted`, `affiliate`.
    SPONSOR,
    /// `promo`, `cta`, `upsell`, `banner`.
    PROMO,
    /// `newsletter`, `subscribe`, `signup`.
    NEWSLETTER,
    /// `donate`, `contribute`.
    DONATE,
    /// `paywall`, `meter`, `gate`.
    PAYWALL,
    /// `login`, `register`, `account`.
    LOGIN,
    /// `author`, `byline`, `bio`.
    AUTHOR,
    /// `date`, `time`, `published`.
    DATE,
    /// `meta`, `metadata`.
    META,
    /// `caption`, `cutline`.
    CAPTION,
    /// `credit`, `photographer`.
    CREDIT,
    /// `footer`, `colophon`.
    FOOTER,
    /// `header`, `masthead`, `topbar`.
    HEADER,
    /// `gallery`, `carousel`, `slider`.
    GALLERY,
    /// `tags`, `topics`, `categories`.
    TAGS,
    /// `cookie`, `consent`, `gdpr`.
    CONSENT,
    /// `modal`, `popup`, `overlay`.
    MODAL,
    /// `widget`, `module`, `plugin`.
    WIDGET,
    /// `poll`, `quiz`, `survey`, `calculator`.
    TOOL,
    /// `recipe`, `ingredients`.
    RECIPE,
    /// `code`, `highlight`, `prism`.
    CODE,
    /// `toc`, `outline`.
    TOC,
    /// `hidden`, `invisible`, `offscreen`: not for the eye.
    HIDDEN,
    /// `print`, `noprint`.
    PRINT,
    /// `image`, `figure`, `video`, `player`.
    MEDIA,
    /// `quote`, `pullquote`.
    QUOTE,
    /// `footnote`, `references`, `bibliography`.
    NOTES,
    /// `list`, `grid`, `cards`, `archive`.
    LISTING,
    /// `product`, `price`, `cart`.
    PRODUCT,
    /// `forum`, `thread`, `message`.
    FORUM,
    /// `question`, `answer`, `faq`.
    QUESTION,
    /// `liveblog`, `updates`.
    LIVE,
    /// `skip`: links past the menu.
    SKIP,
    /// `search`.
    SEARCH,
    /// `legal`, `disclaimer`, `terms`.
    LEGAL,
    /// `copyright`.
    COPYRIGHT,
    /// `app`, `smartbanner`.
    APP,
    /// `notification`, `push`, `alert`.
    NOTIFY,
    /// `teaser`, `excerpt`.
    TEASER,
    /// `hero`, `cover`.
    HERO,
    /// `form`, `field`, `input`.
    FORM,
    /// `button`, `toolbar`, `tools`, `actions`.
    CONTROLS,
    /// `bookmark`, `save`.
    BOOKMARK,
    /// `listen`, `speech`, `readaloud`.
    LISTEN,
    /// `testimonial`, `review`, `rating`.
    REVIEW,
    /// `language`, `locale`.
    LANGUAGE,
    /// `slot`, `placement`, `placeholder`.
    SLOT,
    /// `box`, `box-out`, `infobox`, `callout`.
    BOX,
    /// `partner`, `logo`, `brand`.
    BRAND,
    /// `wrapper`, `container`: says that the name is structural.
    WRAPPER,
}

static INDEX: LazyLock<Buckets<Row>> = LazyLock::new(|| {
    let abbreviations = || ABBREVIATIONS.iter().map(|word| row(word, ClassHints::NONE));
    Buckets::new(10, |(word, _): &Row| word, |add| WORDS.iter().copied().chain(abbreviations()).for_each(add))
});

type Row = (&'static str, ClassHints);

const fn row(word: &'static str, hints: ClassHints) -> Row {
    (word, hints)
}

/// What words of class names and ids mean, sorted by word.
#[rustfmt::skip]
pub(crate) static WORDS: &[Row] = {
    use ClassHints as H;
    &[
        row("account", H::LOGIN), row("actions", H::CONTROLS), row("ad", H::AD), row("addthis", H::SHARE), row("addtoany", H::SHARE),
        row("ads", H::AD), row("adslot", H::AD.with(H::SLOT)), row("adunit", H::AD.with(H::SLOT)), row("advert", H::AD),
        row("advertisement", H::AD), row("advertisements", H::AD), row("advertising", H::AD), row("advertorial", H::AD.with(H::SPONSOR)),
        row("adverts", H::AD), row("affiliate", H::SPONSOR), row("alert", H::NOTIFY), row("also", H::RELATED), row("answer", H::QUESTION),
        row("answers", H::QUESTION), row("anzeige", H::AD), row("app", H::APP), row("appstore", H::APP), row("archive", H::LISTING),
        row("article", H::ARTICLE), row("articlebody", H::ARTICLE.with(H::CONTENT)), row("articles", H::LISTING), row("aside", H::SIDEBAR),
        row("audio", H::MEDIA), row("auteur", H::AUTHOR), row("author", H::AUTHOR), row("authors", H::AUTHOR), row("autor", H::AUTHOR),
        row("banner", H::PROMO), row("bibliography", H::NOTES), row("billboard", H::AD), row("bio", H::AUTHOR),
        row("biography", H::AUTHOR), row("blockquote", H::QUOTE), row("blog", H::ARTICLE), row("blogpost", H::ARTICLE),
        row("body", H::CONTENT), row("bookmark", H::BOOKMARK), row("bookmarks", H::BOOKMARK), row("box", H::BOX),
        row("brand", H::BRAND), row("breadcrumb", H::BREADCRUMB), row("breadcrumbs", H::BREADCRUMB), row("breaking", H::POPULAR),
        row("btn", H::CONTROLS), row("button", H::CONTROLS), row("buttons", H::CONTROLS), row("buy", H::PRODUCT),
        row("byline", H::AUTHOR.with(H::META)), row("bylines", H::AUTHOR.with(H::META)), row("calculator", H::TOOL), row("callout", H::BOX),
        row("caption", H::CAPTION), row("captions", H::CAPTION), row("card", H::LISTING), row("cards", H::LISTING),
        row("carousel", H::GALLERY), row("cart", H::PRODUCT), row("cat", H::TAGS), row("categories", H::TAGS), row("category", H::TAGS),
        row("ccpa", H::CONSENT), row("checkout", H::PRODUCT), row("citation", H::NOTES), row("citations", H::NOTES),
        row("clipboard", H::CONTROLS), row("cmp", H::CONSENT), row("code", H::CODE), row("codehilite", H::CODE),
        row("collection", H::LISTING), row("colophon", H::FOOTER), row("comentarios", H::COMMENT), row("comment", H::COMMENT),
        row("commentaires", H::COMMENT), row("commentlist", H::COMMENT), row("comments", H::COMMENT), row("consent", H::CONSENT),
        row("contact", H::FORM), row("container", H::WRAPPER), row("content", H::CONTENT), row("contents", H::TOC),
        row("contribute", H::DONATE), row("contribution", H::DONATE), row("controls", H::CONTROLS), row("cookie", H::CONSENT),
        row("cookiebar", H::CONSENT), row("cookies", H::CONSENT), row("copy", H::CONTENT), row("copyright", H::COPYRIGHT),
        row("cover", H::HERO), row("credit", H::CREDIT), row("credits", H::CREDIT), row("crumbs", H::BREADCRUMB), row("cta", H::PROMO),
        row("cutline", H::CAPTION), row("date", H::DATE), row("dateline", H::DATE), row("datetime", H::DATE), row("dek", H::LEAD),
        row("dfp", H::AD), row("dialog", H::MODAL), row("disclaimer", H::LEGAL), row("disclosure", H::LEGAL), row("discuss", H::COMMENT),
        row("discussion", H::COMMENT), row("disqus", H::COMMENT), row("donate", H::DONATE), row("donation", H::DONATE),
        row("donations", H::DONATE), row("download", H::APP), row("drawer", H::MODAL), row("dropdown", H::NAV), row("email", H::SHARE),
        row("embed", H::MEDIA), row("endnotes", H::NOTES), row("entry", H::ARTICLE), row("excerpt", H::TEASER), row("facebook", H::SHARE),
        row("faq", H::QUESTION), row("feed", H::LISTING), row("field", H::FORM), row("figcaption", H::CAPTION), row("figure", H::MEDIA),
        row("flyout", H::MODAL), row("follow", H::FOLLOW), row("following", H::FOLLOW), row("footer", H::FOOTER),
        row("footnote", H::NOTES), row("footnotes", H::NOTES), row("form", H::FORM), row("forum", H::FORUM), row("gallery", H::GALLERY),
        row("gate", H::PAYWALL), row("gated", H::PAYWALL), row("gateway", H::PAYWALL), row("gdpr", H::CONSENT), row("gpt", H::AD),
        row("grid", H::LISTING), row("hdr", H::HEADER), row("header", H::HEADER), row("heading", H::TITLE),
        row("headline", H::TITLE), row("hero", H::HERO), row("hidden", H::HIDDEN), row("hide", H::HIDDEN), row("highlight", H::CODE),
        row("hljs", H::CODE), row("image", H::MEDIA), row("images", H::MEDIA), row("img", H::MEDIA), row("infobox", H::BOX),
        row("ingredient", H::RECIPE), row("ingredients", H::RECIPE), row("input", H::FORM), row("instagram", H::SHARE),
        row("instructions", H::RECIPE), row("interstitial", H::AD.with(H::MODAL)), row("intro", H::LEAD), row("invisible", H::HIDDEN),
        row("item", H::LISTING), row("items", H::LISTING), row("keywords", H::TAGS), row("kicker", H::LEAD), row("kommentar", H::COMMENT),
        row("kommentare", H::COMMENT), row("kommentarer", H::COMMENT), row("lang", H::LANGUAGE), row("language", H::LANGUAGE),
        row("languages", H::LANGUAGE), row("latest", H::POPULAR), row("lead", H::LEAD), row("leaderboard", H::AD), row("lede", H::LEAD),
        row("legal", H::LEGAL), row("license", H::LEGAL), row("lightbox", H::MODAL.with(H::GALLERY)), row("linkedin", H::SHARE),
        row("list", H::LISTING), row("listen", H::LISTEN), row("listing", H::LISTING), row("live", H::LIVE), row("liveblog", H::LIVE),
        row("locale", H::LANGUAGE), row("login", H::LOGIN), row("logo", H::BRAND), row("logos", H::BRAND), row("mailchimp", H::NEWSLETTER),
        row("main", H::MAIN), row("markdown", H::CONTENT), row("masthead", H::HEADER), row("media", H::MEDIA), row("megamenu", H::NAV),
        row("menu", H::NAV), row("message", H::FORUM), row("messages", H::FORUM), row("meta", H::META), row("metabar", H::META),
        row("metadata", H::META), row("meter", H::PAYWALL), row("metered", H::PAYWALL), row("modal", H::MODAL), row("module", H::WIDGET),
        row("more", H::RELATED), row("most", H::POPULAR), row("mpu", H::AD), row("nav", H::NAV), row("navbar", H::NAV),
        row("navigation", H::NAV), row("newsletter", H::NEWSLETTER), row("newsletters", H::NEWSLETTER), row("next", H::RELATED),
        row("noprint", H::PRINT), row("notes", H::NOTES), row("notice", H::NOTIFY), row("notification", H::NOTIFY),
        row("notifications", H::NOTIFY), row("offcanvas", H::NAV.with(H::MODAL)), row("offscreen", H::HIDDEN), row("onesignal", H::NOTIFY),
        row("optin", H::NEWSLETTER), row("outbrain", H::AD), row("outline", H::TOC), row("overlay", H::MODAL), row("pager", H::NAV),
        row("pagination", H::NAV), row("partner", H::BRAND), row("partners", H::BRAND), row("paywall", H::PAYWALL), row("photo", H::MEDIA),
        row("photographer", H::CREDIT), row("photos", H::MEDIA), row("picture", H::MEDIA), row("pinterest", H::SHARE),
        row("placeholder", H::SLOT), row("placement", H::SLOT), row("player", H::MEDIA), row("plugin", H::WIDGET),
        row("podcast", H::LISTEN), row("poll", H::TOOL), row("popover", H::MODAL), row("popular", H::POPULAR), row("popup", H::MODAL),
        row("post", H::ARTICLE), row("posts", H::LISTING), row("premium", H::PAYWALL), row("price", H::PRODUCT), row("pricing", H::PRODUCT),
        row("primary", H::MAIN), row("print", H::PRINT), row("printable", H::PRINT), row("prism", H::CODE),
        row("privacy", H::CONSENT.with(H::LEGAL)), row("product", H::PRODUCT), row("products", H::PRODUCT), 
        row("promo", H::PROMO), row("promos", H::PROMO), row("promoted", H::SPONSOR), row("promotion", H::PROMO), row("prose", H::CONTENT),
        row("pubdate", H::DATE), row("publicidad", H::AD), row("publicidade", H::AD), row("publicite", H::AD), row("published", H::DATE),
        row("pullquote", H::QUOTE), row("push", H::NOTIFY), row("question", H::QUESTION), row("questions", H::QUESTION),
        row("quiz", H::TOOL), row("quote", H::QUOTE), row("rail", H::SIDEBAR), row("rating", H::REVIEW), row("ratings", H::REVIEW),
        row("readaloud", H::LISTEN), row("readmore", H::RELATED), row("readnext", H::RELATED), row("recent", H::POPULAR),
        row("recipe", H::RECIPE), row("recirc", H::RELATED), row("recirculation", H::RELATED), row("recommend", H::RELATED),
        row("recommendation", H::RELATED), row("recommendations", H::RELATED), row("recommended", H::RELATED), row("reddit", H::SHARE),
        row("reference", H::NOTES), row("references", H::NOTES), row("register", H::LOGIN), row("registration", H::LOGIN),
        row("regwall", H::LOGIN.with(H::PAYWALL)), row("related", H::RELATED), row("replies", H::COMMENT), row("reply", H::COMMENT),
        row("respond", H::COMMENT), row("results", H::LISTING), row("review", H::REVIEW), row("reviews", H::REVIEW),
        row("richtext", H::CONTENT), row("save", H::BOOKMARK), row("screenreader", H::HIDDEN), row("search", H::SEARCH),
        row("searchbox", H::SEARCH), row("searchform", H::SEARCH), row("secondary", H::SIDEBAR), row("shadowbox", H::MODAL),
        row("share", H::SHARE), row("sharebar", H::SHARE), row("sharedaddy", H::SHARE), row("sharethis", H::SHARE),
        row("sharing", H::SHARE), row("shop", H::PRODUCT), row("sidebar", H::SIDEBAR), row("signin", H::LOGIN),
        row("signup", H::NEWSLETTER), row("similar", H::RELATED), row("skip", H::SKIP), row("skiplink", H::SKIP), row("skyscraper", H::AD),
        row("slick", H::GALLERY), row("slider", H::GALLERY), row("slides", H::GALLERY), row("slideshow", H::GALLERY), row("slot", H::SLOT),
        row("smartbanner", H::APP), row("snippet", H::TEASER), row("social", H::SHARE), row("socials", H::SHARE),
        row("sourcecode", H::CODE), row("speech", H::LISTEN), row("sponsor", H::SPONSOR), row("sponsored", H::SPONSOR),
        row("sponsors", H::SPONSOR), row("sponsorship", H::SPONSOR), row("standfirst", H::LEAD), row("story", H::ARTICLE),
        row("subhead", H::TITLE), row("submenu", H::NAV), row("subnav", H::NAV), row("subscribe", H::NEWSLETTER),
        row("subscription", H::NEWSLETTER.with(H::PAYWALL)), row("subtitle", H::LEAD), row("summary", H::LEAD), row("survey", H::TOOL),
        row("swiper", H::GALLERY), row("syntax", H::CODE), row("taboola", H::AD), row("tag", H::TAGS), row("tagcloud", H::TAGS),
        row("taglist", H::TAGS), row("tags", H::TAGS), row("teads", H::AD), row("teaser", H::TEASER),
        row("teasers", H::TEASER.with(H::LISTING)), row("teilen", H::SHARE), row("terms", H::LEGAL), row("testimonial", H::REVIEW),
        row("testimonials", H::REVIEW), row("text", H::CONTENT), row("thread", H::FORUM), row("thumbnail", H::MEDIA),
        row("tile", H::LISTING), row("tiles", H::LISTING), row("time", H::DATE), row("timestamp", H::DATE), row("title", H::TITLE),
        row("toast", H::MODAL.with(H::NOTIFY)), row("toc", H::TOC), row("toolbar", H::CONTROLS), row("toolbox", H::CONTROLS),
        row("tools", H::CONTROLS), row("tooltip", H::MODAL), row("topbar", H::HEADER), row("topic", H::TAGS), row("topics", H::TAGS),
        row("trending", H::POPULAR), row("tweet", H::SHARE), row("twitter", H::SHARE), row("updated", H::DATE), row("updates", H::LIVE),
        row("upsell", H::PROMO), row("vcard", H::AUTHOR), row("video", H::MEDIA), row("visuallyhidden", H::HIDDEN), row("vote", H::TOOL),
        row("voting", H::TOOL), row("werbung", H::AD), row("whatsapp", H::SHARE), row("widget", H::WIDGET), row("widgets", H::WIDGET),
        row("wrap", H::WRAPPER), row("wrapper", H::WRAPPER), row("writer", H::AUTHOR),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_lower_case() {
        for pair in WORDS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} stands before {}", pair[0].0, pair[1].0);
        }
        assert!(
            WORDS
                .iter()
                .all(|(word, hints)| word.bytes().all(|b| b.is_ascii_lowercase()) && *hints != ClassHints::NONE)
        );
    }

    #[test]
    fn only_whole_words_mean_something() {
        assert_eq!(ClassHints::of_word(b"ad"), ClassHints::AD);
        for word in ["head er", "shadow", "adapter", "gradient", "load", "", "a"] {
            assert_eq!(ClassHints::of_word(word.as_bytes()), ClassHints::NONE, "{word}");
        }
    }

    #[test]
    fn every_meaning_has_a_word() {
        let all = WORDS.iter().fold(ClassHints::NONE, |all, (_, hints)| all | *hints);
        for (name, hint) in NAMES {
            assert!(all.any(*hint), "{name}");
        }
    }
}
