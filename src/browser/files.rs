//! Files that the reader saves or brings.
//!
//! Deliberately absent: what is in them.

use js_sys::Array;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsValue;

use super::objects::{call, get, global, kept, make, set};
use super::{Event, later};

/// How long a browser is given to take a file over, in milliseconds.
const TAKEN: u32 = 60_000;

/// A file that the reader has chosen.
pub struct File(JsValue);

/// Has the browser save a text as a file of that name.
pub fn save_file(name: &str, text: &str) {
    let blob = make(&global("Blob"), &[&Array::of1(&text.into())]);
    let (Ok(blob), Ok(link)) = (blob, document().create_element("a")) else {
        return;
    };
    let urls = global("URL");
    let url = call(&urls, "createObjectURL", &[&blob]).unwrap_or_default();
    set(&link, "href", &url);
    set(&link, "download", &name.into());
    // A browser that saves no files shows the text instead, or nothing.
    let _ = call(&link, "click", &[]);
    later(TAKEN, move || drop(call(&urls, "revokeObjectURL", &[&url])));
}

/// The file that the reader has chosen in a field; the field then is empty, so that the same can be chosen again.
pub fn chosen_file(event: &Event) -> Option<File> {
    let field = event.target()?;
    let file = get(&get(&field, "files"), "0");
    // A field for files takes no other value than this.
    set(&field, "value", &"".into());
    (!file.is_undefined()).then_some(File(file))
}

impl File {
    /// Its text; nothing where it cannot be read.
    pub async fn text(&self) -> Option<String> {
        kept(call(&self.0, "text", &[]).ok()?).await.ok()?.as_string()
    }

    /// Its size, in bytes.
    pub fn size(&self) -> f64 {
        get(&self.0, "size").as_f64().unwrap_or_default()
    }
}
