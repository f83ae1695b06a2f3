//! A reader for JSON as pages write it.
//!
//! Structured data on the web is written by templates, so it is often not
//! quite JSON: raw line breaks and bare quotes inside strings, commas before
//! a closing bracket, the whole wrapped in an HTML comment or CDATA. A strict
//! reader loses all facts of such a page for one stray byte. This one takes
//! whatever it can and lets the end of input close whatever is open; what is
//! valid JSON it reads as JSON.
//!
//! Only members that [`KEYS`] names are kept. In particular the text of the
//! article (`articleBody`), which may be more than the page shows, is never
//! read into memory.

use std::borrow::Cow;

/// Members that are read; all others are skipped together with their value.
const KEYS: &[&str] = &[
    "@graph",
    "@id",
    "@type",
    "alternateName",
    "author",
    "creator",
    "contentUrl",
    "cssSelector",
    "dateCreated",
    "dateModified",
    "datePublished",
    "description",
    "familyName",
    "givenName",
    "hasPart",
    "headline",
    "image",
    "inLanguage",
    "isAccessibleForFree",
    "isPartOf",
    "mainEntity",
    "mainEntityOfPage",
    "name",
    "publisher",
    "thumbnailUrl",
    "uploadDate",
    "url",
];

/// Nesting beyond this ends the reading: nothing that is needed lies so deep.
const MAX_DEPTH: u32 = 48;
/// Values kept from one script; a graph of an honest page has some hundred.
const MAX_VALUES: u32 = 20_000;
/// Bytes of one string that are kept.
const MAX_STRING: usize = 4096;

/// A value. Numbers and the words `true`, `false`, `null` are text like any
/// other: pages write `"isAccessibleForFree": "False"` and `false` alike.
#[derive(Debug, PartialEq)]
pub(super) enum Json<'a> {
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(&'static str, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// A member of an object; the first, where it is repeated.
    pub(super) fn get(&self, key: &str) -> Option<&Json<'a>> {
        match self {
            Json::Object(members) => members.iter().find(|(name, _)| *name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value itself, or the items where it is a list: schema.org allows
    /// either for every property.
    pub(super) fn items(&self) -> &[Json<'a>] {
        match self {
            Json::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }

    /// The text, where the value is text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads all values of a script, one after the other.
pub(super) fn read(script: &[u8]) -> Vec<Json<'_>> {
    let mut reader = Reader { bytes: script, at: 0, values: 0 };
    let mut found = Vec::new();
    loop {
        reader.skip_blank();
        if reader.peek().is_none() {
            return found;
        }
        let before = reader.at;
        found.extend(reader.value(0, true));
        if reader.at == before {
            reader.at += 1;
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    values: u32,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Steps over white space and the wrappers that hide a script from old browsers.
    fn skip_blank(&mut self) {
        const WRAPPERS: &[&[u8]] =
            &[b"<!--", b"-->", b"<![CDATA[", b"]]>", b"//", b"/*", b"*/", b"\xEF\xBB\xBF", b"\xC2\xA0"];
        loop {
            let rest = self.rest();
            let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b';').count();
            let rest = rest.get(space..).unwrap_or_default();
            let wrapper = WRAPPERS.iter().find(|wrapper| rest.starts_with(wrapper)).map_or(0, |wrapper| wrapper.len());
            if space + wrapper == 0 {
                return;
            }
            self.at += space + wrapper;
        }
    }

    /// Reads a value. Always moves on, except before a closing bracket or at the end.
    fn value(&mut self, depth: u32, keep: bool) -> Option<Json<'a>> {
        if depth > MAX_DEPTH || self.values > MAX_VALUES {
            self.at = self.bytes.len();
            return None;
        }
        self.values += u32::from(keep);
        self.skip_blank();
        match self.peek()? {
            b'{' => Some(Json::Object(self.object(depth, keep))),
            b'[' => Some(Json::List(self.list(depth, keep))),
            b'"' => {
                let raw = self.string();
                keep.then(|| Json::Text(unescape(raw)))
            }
            _ => {
                let raw = self.literal();
                (keep && !raw.is_empty()).then(|| Json::Text(unescape(raw)))
            }
        }
    }

    fn object(&mut self, depth: u32, keep: bool) -> Vec<(&'static str, Json<'a>)> {
        let mut members = Vec::new();
        self.at += 1;
        loop {
            self.skip_blank();
            match self.peek() {
                None | Some(b']') => return members,
                Some(b'}') => {
                    self.at += 1;
                    return members;
                }
                Some(b'"') => {
                    let name = self.string();
                    self.skip_blank();
                    if self.peek() != Some(b':') {
                        continue;
                    }
                    self.at += 1;
                    let key = KEYS.iter().copied().find(|key| keep && key.as_bytes() == name);
                    let value = self.value(depth + 1, key.is_some());
                    members.extend(key.zip(value));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn list(&mut self, depth: u32, keep: bool) -> Vec<Json<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        loop {
            self.skip_blank();
            match self.peek() {
                None | Some(b'}') => return items,
                Some(b']') => {
                    self.at += 1;
                    return items;
                }
                Some(b',' | b':') => self.at += 1,
                Some(_) => {
                    let item = self.value(depth + 1, keep);
                    if keep {
                        items.extend(item);
                    }
                }
            }
        }
    }

    /// The raw text of a string, from its opening quote to the quote that ends it.
    fn string(&mut self) -> &'a [u8] {
        self.at += 1;
        let start = self.at;
        while let Some(byte) = self.peek() {
            match byte {
                b'\\' => self.at += 2,
                b'"' if ends_string(self.bytes.get(self.at + 1..).unwrap_or_default()) => {
                    let text = self.bytes.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    return text;
                }
                _ => self.at += 1,
            }
        }
        self.bytes.get(start..).unwrap_or_default()
    }

    fn literal(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length =
            rest.iter().take_while(|byte| !matches!(byte, b',' | b'}' | b']' | b':' | b'"' | b'\n' | b'\r')).count();
        self.at += length;
        rest.get(..length).unwrap_or_default().trim_ascii()
    }
}

/// Whether a quote before `rest` ends its string. A quote that a template
/// forgot to escape stands before more text; one that ends a string stands
/// before punctuation and, after a comma, the start of the next value.
fn ends_string(rest: &[u8]) -> bool {
    let after = rest.trim_ascii_start();
    match after.first() {
        None | Some(b'}' | b']' | b':' | b'"' | b';' | b'<' | b'/') => true,
        Some(b',') => {
            let next = after.get(1..).unwrap_or_default().trim_ascii_start();
            let word = [&b"true"[..], b"false", b"null"].iter().any(|word| next.starts_with(word));
            word || matches!(
                next.first(),
                None | Some(b'"' | b'{' | b'[' | b'}' | b']' | b'-' | b'0'..=b'9' | b'/' | b',')
            )
        }
        Some(_) => false,
    }
}

/// Resolves escapes; a lone surrogate becomes U+FFFD, an unknown escape stands for itself.
fn unescape(raw: &[u8]) -> Cow<'_, str> {
    let raw = raw.get(..MAX_STRING).unwrap_or(raw);
    let text = String::from_utf8_lossy(raw);
    if !text.contains('\\') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = escape.chars();
        match chars.next() {
            Some('n' | 'r' | 't' | 'b' | 'f') => out.push(' '),
            Some('u') => {
                let (decoded, tail) = unicode_escape(chars.as_str());
                out.push(decoded);
                rest = tail;
                continue;
            }
            Some(other) => out.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Decodes what follows `\u`, a surrogate pair as one character.
fn unicode_escape(rest: &str) -> (char, &str) {
    fn unit(text: &str) -> Option<(u32, &str)> {
        let digits = text.get(..4)?;
        Some((u32::from_str_radix(digits, 16).ok()?, text.get(4..)?))
    }
    let Some((first, tail)) = unit(rest) else {
        return (char::REPLACEMENT_CHARACTER, rest);
    };
    if (0xD800..0xDC00).contains(&first) {
        let pair = tail.strip_prefix("\\u").and_then(unit).filter(|(low, _)| (0xDC00..0xE000).contains(low));
        if let Some((low, tail)) = pair {
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (low - 0xDC00);
            return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), tail);
        }
    }
    (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(script: &str) -> Option<String> {
        read(script.as_bytes()).first().and_then(|value| value.get("name")).and_then(Json::text).map(str::to_owned)
    }

    #[test]
    fn reads_json_and_what_templates_make_of_it() {
        for (script, expected) in [
            (r#"{"name": "plain"}"#, "plain"),
            (r#"{"name": "a \"quoted\" word\u00e9 \ud83d\ude00"}"#, "a \"quoted\" wordé 😀"),
            ("{\"name\": \"two\nlines\"}", "two\nlines"),
            (r#"{"name": "trailing",}"#, "trailing"),
            (r#"{"name": "the "new" one", "url": "x"}"#, "the \"new\" one"),
            (r#"{"name": "she said "no", then left", "url": "x"}"#, "she said \"no\", then left"),
            ("<!-- {\"name\": \"comment\"} -->", "comment"),
            ("//<![CDATA[\n{\"name\": \"cdata\"}\n//]]>", "cdata"),
            (r#"{"url": "x" "name": "comma missing"}"#, "comma missing"),
            (r#"{"name": "cut off", "author": {"name": "in"#, "cut off"),
            (r#"{"name": "lone \ud800 half"}"#, "lone \u{FFFD} half"),
            (r#"{"articleBody": {"name": "no"}, "name": "skipped"}"#, "skipped"),
            (r#"{"keywords": ["a", {"b": [1, 2]}], "name": 12}"#, "12"),
            (r#"{"name": true};"#, "true"),
        ] {
            assert_eq!(name(script).as_deref(), Some(expected), "{script}");
        }
    }

    #[test]
    fn nesting_and_size_are_bounded() {
        let deep = "[".repeat(100_000);
        read(deep.as_bytes());
        let deep = "{\"author\":".repeat(100_000);
        read(deep.as_bytes());
        let wide = format!("[{}", "[],".repeat(100_000));
        read(wide.as_bytes());
        let long = format!("{{\"name\": \"{}\"}}", "x".repeat(100_000));
        assert_eq!(name(&long).map(|name| name.len()), Some(MAX_STRING));
    }
}
