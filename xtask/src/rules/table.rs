//! The ways to break each rule. Facts, no control flow.

/// Who is asked whether a rule is missing.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judge {
    /// `cargo test` with these arguments.
    Cargo(&'static [&'static str]),
    /// The tests end to end whose names hold this, in Chromium.
    Reader(&'static str),
    /// The rows of the attack set whose titles hold this, in Chromium.
    Attack(&'static str),
}

/// The tests in the core's modules, and the attack set.
const CORE: &[Judge] = &[
    Judge::Cargo(&["--package", "clearleaf", "--lib"]),
    Judge::Cargo(&["--package", "clearleaf-hostile", "--test", "attacks"]),
];

/// Those, and the time that pages of each shape take.
const LIMITS: &[Judge] = &[
    Judge::Cargo(&["--package", "clearleaf", "--lib"]),
    Judge::Cargo(&["--package", "clearleaf-hostile", "--test", "attacks"]),
    Judge::Cargo(&["--release", "--package", "clearleaf-hostile", "--test", "limits"]),
];

/// The rules of the house.
const HOUSE: &[Judge] = &[Judge::Cargo(&["--package", "xtask", "--test", "tidy"])];

const PRIVILEGE: &[Judge] = &[Judge::Reader("privilege: ")];
const MADE_UP: &[Judge] = &[Judge::Reader("what a page makes up")];
const REFERRER: &[Judge] = &[Judge::Reader("without a referrer")];
const TURNED: &[Judge] = &[Judge::Reader("turns no line around")];
const SECOND_LAYER: &[Judge] = &[Judge::Attack("handler")];

/// A rule of SECURITY.md, and one way to take it out.
pub struct Breach {
    pub rule: &'static str,
    pub how: &'static str,
    pub file: &'static str,
    pub holds: &'static str,
    pub broken: &'static str,
    pub judges: &'static [Judge],
}

macro_rules! breaches {
    ($($rule:literal $how:literal, $judges:ident, $file:literal: $holds:literal => $broken:literal;)*) => {
        pub const BREACHES: &[Breach] = &[$(Breach {
            rule: $rule,
            how: $how,
            file: $file,
            holds: $holds,
            broken: $broken,
            judges: $judges,
        },)*];
    };
}

breaches! {
    "R1" "text is passed on as it is", CORE, "src/serialize/sink.rs":
        "push_text(&mut self.html, content);\n        if !told {" => "self.html.push_str(content);\n        if !told {";
    "R1" "preformatted text is passed on as it is", CORE, "src/serialize/sink.rs":
        "push_text(&mut self.html, content);\n        if told {" => "self.html.push_str(content);\n        if told {";
    "R1" "another module writes markup", HOUSE, "src/rewrite.rs":
        "fn borrowed(" => "pub(crate) fn begin(out: &mut String) {\n    out.push_str(\"<p>\");\n}\n\nfn borrowed(";
    "R2" "a button has a row", CORE, "src/allowlist.rs":
        "Ruby; Rt; Rp;" => "Ruby; Rt; Rp; Button;";
    "R2" "a frame has a row", CORE, "src/allowlist.rs":
        "Ruby; Rt; Rp;" => "Ruby; Rt; Rp; Iframe;";
    "R3" "text may have a source", CORE, "src/allowlist.rs":
        "Small; Span;" => "Small; Span [Src];";
    "R3" "ids keep the page's names", CORE, "src/value.rs":
        "let Some(own) = text.strip_prefix(ID_PREFIX) else { return false };" => "let own = text;";
    "R3" "links and ids get no prefix", CORE, "src/link.rs":
        "format!(\"{ID_PREFIX}{id}\")" => "id.to_owned()";
    "R3" "the last of two attributes counts", CORE, "src/events.rs":
        "self.attributes.iter().find(named)" => "self.attributes.iter().rev().find(named)";
    "R4" "drawings, frames and scripts are entered", CORE, "src/events.rs":
        "self.opaque = tag.is_opaque() &&" => "self.opaque = false &&";
    "R4" "the text of scripts and drawings is text", CORE, "src/rewrite.rs":
        "if self.open_opaque || !self.is_kept(span) {" => "if !self.is_kept(span) {";
    "R4" "CDATA holds references", CORE, "src/events.rs":
        "!matches!(kind, TextType::Data | TextType::RCData)" => "false";
    "R5" "values are not decoded before they are checked", CORE, "src/events.rs":
        "entity::decode_attribute(raw).into_owned()" => "String::from_utf8_lossy(raw).into_owned()";
    "R5" "a value is not looked at once more when it is written", CORE, "src/value.rs":
        "Value::Link => text.strip_prefix('#').map_or_else(|| starts(text, LINK_STARTS), is_id)" => "Value::Link => true";
    "R5" "quotation marks in values stay", CORE, "src/serialize/escape.rs":
        "Some(b'\"') if in_attribute => Some((1, \"&quot;\"))," => "";
    "R6" "what is open at the end stays open", CORE, "src/serialize.rs":
        "self.pop_to(0);\n        self.sink.close_to(0);" => "";
    "R6" "links in links", CORE, "src/serialize/frames.rs":
        "Tag::A => self.inlines.iter().all(|&at| self.frames.get(at).is_none_or(|open| open.written != Tag::A))," => "Tag::A => true,";
    "R6" "rows anywhere", CORE, "src/serialize/model.rs":
        "Tag::Tr => matches!(role, Role::Table | Role::RowGroup)," => "Tag::Tr => true,";
    "R6" "what may stand in a formula is not asked", CORE, "src/serialize/frames.rs":
        "let fits = around.role == Role::MathGroup &&" => "let fits = true ||";
    "R6" "the newline after <pre> is written", CORE, "src/serialize/sink.rs":
        "exact.rsplit('\\n').next().unwrap_or_default()" => "exact.as_str()";
    "R7" "controls of the upper half in text", CORE, "src/serialize/escape.rs":
        "0xc2 if next.is_some_and(|next| next < 0xa0) => break," => "";
    "R7" "controls in values", CORE, "src/serialize/escape.rs":
        "Some(0..=0x1f | 0x7f) if in_attribute => Some((1, \"\"))," => "";
    "R7" "a title may turn the line around", CORE, "src/plain_text.rs":
        "        || matches!(letter, '\\u{200E}'" => "        || false && matches!(letter, '\\u{200E}'";
    "R7" "half a character is let through as another", CORE, "src/entity.rs":
        "None => char::from_u32(code)" => "None => char::from_u32(code & 0x07FF)";
    "R8" "pictures from any address", CORE, "src/link.rs":
        "self.resolve(decoded).filter(Address::is_web)" => "self.resolve(decoded)";
    "R8" "a page's base may be anything", CORE, "src/link.rs":
        "            .filter(Address::is_web)\n            .or_else(" => "            .or_else(";
    "R8" "the page says where it is", CORE, "src/assemble.rs":
        "options.url.as_deref().or(metadata.canonical.as_deref())" => "metadata.canonical.as_deref().or(options.url.as_deref())";
    "R8" "drawings that may hold scripts, as pictures", CORE, "src/value.rs":
        "\"data:image/avif;base64,\"," => "\"data:image/avif;base64,\", \"data:image/svg+xml;base64,\",";
    "R8" "pictures of any size in their address", CORE, "src/link.rs":
        "if address.len() > LONGEST_DATA {" => "if false {";
    "R8" "beacons are pictures", CORE, "src/image.rs":
        "BEACONS.iter().find(known)" => "BEACONS.iter().take(0).find(known)";
    "R8" "pictures of one pixel", CORE, "src/image.rs":
        "if is_dot(offer.width) || is_dot(offer.height) {" => "if false {";
    "R8" "a pixel is one only if it is said in so many letters", CORE, "src/image/side.rs":
        "\"\" | \"1\" => Side::Pixel," => "";
    "R8" "beacons in another spelling of their host", CORE, "src/image.rs":
        "if !host.is_ascii() && host" => "if false && host";
    "R8" "beacons behind a full stop", CORE, "src/image.rs":
        "address.host().trim_end_matches('.')" => "address.host()";
    "R8" "beacons as the lead picture", CORE, "src/metadata/site.rs":
        ".filter(|address| !is_beacon(address))" => "";
    "R8" "beacons in a list of sizes", CORE, "src/image/srcset.rs":
        ".filter(|address| !super::is_beacon(address))" => "";
    "R8" "lists of sizes with any address", CORE, "src/image/srcset.rs":
        "let Some(address) = links.web(candidate.address).filter(|address| !super::is_beacon(address)) else { continue };\n        let address = address.written();"
        => "let address = candidate.address.to_owned();";
    "R8" "films and sounds that count", CORE, "src/rewrite/attributes.rs":
        ".filter(|address| !is_beacon(address))" => "";
    "R8" "pictures that are not shown", CORE, "src/measure.rs":
        "element.hidden = !around_shown || self.is_hidden(html, &element);" => "element.hidden = false && (!around_shown || self.is_hidden(html, &element));";
    "R8" "pictures tell where the reader was, and load before they are seen", CORE, "src/allowlist.rs":
        "Br; Wbr; Hr;\n        Img [Src, Srcset, Alt, Width, Height]\n            { Loading = \"lazy\", Decoding = \"async\", ReferrerPolicy = \"no-referrer\" };"
        => "Br; Wbr; Hr;\n        Img [Src, Srcset, Alt, Width, Height];";
    "R8" "a film's poster counts", CORE, "src/rewrite/picture.rs":
        "self.pictures.waiting = Some(Pieces { src: Some(src), width, height, ..Pieces::default() });\n            self.write_picture();"
        => "let address = self.links.web(&src).map(|address| address.written()).unwrap_or_default();\n            self.out.void(Tag::Img, &[(OutAttr::Src, &address)]);\n            drop((width, height));";
    "R8" "the lead picture tells where the reader was", REFERRER, "extension/reader/head.js":
        "image.referrerPolicy = \"no-referrer\";" => "";
    "R8" "links tell where the reader was", CORE, "src/allowlist.rs":
        "{ Rel = \"noopener noreferrer\", ReferrerPolicy = \"no-referrer\" }" => "";
    "R9" "no limit to the depth of a page", LIMITS, "src/events.rs":
        "pub(crate) const MAX_DEPTH: usize = 512;" => "pub(crate) const MAX_DEPTH: usize = usize::MAX;";
    "R9" "no limit to the depth of what is written", LIMITS, "src/serialize.rs":
        "const MAX_DEPTH: u32 = 480;" => "const MAX_DEPTH: u32 = u32::MAX;";
    "R9" "no limit to a page", LIMITS, "src/measure.rs":
        "if html.len() + piece.len() > self.max_bytes {" => "if false {";
    "R9" "no limit to what is written", LIMITS, "src/serialize.rs":
        "if self.sink.html.len() >= self.budget {" => "if false {";
    "R9" "no limit to values", LIMITS, "src/value.rs":
        "text.len() <= LONGEST" => "true";
    "R9" "no limit to elements", LIMITS, "src/events.rs":
        "if share > FREE_START_TAGS { share } else { FREE_START_TAGS }" => "u32::MAX";
    "R9" "no limit to attributes", LIMITS, "src/events/token.rs":
        "pub(super) const MOST_ATTRIBUTES: usize = 4096;" => "pub(super) const MOST_ATTRIBUTES: usize = 1 << 20;";
    "R10" "a title becomes markup", HOUSE, "extension/reader/base.js":
        "element.textContent = text;" => "element.innerHTML = text;";
    "R10" "who wrote it may turn the line around", TURNED, "extension/reader/head.js":
        "shared.element(\"bdi\");\n      isolated" => "shared.element(\"span\");\n      isolated";
    "second layer" "it takes anything", SECOND_LAYER, "extension/reader/render.js":
        "into.setHTML(html, { sanitizer: { ...shared.allowed, comments: false, dataAttributes: false } });" => "into.innerHTML = html;";
    "second layer" "its copy takes any attribute", SECOND_LAYER, "extension/reader/render.js":
        "if (rule.attributes.includes(attribute.name) && sound)" => "if (sound)";
    "second layer" "its copy takes any element", SECOND_LAYER, "extension/reader/render.js":
        "if (rule === undefined) {" => "if (false) {";
    "privilege" "messages of another sender", PRIVILEGE, "extension/messages.js":
        "sender.id !== api.runtime.id ||" => "";
    "privilege" "messages of a frame", PRIVILEGE, "extension/messages.js":
        " || sender.frameId !== 0" => "";
    "privilege" "messages of any shape", PRIVILEGE, "extension/messages.js":
        "if (!VERBS[/** @type {ToBackground[\"verb\"]} */ (message.verb)](message, sender.url)) return null;" => "";
    "privilege" "links to follow, of any scheme", PRIVILEGE, "extension/messages.js":
        "/^https?:/i.test(url) && " => "";
    "privilege" "files that any page may load", PRIVILEGE, "extension/manifest.json":
        "\"permissions\": [" => "\"web_accessible_resources\": [{ \"resources\": [\"reader/open.js\"], \"matches\": [\"<all_urls>\"] }],\n  \"permissions\": [";
    "privilege" "every site can be read from the first day", PRIVILEGE, "extension/manifest.json":
        "\"optional_host_permissions\": [" => "\"host_permissions\": [";
    "privilege" "keys that a page makes up count", MADE_UP, "extension/reader/open.js":
        "if (!event.isTrusted || event.defaultPrevented) return;" => "if (event.defaultPrevented) return;";
    "privilege" "a click on a note that a page makes up counts", MADE_UP, "extension/reader/notes.js":
        "if (!event.isTrusted) return;" => "";
    "privilege" "events that a page makes up count, by the letter", HOUSE, "extension/reader/head.js":
        "({ isTrusted }) => isTrusted && figure.remove()" => "() => figure.remove()";
}
