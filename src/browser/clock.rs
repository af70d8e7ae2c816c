//! The time: what it is, how it is said, and being told when some has passed.
//!
//! Deliberately absent: the reader's wall clock in any text that is kept; that is in UTC.

use std::cell::Cell;
use std::time::Duration;

use js_sys::Intl::{
    DateTimeFormat, DateTimeFormatOptions, DateTimeStyle, Locale, RelativeTimeFormat, RelativeTimeFormatNumeric,
    RelativeTimeFormatOptions,
};
use js_sys::{Array, Date};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_interval, set_timeout_with_handle};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

use super::language;

/// The time in milliseconds since 1970, UTC.
pub fn now() -> f64 {
    Date::now()
}

/// A time as `<time>` has it: `2026-02-06T10:00:00.000Z`.
pub fn machine_time(time: f64) -> String {
    String::from(Date::new(&time.into()).to_iso_string())
}

thread_local! {
    /// How times are said. A format takes a browser longer to make than to use many times.
    static EXACT: DateTimeFormat = {
        let options = DateTimeFormatOptions::new();
        options.set_date_style(DateTimeStyle::Long);
        options.set_time_style(DateTimeStyle::Short);
        DateTimeFormat::new(&locales(), &options)
    };

    /// How it is said how long ago something was.
    static RELATIVE: RelativeTimeFormat = {
        let options = RelativeTimeFormatOptions::new();
        options.set_numeric(RelativeTimeFormatNumeric::Auto);
        RelativeTimeFormat::new(&locales(), &options)
    };
}

/// The page's language; none, and so the browser's own, where that is no language. (Formats would throw.)
fn locales() -> Array {
    let language = language();
    match Locale::new(&language) {
        Ok(_) => Array::of1(&language.into()),
        Err(_) => Array::new(),
    }
}

/// A time as a reader has it: the day and the minute, where the reader is.
pub fn exact_time(time: f64) -> String {
    // A time that is none is not said.
    let said = EXACT.with(|format| format.format().call1(&JsValue::UNDEFINED, &JsValue::from_f64(time)));
    said.ok().and_then(|said| said.as_string()).unwrap_or_default()
}

/// How far ahead another clock may be, in milliseconds: ten minutes.
const AHEAD: f64 = 600_000.0;

/// How long ago a time is, in words: `2 hours ago`.
///
/// Of a time that is yet to come, which a clock that is off has written, the date is told and not "now".
pub fn relative_time(time: f64) -> String {
    if time - now() > AHEAD {
        return exact_time(time);
    }
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
    RELATIVE.with(|format| format.format(amount, unit)).into()
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
    let mut bytes = [0_u8; 24];
    // Every browser has this, also where a page is not secure.
    let _ = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    bytes.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32))).collect()
}
