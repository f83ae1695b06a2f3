//! Markdown: the article as `CommonMark` with the tables of GitHub.
//!
//! The writer walks the article's own clean HTML, so it need not fear what a
//! page may hold. What Markdown cannot say (math, merged cells) is left as
//! text.

use crate::article::Article;
use crate::entity;
use crate::events::{self, Events, Start};
use crate::outline::Span;
use crate::tag::Tag;

/// Writes an article as Markdown: its title as the first heading, then its body.
#[must_use]
pub fn markdown(article: &Article) -> String {
    let body = match events::walk(article.content.clone().into_bytes(), Markdown::default()) {
        Ok(writer) => writer.finish(),
        // The core's own output always parses; its text is there in any case.
        Err(_) => article.text_content.clone(),
    };
    match &article.title {
        Some(title) => format!("# {}\n\n{body}\n", escape(title)),
        None => format!("{body}\n"),
    }
}

/// A list that is being written.
struct List {
    /// The next number, in an ordered list.
    number: Option<u32>,
}

#[derive(Default)]
struct Markdown {
    out: String,
    /// The paragraph that is being written.
    line: String,
    /// What stands before each line: `> ` and the indentation of lists.
    prefix: Vec<String>,
    /// What stands before the next line only: `- `, `## `.
    marker: Option<String>,
    lists: Vec<List>,
    links: Vec<Option<String>>,
    code: Option<String>,
    row: Option<Vec<String>>,
    header_written: bool,
    in_inline_code: bool,
}

impl Events for Markdown {
    fn start(&mut self, html: &[u8], start: &Start<'_>) {
        let value = |name: &str| start.value(html, name);
        match start.tag {
            Tag::Br => self.line.push_str("\\\n"),
            Tag::Hr => self.paragraph("---"),
            Tag::Img => {
                let (alt, src) = (value("alt").unwrap_or_default(), value("src").unwrap_or_default());
                self.line.extend(["![", &escape(&alt), "](", &src, ")"]);
            }
            Tag::Pre => {
                self.flush();
                self.code = Some(value("data-language").unwrap_or_default());
            }
            Tag::Code if self.code.is_some() => {
                if let (Some(code), Some(language)) = (&mut self.code, value("data-language")) {
                    *code = language;
                }
            }
            Tag::Code | Tag::Kbd | Tag::Samp => {
                self.in_inline_code = true;
                self.line.push('`');
            }
            Tag::Em | Tag::I => self.line.push('*'),
            Tag::Strong | Tag::B => self.line.push_str("**"),
            Tag::Del | Tag::S => self.line.push_str("~~"),
            Tag::A => {
                let href = value("href").filter(|href| !href.starts_with('#'));
                if href.is_some() {
                    self.line.push('[');
                }
                self.links.push(href);
            }
            Tag::Ul => self.begin_list(None),
            Tag::Ol => self.begin_list(Some(value("start").and_then(|start| start.parse().ok()).unwrap_or(1))),
            Tag::Li => self.begin_item(),
            Tag::Blockquote => {
                self.flush();
                self.prefix.push("> ".to_owned());
            }
            Tag::Table => {
                self.flush();
                self.header_written = false;
            }
            Tag::Tr => self.row = Some(Vec::new()),
            Tag::Td | Tag::Th => self.line.clear(),
            tag => {
                if let Some(level) = tag.heading_level() {
                    self.flush();
                    self.marker = Some(format!("{} ", "#".repeat(usize::from(level))));
                } else if tag.is_block() && self.row.is_none() {
                    self.flush();
                }
            }
        }
    }

    fn text(&mut self, html: &[u8], span: Span, _literal: bool) {
        let text = entity::decode_text(span.of(html));
        if self.code.is_some() || self.in_inline_code {
            self.line.push_str(&text);
        } else {
            let glued = self.line.is_empty() || self.line.ends_with(char::is_whitespace);
            let text = escape(&text);
            self.line.push_str(if glued { text.trim_start() } else { &text });
        }
    }

    fn end(&mut self, _html: &[u8], tag: Tag, _at: u32) {
        match tag {
            Tag::Pre => self.end_code(),
            Tag::Code | Tag::Kbd | Tag::Samp if self.code.is_none() => {
                self.in_inline_code = false;
                self.line.push('`');
            }
            Tag::Em | Tag::I => self.line.push('*'),
            Tag::Strong | Tag::B => self.line.push_str("**"),
            Tag::Del | Tag::S => self.line.push_str("~~"),
            Tag::A => {
                if let Some(Some(href)) = self.links.pop() {
                    self.line.extend(["](", &href, ")"]);
                }
            }
            Tag::Ul | Tag::Ol => {
                self.flush();
                self.lists.pop();
            }
            Tag::Li | Tag::Blockquote => {
                self.flush();
                self.prefix.pop();
            }
            Tag::Td | Tag::Th => {
                let cell = std::mem::take(&mut self.line).split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(row) = &mut self.row {
                    row.push(cell.replace('|', "\\|"));
                }
            }
            Tag::Tr => self.end_row(),
            Tag::Table => self.out.push('\n'),
            tag if tag.is_block() && self.row.is_none() => self.flush(),
            _ => {}
        }
    }
}

impl Markdown {
    fn finish(mut self) -> String {
        self.flush();
        self.out.trim_end().to_owned()
    }

    /// Ends the paragraph that is being written.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = line.trim();
        if !text.is_empty() {
            self.paragraph(text);
        }
    }

    fn paragraph(&mut self, text: &str) {
        let marker = self.marker.take().unwrap_or_default();
        let mut first = true;
        for line in text.lines() {
            let depth = self.prefix.len();
            for (level, prefix) in self.prefix.iter().enumerate() {
                // An item's own line starts with its marker instead of its indentation.
                let is_item = first && marker.ends_with(' ') && !marker.starts_with('#') && level + 1 == depth;
                if !is_item || prefix == "> " {
                    self.out.push_str(prefix);
                }
            }
            if first {
                self.out.push_str(&marker);
            }
            self.out.push_str(line.trim_end());
            self.out.push('\n');
            first = false;
        }
        // Items of a list stand close together.
        if self.lists.is_empty() {
            self.out.push('\n');
        }
    }

    fn begin_list(&mut self, number: Option<u32>) {
        self.flush();
        self.lists.push(List { number });
    }

    fn begin_item(&mut self) {
        self.flush();
        let marker = match self.lists.last_mut() {
            Some(List { number: Some(number) }) => {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1);
                marker
            }
            _ => "- ".to_owned(),
        };
        self.prefix.push(" ".repeat(marker.len()));
        self.marker = Some(marker);
    }

    fn end_code(&mut self) {
        let Some(language) = self.code.take() else { return };
        let code = std::mem::take(&mut self.line);
        // A fence longer than any in the code.
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        self.paragraph(&format!("{fence}{language}\n{}\n{fence}", code.trim_end_matches('\n')));
    }

    fn end_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        self.out.extend(["| ", &row.join(" | "), " |\n"]);
        if !std::mem::replace(&mut self.header_written, true) {
            self.out.extend(["|", &" --- |".repeat(row.len()), "\n"]);
        }
    }
}

/// Escapes what Markdown would read as markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_space = false;
    for c in text.chars() {
        let space = c.is_whitespace();
        if space {
            if !after_space {
                out.push(' ');
            }
        } else {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<') {
                out.push('\\');
            }
            out.push(c);
        }
        after_space = space;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_html_says() {
        let rows = [
            ("paragraphs", "<p>one</p><p>two</p>", "one\n\ntwo\n"),
            ("headings", "<h2>A</h2><p>b</p>", "## A\n\nb\n"),
            ("emphasis and links", "<p><em>a</em> <a href=\"https://b.c/\">d</a></p>", "*a* [d](https://b.c/)\n"),
            ("lists", "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n  1. c\n"),
            ("quotes", "<blockquote><p>a</p><p>b</p></blockquote>", "> a\n\n> b\n"),
            (
                "code keeps its spaces",
                "<pre><code data-language=\"rust\">fn  a() {\n}</code></pre>",
                "```rust\nfn  a() {\n}\n```\n",
            ),
            (
                "tables",
                "<table><tbody><tr><th>a</th></tr><tr><td>b|c</td></tr></tbody></table>",
                "| a |\n| --- |\n| b\\|c |\n",
            ),
            ("signs are text", "<p>1 * 2 [x]</p>", "1 \\* 2 \\[x\\]\n"),
        ];
        for (title, html, expected) in rows {
            let article = Article { content: html.to_owned(), ..Article::default() };
            assert_eq!(markdown(&article), expected, "{title}");
        }
    }
}
