//! The bar, the head of the story with its notes and contents, and the foot.
//!
//! Deliberately absent: anything that must follow the reader down the page.

use leptos::prelude::*;

use super::{Edition, Panel, embed, notes};
use crate::contract::id;
use crate::prose;
use crate::story::Depth;

/// The bar above everything.
pub(super) fn bar(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let links = edition.parts().into_iter().filter(|(id, _)| ["timeline", "reactions", "faq", "sources"].contains(id));
    let links = links.map(|(id, name)| view! { <li class="bar-part"><a href=format!("#{id}")>{name}</a></li> });
    let links = links.collect_view();
    let links = view! { <li class="bar-contents"><a href="#contents">{words.contents}</a></li>{links} };
    view! { <a class="skip" href=id::link_to(id::ARTICLE)>{words.skip}</a>{site_bar(edition, links)} }
}

/// The name of the site, and links to the parts of a page.
pub(super) fn site_bar<View: IntoView>(edition: &Edition<'_>, links: View) -> impl IntoView + use<View> {
    view! {
        <header class="bar">
            <a class="bar-name" href=edition.place.root.to_owned()>{edition.site.to_owned()}</a>
            <nav aria-label=edition.words.site_navigation><ul>{links}</ul></nav>
        </header>
    }
}

/// Headline, standfirst, byline, notes and contents.
pub(super) fn head(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (article, words) = (&edition.story.article, edition.words);
    let published = view! { <li>{words.published}" "{prose::day(edition.words.facts, article.published)}</li> };
    let updated = article
        .updated
        .map(|day| view! { <li><a href="#history">{words.updated}" "{prose::day(edition.words.facts, day)}</a></li> });
    view! {
        <header class="head">
            <div class="head-title">
                {article.draft.then(|| view! { <p class="draft" role="note">{words.draft}</p> })}
                <p class="kicker">{article.kicker.clone()}</p>
                <h1>{article.title.clone()}</h1>
                <p class="standfirst">{article.standfirst.clone()}</p>
                <ul class="byline">
                    <li>{article.byline.clone()}</li>
                    <li class="as-of">{as_of(edition)}</li>
                    <li>{words.full_reading_time(article.seconds(Depth::Full))}</li>
                    {published}
                    {updated}
                </ul>
                {embed::link(edition, Panel::Story)}
                {notes::notes(edition)}
            </div>
            {contents(edition)}
        </header>
    }
}

/// The day that the story describes.
pub(super) fn as_of(edition: &Edition<'_>) -> impl IntoView + use<> {
    let as_of = edition.story.article.as_of;
    view! { <time datetime=as_of.to_string()>{edition.words.as_of(&edition.words.facts.day(as_of))}</time> }
}

fn contents(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let sections: Vec<_> = edition
        .story
        .article
        .sections
        .iter()
        .map(|section| view! { <li><a href=format!("#{}", section.id)>{section.heading.clone()}</a></li> })
        .collect();
    let parts = edition.parts().into_iter().map(|(id, name)| view! { <li><a href=format!("#{id}")>{name}</a></li> });
    view! {
        <nav class="contents" id="contents" aria-label=words.contents>
            <h2>{words.contents}</h2>
            // Where there is room the style sheet shows the heading and all below it, and no line to open.
            <details>
                <summary><h2>{words.contents}</h2></summary>
                <div class="contents-parts" id="contents-parts">
                    <div>
                        <p id="contents-article">{words.in_the_article}</p>
                        <ol aria-labelledby="contents-article">{sections}</ol>
                    </div>
                    <div>
                        <p id="contents-beside">{words.beside_the_article}</p>
                        <ul aria-labelledby="contents-beside">{parts.collect_view()}</ul>
                    </div>
                </div>
            </details>
        </nav>
    }
}

/// The foot of the page.
pub(super) fn foot(edition: &Edition<'_>, top: &'static str) -> impl IntoView + use<> {
    view! {
        <footer class="foot" aria-label=edition.words.foot>
            <p>{edition.site.to_owned()}{edition.words.dot}{as_of(edition)}</p>
            <p><a href=top>{edition.words.to_top}</a></p>
        </footer>
    }
}
