//! Records as the browser has them, and as JSON.
//!
//! Deliberately absent: believing them. Whatever JSON has no word for becomes null.

use js_sys::{Array, JSON, Object};
use leptos::wasm_bindgen::{JsCast, JsValue};
use serde::Serialize;
use serde_json::Value;

use crate::comments::{RawRecord, to_number};

/// How deep a record may be nested. Ours is two levels deep; what is nested a million times would end the page.
const DEPTH: usize = 16;

/// How many values a record may have. Ours has twenty; one that stands in itself would have no end of them.
const VALUES: usize = 10_000;

/// A record of the database; one without fields for what is none.
///
/// The database keeps more than JSON: big numbers, circles, any depth. `JSON.stringify` refuses a record for one such
/// thing in a field that we do not even know, and serde-wasm-bindgen follows it until the stack ends. So what is too
/// deep, too much or without a word becomes null, and the rest of the record is read.
pub(super) fn raw_record(data: &JsValue) -> RawRecord {
    match value_of(data, DEPTH, &mut { VALUES }) {
        Value::Object(fields) => fields,
        _ => RawRecord::new(),
    }
}

fn value_of(data: &JsValue, depth: usize, left: &mut usize) -> Value {
    if let Some(text) = data.as_string() {
        return Value::String(text);
    }
    if let Some(number) = data.as_f64() {
        return to_number(number);
    }
    if let Some(flag) = data.as_bool() {
        return Value::Bool(flag);
    }
    let Some(depth) = depth.checked_sub(1).filter(|_| data.is_object()) else {
        return Value::Null;
    };
    if let Some(list) = data.dyn_ref::<Array>() {
        let items = list.iter().map_while(|item| {
            *left = left.checked_sub(1)?;
            Some(value_of(&item, depth, left))
        });
        return Value::Array(items.collect());
    }
    let entries = Object::entries(data.unchecked_ref::<Object>());
    let fields = entries.iter().map_while(|entry| {
        *left = left.checked_sub(1)?;
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, value_of(&entry.get(1), depth, left)))
    });
    Value::Object(fields.collect())
}

/// What the database is to keep. By way of text, since `JSON.parse` makes a field of any name, also of `__proto__`,
/// which serde-wasm-bindgen would set as the object's prototype.
pub(super) fn to_js(data: &impl Serialize) -> JsValue {
    // Without data the database refuses what it is asked, which is told.
    serde_json::to_string(data).ok().and_then(|json| JSON::parse(&json).ok()).unwrap_or_default()
}
