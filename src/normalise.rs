//! Normalised HTML: what a browser would hand over for a raw page.
//!
//! The core expects a page as a browser serialises its document: every element
//! closed, in its place, in UTF-8. Files on disk are rarely so. This module
//! decodes them, lets `html5ever` build the tree that a browser would build,
//! and writes that tree out again.

mod streamed;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::tag::Tag;

/// How far into a file a `<meta charset>` is looked for, as browsers do.
const PRESCAN: usize = 1024;

/// Decodes `raw` and writes it as a browser would serialise its document.
///
/// Never fails: like a browser, it makes a document of anything.
///
/// ```
/// assert_eq!(
///     clearleaf::normalise(b"<title>x</title><p>one<p>two"),
///     "<html><head><title>x</title></head><body><p>one</p><p>two</p></body></html>",
/// );
/// ```
#[must_use]
pub fn normalise(raw: &[u8]) -> String {
    let text = decode(raw);
    let dom = parse(&text, true);
    streamed::put_together(&dom.document);
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    // A page whose text is all in `<noscript>` has two readers: those with
    // scripts, who are not here, and those without.
    if is_for_readers_without_scripts(&dom.document) {
        write_document(&parse(&text, false).document, true, &mut out);
    } else {
        write_document(&dom.document, false, &mut out);
    }
    out
}

fn parse(text: &str, scripting: bool) -> RcDom {
    let tree_builder = TreeBuilderOpts { scripting_enabled: scripting, ..TreeBuilderOpts::default() };
    parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() }).one(text)
}

/// Whether most of a page's text stands in `<noscript>`, and enough to matter.
fn is_for_readers_without_scripts(document: &Handle) -> bool {
    /// Bytes of text, tags not counted.
    const ENOUGH: usize = 500;
    let (mut shown, mut spare) = (0, 0);
    let mut nodes = vec![document.clone()];
    while let Some(node) = nodes.pop() {
        match &node.data {
            NodeData::Element { name, .. } => match &*name.local {
                "script" | "style" | "template" | "title" => {}
                "noscript" => {
                    let children = node.children.borrow();
                    let raw = children.iter().map(|child| match &child.data {
                        NodeData::Text { contents } => text_length(&contents.borrow()),
                        _ => 0,
                    });
                    spare += raw.sum::<usize>();
                }
                _ => nodes.extend(node.children.borrow().iter().cloned()),
            },
            NodeData::Text { contents } => shown += contents.borrow().trim().len(),
            _ => nodes.extend(node.children.borrow().iter().cloned()),
        }
    }
    spare >= ENOUGH && spare > shown.saturating_mul(2)
}

/// Bytes of markup that are not tags.
fn text_length(markup: &str) -> usize {
    let mut in_tag = false;
    let text = markup.bytes().filter(|byte| {
        match byte {
            b'<' => in_tag = true,
            b'>' => in_tag = false,
            _ => {}
        }
        !in_tag && !byte.is_ascii_whitespace()
    });
    text.count()
}

/// The text of a file: by its byte order mark, else its `<meta charset>`, else
/// UTF-8 where it is that, else windows-1252.
fn decode(raw: &[u8]) -> Cow<'_, str> {
    let (encoding, skip) = Encoding::for_bom(raw).unwrap_or_else(|| (declared_encoding(raw), 0));
    let (text, _) = encoding.decode_without_bom_handling(raw.get(skip..).unwrap_or_default());
    text
}

fn declared_encoding(raw: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(raw).is_ok() {
        return UTF_8;
    }
    let head = raw.get(..PRESCAN.min(raw.len())).unwrap_or_default().to_ascii_lowercase();
    let label = head.windows(8).position(|window| window == b"charset=").and_then(|at| head.get(at + 8..));
    let label = label.map(|rest| rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest));
    let label =
        label.and_then(|rest| rest.split(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte)).next());
    // A label of UTF-16 in a file that reads as ASCII is wrong: browsers take UTF-8.
    label
        .and_then(Encoding::for_label)
        .map_or(WINDOWS_1252, |found| if found.is_ascii_compatible() { found } else { UTF_8 })
}

enum Step {
    Enter(Handle),
    Leave(String),
}

/// The HTML serialisation algorithm, without recursion: pages nest deeply.
///
/// With `unwrap_noscript`, what stands in `<noscript>` is written as its content.
fn write_document(document: &Handle, unwrap_noscript: bool, out: &mut String) {
    let mut steps: Vec<Step> = children_of(document);
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(name) => {
                out.push_str("</");
                out.push_str(&name);
                out.push('>');
            }
            Step::Enter(node) => match &node.data {
                NodeData::Element { name, attrs, .. } => {
                    if unwrap_noscript && &*name.local == "noscript" {
                        steps.append(&mut children_of(&node));
                        continue;
                    }
                    let name = name.local.to_string();
                    out.push('<');
                    out.push_str(&name);
                    for attr in attrs.borrow().iter() {
                        out.push(' ');
                        if let Some(prefix) = attr.name.prefix.as_ref().filter(|prefix| !prefix.is_empty()) {
                            out.push_str(prefix);
                            out.push(':');
                        }
                        out.push_str(&attr.name.local);
                        out.push_str("=\"");
                        escape(&attr.value, true, out);
                        out.push('"');
                    }
                    out.push('>');
                    if Tag::from_name(name.as_bytes()).is_void() {
                        continue;
                    }
                    if matches!(name.as_str(), "pre" | "textarea" | "listing") && begins_with_newline(&node) {
                        out.push('\n');
                    }
                    steps.push(Step::Leave(name));
                    steps.append(&mut children_of(&node));
                }
                NodeData::Text { contents } if holds_raw_text(&node, unwrap_noscript) => {
                    out.push_str(&contents.borrow());
                }
                NodeData::Text { contents } => escape(&contents.borrow(), false, out),
                // Comments, doctype and processing instructions mean nothing to the core.
                _ => {}
            },
        }
    }
}

/// The children of a node, last first; of a template, those of its content.
fn children_of(node: &Handle) -> Vec<Step> {
    if let NodeData::Element { template_contents, .. } = &node.data
        && let Some(content) = &*template_contents.borrow()
    {
        return children_of(content);
    }
    node.children.borrow().iter().rev().map(|child| Step::Enter(child.clone())).collect()
}

fn begins_with_newline(node: &Handle) -> bool {
    node.children.borrow().first().is_some_and(|child| match &child.data {
        NodeData::Text { contents } => contents.borrow().starts_with('\n'),
        _ => false,
    })
}

/// Whether a text node is written without escaping, as in `<script>`.
fn holds_raw_text(text: &Handle, unwrap_noscript: bool) -> bool {
    let parent = text.parent.take();
    let raw = parent.as_ref().and_then(std::rc::Weak::upgrade).is_some_and(|parent| match &parent.data {
        NodeData::Element { name, .. } => match &*name.local {
            "style" | "script" | "xmp" | "iframe" | "noembed" | "noframes" | "plaintext" => true,
            "noscript" => !unwrap_noscript,
            _ => false,
        },
        _ => false,
    });
    text.parent.set(parent);
    raw
}

fn escape(text: &str, attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\u{A0}' => out.push_str("&nbsp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_and_places_what_a_browser_would() {
        let rows: &[(&str, &[u8], &str)] = &[
            ("cells get their table body", b"<table><td>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
            ("text is escaped", b"a &lt; b", "a &lt; b"),
            ("scripts are not", b"<body><script>a<b</script>", "<script>a<b</script>"),
            ("template content stays", b"<body><template><p>x</template>", "<template><p>x</p></template>"),
            ("windows-1252 without a label", b"<p>caf\xe9", "<p>caf\u{e9}</p>"),
            ("a declared encoding", b"<meta charset=\"iso-8859-2\"><p>\xb3", "<p>\u{142}</p>"),
        ];
        for (title, raw, body) in rows {
            assert!(normalise(raw).contains(body), "{title}: {}", normalise(raw));
        }
    }
}
