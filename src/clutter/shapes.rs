//! The shapes by which clutter is told where no vendor's name gives it away.
//!
//! One row a rule: its name in `removals`, why it goes, and what is asked of an
//! element or a line before the rule speaks. The asking is done by the matchers.

use crate::article::Reason;

/// A shape of clutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The name that a removal carries.
    pub(crate) rule: &'static str,
    /// Why it goes.
    pub(crate) reason: Reason,
    /// What it looks like.
    pub(crate) about: &'static str,
}

macro_rules! shapes {
    ($($name:ident $rule:literal $reason:ident $about:literal,)*) => {
        $(pub(crate) const $name: Shape = Shape { rule: $rule, reason: Reason::$reason, about: $about };)*

        /// Every shape.
        #[cfg(test)]
        pub(crate) const ALL: &[Shape] = &[$($name,)*];
    };
}

shapes! {
    ASKS_FOR_CONSENT "asks-for-consent" Consent "a short box that speaks of its own cookies, with a button or a telling name",
    ASKS_TO_SUBSCRIBE "asks-to-subscribe" Paywall "a short box that offers access for a subscription",
    ASKS_TO_LOG_IN "asks-to-log-in" Registration "a short box that asks to log in or sign up, or thanks for it",
    ASKS_FOR_MONEY "asks-for-money" Donation "a short box that asks for a donation",
    APPEAL "appeal" Donation "up to 300 words of which half or more ask for support, or a box named as donations, with a link or a button",
    ASKS_TO_TAKE_NEWSLETTER "asks-to-take-newsletter" Newsletter "a short box that offers a newsletter, with a field, a button or a link",
    NEWSLETTER_FORM "newsletter-form" Newsletter "a small box named as a newsletter's, with a field to type in",
    EMAIL_FORM "email-form" Newsletter "a small form that takes an e-mail address and nothing else",
    ASKS_TO_NOTIFY "asks-to-notify" Notification "a short box that asks to allow notifications",
    ASKS_TO_INSTALL "asks-to-install" AppBanner "a short box that offers an app",
    LOGIN_FORM "login-form" Registration "a small box named as a log-in, with a field to type in",
    ASKS_TO_COMMENT "asks-to-comment" Comments "a short line that invites readers to comment",
    COMMENT_SECTION "comment-section" Comments "a box named as comments that opens with such a label, below the text",
    COMMENT_COUNT "comment-count" Comments "a line that says how many comments there are and nothing else",
    COMMENT_FORM "comment-form" Comments "a small box named as comments, with a field to type in",
    ASKS_TO_SHARE "asks-to-share" ShareBar "a short line that asks to share or follow",
    ASKS_TO_BUY "asks-to-buy" Boilerplate "a short line of a sales pitch, with a button or a link",
    DISCLOSURE "disclosure" Copyright "a short paragraph that says how the page earns money",
    SHARE_LINKS "share-links" ShareBar "little text, and half or more of the links lead to share pages",
    SHARE_NAME "share-bar" ShareBar "a few linked words in a box named as sharing",
    SHARE_LABEL "share-label" ShareBar "a line that says \"Share\", \"Print\", \"Save\" and nothing else",
    INSERT "insert" Related "a line that begins \"Read more:\" and is mostly a link",
    RELATED_SECTION "related-section" Related "a label such as \"Related articles\" over a box or list of links",
    RELATED_NAME "related-name" Related "links in a box named as related, recommended or popular",
    AD_LABEL "ad-label" AdSlot "a line that says \"Advertisement\" and nothing else",
    SPONSORED_CARD "sponsored-card" AdSlot "up to 60 words, mostly a link, that open or close with such a label",
    SLOT_NAME "slot-name" AdSlot "an empty box, or one with a few words, named as advertising",
    RESERVED_SLOT "reserved-slot" AdSlot "a box that reserves the height of an advertisement in its own style, and holds nothing, or a frame without an address",
    PAID_CARD "paid-card" AdSlot "up to 60 words, mostly a link, all of whose links lead through an advertiser's count of clicks, or one with a picture that says it is sponsored",
    GALLERY_LABEL "gallery-label" GalleryLabel "a line that says \"Open image in gallery\" and nothing else",
    LISTEN_LABEL "listen-label" Widget "a line that offers to play the article and says nothing else",
    SUPPORT_LABEL "support-label" Donation "a line that says \"Donate\" and nothing else",
    RULES_IN_TEXT "rules-in-text" CssInJs "style rules in the text, told by their braces and declarations",
    CONTROLS "controls" Widget "a row of tabs or tools",
    MENU "menu" Navigation "links in a nav element, or in a box named as one",
    CONTENTS "contents" Navigation "a label such as \"Table of contents\" over links to places on the page",
    BREADCRUMB "breadcrumb" Navigation "a few links in a box named as breadcrumbs",
    TOPIC_BAR "topic-bar" Navigation "a line of links that begins \"Topics:\", or a box of links named as tags",
    PAGE_CONTROL "page-control" Navigation "a line that says \"Back to top\" and nothing else",
    SEARCH_FORM "search-form" Navigation "a small box named as a search, with a field to type in",
    PAGE_FOOTER "page-footer" Navigation "what stands below everything, outside articles",
    PAGE_HEADER "page-header" Navigation "what stands above everything and holds no title",
    AUTHOR_BOX "author-box" AuthorBox "up to 150 words named or labelled as about the author, after the text",
    COPYRIGHT_LINE "copyright-line" Copyright "a line that claims a copyright, outside figures",
}
