//! Style rules that leaked into the text of a page.
//!
//! Tools that write their rules with scripts put them into `<style>`; a page that
//! builds its HTML by hand, or was saved by a program, may show them as text.

/// Whether text is style rules: `.a{color:red;margin:0}@media(min-width:1px){…}`.
///
/// Told by its declarations: a lower-case name and a colon right after a brace
/// or a semicolon, again and again. Prose has no braces, and code has words between.
pub(crate) fn is_rules(text: &[u8]) -> bool {
    let (mut braces, mut declarations) = (0_usize, 0_usize);
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'{' | b'}' => braces += 1,
            b';' => {}
            _ => continue,
        }
        declarations += usize::from(byte != b'}' && is_declaration(text.get(at + 1..).unwrap_or_default()));
    }
    let several = braces >= 1 && declarations >= 2 && (declarations + braces) * 50 >= text.len();
    several || declarations == 1 && braces == 2 && is_one_rule(text.trim_ascii())
}

/// Whether text with one declaration begins as a selector of a class, an id or a rule does, and ends with its brace.
fn is_one_rule(text: &[u8]) -> bool {
    let begins = text.split_first().is_some_and(|(sign, rest)| {
        matches!(sign, b'.' | b'#' | b'@')
            && rest.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
    });
    begins && text.ends_with(b"}")
}

/// Whether text begins with a property's name and a colon.
fn is_declaration(text: &[u8]) -> bool {
    let text = text.trim_ascii_start();
    let name = text.iter().take_while(|byte| byte.is_ascii_lowercase() || **byte == b'-').count();
    name >= 3 && text.get(name) == Some(&b':') && text.get(name + 1).is_some_and(|next| *next != b':' && *next != b'=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_told_from_prose_and_code() {
        #[rustfmt::skip]
        let rows: &[(&str, bool)] = &[
            (".jaiOuh{display:flex;min-height:600px}@media(min-width:1000px){.jaiOuh{min-height:450px}}", true),
            ("\") no-repeat center center;background-size:10px 16px;content:' '}@media(min-width:768px){.UeJNJ::before{display:none}}.cPCVUJ{min-height:389px}", true),
            ("@keyframes hqVOOe{from{transform:translateX(0)}to{transform:translateX(-100%)}}", true),
            (".article p {\n  color: light-dark(#222, #fff);\n  margin: 0 0 20px;\n}\n.article h2 { font: bold 21px/1.2 serif; }", true),
            (".bnrMtf{display:none}", true),
            ("@font-face { font-family: Strait }", true),
            (".NET has {name: value} pairs of its own.", false),
            ("{name: value}", false),
            ("fn main() { let x: u32 = 1; println!(\"{}\", x); }", false),
            ("The set {a, b, c} has three members; the empty set {} has none: that is all there is to say about it here.", false),
            ("An ordinary sentence: with a colon; and a semicolon.", false),
            ("", false),
        ];
        for (text, expected) in rows {
            assert_eq!(is_rules(text.as_bytes()), *expected, "{text}");
        }
    }
}
