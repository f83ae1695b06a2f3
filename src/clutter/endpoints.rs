//! Where links lead that are no way to another text: share pages, and hosts that count clicks on advertisements.

use std::sync::LazyLock;

use super::buckets::{Buckets, beginning};

/// What a known address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// A page to share on.
    Share,
    /// A count of clicks on advertisements.
    Click,
}

/// One address.
#[derive(Clone, Copy)]
pub(super) struct Endpoint {
    /// What for.
    pub(super) lead: Lead,
    /// Whose it is.
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
const fn endpoint(lead: Lead, vendor: &'static str, start: &'static str, checked: &'static str) -> Endpoint {
    Endpoint {
        lead,
        #[cfg(test)]
        vendor,
        start,
        #[cfg(test)]
        checked,
    }
}

/// The share pages of networks, and the click counts of advertising systems.
#[rustfmt::skip]
pub(super) static ENDPOINTS: &[Endpoint] = &[
    endpoint(Lead::Share, "Facebook", "facebook.com/sharer", "2026-11"),
    endpoint(Lead::Share, "Facebook", "facebook.com/share.php", "2026-11"),
    endpoint(Lead::Share, "Facebook", "facebook.com/dialog/share", "2026-11"),
    endpoint(Lead::Share, "Facebook", "facebook.com/dialog/feed", "2026-11"),
    endpoint(Lead::Share, "Facebook", "facebook.com/dialog/send", "2026-11"),
    endpoint(Lead::Share, "Facebook", "m.facebook.com/sharer", "2026-11"),
    endpoint(Lead::Share, "X", "twitter.com/intent/tweet", "2026-11"),
    endpoint(Lead::Share, "X", "twitter.com/share", "2026-11"),
    endpoint(Lead::Share, "X", "twitter.com/home?status", "2026-11"),
    endpoint(Lead::Share, "X", "x.com/intent/", "2026-11"),
    endpoint(Lead::Share, "X", "x.com/share", "2026-11"),
    endpoint(Lead::Share, "X", "mobile.twitter.com/share", "2026-11"),
    endpoint(Lead::Share, "LinkedIn", "linkedin.com/sharearticle", "2026-11"),
    endpoint(Lead::Share, "LinkedIn", "linkedin.com/sharing/", "2026-11"),
    endpoint(Lead::Share, "LinkedIn", "linkedin.com/cws/share", "2026-11"),
    endpoint(Lead::Share, "Pinterest", "pinterest.com/pin/create", "2026-11"),
    endpoint(Lead::Share, "WhatsApp", "wa.me/?text", "2026-11"),
    endpoint(Lead::Share, "WhatsApp", "api.whatsapp.com/send", "2026-11"),
    endpoint(Lead::Share, "WhatsApp", "web.whatsapp.com/send", "2026-11"),
    endpoint(Lead::Share, "Telegram", "t.me/share", "2026-11"),
    endpoint(Lead::Share, "Telegram", "telegram.me/share", "2026-11"),
    endpoint(Lead::Share, "Reddit", "reddit.com/submit", "2026-11"),
    endpoint(Lead::Share, "Tumblr", "tumblr.com/share", "2026-11"),
    endpoint(Lead::Share, "Tumblr", "tumblr.com/widgets/share", "2026-11"),
    endpoint(Lead::Share, "Xing", "xing.com/spi/shares", "2026-11"),
    endpoint(Lead::Share, "Xing", "xing.com/app/user", "2026-11"),
    endpoint(Lead::Share, "Xing", "xing.com/social_plugins/share", "2026-11"),
    endpoint(Lead::Share, "VK", "vk.com/share", "2026-11"),
    endpoint(Lead::Share, "VK", "vkontakte.ru/share", "2026-11"),
    endpoint(Lead::Share, "Odnoklassniki", "connect.ok.ru/offer", "2026-11"),
    endpoint(Lead::Share, "Odnoklassniki", "ok.ru/dk?st.cmd=addshare", "2026-11"),
    endpoint(Lead::Share, "Hacker News", "news.ycombinator.com/submitlink", "2026-11"),
    endpoint(Lead::Share, "Pocket", "getpocket.com/save", "2026-11"),
    endpoint(Lead::Share, "Pocket", "getpocket.com/edit", "2026-11"),
    endpoint(Lead::Share, "Flipboard", "share.flipboard.com", "2026-11"),
    endpoint(Lead::Share, "Flipboard", "flipboard.com/bookmarklet", "2026-11"),
    endpoint(Lead::Share, "Bluesky", "bsky.app/intent/", "2026-11"),
    endpoint(Lead::Share, "Threads", "threads.net/intent/", "2026-11"),
    endpoint(Lead::Share, "Threads", "threads.com/intent/", "2026-11"),
    endpoint(Lead::Share, "Mastodon", "mastodonshare.com", "2026-11"),
    endpoint(Lead::Share, "Mastodon", "toot.kytta.dev", "2026-11"),
    endpoint(Lead::Share, "diaspora*", "share.diasporafoundation.org", "2026-11"),
    endpoint(Lead::Share, "LINE", "social-plugins.line.me", "2026-11"),
    endpoint(Lead::Share, "LINE", "line.me/r/msg", "2026-11"),
    endpoint(Lead::Share, "LINE", "lineit.line.me/share", "2026-11"),
    endpoint(Lead::Share, "Hatena", "b.hatena.ne.jp/add", "2026-11"),
    endpoint(Lead::Share, "Hatena", "b.hatena.ne.jp/entry", "2026-11"),
    endpoint(Lead::Share, "Weibo", "service.weibo.com/share", "2026-11"),
    endpoint(Lead::Share, "Kakao", "share.kakao.com", "2026-11"),
    endpoint(Lead::Share, "Kakao", "story.kakao.com/share", "2026-11"),
    endpoint(Lead::Share, "Band", "band.us/plugin/share", "2026-11"),
    endpoint(Lead::Share, "Google+", "plus.google.com/share", "2026-11"),
    endpoint(Lead::Share, "Digg", "digg.com/submit", "2026-11"),
    endpoint(Lead::Share, "StumbleUpon", "stumbleupon.com/submit", "2026-11"),
    endpoint(Lead::Share, "Delicious", "delicious.com/save", "2026-11"),
    endpoint(Lead::Share, "Delicious", "del.icio.us/post", "2026-11"),
    endpoint(Lead::Share, "Instapaper", "instapaper.com/hello2", "2026-11"),
    endpoint(Lead::Share, "Instapaper", "instapaper.com/edit", "2026-11"),
    endpoint(Lead::Share, "Buffer", "buffer.com/add", "2026-11"),
    endpoint(Lead::Share, "Buffer", "bufferapp.com/add", "2026-11"),
    endpoint(Lead::Share, "Wykop", "wykop.pl/dodaj", "2026-11"),
    endpoint(Lead::Share, "Menéame", "meneame.net/submit", "2026-11"),
    endpoint(Lead::Share, "AddToAny", "addtoany.com/share", "2026-11"),
    endpoint(Lead::Share, "AddThis", "addthis.com/bookmark", "2026-11"),
    endpoint(Lead::Share, "ShareThis", "sharethis.com/share", "2026-11"),
    endpoint(Lead::Share, "Naver", "share.naver.com", "2026-11"),
    endpoint(Lead::Share, "Myspace", "myspace.com/post", "2026-11"),
    endpoint(Lead::Share, "Evernote", "evernote.com/clip", "2026-11"),
    endpoint(Lead::Share, "X", "mix.com/add", "2026-11"),
    endpoint(Lead::Share, "Snapchat", "snapchat.com/scan", "2026-11"),
    endpoint(Lead::Click, "Google", "googleadservices.com/pagead/aclk", "2026-11"),
    endpoint(Lead::Click, "Google", "adclick.g.doubleclick.net", "2026-11"),
    endpoint(Lead::Click, "Google", "googleads.g.doubleclick.net/pcs/click", "2026-11"),
    endpoint(Lead::Click, "Google", "googleads.g.doubleclick.net/aclk", "2026-11"),
    endpoint(Lead::Click, "Google", "ad.doubleclick.net/", "2026-11"),
    endpoint(Lead::Click, "Google", "clickserve.dartsearch.net", "2026-11"),
    endpoint(Lead::Click, "Taboola", "trc.taboola.com/", "2026-11"),
    endpoint(Lead::Click, "Taboola", "popup.taboola.com/", "2026-11"),
    endpoint(Lead::Click, "Outbrain", "paid.outbrain.com/", "2026-11"),
    endpoint(Lead::Click, "MGID", "clck.mgid.com", "2026-11"),
    endpoint(Lead::Click, "Revcontent", "trends.revcontent.com/click", "2026-11"),
    endpoint(Lead::Click, "Criteo", "cat.criteo.com/", "2026-11"),
    endpoint(Lead::Click, "Xandr", "ib.adnxs.com/click", "2026-11"),
];

static INDEX: LazyLock<Buckets<Endpoint>> = LazyLock::new(|| {
    Buckets::new(8, |endpoint: &Endpoint| endpoint.start, |add| ENDPOINTS.iter().copied().for_each(add))
});

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

/// Where a link's raw `href` leads, if it is known.
pub(super) fn lead(href: &[u8]) -> Option<Lead> {
    let href = href.trim_ascii();
    if matches!(href.first(), None | Some(b'/' | b'#' | b'?')) && !href.starts_with(b"//") {
        return None;
    }
    if !href.starts_with(b"http") && SCHEMES.iter().any(|scheme| begins(href, scheme)) {
        return Some(Lead::Share);
    }
    let after = href.windows(2).take(8).position(|pair| pair == b"//").and_then(|at| href.get(at + 2..));
    let mut rest = after?;
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
    INDEX.get(beginning(&start)).iter().find(|endpoint| begins(rest, endpoint.start)).map(|endpoint| endpoint.lead)
}

fn begins(value: &[u8], start: &str) -> bool {
    value.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_endpoint_is_known_and_has_a_vendor_and_a_date() {
        for endpoint in ENDPOINTS {
            let found = lead(format!("https://www.{}", endpoint.start).as_bytes());
            assert_eq!(found, Some(endpoint.lead), "{}", endpoint.start);
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
            assert_eq!(lead(href.as_bytes()) == Some(Lead::Share), *expected, "{href}");
        }
    }
}
