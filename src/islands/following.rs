//! Following an actor: whom, how much of the page is about them, and the way through it. The bar that says so is drawn
//! when somebody is first followed.
//!
//! Deliberately absent: map, list and timeline, which see the same selection and follow by themselves.

mod bar;
pub mod state;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::frame::{Sender, frame, sender};
use crate::browser::{self, Element};
use crate::contract::{
    attribute::{self, selector},
    id,
};
use crate::selection::Choice;
use crate::words::tools;
use bar::{Bar, Uses};
use state::{Effect, Msg, State, Summary};

/// What an actor can be chosen by, anywhere on the page, if it names one.
const CHOOSES: &str = ":is(a, path)";

/// The bar itself.
const BAR: &str = ".following-bar";

/// What those hear who do not see the bar, and the bar's place, passed as children.
#[island]
pub fn Following(children: Children) -> impl IntoView {
    frame("following", wake, children)
}

/// What began the following, to which the focus returns when it ends.
type Beginning = Rc<RefCell<Option<Element>>>;

fn wake(root: Element) {
    let (mut state, actors) = (State::default(), actors());
    let bar = Rc::new(Bar::new(browser::first_within(&root, ".following-place")));
    let told = bar.clone();
    let send = sender(move |msg| state.update(msg), move |effect| perform(&told, effect));
    let begun_at = Beginning::default();
    send(Msg::Woke(actors.clone(), about(attribute::ABOUT), about(attribute::ACTORS)));
    let (chosen, begins_at) = (send.clone(), begun_at.clone());
    browser::on_click(move |event| {
        if let Some(chooser) = browser::closest(event, &[CHOOSES, selector::ACTOR].concat()) {
            event.prevent_default();
            chosen(Msg::Chosen(browser::attribute(&chooser, attribute::ACTOR)));
            begins_at.replace(focusable(chooser));
        }
    });
    let end = end(&send, &begun_at);
    bar.answer(Uses { actors, send: send.clone(), end });
    browser::on_drawn(|| browser::selection::current().actors().iter().for_each(|id| mark(id, true)));
    browser::selection::watch(move || {
        let followed = browser::selection::current();
        if followed.is_empty() {
            begun_at.take();
        }
        send(Msg::Followed(followed));
    });
}

/// Answers to Escape, and has what ends the following from within the bar.
fn end(send: &Sender<Msg>, begun_at: &Beginning) -> Rc<dyn Fn()> {
    let (cleared, begun_at) = (send.clone(), begun_at.clone());
    let end: Rc<dyn Fn()> = Rc::new(move || {
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
    end
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

fn perform(bar: &Rc<Bar>, effect: Effect) {
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
            browser::show_text(&browser::first(".following [role=status]"), &said(tools::here(), &summary));
            bar.show(summary);
        }
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
