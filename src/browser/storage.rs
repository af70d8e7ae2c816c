//! What is kept on the reader's device, by name.
//!
//! Deliberately absent: anything that would be missed. Storage may be forbidden or full; then nothing is kept.

use leptos::prelude::window;
use leptos::web_sys::Storage;

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept under the name, if anything is and may be read.
pub fn get(name: &str) -> Option<String> {
    local()?.get_item(name).ok().flatten()
}

/// Keeps something under the name, if that is allowed.
pub fn set(name: &str, value: &str) {
    if let Some(storage) = local() {
        // A full storage keeps nothing; the choice holds for this visit.
        let _ = storage.set_item(name, value);
    }
}

/// Keeps nothing under the name any more.
pub fn remove(name: &str) {
    if let Some(storage) = local() {
        // Where nothing may be kept there is nothing to remove.
        let _ = storage.remove_item(name);
    }
}
