//! The time: what it is, how it is said, and being told when some has passed.
//!
//! Deliberately absent: the reader's wall clock in any text that is kept; that is in UTC.

use std::cell::Cell;
use std::time::Duration;

use js_sys::{Date, Uint8Array};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_interval, set_timeout_with_handle};
use leptos::wasm_bindgen::JsValue;

use super::data::data_of;
use super::language;
use super::objects::{call, get, global, make};
use crate::comments::Value;

/// The time in milliseconds since 1970, UTC.
pub fn now() -> f64 {
    Date::now()
}

/// A time as `<time>` has it: `2026-02-06T10:00:00.000Z`.
pub fn machine_time(time: f64) -> String {
    String::from(Date::new(&time.into()).to_iso_string())
}

/// The time that `<time>` has, in milliseconds since 1970, UTC.
pub fn time_of(machine_time: &str) -> f64 {
    Date::parse(machine_time)
}

thread_local! {
    /// How times are said, exactly and from now. Each takes a browser longer to make than to use many times.
    static FORMATS: [JsValue; 2] = {
        let exact = Value::table().with("dateStyle", "long".into()).with("timeStyle", "short".into());
        let relative = Value::table().with("numeric", "auto".into());
        [("DateTimeFormat", exact), ("RelativeTimeFormat", relative)].map(|(class, style)| {
            let class = get(&global("Intl"), class);
            make(&class, &[&language().as_str().into(), &data_of(&style)]).unwrap_or_default()
        })
    };
}

fn said(format: usize, arguments: &[&JsValue]) -> String {
    let said = FORMATS.with(|formats| formats.get(format).and_then(|format| call(format, "format", arguments).ok()));
    said.and_then(|said| said.as_string()).unwrap_or_default()
}

/// A time as a reader has it: the day and the minute, where the reader is.
pub fn exact_time(time: f64) -> String {
    said(0, &[&time.into()])
}

/// How long ago a time is, in words: `2 hours ago`.
pub fn relative_time(time: f64) -> String {
    const UNITS: [(&str, f64); 6] = [
        ("year", 31_557_600.0),
        ("month", 2_629_800.0),
        ("day", 86_400.0),
        ("hour", 3_600.0),
        ("minute", 60.0),
        ("second", 1.0),
    ];
    // The clock of a server may be a little ahead.
    let seconds = ((now() - time) / 1000.0).max(0.0);
    let (unit, length) = UNITS.into_iter().find(|(_, length)| seconds >= *length).unwrap_or(("second", 1.0));
    // Seconds are no news: whatever is younger than a minute is now.
    let amount = if unit == "second" { 0.0 } else { -(seconds / length).floor() };
    said(1, &[&amount.into(), &unit.into()])
}

/// Calls `then` after so many milliseconds, unless what is returned is cleared.
pub fn later(milliseconds: u32, then: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(then, Duration::from_millis(milliseconds.into())).ok()
}

/// A wait that begins anew whenever something else is to be waited for.
#[derive(Default)]
pub struct Pause(Cell<Option<TimeoutHandle>>);

impl Pause {
    /// Calls `then` after so many milliseconds, and not what was to be called before.
    pub fn after(&self, milliseconds: u32, then: impl FnOnce() + 'static) {
        if let Some(before) = self.0.replace(later(milliseconds, then)) {
            before.clear();
        }
    }
}

/// Calls `then` every so many seconds, for as long as the page is there.
pub fn every(seconds: u32, then: impl Fn() + 'static) {
    set_interval(then, Duration::from_secs(seconds.into()));
}

/// An id that nothing else has: 24 random letters and digits.
pub fn new_id() -> String {
    const LETTERS: [char; 32] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
        'w', 'x', 'y', 'z', '2', '3', '4', '5', '6', '7',
    ];
    let bytes = Uint8Array::new_with_length(24);
    // Every browser has this, also where a page is not secure.
    let _ = call(&global("crypto"), "getRandomValues", &[&bytes]);
    bytes.to_vec().iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32))).collect()
}
