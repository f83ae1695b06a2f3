//! What is known of addresses: whose beacons they are, which are stand-ins,
//! which are images at all.

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
