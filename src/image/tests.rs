use super::*;

const GIF: &str = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

fn chosen(offer: &Offer<'_>) -> Choice {
    choose(offer, &Links::new(Some("https://example.org/a/story"), None))
}

#[track_caller]
fn shows(offer: &Offer<'_>, src: &str) -> Image {
    match chosen(offer) {
        Choice::Show(image) => {
            assert_eq!(image.src, src);
            image
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_true_src_is_taken() {
    let offer = Offer {
        src: Some("p.jpg"),
        alt: Some(" A \n lighthouse "),
        width: Some("640px"),
        height: Some("50%"),
        ..Offer::default()
    };
    let image = shows(&offer, "https://example.org/a/p.jpg");
    assert_eq!((image.alt.as_str(), image.width.as_deref(), image.height), ("A lighthouse", Some("640"), None));
}

#[test]
fn stand_ins_lose_to_anything_real() {
    for src in
        [GIF, "/i/blank.gif", "transparent_1x1.png?v=2", "lazy-placeholder-16x9.svg", "about:blank", "", "spacer.gif"]
    {
        let src = Some(src);
        shows(&Offer { src, data: vec!["on", "42", "/p/x.jpg"], ..Offer::default() }, "https://example.org/p/x.jpg");
        shows(
            &Offer { src, srcset: Some("s.jpg 320w, l.jpg 1600w"), ..Offer::default() },
            "https://example.org/a/l.jpg",
        );
        shows(&Offer { src, noscript: vec!["/n.webp"], ..Offer::default() }, "https://example.org/n.webp");
        shows(
            &Offer { src, sources: vec!["/s.avif 1x, /s2.avif 2x"], ..Offer::default() },
            "https://example.org/s2.avif",
        );
        shows(&Offer { src, live: Some("https://cdn/x"), ..Offer::default() }, "https://cdn/x");
        assert_eq!(chosen(&Offer { src, ..Offer::default() }), Choice::Nothing);
    }
    shows(
        &Offer { src: Some("clear-sky.jpg"), data: vec!["y.jpg"], ..Offer::default() },
        "https://example.org/a/clear-sky.jpg",
    );
}

#[test]
fn previews_lose_to_the_full_picture() {
    shows(
        &Offer { src: Some("https://i/p.jpg?w=20&blur=5"), data: vec!["https://i/p.jpg?w=1200"], ..Offer::default() },
        "https://i/p.jpg?w=1200",
    );
    shows(&Offer { src: Some("https://i/p.jpg?w=20"), ..Offer::default() }, "https://i/p.jpg?w=20");
    let drawn = format!("data:image/png;base64,{}", "A".repeat(4096));
    shows(&Offer { src: Some(&drawn), ..Offer::default() }, &drawn);
}

#[test]
fn data_attributes_are_judged_by_their_value() {
    let data = vec![
        "{\"src\":\"x.jpg\"}",
        "https://example.org/story",
        "https://media.example.org/story.html?x",
        "Photo: x.jpg by y",
        "#x.jpg",
        "",
        "https://images.example.org/abc123",
        "https://example.org/full.jpg?x=1",
    ];
    shows(&Offer { data, ..Offer::default() }, "https://example.org/full.jpg?x=1");
    shows(
        &Offer { data: vec!["https://images.example.org/abc"], ..Offer::default() },
        "https://images.example.org/abc",
    );
    shows(&Offer { data: vec!["https://i/{width}/p.jpg"], ..Offer::default() }, "https://i/1280/p.jpg");
    let image =
        shows(&Offer { data: vec!["/s.jpg 400w, /l.jpg 800w"], ..Offer::default() }, "https://example.org/l.jpg");
    assert_eq!(image.srcset.as_deref(), Some("https://example.org/s.jpg 400w, https://example.org/l.jpg 800w"));
}

#[test]
fn lists_are_cleaned() {
    let image = shows(
        &Offer {
            src: Some("p.jpg"),
            srcset: Some("javascript:x 1x, s.jpg 1x, data:image/png;base64,A 2x, l.jpg 2x"),
            ..Offer::default()
        },
        "https://example.org/a/p.jpg",
    );
    assert_eq!(image.srcset.as_deref(), Some("https://example.org/a/s.jpg 1x, https://example.org/a/l.jpg 2x"));
}

#[test]
fn beacons_are_told_by_host_path_and_size() {
    let tracker = |src: &str| chosen(&Offer { src: Some(src), ..Offer::default() });
    assert_eq!(tracker("https://www.facebook.com/tr?id=1"), Choice::Tracker("Meta"));
    assert_eq!(tracker("https://b.scorecardresearch.com/p?c1=2"), Choice::Tracker("comScore"));
    assert_eq!(tracker("/matomo.php?idsite=1"), Choice::Tracker("Matomo"));
    assert_eq!(tracker("https://www.facebook.com.:443/%74r?id=1"), Choice::Tracker("Meta"));
    for host in ["www.\u{ff46}acebook.com", "www.face\u{ad}book.com", "facebook\u{3002}com", "\u{24d5}acebook.com"] {
        assert_eq!(tracker(&format!("https://{host}/tr?id=1")), Choice::Tracker("address in disguise"), "{host}");
    }
    let in_japanese = "https://\u{5199}\u{771f}.example/x.jpg";
    shows(&Offer { src: Some(in_japanese), ..Offer::default() }, in_japanese);
    shows(&Offer { src: Some("https://www.facebook.com/x.jpg"), ..Offer::default() }, "https://www.facebook.com/x.jpg");
    shows(&Offer { src: Some("https://notxiti.com/x.jpg"), ..Offer::default() }, "https://notxiti.com/x.jpg");
    let dot = Offer { src: Some("https://h/c.gif"), width: Some("1"), height: Some("1"), ..Offer::default() };
    assert_eq!(chosen(&dot), Choice::Tracker("one-pixel image"));
    let styled = |style| chosen(&Offer { src: Some("https://h/c.gif"), style: Some(style), ..Offer::default() });
    assert_eq!(styled("position: absolute; WIDTH:1px"), Choice::Tracker("one-pixel image"));
    assert!(matches!(styled("max-width: 1px; width: 100%; height: 10px"), Choice::Show(_)));
    assert_eq!(styled("width: 0; height: 0"), Choice::Tracker("one-pixel image"));
    shows(
        &Offer { src: Some("l.gif"), data: vec!["a.jpg"], style: Some("inset: 0; width: 0"), ..Offer::default() },
        "https://example.org/a/l.gif",
    );
    let listed =
        Offer { src: Some("a.jpg"), srcset: Some("a.jpg 1x, b.jpg 2x, //facebook.com/tr 3x"), ..Offer::default() };
    let image = shows(&listed, "https://example.org/a/a.jpg");
    assert_eq!(image.srcset.as_deref(), Some("https://example.org/a/a.jpg 1x, https://example.org/a/b.jpg 2x"));
}

/// What IDNA turns into plain letters, or drops, is told from the table; its reference says what that is.
#[test]
#[cfg(not(target_arch = "wasm32"))]
fn no_letter_hides_a_host() {
    let planes = ('\u{80}'..='\u{2ffff}').chain('\u{e0000}'..='\u{e0fff}');
    let becomes_plain = |letter: &char| {
        let url = url::Url::parse(&format!("https://a{letter}b.example/"));
        url.is_ok_and(|url| url.host_str().is_some_and(|host| !host.contains("xn--")))
    };
    let plain = planes.filter(becomes_plain);
    let unknown = plain.filter(|letter| !DISGUISES.iter().any(|known| known.contains(letter)));
    let unknown: Vec<String> = unknown.map(|letter| format!("{:x}", u32::from(letter))).collect();
    assert!(unknown.is_empty(), "{}", unknown.join(" "));
}

#[test]
fn addresses_that_may_not_be_shown_are_not() {
    for src in ["javascript:x", "data:image/svg+xml;base64,AAAA", "file:///x.png", "blob:https://h/x"] {
        assert_eq!(chosen(&Offer { src: Some(src), live: Some(src), ..Offer::default() }), Choice::Nothing, "{src}");
    }
}
