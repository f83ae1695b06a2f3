use super::*;

/// Writes down what it is told: names, text, and where elements end.
#[derive(Default)]
struct Notes(String);

impl Events for Notes {
    fn start(&mut self, _: &[u8], start: &Start<'_>) {
        self.0.extend(["<", start.tag.name(), ">"]);
    }

    fn text(&mut self, html: &[u8], span: Span, _: bool) {
        self.0.push_str(&String::from_utf8_lossy(span.of(html)));
    }

    fn end(&mut self, _: &[u8], tag: Tag, _: u32) {
        self.0.extend(["</", tag.name(), ">"]);
    }
}

fn notes(html: &str) -> String {
    let whole = Span { start: 0, end: u32::try_from(html.len()).expect("small") };
    walk(html.as_bytes(), whole, Notes::default()).0
}

#[test]
fn every_element_ends_once() {
    for (html, expected) in [
        ("<p>a</p></p></div>b", "<p>a</p>b"),
        ("<div><b>a</div>b</b>", "<div><b>a</b></div>b"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>a<div>b</div>", "<p>a</p><div>b</div>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<p>a<br>b<img src=x>", "<p>a<br></br>b<img></img></p>"),
        ("<head><title>a</title><body>b", "<head><title>a</title></head><body>b</body>"),
        ("<my-x><my-y>a</my-x>b</my-y>", "<><>a</></>b"),
    ] {
        assert_eq!(notes(html), expected, "{html}");
    }
}

#[test]
fn foreign_content_ends_where_html_says() {
    for (html, expected) in [
        ("<svg><path/><title>a<b></title></svg>b", "<svg>a</svg>b"),
        ("<svg><style>a</style></svg><p>b", "<svg>a</svg><p>b</p>"),
        ("<svg/><p>a", "<svg></svg><p>a</p>"),
        ("<svg><g><p>a", "<svg></svg><p>a</p>"),
        ("<div><svg></div><p>a", "<div><svg></svg></div><p>a</p>"),
        (
            "<math><mi>x</mi><mspace/><mtext><b>y</b></mtext></math>",
            "<math><mi>x</mi><mspace></mspace><mtext><b>y</b></mtext></math>",
        ),
        ("<math><font>a</font></math>", "<math><font>a</font></math>"),
        ("<math><font size=1>a</font></math>", "<math></math><font>a</font>"),
        ("<math><![CDATA[<b>]]></math>", "<math><b></math>"),
    ] {
        assert_eq!(notes(html), expected, "{html}");
    }
}

#[test]
fn what_is_too_deep_is_its_ancestors() {
    let deep = format!("{}x<script>y</script>{}z", "<div>".repeat(2 * MAX_DEPTH), "</div>".repeat(2 * MAX_DEPTH));
    let expected = format!("{}x{}z", "<div>".repeat(MAX_DEPTH), "</div>".repeat(MAX_DEPTH));
    assert_eq!(notes(&deep), expected);
}
