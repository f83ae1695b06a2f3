//! Pages that are large in one way each: what is not linear in time, or keeps more than its share of memory, shows here.

/// A page of about this many bytes.
type Make = fn(usize) -> String;

/// A shape: what it is, and how to make one.
pub type Shape = (&'static str, Make);

/// Repeats a piece until there are `bytes` of it.
fn of(piece: &str, bytes: usize) -> String {
    piece.repeat((bytes / piece.len()).max(1))
}

/// The same, with a number in each piece where `#` stands.
fn numbered(piece: &str, bytes: usize) -> String {
    let count = (bytes / (piece.len() + 4)).max(1);
    (0..count).map(|number| piece.replace('#', &number.to_string())).collect()
}

/// Opened, and closed again.
fn nested(open: &str, close: &str, bytes: usize) -> String {
    let depth = (bytes / (open.len() + close.len())).max(1);
    format!("{}deep text{}", open.repeat(depth), close.repeat(depth))
}

fn article(body: &str) -> String {
    let sentence = "One sentence of an article that somebody might want to read, with a comma and all that. ".repeat(4);
    format!(
        "<!doctype html><html><head><title>A story</title></head><body><article><h1>A story</h1><p>{sentence}</p>{body}<p>{sentence}</p></article></body></html>"
    )
}

fn head(inner: &str) -> String {
    article("").replacen("<title>", &format!("{inner}<title>"), 1)
}

/// Every shape.
pub const ALL: &[Shape] = &[
    ("divisions, nested and closed", |n| article(&nested("<div>", "</div>", n))),
    ("divisions, never closed", |n| article(&of("<div>", n))),
    ("quotations, nested and closed", |n| article(&nested("<blockquote>", "</blockquote>", n))),
    ("custom elements, nested and closed", |n| article(&nested("<x-y>", "</x-y>", n))),
    ("formatting, never closed", |n| article(&of("<b><i>", n))),
    ("formatting, closed in the wrong order", |n| article(&of("<b><p><i></b>x</p></i>", n))),
    ("formatting, closed at the end", |n| article(&nested("<b><i>a ", "</i></b>", n))),
    ("attributes of one tag", |n| article(&format!("<p {}>text</p>", numbered("a#=b ", n)))),
    ("one attribute's name many times", |n| article(&format!("<p {}>text</p>", of("title=b ", n)))),
    ("one attribute's value", |n| article(&format!("<p title=\"{}\">text</p>", of("a", n)))),
    ("one attribute of references", |n| article(&format!("<abbr title=\"{}\">text</abbr>", of("&amp;", n)))),
    ("classes of one element", |n| article(&format!("<p class=\"{}\">text</p>", numbered("name-# ", n)))),
    ("tags with many attributes", |n| {
        article(&of("<p a b c d e f g h i j k l m n o p q r s t u v w x y z>text of it</p>", n))
    }),
    ("references by name", |n| article(&format!("<p>{}</p>", of("&lt;", n)))),
    ("references by number", |n| article(&format!("<p>{}</p>", of("&#60;", n)))),
    ("references that are none", |n| article(&format!("<p>{}</p>", of("&x;&#;&", n)))),
    ("a reference of one long name", |n| article(&format!("<p>&{};</p>", of("a", n)))),
    ("a reference of one long number", |n| article(&format!("<p>&#{};</p>", of("9", n)))),
    ("small comments", |n| article(&of("<!---->a", n))),
    ("one comment", |n| article(&format!("<!--{}-->", of("- -", n)))),
    ("comments, never closed", |n| article(&of("<!--", n))),
    ("declarations and instructions", |n| article(&of("<!a><?b>c", n))),
    ("tables, nested", |n| article(&of("<table><tr><td>a", n))),
    ("rows of a table", |n| article(&format!("<table>{}</table>", of("<tr><td>a<td>b", n)))),
    ("text between rows", |n| article(&format!("<table>{}</table>", of("a<tr>b", n)))),
    ("cells that span", |n| article(&format!("<table>{}</table>", of("<tr><td rowspan=999 colspan=99>a", n)))),
    ("lists, nested", |n| article(&of("<ul><li>a", n))),
    ("items of a list", |n| article(&format!("<ul>{}</ul>", of("<li>item", n)))),
    ("terms of a list", |n| article(&format!("<dl>{}</dl>", of("<dt>a<dd>b", n)))),
    ("one word", |n| article(&format!("<p>{}</p>", of("a", n)))),
    ("one word of another script", |n| article(&format!("<p>{}</p>", of("漢", n)))),
    ("one paragraph", |n| article(&format!("<p>{}</p>", of("word, ", n)))),
    ("paragraphs", |n| article(&of("<p>A sentence of the text, as there are many of them in a book.</p>", n))),
    ("tiny paragraphs", |n| article(&of("<p>a", n))),
    ("headings", |n| article(&of("<h2>heading</h2>", n))),
    ("links", |n| article(&of("<a href=/x>a link</a> ", n))),
    ("links to places", |n| article(&numbered("<a href=\"&num;#\">a</a><p id=#>b", n))),
    ("pictures", |n| article(&numbered("<img src=p#.png>", n))),
    ("pictures with lists", |n| article(&numbered("<img src=p#.png srcset=\"a#.png 1x, b#.png 2x, c#.png 3x\">", n))),
    ("one list of sizes", |n| article(&format!("<img srcset=\"{}\">", numbered("p#.png #w, ", n)))),
    ("pictures in noscript", |n| article(&numbered("<noscript><img src=p#.png></noscript>", n))),
    ("one noscript", |n| article(&format!("<noscript>{}</noscript>", of("<img src=p.png>", n)))),
    ("one picture in its address", |n| article(&format!("<img src=\"data:image/png;base64,{}\">", of("A", n)))),
    ("frames", |n| article(&numbered("<iframe src=https://www.youtube.com/embed/# title=film></iframe>", n))),
    ("templates", |n| article(&of("<template>a", n))),
    ("shadow roots", |n| article(&of("<div><template shadowrootmode=open>a", n))),
    ("JSON-LD", |n| {
        head(&format!(
            "<script type=\"application/ld+json\">[{}1]</script>",
            numbered("{\"@type\":\"Article\",\"headline\":\"#\"},", n)
        ))
    }),
    ("JSON-LD, deep", |n| head(&format!("<script type=\"application/ld+json\">{}</script>", of("[{\"a\":", n)))),
    ("JSON-LD, one text", |n| {
        head(&format!("<script type=\"application/ld+json\">{{\"headline\":\"{}\"}}</script>", of("\\u0041", n)))
    }),
    ("JSON-LD, many scripts", |n| {
        head(&numbered("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"#\"}</script>", n))
    }),
    ("meta elements", |n| head(&numbered("<meta name=author content=\"Name #\">", n))),
    ("one title", |n| head(&format!("<title>{}</title>", of("word - ", n)))),
    ("style rules", |n| article(&format!("<style>{}</style>", of(".a { color: red }", n)))),
    ("style rules as text", |n| article(&format!("<p>{}</p>", of(".a { color: red } ", n)))),
    ("inline styles", |n| article(&of("<p style=\"color: red; display: block\">text", n))),
    ("a script full of ends", |n| article(&format!("<script>{}</script>", of("</scrip", n)))),
    ("a script, escaped twice", |n| article(&format!("<script><!--{}--></script>", of("<script>", n)))),
    ("scripts", |n| article(&of("<script></script>a", n))),
    ("raw text, never closed", |n| article(&of("<style><title><xmp>", n))),
    ("lower-than signs", |n| article(&of("<", n))),
    ("half tags", |n| article(&of("<a ", n))),
    ("quotes in tags", |n| article(&of("<a b='\"", n))),
    ("stray end tags", |n| article(&of("</b></div></td></x>", n))),
    ("end tags of what is open", |n| article(&format!("{}{}", of("<div>", n / 2), of("</p></li></b>", n / 2)))),
    ("one name of a tag", |n| article(&format!("<{}>text", of("a", n)))),
    ("many names of tags", |n| article(&numbered("<x-#>a", n))),
    ("drawings, nested", |n| article(&of("<svg><desc>", n))),
    ("formulas", |n| article(&of("<math><mi>x</mi></math>", n))),
    ("formulas, nested", |n| article(&of("<math><mrow><mtext>", n))),
    ("CDATA", |n| article(&format!("<svg>{}</svg>", of("<![CDATA[a]]>", n)))),
    ("white space", |n| article(&of(" \n\t", n))),
    ("line breaks", |n| article(&of("a<br><br>", n))),
    ("preformatted lines", |n| article(&format!("<pre>{}</pre>", of("let a;\n", n)))),
    ("ruby", |n| article(&format!("<p>{}</p>", of("<ruby>a<rt>b</ruby>", n)))),
    ("options", |n| article(&format!("<select>{}</select>", of("<option>a", n)))),
    ("fields", |n| article(&of("<form><input><button>a</button></form>", n))),
    ("days", |n| article(&numbered("<time datetime=2026-01-01>1 January 2026, #</time><p>a", n))),
    ("bylines", |n| article(&numbered("<p class=byline>By Ada Example #</p>", n))),
    ("prompts", |n| article(&of("<div>Subscribe to our newsletter <a href=/s>Sign up</a></div>", n))),
    ("share bars", |n| article(&of("<div class=share-bar><a href=https://x.com/intent/tweet>Share</a></div>", n))),
    ("hidden boxes", |n| article(&of("<div hidden>a</div>", n))),
    ("boxes with names", |n| {
        article(&numbered("<div class=\"related-# sidebar__item--promo\" id=ad-slot-#>a</div>", n))
    }),
    ("doubles", |n| article(&of("<p>The same line of text, over and over again in this page.</p>", n))),
    ("NULs", |n| article(&of("a\u{0}", n))),
    ("carriage returns", |n| article(&format!("<pre>{}</pre>", of("\r\n\ra", n)))),
    ("players", |n| article(&of("<video><source src=a.mp4><track src=b.vtt></video>", n))),
    ("footnotes", |n| {
        article(&numbered("<sup id=r#><a href=\"&num;n#\">#</a></sup><p id=n#>note <a href=\"&num;r#\">back</a>", n))
    }),
    ("one meta of many names", |n| {
        head(&format!("<meta property=\"{}\" content=\"{}\">", of("a ", n / 2), of("word ", n / 2)))
    }),
    ("one meta of half tags", |n| head(&format!("<meta name=author content=\"{}\">", of("<b ", n)))),
    ("one style of blurs", |n| article(&format!("<p style=\"{}\">text</p>", of("blur(", n)))),
    ("one title of many words, and headings", |n| {
        let said = "<h1>the # keeper of the light that was lit at six and put out at seven in the morning</h1>";
        let title = format!("<meta property=og:title content=\"{}\">", numbered("word# ", n));
        head(&title).replacen("<article>", &format!("<article>{}", numbered(said, 20_000)), 1)
    }),
    ("bylines in an aside", |n| {
        let says = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"A story\"}</script>";
        let line = "<p>Written by Ada Byron</p>                                                        ";
        head(says).replacen("</article>", &format!("</article><aside>{}</aside>", of(line, n)), 1)
    }),
    ("pictures beside a menu in a figure", |n| {
        let menu =
            of("<li data-what=\"an item of the menu that has a sign for its name and nothing else\">-</li>", n / 2);
        let pictures =
            numbered("<img src=https://pictures.example/what-is-beside-the-menu-as-often-as-it-goes-#.png>", n / 2);
        article(&format!("<figure><nav>{menu}</nav>{pictures}</figure>"))
    }),
    ("prompts among signs, deep", |n| {
        let prompts = "<p>Sign up for our newsletter</p>".repeat(16);
        let signs = of("<p data-what=\"a paragraph that has a sign and no word at all, nor a prompt\">-</p>", n);
        article(&nested("<div>", "</div>", 400 * 11).replace("deep text", &format!("{prompts}{signs}")))
    }),
];
