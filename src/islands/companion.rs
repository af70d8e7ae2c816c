//! What belongs to the section that is being read, beside it on large screens.
//!
//! Deliberately absent: what belongs to which section, which stands in the page, and any announcement: who listens to
//! the page would hear one at every section.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use state::{Effect, Msg, State};

/// The sections of the article.
const SECTIONS: &str = "#article > section";

/// What the reader is using by keys. (Whoever has clicked something in a panel reads on, and is not using it any more.)
const IN_USE: &str = ".companion-box :focus-visible";

/// The panels of all sections, passed as children, of which one shows.
#[island]
pub fn Companion(children: Children) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        effects.into_iter().for_each(perform);
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            let sections = values(&browser::all_of_page(SECTIONS), "id");
            send(Msg::Woke(sections, values(&browser::all(&root, ".beside"), "data-beside")));
            browser::watch_sections(SECTIONS, move |at| send(Msg::Reached(at, is_in_use())));
        }
    });
    let leave = move || {
        // The focus may only be on its way from one link of the panel to the next.
        browser::after_paint(move || {
            if !is_in_use() {
                send(Msg::Left);
            }
        });
    };
    view! {
        <div class="companion-box" data-island="asleep" node_ref=root on:focusout=move |_| leave()>
            {children()}
        </div>
    }
}

fn values(elements: &[Element], attribute: &str) -> Vec<String> {
    elements.iter().map(|element| browser::attribute(element, attribute)).collect()
}

fn is_in_use() -> bool {
    browser::first(IN_USE).is_some()
}

fn perform(effect: Effect) {
    let Effect::Swap { from, to } = effect;
    set_shown(&from, false);
    set_shown(&to, true);
}

/// Shows or hides a section's panel, and whom the map marks for it. (HTML's `hidden` is none of SVG's attributes.)
fn set_shown(section: &str, shown: bool) {
    browser::set_flag(&browser::first(&format!("[data-beside=\"{section}\"]")), "hidden", !shown);
    browser::set_flag(&browser::first(&format!("[data-places=\"{section}\"]")), "data-shown", shown);
}
