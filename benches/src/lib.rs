//! The floor: what it costs to look at a page once.
//!
//! A well-kept streaming parser reads class, id, end tags and text of every
//! element and does nothing with them. Whatever the core does beyond is thinking.

use std::cell::Cell;
use std::rc::Rc;

use lol_html::html_content::{Element, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, Settings};

/// Passes over a page; gives a number that depends on all that was read.
#[must_use]
pub fn floor(html: &str) -> u32 {
    let seen = Rc::new(Cell::new(0_usize));
    let (elements, texts) = (Rc::clone(&seen), Rc::clone(&seen));
    let text_handler = DocumentContentHandlers::default().text(move |chunk: &mut TextChunk<'_>| {
        texts.set(texts.get() + chunk.as_str().len());
        Ok(())
    });
    let mut settings = Settings::new().with_strict(false).append_document_content_handler(text_handler);
    if let Ok(every) = "*".parse() {
        let element_handler = ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            let length = |name| element.get_attribute(name).map_or(0, |value: String| value.len());
            elements.set(elements.get() + length("class") + length("id"));
            if let Some(handlers) = element.end_tag_handlers() {
                let ends = Rc::clone(&elements);
                handlers.push(Box::new(move |_| {
                    ends.set(ends.get() + 1);
                    Ok(())
                }));
            }
            Ok(())
        });
        settings = settings.append_element_content_handler((std::borrow::Cow::Owned(every), element_handler));
    }
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    if rewriter.write(html.as_bytes()).is_ok() {
        // A page that it cannot end was still read.
        let _ = rewriter.end();
    }
    u32::try_from(seen.get()).unwrap_or(u32::MAX)
}

#[cfg(target_arch = "wasm32")]
mod boundary {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// [`super::floor`] for JavaScript.
    #[wasm_bindgen]
    #[must_use]
    pub fn floor(html: &str) -> u32 {
        super::floor(html)
    }
}
