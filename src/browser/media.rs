//! What the window is like, as style sheets ask for it.
//!
//! Deliberately absent: widths in pixels, which would not be those of the style sheet where letters are large.

use leptos::prelude::window;

use super::{Event, listen};

/// Calls `answer` with whether a media query holds, now and whenever that changes. Where a browser knows no such
/// queries, none is answered.
pub fn watch_media(query: &str, answer: impl Fn(bool) + 'static) {
    let Ok(Some(list)) = window().match_media(query) else {
        return;
    };
    answer(list.matches());
    let asked = list.clone();
    listen(&list, "change", move |_: &Event| answer(asked.matches()));
}
