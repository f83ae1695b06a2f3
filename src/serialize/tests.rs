use super::*;
use crate::allowlist;

/// Writes a page given as the markup of a balanced tree, without any parser:
/// `<b>` and `</b>` are calls, all else is text.
fn write(page: &str) -> Written {
    let mut out = Serializer::new(usize::MAX);
    let mut rest = page;
    while let Some((text, tag)) = rest.split_once('<') {
        out.text(text);
        let (inner, after) = tag.split_once('>').unwrap();
        rest = after;
        let mut parts = inner.split(' ');
        let name = parts.next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            out.close(Tag::from_name(name.as_bytes()));
            continue;
        }
        let tag = Tag::from_name(name.as_bytes());
        let attrs: Vec<(OutAttr, &str)> = parts
            .map(|part| {
                let (name, value) = part.split_once('=').unwrap_or((part, ""));
                let mut named = OutAttr::ALL.iter().filter(|attr| attr.name() == name);
                let own = allowlist::rule(tag).map_or(&[][..], |rule| rule.attrs);
                let attr = named.clone().find(|attr| own.contains(attr)).or_else(|| named.next());
                (*attr.unwrap(), value)
            })
            .collect();
        if tag.is_void() { out.void(tag, &attrs) } else { out.open(tag, &attrs) }
    }
    out.text(rest);
    out.finish()
}

#[track_caller]
fn gives(page: &str, html: &str) {
    assert_eq!(write(page).html, html);
}

#[track_caller]
fn reads(page: &str, text: &str) {
    assert_eq!(write(page).text, text);
}

#[test]
fn nothing_without_content_is_written() {
    gives(
        "<div><p></p><p> \n </p><p>&nbsp;<b></b></p><ul><li></li></ul></div>".replace("&nbsp;", "\u{a0}").as_str(),
        "",
    );
    gives("<article><section></section><p>a</p></article>", "<article><p>a</p></article>");
    gives("<img>", "");
    gives("<p>a<br></p><p><br>b</p>", "<p>a</p><p>b</p>");
}

#[test]
fn spaces_that_do_not_break_are_spaces_in_plain_text() {
    reads("<p>a\u{a0}<b>b</b> \u{a0}c\u{a0} d\u{a0}</p><p>\u{a0}e\u{202f}: f</p>", "a b c d\n\ne : f");
    reads("<pre>a\u{a0}\u{a0}b</pre>", "a\u{a0}\u{a0}b");
    gives("<p>a\u{a0}\u{a0}b</p>", "<p>a&nbsp;&nbsp;b</p>");
}

#[test]
fn loose_text_becomes_paragraphs_and_divisions_vanish() {
    gives("<div><div>a</div><div>b <b>c</b></div>d</div>", "<p>a</p><p>b <b>c</b></p><p>d</p>");
    gives("<div lang=de><div>a</div></div>", "<div lang=\"de\"><p>a</p></div>");
    gives("a<br><br>b<br>c", "<p>a</p><p>b<br>c</p>");
    gives("<li>a</li>", "<p>a</p>");
    gives("<p id=cl-x>a<br><br>b</p>", "<p id=\"cl-x\">a</p><p>b</p>");
    gives("a<div></div>b", "<p>a</p><p>b</p>");
}

#[test]
fn white_space_is_one_blank_between_words() {
    gives("<p>  a \n b <em> c </em> d </p>", "<p>a b <em>c</em> d</p>");
    gives("<p><b>a</b> <i>b</i></p> <p> c</p>", "<p><b>a</b> <i>b</i></p><p>c</p>");
    gives("<p>a\u{0}\u{7}b\u{85}c\u{a0}d</p>", "<p>abc&nbsp;d</p>");
}

#[test]
fn blocks_end_paragraphs_and_formatting_goes_on() {
    gives("<p>a<div>b</div>c</p>", "<p>a</p><p>b</p><p>c</p>");
    gives("<p><b>a<ul><li>b</li></ul>c</b></p>", "<p><b>a</b></p><ul><li><b>b</b></li></ul><p><b>c</b></p>");
    gives(
        "<a href=https://a/><h2>t</h2><p>x</p></a>",
        concat!(
            "<h2><a href=\"https://a/\" rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\">t</a></h2>",
            "<p><a href=\"https://a/\" rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\">x</a></p>"
        ),
    );
    gives("<p>a<p>b<p>c", "<p>a</p><p>b</p><p>c</p>");
    gives("<h2><div>a</div><h3>b</h3></h2>", "<h2>a b</h2>");
}

#[test]
fn links_do_not_nest_and_without_address_are_spans() {
    gives(
        "<a href=https://a/>x<a href=https://b/>y</a></a>",
        "<p><a href=\"https://a/\" rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\">xy</a></p>",
    );
    gives("<p><a>x</a><a href=javascript:y>z</a><a id=cl-i>w</a></p>", "<p>xz<span id=\"cl-i\">w</span></p>");
}

#[test]
fn lists_hold_items() {
    gives("<ul>a<li>b<li>c</ul>", "<ul><li>a</li><li>b</li><li>c</li></ul>");
    gives(
        "<ul><li>a<div>b</div></li><ul><li>c</li></ul></ul>",
        "<ul><li>a<div>b</div></li><li><ul><li>c</li></ul></li></ul>",
    );
    gives("<ol start=3><div><li>a</li></div></ol>", "<ol start=\"3\"><li>a</li></ol>");
    gives("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>");
    gives("<ul><li><div>a</div><div>b</div></li></ul>", "<ul><li>a<div>b</div></li></ul>");
    gives("<ul><li><p>a</p></li></ul>", "<ul><li><p>a</p></li></ul>");
}

#[test]
fn tables_are_repaired() {
    gives(
        "<table><tr><td>a<td>b<tr><td>c</table>",
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>",
    );
    gives(
        "<table><tr><td></td><th scope=col>a</th></tr><tr><th>b</th><td></td></tr></table>",
        concat!(
            "<table><tbody><tr><td></td><th scope=\"col\">a</th></tr>",
            "<tr><th>b</th><td></td></tr></tbody></table>"
        ),
    );
    gives("<table><tr><td></td></tr></table><td>x</td>", "<p>x</p>");
    gives("<table>t<caption>c</caption></table>", "<table><tbody><tr><td>t<div>c</div></td></tr></tbody></table>");
    gives(
        "<table><caption>c</caption><td>t</td></table>",
        "<table><caption>c</caption><tbody><tr><td>t</td></tr></tbody></table>",
    );
    gives(
        "<table><tr><td rowspan=2>a</td></tr><tr></tr><tr><td>b</td></tr></table>",
        "<table><tbody><tr><td rowspan=\"2\">a</td></tr><tr></tr><tr><td>b</td></tr></tbody></table>",
    );
}

#[test]
fn preformatted_text_is_kept() {
    gives("<pre>\n\n  a\n\tb &\r\nc \n</pre>", "<pre>  a\n\tb &amp;\nc</pre>");
    gives(
        "<pre data-language=rust><code>x<b>\n y</b></code></pre>",
        "<pre data-language=\"rust\"><code>x\n <b>y</b></code></pre>",
    );
    gives("<pre><div>a</div><div>b</div>c<br>d</pre>", "<pre>a\nb\nc\nd</pre>");
    reads("<pre>a\n  b</pre><p>c</p>", "a\n  b\n\nc");
}

#[test]
fn details_figures_and_ruby_keep_their_parts() {
    gives(
        "<details open><summary><h3>s</h3></summary>t<summary>u</summary></details>",
        "<details open=\"\"><summary>s</summary><p>t</p><p>u</p></details>",
    );
    gives(
        "<figcaption>x</figcaption><figure><div><img src=https://a/b.png></div><figcaption>c</figcaption></figure>",
        concat!(
            "<p>x</p><figure><img src=\"https://a/b.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"",
            " referrerpolicy=\"no-referrer\"><figcaption>c</figcaption></figure>"
        ),
    );
    gives("<ruby>漢<rt>かん</rt></ruby><rt>x</rt>", "<p><ruby>漢<rt>かん</rt></ruby>x</p>");
    reads("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字</ruby>", "漢字");
}

#[test]
fn mathematics_keeps_its_shape() {
    gives(
        "a <math display=block><mrow> <mi> x <b>y</b></mi>z<msub><mi>q</mi><mrow></mrow></msub></mrow><annotation>tex</annotation></math> b",
        concat!(
            "<p>a <math display=\"block\"><mrow><mi>x y</mi><mtext>z</mtext><msub><mi>q</mi><mrow></mrow></msub>",
            "</mrow></math> b</p>"
        ),
    );
    gives("<mi>x</mi><math></math>", "<p>x</p>");
}

#[test]
fn players_hold_sources_only() {
    gives(
        "<a href=https://b/><video><source src=https://a/v.mp4>old<p>browser</p></video>x</a>",
        concat!(
            "<p><video controls=\"\" preload=\"none\"><source src=\"https://a/v.mp4\"></video>",
            "<a href=\"https://b/\" rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\">x</a></p>"
        ),
    );
    gives(
        "<audio src=https://a/s.mp3></audio>",
        "<p><audio src=\"https://a/s.mp3\" controls=\"\" preload=\"none\"></audio></p>",
    );
    gives("<video></video>", "");
}

#[test]
fn rules_stand_between_blocks() {
    gives(
        "<hr><p>a</p><hr><hr><p>b<hr>c</p><ul><hr><li>d</li></ul>",
        "<p>a</p><hr><p>b</p><hr><p>c</p><ul><li>d</li></ul>",
    );
}

#[test]
fn values_are_checked_and_escaped() {
    gives(
        "<p dir=up lang=en dir=rtl>&\"<abbr title=\"&\u{a0}\u{0}>x</abbr></p>",
        "<p lang=\"en\" dir=\"rtl\">&amp;\"<abbr title=\"&quot;&amp;&nbsp;\">x</abbr></p>",
    );
}

#[test]
fn plain_text_sets_blocks_apart() {
    reads(
        "<h2>t</h2><p>a <b>b</b><br>c</p><ul><li>d</li><li>e<ul><li>f</li></ul></li></ul><p>g</p>",
        "t\n\na b\nc\n\nd\ne\nf\n\ng",
    );
    reads("<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td><p>d</p></td></tr></table>", "a\tb\nc\td");
}

#[test]
fn depth_and_size_are_bounded() {
    let mut out = Serializer::new(usize::MAX);
    for _ in 0..100_000 {
        out.open(Tag::Blockquote, &[]);
        out.open(Tag::B, &[]);
    }
    out.text("x");
    let deep = out.finish();
    assert!(deep.html.matches('<').count() <= 2 * MAX_DEPTH as usize + 2);
    assert!(!deep.truncated && deep.text == "x");

    let mut out = Serializer::new(1000);
    for _ in 0..1000 {
        out.open(Tag::P, &[]);
        out.text("word");
        out.close(Tag::P);
    }
    let cut = out.finish();
    assert!(cut.truncated && cut.html.len() < 1100 && cut.html.ends_with("</p>"));
}
