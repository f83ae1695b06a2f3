//! The judge: is an article within the closed set, and does it read back?
//!
//! The list is `tests/attacks/allowed.json`. It is made neither from the core's
//! table nor from the reader's, and both are held against it.

use std::collections::HashMap;
use std::sync::LazyLock;

use clearleaf::Article;
use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;
use url::ParseError;

/// What may come out.
#[derive(Debug)]
pub struct Allowed {
    html: HashMap<String, Vec<String>>,
    mathml: HashMap<String, Vec<String>>,
    links: HashMap<String, Vec<String>>,
    /// The end of a host and the beginning of a path. The core knows more of them; these stand in the attacks.
    beacons: Vec<(String, String)>,
}

static ALLOWED: LazyLock<Allowed> = LazyLock::new(|| {
    let list: Value = serde_json::from_str(include_str!("../../tests/attacks/allowed.json")).expect("a list");
    let words = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let table = |name: &str, on_all: &str| {
        let common = words(&list[on_all]);
        let rows = list[name].as_object().expect("a table").iter();
        rows.map(|(name, own)| (name.clone(), [words(own), common.clone()].concat())).collect()
    };
    let beacons = list["beacons"].as_array().expect("a list").iter().map(words);
    let beacons = beacons.map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    Allowed {
        html: table("html", "html on all"),
        mathml: table("mathml", "mathml on all"),
        links: table("links", ""),
        beacons,
    }
});

/// Elements that are written without an end tag.
const VOID: &[&str] = &["br", "hr", "img", "source", "track", "wbr"];

/// A piece of HTML as a browser would put it into a `div`.
struct Read {
    _document: RcDom,
    root: Handle,
}

impl Read {
    fn new(html: &str, scripting: bool) -> Self {
        let context = QualName::new(None, ns!(html), local_name!("div"));
        let document = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), scripting).one(html);
        let root = document.document.children.borrow()[0].clone();
        Self { _document: document, root }
    }

    /// What `innerHTML` gives. (html5ever's own serialiser takes time squared in the number of escapes.)
    fn written(&self) -> String {
        let mut out = String::new();
        write(&self.root, &mut out);
        out
    }
}

fn write(parent: &Handle, out: &mut String) {
    for node in parent.children.borrow().iter() {
        match &node.data {
            NodeData::Text { contents } => escape(&contents.borrow(), false, out),
            NodeData::Element { name, attrs, .. } => {
                out.extend(["<", &*name.local]);
                for attribute in attrs.borrow().iter() {
                    out.extend([" ", &*attribute.name.local, "=\""]);
                    escape(&attribute.value, true, out);
                    out.push('"');
                }
                out.push('>');
                if !VOID.contains(&&*name.local) {
                    write(node, out);
                    out.extend(["</", &*name.local, ">"]);
                }
            }
            _ => out.push_str("<!-- neither text nor element -->"),
        }
    }
}

fn escape(text: &str, in_attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\u{A0}' => out.push_str("&nbsp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if in_attribute => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// Everything that is wrong with an article; nothing, if the core did its work.
#[must_use]
pub fn violations(article: &Article) -> Vec<String> {
    let mut found = Vec::new();
    for scripting in [true, false] {
        let read = Read::new(&article.content, scripting);
        if read.written() != article.content {
            found.push(format!(
                "reads back otherwise, scripting {scripting}: {}",
                first_difference(&read.written(), &article.content)
            ));
        }
        judge(&read.root, &mut found);
    }
    facts(article, &mut found);
    found
}

fn first_difference(read: &str, written: &str) -> String {
    let same = read.bytes().zip(written.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.get(same.saturating_sub(40)..(same + 40).min(text.len())).unwrap_or("…").to_owned();
    format!("{:?} for {:?}", around(read), around(written))
}

fn judge(parent: &Handle, found: &mut Vec<String>) {
    for node in parent.children.borrow().iter() {
        match &node.data {
            NodeData::Text { contents } => {
                if let Some(control) = contents.borrow().chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
                    found.push(format!("the control {control:?} in text"));
                }
            }
            NodeData::Element { name, attrs, .. } => {
                let table = if name.ns == ns!(html) {
                    Some(&ALLOWED.html)
                } else if name.ns == ns!(mathml) {
                    Some(&ALLOWED.mathml)
                } else {
                    None
                };
                match table.and_then(|table| table.get(&*name.local)) {
                    None => found.push(format!("<{}> in {}", &*name.local, &*name.ns)),
                    Some(allowed) => {
                        for attribute in attrs.borrow().iter() {
                            if let Some(wrong) = wrong_attribute(&name.local, allowed, attribute) {
                                found.push(format!(
                                    "<{} {}={:?}>: {wrong}",
                                    &*name.local, &*attribute.name.local, &*attribute.value
                                ));
                            }
                        }
                    }
                }
                judge(node, found);
            }
            _ => found.push("neither text nor element".to_owned()),
        }
    }
}

fn wrong_attribute(element: &str, allowed: &[String], attribute: &Attribute) -> Option<&'static str> {
    let (name, value) = (&*attribute.name.local, &*attribute.value);
    if attribute.name.prefix.is_some() || attribute.name.ns != ns!() || !allowed.iter().any(|each| each == name) {
        return Some("not on the list");
    }
    if value.chars().any(char::is_control) {
        return Some("a control character");
    }
    let is_own =
        |id: &str| id.strip_prefix("cl-").is_some_and(|id| !id.is_empty() && !id.contains(char::is_whitespace));
    match name {
        "id" => (!is_own(value)).then_some("an id without our prefix"),
        "href" | "cite" if value.starts_with('#') => {
            (!is_own(&value[1..])).then_some("leads to an id that is not ours")
        }
        "src" if element == "img" && value.starts_with("data:") => (!is_picture(value)).then_some("no picture"),
        "src" if counts(value) => Some("a beacon"),
        "href" | "cite" | "src" => (!leads(name, value)).then_some("an address that is not allowed"),
        "srcset" => {
            let loads = |address: &str| leads("src", address) && !counts(address);
            let sound = |candidate: &str| candidate.split_once(' ').is_some_and(|(address, _)| loads(address));
            (!value.split(", ").all(sound)).then_some("an address in it is not allowed")
        }
        "loading" => (value != "lazy").then_some("loads before it is seen"),
        "rel" => (value != "noopener noreferrer").then_some("lets the page know its opener"),
        "referrerpolicy" => (value != "no-referrer").then_some("tells where the reader was"),
        "preload" => (value != "none").then_some("loads by itself"),
        _ => None,
    }
}

/// Absolute, read by the reference parser, and written as that one writes it.
fn leads(name: &str, address: &str) -> bool {
    // Which letters beyond ASCII a host may have is IDNA's to say, and whether a number is a host the browser's, which
    // reads both before it goes anywhere: here a host is only letters.
    let plain: String = address.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect();
    let url = match url::Url::parse(&plain) {
        Ok(url) => url,
        Err(ParseError::InvalidIpv4Address | ParseError::InvalidIpv6Address) => {
            return address.starts_with("https://") || address.starts_with("http://");
        }
        Err(_) => return false,
    };
    let scheme = format!("{}:", url.scheme());
    ALLOWED.links.get(name).is_some_and(|schemes| schemes.contains(&scheme)) && address.starts_with(&scheme)
}

/// Whether an address that is loaded by itself is one of those who count readers, whatever its spelling: the host is
/// compared as the reference parser writes it.
fn counts(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return false };
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    let below = |known: &str| host.strip_suffix(known).is_some_and(|left| left.is_empty() || left.ends_with('.'));
    ALLOWED.beacons.iter().any(|(known, path)| (known.is_empty() || below(known)) && url.path().starts_with(path))
}

fn is_picture(address: &str) -> bool {
    let types = ["png", "jpeg", "gif", "webp", "avif"];
    let body = types.iter().find_map(|kind| address.strip_prefix(&format!("data:image/{kind};base64,")));
    address.len() <= 64 << 10
        && body.is_some_and(|body| body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)))
}

/// What stands around the article: text without controls, addresses of the web.
fn facts(article: &Article, found: &mut Vec<String>) {
    let addresses = [&article.image, &article.url, &article.sign_in_url, &article.support_url];
    for address in addresses.into_iter().flatten() {
        if !leads("src", address) {
            found.push(format!("the address {address:?}"));
        }
    }
    if let Some(address) = article.image.as_deref().filter(|address| counts(address)) {
        found.push(format!("a beacon as lead picture, {address:?}"));
    }
    let texts = [&article.title, &article.byline, &article.lang, &article.excerpt, &article.site_name];
    let times = [&article.published_time, &article.modified_time];
    for text in texts.into_iter().chain(times).flatten() {
        if text.chars().any(char::is_control) {
            found.push(format!("a control character in {text:?}"));
        }
        let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if text.contains(turns) {
            found.push(format!("a mark that turns the line around in {text:?}"));
        }
        if text.len() > 4096 {
            found.push(format!("{} bytes in one line about the article", text.len()));
        }
    }
}

/// Whether the letters of an article are letters of its page, in order. The page must be as a browser serialises it.
#[must_use]
pub fn is_subsequence(article: &Article, page: &str) -> bool {
    let document = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut text = String::new();
    gather(&document.document, &mut text);
    let mut of_page = text.chars();
    let mut letters = article.text_content.chars().filter(|c| !c.is_whitespace());
    letters.all(|letter| of_page.any(|c| c == letter))
}

fn gather(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    if let NodeData::Element { template_contents, .. } = &node.data
        && let Some(content) = &*template_contents.borrow()
    {
        gather(content, text);
    }
    for child in node.children.borrow().iter() {
        gather(child, text);
    }
}
