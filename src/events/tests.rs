use super::*;

/// What was met, as text, and where the page was left off.
#[derive(Default)]
struct Record {
    depth: usize,
    deepest: usize,
    starts: usize,
    met: u32,
    text: String,
    /// Those runs of it in which nothing is a reference.
    literal: Vec<String>,
    cut: Option<u32>,
}

impl Events for Record {
    fn start(&mut self, _: &[u8], _: &Start<'_>) {
        self.starts += 1;
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
    }

    fn text(&mut self, html: &[u8], span: Span, literal: bool) {
        let text = String::from_utf8_lossy(span.of(html));
        self.text.push_str(&text);
        if literal {
            self.literal.push(text.into_owned());
        }
    }

    fn end(&mut self, _: &[u8], _: Tag, _: u32) {
        self.depth -= 1;
    }

    fn met(&mut self, start_tags: u32) {
        self.met = start_tags;
    }

    fn cut(&mut self, at: u32) {
        self.cut = Some(at);
    }
}

/// Hands the page over in pieces of this size.
fn record(page: &str, size: usize) -> Record {
    let html = Rc::new(RefCell::new(Vec::new()));
    let mut events = EventSource::new(Rc::clone(&html), Record::default());
    for piece in page.as_bytes().chunks(size) {
        let length = {
            let mut html = html.borrow_mut();
            html.extend_from_slice(piece);
            html.len()
        };
        events.advance(length).unwrap();
    }
    events.finish().unwrap()
}

#[test]
fn a_page_is_entered_as_deep_as_browsers_nest() {
    let record = record(&format!("{}text{}", "<div>".repeat(3000), "</div>".repeat(3000)), usize::MAX);
    assert_eq!((record.deepest, record.met, record.depth), (MAX_DEPTH, 3000, 0));
    assert_eq!(record.text, "text");
}

#[test]
fn a_page_has_as_many_start_tags_as_its_length_allows() {
    let dense = record(&"<p>a".repeat(100_000), 77_777);
    assert_eq!((dense.met, dense.cut), (FREE_START_TAGS, Some(FREE_START_TAGS * 4)));
    let sparse = format!("<p>{}", "a".repeat(BYTES_PER_START_TAG as usize));
    assert_eq!(record(&sparse.repeat(50_000), usize::MAX).cut, None);
}

#[test]
fn a_page_has_as_many_runs_of_text_as_its_length_allows() {
    let most = FREE_START_TAGS * TEXTS_PER_START_TAG;
    for (part, size) in [("a<!>", usize::MAX), ("a<!>", 77_777), ("a</b>", 65_536)] {
        let record = record(&part.repeat(200_000), size);
        let length = u32::try_from(part.len()).unwrap();
        assert_eq!((record.text.len(), record.cut), (most as usize, Some(most * length)), "{part} by {size}");
    }
}

#[test]
fn signs_that_begin_no_tag_count_as_if_they_did() {
    let page = "< ".repeat(400_000);
    for size in [65_536, 77_777, usize::MAX] {
        let record = record(&page, size);
        assert_eq!(
            (record.text.len(), record.cut),
            (FREE_START_TAGS as usize * 2, Some(FREE_START_TAGS * 2)),
            "{size}"
        );
    }
    assert_eq!(record(&format!("<script>{}</script>", "a<b;".repeat(100_000)), usize::MAX).cut, None);
}

/// However it comes, and whatever stands before it.
#[test]
fn a_tag_of_too_many_attributes_ends_what_is_read() {
    for before in ["<p>before", "<p>before<!-- a > b --></x y='>'>", &format!("<p>before<!--{}-->", "-".repeat(70_000))]
    {
        for (attribute, count) in [(" a", MOST_ATTRIBUTES + 1), (" a", 900_000), (" title='>'", 300_000)] {
            let page = format!("{before}<p{}>after", attribute.repeat(count));
            for size in [1000, 65_536, 70_001, usize::MAX] {
                // A token in progress is read anew with each piece: as pieces grow, so does what feeds them.
                let size = size.max(page.len() / 50);
                let record = record(&page, size);
                assert_eq!((record.starts, record.text.as_str()), (1, "before"), "{count} of {attribute}, {size}");
                assert_eq!(record.cut, Some(u32::try_from(before.len()).unwrap()), "{count} of {attribute}, {size}");
            }
        }
        let page = format!("{before}<p{}>after", " a".repeat(MOST_ATTRIBUTES));
        assert_eq!(record(&page, usize::MAX).text, "beforeafter");
    }
}

/// A picture in its address is one attribute, however long.
#[test]
fn a_long_tag_is_read_whole() {
    let page = format!("<p>before<img src=\"data:image/png;base64,{}\">after", "A".repeat(3 << 20));
    for size in [1 << 20, usize::MAX] {
        let record = record(&page, size);
        assert_eq!((record.starts, record.text.as_str(), record.cut), (2, "beforeafter", None));
    }
}

#[test]
fn references_are_read_where_a_browser_reads_them() {
    let page = "<p>a &lt;b</p><style>c &lt;d</style><math><![CDATA[e &lt;f]]></math><title>g &lt;h</title>";
    let record = record(page, usize::MAX);
    assert_eq!(record.literal, ["c &lt;d", "e &lt;f"]);
}
