//! The comment box: it keeps what readers write, on their device or on a server that the story names.
//!
//! Deliberately absent: labels and forms, which stand in the page, and comments of which nobody has asked.

mod perform;
mod said;
pub mod state;
mod view;

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::frame::{in_group, lazy_frame};
use crate::browser::{self, Element, Event};
use crate::comments::{Device, Failure, ImportFile, Isso, LARGEST_FILE, Memory, NotAFile, Shared, Sort, Store, drafts};
use perform::Scene;
use state::{Form, Msg, Submitted, Trouble};

/// How long the reader has to pause until a draft is kept, in milliseconds.
const PAUSE: u32 = 400;

/// How often the times of comments are said anew, in seconds.
const MINUTE: u32 = 60;

/// The box, passed as children.
#[island]
pub fn Comments(children: Children) -> impl IntoView {
    lazy_frame("comments-box", "comments", fetch, children)
}

in_group!(comments, wake_comments);

fn wake(root: Element) {
    let scene = Scene::new(root);
    watch(&scene);
    let here = scene.clone();
    browser::listen(scene.root(), "click", move |event: &Event| clicked(&here, event));
    let here = scene.clone();
    browser::listen(scene.root(), "input", move |event: &Event| typed(&here, event));
    let here = scene.clone();
    browser::listen(scene.root(), "change", move |event: &Event| changed(&here, event));
    let here = scene.clone();
    browser::listen(scene.root(), "keydown", move |event: &ev::KeyboardEvent| pressed(&here, event));
    let here = scene.clone();
    browser::listen(scene.root(), "submit", move |event: &Event| {
        event.prevent_default();
        submit(&here, event);
    });
    browser::spawn(open(scene));
}

/// Opens the store that the page names. Where the device keeps nothing, words are kept in memory and the reader is
/// told.
async fn open(scene: Rc<Scene>) {
    let (database, failure): (Shared, Option<Failure>) = match browser::open_database().await {
        Ok(database) => (database, None),
        Err(failure) => (Rc::new(Memory::default()), Some(failure)),
    };
    let (thread, server) = (scene.setting("data-thread"), scene.setting("data-server"));
    let store: Rc<dyn Store> = if server.is_empty() {
        Rc::new(Device::new(database.clone(), &thread, browser::now))
    } else {
        let title = scene.setting("data-story");
        Rc::new(Isso::new(&server, &title, &thread, Rc::new(browser::Http), database.clone(), browser::now))
    };
    let abilities = store.abilities();
    scene.furnish(store, database.clone(), thread.clone());
    scene.send(Msg::Opened(abilities, browser::sections()));
    scene.send(Msg::DraftsFound(drafts(&*database, &thread).await.unwrap_or_default()));
    // What is sent to a server lasts also where the device keeps nothing.
    if let Some(failure) = failure.filter(|_| !abilities.shares) {
        scene.warn_for_good(Trouble::Failed(failure, false));
    }
}

fn watch(scene: &Rc<Scene>) {
    let send = |msg: fn() -> Msg| {
        let scene = scene.clone();
        move || scene.send(msg())
    };
    browser::on_near(scene.root(), send(|| Msg::CameNear));
    browser::on_online(send(|| Msg::MayBeSent));
    scene.listen(send(|| Msg::ChangedElsewhere));
    let here = scene.clone();
    browser::on_leave(move || {
        here.keep_drafts();
        here.send(Msg::Left);
    });
    let here = scene.clone();
    browser::every(MINUTE, move || here.tell_times());
    let follow = |scene: Rc<Scene>| move |fragment| scene.send(Msg::AddressChanged(fragment));
    follow(scene.clone())(browser::fragment::here());
    browser::fragment::watch(follow(scene.clone()));
    watch_article(scene);
}

/// What the reader does in the article, outside the box.
fn watch_article(scene: &Rc<Scene>) {
    let here = scene.clone();
    browser::on_selection(move || here.offer_selection());
    let here = scene.clone();
    browser::on_click(move |event| {
        let section = browser::around(event, "data-comment-on");
        let quote = match &section {
            Some(link) => Some(here.quote_of(&browser::attribute(link, "data-comment-on"))),
            None => browser::closest(event, ".comment-this").and_then(|_| here.take_selection()),
        };
        if let Some(quote) = quote {
            event.prevent_default();
            here.send(Msg::QuoteTaken(quote));
        }
    });
}

fn clicked(scene: &Rc<Scene>, event: &Event) {
    if let Some(link) = browser::closest(event, ".comment-quote") {
        if scene.show_passage(&link) {
            event.prevent_default();
        }
        return;
    }
    let Some(button) = browser::around(event, "data-act") else {
        return;
    };
    let id = browser::nearest(&button, "[data-comment]").map(|comment| browser::attribute(&comment, "data-comment"));
    let id = id.unwrap_or_default();
    let act = browser::attribute(&button, "data-act");
    // Another form may take the place of one in which words stand.
    if ["reply", "edit", "cancel"].contains(&act.as_str()) {
        scene.keep_drafts();
    }
    let msg = match act.as_str() {
        "more" => Msg::MoreAsked,
        "more-replies" => Msg::RepliesAsked(id),
        "drop-quote" => Msg::QuoteDropped,
        "reply" => Msg::FormAsked(Form::Reply(id)),
        "edit" => Msg::FormAsked(Form::Edit(id)),
        "cancel" => Msg::FormLeft,
        "like" => Msg::LikeAsked(id),
        "delete" => Msg::RemoveAsked(id),
        "report" | "show" => Msg::ReportAsked(id),
        "resend" => Msg::ResendAsked(id),
        "undo" => Msg::UndoAsked,
        "dismiss" => Msg::Left,
        "export" => Msg::ExportAsked,
        "import" => return browser::press(&browser::first_within(scene.root(), "[name=import]")),
        _ => return,
    };
    scene.send(msg);
}

/// The form that an event happened in.
fn form_of(scene: &Scene, event: &Event) -> Option<(Form, Element)> {
    browser::closest(event, "[data-form]").map(|element| (scene.form(&element), element))
}

fn typed(scene: &Rc<Scene>, event: &Event) {
    let Some((form, element)) = form_of(scene, event) else {
        return;
    };
    let text = browser::field_value(&element, "textarea");
    scene.send(Msg::Typed(form, text));
    let here = scene.clone();
    scene.after_pause(PAUSE, move || here.keep_drafts());
}

fn changed(scene: &Rc<Scene>, event: &Event) {
    if browser::happened_at(event, "[name=sort]") {
        scene.send(Msg::SortChosen(Sort::of(&browser::value_at(event))));
    }
    if let Some(file) = browser::happened_at(event, "[name=import]").then(|| browser::chosen_file(event)).flatten() {
        let here = scene.clone();
        browser::spawn(async move {
            let read = if file.size() > LARGEST_FILE {
                Err(NotAFile::TooLarge)
            } else {
                file.text().await.ok_or(NotAFile::Other).and_then(|text| ImportFile::parse(&text))
            };
            here.send(Msg::FileChosen(read));
        });
    }
}

fn pressed(scene: &Rc<Scene>, event: &ev::KeyboardEvent) {
    let is_field = browser::happened_at(event, "[data-form] textarea, [data-form] input");
    if is_field && event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
        event.prevent_default();
        submit(scene, event);
    }
    // Escape may be meant for what helps to write; and a change that is left is lost, so that takes a button.
    if browser::closest(event, "[data-form=reply]").is_some() && event.key() == "Escape" && !event.is_composing() {
        scene.keep_drafts();
        scene.send(Msg::FormLeft);
    }
}

fn submit(scene: &Rc<Scene>, event: &Event) {
    if let Some((form, element)) = form_of(scene, event) {
        let author = match form {
            Form::Edit(_) => String::new(),
            _ => browser::field_value(&element, "[name=author]"),
        };
        let text = browser::field_value(&element, "textarea");
        scene.send(Msg::Submitted(Submitted { form, author, text, id: browser::new_id(), now: browser::now() }));
    }
}
