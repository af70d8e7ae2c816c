//! The timeline at a glance: draws out one era after the other, and is walked through by keys. The era that is drawn out
//! from the first stands in the page; the others are fetched as data when one of them is asked for.
//!
//! Deliberately absent: the list of events, which sees the same address and the same selection.

pub mod state;
pub mod strip;

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::event::{self, events};
use super::frame::{Sender, in_group, in_part, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::{
    attribute::{self, selector},
    id,
};
use state::{Effect, Msg, State, Step};
use strip::Strip;

/// What the keys lead to and from.
const STOPS: &str = ".axis-event";

/// The drawing, passed as children.
#[island]
pub fn Axis(children: Children) -> impl IntoView {
    lazy_frame("axis", "explore", fetch, children)
}

in_group!(explore, wake_axis);

fn wake(root: Element) {
    let mut state = State::default();
    let drawing = Rc::new(Drawing::new(&root));
    let drawn = drawing.clone();
    let send = sender(move |msg| state.update(msg), move |effect| drawn.perform(effect));
    let (begun, whole) = (send.clone(), root.clone());
    drawing.begin_anew.replace(Some(Box::new(move || {
        begun(Msg::Woke(events(), shown_era(&whole)));
    })));
    for stop in browser::all(&root, ".axis-event") {
        browser::set_attribute(&Some(stop), "tabindex", "-1");
    }
    send(Msg::Woke(events(), shown_era(&root)));
    if let Some(id) = browser::fragment::here().strip_prefix(id::EVENT_PREFIX)
        && browser::is_laid_out(&Some(root.clone()))
    {
        send(Msg::Reached(id.to_owned()));
    }
    let (chosen, drawn) = (send.clone(), drawing.clone());
    browser::listen(&root, "click", move |event: &Event| {
        if let Some(era) = browser::around(event, attribute::AXIS_ERA) {
            event.prevent_default();
            drawn.chosen.set(true);
            chosen(Msg::EraChosen(browser::attribute(&era, attribute::AXIS_ERA)));
        }
    });
    let stepped = send.clone();
    browser::listen(&root, "keydown", move |event: &KeyboardEvent| {
        if browser::is_plain_key(event)
            && browser::happened_at(event, STOPS)
            && let Some(step) = step_for(&event.key(), browser::reads_leftwards())
        {
            event.prevent_default();
            stepped(Msg::Stepped(step));
        }
    });
    follow(root, drawing, send);
}

/// Follows what the reader reaches in the list, and whom they follow.
fn follow(root: Element, drawing: Rc<Drawing>, send: Sender<Msg>) {
    let reached = send.clone();
    browser::on_focus(move |_| {
        // On screens that are too small for the line nothing is drawn out.
        if !browser::is_laid_out(&Some(root.clone())) {
            return;
        }
        let (reached, drawing) = (reached.clone(), drawing.clone());
        // Whoever steps through the list sees the next event first. Whoever is quicker than that has reached another
        // event by then.
        browser::after_paint(move || {
            // The focus is still where the reader was while the era is on its way to which they have gone on.
            if let Some(event) = browser::focused(".event, .axis-event").filter(|_| !drawing.is_waiting()) {
                reached(Msg::Reached(id_of(&event)));
            }
        });
    });
    browser::selection::watch(move || {
        let followed = send.clone();
        browser::after_paint(move || {
            followed(Msg::Followed(browser::selection::current()));
        });
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

fn shown_era(root: &Element) -> String {
    let shown = browser::all(root, ".axis-strip:not([hidden])");
    shown.first().map(|strip| browser::attribute(strip, attribute::STRIP)).unwrap_or_default()
}

fn mark(id: &str) -> Option<Element> {
    browser::first(&[".axis-event", &*attribute::valued(attribute::DOT, id)].concat())
}

/// The strips of the eras, of which some may have to be fetched first.
struct Drawing {
    place: Option<Element>,
    /// What is to be done once they are there.
    waiting: RefCell<Vec<Effect>>,
    /// Whether the reader chose the era that is being fetched, and did not come to it by its events.
    chosen: Cell<bool>,
    /// Has the state begin anew with what is drawn.
    begin_anew: RefCell<Option<Box<dyn Fn()>>>,
}

impl Drawing {
    fn new(root: &Element) -> Self {
        let place = browser::first_within(root, ".axis-strips");
        Self { place, waiting: RefCell::default(), chosen: Cell::default(), begin_anew: RefCell::default() }
    }

    /// Whether strips are on their way.
    fn is_waiting(&self) -> bool {
        !self.waiting.borrow().is_empty()
    }

    /// Carries an effect out, in its turn.
    fn perform(self: &Rc<Self>, effect: Effect) {
        let is_first = !self.is_waiting();
        if is_first && !is_missing(&effect) {
            return perform(effect);
        }
        self.waiting.borrow_mut().push(effect);
        if is_first {
            let drawing = self.clone();
            browser::spawn(async move { drawing.fetch().await });
        }
    }

    async fn fetch(&self) {
        if let Some(place) = &self.place
            && let Ok(drawing) = draw_strips::draw_strips(place.clone()).await
        {
            drawing.await;
        }
        let (effects, chosen) = (self.waiting.take(), self.chosen.take());
        let missing = effects.iter().find(|effect| is_missing(effect));
        match (missing, &*self.begin_anew.borrow()) {
            (Some(Effect::SwapEra { to, .. }), Some(begin_anew)) => {
                // What could not be fetched can be read in the list, and is asked for again next time.
                begin_anew();
                if chosen {
                    lead_to_list(to);
                }
            }
            _ => effects.into_iter().for_each(perform),
        }
    }
}

/// Strips that are being fetched and drawn.
type Drawn = Pin<Box<dyn Future<Output = ()>>>;

in_part!(drawing, draw_strips, draw -> super::Drawn);

/// Fetches the strips and adds them to their place.
fn draw(place: Element) -> Drawn {
    Box::pin(async move {
        if let Ok(strips) = browser::fetch::<Vec<Strip>>(&browser::attribute(&place, attribute::FACTS)).await {
            show(&place, strips);
        }
    })
}

fn strip_of(era: &str) -> Option<Element> {
    browser::first(&attribute::valued(attribute::STRIP, era))
}

fn is_missing(effect: &Effect) -> bool {
    matches!(effect, Effect::SwapEra { to, .. } if strip_of(to).is_none())
}

/// Adds the strips that are not there yet, dimmed as the events are that all see above.
fn show(place: &Element, strips: Vec<Strip>) {
    browser::mount(place, move || {
        let missing = strips.iter().filter(|strip| strip_of(&strip.era).is_none());
        missing.map(|item| strip::strip(item, false)).collect::<Vec<_>>()
    });
    for event in browser::all(place, ".axis-event:not([tabindex])") {
        let dot = attribute::valued(attribute::DOT, &browser::attribute(&event, attribute::DOT));
        let dot = browser::first(&[".axis-overview ", &*dot].concat());
        let event = Some(event);
        browser::set_attribute(&event, "tabindex", "-1");
        browser::set_flag(&event, attribute::DIMMED, dot.is_some_and(|dot| browser::is(&dot, selector::DIMMED)));
    }
}

fn lead_to_list(era: &str) {
    let details = browser::details_around(&id::era(era));
    browser::set_flag(&details, "open", true);
    browser::bring_into_view(&details);
}

fn perform(effect: Effect) {
    match effect {
        Effect::SwapEra { from, to } => {
            set_drawn_out(&from, false);
            set_drawn_out(&to, true);
        }
        Effect::SwapEvent { from, to } => {
            browser::set_attribute(&mark(&from), "tabindex", "-1");
            browser::remove_attribute(&mark(&from), "aria-current");
            browser::set_attribute(&mark(&to), "tabindex", "0");
            if !from.is_empty() {
                browser::set_attribute(&mark(&to), "aria-current", "step");
            }
        }
        Effect::Focus(id) => browser::return_focus(&mark(&id)),
        Effect::SetDimmed(id, dimmed) => {
            for dot in browser::all_of_page(&attribute::valued(attribute::DOT, &id)) {
                browser::set_flag(&Some(dot), attribute::DIMMED, dimmed);
            }
        }
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
