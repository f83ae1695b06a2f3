//! The boundary to JavaScript: decode, call, encode, map errors. Nothing else
//! in the crate knows `wasm_bindgen`.
//!
//! An article crosses it as one JSON text: every string that crosses by itself
//! costs a call and a copy, and an article has hundreds.

use js_sys::{Array, Error, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::{ExtractError, LiveHints, Mode, Options, Overrides, export};

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
pub fn extract(html: String, options: Option<JsOptions>) -> Result<JsArticle, Error> {
    let options = read_options(options)?;
    let article = crate::extract_owned(html, &options).map_err(|error| to_js(&error))?;
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
        let article = extractor.finish().map_err(|error| to_js(&error))?;
        Ok(from_json(&export::json(&article)))
    }
}

fn read_options(options: Option<JsOptions>) -> Result<Options, Error> {
    let mut read = Options::default();
    let Some(options) = options.map(JsValue::from).filter(is_given) else { return Ok(read) };
    for (key, value) in entries(&options)? {
        match key.as_str() {
            "url" => read.url = Some(text(&key, &value)?),
            "mode" => {
                read.mode = match text(&key, &value)?.as_str() {
                    "article" => Mode::Article,
                    "page" => Mode::Page,
                    "second" => Mode::Second,
                    _ => return Err(wrong(&key)),
                }
            }
            "maxBytes" => read.max_bytes = number(&key, &value)? as usize,
            "hints" => read.hints = Some(read_hints(&value)?),
            "overrides" => read.overrides = read_overrides(&value)?,
            _ => return Err(wrong(&key)),
        }
    }
    Ok(read)
}

fn read_hints(hints: &JsValue) -> Result<LiveHints, Error> {
    let mut read = LiveHints::default();
    for (key, value) in entries(hints)? {
        match key.as_str() {
            "elements" => read.elements = number(&key, &value)?,
            "hidden" => read.hidden = numbers(&key, &value)?,
            "fixed" => read.fixed = numbers(&key, &value)?,
            "sticky" => read.sticky = numbers(&key, &value)?,
            "covering" => read.covering = numbers(&key, &value)?,
            "images" => {
                for pair in array(&key, &value)?.iter() {
                    let pair = array(&key, &pair)?;
                    read.images.push((number(&key, &pair.get(0))?, text(&key, &pair.get(1))?));
                }
            }
            _ => return Err(wrong(&key)),
        }
    }
    Ok(read)
}

fn read_overrides(overrides: &JsValue) -> Result<Overrides, Error> {
    let mut read = Overrides::default();
    for (key, value) in entries(overrides)? {
        match key.as_str() {
            "keep" => read.keep = numbers(&key, &value)?,
            "drop" => read.drop = numbers(&key, &value)?,
            "keepLoose" => read.keep_loose = numbers(&key, &value)?,
            _ => return Err(wrong(&key)),
        }
    }
    Ok(read)
}

/// The names of an object and what they stand for, but for what is `undefined` or `null`.
fn entries(value: &JsValue) -> Result<Vec<(String, JsValue)>, Error> {
    let object = value.dyn_ref::<Object>().ok_or_else(|| error("bad-options", "options are an object"))?;
    let pairs = Object::entries(object);
    let pairs = pairs.iter().map(|pair| {
        let pair = Array::from(&pair);
        (pair.get(0).as_string().unwrap_or_default(), pair.get(1))
    });
    Ok(pairs.filter(|(_, value)| is_given(value)).collect())
}

fn is_given(value: &JsValue) -> bool {
    !value.is_undefined() && !value.is_null()
}

fn text(key: &str, value: &JsValue) -> Result<String, Error> {
    value.as_string().ok_or_else(|| wrong(key))
}

/// A whole number of at most 32 bits: nothing that is numbered here has more.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(key: &str, value: &JsValue) -> Result<u32, Error> {
    let number = value.as_f64().filter(|number| *number >= 0.0 && number.fract() == 0.0);
    number.map(|number| number.min(f64::from(u32::MAX)) as u32).ok_or_else(|| wrong(key))
}

fn numbers(key: &str, value: &JsValue) -> Result<Vec<u32>, Error> {
    array(key, value)?.iter().map(|each| number(key, &each)).collect()
}

fn array<'v>(key: &str, value: &'v JsValue) -> Result<&'v Array, Error> {
    value.dyn_ref::<Array>().ok_or_else(|| wrong(key))
}

fn wrong(key: &str) -> Error {
    error("bad-options", &format!("no such option, or no such value: {key}"))
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
