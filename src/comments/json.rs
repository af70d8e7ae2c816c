//! What reading and writing JSON needs beyond serde: numbers as JavaScript has them, and fields that may be wrong.
//!
//! Deliberately absent: a value of our own. What is unknown is a `serde_json::Value`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::record::RawRecord;

/// The value of a text of JSON, if it is one; what is nested more than a hundred deep is none.
///
/// Half a pair of UTF-16, which JavaScript and Python write as an escape, becomes U+FFFD, as it does in every text that
/// comes from the browser: serde_json would refuse all of a file, or of a server's comments, for one such letter.
pub fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).or_else(|_| serde_json::from_str(&without_halves(text))).ok()
}

/// A text of JSON in which no escape is half a pair.
fn without_halves(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        let (length, is_half) = match (unit(from), from.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (12, false),
            (Some(unit), _) => (6, (0xd800..=0xdfff).contains(&unit)),
            (None, _) => (from.chars().take(2).map(char::len_utf8).sum::<usize>(), false),
        };
        let (escape, after) = from.split_at(length);
        whole.push_str(before);
        whole.push_str(if is_half { "\\ufffd" } else { escape });
        rest = after;
    }
    whole + rest
}

/// The unit of UTF-16 that the escape at the beginning stands for.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// A number as JavaScript writes it: a whole one without a fraction. Where JSON has no word for it, this is null.
pub fn to_number(number: f64) -> Value {
    // Up to here every whole number is its own.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT { Value::from(number as i64) } else { Value::from(number) }
}

/// The whole number that this is, from zero up. To JavaScript, 3 and 3.0 are the same.
pub(super) fn as_count(value: &Value) -> Option<u32> {
    let number = value.as_f64()?;
    let count = number as u32;
    (f64::from(count) == number).then_some(count)
}

/// A record of these fields.
pub(super) fn record<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> RawRecord {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The fields of what is written as an object.
pub(super) fn fields(of: &impl Serialize) -> RawRecord {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => fields,
        // Our types are objects, and none of them fails to be written.
        _ => RawRecord::new(),
    }
}

/// The type that these fields are of; nothing where a field that it needs is missing or wrong.
pub(super) fn read_as<T: DeserializeOwned>(fields: &RawRecord) -> Option<T> {
    T::deserialize(fields).ok()
}

/// The same of a value. One that is no object is of no type of ours, although serde would take a list for one.
pub(super) fn object<T: DeserializeOwned>(value: &Value) -> Option<T> {
    value.as_object().and_then(read_as)
}

/// The text of a field; empty where there is none.
pub(super) fn text<'a>(of: &'a RawRecord, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// For serde: a field that is left empty where it is wrong.
pub(super) fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: DeserializeOwned + Default,
    D: Deserializer<'de>,
{
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).unwrap_or_default())
}

/// For serde: a whole number that is zero where it is wrong.
pub(super) fn count_or_zero<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Ok(as_count(&Value::deserialize(deserializer)?).unwrap_or_default())
}

/// For serde: a whole number without which there is nothing.
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    as_count(&Value::deserialize(deserializer)?).ok_or_else(|| serde::de::Error::custom("not a whole number"))
}

/// For serde: a number as JavaScript writes it.
pub(super) fn number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    to_number(*number).serialize(serializer)
}
