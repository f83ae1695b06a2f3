//! A page out of any bytes: each byte chooses the next piece of a grammar of nested tags, attributes, references and
//! text. What a fuzzer or proptest changes in the bytes changes the page a little, and every page is dense in what
//! parsers disagree about.

/// Names that mean something to a parser, wherever they stand.
const NAMES: &[&str] = &[
    "p",
    "div",
    "a",
    "b",
    "i",
    "em",
    "span",
    "font",
    "nobr",
    "h2",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "colgroup",
    "col",
    "tbody",
    "tr",
    "td",
    "th",
    "form",
    "input",
    "button",
    "select",
    "option",
    "optgroup",
    "textarea",
    "title",
    "style",
    "script",
    "noscript",
    "template",
    "slot",
    "iframe",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "pre",
    "listing",
    "svg",
    "math",
    "mi",
    "mo",
    "mtext",
    "mrow",
    "mglyph",
    "malignmark",
    "annotation-xml",
    "semantics",
    "desc",
    "foreignObject",
    "image",
    "img",
    "video",
    "source",
    "track",
    "object",
    "embed",
    "details",
    "summary",
    "figure",
    "figcaption",
    "ruby",
    "rb",
    "rt",
    "rp",
    "blockquote",
    "br",
    "hr",
    "wbr",
    "body",
    "html",
    "head",
    "base",
    "meta",
    "link",
    "frameset",
    "frame",
    "x-y",
    "SCRIPT",
    "picture",
    "dialog",
    "code",
    "article",
    "section",
    "marquee",
    "applet",
    "bdo",
];

const ATTRIBUTES: &[&str] = &[
    " id=a",
    " id=\"b c\"",
    " href=#a",
    " href=https://example.org/",
    " href=\"javascript:x\"",
    " src=i.png",
    " onerror=alert(1)",
    " srcset=\"a.png 1x, b.png 2x\"",
    " style=display:none",
    " class=\"share-bar\"",
    " title=\"</style><img src=x onerror=alert(1)>\"",
    " title='\"'",
    " a=\"",
    " =x",
    " \"",
    " /",
    " hidden",
    " shadowrootmode=open",
    " encoding=text/html",
    " colspan=3",
    " dir=rtl",
    " lang=de",
    " data-src=https://img.example/a.jpg",
    " type=hidden",
    " width=1 height=1",
    " alt=&quot;&gt;",
    " color=red",
    " open",
    " content=\"0;url=x\"",
    " name=attributes",
    " datetime=2026-01-01",
    " is=x-y",
    " xmlns=x",
    " xlink:href=x",
];

const TEXTS: &[&str] = &[
    "a",
    " ",
    "word ",
    "One sentence of text that somebody might want to read, with a comma. ",
    "\n",
    "\t",
    "&lt;",
    "&amp;",
    "&#60;",
    "&#0;",
    "&#xD800;",
    "&nbsp;",
    "&notit;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "\u{0}",
    "\u{1}",
    "\r",
    "\r\n",
    "\u{C}",
    "\u{85}",
    "\u{A0}",
    "é",
    "漢",
    "\u{202E}",
    "\u{FEFF}",
    "]]>",
    "-->",
    "<!--",
    "--!>",
    "<![CDATA[",
    "<!x",
    "<?x",
    "</",
    "</ ",
    "<!DOCTYPE html>",
    "Share",
    "Advertisement",
    "Read more:",
];

/// The page that these bytes stand for.
#[must_use]
pub fn page(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut bytes = bytes.iter().copied();
    let pick = |list: &[&'static str], byte: u8| list[usize::from(byte) % list.len()];
    while let Some(kind) = bytes.next() {
        let choice = bytes.next().unwrap_or(0);
        match kind % 16 {
            0..=4 => {
                let name = pick(NAMES, choice);
                out.push('<');
                out.push_str(name);
                for _ in 0..kind / 16 % 4 {
                    out.push_str(pick(ATTRIBUTES, bytes.next().unwrap_or(0)));
                }
                out.push_str(if kind > 240 { "/>" } else { ">" });
                open.push(name);
            }
            5..=7 => {
                // Now and then not the innermost, and now and then one that is not open.
                let at = open.len().checked_sub(1 + usize::from(choice % 8 / 6));
                let name = if choice > 250 { pick(NAMES, kind) } else { at.map_or("p", |at| open.remove(at)) };
                out.extend(["</", name, ">"]);
            }
            8..=12 => out.push_str(pick(TEXTS, choice)),
            13 => out.push(char::from(choice)),
            14 => (0..choice % 32).for_each(|_| out.push_str("text of the page ")),
            _ => out.push_str(pick(TEXTS, choice / 2)),
        }
    }
    out
}
