//! Every panel of a story in a frame, as a host would have it: for those who want to see, and for tests.
//!
//! Deliberately absent: scripts but the one for hosts. This page is a host like any other.

use leptos::prelude::*;

use super::{Edition, Panel, panels};
use crate::contract::id;
use crate::words::embedding::{Words, in_language};

/// The page.
pub(super) fn examples(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = in_language(&edition.story.article.language);
    let (root, assets) = (edition.place.root, edition.assets);
    let at = |file: &str| format!("{root}{file}");
    let frames: Vec<_> = panels(edition).into_iter().map(|panel| example(edition, words, panel)).collect();
    let question = edition.story.questions.first().map(|question| {
        view! { <p><a href=id::link_to(&id::host(&id::question(question.id.as_str())))>{words.deep_link}{question.question.clone()}</a></p> }
    });
    view! {
        <html lang=edition.story.article.language.clone() dir=edition.words.direction>
            <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content=assets.policy.clone()/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{words.examples}</title>
                <meta name="color-scheme" content="light dark"/>
                <link rel="stylesheet" href=at(&assets.style)/>
                <link rel="icon" type="image/svg+xml" href=at("icon.svg")/>
                <script async src=at("embed.js")></script>
            </head>
            <body>
                <main class="examples">
                    <h1>{words.examples}</h1>
                    <p class="intro">{words.examples_intro}</p>
                    {question}
                    {frames}
                </main>
            </body>
        </html>
    }
}

/// A panel in a frame that is loaded when it is near.
fn example(edition: &Edition<'_>, words: &'static Words, panel: Panel) -> impl IntoView + use<> {
    let key = panel.key();
    let path = format!("{}{}/embed/{key}/", edition.place.root, edition.story.slug);
    let title = edition.words.panel_title(key, edition.story, &edition.story.article.title);
    let label = title.clone();
    view! {
        <section class="part" aria-label=label>
            <h2>{title.clone()}</h2>
            <p class="intro"><code>{path.trim_start_matches("./").to_owned()}</code></p>
            <iframe class="example" title=title data-src=path height=panel.height() allow="clipboard-write"></iframe>
            <noscript><p><a href=format!("{}{}/", edition.place.root, edition.story.slug)>{words.whole_story}</a></p></noscript>
        </section>
    }
}
