//! The story as a card, for sites that point to it: its headline, its map, and the questions that it answers.
//!
//! Deliberately absent: the story. Whatever is clicked leads to its page.

use leptos::prelude::*;

use super::{Edition, head, map, stances};
use crate::contract::id;

/// How many questions a card shows, the first ones.
const SHOWN: usize = 5;

/// The card.
pub(super) fn card(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (article, words) = (&edition.story.article, edition.words);
    let home = home(edition);
    let picture = (!edition.story.actors.is_empty()).then(|| {
        view! { <div class="story-card-map">{stances::patterns()}{map::picture(edition)}</div> }
    });
    view! {
        <article class="story-card">
            {picture}
            <div class="story-card-words">
                <p class="kicker">{article.kicker.clone()}</p>
                <h1><a href=home>{article.title.clone()}</a></h1>
                <p class="standfirst">{article.standfirst.clone()}</p>
                <p class="story-card-by">{article.byline.clone()}{words.dot}{head::as_of(edition)}</p>
            </div>
            {questions(edition)}
        </article>
    }
}

/// The page of the story.
fn home(edition: &Edition<'_>) -> String {
    format!("{}{}/", edition.place.root, edition.story.slug)
}

fn questions(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let shown = edition.story.questions.iter().take(SHOWN);
    let items: Vec<_> = shown
        .map(|item| {
            let href = format!("{}{}", home(edition), id::link_to(&id::question(item.id.as_str())));
            view! { <li><a href=href>{item.question.clone()}</a></li> }
        })
        .collect();
    let name = edition.words.faq;
    (!items.is_empty()).then(|| view! { <div class="story-card-questions"><h2>{name}</h2><ul>{items}</ul></div> })
}
