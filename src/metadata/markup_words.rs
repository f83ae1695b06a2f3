//! Parts of class names, ids and addresses that say what an element shows.
//! All lower-case; policy as data.

use super::stems::Stems;

/// Parts of class names and ids that can only mean the author's line.
#[rustfmt::skip]
pub(super) const BYLINE_STEMS: Stems = Stems::new(&[
    "byline", "by-line", "post-author", "article-author", "entry-author", "article__author", "post__author",
    "author-name", "author_name", "authorname", "author__name", "articleauthor", "postauthor",
]);

/// Parts of class names and ids that speak of an author or poster.
#[rustfmt::skip]
pub(super) const AUTHOR_STEMS: Stems = Stems::new(&[
    "author", "writer", "username", "user-name", "posted-by", "postedby", "written-by", "contributor", "post-user",
    "postuser", "autor", "auteur", "redakteur",
]);

/// Words that contain one of the stems above and mean something else.
#[rustfmt::skip]
pub(super) const AUTHOR_LOOKALIKES: Stems = Stems::new(&[
    "authori", "authoring", "autoref", "comment", "author-bio", "author-desc", "author__bio", "author-image", "author-avatar",
    "avatar", "typewriter", "related", "social", "newsletter",
]);

/// Names of `data-*` attributes that carry a name for tests or styling.
#[rustfmt::skip]
pub(super) const TEST_NAMES: Stems = Stems::new(&[
    "data-test", "data-component", "data-qa", "data-cy", "data-name", "data-type", "data-role", "data-element",
]);

/// Parts of addresses of pages about a person.
#[rustfmt::skip]
pub(super) const AUTHOR_PATHS: Stems = Stems::new(&[
    "/author", "/contributor", "/writer", "/journalist", "/reporter", "/columnist", "/autor", "/auteur",
    "/redaktion/", "/redakteur", "/byline/", "?author=",
]);

/// Parts of addresses of pages about a member of a forum.
#[rustfmt::skip]
pub(super) const MEMBER_PATHS: Stems = Stems::new(&[
    "/members/", "/member/", "/users/", "/user/", "/u/", "/profile/", "member.php?",
    "memberlist.php?mode=viewprofile", "profile.php?", "/user-",
]);

/// Parts of class names and ids of what surrounds an article: a name in there
/// is not its author's.
#[rustfmt::skip]
pub(super) const SURROUNDING_STEMS: Stems = Stems::new(&[
    "comment", "related", "recommend", "sidebar", "footer", "testimonial", "teaser", "carousel", "trending",
    "popular", "latest", "read-next", "more-from", "similar", "review-", "reviews", "newsletter", "menu", "nav",
]);

/// Parts of addresses of threads in forums.
#[rustfmt::skip]
pub(super) const FORUM_PATHS: Stems = Stems::new(&[
    "/threads/", "/thread-", "/thread/", "showthread", "viewtopic", "/t/", "/topic/", "/topics/", "/questions/",
    "/forum/", "/forums/", "/comments/", "/discussion/", "/post/show",
]);

/// Parts of class names of elements that show the date of a change.
#[rustfmt::skip]
pub(super) const CHANGED_STEMS: Stems = Stems::new(&[
    "updated", "modified",
]);

/// Parts of class names of elements that show when an article was published.
#[rustfmt::skip]
pub(super) const DATE_STEMS: Stems = Stems::new(&[
    "publish-date", "published", "publishdate", "pub-date", "pub_date", "pubdate", "post-date", "post_date", "postdate",
    "post__date", "posted-on", "entry-date", "article-date", "article_date", "article__date", "articledate",
    "dateline", "date-published",
]);
