//! The dialog for those who embed the story or a part of it, and the links that open it.
//!
//! Deliberately absent: frames. The preview is made when the dialog opens.

use leptos::prelude::*;

use super::{Edition, Panel, panels};
use crate::islands::Embed;
use crate::words::embedding::{Words, in_language};

/// Opens the dialog for a panel; without scripts it leads to the panel alone. Panels that stand alone have none.
pub(super) fn link(edition: &Edition<'_>, panel: Panel) -> Option<impl IntoView + use<>> {
    let words = in_language(&edition.story.article.language);
    let name = name(edition, words, panel);
    let href = path(edition, panel);
    edition.alone().is_none().then(|| {
        view! {
            <a class="embed-link" href=href data-embeds=panel.key()>
                {words.embed}<span class="unseen">": "{name}</span>
            </a>
        }
    })
}

fn path(edition: &Edition<'_>, panel: Panel) -> String {
    format!("{}{}/embed/{}/", edition.place.root, edition.story.slug, panel.key())
}

fn name(edition: &Edition<'_>, words: &Words, panel: Panel) -> String {
    match panel {
        Panel::Story => words.whole_story.to_owned(),
        _ => edition.parts().into_iter().find(|(id, _)| *id == panel.key()).map(|(_, name)| name).unwrap_or_default(),
    }
}

/// The dialog.
pub(super) fn dialog(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = in_language(&edition.story.article.language);
    let script = format!("{}embed.js", edition.place.root);
    let (choices, preview, code) = (choices(edition, words), preview(words), code(words));
    view! {
        <Embed>
            <dialog class="embed" aria-labelledby="embed-heading" data-script=script>
                <div class="embed-head">
                    <h2 id="embed-heading">{words.heading}</h2>
                    <button type="button" class="embed-close">{words.close}</button>
                </div>
                <p class="embed-intro">{words.intro}</p>
                <div class="embed-body">
                    <div class="embed-choices">{choices}</div>
                    {preview}
                    {code}
                </div>
            </dialog>
        </Embed>
    }
}

fn choices(edition: &Edition<'_>, words: &'static Words) -> impl IntoView + use<> {
    let panels: Vec<_> = panels(edition).into_iter().map(|panel| choice_of(edition, words, panel)).collect();
    let themes = words.themes.map(|(value, name)| {
        view! { <label><input type="radio" name="embed-theme" value=value checked=value.is_empty()/><span>{name}</span></label> }
    });
    view! {
        <fieldset class="choice embed-what"><legend>{words.what}</legend>{panels}</fieldset>
        <fieldset class="choice"><legend>{words.theme}</legend>{themes.collect_view()}</fieldset>
        <fieldset class="choice embed-colour">
            <legend>{words.own_accent}</legend>
            <label class="switch"><input type="checkbox" name="embed-own-accent"/><span>{words.own_accent}</span></label>
            <input type="color" name="embed-accent" value="#7a1f5c" aria-label=words.accent autocomplete="off"/>
        </fieldset>
    }
}

fn choice_of(edition: &Edition<'_>, words: &'static Words, panel: Panel) -> impl IntoView + use<> {
    let key = panel.key();
    let part = if panel == Panel::Story { String::new() } else { format!("#{key}") };
    let page = format!("{}{}/{part}", edition.place.root, edition.story.slug);
    let title = edition.words.panel_title(key, edition.story, &edition.story.article.title);
    let path = path(edition, panel);
    view! {
        <label>
            <input
                type="radio"
                name="embed-panel"
                id=format!("embed-{key}")
                value=key
                data-path=path
                data-title=title
                data-height=panel.height()
                data-page=page
            />
            <span>{name(edition, words, panel)}</span>
        </label>
    }
}

/// Where the panel is shown, and how wide.
fn preview(words: &'static Words) -> impl IntoView + use<> {
    let widths = words.widths.into_iter().enumerate().map(|(at, (value, name))| {
        view! { <label><input type="radio" name="embed-width" value=value checked=at == 0/><span>{name}</span></label> }
    });
    view! {
        <div class="embed-trial">
            <fieldset class="choice"><legend>{words.width}</legend>{widths.collect_view()}</fieldset>
            <div class="embed-preview" role="group" tabindex="0" aria-label=words.preview></div>
        </div>
    }
}

/// What is handed out.
fn code(words: &'static Words) -> impl IntoView + use<> {
    let ways = words.ways.map(|(value, name, _)| {
        view! { <label><input type="radio" name="embed-way" value=value checked=value == "frame"/><span>{name}</span></label> }
    });
    let needs = words.ways.map(|(value, _, needs)| view! { <p class="embed-needs" data-way=value>{needs}</p> });
    view! {
        <div class="embed-out">
            <fieldset class="choice"><legend>{words.way}</legend>{ways.collect_view()}</fieldset>
            {needs.collect_view()}
            <label class="embed-field">
                <span class="tools-label">{words.code}</span>
                <textarea class="embed-code" rows="5" readonly spellcheck="false" autocomplete="off"></textarea>
            </label>
            <div class="embed-end">
                <button type="button" class="embed-copy">{words.copy}</button>
                <p role="status" data-copied=words.copied data-refused=words.refused></p>
            </div>
        </div>
    }
}
