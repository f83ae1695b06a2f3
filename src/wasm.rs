//! The boundary to JavaScript: decode, call, encode, map errors. Nothing else
//! in the crate knows `wasm_bindgen`.
//!
//! Options and articles cross it as one JSON text each: every string that
//! crosses by itself costs a call and a copy, and an article has hundreds.

use js_sys::{Error, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::{Article, ExtractError, Options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// `ExtractOptions` of the declarations.
    #[wasm_bindgen(typescript_type = "ExtractOptions")]
    pub type JsOptions;

    /// `Article` of the declarations.
    #[wasm_bindgen(typescript_type = "Article")]
    pub type JsArticle;

    /// `Uint8Array | string` of the declarations.
    #[wasm_bindgen(typescript_type = "Uint8Array | string")]
    pub type JsChunk;

    /// The engine's own `JSON`.
    #[wasm_bindgen(js_namespace = JSON, js_name = stringify, catch)]
    fn to_json(value: &JsValue) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn from_json(json: &str) -> Result<JsArticle, JsValue>;
}

/// Finds the article in a page. Throws a `ClearleafError`.
///
/// # Errors
///
/// As [`crate::extract`], and `bad-options`.
#[wasm_bindgen(js_name = extract)]
pub fn extract(html: &str, options: Option<JsOptions>) -> Result<JsArticle, Error> {
    let options = read_options(options)?;
    let article = crate::extract(html, &options).map_err(|error| to_js(&error))?;
    write_article(&article)
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Takes a page in pieces and finds the article in it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Extractor {
    inner: Option<crate::Extractor>,
}

#[wasm_bindgen]
impl Extractor {
    /// An extractor that has not been fed yet.
    ///
    /// # Errors
    ///
    /// `bad-options`.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<JsOptions>) -> Result<Extractor, Error> {
        Ok(Self { inner: Some(crate::Extractor::new(read_options(options)?)) })
    }

    /// Appends a piece of the page: a string, or bytes in UTF-8.
    ///
    /// # Errors
    ///
    /// `too-large`, and `finished` after `finish()`.
    pub fn feed(&mut self, chunk: &JsChunk) -> Result<(), Error> {
        let chunk: &JsValue = chunk;
        let extractor = self.inner.as_mut().ok_or_else(finished)?;
        let result = match chunk.as_string() {
            Some(text) => extractor.feed(text.as_bytes()),
            None => match chunk.dyn_ref::<Uint8Array>() {
                Some(bytes) => extractor.feed(&bytes.to_vec()),
                None => return Err(error("bad-options", "feed() takes a string or a Uint8Array")),
            },
        };
        result.map_err(|error| to_js(&error))
    }

    /// Ends the page and finds the article.
    ///
    /// # Errors
    ///
    /// As `extract`, and `finished` when called twice.
    pub fn finish(&mut self) -> Result<JsArticle, Error> {
        let extractor = self.inner.take().ok_or_else(finished)?;
        write_article(&extractor.finish().map_err(|error| to_js(&error))?)
    }
}

fn read_options(options: Option<JsOptions>) -> Result<Options, Error> {
    let bad = |message: &str| error("bad-options", message);
    let Some(options) = options.map(JsValue::from).filter(|value| !value.is_null() && !value.is_undefined()) else {
        return Ok(Options::default());
    };
    let json = to_json(&options).ok().flatten().ok_or_else(|| bad("options must be plain data"))?;
    serde_json::from_str(&json).map_err(|cause| bad(&cause.to_string()))
}

fn write_article(article: &Article) -> Result<JsArticle, Error> {
    let json = serde_json::to_string(article).map_err(|cause| error("internal", &cause.to_string()))?;
    from_json(&json).map_err(|_| error("internal", "the article is not JSON"))
}

fn to_js(cause: &ExtractError) -> Error {
    error(cause.code(), &cause.to_string())
}

fn finished() -> Error {
    error("finished", "this extractor has finished: make a new one")
}

/// A real `Error` with the name `ClearleafError` and a `code`.
fn error(code: &str, message: &str) -> Error {
    let error = Error::new(message);
    error.set_name("ClearleafError");
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error
}
