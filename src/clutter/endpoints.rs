//! Where share links lead.

use std::sync::LazyLock;

use super::buckets::{Buckets, beginning};

/// How the address of a network's share page begins, after the scheme and `www.`.
#[rustfmt::skip]
static ENDPOINTS: &[&str] = &[
    "facebook.com/sharer", "facebook.com/share.php", "facebook.com/dialog/share", "facebook.com/dialog/feed", "facebook.com/dialog/send",
    "m.facebook.com/sharer", "twitter.com/intent/tweet", "twitter.com/share", "twitter.com/home?status", "x.com/intent/", "x.com/share", "mobile.twitter.com/share",
    "linkedin.com/sharearticle", "linkedin.com/sharing/", "linkedin.com/cws/share", "pinterest.com/pin/create", "wa.me/?text", "api.whatsapp.com/send",
    "web.whatsapp.com/send", "t.me/share", "telegram.me/share", "reddit.com/submit", "tumblr.com/share", "tumblr.com/widgets/share", "xing.com/spi/shares", "xing.com/app/user",
    "xing.com/social_plugins/share", "vk.com/share", "vkontakte.ru/share", "connect.ok.ru/offer", "ok.ru/dk?st.cmd=addshare", "news.ycombinator.com/submitlink",
    "getpocket.com/save", "getpocket.com/edit", "share.flipboard.com", "flipboard.com/bookmarklet", "bsky.app/intent/", "threads.net/intent/", "threads.com/intent/", "mastodonshare.com",
    "toot.kytta.dev", "share.diasporafoundation.org", "social-plugins.line.me", "line.me/r/msg", "lineit.line.me/share", "b.hatena.ne.jp/add", "b.hatena.ne.jp/entry", "service.weibo.com/share",
    "share.kakao.com", "story.kakao.com/share", "band.us/plugin/share", "plus.google.com/share", "digg.com/submit", "stumbleupon.com/submit", "delicious.com/save", "del.icio.us/post",
    "instapaper.com/hello2", "instapaper.com/edit", "buffer.com/add", "bufferapp.com/add", "wykop.pl/dodaj", "meneame.net/submit", "addtoany.com/share",
    "addthis.com/bookmark", "sharethis.com/share", "share.naver.com", "myspace.com/post", "evernote.com/clip", "mix.com/add", "snapchat.com/scan",
];

static INDEX: LazyLock<Buckets<&'static str>> = LazyLock::new(|| Buckets::new(ENDPOINTS, 8, |endpoint| endpoint));

/// How addresses begin that share without a network.
static SCHEMES: &[&str] = &[
    "whatsapp:",
    "fb-messenger:",
    "tg://msg",
    "viber://forward",
    "sms:?",
    "sms:&",
    "mailto:?",
    "javascript:window.print",
    "javascript:print",
    "line://msg",
];

/// Whether a link's raw `href` leads to a share page.
pub(super) fn is_share(href: &[u8]) -> bool {
    let href = href.trim_ascii();
    if matches!(href.first(), None | Some(b'/' | b'#' | b'?')) && !href.starts_with(b"//") {
        return false;
    }
    if !href.starts_with(b"http") && SCHEMES.iter().any(|scheme| begins(href, scheme)) {
        return true;
    }
    let after = href.windows(2).take(8).position(|pair| pair == b"//").and_then(|at| href.get(at + 2..));
    let Some(mut rest) = after else { return false };
    for host in ["www.", "en.", "de."] {
        if begins(rest, host) {
            rest = rest.get(host.len()..).unwrap_or_default();
            break;
        }
    }
    let mut start = [b' '; 4];
    for (lower, byte) in start.iter_mut().zip(rest) {
        *lower = byte.to_ascii_lowercase();
    }
    INDEX.get(beginning(&start)).iter().any(|endpoint| begins(rest, endpoint))
}

fn begins(value: &[u8], start: &str) -> bool {
    value.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn share_links_are_known_by_address() {
        #[rustfmt::skip]
        let rows: &[(&str, bool)] = &[
            ("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org", true),
            ("https://twitter.com/intent/tweet?text=x", true),
            ("//pinterest.com/pin/create/button/?url=x", true),
            ("https://wa.me/?text=x", true),
            ("mailto:?subject=x", true),
            ("whatsapp://send?text=x", true),
            ("https://www.linkedin.com/shareArticle?mini=true", true),
            ("https://twitter.com/someone", false),
            ("https://www.facebook.com/example", false),
            ("mailto:editor@example.org", false),
            ("https://wa.me/4930123456", false),
            ("/share", false),
            ("", false),
        ];
        for (href, expected) in rows {
            assert_eq!(is_share(href.as_bytes()), *expected, "{href}");
        }
    }
}
