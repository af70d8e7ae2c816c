//! The bar for whoever follows an actor: whom, how much of the page is about them, and the way through it.
//!
//! Deliberately absent: map, list and timeline, which see the same selection and follow by themselves.

pub mod state;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::frame::{Sender, frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::{
    attribute::{self, selector},
    id,
};
use crate::selection::Choice;
use crate::words::tools;
use state::{Effect, Msg, State, Step, Summary};

/// What an actor can be chosen by, anywhere on the page, if it names one.
const CHOOSES: &str = ":is(a, path)";

/// The bar itself.
const BAR: &str = ".following-bar";

/// The bar, passed as children, which shows only while somebody is followed.
#[island]
pub fn Following(children: Children) -> impl IntoView {
    frame("following", wake, children)
}

/// What began the following, to which the focus returns when it ends.
type Beginning = Rc<RefCell<Option<Element>>>;

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    let begun_at = Beginning::default();
    send(Msg::Woke(actors(), about(attribute::ABOUT), about(attribute::ACTORS)));
    let (chosen, begins_at) = (send.clone(), begun_at.clone());
    browser::on_click(move |event| {
        if let Some(chooser) = browser::closest(event, &[CHOOSES, selector::ACTOR].concat()) {
            event.prevent_default();
            chosen(Msg::Chosen(browser::attribute(&chooser, attribute::ACTOR)));
            begins_at.replace(focusable(chooser));
        }
    });
    answer(&root, &send, &begun_at);
    browser::on_drawn(|| browser::selection::current().actors().iter().for_each(|id| mark(id, true)));
    browser::selection::watch(move || {
        let followed = browser::selection::current();
        if followed.is_empty() {
            begun_at.take();
        }
        send(Msg::Followed(followed));
    });
}

/// Answers to the bar's buttons and field, and to Escape.
fn answer(root: &Element, send: &Sender<Msg>, begun_at: &Beginning) {
    let (cleared, begun_at) = (send.clone(), begun_at.clone());
    let end = Rc::new(move || {
        // The bar goes with the button that was pressed, so focus returns to where following began.
        let begun_at = begun_at.take();
        cleared(Msg::Cleared);
        browser::return_focus(&begun_at);
    });
    let (escaped, ended) = (send.clone(), end.clone());
    browser::on_escape(move || {
        if browser::has_focus_within(BAR) {
            ended();
        } else {
            escaped(Msg::Cleared);
        }
    });
    let stepped = send.clone();
    browser::listen(root, "click", move |event: &Event| {
        if let Some(button) = browser::around(event, attribute::STEP) {
            let is_back = browser::attribute(&button, attribute::STEP) == "back";
            stepped(Msg::Stepped(if is_back { Step::Back } else { Step::Forward }));
        } else if browser::closest(event, ".following-end").is_some() {
            end();
        }
    });
    let compared = send.clone();
    browser::listen(root, "change", move |event: &Event| {
        compared(Msg::Compared(browser::value_at(event)));
    });
}

/// What takes the focus in place of a country's outline, which cannot: the mark of the same actor that shows.
fn focusable(chooser: Element) -> Option<Element> {
    if browser::is(&chooser, "path") {
        let id = browser::attribute(&chooser, attribute::ACTOR);
        let mut places = browser::all_of_page(&[".map-place", &*attribute::valued(attribute::ACTOR, &id)].concat())
            .into_iter()
            .map(Some);
        return places.find(browser::is_laid_out).flatten();
    }
    Some(chooser)
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
    let name = |actor: &Element| browser::attribute(actor, attribute::NAME);
    browser::choices(&browser::all_of_page(selector::FOLLOWABLE), attribute::FOLLOWABLE, name)
}

/// Whom whatever has the attribute is about.
fn about(attribute: &str) -> Vec<Vec<String>> {
    let ids =
        |element: &Element| browser::attribute(element, attribute).split_whitespace().map(str::to_owned).collect();
    browser::all_of_page(&format!("[{attribute}]")).iter().map(ids).collect()
}

fn perform(effect: Effect) {
    let passage = |at: usize| browser::nth_of_page(selector::ABOUT, at);
    match effect {
        Effect::Follow(selection) => browser::selection::follow(selection),
        Effect::SetMarked(id, marked) => mark(&id, marked),
        Effect::SetPassage(at, about) => browser::set_flag(&passage(at), attribute::FOLLOWED, about),
        Effect::SetCurrent(at, true) => browser::set_attribute(&passage(at), "aria-current", "true"),
        Effect::SetCurrent(at, false) => browser::remove_attribute(&passage(at), "aria-current"),
        Effect::GoTo(at) => {
            // A passage that the chosen depth leaves out is shown first, with all the rest.
            let block = passage(at).and_then(|passage| browser::nearest(&passage, ".article > section > *"));
            if !browser::is_laid_out(&block) {
                browser::check(&browser::by_id(&id::depth("full")));
            }
            browser::bring_into_view(&passage(at));
        }
        Effect::Tell(summary) => {
            browser::fill_fields(".following select", &summary.second);
            tell(&summary);
        }
    }
}

/// Shows in the bar who is followed, and how much of the page is about them.
fn tell(summary: &Summary) {
    let words = tools::here();
    browser::show_text(&browser::first(".following [role=status]"), &said(words, summary));
    browser::set_flag(&browser::first(BAR), "hidden", summary.names.is_empty());
    browser::show_text(&browser::first(".following-who strong"), &summary.names.join(words.and));
    let extent = words.extent(summary.passages, summary.events);
    browser::show_text(&browser::first(".following-extent"), &extent);
    for button in browser::all_of_page(".following-steps button") {
        let none = if summary.passages == 0 { "true" } else { "false" };
        browser::set_attribute(&Some(button), "aria-disabled", none);
    }
}

/// Where all actors are offered to be chosen from.
const OFFERS: &str = ":is(.chips, .cards, .map, .others)";

/// Marks whatever on the page stands for the actor: at once where actors are offered, and after the next paint the
/// names in the text, which are many.
fn mark(id: &str, marked: bool) {
    let names = attribute::valued(attribute::ACTOR, id);
    for element in browser::all_of_page(&[OFFERS, " ", &names].concat()) {
        browser::set_flag(&Some(element), attribute::CHOSEN, marked);
    }
    for element in browser::all_of_page(&[OFFERS, " ", CHOOSES, &names].concat()) {
        let element = Some(element);
        if marked {
            browser::set_attribute(&element, "aria-current", "true");
        } else {
            browser::remove_attribute(&element, "aria-current");
        }
    }
    browser::after_paint(move || {
        for element in browser::all_of_page(&names) {
            browser::set_flag(&Some(element), attribute::CHOSEN, marked);
        }
    });
}
