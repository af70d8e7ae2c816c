//! Marks that the style sheet shows by name and that change nothing in the document.
//!
//! Deliberately absent: what is marked where a browser has no such marks.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Range;
use wasm_bindgen::prelude::wasm_bindgen;

use super::capabilities::has;

// web-sys has these only for those who set a flag of its own for all of the program.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = "CSS")]
    type Css;

    #[wasm_bindgen(static_method_of = Css, js_class = "CSS", getter)]
    fn highlights() -> HighlightRegistry;

    type HighlightRegistry;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, mark: &Highlight);

    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;
}

/// Marks a range, in place of what had that name before, so that the style sheet shows it as `::highlight(name)`.
/// Answers whether the browser has such marks.
pub(super) fn highlight(name: &str, range: &Range) -> bool {
    if !has(&["CSS", "highlights"]) {
        return false;
    }
    let Ok(mark) = Highlight::new(range) else {
        return false;
    };
    Css::highlights().set(name, &mark);
    true
}
