//! The bar above the article: how much to read, and who says so. It works without any script.
//!
//! Deliberately absent: remembering the choice and keeping the reader's place, which are the island's.

use leptos::prelude::*;

use super::Edition;
use crate::islands::Depth as Remembered;
use crate::story::{Depth, Status};

/// The bar.
pub(super) fn reading_bar(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let depths: Vec<_> = Depth::ALL.into_iter().map(|item| depth(edition, item)).collect();
    view! {
        <div class="reading-bar">
            <span class="reading-legend" aria-hidden="true">{words.read_in}</span>
            <Remembered>
                <fieldset class="choice">
                    <legend class="unseen">{words.depth}</legend>
                    {depths}
                </fieldset>
            </Remembered>
            <label class="switch"><input type="checkbox" id="who-says-so"/><span>{words.who_says_so}</span></label>
        </div>
        {sides(edition)}
    }
}

fn depth(edition: &Edition<'_>, depth: Depth) -> impl IntoView + use<> {
    let time = edition.words.reading_time(edition.story.article.seconds(depth));
    let name = if depth == Depth::Full { edition.words.everything(&time) } else { time };
    let id = format!("depth-{}", depth.key());
    view! {
        <label><input type="radio" name="depth" id=id value=depth.key() checked=depth == Depth::Full/><span>{name}</span></label>
    }
}

/// Whose statements to mark, and what the marks mean; it shows while statements are marked.
fn sides(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let mut choices = vec![("all".to_owned(), words.all_sides.to_owned())];
    let sides = edition.story.sides().enumerate();
    choices.extend(sides.map(|(at, actor)| ((at + 1).to_string(), words.what_says(&actor.name))));
    choices.push(("other".to_owned(), words.others_say.to_owned()));
    let choices: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(at, (value, name))| {
            let id = format!("side-{value}");
            view! {
                <label><input type="radio" name="side" id=id value=value checked=at == 0/><span>{name}</span></label>
            }
        })
        .collect();
    let marks: Vec<_> = Status::ALL
        .into_iter()
        .map(|status| {
            view! { <li><span class="statement" data-status=status.key()>{words.status(status)}</span></li> }
        })
        .collect();
    view! {
        <div class="sides">
            <fieldset class="choice">
                <legend class="unseen">{words.whose_word}</legend>
                {choices}
            </fieldset>
            <ul class="marks" aria-label=words.legend>{marks}</ul>
        </div>
    }
}
