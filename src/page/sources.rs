//! What the story rests on: provenance, departures, every claim, every publication.
//!
//! Deliberately absent: a judgement on who is right.

use leptos::prelude::*;

use super::{Edition, text};
use crate::islands::Ledger;
use crate::story::{Claim, Inline, Source, Status, Target};

/// Sources and provenance.
pub(super) fn sources(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (story, words) = (edition.story, edition.words);
    let article = story.provenance.article.as_ref().and_then(|id| story.source(id));
    let article = article.map(|source| view! { <p class="source-article">{publication(edition, source)}</p> });
    view! {
        <section class="part" id="sources" aria-labelledby="sources-heading">
            <h2 id="sources-heading">{words.sources}</h2>
            <p class="intro">{text::inline(edition, &story.provenance.text)}</p>
            {article}
            {departures(edition)}
            {ledger(edition)}
            {publications(edition)}
        </section>
    }
}

fn departures(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let departures = &edition.story.provenance.departures;
    let items: Vec<_> = departures
        .iter()
        .map(|departure| {
            view! { <li><strong>{departure.title.clone()}</strong><p>{text::inline(edition, &departure.text)}</p></li> }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <h3>{edition.words.departures}</h3><ol class="departures">{items}</ol> })
}

fn ledger(edition: &Edition<'_>) -> impl IntoView + use<> {
    let claims = &edition.story.claims;
    let disputed = claims.iter().filter(|claim| claim.status == Status::Disputed).count();
    let items: Vec<_> = claims.iter().map(|item| claim(edition, item)).collect();
    let order = order(edition);
    view! {
        <h3>{edition.words.ledger}</h3>
        <p class="intro">{edition.words.ledger_extent(claims.len(), disputed)}</p>
        <Ledger>
            {order}
            <ol class="ledger">{items}</ol>
        </Ledger>
    }
}

/// The claims that the text refers to; nothing where it refers to none.
pub(super) fn referred(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let claims = edition.story.claims.iter().filter(|claim| edition.is_referred(&claim.id));
    let claims: Vec<_> = claims.map(|item| claim(edition, item)).collect();
    (!claims.is_empty()).then(|| view! { <ol class="ledger">{claims}</ol> })
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
    let words = edition.words;
    let back = edition.is_referred(&claim.id).then(|| {
        view! { " "<a class="back" href=format!("#ref-{}", claim.id) aria-label=words.back_to_text>"\u{21a9}\u{fe0e}"</a> }
    });
    let differ = claim.differ.as_ref().map(|differ| {
        view! { <p class="account">{text::label(edition, words.differ)}{text::inline(edition, differ)}</p> }
    });
    view! {
        <li
            id=format!("claim-{}", claim.id)
            value=edition.story.claim_number(&claim.id)
            data-claim=true
            data-status=claim.status.key()
            data-speaker=claim.speaker.clone()
            data-date=claim.date.start().to_string()
            data-noted=format!("claim-{}", claim.id)
        >
            <p>{text::inline(edition, &claim.says)}{back}</p>
            <p class="account">
                {text::status(edition, claim.status)}{claim.speaker.clone()}{words.comma}{text::date(edition, &claim.date)}
            </p>
            {differ}
            <p class="account">{text::label(edition, words.source)}{text::sources(edition, &claim.sources)}</p>
        </li>
    }
}

fn publications(edition: &Edition<'_>) -> impl IntoView + use<> {
    let mut sources: Vec<&Source> = edition.story.sources.iter().collect();
    sources.sort_by_key(|source| source.publisher.to_lowercase());
    let items: Vec<_> = sources
        .into_iter()
        .map(|source| view! { <li id=format!("source-{}", source.id)>{publication(edition, source)}</li> })
        .collect();
    view! {
        <div class="publications"><details>
            <summary><h3>{edition.words.publications}</h3></summary>
            <ul>{items}</ul>
        </details></div>
    }
}

fn publication(edition: &Edition<'_>, source: &Source) -> impl IntoView + use<> {
    let words = edition.words;
    let title = vec![Inline::Words(source.title.clone())];
    let title = text::inline(edition, &title);
    let linked = source.url.clone().map(Target::Web);
    let online = linked.is_some();
    let title = match linked {
        Some(to) => text::link(edition, &to, title),
        None => title.into_any(),
    };
    let date = source.date.map(|date| view! { {words.comma}{text::date(edition, &date)} });
    let via = source.via.as_ref().map(|via| words.aside(&format!("{} {via}", words.via)));
    let offline = (!online).then(|| words.aside(words.not_online));
    view! { {words.label(&source.publisher)}{title}{date}{via}{offline} }
}
