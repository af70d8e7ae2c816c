//! What the wasm creates in the comment box, as views.
//!
//! Deliberately absent: what the page brings; see `prerendered`.

mod comment;
mod composer;
mod notices;
mod text;

use std::rc::Rc;

use leptos::prelude::*;

use super::controller::Controller;
use super::list::Row;
use super::state::{Msg, State};
use crate::browser;
use crate::words;

/// What views need of the box.
#[derive(Clone, Copy)]
struct Context {
    controller: StoredValue<Rc<Controller>, LocalStorage>,
    state: RwSignal<State, LocalStorage>,
    /// Notifies whenever the times of comments are to be said anew.
    minutes: RwSignal<u32>,
    labels: &'static words::composer::Words,
    words: &'static words::comments::Words,
}

impl Context {
    fn of(controller: &Rc<Controller>) -> Self {
        Self {
            controller: StoredValue::new_local(controller.clone()),
            state: controller.state,
            minutes: controller.minutes,
            labels: controller.labels,
            words: controller.words,
        }
    }

    /// Does something with the controller.
    fn with(self, act: impl FnOnce(&Rc<Controller>)) {
        // It is there for as long as the page is.
        if let Some(controller) = self.controller.try_get_value() {
            act(&controller);
        }
    }

    fn send(self, msg: Msg) {
        self.with(|controller| controller.send(msg));
    }

    /// The same, where another form may take the place of one in which words stand.
    fn keep_and_send(self, msg: Msg) {
        self.with(|controller| {
            controller.keep_drafts();
            controller.send(msg);
        });
    }
}

/// Puts the views into their places.
pub(super) fn mount(controller: &Rc<Controller>) {
    let context = Context::of(controller);
    let (rows, undo, trouble, file) = (controller.list.rows(), controller.undo, controller.trouble, controller.file);
    let page = controller.page();
    if let Some(write) = page.write() {
        browser::mount(write, move || notices::notices(context, undo, trouble, file));
    }
    if let Some(list) = page.list() {
        browser::mount(list, move || comments(context, rows));
    }
    if let Some(read) = page.read() {
        browser::mount(read, move || more(context));
    }
}

/// Comments that answer none, one below the other. Each is made once, for as long as it shows.
fn comments(context: Context, rows: ArcRwSignal<Vec<Row>>) -> impl IntoView {
    view! {
        <For
            each=move || rows.get()
            key=|row: &Row| row.number
            children=move |row: Row| comment::thread(context, row)
        />
    }
}

/// Shows more comments, while there are more.
fn more(context: Context) -> impl IntoView {
    let Context { state, labels, .. } = context;
    view! {
        <button
            type="button"
            class="comments-more"
            data-act="more"
            hidden=move || !state.read().more()
            on:click=move |_| context.send(Msg::MoreAsked)
        >
            {labels.more}
        </button>
    }
}
