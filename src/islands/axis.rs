//! The line of time: draws out one era after the other, and is walked through by keys. It is fetched and drawn where the
//! window is wide enough for it.
//!
//! Deliberately absent: the list of events, which sees the same address and the same selection.

pub mod data;
pub mod state;
mod view;

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::event::{self, events};
use super::frame::{in_group, in_part, lazy_frame};
use crate::browser::{self, Element, Event};
use crate::contract::{
    attribute::{self, selector},
    id,
};
use crate::words::tools;
use data::Line;
use state::{Effect, Msg, State, Step};

/// What the keys lead to and from.
const STOPS: &str = ".axis-event";

/// Where there is room for the line, as the style sheet has it.
const ROOM: &str = "screen and (min-width: 48rem)";

/// The room of the line, passed as children, and in it its place, whose `data-facts` is where the [`Line`] is.
#[island]
pub fn Axis(children: Children) -> impl IntoView {
    lazy_frame("axis", "explore", fetch, children)
}

in_group!(explore, wake_axis);

fn wake(root: Element) {
    let Some(place) = browser::first_within(&root, selector::FACTS) else {
        return;
    };
    let controller = Rc::new(Controller { state: RefCell::default(), place });
    controller.send(Msg::Woke(events()));
    if let Some(id) = browser::fragment::here().strip_prefix(id::EVENT_PREFIX) {
        controller.send(Msg::Reached(id.to_owned()));
    }
    answer(&root, &controller);
    follow(&controller);
    browser::watch_media(ROOM, move |has_room| controller.send(Msg::RoomChanged(has_room)));
}

/// Answers to clicks, touches and keys.
fn answer(root: &Element, controller: &Rc<Controller>) {
    let chosen = controller.clone();
    browser::listen(root, "click", move |event: &Event| {
        if let Some(era) = browser::around(event, attribute::AXIS_ERA) {
            event.prevent_default();
            chosen.send(Msg::EraChosen(browser::attribute(&era, attribute::AXIS_ERA)));
        }
    });
    let touched = controller.clone();
    browser::listen(root, "pointerdown", move |_: &Event| touched.send(Msg::Touched));
    let stepped = controller.clone();
    browser::listen(root, "keydown", move |event: &KeyboardEvent| {
        if browser::is_plain_key(event)
            && browser::happened_at(event, STOPS)
            && let Some(step) = step_for(&event.key(), browser::reads_leftwards())
        {
            event.prevent_default();
            stepped.send(Msg::Stepped(step));
        }
    });
}

/// Follows what the reader reaches in the list, and whom they follow.
fn follow(controller: &Rc<Controller>) {
    let reached = controller.clone();
    browser::on_focus(move |_| {
        let reached = reached.clone();
        // Whoever steps through the list sees the next event first. Whoever is quicker than that has reached another
        // event by then.
        browser::after_paint(move || {
            if let Some(event) = browser::focused(".event, .axis-event") {
                reached.send(Msg::Reached(id_of(&event)));
            }
        });
    });
    let followed = controller.clone();
    browser::selection::watch(move || {
        let followed = followed.clone();
        browser::after_paint(move || followed.send(Msg::Followed(browser::selection::current())));
    });
}

fn step_for(key: &str, leftwards: bool) -> Option<Step> {
    match (key, leftwards) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(Step::Forward),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(Step::Back),
        ("Home", _) => Some(Step::First),
        ("End", _) => Some(Step::Last),
        ("PageUp", _) => Some(Step::EraBack),
        ("PageDown", _) => Some(Step::EraForward),
        _ => None,
    }
}

/// The id of an event of the list or of the line.
fn id_of(event: &Element) -> String {
    let dot = browser::attribute(event, attribute::DOT);
    if dot.is_empty() { event::id_of(event) } else { dot }
}

/// The state of the line, and where it is drawn.
struct Controller {
    state: RefCell<State>,
    place: Element,
}

impl Controller {
    /// Takes in what happened and carries out what is then to be done.
    fn send(self: &Rc<Self>, msg: Msg) {
        let effects = self.state.borrow_mut().update(msg);
        effects.into_iter().for_each(|effect| self.perform(effect));
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Draw => browser::spawn(self.clone().draw()),
            Effect::SayMissing(missing) => {
                let said = if missing { tools::here().no_line } else { "" };
                browser::show_text(&browser::first(".axis-status"), said);
            }
            Effect::SwapEra { from, to } => {
                set_drawn_out(&from, false);
                set_drawn_out(&to, true);
            }
            Effect::SwapEvent { from, to } => swap_event(&from, &to),
            Effect::Focus(id) => browser::return_focus(&mark(&id)),
            Effect::SetDimmed(id, dimmed) => {
                for dot in browser::all_of_page(&attribute::valued(attribute::DOT, &id)) {
                    browser::set_flag(&Some(dot), attribute::DIMMED, dimmed);
                }
            }
        }
    }

    async fn draw(self: Rc<Self>) {
        let drawn_out = match draw_line::draw_line(self.place.clone()).await {
            Ok(drawing) => drawing.await,
            Err(_) => None,
        };
        self.send(drawn_out.map_or(Msg::NotDrawn, Msg::Drawn));
    }
}

/// The line that is being fetched and drawn: in the end the era that is drawn out, or nothing where it cannot be had.
type Drawing = Pin<Box<dyn Future<Output = Option<String>>>>;

in_part!(drawing, draw_line, draw -> super::Drawing);

fn draw(place: Element) -> Drawing {
    Box::pin(async move {
        let line = browser::fetch::<Line>(&browser::attribute(&place, attribute::FACTS)).await.ok()?;
        let drawn_out = line.strips.last()?.era.clone();
        browser::mount(&place, move || view::line(&line));
        Some(drawn_out)
    })
}

fn mark(id: &str) -> Option<Element> {
    browser::first(&[STOPS, &*attribute::valued(attribute::DOT, id)].concat())
}

fn swap_event(from: &str, to: &str) {
    let (before, now) = (mark(from), mark(to));
    browser::set_attribute(&before, "tabindex", "-1");
    browser::remove_attribute(&before, "aria-current");
    browser::set_attribute(&now, "tabindex", "0");
    if !from.is_empty() {
        browser::set_attribute(&now, "aria-current", "step");
    }
}

fn set_drawn_out(era: &str, shown: bool) {
    browser::set_flag(&browser::first(&attribute::valued(attribute::STRIP, era)), "hidden", !shown);
    let named = attribute::valued(attribute::AXIS_ERA, era);
    browser::set_flag(&browser::first(&[".axis-band", &*named].concat()), attribute::SHOWN, shown);
    let tab = browser::first(&["a", &*named].concat());
    if shown {
        browser::set_attribute(&tab, "aria-current", "true");
    } else {
        browser::remove_attribute(&tab, "aria-current");
    }
}
