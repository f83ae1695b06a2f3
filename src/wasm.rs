//! The boundary to JavaScript: decode, call, encode, map errors. Nothing else
//! in the crate knows `wasm_bindgen`.
//!
//! An article crosses it as one JSON text: every string that crosses by itself
//! costs a call and a copy, and an article has hundreds. A page crosses it as bytes that JavaScript has made of it: what
//! `wasm_bindgen` does with a string reserves up to four times its length in a memory that never shrinks.

use js_sys::{Error, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::{ExtractError, Options, export};

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

    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Uint8Array;

    /// The engine's own `JSON.parse`. What it is given is JSON.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    fn from_json(json: &str) -> JsArticle;
}

/// Finds the article in a page. Throws a `ClearleafError`.
///
/// # Errors
///
/// As [`crate::extract`], and `bad-options`.
#[wasm_bindgen(js_name = extract)]
pub fn extract(html: &JsString, options: Option<JsOptions>) -> Result<JsArticle, Error> {
    let options = read_options(options)?;
    let page = utf8(html).ok_or_else(|| error("bad-options", "extract() takes a string"))?;
    let article = crate::extract_owned(page, &options).map_err(|error| to_js(&error))?;
    Ok(from_json(&export::json(&article)))
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
    /// `too-large`, `parser`, and `finished` after `finish()`.
    pub fn feed(&mut self, chunk: &JsChunk) -> Result<(), Error> {
        let chunk: &JsValue = chunk;
        let extractor = self.inner.as_mut().ok_or_else(finished)?;
        let bytes = utf8(chunk).or_else(|| chunk.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec));
        let bytes = bytes.ok_or_else(|| error("bad-options", "feed() takes a string or a Uint8Array"))?;
        extractor.feed(&bytes).map_err(|error| to_js(&error))
    }

    /// Ends the page and finds the article.
    ///
    /// # Errors
    ///
    /// As `extract`, and `finished` when called twice.
    pub fn finish(&mut self) -> Result<JsArticle, Error> {
        let extractor = self.inner.take().ok_or_else(finished)?;
        let article = extractor.finish().map_err(|error| to_js(&error))?;
        Ok(from_json(&export::json(&article)))
    }
}

/// The options that there are, and those inside them.
const OPTIONS: &[&str] = &["url", "mode", "maxBytes", "hints", "overrides"];
const INNER: &[(&str, &[&str])] = &[
    ("hints", &["elements", "hidden", "images", "fixed", "sticky", "covering"]),
    ("overrides", &["keep", "drop", "keepLoose"]),
];

fn read_options(options: Option<JsOptions>) -> Result<Options, Error> {
    let Some(options) = options.map(JsValue::from).filter(is_given) else { return Ok(Options::default()) };
    let options = those_given(&options, OPTIONS)?;
    for (name, known) in INNER {
        if let Some(inner) = Reflect::get(&options, &(*name).into()).ok().filter(is_given) {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&options, &(*name).into(), &those_given(&inner, known)?.into());
        }
    }
    serde_wasm_bindgen::from_value(options.into()).map_err(|cause| error("bad-options", &cause.to_string()))
}

/// What of an object is neither undefined nor null. `serde-wasm-bindgen` would take both for values; and as it asks for the
/// fields it knows and does not see others, a misspelt option would be ignored in silence.
fn those_given(object: &JsValue, known: &[&str]) -> Result<Object, Error> {
    let object = object.dyn_ref::<Object>().ok_or_else(|| error("bad-options", "options are an object"))?;
    let given = Object::new();
    for name in Object::keys(object).iter() {
        if let Some(text) = name.as_string().filter(|text| !known.contains(&text.as_str())) {
            return Err(error("bad-options", &format!("there is no option {text}")));
        }
        if let Some(value) = Reflect::get(object, &name).ok().filter(is_given) {
            let _ = Reflect::set(&given, &name, &value);
        }
    }
    Ok(given)
}

/// The bytes of a string; `None` of anything else.
fn utf8(text: &JsValue) -> Option<Vec<u8>> {
    text.is_string().then(|| TextEncoder::new().encode(text).to_vec())
}

fn is_given(value: &JsValue) -> bool {
    !value.is_undefined() && !value.is_null()
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
