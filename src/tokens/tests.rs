use super::*;

/// All tokens of a page in a short notation: `<p a=1>`, `</p>`, `"text"`.
fn tokens(html: &str) -> Vec<String> {
    let whole = span(0, html.len());
    let mut tokens = Tokens::new(html.as_bytes(), whole);
    let mut found = Vec::new();
    let text = |span: Span| &html[span.start as usize..span.end as usize];
    while let Some(token) = tokens.next(false) {
        found.push(match token {
            Token::Start { tag, name, self_closing, span } => {
                assert!(text(span).starts_with('<') && text(span).ends_with('>'));
                let mut attributes = String::new();
                for attribute in tokens.attributes() {
                    attributes.extend([" ", text(attribute.name), "=", text(attribute.value)]);
                }
                tokens.read_raw(tag);
                format!("<{}{attributes}{}>", text(name), if self_closing { "/" } else { "" })
            }
            Token::End { name, .. } => format!("</{}>", text(name)),
            Token::Text { span, .. } => format!("\"{}\"", text(span)),
        });
    }
    found
}

#[test]
fn a_page_falls_into_pieces() {
    #[rustfmt::skip]
    let rows: &[(&str, &[&str])] = &[
        ("<p>one</p>", &["<p>", "\"one\"", "</p>"]),
        ("a < b <3 </ <", &["\"a < b <3 \""]),
        ("a</", &["\"a</\""]),
        ("<a href=x title='>' b = \"/>\" c>", &["<a href=x title=> b=/> c=>"]),
        ("<br/><br / ><a href=/b/>", &["<br/>", "<br>", "<a href=/b/>"]),
        ("<a =b c==d e=>f", &["<a =b= c==d e=>", "\"f\""]),
        ("a<!-- > -- > -->b<!-->c<!--->d<!--x--!>e", &["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""]),
        ("<!doctype html>a<?php >b</ >c<![CDATA[x]]>d", &["\"a\"", "\"b\"", "\"c\"", "\"d\""]),
        ("<title>a<b></titles></title >b", &["<title>", "\"a<b></titles>\"", "</title>", "\"b\""]),
        ("<script>'<!--<script></script>--></script>x", &["<script>", "\"'<!--<script></script>-->\"", "</script>", "\"x\""]),
        ("<script><!--</script>x", &["<script>", "\"<!--\"", "</script>", "\"x\""]),
        ("<script><!--><script></script>x", &["<script>", "\"<!--><script>\"", "</script>", "\"x\""]),
        ("<style></style><p", &["<style>", "</style>"]),
        ("<p a='", &[]),
        ("</p a='>'>x", &["</p>", "\"x\""]),
        ("<plaintext></plaintext>", &["<plaintext>", "\"</plaintext>\""]),
    ];
    for (html, expected) in rows {
        assert_eq!(tokens(html), *expected, "{html}");
    }
}

#[test]
fn cdata_is_text_in_foreign_content_only() {
    let html = "<![CDATA[a>b]]>c";
    let mut tokens = Tokens::new(html.as_bytes(), span(0, html.len()));
    let cdata = Token::Text { span: span(9, 12), kind: TextKind::Cdata };
    assert_eq!(tokens.next(true), Some(cdata));
    let mut tokens = Tokens::new(html.as_bytes(), span(0, html.len()));
    let rest = Token::Text { span: span(11, 16), kind: TextKind::Data };
    assert_eq!(tokens.next(false), Some(rest));
}

#[test]
fn many_attributes_are_cut() {
    let html = format!("<p{}>", " a".repeat(5000));
    let mut tokens = Tokens::new(html.as_bytes(), span(0, html.len()));
    assert!(matches!(tokens.next(false), Some(Token::Start { tag: Tag::P, .. })));
    assert_eq!(tokens.attributes().len(), MAX_ATTRIBUTES);
}

/// The reference: html5ever's tokenizer, which keeps to the standard and copies every byte.
#[cfg(not(target_arch = "wasm32"))]
mod reference {
    use super::*;
    use crate::entity::{decode_attribute, decode_text};
    use html5ever::buffer_queue::BufferQueue;
    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::states::RawKind;
    use html5ever::tokenizer::{TagKind, Token as Theirs, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
    use proptest::prelude::*;
    use std::cell::RefCell;

    /// What a page says: tags with decoded attributes, and the text between them.
    #[derive(Clone, Debug, PartialEq)]
    enum Said {
        Start(String, Vec<(String, String)>),
        End(String),
        Text(String),
    }

    fn add_text(said: &mut Vec<Said>, text: &str) {
        match said.last_mut() {
            Some(Said::Text(before)) => before.push_str(text),
            _ => said.push(Said::Text(text.to_owned())),
        }
    }

    fn ours(html: &str) -> Vec<Said> {
        let bytes = html.as_bytes();
        let mut tokens = Tokens::new(bytes, span(0, html.len()));
        let mut said = Vec::new();
        let lower = |span: Span| String::from_utf8_lossy(span.of(bytes)).to_ascii_lowercase();
        while let Some(token) = tokens.next(false) {
            match token {
                Token::Start { tag, name, .. } => {
                    let mut attributes: Vec<(String, String)> = Vec::new();
                    for attribute in tokens.attributes() {
                        let name = lower(attribute.name);
                        // The first of several with one name counts.
                        if attributes.iter().all(|(other, _)| *other != name) {
                            attributes.push((name, decode_attribute(attribute.value.of(bytes)).into_owned()));
                        }
                    }
                    said.push(Said::Start(lower(name), attributes));
                    tokens.read_raw(tag);
                }
                Token::End { name, .. } => said.push(Said::End(lower(name))),
                Token::Text { span, kind: TextKind::Data | TextKind::Escapable } => {
                    add_text(&mut said, &decode_text(span.of(bytes)));
                }
                Token::Text { span, .. } => add_text(&mut said, &String::from_utf8_lossy(span.of(bytes))),
            }
        }
        said
    }

    #[derive(Default)]
    struct Sink(RefCell<Vec<Said>>);

    impl TokenSink for Sink {
        type Handle = ();

        fn process_token(&self, token: Theirs, _line: u64) -> TokenSinkResult<()> {
            let said = &mut *self.0.borrow_mut();
            match token {
                Theirs::CharacterTokens(text) => add_text(said, &text),
                Theirs::TagToken(tag) if tag.kind == TagKind::EndTag => said.push(Said::End(tag.name.to_string())),
                Theirs::TagToken(tag) => {
                    let attributes =
                        tag.attrs.iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect();
                    said.push(Said::Start(tag.name.to_string(), attributes));
                    return match &*tag.name {
                        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                        "plaintext" => TokenSinkResult::Plaintext,
                        "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" => {
                            TokenSinkResult::RawData(RawKind::Rawtext)
                        }
                        _ => TokenSinkResult::Continue,
                    };
                }
                _ => {}
            }
            TokenSinkResult::Continue
        }
    }

    fn theirs(html: &str) -> Vec<Said> {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let options = TokenizerOpts { discard_bom: false, ..Default::default() };
        let tokenizer = Tokenizer::new(Sink::default(), options);
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn it_agrees_on_markup(html in "([<>/=!?'\" -]|--|<!--|-->|</|<!|]]>|a|b=|&lt|é|p|(?i:<script|</script|<style>|</style|<title|</title|<plaintext)){0,40}") {
            prop_assert_eq!(ours(&html), theirs(&html));
        }

        #[test]
        fn it_agrees_on_anything(html in "[^\r\u{0}]{0,80}") {
            prop_assert_eq!(ours(&html), theirs(&html));
        }

        #[test]
        fn bytes_never_fail(html: Vec<u8>) {
            let mut tokens = Tokens::new(&html, span(0, html.len()));
            while tokens.next(true).is_some() {}
        }
    }
}
