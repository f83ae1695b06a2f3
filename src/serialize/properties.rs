//! What holds for any sequence of calls, with html5ever as the judge.

use super::*;
use crate::allowlist;
use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::{QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Call {
    Open(Tag, Vec<(OutAttr, String)>),
    Close(Tag),
    Void(Tag, Vec<(OutAttr, String)>),
    Text(String),
}

fn any_tag() -> impl Strategy<Value = Tag> {
    // Elements whose content models meet, and every other now and then.
    const USUAL: &[Tag] = &[
        Tag::P,
        Tag::Div,
        Tag::B,
        Tag::A,
        Tag::Ul,
        Tag::Ol,
        Tag::Li,
        Tag::Dl,
        Tag::Dt,
        Tag::Dd,
        Tag::Table,
        Tag::Tr,
        Tag::Td,
        Tag::Th,
        Tag::Tbody,
        Tag::Caption,
        Tag::Pre,
        Tag::H2,
        Tag::Blockquote,
        Tag::Section,
        Tag::Figure,
        Tag::Figcaption,
        Tag::Details,
        Tag::Summary,
        Tag::Ruby,
        Tag::Rt,
        Tag::Rp,
        Tag::Math,
        Tag::Mi,
        Tag::Mrow,
        Tag::Mtext,
        Tag::Video,
        Tag::Code,
        Tag::Span,
        Tag::Em,
        Tag::Annotation,
    ];
    prop_oneof![4 => prop::sample::select(USUAL), 1 => prop::sample::select(Tag::ALL)]
}

fn any_attrs() -> impl Strategy<Value = Vec<(OutAttr, String)>> {
    let value = prop_oneof![
        Just("https://example.org/?a=1&b=<2>\"'".to_owned()),
        Just("cl-x".to_owned()),
        Just("rtl".to_owned()),
        Just("2".to_owned()),
        Just(String::new()),
        "[ -~\u{a0}\u{0}\n\r\t\u{80}é]{0,8}",
    ];
    prop::collection::vec((prop::sample::select(OutAttr::ALL), value), 0..3)
}

fn any_call() -> impl Strategy<Value = Call> {
    const VOID: &[Tag] =
        &[Tag::Br, Tag::Hr, Tag::Wbr, Tag::Img, Tag::Source, Tag::Track, Tag::AmpImg, Tag::Input, Tag::P];
    let image = vec![(OutAttr::Src, "https://example.org/i.png".to_owned())];
    prop_oneof![
        5 => (any_tag(), any_attrs()).prop_map(|(tag, attrs)| Call::Open(tag, attrs)),
        4 => any_tag().prop_map(Call::Close),
        1 => (prop::sample::select(VOID), any_attrs()).prop_map(|(tag, attrs)| Call::Void(tag, attrs)),
        1 => prop::sample::select(VOID).prop_map(move |tag| Call::Void(tag, image.clone())),
        4 => "[ab ]{0,4}".prop_map(Call::Text),
        2 => "[ab<&>\" \n\t\r\u{a0}\u{0}\u{7}\u{85}\u{200b}\u{feff}漢é]{0,6}".prop_map(Call::Text),
    ]
}

fn borrowed(attrs: &[(OutAttr, String)]) -> Vec<(OutAttr, &str)> {
    attrs.iter().map(|(attr, value)| (*attr, value.as_str())).collect()
}

fn perform(calls: &[Call]) -> Written {
    let mut out = Serializer::new(usize::MAX);
    for call in calls {
        match call {
            Call::Open(tag, attrs) => out.open(*tag, &borrowed(attrs)),
            Call::Close(tag) => out.close(*tag),
            Call::Void(tag, attrs) => out.void(*tag, &borrowed(attrs)),
            Call::Text(text) => out.text(text),
        }
    }
    out.finish()
}

/// Dropping the document empties all of its nodes.
fn parse(html: &str) -> (RcDom, Handle) {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let root = dom.document.children.borrow()[0].clone();
    (dom, root)
}

/// Serialises as the HTML standard and both browsers do.
fn serialise(node: &Handle, out: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => out.push_str(&escaped(&contents.borrow(), false)),
            NodeData::Element { name, attrs, .. } => {
                let tag = &*name.local;
                out.extend(["<", tag]);
                for attr in attrs.borrow().iter() {
                    out.extend([" ", &*attr.name.local, "=\"", &escaped(&attr.value, true), "\""]);
                }
                out.push('>');
                if !["br", "hr", "img", "source", "track", "wbr"].contains(&tag) {
                    serialise(child, out);
                    out.extend(["</", tag, ">"]);
                }
            }
            _ => panic!("neither text nor element"),
        }
    }
}

fn escaped(text: &str, in_attribute: bool) -> String {
    let text = text.replace('&', "&amp;").replace('\u{a0}', "&nbsp;").replace('<', "&lt;").replace('>', "&gt;");
    if in_attribute { text.replace('"', "&quot;") } else { text }
}

/// The calls that say the same document again.
fn calls(node: &Handle, out: &mut Vec<Call>) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => out.push(Call::Text(contents.borrow().to_string())),
            NodeData::Element { name, attrs, .. } => {
                let tag = Tag::from_name(name.local.as_bytes());
                let rule = allowlist::rule(tag).unwrap();
                let allowed = allowlist::global(rule.role).iter().chain(rule.attrs);
                let attrs = attrs.borrow();
                let known = allowed.filter_map(|attr| {
                    let found = attrs.iter().find(|found| &*found.name.local == attr.name())?;
                    Some((*attr, found.value.to_string()))
                });
                let known: Vec<_> = known.collect();
                if tag.is_void() {
                    out.push(Call::Void(tag, known));
                } else {
                    out.push(Call::Open(tag, known));
                    calls(child, out);
                    out.push(Call::Close(tag));
                }
            }
            _ => {}
        }
    }
}

/// Everything but white space, ruby annotations left out.
fn letters(node: &Handle, out: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => out.extend(contents.borrow().chars().filter(|c| !c.is_whitespace())),
            NodeData::Element { name, .. } if !matches!(&*name.local, "rt" | "rp") => letters(child, out),
            _ => {}
        }
    }
}

/// Checks an element against the content model of all that it stands in.
fn check(node: &Handle, around: &mut Vec<Tag>) {
    for child in node.children.borrow().iter() {
        let parent = around.last().copied().unwrap_or(Tag::Body);
        let held = allowlist::rule(parent).map_or(Role::Section, |rule| rule.role);
        let NodeData::Element { name, .. } = &child.data else {
            assert!(
                !matches!(
                    held,
                    Role::List
                        | Role::Definitions
                        | Role::Table
                        | Role::RowGroup
                        | Role::Row
                        | Role::Media
                        | Role::MathGroup
                ),
                "text in {around:?}"
            );
            continue;
        };
        let tag = Tag::from_name(name.local.as_bytes());
        let rule = allowlist::rule(tag).unwrap();
        assert_eq!(rule.written, tag);
        let fits = match tag {
            Tag::Li => held == Role::List,
            Tag::Dt | Tag::Dd => held == Role::Definitions,
            Tag::Caption | Tag::Thead | Tag::Tbody | Tag::Tfoot => held == Role::Table,
            Tag::Tr => held == Role::RowGroup,
            Tag::Td | Tag::Th => held == Role::Row,
            Tag::Figcaption => parent == Tag::Figure,
            Tag::Summary => parent == Tag::Details,
            Tag::Source | Tag::Track => held == Role::Media,
            Tag::Rt | Tag::Rp => parent == Tag::Ruby,
            Tag::A => !around.contains(&Tag::A),
            _ if model::is_math(rule.role) => tag == Tag::Math && !model::is_math(held) || held == Role::MathGroup,
            _ => {
                !matches!(held, Role::List | Role::Definitions | Role::Table | Role::RowGroup | Role::Row | Role::Media)
                    && !model::is_math(held)
            }
        };
        assert!(fits, "{tag:?} in {around:?}");
        let is_block = !matches!(rule.role, Role::Inline | Role::Void | Role::Media) && !model::is_math(rule.role)
            || tag == Tag::Hr;
        assert!(!is_block || !matches!(held, Role::Line | Role::Inline), "{tag:?} in {around:?}");
        around.push(tag);
        check(child, around);
        around.pop();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(sequence in prop::collection::vec(any_call(), 0..40)) {
        let written = perform(&sequence);
        let (_document, root) = parse(&written.html);
        let mut read = String::new();
        serialise(&root, &mut read);
        prop_assert_eq!(&read, &written.html, "bytes");

        check(&root, &mut Vec::new());

        let (mut shown, mut told) = (String::new(), String::new());
        letters(&root, &mut shown);
        told.extend(written.text.chars().filter(|c| !c.is_whitespace()));
        prop_assert_eq!(shown, told, "plain text");

        let mut again = Vec::new();
        calls(&root, &mut again);
        let again = perform(&again);
        prop_assert_eq!(&again.html, &written.html, "second time");
        prop_assert_eq!(&again.text, &written.text, "second time");
        prop_assert_eq!(again.words, written.words, "second time");
    }

    #[test]
    fn pieces_of_text_do_not_matter(sequence in prop::collection::vec(any_call(), 0..20)) {
        let mut pieces = Vec::new();
        for call in &sequence {
            match call {
                Call::Text(text) => pieces.extend(text.chars().map(|c| Call::Text(c.to_string()))),
                other => pieces.push(other.clone()),
            }
        }
        prop_assert_eq!(perform(&pieces), perform(&sequence));
    }
}
