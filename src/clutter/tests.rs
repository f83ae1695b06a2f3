//! Cases: a piece of HTML inside an article, and what becomes of its words.
//!
//! Each case stands between paragraphs of prose, where a wrong mark costs the
//! article a piece of itself. A case passes when the needle is under a certain
//! mark with the reason given, or under none.

use super::{Mark, Strength, mark};
use crate::article::Reason::{
    self, AdSlot, AppBanner, AuthorBox, Comments, Consent, Copyright, CssInJs, Donation, GalleryLabel, Navigation,
    Newsletter, Notification, Paywall, Registration, Related, ShareBar, Widget,
};
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
fn vendors_are_marked() {
    #[rustfmt::skip]
    check(&[
        ("publisher tag", r#"<div id="div-gpt-ad-123-0">Buy now</div>"#, "Buy now", Some(AdSlot)),
        ("taboola mid-article", r#"<div id="taboola-mid-article-thumbnails-crime"><a href="/x">One weird trick</a></div>"#, "One weird", Some(AdSlot)),
        ("outbrain", r#"<div class="OUTBRAIN" data-src="x"><a href="/x">You will not believe</a></div>"#, "You will", Some(AdSlot)),
        ("data-mpu", r#"<div class="FtcnY"><div data-mpu="mpu2">Fly away</div></div>"#, "Fly away", Some(AdSlot)),
        ("amp-ad", r#"<amp-ad width="300" type="doubleclick">Sale</amp-ad>"#, "Sale", Some(AdSlot)),
        ("piano", r#"<div class="tp-container-inner"><p>Read on for 1 euro a month.</p></div>"#, "Read on", Some(Paywall)),
        ("onetrust", r#"<div id="onetrust-consent-sdk"><p>Choose.</p></div>"#, "Choose", Some(Consent)),
        ("disqus", r#"<div id="disqus_thread"><p>Nice ferry.</p></div>"#, "Nice ferry", Some(Comments)),
        ("substack", r#"<div class="subscription-widget-wrap"><p>Thanks for reading.</p></div>"#, "Thanks for", Some(Newsletter)),
        ("jetpack share", r#"<div class="sharedaddy sd-sharing-enabled"><h3>Share this</h3></div>"#, "Share this", Some(ShareBar)),
    ]);
}

#[test]
fn prompts_are_marked() {
    #[rustfmt::skip]
    check(&[
        ("newsletter form", r#"<div class="box"><h3>The Morning Tide</h3><p>Sign up for our newsletter and hear from the coast.</p><form><input type="email"><button>Sign up</button></form></div>"#, "The Morning", Some(Newsletter)),
        ("newsletter line with a link", r#"<p><em><a href="/nl">Subscribe to our newsletter</a></em></p>"#, "Subscribe", Some(Newsletter)),
        ("newsletter, German", r#"<div><p>Melden Sie sich für unseren Newsletter an.</p><button>Anmelden</button></div>"#, "Melden", Some(Newsletter)),
        ("newsletter, Japanese", r#"<div><p>ニュースレターに登録して最新情報を受け取る</p><button>登録</button></div>"#, "最新", Some(Newsletter)),
        ("newsletter, Arabic", r#"<div><p>اشترك في نشرتنا البريدية</p><button>اشترك</button></div>"#, "نشرتنا", Some(Newsletter)),
        ("notification", r#"<div><p>Stay up to date with notifications from The Strait</p><p>Notifications can be managed in browser preferences.</p><button>Not now</button><button>Yes please</button></div>"#, "managed", Some(Notification)),
        ("registration state", r#"<div><h3>Thank you for registering</h3><p>Please refresh the page or navigate to another page on the site to be automatically logged in</p></div>"#, "Please refresh", Some(Registration)),
        ("commenting", r#"<div><h3>Join our commenting forum</h3><p>Join thought-provoking conversations, follow other readers and see their replies</p></div>"#, "thought-provoking", Some(Comments)),
        ("paywall", r#"<div><h2>Subscribe to continue reading</h2><a href="/s">See subscription options</a></div>"#, "Subscribe", Some(Paywall)),
        ("paywall, French", r#"<div><p>Cet article est réservé aux abonnés.</p><a href="/a">Je m’abonne</a></div>"#, "réservé", Some(Paywall)),
        ("cookie wall", r#"<div role="dialog"><p>We use cookies to improve your experience.</p><button>Accept</button></div>"#, "We use", Some(Consent)),
        ("app", r#"<div><p>Download our app</p><a href="https://apps.example/1">Get it</a></div>"#, "Download", Some(AppBanner)),
        ("donation box", r#"<div><h3>Your support helps us to tell the story</h3><p>From the pier to the lighthouse, we are there when it happens, and we know how important it is to parse out the facts from the rumours. At such a moment we need reporters on the ground.</p><p>Your donation allows us to keep sending people to both sides of the strait.</p><p>Your support makes all the difference.</p><a href="/give">Read more</a></div>"#, "From the pier", Some(Donation)),
    ]);
}

#[test]
fn furniture_is_marked() {
    #[rustfmt::skip]
    check(&[
        ("share links", r#"<ul><li><a href="https://www.facebook.com/sharer.php?u=x">Facebook</a></li><li><a href="https://twitter.com/intent/tweet?url=x">X</a></li><li><a href="mailto:?subject=x">Mail</a></li></ul>"#, "Facebook", Some(ShareBar)),
        ("one share link", r#"<div><a href="https://wa.me/?text=x">Send it on</a></div>"#, "Send it", Some(ShareBar)),
        ("gallery label", r#"<figure><img src="a.jpg"><button>open image in gallery</button><figcaption>The quay at noon</figcaption></figure>"#, "open image", Some(GalleryLabel)),
        ("ad label", r#"<div class="hlxBlR"><span>Advertisement</span></div>"#, "Advertisement", Some(AdSlot)),
        ("ad label, Polish", r#"<div>REKLAMA</div>"#, "REKLAMA", Some(AdSlot)),
        ("ad label, Hebrew", r#"<div>פרסומת</div>"#, "פרסומת", Some(AdSlot)),
        ("insert", r#"<p><strong>Read more: <a href="/2">Why lighthouses still matter to small harbours</a></strong></p>"#, "Why light", Some(Related)),
        ("insert, German", r#"<p>Lesen Sie auch: <a href="/2">Warum Leuchttürme noch gebraucht werden</a></p>"#, "Warum", Some(Related)),
        ("related list", r#"<div class="x"><h3>Related articles</h3><ul><li><a href="/1">Ten harbours by night</a></li><li><a href="/2">A keeper remembers</a></li></ul></div>"#, "Ten harbours", Some(Related)),
        ("related list beside its heading", r#"<h3>Mehr zum Thema</h3><ul><li><a href="/1">Zehn Häfen bei Nacht</a></li><li><a href="/2">Ein Wärter erinnert sich</a></li></ul>"#, "Zehn", Some(Related)),
        ("breadcrumb", r#"<ol class="breadcrumb"><li><a href="/">News</a></li><li><a href="/w">World</a></li></ol>"#, "World", Some(Navigation)),
        ("topic bar", r#"<div><span>Topics:</span> <a href="/t/1">Ferries</a> <a href="/t/2">Harbours</a> <a href="/t/3">Night</a></div>"#, "Harbours", Some(Navigation)),
        ("copyright", r#"<p>© 2026 The Strait. All rights reserved.</p>"#, "2026", Some(Copyright)),
        ("rules in text", r#"<div>.jaiOuh{display:flex;min-height:600px}@media(min-width:1000px){.jaiOuh{min-height:450px}}.dzqQwN{display:flex;gap:12px}</div>"#, ".jaiOuh", Some(CssInJs)),
        ("listen", r#"<div><button>Listen to this article</button></div>"#, "Listen", Some(Widget)),
        ("author box", r#"<div><h4>About the author</h4><p>Mara Lind has written about the sea for twenty years and lives near the old pier with two dogs.</p></div>"#, "Mara Lind", Some(AuthorBox)),
    ]);
}

#[test]
fn innocents_stay() {
    #[rustfmt::skip]
    check(&[
        ("a quotation that asks to subscribe", r#"<blockquote><p>Subscribe to our newsletter</p><a href="/x">here</a></blockquote>"#, "Subscribe", None),
        ("words quoted in a paragraph", r#"<p>“Sign up for our newsletter,” the banner said.</p>"#, "Sign up", None),
        ("code with class ad", r#"<pre><code class="ad">advertise(0x1f)</code></pre>"#, "advertise", None),
        ("a paragraph with class ad", r#"<p class="ad">The advance on that date was slow and hard.</p>"#, "The advance", None),
        ("words that hold ad", r#"<div class="header-shadow adapter"><p>Loading bread at the pier.</p></div>"#, "Loading", None),
        ("an article about cookies", r#"<h2>How cookies work</h2><p>Cookies are small files. A site that says “we use cookies” must say why, and a reader may refuse. The law asks for consent before anything is stored, and most banners fail that test in one way or another, as the regulator found when it looked at a thousand of them last year.</p>"#, "Cookies are", None),
        ("an article about advertising", r#"<h2>Advertising and the reader</h2><p>Advertisement pays for most of what we read.</p>"#, "Advertisement pays", None),
        ("a heading about ads", r#"<h2>Advertising</h2><p>It was a quiet trade then, and few lived from it.</p>"#, "It was a quiet", None),
        ("related work of a paper", r#"<section class="related"><h2>Related Work</h2><p>Several systems extract text from pages, among them the one by <a href="/l">Lind et al.</a>, which learns from shallow features and needs no markup at all.</p></section>"#, "Several systems", None),
        ("references of a paper", r#"<section><h2>References</h2><ol><li>Lind, M. <a href="https://doi.example/1">On ferries at night.</a> 2019.</li><li>Okoro, T. <a href="https://doi.example/2">Lamps.</a> 2020.</li></ol></section>"#, "Okoro", None),
        ("see also of an encyclopedia", r#"<h2>See also</h2><ul><li><a href="/w/Lamp">Lamp</a></li><li><a href="/w/Ferry">Ferry</a></li></ul>"#, "Ferry</a>", None),
        ("further reading", r#"<h2>Further reading</h2><ul><li><a href="/b1">A History of the Strait</a></li></ul>"#, "A History", None),
        ("a recipe card", r#"<div class="recipe-card"><h3>Ingredients</h3><ul><li>2 cups of flour</li><li>1 pinch of salt</li></ul></div>"#, "2 cups", None),
        ("recipe share word", r#"<p>Share the bread among six people while it is warm.</p>"#, "Share the bread", None),
        ("a form that is the subject", r#"<form class="calculator"><label>Length of the hull</label><input type="number"><label>Draught</label><input type="number"><button>Work it out</button></form>"#, "Length of", None),
        ("a figure and its caption", r#"<figure><img src="a.jpg"><figcaption>The quay at noon (Mara Lind/The Strait)</figcaption></figure>"#, "The quay", None),
        ("a photo credit with a sign", r#"<figure><img src="a.jpg"><figcaption>The quay, © 2026 Mara Lind</figcaption></figure>"#, "The quay", None),
        ("copyright as a subject", r#"<p>Copyright lasts for seventy years after the death of the author, and the sign © is a custom, not a duty.</p>"#, "Copyright lasts", None),
        ("comments as a subject", r#"<h2>Comments</h2><p>The clerk read every one of the forty comments that the villagers had sent, and answered each by hand.</p>"#, "The clerk", None),
        ("a paragraph that begins with More", r#"<p>More than forty boats were lost.</p>"#, "More than", None),
        ("a linked sentence that begins with Watch", r#"<p>Watch for the <a href="/l">second lamp</a> on the left.</p>"#, "Watch for", None),
        ("a line that begins with Read", r#"<p><a href="/l">Read nutrition labels</a></p>"#, "Read nutrition", None),
        ("register as a verb", r#"<p>Owners had to register every boat with the harbour office.</p>"#, "Owners had", None),
        ("donation as news", r#"<p>The family donated the lamp, and the donation was kept secret.</p>"#, "The family", None),
        ("subscription as news", r#"<p>The paper lost a third of its subscribers after the price of a subscription rose.</p>"#, "The paper", None),
        ("a newsletter as news", r#"<p>The first newsletter of the club was printed in 1911.</p>"#, "The first newsletter", None),
        ("an app as news", r#"<p>The app counts waves; the town paid for it.</p>"#, "The app counts", None),
        ("a class that says promo", r#"<div class="promo"><p>The treaty was signed on the ninth, and by the tenth both sides had broken it in ways that nobody had thought to forbid.</p></div>"#, "The treaty", None),
        ("a class that says modal", r#"<div class="modal-verbs"><p>Modal verbs express what may, must or can be.</p></div>"#, "Modal verbs", None),
        ("a class that says social", r#"<section class="social-history"><h3>Social history</h3><p>The fishers met on Sundays.</p></section>"#, "The fishers", None),
        ("a class that says comment", r#"<p class="comment-lead">The comment came late, and it came from the wrong man.</p>"#, "The comment", None),
        ("a class that says meta", r#"<p class="metaphysics">Metaphysics asks what there is.</p>"#, "Metaphysics", None),
        ("a class that says gallery", r#"<div class="gallery"><figure><img src="1.jpg"><figcaption>The first lamp</figcaption></figure></div>"#, "The first lamp", None),
        ("a sponsor in a sentence", r#"<p>The race was sponsored by the harbour.</p>"#, "The race", None),
        ("a definition list", r#"<dl><dt>Advertisement</dt><dd>A notice to the public.</dd></dl>"#, "A notice", None),
        ("a table with the word", r#"<table><tr><th>Item</th><th>Cost</th></tr><tr><td>Advertising</td><td>40</td></tr></table>"#, "40", None),
        ("a list of links in the text", r#"<p>Three ports keep their records:</p><ul><li><a href="/1">Northhaven</a></li><li><a href="/2">Saltmouth</a></li></ul>"#, "Saltmouth", None),
        ("notes", r##"<section class="footnotes"><ol><li>The log is kept in the town hall. <a href="#r1">↩</a></li></ol></section>"##, "The log", None),
        ("a table of contents", r##"<div class="toc"><h2>Contents</h2><ul><li><a href="#a">The lamp</a></li><li><a href="#b">The quay</a></li></ul></div>"##, "The quay</a>", None),
        ("a letter to write to", r#"<p>Write to the keeper at <a href="mailto:keeper@example.org">keeper@example.org</a>.</p>"#, "Write to", None),
        ("a profile that is linked", r#"<p>She posts her drawings <a href="https://twitter.com/maralind">on the network</a>.</p>"#, "She posts", None),
        ("style rules as a subject", r#"<pre><code>.lamp{color:red;margin:0}.quay{color:blue;margin:0}</code></pre>"#, ".lamp", None),
        ("sets in braces", r#"<p>The set {a, b; c} is finite; the set {x: x &gt; 1} is not: that is the point.</p>"#, "The set", None),
        ("a live update", r#"<div class="live-updates"><p>10.42 The second boat has reached the pier.</p></div>"#, "10.42", None),
        ("an interview's question", r#"<p class="question">Why did you leave the lamp dark?</p>"#, "Why did", None),
        ("a pull quote", r#"<aside class="pullquote"><p>Nobody on the quay had noticed.</p></aside>"#, "Nobody on the quay had noticed.</p></aside", None),
        ("an aside with facts", r#"<aside class="infobox"><h3>The strait</h3><p>Length: 40 km. Depth: 90 m. First crossing: 1820.</p></aside>"#, "Length", None),
    ]);
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
    assert!(marks.hints(7).is_empty());
}
