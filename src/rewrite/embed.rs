//! Embeds: frames of known players become links with a title.
//!
//! A frame runs its vendor's scripts, so the reader never shows one; but a
//! film that the article speaks of should not vanish without a trace.

use crate::allowlist::OutAttr;
use crate::events::Start;
use crate::link::Target;
use crate::tag::Tag;

use super::Writer;

/// Hosts of players, with the name that a reader knows.
const PLAYERS: &[(&str, &str)] = &[
    ("youtube.com", "YouTube"),
    ("youtube-nocookie.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"),
    ("dailymotion.com", "Dailymotion"),
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
    ("google.com", "Google Maps"),
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
    let host = rest.split(['/', '?', '#']).next()?;
    // The host itself or a part of it below: `player.vimeo.com`, not `notvimeo.com`.
    let known = |domain: &str| host.strip_suffix(domain).is_some_and(|left| left.is_empty() || left.ends_with('.'));
    PLAYERS.iter().find(|(domain, _)| known(domain)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_are_known_by_whole_hosts() {
        assert_eq!(player("https://player.vimeo.com/video/1"), Some("Vimeo"));
        assert_eq!(player("https://vimeo.com.evil.example/"), None);
        assert_eq!(player("https://notvimeo.com/"), None);
    }
}
