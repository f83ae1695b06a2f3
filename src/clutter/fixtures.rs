//! Fixtures: what surrounds an article, one system at a time, and what must become of it.
//!
//! `tests/clutter/README.md` says how they are written. Each runs through the whole core, and once more without
//! the rule that it is for: a rule that no fixture misses is a rule that nobody would miss.

use std::collections::BTreeSet;

use super::asks;
use super::labels;
use super::phrases::ASKS;
use super::rule::Rule;
use super::shapes::{self, Shape};
use super::trial::{self, Away};
use super::vendors::TABLES;
use super::wording::{Ask, Label};
use crate::article::Access;
use crate::options::Options;

/// Files of fixtures, by their names.
const FILES: &[(&str, &str)] = &[
    ("advertising.txt", include_str!("../../tests/clutter/advertising.txt")),
    ("consent.txt", include_str!("../../tests/clutter/consent.txt")),
    ("css_in_js.txt", include_str!("../../tests/clutter/css_in_js.txt")),
    ("gates.txt", include_str!("../../tests/clutter/gates.txt")),
    ("innocents.txt", include_str!("../../tests/clutter/innocents.txt")),
    ("prompts.txt", include_str!("../../tests/clutter/prompts.txt")),
    ("shapes.txt", include_str!("../../tests/clutter/shapes.txt")),
];

const WORDING: &str = include_str!("../../tests/clutter/wording.txt");

/// The article that everything stands in.
const PARAGRAPHS: [&str; 6] = [
    "The ferry left the harbour before dawn, and by the time the mist had lifted it was already far out on the strait. \
     The captain had made the crossing for thirty years, in every kind of weather, and he did not expect this one to be \
     different.",
    "Nobody on the quay had noticed that the lamp was dark. It had been lit on every evening since the war, by three \
     keepers, one after the other, and the last of them had gone home early because his daughter was to be married in \
     the morning.",
    "What happened next has been told in many ways. The harbour office wrote it down in eleven lines; the captain, who \
     was asked twice, gave two accounts that agree on the wind and on nothing else; and the keeper never spoke of it.",
    "A second boat had set out from the other side at about the same time, with a load of slate and a crew of four. Its \
     skipper steered by the lamp, as he had always done, and when he did not find it he took the light of a farm for it.",
    "The two passed each other at a distance that both later called a yard. Somebody shouted, somebody dropped a pot, \
     and then there was fog again on either side, and the sound of one engine going south and of another going north.",
    "In the spring the parish bought a clock that lights the lamp by itself. It still stands there, under glass, and a \
     card beside it says in four languages what it was for. The ferry was sold some years ago, and carries sheep now.",
];

/// One system, or one innocent.
pub(super) struct Fixture {
    pub(super) file: &'static str,
    pub(super) title: String,
    place: Place,
    html: String,
    pub(super) gone: Vec<Gone>,
    stays: Vec<&'static str>,
}

/// The rule of what the page itself hides: no row of a table, and never taken away.
const NOT_RENDERED: &str = "not-rendered";

/// Stands for the reason of what goes without an entry: what the page shows twice, or does not show.
pub(super) const UNLISTED: &str = "=";

/// What must be gone: with this reason, by this rule.
pub(super) struct Gone {
    pub(super) reason: &'static str,
    pub(super) rule: &'static str,
    /// The first words of it.
    words: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Within,
    Before,
    After,
    /// After an article that the page has hidden from readers' tools.
    Hidden,
}

/// All fixtures but those of wording.
pub(super) fn all() -> Vec<Fixture> {
    FILES.iter().flat_map(|&(file, text)| text.split("\n=== ").skip(1).map(move |part| parse(file, part))).collect()
}

fn parse(file: &'static str, part: &'static str) -> Fixture {
    let (title, body) = part.split_once('\n').expect("a title and more");
    let (mut place, mut html, mut gone, mut stays) = (Place::Within, String::new(), Vec::new(), Vec::new());
    for line in body.lines() {
        if let Some(words) = line.strip_prefix("+++ ") {
            stays.push(words);
        } else if let Some(rest) = line.strip_prefix("--- [") {
            let (named, words) = rest.split_once(']').expect("a rule in brackets");
            let (reason, rule) = named.split_once(' ').expect("reason and rule");
            gone.push(Gone { reason, rule, words: words.trim() });
        } else {
            match line {
                "@before" => place = Place::Before,
                "@after" => place = Place::After,
                "@hidden" => place = Place::Hidden,
                _ => html.push_str(line),
            }
        }
    }
    let says_nothing = html.is_empty() || gone.is_empty() && stays.is_empty();
    assert!(!says_nothing, "{file}: {title} says nothing");
    Fixture { file, title: title.to_owned(), place, html, gone, stays }
}

impl Fixture {
    fn page(&self) -> String {
        let at = |place: Place| if self.place == place { self.html.as_str() } else { "" };
        let prose = |range: &[&str]| format!("<p>{}</p>", range.join("</p><p>"));
        let (first, last) = PARAGRAPHS.split_at(3);
        format!(
            "<html lang=\"en\"><head><title>The lamp of Northhaven</title></head><body>{}<main{}><article><h1>The lamp of \
             Northhaven</h1>{}{}{}</article></main>{}{}</body></html>",
            at(Place::Before),
            if self.place == Place::Hidden { " aria-hidden=\"true\"" } else { "" },
            prose(first),
            at(Place::Within),
            prose(last),
            at(Place::After),
            at(Place::Hidden),
        )
    }

    /// What is not as the fixture says.
    fn complaints(&self) -> Vec<String> {
        let page = self.page();
        let options = Options { url: Some("https://strait.example/lamp".into()), ..Options::default() };
        let article = match crate::extract(&page, &options) {
            Ok(article) => article,
            Err(error) => return vec![error.to_string()],
        };
        let text = flat(&article.text_content);
        let mut found = Vec::new();
        for gone in &self.gone {
            if !gone.words.is_empty() && text.contains(&flat(gone.words)) {
                found.push(format!("kept: {}", gone.words));
            }
            let named = gone.reason == UNLISTED
                || article.removals.iter().any(|removal| {
                    (removal.reason.name(), removal.rule) == (gone.reason, gone.rule)
                        && flat(&removal.text).starts_with(&flat(gone.words))
                });
            if !named {
                let instead: Vec<_> = article.removals.iter().map(|removal| (removal.rule, &removal.text)).collect();
                let (rule, words) = (gone.rule, gone.words);
                found.push(format!("not removed by {rule}: {words:?}, but {instead:?}"));
            }
        }
        let kept = self.stays.iter().chain(&PARAGRAPHS).filter(|words| !text.contains(&flat(words)));
        found.extend(kept.map(|words| format!("lost: {words}")));
        found
    }

    fn names(&self, rule: &str) -> bool {
        self.gone.iter().any(|gone| gone.rule == rule)
    }
}

/// White space does not count.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows() -> impl Iterator<Item = &'static Rule> {
    TABLES.into_iter().flatten()
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn fixtures_give_what_they_say() {
    let wrong: Vec<String> = all()
        .iter()
        .flat_map(|fixture| {
            let title = format!("{}: {}", fixture.file, fixture.title);
            fixture.complaints().into_iter().map(move |complaint| format!("{title}: {complaint}"))
        })
        .collect();
    none(&wrong);
}

#[test]
fn each_row_of_a_vendor_has_a_fixture_that_misses_it() {
    let fixtures = all();
    let missed = |rule: &'static Rule| {
        let mut own = fixtures.iter().filter(|fixture| fixture.names(rule.id));
        own.any(|fixture| trial::without(Away::Row(rule), || !fixture.complaints().is_empty()))
    };
    let wrong = rows().filter(|rule| !missed(rule)).map(|rule| format!("{}: {}", rule.id, rule.value));
    none(&wrong.collect::<Vec<_>>());
}

#[test]
fn each_rule_has_a_fixture_and_each_fixture_misses_its_rules() {
    let fixtures = all();
    let known: BTreeSet<&str> = rows().map(|rule| rule.id).chain(shapes::ALL.iter().map(|shape| shape.rule)).collect();
    let named = fixtures.iter().flat_map(|fixture| &fixture.gone).map(|gone| gone.rule);
    let named: BTreeSet<&str> = named.filter(|rule| *rule != NOT_RENDERED).collect();
    let mut wrong: Vec<String> = known.difference(&named).map(|rule| format!("no fixture: {rule}")).collect();
    wrong.extend(named.difference(&known).map(|rule| format!("in no table: {rule}")));
    let (mut leaks, mut all) = (0, 0);
    for fixture in &fixtures {
        let rules: BTreeSet<&str> = fixture.gone.iter().map(|gone| gone.rule).collect();
        for rule in rules.into_iter().filter(|rule| *rule != NOT_RENDERED) {
            let complaints = trial::without(Away::Named(rule), || fixture.complaints());
            all += 1;
            leaks += usize::from(complaints.iter().any(|complaint| complaint.starts_with("kept")));
            if complaints.is_empty() {
                wrong.push(format!("{} does not miss {rule}", fixture.title));
            }
        }
    }
    // For those who look with --nocapture.
    println!("without its rule, the text comes back in {leaks} of {all}; in the others its reason is lost");
    none(&wrong);
}

#[test]
fn innocents_are_many() {
    let innocents = all().into_iter().filter(|fixture| fixture.file == "innocents.txt");
    assert!(innocents.filter(|fixture| fixture.gone.is_empty()).count() >= 40);
}

#[test]
fn a_gate_gives_one_way_in_and_a_request_for_money_one_way_to_help() {
    let gate = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>\
        <div class=\"tp-container-inner\"><p>The rest is for members.</p><a href=\"/login\">Log in</a></div>";
    let asked = "<div><h3>Your support helps us to tell the story</h3><a href=\"/give\">Donate now</a></div>";
    let asked_without = "<div><p>Your support helps us to tell the story</p><button>Donate now</button></div>";
    let read = |html: &str| {
        let fixture = Fixture {
            file: "",
            title: String::new(),
            place: Place::Within,
            html: html.to_owned(),
            gone: Vec::new(),
            stays: Vec::new(),
        };
        let options = Options { url: Some("https://strait.example/lamp".into()), ..Options::default() };
        let article = crate::extract(&fixture.page(), &options).expect("an article");
        (article.access, article.sign_in_url, article.support_url)
    };
    assert_eq!(read(gate), (Some(Access::Locked), Some("https://strait.example/login".into()), None));
    assert_eq!(read(asked), (None, None, Some("https://strait.example/give".into())));
    assert_eq!(read(asked_without), (None, None, None));
    assert_eq!(read(&asked.repeat(3)).2, Some("https://strait.example/give".into()));
    // Where nothing is stated, a vendor's gate with words in it says so, and an empty or hidden one does not.
    let silent = gate.split_once("</script>").expect("a script").1;
    assert_eq!(read(silent), read(gate));
    assert_eq!(read("<div class=\"tp-container-inner\"></div>").0, None);
    assert_eq!(read(&silent.replace("<div", "<div hidden")).0, None);
    // What the page gives to more than its gate is no gate's name.
    let buttons = "<div class=\"pelcro-button\"><button>Keep this for later</button></div>".repeat(3);
    assert_eq!(read(&buttons).0, None);
    let free = gate.replace("false", "true");
    assert_eq!(read(&free), (Some(Access::Free), None, None));
    // One signs in at the site itself, not at one that many sites sign in with.
    let elsewhere = gate.replace("<a ", "<a href=\"https://accounts.google.com/signin\">Continue</a><a ");
    assert_eq!(read(&elsewhere).1, Some("https://strait.example/login".into()));
    let only_elsewhere = gate.replace("/login", "https://accounts.google.com/signin");
    assert_eq!(read(&only_elsewhere), (Some(Access::Locked), None, None));
    let below = gate.replace("/login", "https://id.strait.example/in/login");
    assert_eq!(read(&below).1, Some("https://id.strait.example/in/login".into()));
    // A link beside the terms, and no link of a paragraph that may be about something else.
    let with_terms = asked.replace("<a ", "<a href=\"/privacy-policy\">Privacy</a> <a href=\"/terms\">Terms</a> <a ");
    assert_eq!(read(&with_terms).2, Some("https://strait.example/give".into()));
    let mentioned = "<p>We need your help, wrote the keeper to the parish in the spring of that year, and everybody who \
        could hold a hammer came to the quay with one, among them the <a href=\"/smith\">smith</a>, who was eighty.</p>";
    assert_eq!(read(mentioned).2, None);
}

/// A line of `wording.txt`: its language, what it asks for or stands over, and its fixture.
fn read_wording() -> Vec<(&'static str, Said, Fixture)> {
    let lines = WORDING.lines().filter(|line| line.contains(" | "));
    lines
        .map(|line| {
            let mut parts = line.split(" | ");
            let (language, thing) = parts.next().and_then(|head| head.split_once(' ')).expect("language and thing");
            let words = parts.next().expect("what it says");
            let said = Said::of(thing);
            let (html, words, place) = said.show(words, parts.next());
            let shape = said.shape();
            let gone = vec![Gone { reason: shape.reason.name(), rule: shape.rule, words }];
            let title = format!("{language} {thing}");
            let fixture = Fixture { file: "wording.txt", title, place, html, gone, stays: Vec::new() };
            (language, said, fixture)
        })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Asks(Ask),
    Labels(Label),
}

impl Said {
    fn of(thing: &str) -> Self {
        Self::Asks(match thing {
            "newsletter" => Ask::Newsletter,
            "paywall" => Ask::Paywall,
            "login" => Ask::Login,
            "donate" => Ask::Donate,
            "notify" => Ask::Notify,
            "consent" => Ask::Consent,
            "app" => Ask::App,
            "comment" => Ask::Comment,
            "follow" => Ask::Follow,
            label => return Self::Labels(label_of(label)),
        })
    }

    const fn shape(self) -> Shape {
        match self {
            Self::Asks(ask) => asks::shape(ask),
            Self::Labels(label) => match label {
                Label::Advert => shapes::AD_LABEL,
                Label::Gallery => shapes::GALLERY_LABEL,
                Label::Related => shapes::RELATED_SECTION,
                Label::Insert => shapes::INSERT,
                Label::Comments => shapes::COMMENT_COUNT,
                Label::Share => shapes::SHARE_LABEL,
                Label::Author => shapes::AUTHOR_BOX,
                Label::Topics => shapes::TOPIC_BAR,
                Label::Copyright => shapes::COPYRIGHT_LINE,
                Label::Listen => shapes::LISTEN_LABEL,
                Label::Navigate => shapes::PAGE_CONTROL,
                Label::Support => shapes::SUPPORT_LABEL,
                Label::Call => shapes::ASKS_TO_TAKE_NEWSLETTER,
                Label::Contents => shapes::CONTENTS,
            },
        }
    }

    const fn away(self, language: &'static str) -> Away {
        match self {
            Self::Asks(ask) => Away::Asking(language, ask),
            Self::Labels(label) => Away::Labelled(language, label),
        }
    }

    /// The markup around the words, with which of them a removal begins, and its place.
    fn show(self, words: &'static str, button: Option<&str>) -> (String, &'static str, Place) {
        let links = |to: [&str; 3]| {
            let [one, two, three] = to;
            format!("<a href=\"{one}\">Ferries</a> <a href=\"{two}\">Harbours</a> <a href=\"{three}\">Night boats</a>")
        };
        let below = |to: [&str; 3]| format!("<div class=\"q1\"><h2>{words}</h2><p>{}</p></div>", links(to));
        let html = match (self, button) {
            (_, Some(button)) => format!("<div class=\"q1\"><p>{words}</p><button>{button}</button></div>"),
            (Self::Labels(Label::Related), _) => below(["/1", "/2", "/3"]),
            (Self::Labels(Label::Contents), _) => below(["#a", "#b", "#c"]),
            (Self::Labels(Label::Insert), _) => {
                format!("<p>{words}: <a href=\"/1\">Eleven harbours by day and night</a></p>")
            }
            (Self::Labels(Label::Topics), _) => {
                format!("<div class=\"q1\"><span>{words}:</span> {}</div>", links(["/1", "/2", "/3"]))
            }
            (Self::Labels(Label::Author), _) => format!(
                "<div class=\"q1\"><h4>{words}</h4><p>Mara Lind has written about the sea for twenty years and lives near \
                 the old pier with two dogs.</p></div>"
            ),
            (Self::Labels(Label::Comments), _) => format!("<div class=\"q1\">12 {words}</div>"),
            _ => format!("<div class=\"q1\">{words}</div>"),
        };
        let (words, place) = match self {
            Self::Labels(Label::Author) => (words, Place::After),
            Self::Labels(Label::Comments) => ("12", Place::Within),
            _ => (words, Place::Within),
        };
        (html, words, place)
    }
}

fn label_of(name: &str) -> Label {
    match name {
        "advert" => Label::Advert,
        "gallery" => Label::Gallery,
        "related" => Label::Related,
        "insert" => Label::Insert,
        "comments" => Label::Comments,
        "share" => Label::Share,
        "author" => Label::Author,
        "topics" => Label::Topics,
        "copyright" => Label::Copyright,
        "listen" => Label::Listen,
        "navigate" => Label::Navigate,
        "support" => Label::Support,
        "call" => Label::Call,
        "contents" => Label::Contents,
        _ => panic!("nothing is called {name}"),
    }
}

#[test]
fn what_prompts_say_is_known_in_each_language_and_missed_without() {
    let mut wrong = Vec::new();
    let lines = read_wording();
    for (language, said, fixture) in &lines {
        wrong.extend(fixture.complaints().iter().map(|complaint| format!("{}: {complaint}", fixture.title)));
        if trial::without(said.away(language), || fixture.complaints()).is_empty() {
            wrong.push(format!("{} is not missed", fixture.title));
        }
    }
    let has = |language: &str, thing: Said| lines.iter().any(|(known, said, _)| *known == language && *said == thing);
    // What is sold and disclosed is weighed by the score, not decided by wording.
    let decided = ASKS.iter().filter(|row| !matches!(row.ask, Ask::Buy | Ask::Disclose));
    let without = decided.filter(|row| !has(row.language, Said::Asks(row.ask)));
    wrong.extend(without.map(|row| format!("no line: {} {:?}", row.language, row.ask)));
    let rows = labels::WHOLE.iter().chain(labels::BEGINS);
    let without = rows.filter(|row| !has(row.language, Said::Labels(row.label)));
    wrong.extend(without.map(|row| format!("no line: {} {:?}", row.language, row.label)));
    none(&wrong);
}
