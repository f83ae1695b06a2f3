//! Web addresses, parsed as browsers parse them.
//!
//! This is the WHATWG URL parser for the schemes that a reader has a use for:
//! `http` and `https`, absolute or relative to one such, and `mailto` and `tel`.
//! All others fail, and so do addresses with a user name or password, which no
//! article needs and phishing does.
//!
//! Why not the `url` crate? Alone in a module of WebAssembly (`opt-level = "s"`,
//! `wasm-opt -Oz`) it takes 181 KB, of which 111 are Unicode tables for host
//! names; without those it takes 70 KB and rejects `https://münchen.de/`. This
//! takes 22 KB, much of it parts of the standard library that the core has
//! anyway. What is left out are the three ways of rewriting a *host*: a name in
//! Unicode is not turned into Punycode, and numbers stay as they are written.
//! The browser that follows the link does that, after the same delimiters and
//! the same forbidden characters were checked here. Tests hold every other part
//! against `url`.

use std::borrow::Cow;

/// What an address begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
    Mailto,
    Tel,
}

/// The schemes, with their names and default ports.
const SCHEMES: &[(Scheme, &str, &str)] = &[
    (Scheme::Http, "http", "80"),
    (Scheme::Https, "https", "443"),
    (Scheme::Mailto, "mailto", ""),
    (Scheme::Tel, "tel", ""),
];

/// An absolute address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    scheme: Scheme,
    /// Empty for `mailto` and `tel`.
    host: String,
    port: String,
    path: String,
    query: Option<String>,
    fragment: Option<String>,
}

impl Address {
    /// Parses an address; a relative one against `base`.
    pub(crate) fn parse(input: &str, base: Option<&Address>) -> Option<Address> {
        let input = input.trim_matches(|c: char| c <= ' ');
        let broken = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r');
        let input = if input.bytes().any(broken) {
            Cow::Owned(input.replace(['\t', '\n', '\r'], ""))
        } else {
            Cow::Borrowed(input)
        };
        let (rest, fragment) = split(&input, '#');
        let fragment = fragment.map(|fragment| encoded(fragment, Set::Fragment));
        let (rest, query) = split(rest, '?');
        let base = base.filter(|base| base.is_web());

        let Some((name, after)) = scheme(rest) else {
            return Some(Address { fragment, ..Self::relative(base?, rest, query)? });
        };
        let &(scheme, _, default_port) = SCHEMES.iter().find(|(_, known, _)| name.eq_ignore_ascii_case(known))?;
        if default_port.is_empty() {
            // `mailto:/…` would be another kind of address altogether.
            if after.starts_with('/') {
                return None;
            }
            let path = encoded(after, Set::Control);
            // The end of a path without structure is kept from looking like white space.
            let query = query.map(|query| encoded(query, Set::Query));
            return Some(Address { scheme, host: String::new(), port: String::new(), path, query, fragment });
        }
        if let Some(base) = base.filter(|base| base.scheme == scheme && slashes(after) < 2) {
            return Some(Address { fragment, ..Self::relative(base, after, query)? });
        }
        Self::absolute(scheme, after, query).map(|address| Address { fragment, ..address })
    }

    /// Whether it is `http` or `https`.
    pub(crate) fn is_web(&self) -> bool {
        matches!(self.scheme, Scheme::Http | Scheme::Https)
    }

    /// The host in lower case, without port; empty for `mailto` and `tel`.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// The path, from its first `/`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// What follows `#`, still percent-encoded.
    pub(crate) fn fragment(&self) -> Option<&str> {
        self.fragment.as_deref()
    }

    /// Whether both are the same but for what follows `#`.
    pub(crate) fn is_same_document(&self, other: &Address) -> bool {
        self.scheme == other.scheme
            && self.host == other.host
            && self.port == other.port
            && self.path == other.path
            && self.query == other.query
    }

    /// What stands after the scheme of an address with its own host.
    fn absolute(scheme: Scheme, after: &str, query: Option<&str>) -> Option<Address> {
        let after = after.trim_start_matches(['/', '\\']);
        let end = after.find(['/', '\\']).unwrap_or(after.len());
        let (authority, path) = after.split_at_checked(end)?;
        if authority.contains('@') {
            return None;
        }
        let (name, number) =
            match authority.rfind(':').filter(|&colon| !authority.get(colon..).is_some_and(|end| end.contains(']'))) {
                Some(colon) => (authority.get(..colon)?, authority.get(colon + 1..)?),
                None => (authority, ""),
            };
        let query = query.map(|query| encoded(query, Set::SpecialQuery));
        let path = joined(String::new(), path.strip_prefix(['/', '\\']).unwrap_or(path));
        Some(Address { scheme, host: host(name)?, port: port(scheme, number)?, path, query, fragment: None })
    }

    fn relative(base: &Address, rest: &str, query: Option<&str>) -> Option<Address> {
        if slashes(rest) >= 2 {
            return Self::absolute(base.scheme, rest, query);
        }
        let own_query = query.map(|query| encoded(query, Set::SpecialQuery));
        let (path, query) = match rest.strip_prefix(['/', '\\']) {
            Some(rest) => (joined(String::new(), rest), own_query),
            None if rest.is_empty() => {
                (base.path.clone(), own_query.or_else(|| query.map_or(base.query.clone(), |_| None)))
            }
            None => (joined(without_last(&base.path), rest), own_query),
        };
        Some(Address {
            scheme: base.scheme,
            host: base.host.clone(),
            port: base.port.clone(),
            path,
            query,
            fragment: None,
        })
    }

    /// The address as it is written.
    pub(crate) fn written(&self) -> String {
        fn part<'a>(mark: &'a str, part: Option<&'a str>) -> [&'a str; 2] {
            part.map_or(["", ""], |part| [mark, part])
        }
        // All at once: an address is made of up to ten pieces, and its room is got once.
        let pieces = [
            [scheme_name(self.scheme), if self.is_web() { "://" } else { ":" }],
            [&self.host, ""],
            part(":", Some(self.port.as_str()).filter(|port| !port.is_empty())),
            [&self.path, ""],
            part("?", self.query.as_deref()),
            part("#", self.fragment.as_deref()),
        ];
        pieces.as_flattened().concat()
    }
}

/// Splits `name:` off, if the address begins with the name of a scheme.
fn scheme(input: &str) -> Option<(&str, &str)> {
    let (name, after) = input.split_once(':')?;
    let fits = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    fits.then_some((name, after))
}

/// How many slashes, of either kind, it begins with.
fn slashes(input: &str) -> usize {
    input.bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count()
}

fn split(input: &str, mark: char) -> (&str, Option<&str>) {
    input.split_once(mark).map_or((input, None), |(before, after)| (before, Some(after)))
}

/// Checks a host. Numbers and names in Unicode are left for the browser.
fn host(raw: &str) -> Option<String> {
    if let Some(number) = raw.strip_prefix('[') {
        let number = number.strip_suffix(']')?;
        let fits =
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
        return fits.then(|| raw.to_ascii_lowercase());
    }
    let mut name = if raw.contains('%') { String::from_utf8(percent_decoded(raw)).ok()? } else { raw.to_owned() };
    name.make_ascii_lowercase();
    let fits = |byte: u8| !byte.is_ascii() || Set::Host.has(byte);
    (!name.is_empty() && name.bytes().all(fits)).then_some(name)
}

/// Checks a port; empty where it goes without saying.
fn port(scheme: Scheme, digits: &str) -> Option<String> {
    if digits.bytes().any(|byte| !byte.is_ascii_digit()) {
        return None;
    }
    let number = digits.trim_start_matches('0');
    let number = if number.is_empty() && !digits.is_empty() { "0" } else { number };
    if number.is_empty() || SCHEMES.contains(&(scheme, scheme_name(scheme), number)) {
        return Some(String::new());
    }
    number.parse::<u16>().ok().map(|_| number.to_owned())
}

fn scheme_name(scheme: Scheme) -> &'static str {
    SCHEMES.iter().find(|(known, ..)| *known == scheme).map_or("", |(_, name, _)| name)
}

/// Appends segments to a path that has no `/` at its end, minding `.` and `..`.
fn joined(mut path: String, segments: &str) -> String {
    let mut rest = Some(segments);
    while let Some(input) = rest {
        let (segment, after) = match input.bytes().position(|byte| matches!(byte, b'/' | b'\\')) {
            Some(at) => (input.get(..at).unwrap_or_default(), input.get(at + 1..)),
            None => (input, None),
        };
        rest = after;
        let dots = dots(segment);
        if dots == Some(2) {
            path = without_last(&path);
        }
        match dots {
            None => {
                path.push('/');
                encode(segment, Set::Path, &mut path);
            }
            Some(_) if after.is_none() => path.push('/'),
            Some(_) => {}
        }
    }
    path
}

/// 1 and 2 for the segments that mean "here" and "one up".
fn dots(segment: &str) -> Option<usize> {
    if segment.len() > 6 || !segment.starts_with(['.', '%']) {
        return None;
    }
    match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "." => Some(1),
        ".." => Some(2),
        _ => None,
    }
}

fn without_last(path: &str) -> String {
    path.rfind('/').and_then(|at| path.get(..at)).unwrap_or_default().to_owned()
}

/// Which characters a part of an address can hold as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Control,
    Fragment,
    Query,
    SpecialQuery,
    Path,
    Host,
}

/// Each part, and what of printed ASCII it cannot hold.
const MARKS: &[(Set, &[u8])] = &[
    (Set::Control, b""),
    (Set::Fragment, b" \"<>`"),
    (Set::Query, b" \"#<>"),
    (Set::SpecialQuery, b" \"#<>'"),
    (Set::Path, b" \"#<>?^`{}"),
    (Set::Host, b" #%/:<>?@[\\]^|"),
];

/// [`MARKS`] the other way round: for each byte of ASCII the parts that can hold it, a bit each.
static HOLDERS: [u8; 128] = {
    let mut holders = [0; 128];
    let mut row = 0;
    while row < MARKS.len() {
        let (set, marks) = MARKS[row];
        let mut byte = b' ';
        while byte <= b'~' {
            holders[byte as usize] |= set.bit();
            byte += 1;
        }
        let mut mark = 0;
        while mark < marks.len() {
            holders[marks[mark] as usize] &= !set.bit();
            mark += 1;
        }
        row += 1;
    }
    holders
};

impl Set {
    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Whether this part can hold a byte as it is.
    fn has(self, byte: u8) -> bool {
        HOLDERS.get(usize::from(byte)).is_some_and(|holders| holders & self.bit() != 0)
    }
}

fn encoded(part: &str, set: Set) -> String {
    let mut out = String::with_capacity(part.len());
    encode(part, set, &mut out);
    out
}

/// Appends a part, what cannot stand there as it is percent-encoded.
fn encode(part: &str, set: Set, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut rest = part;
    while let Some(at) = rest.bytes().position(|byte| !set.has(byte)) {
        let (whole, odd) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(whole);
        let length = odd.chars().next().map_or(odd.len(), char::len_utf8);
        for byte in odd.bytes().take(length) {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(DIGITS.get(usize::from(half)).map_or('0', |&digit| char::from(digit)));
            }
        }
        rest = odd.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// The bytes that a percent-encoded part stands for.
pub(crate) fn percent_decoded(part: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        rest = after;
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(byte));
                rest = after.get(2..).unwrap_or_default();
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use url::Url;

    /// Whether the reference treats the host in a way that is left to browsers,
    /// or the address is refused on purpose.
    fn is_ours(url: &Url, input: &str) -> bool {
        let named = matches!(url.host(), Some(url::Host::Domain(name)) if !name.contains("xn--"));
        match url.scheme() {
            "http" | "https" => named && url.username().is_empty() && url.password().is_none() && !input.contains('@'),
            "mailto" | "tel" => url.cannot_be_a_base(),
            _ => false,
        }
    }

    #[track_caller]
    fn agrees(input: &str, base: Option<&str>) {
        let parsed_base = base.and_then(|base| Address::parse(base, None));
        let ours = Address::parse(input, parsed_base.as_ref()).map(|address| address.written());
        let base = base.map(|base| Url::parse(base).unwrap());
        match Url::options().base_url(base.as_ref()).parse(input) {
            Ok(theirs) if is_ours(&theirs, input) => assert_eq!(ours.as_deref(), Some(theirs.as_str()), "{input:?}"),
            Ok(theirs) if matches!(theirs.scheme(), "http" | "https") => {}
            Ok(theirs) => assert_eq!(ours, None, "{input:?} is {theirs}"),
            // It takes three slashes after a base for an empty host; browsers do not.
            Err(_) if super::slashes(input.trim_start()) >= 3 || input.contains(['\t', '\n']) => {}
            Err(_) => {
                let unicode_or_number = |host: &str| {
                    !host.is_ascii()
                        || host.contains("xn--")
                        || host.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == ']')
                };
                let host = ours.as_deref().and_then(|ours| Address::parse(ours, None)).map(|address| address.host);
                assert!(host.as_deref().is_none_or(unicode_or_number), "{input:?} is {ours:?} here and refused there");
            }
        }
    }

    const BASE: Option<&str> = Some("https://example.org/a/b/c?d#e");

    #[test]
    fn the_reference_agrees_on_what_pages_write() {
        for input in [
            "",
            "x",
            "../x",
            "../../../x",
            "./",
            "..",
            "/x",
            "//h/x",
            "///h",
            "\\\\h\\x",
            "?q",
            "#f",
            "?",
            "#",
            "x?y#z",
            "https:x",
            "https:/x",
            "https://h",
            "http:x",
            "HTTP://H:80/",
            "https://h:443/",
            "https://h:8443",
            "https://h:0",
            "https://h:00080/",
            "https://h:99999/",
            "https://h:x/",
            "https://",
            "https://?x",
            "https://h?x",
            "https://h#x",
            "https://h/%2e%2E/x/%2e/y/..",
            "https://h/a b<c>\"`{}|'",
            "https://h/?a b<c>\"`{}^|'",
            "https://h/#a b<c>\"`{}^|'",
            "https://h/ä?ö#ü",
            "ht\ntps://h\t/x",
            " https://h/ ",
            "mailto:a@b?subject=x y",
            "tel:+49 30",
            "tel:",
            "MAILTO:x#y",
            "javascript:alert(1)",
            "data:text/html,x",
            "//",
            "/\\h",
            "https://a%62c/",
            "https://a%2fb/",
            "https://a b/",
            "https://a<b/",
            "https://h/a//b///",
            "https://h//..//x",
            ".//x",
            "https://h.//",
            "x:y",
            "1:2",
            ":x",
            "https://h:/x",
            "https:\\\\h\\x",
        ] {
            agrees(input, BASE);
            agrees(input, None);
        }
    }

    #[test]
    fn hosts_that_browsers_rewrite_are_passed_on() {
        let parsed = |input| Address::parse(input, None).map(|address| address.written());
        assert_eq!(parsed("https://München.DE/x").as_deref(), Some("https://münchen.de/x"));
        assert_eq!(parsed("http://[::1]:8080/").as_deref(), Some("http://[::1]:8080/"));
        assert_eq!(parsed("http://127.1/").as_deref(), Some("http://127.1/"));
        assert_eq!(parsed("https://user:word@example.org/"), None);
        assert_eq!(parsed("http://[::1"), None);
        // Browsers follow the standard here, the reference does not yet.
        assert_eq!(parsed("https://h/^").as_deref(), Some("https://h/%5E"));
    }

    proptest! {
        #[test]
        fn the_reference_agrees_on_anything(
            input in "(https?:|mailto:|tel:|HTTPS:|x:)?[/\\\\]{0,3}([a-z.]{0,4}(:[0-9]{0,3})?)?([/\\\\?#.%a-c2eE:@ <>\"'{}|`é\t\n\u{0}\u{1f}~]|%2e|\\.\\.){0,10}"
        ) {
            agrees(&input, BASE);
            agrees(&input, None);
        }

        #[test]
        fn parsing_what_was_written_changes_nothing(input: String) {
            if let Some(address) = Address::parse(&input, Address::parse(BASE.unwrap(), None).as_ref()) {
                prop_assert_eq!(Address::parse(&address.written(), None), Some(address));
            }
        }
    }
}
