//! Files that the reader saves or brings.
//!
//! Deliberately absent: what is in them.

use js_sys::Array;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, Blob, HtmlAnchorElement, HtmlInputElement, Url};
use wasm_bindgen_futures::JsFuture;

use super::{Event, later};

/// How long a browser is given to take a file over, in milliseconds.
const TAKEN: u32 = 60_000;

/// A file that the reader has chosen.
pub struct File(web_sys::File);

/// Whether the browser lets the page save files, as far as a page can know: whose host has taken its origin is hardly
/// left that, and is told nothing when it fails.
pub fn may_save_files() -> bool {
    window().origin() != "null"
}

/// Has the browser save a text as a file of that name.
pub fn save_file(name: &str, text: &str) {
    // A browser that makes no file of a text saves none.
    let _ = offer_file(name, text);
}

fn offer_file(name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    let url = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    later(TAKEN, move || drop(Url::revoke_object_url(&url)));
    Ok(())
}

/// The file that the reader has chosen in a field; the field then is empty, so that the same can be chosen again.
pub fn chosen_file(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files().and_then(|files| files.item(0));
    // A field for files takes no other value than this.
    field.set_value("");
    file.map(File)
}

impl File {
    /// Its text; nothing where it cannot be read.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }

    /// Its size, in bytes.
    pub fn size(&self) -> f64 {
        self.0.size()
    }
}
