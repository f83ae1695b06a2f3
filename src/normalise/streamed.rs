//! Streamed parts: pages that arrive in pieces and put themselves together.
//!
//! A React server sends a page's frame first, with a placeholder where something is still being
//! made, and the missing part later in a hidden element at the end; a script of one line then moves it into place.
//! Whoever has a browser never sees the pieces. A file on disk has nothing but them, so they are
//! moved here as that script would: `S:1` to the placeholder `B:1` (which also ends the "loading…" beside it) or `P:1`.
//!
//! Nothing else that is hidden is shown: a part is moved only to the placeholder that the page made for it, and only if
//! a script of the page names it. Where a page was saved without any script, the pair of part and placeholder has to do.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use markup5ever_rcdom::{Handle, Node, NodeData};

/// Parts that are put in their places. Servers send some dozens, and each is looked for among its siblings.
const MOST: usize = 1000;

/// What a page holds of parts and their places.
#[derive(Default)]
struct Parts {
    /// Hidden elements `S:…`, in the order of the page.
    arrived: Vec<(String, Handle)>,
    /// Templates `B:…` and `P:…`.
    places: HashMap<String, Handle>,
    /// The parts that scripts name; `None` where the page has no script at all.
    named: Option<HashSet<String>>,
}

impl Parts {
    /// Whether the page itself would put this part in its place.
    fn is_moved(&self, id: &str) -> bool {
        self.named.as_ref().is_none_or(|named| named.contains(id))
    }
}

/// Moves each streamed part of a document to its place.
pub(super) fn put_together(document: &Handle) {
    let parts = collect(document);
    let mut emptied = Vec::new();
    for (id, holder) in parts.arrived.iter().filter(|(id, _)| parts.is_moved(id)).take(MOST) {
        let waiting = parts.places.get(&format!("B:{id}"));
        let place = waiting.or_else(|| parts.places.get(&format!("P:{id}")));
        if let Some(place) = place.filter(|place| !is_within(place, holder)) {
            let content = std::mem::take(&mut *holder.children.borrow_mut());
            replace(place, content, waiting.is_some());
            emptied.push(holder);
        }
    }
    remove(&emptied);
}

/// The parts that a script names: `"S:1"`.
fn named_in(script: &str) -> impl Iterator<Item = String> {
    let behind = script.split("\"S:").skip(1);
    behind.filter_map(|behind| behind.split_once('"')).map(|(id, _)| id.to_owned())
}

fn collect(document: &Handle) -> Parts {
    let mut parts = Parts::default();
    let mut nodes = vec![document.clone()];
    while let Some(node) = nodes.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attrs = attrs.borrow();
            let id = attrs.iter().find(|attr| &*attr.name.local == "id").map(|attr| attr.value.to_string());
            let hidden = attrs.iter().any(|attr| &*attr.name.local == "hidden");
            match (&*name.local, id) {
                ("script", _) => {
                    let named = parts.named.get_or_insert_default();
                    for child in node.children.borrow().iter() {
                        if let NodeData::Text { contents } = &child.data {
                            named.extend(named_in(&contents.borrow()));
                        }
                    }
                }
                ("template", Some(id)) if id.starts_with("B:") || id.starts_with("P:") => {
                    parts.places.entry(id).or_insert_with(|| node.clone());
                }
                (_, Some(id)) if hidden => {
                    if let Some(id) = id.strip_prefix("S:") {
                        parts.arrived.push((id.to_owned(), node.clone()));
                    }
                }
                _ => {}
            }
        }
        nodes.extend(node.children.borrow().iter().rev().cloned());
    }
    parts
}

/// Puts nodes where a placeholder stands; with `whole`, also in place of what was shown while they were awaited.
fn replace(place: &Handle, content: Vec<Handle>, whole: bool) {
    let Some(parent) = parent_of(place) else { return };
    for node in &content {
        node.parent.set(Some(Rc::downgrade(&parent)));
    }
    let mut siblings = parent.children.borrow_mut();
    let Some(at) = siblings.iter().position(|sibling| Rc::ptr_eq(sibling, place)) else { return };
    let end = if whole { end_of_boundary(&siblings, at) } else { at + 1 };
    siblings.splice(at..end, content);
}

/// One past the last sibling that belongs to the boundary whose placeholder stands at `at`. Boundaries begin with a
/// comment `$`, `$?` or `$!`, end with a comment `/$`, and nest.
fn end_of_boundary(siblings: &[Handle], at: usize) -> usize {
    let mut depth = 0_usize;
    for (number, sibling) in siblings.iter().enumerate().skip(at + 1) {
        if let NodeData::Comment { contents } = &sibling.data {
            match &**contents {
                "/$" if depth == 0 => return number,
                "/$" => depth -= 1,
                "$" | "$?" | "$!" => depth += 1,
                _ => {}
            }
        }
    }
    // No end: only the placeholder itself goes.
    at + 1
}

/// Removes nodes, each parent's together: a parent may have very many children.
fn remove(nodes: &[&Handle]) {
    let removed: HashSet<*const Node> = nodes.iter().map(|node| Rc::as_ptr(node)).collect();
    let parents = nodes.iter().filter_map(|node| parent_of(node));
    let parents: HashMap<*const Node, Rc<Node>> = parents.map(|parent| (Rc::as_ptr(&parent), parent)).collect();
    for parent in parents.values() {
        parent.children.borrow_mut().retain(|child| !removed.contains(&Rc::as_ptr(child)));
    }
}

fn parent_of(node: &Handle) -> Option<Rc<Node>> {
    let parent = node.parent.take();
    let found = parent.as_ref().and_then(std::rc::Weak::upgrade);
    node.parent.set(parent);
    found
}

/// Whether a node is `around` or inside of it.
fn is_within(node: &Handle, around: &Handle) -> bool {
    std::iter::successors(Some(node.clone()), parent_of).any(|up| Rc::ptr_eq(&up, around))
}

#[cfg(test)]
mod tests {
    use crate::normalise;

    const SWAP: &str = "<script>$RC(\"B:0\",\"S:0\")</script>";

    fn body(html: &str) -> String {
        normalise(html.as_bytes()).split("<body>").nth(1).unwrap_or_default().replace("</body></html>", "")
    }

    #[test]
    fn parts_go_where_the_page_would_put_them() {
        let rows = [
            (
                "a part takes the place of what was shown meanwhile",
                format!(
                    "<main><!--$?--><template id=\"B:0\"></template><p>Loading</p><!--/$--><p>after</p></main>\
                     <div hidden id=\"S:0\"><p>text</p></div>{SWAP}"
                ),
                "<main><p>text</p><p>after</p></main>",
            ),
            (
                "boundaries nest",
                format!(
                    "<main><!--$?--><template id=\"B:0\"></template><!--$-->a<!--/$-->b<!--/$-->c</main><div hidden id=\"S:0\">text</div>{SWAP}"
                ),
                "<main>textc</main>",
            ),
            (
                "a part of a part",
                "<main><!--$?--><template id=\"B:0\"></template><!--/$--></main><div hidden id=\"S:1\">inner</div>\
                 <div hidden id=\"S:0\"><p>a <template id=\"P:1\"></template></p></div>\
                 <script>$RS(\"S:1\",\"P:1\");$RC(\"B:0\",\"S:0\")</script>"
                    .to_owned(),
                "<main><p>a inner</p></main>",
            ),
            (
                "where no script of the page names it, a part stays hidden",
                "<p></p><template id=\"B:0\"></template><div hidden id=\"S:0\">text</div><script>start()</script>".to_owned(),
                "<template id=\"B:0\"></template><div hidden=\"\" id=\"S:0\">text</div>",
            ),
            (
                "a page saved without its scripts is put together by its placeholders",
                "<p>a</p><template id=\"B:0\"></template><div hidden id=\"S:0\">text</div><div hidden id=\"S:1\">other</div>".to_owned(),
                "<p>a</p>text<div hidden=\"\" id=\"S:1\">other</div>",
            ),
            (
                "two parts that one script names",
                "<p>a <template id=\"P:0\"></template></p><p>b <template id=\"P:1\"></template></p><div hidden id=\"S:0\">one</div>\
                 <div hidden id=\"S:1\">two</div><script>$RS(\"S:0\",\"P:0\");$RS(\"S:1\",\"P:1\")</script>"
                    .to_owned(),
                "<p>a one</p><p>b two</p><script>",
            ),
            (
                "without a place it stays hidden",
                format!("<div hidden id=\"S:0\">text</div>{SWAP}"),
                "<div hidden=\"\" id=\"S:0\">text</div>",
            ),
            (
                "a place inside of its own part is none",
                format!("<div hidden id=\"S:0\"><template id=\"B:0\"></template>text</div>{SWAP}"),
                "<div hidden=\"\" id=\"S:0\">",
            ),
        ];
        for (title, html, expected) in rows {
            assert!(body(&html).contains(expected), "{title}: {}", body(&html));
        }
    }
}
