//! What no rule may do, whatever its fixture says; and formulas, of which one form stays.

use super::hints::ClassHints;
use super::{Mark, Strength, mark};
use crate::article::Reason::{self, Widget};
use crate::measure::{Measurer, Page};
use crate::options::Options;
use crate::outline::Outline;

type Case = (&'static str, &'static str, &'static str, Option<Reason>);

const PROSE: &str = "<p>The ferry left the harbour before dawn, and by the time the mist had lifted it was already \
    far out on the strait. The captain had made the crossing for thirty years, in every kind of weather, and he did not \
    expect this one to be different. Nobody on the quay had noticed that the lamp was dark.</p>";

fn page(case: &str) -> String {
    let prose = PROSE.repeat(4);
    format!(
        "<html><head><title>Ferry</title></head><body><main><article><h1>The lamp</h1>{prose}{case}{prose}\
         </article></main></body></html>"
    )
}

fn measured(html: &str) -> Page {
    let mut measurer = Measurer::new(&Options::default());
    measurer.feed(html.as_bytes()).expect("small enough");
    measurer.finish().expect("parses")
}

/// The certain mark that the first occurrence of `needle` in the page stands under.
fn certain_mark(page: &Page, needle: &str) -> Option<Mark> {
    let marks = mark(&page.html, &page.outline);
    let at = position(page, needle);
    let certain = |mark: Option<Mark>| mark.filter(|mark| mark.strength == Strength::Certain);
    let mut around = (0..).zip(&page.outline.elements).filter(|(_, element)| element.start <= at && at < element.end);
    let on_element = around.find_map(|(id, _)| certain(marks.mark(id)));
    let on_block = || {
        let block = page.outline.blocks.iter().position(|block| block.span.start <= at && at < block.span.end);
        block.and_then(|block| certain(marks.block(block)))
    };
    on_element.or_else(on_block)
}

fn position(page: &Page, needle: &str) -> u32 {
    let html = std::str::from_utf8(&page.html).expect("tests are UTF-8");
    let at = html.find(needle).unwrap_or_else(|| panic!("{needle} is not in the page"));
    u32::try_from(at).expect("small")
}

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (title, html, needle, expected) in cases {
        let page = measured(&page(html));
        let found = certain_mark(&page, needle);
        if found.map(|mark| mark.reason) != *expected {
            wrong.push(format!("{title}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_drawing_goes_only_where_the_formula_stays() {
    #[rustfmt::skip]
    check(&[
        ("KaTeX beside MathML", r#"<p>So <span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html"><span>drawn</span></span></span></p>"#, "drawn", Some(Widget)),
        ("KaTeX alone", r#"<p>So <span class="katex"><span class="katex-html"><span>drawn</span></span></span></p>"#, "drawn", None),
        ("KaTeX in a paragraph with MathML", r#"<p><math><mi>x</mi></math> and <span class="katex-html"><span>drawn</span></span></p>"#, "drawn", None),
        ("MathJax 2 before its script", r#"<p>So <span class="MathJax_CHTML"><span>drawn</span></span><script type="math/tex">x</script></p>"#, "drawn", Some(Widget)),
        ("MathJax 2 with MathML", r#"<p>So <span class="MathJax" data-mathml="x"><nobr><span>drawn</span></nobr><span class="a"><math><mi>kept</mi></math></span></span></p>"#, "drawn", Some(Widget)),
        ("its MathML", r#"<p>So <span class="MathJax" data-mathml="x"><nobr><span>drawn</span></nobr><span class="a"><math><mi>kept</mi></math></span></span></p>"#, "kept", None),
        ("MathJax 3", r#"<p>So <mjx-container><mjx-math><mjx-c>drawn</mjx-c></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container></p>"#, "drawn", Some(Widget)),
        ("MathJax 4", r#"<p>So <mjx-container><mjx-math data-latex="x"><mjx-c>drawn</mjx-c></mjx-math></mjx-container></p>"#, "drawn", Some(Widget)),
        ("MathJax 4 without its source", r#"<p>So <mjx-container><mjx-math data-latex=""><mjx-c>drawn</mjx-c></mjx-math></mjx-container></p>"#, "drawn", None),
    ]);
}

#[test]
fn room_is_kept_for_films_and_drawings_too() {
    #[rustfmt::skip]
    check(&[
        ("a frame that a script writes", r#"<div style="height: 250px"><iframe name="here"></iframe></div>"#, "here", Some(Reason::AdSlot)),
        ("a film", r#"<div style="min-height:300px"><iframe src="https://www.youtube.com/embed/here"></iframe></div>"#, "here", None),
        ("a film that is loaded later", r#"<div style="min-height:300px"><iframe data-src="https://www.youtube.com/embed/here"></iframe></div>"#, "here", None),
        ("a drawing", r#"<div style="height:300px"><canvas id="here"></canvas></div>"#, "here", None),
        ("a gap", r#"<div style="height:50px" id="here"></div>"#, "here", None),
    ]);
}

#[test]
fn a_rule_never_takes_the_article() {
    let prose = PROSE.repeat(6);
    for class in [
        "onetrust-banner",
        "tp-container-inner",
        "taboola",
        "leaky-paywall-content",
        "newsletter-signup",
        "comments-area",
    ] {
        let html =
            format!("<html><body><div class=\"{class}\" id=\"{class}\"><h1>The lamp</h1>{prose}</div></body></html>");
        let page = measured(&html);
        assert_eq!(certain_mark(&page, "The ferry"), None, "{class}");
    }
}

#[test]
fn a_rule_never_takes_the_article_by_and_by() {
    let prose = format!("<div class=\"zephr-part\">{PROSE}</div>");
    let html = format!("<html><body><article><h1>The lamp</h1>{}</article></body></html>", prose.repeat(6));
    assert_eq!(certain_mark(&measured(&html), "The ferry"), None);
    let gate = "<div class=\"zephr-part\"><p>The rest is for members.</p></div>";
    let page = measured(&page(gate));
    assert_eq!(certain_mark(&page, "The rest").map(|mark| mark.rule), Some("zephr"));
}

#[test]
fn a_listing_keeps_its_cards() {
    let card = r#"<div class="card related-post"><h3><a href="/a">Ten harbours by night</a></h3><div class="author">By Mara Lind, who writes about the sea and the people on it</div></div>"#;
    let html = format!("<html><body><main><h1>Harbours</h1>{}</main></body></html>", card.repeat(12));
    let page = measured(&html);
    assert_eq!(certain_mark(&page, "Ten harbours"), None);
    assert_eq!(certain_mark(&page, "By Mara"), None);
}

#[test]
fn nothing_is_marked_where_there_is_nothing() {
    let marks = mark(b"", &Outline::default());
    assert_eq!(marks.mark(0), None);
    assert_eq!(marks.block(0), None);
    assert_eq!(marks.hints(7), ClassHints::NONE);
}
