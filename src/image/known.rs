//! What is known of addresses: whose beacons they are, which are stand-ins,
//! which are images at all.

use std::ops::RangeInclusive;

/// An address that is a beacon.
pub(super) struct Beacon {
    /// Who counts.
    pub(super) vendor: &'static str,
    /// The host, or the end of it; empty for programs that sites run themselves.
    pub(super) host: &'static str,
    /// What the path starts with.
    pub(super) path: &'static str,
}

macro_rules! beacons {
    ($($vendor:literal: $($host:literal $path:literal),+;)*) => {
        /// Known beacons.
        pub(super) const BEACONS: &[Beacon] =
            &[$($(Beacon { vendor: $vendor, host: $host, path: $path },)+)*];
    };
}

beacons! {
    "Adobe Analytics": "omtrdc.net" "/", "2o7.net" "/", "demdex.net" "/", "everesttech.net" "/";
    "Amazon Associates": "amazon-adsystem.com" "/", "assoc-amazon.com" "/";
    "AT Internet": "xiti.com" "/", "ati-host.net" "/";
    "Awin": "awin1.com" "/cshow", "zanox.com" "/";
    "Baidu Tongji": "hm.baidu.com" "/";
    "Chartbeat": "chartbeat.net" "/ping";
    "comScore": "scorecardresearch.com" "/";
    "Criteo": "criteo.com" "/";
    "FeedBurner": "feeds.feedburner.com" "/~r/", "feedsportal.com" "/";
    "Google": "google-analytics.com" "/", "googletagmanager.com" "/", "doubleclick.net" "/",
        "googleadservices.com" "/", "googlesyndication.com" "/", "google.com" "/ads/", "google.com" "/pagead/";
    "Histats": "histats.com" "/";
    "HubSpot": "track.hubspot.com" "/";
    "INFOnline": "ioam.de" "/", "iocnt.net" "/";
    "LinkedIn": "px.ads.linkedin.com" "/", "linkedin.com" "/px";
    "LiveInternet": "counter.yadro.ru" "/";
    "Mail.ru": "top-fwz1.mail.ru" "/", "top.mail.ru" "/";
    "Mailchimp": "list-manage.com" "/track/";
    "Matomo": "" "/matomo.php", "" "/piwik.php", "" "/matomo/matomo.php", "" "/piwik/piwik.php";
    "Medium": "medium.com" "/_/stat";
    "Meta": "facebook.com" "/tr";
    "Microsoft Advertising": "bat.bing.com" "/", "clarity.ms" "/";
    "Nielsen": "imrworldwide.com" "/";
    "Outbrain": "tr.outbrain.com" "/";
    "Parse.ly": "pixel.parsely.com" "/", "p1.parsely.com" "/";
    "ProPublica": "pixel.propublica.org" "/";
    "Quantcast": "quantserve.com" "/";
    "Rambler": "counter.rambler.ru" "/";
    "StatCounter": "c.statcounter.com" "/";
    "Taboola": "trc.taboola.com" "/";
    "The Conversation": "counter.theconversation.com" "/";
    "Tradedoubler": "imp.tradedoubler.com" "/", "impde.tradedoubler.com" "/";
    "VG Wort": "met.vgwort.de" "/";
    "WordPress": "pixel.wp.com" "/", "stats.wordpress.com" "/";
    "X": "t.co" "/i/adsct", "analytics.twitter.com" "/";
    "Yahoo": "analytics.yahoo.com" "/";
    "Yandex Metrica": "mc.yandex.ru" "/";
}

/// Letters that a browser turns into plain ones, or drops, before it asks for a host (IDNA's mapping, from Unicode's
/// compatibility characters). No site writes its name in them; who does wants it not to be known.
pub(super) const DISGUISES: &[RangeInclusive<char>] = &[
    '\u{aa}'..='\u{aa}',       // ª
    '\u{ad}'..='\u{ad}',       // the soft hyphen
    '\u{b2}'..='\u{b3}',       // ² ³
    '\u{b9}'..='\u{ba}',       // ¹ º
    '\u{bc}'..='\u{be}',       // fractions
    '\u{132}'..='\u{133}',     // ĳ
    '\u{13f}'..='\u{140}',     // ŀ
    '\u{149}'..='\u{149}',     // ŉ
    '\u{17f}'..='\u{17f}',     // the long s
    '\u{1c4}'..='\u{1cc}',     // pairs of letters
    '\u{1f1}'..='\u{1f3}',     // pairs of letters
    '\u{2b0}'..='\u{2b8}',     // raised letters
    '\u{2e0}'..='\u{2e4}',     // raised letters
    '\u{34f}'..='\u{34f}',     // a joiner that is not seen
    '\u{37e}'..='\u{37e}',     // the Greek question mark
    '\u{115f}'..='\u{1160}',   // what fills a place in Korean
    '\u{17b4}'..='\u{17b5}',   // Khmer vowels that are not seen
    '\u{180b}'..='\u{180f}',   // selectors
    '\u{1d2c}'..='\u{1dbf}',   // raised and lowered letters
    '\u{1e9a}'..='\u{1e9b}',   // ẚ ẛ
    '\u{1fef}'..='\u{1fef}',   // the Greek varia
    '\u{200b}'..='\u{218f}',   // what is not seen, raised and lowered digits, letters as signs, numerals
    '\u{2460}'..='\u{24ff}',   // letters and digits in circles
    '\u{2a75}'..='\u{2a76}',   // two and three signs of equality
    '\u{2c7c}'..='\u{2c7d}',   // ⱼ ⱽ
    '\u{3002}'..='\u{3002}',   // a full stop
    '\u{3164}'..='\u{3164}',   // what fills a place in Korean
    '\u{3200}'..='\u{33ff}',   // letters and units in squares
    '\u{a7f1}'..='\u{a7f4}',   // raised letters
    '\u{fb00}'..='\u{fb06}',   // ligatures
    '\u{fb29}'..='\u{fb29}',   // a Hebrew plus
    '\u{fe00}'..='\u{fe6f}',   // selectors, small forms
    '\u{feff}'..='\u{feff}',   // a blank of no width
    '\u{ff01}'..='\u{ffef}',   // wide and narrow forms
    '\u{107a5}'..='\u{107a5}', // a raised letter
    '\u{1bca0}'..='\u{1bca3}', // controls of shorthand
    '\u{1ccd6}'..='\u{1ccf9}', // letters and digits of old displays
    '\u{1d173}'..='\u{1d17a}', // controls of musical notes
    '\u{1d400}'..='\u{1d7ff}', // letters and digits of formulas
    '\u{1df95}'..='\u{1df95}', // a raised letter
    '\u{1f100}'..='\u{1f1ff}', // letters and digits in frames
    '\u{1fbf0}'..='\u{1fbf9}', // digits of old displays
    '\u{e0000}'..='\u{e0fff}', // tags and selectors
];

/// Words of which the name of a placeholder's file is made.
pub(super) const PLACEHOLDER_WORDS: &[&str] = &[
    "blank",
    "spacer",
    "transparent",
    "transp",
    "trans",
    "placeholder",
    "placehold",
    "pixel",
    "clear",
    "lazyload",
    "lazy",
    "loading",
    "loader",
    "empty",
    "dummy",
    "grey",
    "gray",
    "fallback",
    "preload",
    "spinner",
    "lqip",
    "b64",
    "onepixel",
    "1x1",
    "1px",
    "shim",
    "invisible",
    "noimage",
    "nophoto",
];

/// Words that may stand beside them.
pub(super) const NEUTRAL_WORDS: &[&str] =
    &["image", "img", "default", "bg", "small", "large", "px", "white", "gif", "png", "no", "icon", "ajax", "x"];

/// Endings of the names of image files.
pub(super) const EXTENSIONS: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".jfif", ".jpe"];

/// Endings of the names of files that are none.
pub(super) const OTHER_EXTENSIONS: &[&str] = &[
    ".html", ".htm", ".js", ".css", ".json", ".xml", ".pdf", ".svg", ".mp3", ".mp4", ".m3u8", ".webm", ".vtt", ".zip",
];

/// Words that show, in a host or path, that an address without such an ending
/// is an image's.
pub(super) const IMAGE_WORDS: &[&str] =
    &["image", "img", "photo", "picture", "media", "thumb", "cdn", "upload", "resize"];
