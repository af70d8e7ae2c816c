//! The FAQ: native `<details>`, which the reader can open, close and filter together.
//!
//! Deliberately absent: which questions are open. The page knows, also from
//! before this island woke.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use crate::words::tools;
use state::{Effect, Msg, Question, State};

/// The questions, passed as children, and the tools above them.
#[island]
pub fn Faq(children: Children) -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let (status, set_status) = signal(String::new());
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        for effect in effects {
            perform(effect, set_status);
        }
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            send(Msg::Woke(questions(&root)));
            browser::fragment::watch(move |fragment| send(Msg::AddressChanged(fragment)));
        }
    });
    view! {
        <div class="faq" data-island="asleep" node_ref=root>
            <div class="tools">
                <label class="tools-field">
                    <span class="tools-label">{words.filter_questions}</span>
                    <input
                        type="search"
                        autocomplete="off"
                        on:input=move |event| send(Msg::FilterTyped(browser::folded(&event_target_value(&event))))
                    />
                </label>
                <button type="button" on:click=move |_| send(Msg::AllExpanded)>{words.expand_all}</button>
                <button type="button" on:click=move |_| send(Msg::AllCollapsed)>{words.collapse_all}</button>
                <p class="tools-status" role="status">{move || status.get()}</p>
            </div>
            {children()}
        </div>
    }
}

fn questions(root: &Element) -> Vec<Question> {
    browser::all(root, "[data-question]")
        .iter()
        .map(|details| Question {
            id: browser::attribute(details, "data-question"),
            text: browser::folded(&browser::words(details)),
        })
        .collect()
}

fn perform(effect: Effect, set_status: WriteSignal<String>) {
    match effect {
        Effect::SetOpen(id, open) => browser::set_flag(&details(&id), "open", open),
        Effect::SetShown(id, shown) => browser::set_flag(&browser::parent(details(&id)), "hidden", !shown),
        Effect::ClearFilter => browser::fill_fields(".faq input", ""),
        Effect::BringIntoView(id) => browser::bring_into_view(&browser::parent(details(&id))),
        Effect::Announce(shown, all) => set_status.set(tools::here().questions_shown(shown, all)),
        Effect::Hush => set_status.set(String::new()),
    }
}

fn details(id: &str) -> Option<Element> {
    browser::details_around(&format!("faq-{id}"))
}
