//! The bar for whoever follows an actor: whom, how much of the page is about them, and the way through it.
//!
//! Deliberately absent: map, list and timeline, which see the same selection and follow by themselves.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use super::options::options;
use crate::browser::{self, Element};
use crate::selection::Choice;
use crate::words::tools;
use state::{Effect, Msg, State, Step, Summary};

/// What an actor can be chosen by, anywhere on the page.
const CHOOSES: &str = "data-chooses";

/// The bar itself.
const BAR: &str = ".following-bar";

/// The bar, which shows only while somebody is followed.
#[island]
pub fn Following() -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let begun_at = StoredValue::new_local(None::<Element>);
    let (summary, set_summary) = signal(Summary::default());
    let (choices, set_choices) = signal(Vec::<Choice>::new());
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        let passages = if effects.is_empty() { Vec::new() } else { browser::all_of_page("[data-about]") };
        for effect in effects {
            perform(effect, &passages, set_summary);
        }
    };
    let end = move || {
        // The bar goes with the button that was pressed, so focus returns to where following began.
        let begun_at = begun_at.try_update_value(Option::take).flatten();
        send(Msg::Cleared);
        browser::return_focus(&begun_at);
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(_)) = (woken, root.get()) {
            let actors = actors();
            set_choices.set(actors.clone());
            send(Msg::Woke(actors, about("data-about"), about("data-actors")));
            browser::selection::start();
            browser::on_click(move |event| {
                if let Some(chooser) = browser::around(event, CHOOSES) {
                    event.prevent_default();
                    send(Msg::Chosen(browser::attribute(&chooser, CHOOSES)));
                    begun_at.set_value(focusable(chooser));
                }
            });
            browser::on_escape(move || if browser::has_focus_within(BAR) { end() } else { send(Msg::Cleared) });
        }
    });
    leptos::prelude::Effect::new(move |_| {
        let followed = browser::selection::followed();
        if followed.is_empty() {
            begun_at.set_value(None);
        }
        send(Msg::Followed(followed));
    });
    view! {
        <div class="following" data-island="asleep" node_ref=root>
            <p class="unseen" role="status">{move || said(words, &summary.get())}</p>
            <section class="following-bar tools" aria-label=words.following hidden=move || summary.get().names.is_empty()>
                <p class="following-who">
                    <strong>{move || summary.get().names.join(words.and)}</strong>
                    " "
                    <span class="following-extent">{move || words.extent(summary.get().passages, summary.get().events)}</span>
                </p>
                <div class="following-steps">
                    <button type="button" aria-label=words.previous_passage aria-disabled=move || none(&summary.get()) on:click=move |_| send(Msg::Stepped(Step::Back))>
                        <span aria-hidden="true">{"\u{2191}"}</span>
                    </button>
                    <button type="button" aria-label=words.next_passage aria-disabled=move || none(&summary.get()) on:click=move |_| send(Msg::Stepped(Step::Forward))>
                        <span aria-hidden="true">{"\u{2193}"}</span>
                    </button>
                </div>
                <label class="following-compare">
                    <span class="unseen">{words.compare_with}</span>
                    <select on:change=move |event| send(Msg::Compared(event_target_value(&event)))>
                        <option value="">{words.compare_with}</option>
                        {move || options(choices.get())}
                    </select>
                </label>
                <button type="button" class="following-end" on:click=move |_| end()>{words.show_all}</button>
            </section>
            <div class="following-room"></div>
        </div>
    }
}

/// What takes the focus in place of a country's outline, which cannot: the mark of the same actor that shows.
fn focusable(chooser: Element) -> Option<Element> {
    if browser::is(&chooser, "path") {
        let id = browser::attribute(&chooser, CHOOSES);
        let mut places = browser::all_of_page(&format!(".map-place[{CHOOSES}=\"{id}\"]")).into_iter().map(Some);
        return places.find(browser::is_laid_out).flatten();
    }
    Some(chooser)
}

fn none(summary: &Summary) -> Option<&'static str> {
    (summary.passages == 0).then_some("true")
}

/// What those hear who do not see the bar.
fn said(words: &tools::Words, summary: &Summary) -> String {
    match (summary.names.is_empty(), summary.at) {
        (true, _) => String::new(),
        (false, Some(at)) => words.passage_of(at, summary.passages),
        (false, None) => {
            [words.following, &summary.names.join(words.and), &words.extent(summary.passages, summary.events)].join(" ")
        }
    }
}

/// The actors of the page.
fn actors() -> Vec<Choice> {
    let name = |actor: &Element| browser::attribute(actor, "data-name");
    browser::choices(&browser::all_of_page("[data-followable]"), "data-followable", name)
}

/// Whom whatever has the attribute is about.
fn about(attribute: &str) -> Vec<Vec<String>> {
    let ids =
        |element: &Element| browser::attribute(element, attribute).split_whitespace().map(str::to_owned).collect();
    browser::all_of_page(&format!("[{attribute}]")).iter().map(ids).collect()
}

fn perform(effect: Effect, passages: &[Element], set_summary: WriteSignal<Summary>) {
    let passage = |at: usize| passages.get(at).cloned();
    match effect {
        Effect::Follow(selection) => browser::selection::follow(selection),
        Effect::SetMarked(id, marked) => mark(&id, marked),
        Effect::SetPassage(at, about) => browser::set_flag(&passage(at), "data-followed", about),
        Effect::SetCurrent(at, true) => browser::set_attribute(&passage(at), "aria-current", "true"),
        Effect::SetCurrent(at, false) => browser::remove_attribute(&passage(at), "aria-current"),
        Effect::GoTo(at) => {
            // A passage that the chosen depth leaves out is shown first, with all the rest.
            let block = passage(at).and_then(|passage| browser::nearest(&passage, ".article > section > *"));
            if !browser::is_laid_out(&block) {
                browser::check(&browser::by_id("depth-full"));
            }
            browser::bring_into_view(&passage(at));
        }
        Effect::Tell(summary) => {
            browser::fill_fields(".following select", &summary.second);
            set_summary.set(summary);
        }
    }
}

/// Where all actors are offered to be chosen from.
const OFFERS: &str = ":is(.chips, .cards, .map, .others)";

/// Marks whatever on the page stands for the actor: at once where actors are offered, and after the next paint the
/// names in the text, which are many.
fn mark(id: &str, marked: bool) {
    for element in browser::all_of_page(&format!("{OFFERS} [data-actor=\"{id}\"]")) {
        browser::set_flag(&Some(element), "data-chosen", marked);
    }
    for element in browser::all_of_page(&format!("{OFFERS} [{CHOOSES}=\"{id}\"]")) {
        let element = Some(element);
        if marked {
            browser::set_attribute(&element, "aria-current", "true");
        } else {
            browser::remove_attribute(&element, "aria-current");
        }
    }
    let names = format!("[data-actor=\"{id}\"]");
    browser::after_paint(move || {
        for element in browser::all_of_page(&names) {
            browser::set_flag(&Some(element), "data-chosen", marked);
        }
    });
}
