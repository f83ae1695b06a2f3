//! JSON: the article as one text, on its way to JavaScript.
//!
//! Native programs use serde; the WebAssembly has this instead, because a
//! general writer brings a general way of printing floating-point numbers,
//! 25 KB of it, and the article has two numbers with a fraction.

use crate::article::{Access, Article, Direction, Kind, Removal};

/// Writes an article with the names and values that serde gives it. Absent
/// facts are `null`, never missing.
pub(crate) fn json(article: &Article) -> String {
    // Whoever adds a field is reminded of it here.
    let Article {
        title,
        byline,
        dir,
        lang,
        content,
        text_content,
        length,
        excerpt,
        site_name,
        published_time,
        modified_time,
        image,
        url,
        word_count,
        reading_minutes,
        confidence,
        articleness,
        kind,
        access,
        sign_in_url,
        support_url,
        truncated,
        removals,
    } = article;
    let mut out = String::with_capacity(content.len() + text_content.len() + 100 * removals.len() + 1024);
    let mut object = Object::begin(&mut out);
    for (key, text) in [
        ("title", title.as_deref()),
        ("byline", byline.as_deref()),
        ("dir", dir.map(direction)),
        ("lang", lang.as_deref()),
        ("content", Some(content.as_str())),
        ("textContent", Some(text_content.as_str())),
        ("excerpt", excerpt.as_deref()),
        ("siteName", site_name.as_deref()),
        ("publishedTime", published_time.as_deref()),
        ("modifiedTime", modified_time.as_deref()),
        ("image", image.as_deref()),
        ("url", url.as_deref()),
        ("kind", Some(kind_of(*kind))),
        ("access", access.map(access_of)),
        ("signInUrl", sign_in_url.as_deref()),
        ("supportUrl", support_url.as_deref()),
    ] {
        object.text(key, text);
    }
    for (key, number) in [("length", length), ("wordCount", word_count), ("readingMinutes", reading_minutes)] {
        object.plain(key, &number.to_string());
    }
    object.plain("confidence", &fraction(*confidence));
    object.plain("truncated", if *truncated { "true" } else { "false" });
    object.plain("articleness", &fraction(*articleness));
    object.key("removals");
    object.out.push('[');
    for (at, removal) in removals.iter().enumerate() {
        if at > 0 {
            object.out.push(',');
        }
        write_removal(object.out, removal);
    }
    object.out.push(']');
    object.end();
    out
}

fn write_removal(out: &mut String, removal: &Removal) {
    let Removal { reason, rule, text, words, element, loose } = removal;
    let mut object = Object::begin(out);
    object.text("reason", Some(reason.name()));
    object.text("rule", Some(rule));
    object.text("text", Some(text));
    object.plain("words", &words.to_string());
    object.plain("element", &element.map_or_else(|| "null".to_owned(), |element| element.to_string()));
    object.plain("loose", if *loose { "true" } else { "false" });
    object.end();
}

/// An object in the making.
struct Object<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Object<'o> {
    fn begin(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    fn key(&mut self, key: &str) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        self.out.extend(["\"", key, "\":"]);
    }

    fn plain(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.push_str(value);
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        self.key(key);
        match text {
            Some(text) => write_text(self.out, text),
            None => self.out.push_str("null"),
        }
    }

    fn end(self) {
        self.out.push('}');
    }
}

fn write_text(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        match from.bytes().next() {
            Some(b'\n') => out.push_str("\\n"),
            Some(mark @ (b'"' | b'\\')) => out.extend(['\\', char::from(mark)]),
            Some(control) => {
                out.push_str("\\u00");
                for half in [control >> 4, control & 15] {
                    out.push(DIGITS.get(usize::from(half)).map_or('0', |&digit| char::from(digit)));
                }
            }
            None => {}
        }
        rest = from.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

/// A number from 0 to 1, to nine places: as many as tell such numbers apart.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn fraction(number: f32) -> String {
    let billionths = (f64::from(number.clamp(0.0, 1.0)) * 1e9 + 0.5) as u32;
    format!("{}.{:09}", billionths / 1_000_000_000, billionths % 1_000_000_000)
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

const fn kind_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "article",
        Kind::LiveBlog => "liveblog",
        Kind::Documentation => "documentation",
        Kind::Forum => "forum",
        Kind::Recipe => "recipe",
        Kind::Listing => "listing",
        Kind::Product => "product",
        Kind::Service => "service",
        Kind::Page => "page",
    }
}

const fn access_of(access: Access) -> &'static str {
    match access {
        Access::Free => "free",
        Access::Metered => "metered",
        Access::Locked => "locked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Reason;
    use serde_json::Value;

    #[test]
    fn it_says_what_serde_says() {
        let kinds = [
            Kind::Article,
            Kind::LiveBlog,
            Kind::Documentation,
            Kind::Forum,
            Kind::Recipe,
            Kind::Listing,
            Kind::Product,
            Kind::Service,
            Kind::Page,
        ];
        for (at, kind) in kinds.into_iter().enumerate() {
            let odd = at % 2 == 1;
            let text = "“Rain”\n\t\"and\" \\ \u{1}\u{7f}\u{2028} 雨".to_owned();
            let article = Article {
                title: odd.then(|| text.clone()),
                dir: Some(if odd { Direction::Ltr } else { Direction::Rtl }),
                content: text.clone(),
                confidence: at as f32 / 7.3,
                kind,
                access: [None, Some(Access::Free), Some(Access::Metered), Some(Access::Locked)][at % 4],
                length: at,
                removals: vec![
                    Removal {
                        reason: Reason::ALL[at],
                        rule: "score",
                        text,
                        words: 7,
                        element: odd.then_some(9),
                        loose: odd,
                    };
                    at
                ],
                ..Article::default()
            };
            let mut ours: Value = serde_json::from_str(&json(&article)).expect("valid JSON");
            let mut theirs = serde_json::to_value(&article).expect("serde writes it");
            let confidence = |value: &mut Value| value["confidence"].take().as_f64().expect("a number");
            let difference = confidence(&mut ours) - confidence(&mut theirs).min(1.0);
            assert!(difference.abs() < 1e-8, "{kind:?}");
            assert_eq!(ours, theirs, "{kind:?}");
        }
    }
}
