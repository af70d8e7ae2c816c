//! Data of JavaScript as values of ours, and back.
//!
//! Deliberately absent: believing it. Whatever JSON has no word for becomes nothing.

use js_sys::{Array, JSON, Object};
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::objects::{get, set};
use crate::comments::Value;

/// How deep data may be nested. Ours is two levels deep; what is nested a million times would end the page.
const DEPTH: usize = 16;

/// The value of some data.
pub fn value_of(data: &JsValue) -> Value {
    value_at(data, DEPTH)
}

fn value_at(data: &JsValue, depth: usize) -> Value {
    if let Some(text) = data.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = data.as_f64() {
        return Value::Number(number);
    }
    if let Some(flag) = data.as_bool() {
        return Value::Flag(flag);
    }
    let Some(depth) = depth.checked_sub(1).filter(|_| data.is_object()) else {
        return Value::Nothing;
    };
    if let Some(list) = data.dyn_ref::<Array>() {
        return Value::List(list.iter().map(|item| value_at(&item, depth)).collect());
    }
    let object: &Object = data.unchecked_ref();
    let field = |name: JsValue| {
        let name = name.as_string()?;
        let value = value_at(&get(object, &name), depth);
        Some((name, value))
    };
    Value::Table(Object::keys(object).iter().filter_map(field).collect())
}

/// The data of a value.
pub fn data_of(value: &Value) -> JsValue {
    match value {
        Value::Nothing => JsValue::NULL,
        Value::Flag(flag) => JsValue::from_bool(*flag),
        Value::Number(number) => JsValue::from_f64(*number),
        Value::Text(text) => JsValue::from_str(text),
        Value::List(items) => items.iter().map(data_of).collect::<Array>().into(),
        Value::Table(fields) => {
            // An object without a prototype takes a field of any name, also `__proto__`.
            let object = Object::create(JsValue::NULL.unchecked_ref::<Object>());
            for (name, value) in fields {
                set(&object, name, &data_of(value));
            }
            object.into()
        }
    }
}

/// The value of a text of JSON; nothing where it is none.
pub fn parsed(text: &str) -> Value {
    JSON::parse(text).map(|data| value_of(&data)).unwrap_or_default()
}

/// A value as JSON, a line for each field.
pub fn written(value: &Value) -> String {
    let text = JSON::stringify_with_replacer_and_space(&data_of(value), &JsValue::NULL, &" ".into());
    text.map(String::from).unwrap_or_default()
}
