use super::*;

fn subject(script: &str) -> Subject {
    read([script.as_bytes()].into_iter()).subjects.into_iter().max_by_key(|subject| subject.rank).unwrap_or_default()
}

fn names(script: &str) -> Vec<String> {
    subject(script).authors.into_iter().map(|author| author.name).collect()
}

#[test]
fn authors_in_every_shape() {
    for (script, expected) in [
        (r#"{"@type":"Article","author":"Ada Byron"}"#, &["Ada Byron"][..]),
        (r#"{"@type":"Article","author":["Ada Byron","Karl Stein"]}"#, &["Ada Byron", "Karl Stein"]),
        (r#"{"@type":"Article","author":{"@type":"Person","name":"Ada Byron"}}"#, &["Ada Byron"]),
        (
            r#"{"@type":"Article","author":[{"name":"Ada Byron"},{"name":["Karl Stein","Mia Roth"]}]}"#,
            &["Ada Byron", "Karl Stein", "Mia Roth"],
        ),
        (r#"{"@type":"Article","creator":{"givenName":"Ada","familyName":"Byron"}}"#, &["Ada Byron"]),
        (
            r##"{"@graph":[{"@type":"Article","author":{"@id":"#ada"}},{"@type":"Person","@id":"#ada","name":"Ada Byron"}]}"##,
            &["Ada Byron"],
        ),
        (r#"{"@type":"Article","author":null}"#, &["null"]),
        (r#"{"@type":"Article"}"#, &[]),
    ] {
        assert_eq!(names(script), expected, "{script}");
    }
}

#[test]
fn the_facts_of_a_graph() {
    let found = read(
        [&br##"{"@context":"https://schema.org","@graph":[
            {"@type":"WebSite","name":"The Harbour Post"},
            {"@type":["NewsArticle","Article"],"headline":"Tide","datePublished":"2026-01-02T03:04:05Z","dateModified":"2026-01-03",
             "image":[{"@type":"ImageObject","url":"https://example.org/a.jpg"}],"inLanguage":{"@type":"Language","alternateName":"de"},
             "publisher":{"@id":"#org"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://example.org/tide"}},
            {"@type":"Organization","@id":"#org","name":"Harbour Media"}]}"##[..]]
        .into_iter(),
    );
    assert_eq!(found.site_name.as_deref(), Some("The Harbour Post"));
    assert!(found.types.contains(SchemaType::News) && found.types.is_article());
    let subject = found.subjects.first().cloned().unwrap_or_default();
    assert_eq!(subject.headline.as_deref(), Some("Tide"));
    assert_eq!(subject.published.as_deref(), Some("2026-01-02T03:04:05Z"));
    assert_eq!(subject.image.as_deref(), Some("https://example.org/a.jpg"));
    assert_eq!(subject.language.as_deref(), Some("de"));
    assert_eq!(subject.publisher.as_deref(), Some("Harbour Media"));
    assert_eq!(subject.urls, ["https://example.org/tide"]);
}

#[test]
fn gates_in_every_spelling() {
    for (script, access) in [
        (r#"{"@type":"Article","isAccessibleForFree":true}"#, Some(Access::Free)),
        (r#"{"@type":"Article","isAccessibleForFree":"False"}"#, Some(Access::Locked)),
        (r#"{"@type":"Article","isAccessibleForFree":"http://schema.org/False"}"#, Some(Access::Locked)),
        (
            r#"{"@type":"Article","hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".gated"}}"#,
            Some(Access::Locked),
        ),
        (
            r#"[{"@type":"Article","isAccessibleForFree":false},{"@type":"WebPage","isAccessibleForFree":true}]"#,
            Some(Access::Locked),
        ),
        (r#"{"@type":"Article"}"#, None),
    ] {
        let found = read([script.as_bytes()].into_iter());
        assert_eq!(found.access, access, "{script}");
    }
}
