//! A note beside a statement or a term: who says so, or what it means, taken from the lists at the end of the
//! page.
//!
//! Deliberately absent: their text, and marking statements, which the style sheet does by itself.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use crate::words::tools;
use state::{Effect, Msg, State};

/// The note, which shows only while it is asked for.
#[island]
pub fn Note() -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let ask = move |id: String, about: &Element| {
        let effects = state.try_update_value(|state| state.update(Msg::Asked(id))).unwrap_or_default();
        for effect in &effects {
            perform(effect, about);
        }
        !effects.is_empty()
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(_)) = (woken, root.get()) {
            state.update_value(|state| {
                state.update(Msg::Woke(noted()));
            });
            browser::on_click(move |event| {
                if let Some(about) = asked_about(event)
                    && ask(browser::attribute(&about, "data-note"), &about)
                {
                    event.prevent_default();
                }
            });
        }
    });
    view! {
        <div class="notes-on-claims" data-island="asleep" node_ref=root>
            <div class="note" popover="auto" tabindex="-1" role="dialog" aria-label=words.note>
                <div class="note-text"></div>
                <button type="button" class="note-close" on:click=move |_| browser::hide_popover(&note())>{words.close}</button>
            </div>
        </div>
    }
}

/// What there is a note on: the ids of claims and terms.
fn noted() -> Vec<String> {
    browser::all_of_page("[data-noted]").iter().map(|noted| browser::attribute(noted, "data-noted")).collect()
}

/// The reference or term that was clicked, or the statement while statements are marked; nothing for another link
/// in it.
fn asked_about(event: &browser::Event) -> Option<Element> {
    let nearest = browser::closest(event, "a, button, summary, [data-note]")?;
    let is_link = browser::is(&nearest, "a[data-note]");
    let is_marked = browser::is(&nearest, "[data-note]") && browser::first("#who-says-so:checked").is_some();
    (is_link || is_marked).then_some(nearest)
}

fn note() -> Option<Element> {
    browser::first(".note")
}

fn perform(effect: &Effect, about: &Element) {
    match effect {
        Effect::Fill(id) => {
            let text = browser::all_of_page(&format!("main [data-noted=\"{id}\"] :is(p, .term-name)"));
            if let Some(note) = browser::first(".note-text") {
                browser::show_copies(&text, &note);
            }
        }
        Effect::Open => browser::show_popover_at(&note(), about),
    }
}
