//! Embeds: frames of known players become links with a title.
//!
//! A frame runs its vendor's scripts, so the reader never shows one; but a
//! film that the article speaks of should not vanish without a trace.

use crate::allowlist::OutAttr;
use crate::events::Start;
use crate::link::Target;
use crate::tag::Tag;

use super::Writer;

/// Hosts of players, with the name that a reader knows. A path tells a player from what else a host puts into frames: boxes that
/// ask whether one is a robot, buttons, frames that nobody sees.
const PLAYERS: &[(&str, &str)] = &[
    ("youtube.com", "YouTube"),
    ("youtube-nocookie.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"),
    ("dailymotion.com", "Dailymotion"),
    ("wistia.com", "Wistia"),
    ("wistia.net", "Wistia"),
    ("brightcove.net", "Brightcove"),
    ("loom.com", "Loom"),
    ("twitch.tv", "Twitch"),
    ("tiktok.com", "TikTok"),
    ("platform.twitter.com/embed", "X"),
    ("platform.x.com/embed", "X"),
    ("soundcloud.com", "SoundCloud"),
    ("spotify.com", "Spotify"),
    ("podcasts.apple.com", "Apple Podcasts"),
    ("bandcamp.com", "Bandcamp"),
    ("ted.com", "TED"),
    ("archive.org", "Internet Archive"),
    ("codepen.io", "CodePen"),
    ("jsfiddle.net", "JSFiddle"),
    ("datawrapper.de", "Datawrapper"),
    ("dwcdn.net", "Datawrapper"),
    ("flourish.studio", "Flourish"),
    ("google.com/maps", "Google Maps"),
    ("maps.google.com", "Google Maps"),
    ("docs.google.com", "Google Docs"),
    ("drive.google.com", "Google Drive"),
    ("calendar.google.com", "Google Calendar"),
    ("openstreetmap.org", "OpenStreetMap"),
];

impl Writer<'_> {
    /// A frame: a known player becomes a link, anything else is left out.
    pub(super) fn embed(&mut self, html: &[u8], id: usize, start: &Start<'_>) {
        if start.tag != Tag::Iframe || !self.is_near_kept(id) {
            return;
        }
        let value = |name: &str| start.value(html, name);
        let addresses = ["src", "data-src", "data-lazy-src"].into_iter().filter_map(value);
        let mut targets = addresses.filter_map(|address| match self.links.href(&address) {
            Some(Target::Outside(address)) => player(&address).map(|name| (address, name)),
            _ => None,
        });
        let Some((address, name)) = targets.next() else { return };
        let title = value("title").map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
        let label = title.map_or_else(|| name.to_owned(), |title| format!("{title} ({name})"));
        self.out.open(Tag::P, &[]);
        self.out.open(Tag::A, &[(OutAttr::Href, &address)]);
        self.out.text(&label);
        self.out.close(Tag::A);
        self.out.close(Tag::P);
    }
}

/// The name of the player at an absolute address.
fn player(address: &str) -> Option<&'static str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let known = |place: &str| {
        let (domain, below) = place.split_at(place.find('/').unwrap_or(place.len()));
        // The host itself or a part of it below: `player.vimeo.com`, not `notvimeo.com`.
        let ours = host.strip_suffix(domain).is_some_and(|left| left.is_empty() || left.ends_with('.'));
        ours && path
            .strip_prefix(below)
            .is_some_and(|left| below.is_empty() || left.is_empty() || left.starts_with(['/', '?', '#']))
    };
    PLAYERS.iter().find(|(place, _)| known(place)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_are_known_by_whole_hosts() {
        assert_eq!(player("https://player.vimeo.com/video/1"), Some("Vimeo"));
        assert_eq!(player("https://vimeo.com.evil.example/"), None);
        assert_eq!(player("https://notvimeo.com/"), None);
        assert_eq!(player("https://vimeo.com"), Some("Vimeo"));
    }

    #[test]
    fn each_frame_has_the_name_of_what_it_shows() {
        #[rustfmt::skip]
        let rows = [
            ("https://fast.wistia.net/embed/iframe/abc", Some("Wistia")),
            ("https://players.brightcove.net/1/default_default/index.html?videoId=2", Some("Brightcove")),
            ("https://www.loom.com/embed/abc", Some("Loom")),
            ("https://player.twitch.tv/?channel=harbour", Some("Twitch")),
            ("https://clips.twitch.tv/embed?clip=abc", Some("Twitch")),
            ("https://www.tiktok.com/embed/v2/7", Some("TikTok")),
            ("https://platform.twitter.com/embed/Tweet.html?id=7", Some("X")),
            ("https://platform.twitter.com/widgets/widget_iframe.html", None),
            ("https://docs.google.com/forms/d/e/abc/viewform?embedded=true", Some("Google Docs")),
            ("https://drive.google.com/file/d/abc/preview", Some("Google Drive")),
            ("https://calendar.google.com/calendar/embed?src=abc", Some("Google Calendar")),
            ("https://www.google.com/maps/embed?pb=abc", Some("Google Maps")),
            ("https://maps.google.com/maps?q=harbour", Some("Google Maps")),
            ("https://www.google.com/recaptcha/api2/anchor?k=abc", None),
            ("https://www.google.com/mapsx", None),
        ];
        for (address, name) in rows {
            assert_eq!(player(address), name, "{address}");
        }
    }
}
