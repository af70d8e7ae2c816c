//! What belongs to the section that is being read, beside it on large screens. It is fetched and drawn there only.
//!
//! Deliberately absent: what belongs to which section, which the build works out, and any announcement: who listens to
//! the page would hear one at every section.

pub mod data;
pub mod state;
mod view;

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::frame::{Sender, in_group, in_part, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::attribute::{self, selector};
use data::Beside;
use state::{Effect, Msg, State};

/// What the reader is using by keys. (Whoever has clicked something in a panel reads on, and is not using it any more.)
const IN_USE: &str = ".companion-box :focus-visible";

/// Where there is room beside the article, as the style sheet has it.
const ROOM: &str = "screen and (min-width: 62rem)";

/// The place of the panels, passed as a child: its `data-facts` is where they are, as [`Beside`].
#[island]
pub fn Companion(children: Children) -> impl IntoView {
    lazy_frame("companion-box", "explore", fetch, children)
}

in_group!(explore, wake_companion);

fn wake(root: Element) {
    let Some(place) = browser::first_within(&root, selector::FACTS) else {
        return;
    };
    let mut state = State::default();
    let panels = Rc::new(Panels::default());
    let shown = panels.clone();
    let send = sender(move |msg| state.update(msg), move |effect| shown.perform(effect));
    panels.answer.replace(Some((place, send.clone())));
    let sections = browser::article_sections();
    send(Msg::Woke(sections.iter().map(|section| browser::attribute(section, "id")).collect()));
    let widened = send.clone();
    browser::watch_media(ROOM, move |has_room| {
        widened(Msg::RoomChanged(has_room));
    });
    follow(&root, send);
}

/// Follows what the reader reaches, and when they leave what they use.
fn follow(root: &Element, send: Sender<Msg>) {
    let reached = send.clone();
    browser::watch_sections(move |at| {
        reached(Msg::Reached(at, is_in_use()));
    });
    browser::listen(root, "focusout", move |_: &Event| {
        let left = send.clone();
        // The focus may only be on its way from one link of the panel to the next.
        browser::after_paint(move || {
            if !is_in_use() {
                left(Msg::Left);
            }
        });
    });
}

fn is_in_use() -> bool {
    browser::first(IN_USE).is_some()
}

/// The panels, once they are drawn.
#[derive(Default)]
struct Panels {
    drawn: RefCell<Option<Drawn>>,
    /// Where they are to be drawn, and who is told how fetching went.
    answer: RefCell<Option<(Element, Sender<Msg>)>>,
}

impl Panels {
    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Fetch => browser::spawn(self.clone().fetch()),
            Effect::Show(section) => {
                if let Some(drawn) = &*self.drawn.borrow() {
                    (drawn.show)(&section);
                }
            }
        }
    }

    async fn fetch(self: Rc<Self>) {
        let Some((place, send)) = self.answer.borrow().clone() else {
            return;
        };
        let drawn = match draw_beside::draw_beside(place).await {
            Ok(drawing) => drawing.await,
            Err(_) => None,
        };
        let msg = drawn.as_ref().map_or(Msg::NotFetched, |drawn| Msg::Fetched(drawn.sections.clone()));
        self.drawn.replace(drawn);
        send(msg);
    }
}

/// What was drawn, of which nothing shows before it is asked for.
struct Drawn {
    /// The sections that have panels.
    sections: Vec<String>,
    /// Shows the panel of a section.
    show: Box<dyn Fn(&str)>,
}

/// Panels that are being fetched and drawn; nothing where they cannot be had.
type Drawing = Pin<Box<dyn Future<Output = Option<Drawn>>>>;

in_part!(drawing, draw_beside, draw -> super::Drawing);

fn draw(place: Element) -> Drawing {
    Box::pin(async move {
        let facts = browser::attribute(&place, attribute::FACTS);
        let beside = Arc::new(browser::fetch::<Beside>(&facts).await.ok()?);
        let sections: Vec<String> = beside.panels.iter().map(|panel| panel.section.as_str().to_owned()).collect();
        let shown = RwSignal::new(None);
        browser::mount(&place, move || view::beside(beside, shown));
        let ids = sections.clone();
        let show = move |section: &str| {
            shown.set(ids.iter().position(|id| id == section));
            // Whom the reader follows is marked in it.
            browser::tell_drawn();
        };
        Some(Drawn { sections, show: Box::new(show) })
    })
}
