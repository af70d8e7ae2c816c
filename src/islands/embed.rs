//! Hands out what others need to embed the story or a part of it, with a preview.
//!
//! Deliberately absent: the dialog's words and choices, which stand in the page, and how a host sizes a frame.

pub mod state;

use leptos::prelude::*;

use super::frame::{Sender, in_group, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use state::{Effect, Msg, Panel, State};

/// Where what is handed out stands, to be picked up.
const HANDED_OUT: &str = ".embed-code";

/// The dialog, passed as children, which opens when it is asked for.
#[island]
pub fn Embed(children: Children) -> impl IntoView {
    lazy_frame("embeds", "embedding", fetch, children)
}

in_group!(embedding, wake_embed);

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    let opened = send.clone();
    browser::on_click(move |event| {
        if let Some(link) = browser::around(event, "data-embeds") {
            event.prevent_default();
            open(&link, &opened);
        }
    });
    let changed = send.clone();
    browser::listen(&root, "input", move |event: &Event| {
        if let Some(field) = browser::target(event) {
            choose(&field, &changed);
        }
    });
    browser::listen(&root, "click", |event: &Event| {
        if browser::closest(event, ".embed-close").is_some() {
            browser::close_dialog(&dialog());
        } else if browser::closest(event, ".embed-copy").is_some() {
            browser::spawn(copy());
        }
    });
}

fn dialog() -> Option<Element> {
    browser::first(".embed")
}

/// Opens the dialog with the part chosen that the link leads to.
fn open(link: &Element, send: &Sender<Msg>) {
    let panel = browser::first(&["#embed-", &browser::attribute(link, "data-embeds")].concat());
    browser::check(&panel);
    let script = browser::first("[data-script]").map(|place| browser::attribute(&place, "data-script"));
    send(Msg::Opened(browser::absolute(&script.unwrap_or_default())));
    for field in browser::all_of_page(".embed :checked") {
        choose(&field, send);
    }
    browser::open_dialog(&dialog());
}

/// Takes in what a field of the dialog says now.
fn choose(field: &Element, send: &Sender<Msg>) {
    let attribute = |name: &str| browser::attribute(field, name);
    let value = attribute("value");
    match attribute("name").as_str() {
        "embed-panel" => send(Msg::PanelChosen(Panel {
            address: browser::absolute(&attribute("data-path")),
            title: attribute("data-title"),
            height: attribute("data-height"),
            page: browser::absolute(&attribute("data-page")),
        })),
        "embed-theme" => send(Msg::ThemeChosen(value)),
        "embed-accent" | "embed-own-accent" => send(Msg::AccentChosen(accent())),
        "embed-way" => send(Msg::WayChosen(value)),
        "embed-width" => {
            browser::set_property(&preview(), "--try", &value);
            false
        }
        _ => false,
    };
}

/// The colour that is chosen; none where ours is to be kept.
fn accent() -> String {
    let has_own = browser::first("[name=embed-own-accent]:checked").is_some();
    let dialog = dialog().filter(|_| has_own);
    dialog.map(|dialog| browser::field_value(&dialog, "[name=embed-accent]")).unwrap_or_default()
}

fn preview() -> Option<Element> {
    browser::first(".embed-preview")
}

fn perform(effect: Effect) {
    match effect {
        Effect::Preview(address) => {
            let frame = browser::first(".embed-preview iframe").or_else(|| browser::append_new(&preview()?, "iframe"));
            // The same address again would load the frame again.
            if frame.as_ref().is_some_and(|frame| browser::attribute(frame, "src") != address) {
                let title = preview().map(|preview| browser::attribute(&preview, "aria-label")).unwrap_or_default();
                browser::set_attribute(&frame, "title", &title);
                browser::set_attribute(&frame, "src", &address);
            }
        }
        Effect::HandOut(code) => {
            browser::fill_fields(HANDED_OUT, &code);
            tell("");
        }
    }
}

/// Copies what is handed out, or has the reader do it where the browser does not let us.
async fn copy() {
    let code = dialog().map(|dialog| browser::field_value(&dialog, HANDED_OUT)).unwrap_or_default();
    let is_copied = browser::copy_text(&code).await;
    if !is_copied {
        browser::select_all(&browser::first(HANDED_OUT));
    }
    tell(if is_copied { "data-copied" } else { "data-refused" });
}

/// Says what the status line has under that name, or nothing.
fn tell(name: &str) {
    let line = browser::first(".embed [role=status]");
    let said = line.as_ref().map(|line| browser::attribute(line, name)).unwrap_or_default();
    browser::show_text(&line, &said);
}
