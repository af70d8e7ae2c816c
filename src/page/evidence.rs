//! What the story rests on, whole: every claim with its speaker and sources, where the story departs from the article
//! that it follows, every publication, every term. A page of its own, and the end of a single file.
//!
//! Deliberately absent: a judgement on who is right.

use leptos::prelude::*;

use super::{Edition, document, glossary, head, sources};
use crate::contract::id;
use crate::islands::Ledger;
use crate::prose;
use crate::story::{Claim, Source, Status};

/// The page.
pub(super) fn evidence(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (article, words) = (&edition.story.article, edition.words);
    let parts = contents(edition).into_iter();
    let links = parts.map(|(id, name)| view! { <li class="bar-part"><a href=format!("#{id}")>{name}</a></li> });
    let story = edition.story_part("sources");
    view! {
        <html lang=article.language.clone() dir=words.direction>
            {document::metadata(edition)}
            <body>
                <a class="skip" href="#claims">{words.skip_to_claims}</a>
                {head::site_bar(edition, links.collect_view())}
                <main class="evidence" id="top">
                    <header class="head-title">
                        <p class="kicker">{words.how_we_know}</p>
                        <h1>{article.title.clone()}</h1>
                        <p class="standfirst">{prose::inline(edition, &edition.story.provenance.text)}</p>
                        {sources::article(edition)}
                        <p class="evidence-back"><a href=story>{words.back_to_article}</a></p>
                    </header>
                    {parts_of(edition)}
                </main>
                {head::foot(edition, "#top")}
            </body>
        </html>
    }
}

/// Its parts that have something to show, with their headings.
fn contents(edition: &Edition<'_>) -> Vec<(&'static str, &'static str)> {
    let (story, words) = (edition.story, edition.words);
    let parts = [
        ("claims", words.ledger, story.claims.is_empty()),
        ("departures", words.departures_in_short, story.provenance.departures.is_empty()),
        ("publications", words.publications, story.sources.is_empty()),
        ("glossary", words.glossary, story.terms.is_empty()),
    ];
    parts.into_iter().filter(|(_, _, empty)| !empty).map(|(id, name, _)| (id, name)).collect()
}

/// All of it, part by part.
pub(super) fn parts_of(edition: &Edition<'_>) -> impl IntoView + use<> {
    view! {
        {claims(edition)}
        {departures(edition)}
        {publications(edition)}
        {glossary::glossary(edition)}
    }
}

fn departures(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let departures = &edition.story.provenance.departures;
    let items: Vec<_> = departures
        .iter()
        .map(|departure| {
            view! { <li><strong>{departure.title.clone()}</strong><p>{prose::inline(edition, &departure.text)}</p></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="part" id="departures" aria-labelledby="departures-heading">
                <h2 id="departures-heading">{edition.words.departures}</h2>
                <ol class="departures">{items}</ol>
            </section>
        }
    })
}

fn claims(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let claims = &edition.story.claims;
    let disputed = claims.iter().filter(|claim| claim.status == Status::Disputed).count();
    let items: Vec<_> = claims.iter().map(|item| claim(edition, item)).collect();
    let order = order(edition);
    (!items.is_empty()).then(|| {
        view! {
            <section class="part" id="claims" aria-labelledby="claims-heading">
                <h2 id="claims-heading">{edition.words.ledger}</h2>
                <p class="intro">{edition.words.ledger_extent(claims.len(), disputed)}</p>
                <Ledger>
                    {order}
                    <ol class="ledger">{items}</ol>
                </Ledger>
            </section>
        }
    })
}

/// The choice of the claims' order. (A browser that restored it on a reload would name one in which they do not stand.)
fn order(edition: &Edition<'_>) -> impl IntoView + use<> {
    let labels = edition.labels;
    let orders = labels.orders.map(|(key, name)| view! { <option value=key>{name}</option> });
    view! {
        <div class="tools ledger-tools">
            <label class="tools-field">
                <span class="tools-label">{labels.sort_by}</span>
                <select autocomplete="off">{orders.collect_view()}</select>
            </label>
            <p class="tools-status" role="status"></p>
        </div>
    }
}

fn claim(edition: &Edition<'_>, claim: &Claim) -> impl IntoView + use<> {
    let back = edition.is_referred(&claim.id).then(|| {
        let href = edition.story_part(&format!("ref-{}", claim.id));
        view! { " "<a class="back" href=href aria-label=edition.words.back_to_text>"\u{21a9}\u{fe0e}"</a> }
    });
    view! {
        <li
            id=id::claim(claim.id.as_str())
            value=edition.story.claim_number(&claim.id)
            data-claim=true
            data-status=claim.status.key()
            data-speaker=claim.speaker.clone()
            data-date=claim.date.start().to_string()
        >
            {prose::claim(edition, claim, back, &edition.story.cited(&claim.sources))}
        </li>
    }
}

fn publications(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let mut cited: Vec<&Source> = edition.story.sources.iter().collect();
    edition.sort_by_name(&mut cited, |source| &source.publisher);
    let items: Vec<_> = cited
        .into_iter()
        .map(|source| view! { <li id=id::source(source.id.as_str())>{sources::publication(edition, source)}</li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="part publications" id="publications" aria-labelledby="publications-heading">
                <h2 id="publications-heading">{edition.words.publications}</h2>
                <ul>{items}</ul>
            </section>
        }
    })
}
