//! Options as JavaScript hands them over: objects, looked at field by field.
//!
//! A general reader of JavaScript's values brings messages of its own, numbers with fractions in them, and a general
//! way of printing those: 25 KB. There are fourteen fields.

use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::error;
use crate::{LiveHints, Mode, Options, Overrides};

/// Reads options. A field that is `undefined` or `null` is not given.
///
/// # Errors
///
/// `bad-options` for a field that there is none of, since a misspelt one must not be ignored in silence, and for a
/// value that does not belong where it stands.
pub(super) fn read(options: &JsValue) -> Result<Options, Error> {
    let mut read = Options::default();
    let fields = Fields::of(options, &["url", "mode", "maxBytes", "hints", "overrides"])?;
    fields.set("url", |value| value.as_string().map(|url| read.url = Some(url)))?;
    fields.set("mode", |value| mode(&value.as_string()?).map(|mode| read.mode = mode))?;
    fields.set("maxBytes", |value| number(value).map(|most| read.max_bytes = most as usize))?;
    if let Some(inner) = fields.get("hints") {
        read.hints = Some(hints(&inner)?);
    }
    if let Some(inner) = fields.get("overrides") {
        read.overrides = overrides(&inner)?;
    }
    Ok(read)
}

fn hints(value: &JsValue) -> Result<LiveHints, Error> {
    let mut read = LiveHints::default();
    let fields = Fields::of(value, &["elements", "hidden", "images", "fixed", "sticky", "covering"])?;
    fields.set("elements", |value| number(value).map(|elements| read.elements = elements))?;
    fields.set("images", |value| list(value, image).map(|images| read.images = images))?;
    for (name, places) in [
        ("hidden", &mut read.hidden),
        ("fixed", &mut read.fixed),
        ("sticky", &mut read.sticky),
        ("covering", &mut read.covering),
    ] {
        fields.set(name, |value| list(value, number).map(|list| *places = list))?;
    }
    Ok(read)
}

fn overrides(value: &JsValue) -> Result<Overrides, Error> {
    let mut read = Overrides::default();
    let fields = Fields::of(value, &["keep", "drop", "keepLoose"])?;
    for (name, places) in [("keep", &mut read.keep), ("drop", &mut read.drop), ("keepLoose", &mut read.keep_loose)] {
        fields.set(name, |value| list(value, number).map(|list| *places = list))?;
    }
    Ok(read)
}

/// An object that has no other fields than are known.
struct Fields<'v>(&'v Object);

impl<'v> Fields<'v> {
    fn of(value: &'v JsValue, known: &[&str]) -> Result<Self, Error> {
        let object = value.dyn_ref::<Object>().ok_or_else(|| bad("options are an object"))?;
        let mut names = Object::keys(object).into_iter().filter_map(|name| name.as_string());
        match names.find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(bad(&["there is no option ", &name].concat())),
            None => Ok(Self(object)),
        }
    }

    fn get(&self, name: &str) -> Option<JsValue> {
        Reflect::get(self.0, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
    }

    /// Hands out a field, if it is given, to what takes it or does not.
    fn set(&self, name: &str, take: impl FnOnce(&JsValue) -> Option<()>) -> Result<(), Error> {
        match self.get(name).map(|value| take(&value)) {
            Some(None) => Err(bad(&["not a value for the option ", name].concat())),
            _ => Ok(()),
        }
    }
}

fn bad(message: &str) -> Error {
    error("bad-options", message)
}

fn mode(name: &str) -> Option<Mode> {
    match name {
        "article" => Some(Mode::Article),
        "page" => Some(Mode::Page),
        "second" => Some(Mode::Second),
        _ => None,
    }
}

/// A whole number. JavaScript has one type for all.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    let whole = number as u32;
    // The cast cuts off and clamps: the same only if there was nothing to cut.
    (f64::from(whole).to_bits() == (number + 0.0).to_bits()).then_some(whole)
}

fn list<T>(value: &JsValue, read: impl Fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    let list = value.dyn_ref::<Array>()?;
    list.iter().map(|value| read(&value)).collect()
}

/// An image's number and address.
fn image(value: &JsValue) -> Option<(u32, String)> {
    let pair = value.dyn_ref::<Array>().filter(|pair| pair.length() == 2)?;
    Some((number(&pair.get(0))?, pair.get(1).as_string()?))
}
