//! The dialog for those who embed, as a view.
//!
//! Deliberately absent: frames but for the preview, and what is handed out, which the state puts together.

use leptos::either::Either;
use leptos::prelude::*;

use super::Controller;
use super::data::{Embeds, Panel};
use super::state::{ACCENT, Msg, Told};
use crate::browser::{self, Event};
use crate::words::embedding::{Words, in_language};

/// The dialog, which says that it waits until what can be embedded has come.
pub(super) fn dialog(controller: Controller) -> impl IntoView {
    let words = in_language(&browser::language());
    // What is chosen changes what is in the fields, not the fields.
    let embeds = Memo::new(move |_| controller.state.read().embeds().cloned());
    let body = move || match embeds.get() {
        Some(embeds) => Either::Left(body(controller, words, &embeds)),
        None => Either::Right(view! { <p role="status">{words.fetching}</p> }),
    };
    let close = move |_| browser::close_dialog(&controller.dialog());
    let closed = move |_| controller.send(Msg::Closed);
    view! {
        <dialog node_ref=controller.dialog class="embed" aria-labelledby="embed-heading" on:close=closed>
            <div class="embed-head">
                <h2 id="embed-heading">{words.heading}</h2>
                <button type="button" class="embed-close" on:click=close>{words.close}</button>
            </div>
            <p class="embed-intro">{words.intro}</p>
            {body}
        </dialog>
    }
}

fn body(controller: Controller, words: &'static Words, embeds: &Embeds) -> impl IntoView + use<> {
    let (choices, preview, code) =
        (choices(controller, words, embeds), preview(controller, words), code(controller, words));
    view! {
        <div class="embed-body">
            <div class="embed-choices">{choices}</div>
            {preview}
            {code}
        </div>
    }
}

/// Radio buttons with that name, of which the first is chosen at first.
fn radios<Choose: Fn(&'static str) + Copy + 'static>(
    name: &'static str,
    choices: &[(&'static str, &'static str)],
    choose: Choose,
) -> impl IntoView + use<Choose> {
    let radio = |(at, &(value, label)): (usize, &(&'static str, &'static str))| {
        let chosen = move |_| choose(value);
        view! {
            <label>
                <input type="radio" name=name value=value checked=at == 0 on:change=chosen/>
                <span>{label}</span>
            </label>
        }
    };
    choices.iter().enumerate().map(radio).collect::<Vec<_>>()
}

fn choices(controller: Controller, words: &'static Words, embeds: &Embeds) -> impl IntoView + use<> {
    let panels: Vec<_> = embeds.panels.iter().map(|panel| choice_of(controller, panel)).collect();
    let themes = radios("embed-theme", &words.themes, move |theme| controller.send(Msg::ThemeChosen(theme.to_owned())));
    view! {
        <fieldset class="choice embed-what"><legend>{words.what}</legend>{panels}</fieldset>
        <fieldset class="choice"><legend>{words.theme}</legend>{themes}</fieldset>
        {accent(controller, words)}
    }
}

/// The choice of a panel, which the link by which the dialog was opened makes too.
fn choice_of(controller: Controller, panel: &Panel) -> impl IntoView + use<> {
    let (state, id) = (controller.state, ["embed-", &panel.key].concat());
    let (key, chosen_key) = (panel.key.clone(), panel.key.clone());
    let is_chosen = move || state.read().panel() == key;
    let chosen = move |_| controller.send(Msg::PanelChosen(chosen_key.clone()));
    view! {
        <label>
            <input type="radio" name="embed-panel" id=id value=panel.key.clone() prop:checked=is_chosen on:change=chosen/>
            <span>{panel.name.clone()}</span>
        </label>
    }
}

fn accent(controller: Controller, words: &'static Words) -> impl IntoView + use<> {
    let switched = move |event: Event| controller.send(Msg::AccentSwitched(event_target_checked(&event)));
    let chosen = move |event: Event| controller.send(Msg::AccentChosen(browser::value_at(&event)));
    view! {
        <fieldset class="choice embed-colour">
            <legend>{words.own_accent}</legend>
            <label class="switch">
                <input type="checkbox" name="embed-own-accent" on:change=switched/>
                <span>{words.own_accent}</span>
            </label>
            <input
                type="color"
                name="embed-accent"
                value=ACCENT
                aria-label=words.accent
                autocomplete="off"
                on:input=chosen
            />
        </fieldset>
    }
}

/// Where the panel is shown, and how wide.
fn preview(controller: Controller, words: &'static Words) -> impl IntoView + use<> {
    let widths = radios("embed-width", &words.widths, move |width| controller.try_width(width));
    // A frame with an empty address would show this page.
    let address = move || Some(controller.state.read().address()).filter(|address| !address.is_empty());
    view! {
        <div class="embed-trial">
            <fieldset class="choice"><legend>{words.width}</legend>{widths}</fieldset>
            <div node_ref=controller.preview class="embed-preview" role="group" tabindex="0" aria-label=words.preview>
                <iframe title=words.preview src=address></iframe>
            </div>
        </div>
    }
}

/// What is handed out.
fn code(controller: Controller, words: &'static Words) -> impl IntoView + use<> {
    let choose = move |way: &'static str| controller.send(Msg::WayChosen(way.to_owned()));
    let ways = radios("embed-way", &words.ways.map(|(value, name, _)| (value, name)), choose);
    let needs = words.ways.map(|(value, _, needs)| view! { <p class="embed-needs" data-way=value>{needs}</p> });
    // A text that is put into the field anew, though it is the same, would no longer be selected everywhere.
    let code = Memo::new(move |_| controller.state.read().code());
    view! {
        <div class="embed-out">
            <fieldset class="choice"><legend>{words.way}</legend>{ways}</fieldset>
            {needs.collect_view()}
            <label class="embed-field">
                <span class="tools-label">{words.code}</span>
                <textarea
                    node_ref=controller.code
                    class="embed-code"
                    rows="5"
                    readonly
                    spellcheck="false"
                    autocomplete="off"
                    prop:value=move || code.get()
                ></textarea>
            </label>
            {copy(controller, words)}
        </div>
    }
}

fn copy(controller: Controller, words: &'static Words) -> impl IntoView + use<> {
    let copy = move |_| browser::spawn(controller.copy());
    let told = move || {
        controller.state.read().told().map(|told| match told {
            Told::Copied => words.copied,
            Told::Refused => words.refused,
        })
    };
    view! {
        <div class="embed-end">
            <button type="button" class="embed-copy" on:click=copy>{words.copy}</button>
            <p role="status">{told}</p>
        </div>
    }
}
