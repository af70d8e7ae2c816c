//! What all islands have in common: an element around what the page passes to them, and a loop from messages to
//! effects.
//!
//! Deliberately absent: signals. What an island changes on the page it changes there, so that of Leptos' reactive
//! parts, which are larger than all islands together, nothing is in the wasm.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::Element;

/// The element of an island, with what the page passes to it, and what is done with it when the island wakes. One
/// function for all islands, so that the compiler makes one of it.
pub(super) fn frame(class: &'static str, wake: fn(Element), children: Children) -> impl IntoView {
    view! { <div class=class data-island="asleep" use:wake>{children()}</div> }
}

/// Sends a message to an island's state, carries out what is then to be done, and answers whether there was anything.
pub(super) type Sender<Msg> = Rc<dyn Fn(Msg) -> bool>;

/// A sender to a state, by how it takes messages in and how its effects are carried out.
pub(super) fn sender<Msg: 'static, Effect: 'static>(
    update: impl FnMut(Msg) -> Vec<Effect> + 'static,
    perform: impl Fn(Effect) + 'static,
) -> Sender<Msg> {
    let update = RefCell::new(update);
    Rc::new(move |msg| {
        // Carrying out an effect may send the next message.
        let effects = (update.borrow_mut())(msg);
        let handled = !effects.is_empty();
        effects.into_iter().for_each(&perform);
        handled
    })
}
