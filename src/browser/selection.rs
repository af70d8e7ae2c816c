//! Whom the reader follows, as one selection that every island sees and as the address's fragment.
//!
//! Deliberately absent: what following changes on the page, which is each island's.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::leptos_dom::helpers::queue_microtask;
use leptos::prelude::document;

use super::{attribute, first, fragment};
use crate::contract::{attribute, id};
use crate::selection::Selection;

thread_local! {
    static FOLLOWED: RefCell<Selection> = RefCell::default();
    static WATCHERS: RefCell<Vec<Rc<dyn Fn()>>> = RefCell::default();
    static STARTED: Cell<bool> = const { Cell::new(false) };
    static TELLS: Cell<bool> = const { Cell::new(false) };
}

/// Calls `answer` now, and whenever it changes whom the reader follows, once what has changed it is done. The first who
/// watches has the address looked at, now and whenever it changes.
pub fn watch(answer: impl Fn() + 'static) {
    let answer: Rc<dyn Fn()> = Rc::new(answer);
    WATCHERS.with(|watchers| watchers.borrow_mut().push(answer.clone()));
    if !STARTED.replace(true) {
        match fragment::here() {
            // The fragment of a frame may be its host's; then whom to follow stands in the page.
            address if Selection::from_fragment(&address).is_none_or(|followed| followed.is_empty()) => set(told()),
            address => follow_address(&address),
        }
        fragment::watch(|fragment| follow_address(&fragment));
    }
    answer();
}

/// Whom the address of a frame says to follow.
fn told() -> Selection {
    let told = document().document_element().map(|root| attribute(&root, attribute::ACTOR)).unwrap_or_default();
    Selection::from_fragment(&id::actor(&told)).unwrap_or_default()
}

fn follow_address(fragment: &str) {
    if let Some(selection) = Selection::from_fragment(fragment) {
        set(selection);
    }
}

fn tell() {
    TELLS.set(false);
    let watchers = WATCHERS.with(|watchers| watchers.borrow().clone());
    watchers.iter().for_each(|answer| answer());
}

/// Whom the reader follows.
pub fn current() -> Selection {
    FOLLOWED.with(|followed| followed.borrow().clone())
}

/// Follows these from now on, and says so in the address.
pub fn follow(selection: Selection) {
    match selection.fragment() {
        nobody if nobody.is_empty() => fragment::clear(),
        somebody => fragment::set(&somebody),
    }
    set(selection);
}

/// Follows these from now on, and leaves the address as it is.
pub fn set(selection: Selection) {
    // An address may name somebody who is not on the page; such a one is followed by nobody.
    let selection = selection.of_those(|id| first(&attribute::valued(attribute::FOLLOWABLE, id)).is_some());
    if current() != selection {
        FOLLOWED.set(selection);
        if !TELLS.replace(true) {
            queue_microtask(tell);
        }
    }
}
