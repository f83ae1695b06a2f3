//! Where share links lead.

use std::sync::LazyLock;

use super::buckets::{Buckets, beginning};

/// One page to share on.
#[derive(Clone, Copy)]
pub(super) struct Endpoint {
    /// Whose page it is.
    /// docs/CLUTTER.md is written from it, by a test; what ships does without.
    #[cfg(test)]
    pub(super) vendor: &'static str,
    /// How its address begins, after the scheme and `www.`.
    pub(super) start: &'static str,
    /// When the fact was last looked at, year and month.
    #[cfg(test)]
    pub(super) checked: &'static str,
}

#[cfg_attr(not(test), expect(unused_variables, reason = "who and when are for the handbook"))]
const fn to(vendor: &'static str, start: &'static str, checked: &'static str) -> Endpoint {
    Endpoint {
        #[cfg(test)]
        vendor,
        start,
        #[cfg(test)]
        checked,
    }
}

/// The share pages of networks.
#[rustfmt::skip]
pub(super) static ENDPOINTS: &[Endpoint] = &[
    to("Facebook", "facebook.com/sharer", "2026-11"),
    to("Facebook", "facebook.com/share.php", "2026-11"),
    to("Facebook", "facebook.com/dialog/share", "2026-11"),
    to("Facebook", "facebook.com/dialog/feed", "2026-11"),
    to("Facebook", "facebook.com/dialog/send", "2026-11"),
    to("Facebook", "m.facebook.com/sharer", "2026-11"),
    to("X", "twitter.com/intent/tweet", "2026-11"),
    to("X", "twitter.com/share", "2026-11"),
    to("X", "twitter.com/home?status", "2026-11"),
    to("X", "x.com/intent/", "2026-11"),
    to("X", "x.com/share", "2026-11"),
    to("X", "mobile.twitter.com/share", "2026-11"),
    to("LinkedIn", "linkedin.com/sharearticle", "2026-11"),
    to("LinkedIn", "linkedin.com/sharing/", "2026-11"),
    to("LinkedIn", "linkedin.com/cws/share", "2026-11"),
    to("Pinterest", "pinterest.com/pin/create", "2026-11"),
    to("WhatsApp", "wa.me/?text", "2026-11"),
    to("WhatsApp", "api.whatsapp.com/send", "2026-11"),
    to("WhatsApp", "web.whatsapp.com/send", "2026-11"),
    to("Telegram", "t.me/share", "2026-11"),
    to("Telegram", "telegram.me/share", "2026-11"),
    to("Reddit", "reddit.com/submit", "2026-11"),
    to("Tumblr", "tumblr.com/share", "2026-11"),
    to("Tumblr", "tumblr.com/widgets/share", "2026-11"),
    to("Xing", "xing.com/spi/shares", "2026-11"),
    to("Xing", "xing.com/app/user", "2026-11"),
    to("Xing", "xing.com/social_plugins/share", "2026-11"),
    to("VK", "vk.com/share", "2026-11"),
    to("VK", "vkontakte.ru/share", "2026-11"),
    to("Odnoklassniki", "connect.ok.ru/offer", "2026-11"),
    to("Odnoklassniki", "ok.ru/dk?st.cmd=addshare", "2026-11"),
    to("Hacker News", "news.ycombinator.com/submitlink", "2026-11"),
    to("Pocket", "getpocket.com/save", "2026-11"),
    to("Pocket", "getpocket.com/edit", "2026-11"),
    to("Flipboard", "share.flipboard.com", "2026-11"),
    to("Flipboard", "flipboard.com/bookmarklet", "2026-11"),
    to("Bluesky", "bsky.app/intent/", "2026-11"),
    to("Threads", "threads.net/intent/", "2026-11"),
    to("Threads", "threads.com/intent/", "2026-11"),
    to("Mastodon", "mastodonshare.com", "2026-11"),
    to("Mastodon", "toot.kytta.dev", "2026-11"),
    to("diaspora*", "share.diasporafoundation.org", "2026-11"),
    to("LINE", "social-plugins.line.me", "2026-11"),
    to("LINE", "line.me/r/msg", "2026-11"),
    to("LINE", "lineit.line.me/share", "2026-11"),
    to("Hatena", "b.hatena.ne.jp/add", "2026-11"),
    to("Hatena", "b.hatena.ne.jp/entry", "2026-11"),
    to("Weibo", "service.weibo.com/share", "2026-11"),
    to("Kakao", "share.kakao.com", "2026-11"),
    to("Kakao", "story.kakao.com/share", "2026-11"),
    to("Band", "band.us/plugin/share", "2026-11"),
    to("Google+", "plus.google.com/share", "2026-11"),
    to("Digg", "digg.com/submit", "2026-11"),
    to("StumbleUpon", "stumbleupon.com/submit", "2026-11"),
    to("Delicious", "delicious.com/save", "2026-11"),
    to("Delicious", "del.icio.us/post", "2026-11"),
    to("Instapaper", "instapaper.com/hello2", "2026-11"),
    to("Instapaper", "instapaper.com/edit", "2026-11"),
    to("Buffer", "buffer.com/add", "2026-11"),
    to("Buffer", "bufferapp.com/add", "2026-11"),
    to("Wykop", "wykop.pl/dodaj", "2026-11"),
    to("Menéame", "meneame.net/submit", "2026-11"),
    to("AddToAny", "addtoany.com/share", "2026-11"),
    to("AddThis", "addthis.com/bookmark", "2026-11"),
    to("ShareThis", "sharethis.com/share", "2026-11"),
    to("Naver", "share.naver.com", "2026-11"),
    to("Myspace", "myspace.com/post", "2026-11"),
    to("Evernote", "evernote.com/clip", "2026-11"),
    to("X", "mix.com/add", "2026-11"),
    to("Snapchat", "snapchat.com/scan", "2026-11"),
];

static INDEX: LazyLock<Buckets<Endpoint>> = LazyLock::new(|| Buckets::new(ENDPOINTS, 8, |endpoint| endpoint.start));

/// How addresses begin that share without a network.
pub(super) static SCHEMES: &[&str] = &[
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
    INDEX.get(beginning(&start)).iter().any(|endpoint| begins(rest, endpoint.start))
}

fn begins(value: &[u8], start: &str) -> bool {
    value.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_endpoint_is_a_share_page_with_a_vendor_and_a_date() {
        for endpoint in ENDPOINTS {
            assert!(is_share(format!("https://www.{}", endpoint.start).as_bytes()), "{}", endpoint.start);
            assert!(!endpoint.vendor.is_empty() && endpoint.checked.split_once('-').is_some(), "{}", endpoint.start);
        }
    }

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
