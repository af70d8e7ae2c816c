//! The timeline: a list of eras and events, which the reader can step through and filter.
//!
//! Deliberately absent: the events' text, and sorting; the page has both.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use super::event::events;
use super::options::options;
use crate::browser::{self, Element};
use crate::selection::{Choice, Selection};
use crate::words::tools;
use state::{Effect, Msg, State, Step};

/// Eras and events, passed as children, and the tools above them.
#[island]
pub fn Timeline(children: Children) -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let (choices, set_choices) = signal((Vec::<Choice>::new(), Vec::<Choice>::new()));
    let (status, set_status) = signal(String::new());
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        let handled = !effects.is_empty();
        for effect in effects {
            perform(effect, set_status);
        }
        handled
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            set_choices.set((actors(&root), eras(&root)));
            browser::selection::start();
            send(Msg::Woke(events(), browser::fragment::here()));
            browser::fragment::watch(move |fragment| {
                send(Msg::AddressChanged(fragment));
            });
        }
    });
    leptos::prelude::Effect::new(move |_| {
        browser::selection::followed();
        // The reader first sees what they chose marked; hiding events is the larger work.
        browser::after_paint(move || {
            send(Msg::Followed(browser::selection::current()));
        });
    });
    let act = move |msg: Msg| {
        // Whoever is quicker than the next frame acts on the events of whom they have just chosen.
        send(Msg::Followed(browser::selection::current()));
        send(msg)
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if browser::is_plain_key(&event)
            && browser::happened_at(&event, ".event, .timeline-steps button")
            && let Some(step) = step_for(&event.key(), browser::reads_leftwards())
            && act(Msg::Stepped(step))
        {
            event.prevent_default();
        }
    };
    view! {
        <div class="timeline" data-island="asleep" node_ref=root on:keydown=on_key>
            <div class="tools timeline-filters">
                <label class="tools-field">
                    <span class="tools-label">{words.filter_by_actor}</span>
                    <select data-field="actor" on:change=move |event| { send(Msg::ActorChosen(event_target_value(&event))); }>
                        <option value="">{words.everyone}</option>
                        {move || options(choices.get().0)}
                    </select>
                </label>
                <label class="tools-field">
                    <span class="tools-label">{words.filter_by_era}</span>
                    <select data-field="era" on:change=move |event| { act(Msg::EraChosen(event_target_value(&event))); }>
                        <option value="">{words.all_eras}</option>
                        {move || options(choices.get().1)}
                    </select>
                </label>
            </div>
            <div class="tools timeline-steps">
                <button type="button" on:click=move |_| { act(Msg::Stepped(Step::Back)); }>{words.previous_event}</button>
                <button type="button" on:click=move |_| { act(Msg::Stepped(Step::Forward)); }>{words.next_event}</button>
                <p class="tools-status" role="status">{move || status.get()}</p>
            </div>
            {children()}
        </div>
    }
}

fn step_for(key: &str, leftwards: bool) -> Option<Step> {
    match (key, leftwards) {
        ("ArrowDown", _) | ("ArrowRight", false) | ("ArrowLeft", true) => Some(Step::Forward),
        ("ArrowUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => Some(Step::Back),
        ("Home", _) => Some(Step::First),
        ("End", _) => Some(Step::Last),
        _ => None,
    }
}

fn eras(root: &Element) -> Vec<Choice> {
    let choice =
        |era: &Element| Choice { id: browser::attribute(era, "data-era"), name: browser::attribute(era, "data-name") };
    browser::all(root, "[data-era]").iter().map(choice).collect()
}

/// The actors that events name.
fn actors(root: &Element) -> Vec<Choice> {
    browser::choices(&browser::all(root, ".event .facts [data-actor]"), "data-actor", browser::text)
}

fn perform(effect: Effect, set_status: WriteSignal<String>) {
    match effect {
        Effect::SetShown(id, shown) => browser::set_flag(&event(&id), "hidden", !shown),
        Effect::SetEraShown(id, shown) => browser::set_flag(&browser::parent(era(&id)), "hidden", !shown),
        Effect::OpenEra(id) => browser::set_flag(&era(&id), "open", true),
        Effect::Mark(id) => browser::set_attribute(&event(&id), "aria-current", "step"),
        Effect::Unmark(id) => browser::remove_attribute(&event(&id), "aria-current"),
        Effect::Follow(selection) => browser::selection::follow(selection),
        Effect::Unfollow => browser::selection::set(Selection::default()),
        Effect::SetActor(id) => browser::fill_fields("[data-field=\"actor\"]", &id),
        Effect::ClearEra => browser::fill_fields("[data-field=\"era\"]", ""),
        Effect::BringIntoView(id) => browser::bring_into_view(&browser::parent(era(&id))),
        Effect::GoTo(id) => browser::go_to(&event(&id)),
        Effect::Announce(shown, all) => set_status.set(tools::here().events_shown(shown, all)),
    }
}

fn event(id: &str) -> Option<Element> {
    browser::by_id(&format!("event-{id}"))
}

fn era(id: &str) -> Option<Element> {
    browser::details_around(&format!("era-{id}"))
}
