//! How we know this, in short: on how many statements the story rests and how sure they are, whose publications they
//! are from, what stays open, and the way to all of it.
//!
//! Deliberately absent: the claims themselves, but for those of which accounts differ; see `evidence`.

use leptos::prelude::*;

use super::{Edition, PageKind, evidence, text};
use crate::prose;
use crate::story::{Claim, Inline, Source, Status, Target};

/// How many publishers are named.
const PUBLISHERS: usize = 8;

/// How many disputed claims are named.
const OPEN: usize = 5;

/// The part of the page; in a single file, all that it leads to follows.
pub(super) fn sources(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (story, words) = (edition.story, edition.words);
    let whole = (edition.place.kind == PageKind::Single).then(|| evidence::parts_of(edition));
    let all = (!story.claims.is_empty()).then(|| {
        let href = edition.evidence("claims");
        view! { <p class="evidence-all"><a href=href>{words.all_claims(story.claims.len())}</a></p> }
    });
    view! {
        <section class="part" id="sources" aria-labelledby="sources-heading">
            <h2 id="sources-heading">{words.how_we_know}</h2>
            <p class="intro">{prose::inline(edition, &story.provenance.text)}</p>
            {article(edition)}
            <div class="known">
                {statuses(edition)}
                {publishers(edition)}
                {open(edition)}
            </div>
            {terms(edition)}
            {all}
        </section>
        {whole}
    }
}

/// The article that the story follows.
pub(super) fn article(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let source = edition.story.provenance.article.as_ref().and_then(|id| edition.story.source(id));
    source.map(|source| view! { <p class="source-article">{publication(edition, source)}</p> })
}

/// How many claims are how sure.
fn statuses(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let (claims, words) = (&edition.story.claims, edition.words);
    let counts = Status::ALL.map(|status| (status, claims.iter().filter(|claim| claim.status == status).count()));
    let items: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            view! {
                <li>
                    <span class="known-count">{count}</span>
                    <span class="statement" data-status=status.key()>{words.facts.status(status)}</span>
                    <span class="known-meaning">{words.meaning(status)}</span>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <div><h3>{words.how_sure}</h3><ul class="known-statuses">{items}</ul></div> }
    })
}

/// Whose publications the claims cite, those with the most claims first.
fn publishers(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let (story, words) = (edition.story, edition.words);
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for claim in &story.claims {
        let mut cited: Vec<&str> = story.cited(&claim.sources).iter().map(|source| source.publisher.as_str()).collect();
        cited.sort_unstable();
        cited.dedup();
        for publisher in cited {
            match counts.iter_mut().find(|(name, _)| *name == publisher) {
                Some((_, count)) => *count += 1,
                None => counts.push((publisher, 1)),
            }
        }
    }
    edition.sort_by_name(&mut counts, |(name, _)| name);
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rest = counts.len().saturating_sub(PUBLISHERS);
    let items: Vec<_> = counts
        .into_iter()
        .take(PUBLISHERS)
        .map(|(name, count)| view! { <li><span class="known-count">{count}</span>{name.to_owned()}</li> })
        .collect();
    let rest = (rest > 0).then(|| {
        let href = edition.evidence("publications");
        view! { <li class="known-rest"><a href=href>{words.more_publishers(rest)}</a></li> }
    });
    (!items.is_empty()).then(|| {
        view! { <div><h3>{words.whose_reports}</h3><ul class="known-publishers">{items}{rest}</ul></div> }
    })
}

/// What accounts differ on.
fn open(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let disputed = || edition.story.claims.iter().filter(|claim| claim.status == Status::Disputed);
    let items: Vec<_> = disputed().take(OPEN).map(|claim| open_claim(edition, claim)).collect();
    let rest = disputed().count().saturating_sub(OPEN);
    let rest = (rest > 0).then(|| view! { <li class="known-rest">{edition.words.more_disputed(rest)}</li> });
    (!items.is_empty()).then(|| {
        view! { <div class="known-open"><h3>{edition.words.left_open}</h3><ul>{items}{rest}</ul></div> }
    })
}

fn open_claim(edition: &Edition<'_>, claim: &Claim) -> impl IntoView + use<> {
    view! {
        <li>
            {prose::inline(edition, &claim.says)}{text::claim_reference(edition, &claim.id)}
            <span class="known-meaning">{claim.speaker.clone()}</span>
        </li>
    }
}

/// The terms that the story explains.
fn terms(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let mut terms: Vec<_> = edition.story.terms.iter().collect();
    edition.sort_by_name(&mut terms, |term| &term.name);
    let links: Vec<_> = terms
        .into_iter()
        .enumerate()
        .map(|(at, term)| {
            let comma = (at > 0).then_some(edition.words.facts.comma);
            let link = text::link(edition, &Target::Term(term.id.clone()), vec![term.name.clone().into_any()]);
            view! { {comma}{link} }
        })
        .collect();
    let is_summary = edition.place.kind != PageKind::Single;
    (is_summary && !links.is_empty()).then(|| {
        view! { <p class="known-terms" id="glossary">{prose::label(edition.words.facts, edition.words.glossary)}{links}</p> }
    })
}

/// A publication, with what it is and where it can be read.
pub(super) fn publication(edition: &Edition<'_>, source: &Source) -> impl IntoView + use<> {
    let (words, facts) = (edition.words, edition.words.facts);
    let title = vec![Inline::Words(source.title.clone())];
    let title = prose::inline(edition, &title);
    let linked = source.url.clone().map(Target::Web);
    let online = linked.is_some();
    let title = match linked {
        Some(to) => text::link(edition, &to, title),
        None => title.into_any(),
    };
    let date = source.date.map(|date| view! { {facts.comma}{prose::date(facts, &date)} });
    let via = source.via.as_ref().map(|via| words.aside(&format!("{} {via}", words.via)));
    let offline = (!online).then(|| words.aside(words.not_online));
    view! { {facts.label(&source.publisher)}{title}{date}{via}{offline} }
}
