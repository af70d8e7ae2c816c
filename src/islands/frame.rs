//! What all islands have in common: an element around what the page passes to them, and a loop from messages to
//! effects.
//!
//! Deliberately absent: when an island wakes, which is the loader's (`public/boot.js`).

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use crate::browser::{self, Element};
use crate::contract::attribute;

/// The element of an island, with what the page passes to it, and what is done with it when the island wakes. One
/// function for all islands, so that the compiler makes one of it.
pub(super) fn frame(class: &'static str, wake: fn(Element), children: Children) -> impl IntoView {
    view! { <div class=class data-island="asleep" use:wake>{children()}</div> }
}

/// An island whose part of the wasm is being fetched.
pub(super) type Waking = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

/// The element of an island whose part of the wasm is fetched when it is needed, with the others of its group.
pub(super) fn lazy_frame(
    class: &'static str,
    group: &'static str,
    fetch: fn(Element) -> Waking,
    children: Children,
) -> impl IntoView {
    let wake = move |root: Element| browser::spawn(wake_in_time(root, fetch));
    view! { <div class=class data-island="asleep" data-group=group use:wake>{children()}</div> }
}

/// Wakes an island, and says how that went. What could not be fetched is tried again when the reader touches the island.
async fn wake_in_time(root: Element, fetch: fn(Element) -> Waking) {
    let island = Some(root.clone());
    while fetch(root.clone()).await.is_err() {
        browser::set_attribute(&island, attribute::ISLAND, "failed");
        browser::touched(&root).await;
        browser::set_attribute(&island, attribute::ISLAND, "asleep");
    }
    browser::set_attribute(&island, attribute::ISLAND, "awake");
}

/// Puts what an island's `wake` does into a part of the wasm that is fetched with all others of its group: declares
/// `fetch`, which gets that part and wakes the island. `$name` is the function's name in the wasm and needs to be unique.
macro_rules! in_group {
    ($group:ident, $name:ident) => {
        $crate::islands::frame::in_part!($group, $name, wake_marked -> ());

        /// Wakes the island; should that trap, the island has failed, and says so.
        fn wake_marked(root: $crate::browser::Element) {
            $crate::browser::set_attribute(&Some(root.clone()), $crate::contract::attribute::ISLAND, "failed");
            wake(root);
        }

        fn fetch(root: $crate::browser::Element) -> $crate::islands::frame::Waking {
            Box::pin($name::$name(root))
        }
    };
}
pub(super) use in_group;

/// Puts a function of ours that takes an element into a part of the wasm, as `$name::$name`: that gets the part, and then
/// does what the function does.
macro_rules! in_part {
    ($part:ident, $name:ident, $function:ident -> $answer:ty) => {
        mod $name {
            #![allow(unsafe_code, reason = "what the macro expands to imports a function from the other part")]

            use leptos::wasm_split::{SplitLoaderError, wasm_split};

            #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
            pub(super) fn $name(element: $crate::browser::Element) -> Result<$answer, SplitLoaderError> {
                Ok(super::$function(element))
            }
        }
    };
}
pub(super) use in_part;

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
