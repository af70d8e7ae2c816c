//! The comment box: it keeps what readers write, on their device or on a server that the story names.
//!
//! Deliberately absent: the form and the tools, which stand in the page, and comments of which nobody has asked.

mod controller;
mod list;
mod messages;
mod perform;
mod prerendered;
pub mod state;
mod view;

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::frame::{in_group, lazy_frame};
use crate::browser::{self, Element, Event};
use crate::comments::{
    DatabaseHandle, Device, Failure, ImportError, ImportFile, Isso, LARGEST_FILE, Memory, Sort, Store, drafts,
};
use crate::contract::attribute;
use controller::Controller;
use state::{Form, Msg, Trouble};

/// How often the times of comments are said anew, in seconds.
const MINUTE: u32 = 60;

/// The box, passed as children.
#[island]
pub fn Comments(children: Children) -> impl IntoView {
    lazy_frame("comments-box", "comments", fetch, children)
}

in_group!(comments, wake_comments);

fn wake(root: Element) {
    let controller = Controller::new(root);
    view::mount(&controller);
    listen_to_form(&controller);
    listen_to_tools(&controller);
    watch(&controller);
    watch_article(&controller);
    browser::spawn(open(controller));
}

/// Opens the store that the page names. Where the device keeps nothing, words are kept in memory and the reader is
/// told.
async fn open(controller: Rc<Controller>) {
    let (database, failure): (DatabaseHandle, Option<Failure>) = match browser::open_database().await {
        Ok(database) => (database, None),
        Err(failure) => (Rc::new(Memory::default()), Some(failure)),
    };
    let page = controller.page();
    let (thread, server) = (page.setting(attribute::THREAD), page.setting(attribute::SERVER));
    let store: Rc<dyn Store> = if server.is_empty() {
        Rc::new(Device::new(database.clone(), &thread, browser::now))
    } else {
        let title = page.setting(attribute::STORY);
        Rc::new(Isso::new(&server, &title, &thread, Rc::new(browser::Http), database.clone(), browser::now))
    };
    let capabilities = store.capabilities();
    controller.connect(store, database.clone(), thread.clone());
    controller.send(Msg::Opened(capabilities, browser::sections()));
    controller.send(Msg::DraftsFound(drafts(&*database, &thread).await.unwrap_or_default()));
    // What is sent to a server lasts also where the device keeps nothing.
    if let Some(failure) = failure.filter(|_| !capabilities.shares) {
        controller.warn_for_good(Trouble::Failed(failure, false));
    }
}

fn watch(controller: &Rc<Controller>) {
    let send = |msg: fn() -> Msg| {
        let controller = controller.clone();
        move || controller.send(msg())
    };
    browser::on_near(controller.page().root(), send(|| Msg::CameNear));
    browser::on_online(send(|| Msg::MayBeSent));
    controller.listen_to_windows(send(|| Msg::ChangedElsewhere));
    let here = controller.clone();
    browser::on_leave(move || {
        here.keep_drafts();
        here.send(Msg::Left);
    });
    let here = controller.clone();
    browser::every(MINUTE, move || here.tell_times());
    let follow = |controller: Rc<Controller>| move |fragment| controller.send(Msg::AddressChanged(fragment));
    follow(controller.clone())(browser::fragment::here());
    browser::fragment::watch(follow(controller.clone()));
}

/// What the reader does in the article, outside the box.
fn watch_article(controller: &Rc<Controller>) {
    let here = controller.clone();
    browser::on_selection(move || here.offer_selection());
    let here = controller.clone();
    browser::on_click(move |event| {
        let section = browser::around(event, attribute::COMMENT_ON);
        let quote = match &section {
            Some(link) => Some(here.quote_of(&browser::attribute(link, attribute::COMMENT_ON))),
            None => browser::closest(event, ".comment-this").and_then(|_| here.take_selection()),
        };
        if let Some(quote) = quote {
            event.prevent_default();
            here.send(Msg::QuoteTaken(quote));
        }
    });
}

/// Calls `answer` for every event of that name at an element that was prerendered.
fn on(
    controller: &Rc<Controller>,
    element: &Option<Element>,
    name: &str,
    answer: impl Fn(&Rc<Controller>, &Event) + 'static,
) {
    if let Some(element) = element {
        let here = controller.clone();
        browser::listen(element, name, move |event: &Event| answer(&here, event));
    }
}

/// The main form. The reader may have typed in it already.
fn listen_to_form(controller: &Rc<Controller>) {
    let page = controller.page();
    on(controller, page.form(), "input", |here, _| here.typed(Form::New));
    // Not the form's submission alone: a frame that may not submit forms is not even told of it.
    for (element, name) in [(page.post(), "click"), (page.form(), "submit")] {
        on(controller, element, name, |here, event| {
            event.prevent_default();
            here.submit(&Form::New);
        });
    }
    on(controller, page.drop_quote(), "click", |here, _| here.send(Msg::QuoteDropped));
    if let Some(form) = page.form() {
        let here = controller.clone();
        browser::listen(form, "keydown", move |event: &ev::KeyboardEvent| here.pressed(&Form::New, event));
    }
}

fn listen_to_tools(controller: &Rc<Controller>) {
    let page = controller.page();
    on(controller, page.sort(), "change", |here, event| {
        here.send(Msg::SortChosen(Sort::of(&browser::value_at(event))));
    });
    on(controller, page.export(), "click", |here, _| here.send(Msg::ExportAsked));
    on(controller, page.import(), "click", |here, _| browser::press(here.page().file()));
    on(controller, page.file(), "change", import);
}

/// Reads the file that the reader has chosen.
fn import(controller: &Rc<Controller>, event: &Event) {
    let Some(file) = browser::chosen_file(event) else {
        return;
    };
    let here = controller.clone();
    browser::spawn(async move {
        let read = if file.size() > LARGEST_FILE {
            Err(ImportError::TooLarge)
        } else {
            file.text().await.ok_or(ImportError::Other).and_then(|text| ImportFile::parse(&text))
        };
        here.send(Msg::FileChosen(read));
    });
}
