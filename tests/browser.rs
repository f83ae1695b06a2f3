//! What the core writes, as the browser reads it that the tests run in: its parser is the one that counts.
//!
//! Nothing else of the project takes part: if the same bytes come back, nothing in them was taken for anything else than
//! what the core wrote, and nothing can have been hidden in between.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use clearleaf::extract;
use common::FIXTURES;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// How many times each page ends before its end.
const ENDS: usize = 3;

/// HTML after the browser has read and written it. A `<template>` loads nothing and runs nothing.
fn read_back(html: &str) -> String {
    let document = web_sys::window().unwrap().document().unwrap();
    let template = document.create_element("template").unwrap();
    template.set_inner_html(html);
    template.inner_html()
}

/// The golden files are what the core writes, which `tests/pages.rs` shows.
#[wasm_bindgen_test]
fn pages_are_read_as_they_were_written() {
    for fixture in FIXTURES {
        assert_eq!(read_back(fixture.golden), fixture.golden, "{}", fixture.slug);
    }
}

#[wasm_bindgen_test]
fn pages_that_end_anywhere_are_read_as_they_were_written() {
    for fixture in FIXTURES {
        for part in 1..=ENDS {
            let end = fixture.page.len() * part / (ENDS + 1);
            let page = String::from_utf8_lossy(&fixture.page.as_bytes()[..end]);
            let content = extract(&page, &fixture.options()).map(|article| article.content).unwrap_or_default();
            assert_eq!(read_back(&content), content, "{} up to byte {end}", fixture.slug);
        }
    }
}

#[wasm_bindgen_test]
fn a_page_does_not_come_back_as_it_was() {
    // That this parser mends what is not as it would write it shows that the tests above compare something.
    assert_eq!(read_back("<p>one<p>two"), "<p>one</p><p>two</p>");
}
