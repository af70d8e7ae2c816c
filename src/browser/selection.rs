//! Whom the reader follows, as one signal that every island sees and as the address's fragment.
//!
//! Deliberately absent: what following changes on the page, which is each island's.

use std::cell::Cell;

use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};

use super::{by_id, fragment};
use crate::selection::Selection;

thread_local! {
    static FOLLOWED: ArcRwSignal<Selection> = ArcRwSignal::new(Selection::default());
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

/// Takes whom the address names, now and whenever it changes. Each island asks for it when it wakes.
pub fn start() {
    if STARTED.replace(true) {
        return;
    }
    let follow_address = |fragment: String| {
        if let Some(selection) = Selection::from_fragment(&fragment) {
            set(selection);
        }
    };
    follow_address(fragment::here());
    fragment::watch(follow_address);
}

/// Whom the reader follows; an effect that asks runs again when it changes.
pub fn followed() -> Selection {
    FOLLOWED.with(Clone::clone).get()
}

/// Whom the reader follows, without being told again when it changes.
pub fn current() -> Selection {
    FOLLOWED.with(Clone::clone).get_untracked()
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
    let selection = selection.of_those(|id| by_id(&format!("actor-{id}")).is_some());
    let followed = FOLLOWED.with(Clone::clone);
    if followed.get_untracked() != selection {
        followed.set(selection);
    }
}
