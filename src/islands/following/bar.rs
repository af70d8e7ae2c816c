//! The bar of those who are followed: fetched and drawn when somebody is first followed.
//!
//! Deliberately absent: what it looks like; see `view`.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use super::state::{Msg, Summary};
use super::view;
use crate::browser::{self, Element};
use crate::islands::frame::{Sender, in_part};
use crate::selection::Choice;

/// What the bar does when the reader uses it.
#[derive(Clone)]
pub(super) struct Uses {
    /// Whom the reader can compare with.
    pub(super) actors: Vec<Choice>,
    /// Takes what happens in the bar.
    pub(super) send: Sender<Msg>,
    /// Ends the following.
    pub(super) end: Rc<dyn Fn()>,
}

/// Shows in the bar that was drawn who is followed; while nobody is, it does not show.
pub(super) type Show = Box<dyn Fn(Summary)>;

/// Draws the bar.
type Draw = Box<dyn FnOnce(Uses) -> Show>;

in_part!(following, draw_bar, drawing -> super::Draw);

fn drawing(place: Element) -> Draw {
    Box::new(move |uses: Uses| view::draw(&place, uses))
}

/// The bar, which may have to be fetched first.
pub(super) struct Bar {
    place: Option<Element>,
    uses: OnceCell<Uses>,
    /// What it is to show once it is drawn.
    summary: RefCell<Summary>,
    drawn: RefCell<Option<Show>>,
    fetching: Cell<bool>,
}

impl Bar {
    /// The bar at a place of the page.
    pub(super) fn new(place: Option<Element>) -> Self {
        Self {
            place,
            uses: OnceCell::new(),
            summary: RefCell::default(),
            drawn: RefCell::default(),
            fetching: Cell::default(),
        }
    }

    /// Says what the bar does.
    pub(super) fn answer(&self, uses: Uses) {
        // It is said once, when the island wakes.
        let _ = self.uses.set(uses);
    }

    /// Shows who is followed, once the bar is there.
    pub(super) fn show(self: &Rc<Self>, summary: Summary) {
        let is_anybody = !summary.names.is_empty();
        self.summary.replace(summary);
        if let Some(show) = &*self.drawn.borrow() {
            return show(self.summary.borrow().clone());
        }
        if is_anybody && !self.fetching.replace(true) {
            browser::spawn(self.clone().draw());
        }
    }

    /// Fetches the bar and draws it. Where it cannot be had, it is tried again when the reader next follows somebody; what
    /// is about them is marked all the same.
    async fn draw(self: Rc<Self>) {
        if let (Some(place), Some(uses)) = (self.place.clone(), self.uses.get().cloned())
            && let Ok(draw) = draw_bar::draw_bar(place).await
        {
            let show = draw(uses);
            show(self.summary.borrow().clone());
            self.drawn.replace(Some(show));
        }
        self.fetching.set(false);
    }
}
