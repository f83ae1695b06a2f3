//! The ways to break each rule. Facts, no control flow.

/// What is asked, for `cargo test`, one after the other: the tests in the core's modules, and the attack set.
const CORE: &[&[&str]] =
    &[&["--package", "clearleaf", "--lib"], &["--package", "clearleaf-hostile", "--test", "attacks"]];

/// The rules of the house.
const HOUSE: &[&[&str]] = &[&["--package", "xtask", "--test", "tidy"]];

/// A rule of SECURITY.md, and one way to take it out.
pub struct Breach {
    pub rule: &'static str,
    pub how: &'static str,
    pub file: &'static str,
    pub holds: &'static str,
    pub broken: &'static str,
    pub judges: &'static [&'static [&'static str]],
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
    "R8" "links tell where the reader was", CORE, "src/allowlist.rs":
        "{ Rel = \"noopener noreferrer\", ReferrerPolicy = \"no-referrer\" }" => "";
    "R9" "no limit to the depth of a page", CORE, "src/events.rs":
        "pub(crate) const MAX_DEPTH: usize = 512;" => "pub(crate) const MAX_DEPTH: usize = usize::MAX;";
    "R9" "no limit to the depth of what is written", CORE, "src/serialize.rs":
        "const MAX_DEPTH: u32 = 480;" => "const MAX_DEPTH: u32 = u32::MAX;";
    "R9" "no limit to a page", CORE, "src/measure.rs":
        "if html.len() + piece.len() > self.max_bytes {" => "if false {";
    "R9" "no limit to what is written", CORE, "src/serialize.rs":
        "if self.sink.html.len() >= self.budget {" => "if false {";
    "R9" "no limit to values", CORE, "src/value.rs":
        "text.len() <= LONGEST" => "true";
    "R9" "no limit to elements", CORE, "src/events.rs":
        "if share > FREE_START_TAGS { share } else { FREE_START_TAGS }" => "u32::MAX";
    "R9" "no limit to attributes", CORE, "src/events/token.rs":
        "pub(super) const MOST_ATTRIBUTES: usize = 4096;" => "pub(super) const MOST_ATTRIBUTES: usize = 1 << 20;";
    "R10" "a title becomes markup", HOUSE, "extension/reader/base.js":
        "element.textContent = text;" => "element.innerHTML = text;";
}
