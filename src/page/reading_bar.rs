//! The bar above the article: how much to read, and who says so. It works without any script.
//!
//! Deliberately absent: remembering the choice and keeping the reader's place, which are the island's.

use leptos::prelude::*;

use super::Edition;
use crate::contract::id;
use crate::islands::Depth as Remembered;
use crate::story::{Depth, Status};

/// The bar.
pub(super) fn reading_bar(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let depths = depths(edition);
    let choice = (depths.len() > 1).then(|| {
        let depths: Vec<_> = depths.into_iter().map(|(depth, time)| choice_of(edition, depth, time)).collect();
        view! {
            <span class="reading-legend" aria-hidden="true">{words.read_in}</span>
            <Remembered>
                <fieldset class="choice">
                    <legend class="unseen">{words.depth}</legend>
                    {depths}
                </fieldset>
            </Remembered>
        }
    });
    view! {
        <div class="reading-bar">
            {choice}
            <label class="switch"><input type="checkbox" id=id::WHO_SAYS_SO/><span>{words.who_says_so}</span></label>
        </div>
        {sides(edition)}
    }
}

/// The depths between which a reader of this article can choose, each with how long it takes; of those that take as
/// long, the one that shows most.
fn depths(edition: &Edition<'_>) -> Vec<(Depth, String)> {
    let mut offered: Vec<(Depth, String)> = Vec::new();
    for depth in Depth::ALL {
        let time = edition.words.reading_time(edition.story.article.seconds(depth));
        offered.retain(|(_, shorter)| *shorter != time);
        offered.push((depth, time));
    }
    offered
}

fn choice_of(edition: &Edition<'_>, depth: Depth, time: String) -> impl IntoView + use<> {
    let name = if depth == Depth::Full { edition.words.everything(&time) } else { time };
    let id = id::depth(depth.key());
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
            let id = id::side(&value);
            view! {
                <label><input type="radio" name="side" id=id value=value checked=at == 0/><span>{name}</span></label>
            }
        })
        .collect();
    let marks: Vec<_> = Status::ALL
        .into_iter()
        .map(|status| {
            view! { <li><span class="statement" data-status=status.key()>{words.facts.status(status)}</span></li> }
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
