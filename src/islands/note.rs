//! Who says so: a note beside a statement, filled from the ledger at the end of the page.
//!
//! Deliberately absent: the ledger's text, and marking statements, which the style sheet does by itself.

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
                state.update(Msg::Woke(claims()));
            });
            browser::on_click(move |event| {
                if let Some(about) = asked_about(event)
                    && ask(browser::attribute(&about, "data-claim"), &about)
                {
                    event.prevent_default();
                }
            });
        }
    });
    view! {
        <div class="notes-on-claims" data-island="asleep" node_ref=root>
            <div class="note" popover="auto" tabindex="-1" role="dialog" aria-label=words.who_says_so>
                <ul class="note-text"></ul>
                <button type="button" class="note-close" on:click=move |_| browser::hide_popover(&note())>{words.close}</button>
            </div>
        </div>
    }
}

/// The ids of the ledger's claims.
fn claims() -> Vec<String> {
    let id = |claim: &Element| browser::attribute(claim, "data-ledger");
    browser::all_of_page("[data-ledger]").iter().map(id).collect()
}

/// The reference that was clicked, or the statement while statements are marked; nothing for another link in it.
fn asked_about(event: &browser::Event) -> Option<Element> {
    let nearest = browser::closest(event, "a, button, summary, [data-claim]")?;
    let is_reference = browser::is(&nearest, "a[data-claim]");
    let is_marked = browser::is(&nearest, "[data-claim]") && browser::first("#who-says-so:checked").is_some();
    (is_reference || is_marked).then_some(nearest)
}

fn note() -> Option<Element> {
    browser::first(".note")
}

fn perform(effect: &Effect, about: &Element) {
    match effect {
        Effect::Fill(id) => {
            let claim = browser::all_of_page(&format!(".ledger [data-ledger=\"{id}\"]"));
            if let Some(text) = browser::first(".note-text") {
                browser::show_copies(&claim, &text);
            }
        }
        Effect::Open => browser::show_popover_at(&note(), about),
    }
}
