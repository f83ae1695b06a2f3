//! Replay: the walk of a measured page once more, from what was recorded of it.
//!
//! The first pass has found where each element and each run of text stands. Whoever reads a part of the page again needs
//! no tokens for that: the same events come from the outline, and what is not wanted is passed over as a whole.

use super::token::attributes_of;
use super::{MAX_ATTRIBUTES, RawAttribute, Start};
use crate::outline::{Element, ElementId, Outline, Run, Span};
use crate::tag::Tag;

/// What comes next.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event<'o> {
    /// An element begins.
    Start(ElementId, &'o Element),
    /// Text of the innermost element.
    Text(Run),
    /// The innermost element, which has this tag, ends.
    End(Tag),
}

/// The events of one element and all it holds.
pub(crate) struct Replay<'o> {
    outline: &'o Outline,
    /// The element that begins next, and the first behind the last.
    next: ElementId,
    end: ElementId,
    runs: &'o [Run],
    open: Vec<&'o Element>,
}

impl<'o> Replay<'o> {
    pub(crate) fn new(outline: &'o Outline, root: ElementId) -> Self {
        let (end, span) = outline
            .element(root)
            .map_or((root, Span::default()), |element| (element.next, Span { start: element.start, end: element.end }));
        let runs = from(&outline.runs, span.start);
        let within = runs.partition_point(|run| run.span.start < span.end);
        Self { outline, next: root, end, runs: runs.get(..within).unwrap_or_default(), open: Vec::new() }
    }

    /// Goes on behind all that the element holds which has just begun: next comes its end.
    pub(crate) fn pass_over(&mut self) {
        if let Some(open) = self.open.last() {
            self.next = open.next;
            self.runs = from(self.runs, open.end);
        }
    }
}

impl<'o> Iterator for Replay<'o> {
    type Item = Event<'o>;

    fn next(&mut self) -> Option<Event<'o>> {
        let element = self.outline.element(self.next).filter(|_| self.next < self.end);
        let run = self.runs.split_first();
        let starts = element.map_or(u32::MAX, |element| element.start);
        let text = run.map_or(u32::MAX, |(run, _)| run.span.start);
        // No two begin at one byte, and what ends there ends before that.
        if let Some(ended) = self.open.pop_if(|open| open.end <= starts.min(text)) {
            return Some(Event::End(ended.tag));
        }
        match (run, element) {
            (Some((run, rest)), _) if text < starts => {
                self.runs = rest;
                Some(Event::Text(*run))
            }
            (_, Some(element)) => {
                self.open.push(element);
                self.next += 1;
                Some(Event::Start(self.next - 1, element))
            }
            _ => None,
        }
    }
}

/// Those runs that begin at this byte or behind it.
fn from(runs: &[Run], at: u32) -> &[Run] {
    runs.get(runs.partition_point(|run| run.span.start < at)..).unwrap_or_default()
}

impl<'t> Start<'t> {
    /// The start tag of a recorded element. `attributes` is where its attributes are put.
    pub(crate) fn again(html: &[u8], element: &Element, attributes: &'t mut Vec<RawAttribute>) -> Self {
        let span = Span { start: element.start, end: element.inner };
        attributes.clear();
        attributes.extend(attributes_of(html, span).take(MAX_ATTRIBUTES));
        Start { tag: element.tag, span, ordinal: element.ordinal, attributes }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::error::ExtractError;
    use crate::events::{Events, walk};
    use crate::measure::Measurer;
    use crate::options::Options;
    use crate::outline::NO_ELEMENT;

    /// The events of a page one after the other, in words; text that stands in no element has no part in it.
    #[derive(Default)]
    struct Met {
        depth: usize,
        events: Vec<String>,
    }

    fn started(html: &[u8], start: &Start<'_>) -> String {
        let part = |span: Span| String::from_utf8_lossy(span.of(html)).into_owned();
        let attributes: Vec<_> =
            start.attributes.iter().map(|attribute| (part(attribute.name), part(attribute.value))).collect();
        format!("{:?} {:?} {} {attributes:?}", start.tag, start.span, start.ordinal)
    }

    impl Events for Met {
        fn start(&mut self, html: &[u8], start: &Start<'_>) {
            self.depth += 1;
            self.events.push(started(html, start));
        }

        fn text(&mut self, _: &[u8], span: Span, literal: bool) {
            if self.depth > 0 {
                self.events.push(format!("{span:?} {literal}"));
            }
        }

        fn end(&mut self, _: &[u8], tag: Tag, _: u32) {
            self.depth -= 1;
            self.events.push(format!("/{tag:?}"));
        }
    }

    fn replayed(page: &str) -> Result<Vec<String>, ExtractError> {
        let mut measurer = Measurer::new(&Options::default());
        measurer.feed(page.as_bytes())?;
        let page = measurer.finish()?;
        let (html, outline) = (&page.html, &page.outline);
        let (mut events, mut attributes) = (Vec::new(), Vec::new());
        let roots = (0_u32..).zip(&outline.elements).filter(|(_, element)| element.parent == NO_ELEMENT);
        for (root, _) in roots {
            events.extend(Replay::new(outline, root).map(|event| match event {
                Event::Start(_, element) => started(html, &Start::again(html, element, &mut attributes)),
                Event::Text(Run { span, literal }) => format!("{span:?} {literal}"),
                Event::End(tag) => format!("/{tag:?}"),
            }));
        }
        Ok(events)
    }

    const PIECES: &[&str] = &[
        "<p>",
        "</p>",
        "<div class=a b='c>d' e=\"f'\" g>",
        "</div>",
        "<br/>",
        "<svg><path d=1 /></svg>",
        "<svg>",
        "</svg>",
        "<math><mi>x</mi>",
        "</math>",
        "<![CDATA[x]]>",
        "<!--c-->",
        "text &amp; more",
        "plain",
        " ",
        "\n",
        "<script>a<b</script>",
        "<noscript><p>x</noscript>",
        "<template>",
        "</template>",
        "<textarea>a<b",
        "</textarea>",
        "<",
        "</",
        "<li",
        "<li>",
        "<ul>",
        "<a/b=c d = 'e' f= g>",
        "<p =x y=>",
        "<b'\"c='d>",
        "<p a=\"1\" A=2 a>",
        "<p a=b/>",
        "<img src=x/ >",
        "<p\t\n\r\x0Ca\t=\n'b'>",
        "<P CLASS=X>",
        "</P x=y>",
        "<table><tr><td>",
        "</table>",
        "<select><option>",
        "<body>",
        "</body>",
        "<html lang=en>",
        "</html>",
        "<style>p{}</style>",
        "<title>t",
        "</title>",
        "<iframe><p>",
        "</iframe>",
    ];

    proptest! {
        /// A page gone through again is the page that was gone through.
        #[test]
        fn again_is_as_it_was(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
            let page = pieces.concat();
            let met = walk(page.clone().into_bytes(), Met::default()).unwrap();
            prop_assert_eq!(replayed(&page).unwrap(), met.events);
        }
    }
}
