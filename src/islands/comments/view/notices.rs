//! What the box tells of itself while there is reason to: what can be taken back, what is wrong, and what a file would
//! hold that cannot be saved.
//!
//! Deliberately absent: what is said once, whose place in the page keeps its room.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::Context;
use crate::browser;
use crate::islands::comments::state::Msg;

/// The bar that takes the last deed back, and the line that says what is wrong. Both are always there, so that what
/// they come to say is read out.
pub(super) fn notices(
    context: Context,
    undo: RwSignal<Option<String>>,
    trouble: RwSignal<Option<String>>,
    file: RwSignal<Option<String>>,
) -> impl IntoView {
    let labels = context.labels;
    let field = NodeRef::<Textarea>::new();
    // Who listens hears the label with the field.
    Effect::new(move || {
        if file.read().is_some() {
            browser::after_paint(move || {
                if let Some(field) = field.get_untracked() {
                    browser::return_focus(&Some(field.clone().into()));
                    field.select();
                }
            });
        }
    });
    view! {
        <div class="comments-undo" hidden=move || undo.read().is_none()>
            <span>{move || undo.get().unwrap_or_default()}</span>
            <button type="button" data-act="undo" on:click=move |_| context.send(Msg::UndoAsked)>
                {labels.undo}
            </button>
            <button type="button" data-act="dismiss" on:click=move |_| context.send(Msg::Left)>
                {labels.dismiss}
            </button>
        </div>
        <div class="comments-trouble" role="alert" hidden=move || trouble.read().is_none()>
            <span>{move || trouble.get().unwrap_or_default()}</span>
            <button type="button" data-act="export" on:click=move |_| context.send(Msg::ExportAsked)>
                {labels.export}
            </button>
        </div>
        <label class="comments-file" hidden=move || file.read().is_none()>
            <span>{context.words.file_text}</span>
            <textarea node_ref=field readonly rows="6" dir="ltr" prop:value=move || file.get().unwrap_or_default()></textarea>
        </label>
    }
}
