//! Text and facts as views, the same in a page that is written and in what the wasm shows.
//!
//! Deliberately absent: where links lead, which depends on what shows them.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::story::{Claim, ClaimId, Date, Day, Inline, Source, Status, Target, Term};
use crate::words::facts::Words;

/// Whoever shows a text: says where its links lead, and what a reference to a claim looks like.
pub trait Prose {
    /// The words around facts.
    fn words(&self) -> &'static Words;

    /// A link around what it says.
    fn link(&self, to: &Target, text: Vec<AnyView>) -> AnyView;

    /// A reference to a claim.
    fn reference(&self, claim: &ClaimId) -> AnyView;
}

/// A paragraph's text.
pub fn inline(prose: &dyn Prose, text: &[Inline]) -> Vec<AnyView> {
    let follows_claim = |at: usize| at > 0 && matches!(text[at - 1], Inline::Claim(_));
    text.iter()
        .enumerate()
        .map(|(at, piece)| match piece {
            // An element of its own, since to the style sheet references with bare words between them are neighbours.
            Inline::Words(words) if follows_claim(at) => view! { <span>{words.clone()}</span> }.into_any(),
            Inline::Words(words) => words.clone().into_any(),
            Inline::Emphasis(inner) => view! { <em>{inline(prose, inner)}</em> }.into_any(),
            Inline::Strong(inner) => view! { <strong>{inline(prose, inner)}</strong> }.into_any(),
            Inline::Link { to, text } => prose.link(to, inline(prose, text)),
            Inline::Claim(id) => prose.reference(id),
        })
        .collect()
}

/// A day, month or year.
pub fn day(words: &Words, day: Day) -> impl IntoView + use<> {
    view! { <time datetime=day.to_string()>{words.day(day)}</time> }
}

/// A date as precise as it is known.
pub fn date(words: &Words, date: &Date) -> impl IntoView + use<> {
    let about = date.about.then(|| words.about());
    let to = date.to.map(|to| view! { {words.until()}{day(words, to)} });
    view! { {about}{day(words, date.from)}{to} }
}

/// A word before what it is about.
pub fn label(words: &Words, word: &str) -> impl IntoView + use<> {
    view! { <span class="fact">{words.label(word)}</span> }
}

/// How sure something is, before whoever says so.
pub fn status(words: &Words, status: Status) -> impl IntoView + use<> {
    view! { <span class="status" data-status=status.key()>{words.label(words.status(status))}</span> }
}

/// Sources between commas, as links to where they can be read; a link without an address is none that can be followed.
pub fn sources(words: &Words, sources: &[&Source]) -> Vec<impl IntoView + use<>> {
    let link = |(at, source): (usize, &&Source)| {
        let comma = (at > 0).then_some(words.comma);
        view! { {comma}<a href=source.url.clone() title=source.title.clone()>{source.publisher.clone()}</a> }
    };
    sources.iter().enumerate().map(link).collect()
}

/// Where accounts differ; nothing where they are not known to.
pub fn differ(prose: &dyn Prose, differ: Option<&[Inline]>) -> Option<impl IntoView + use<>> {
    let words = prose.words();
    differ.map(|differ| view! { <p class="account">{label(words, words.differ)}{inline(prose, differ)}</p> })
}

/// A claim: what is said, whatever is to stand after it, who says so and when, where accounts differ, and the sources.
pub fn claim<After: IntoView + 'static>(
    prose: &dyn Prose,
    claim: &Claim,
    after: After,
    cited: &[&Source],
) -> impl IntoView + use<After> {
    let words = prose.words();
    view! {
        <p>{inline(prose, &claim.says)}{after}</p>
        <p class="account">
            {status(words, claim.status)}{isolated(&claim.speaker).into_owned()}{words.comma}{date(words, &claim.date)}
        </p>
        {differ(prose, claim.differ.as_deref())}
        <p class="account">{label(words, words.source)}{sources(words, cited)}</p>
    }
}

/// What a term means, and where to read more.
pub fn definition(prose: &dyn Prose, term: &Term, cited: &[&Source]) -> impl IntoView + use<> {
    let words = prose.words();
    let cited = (!term.sources.is_empty())
        .then(|| view! { <p class="account">{label(words, words.source)}{sources(words, cited)}</p> });
    view! { <p>{inline(prose, &term.definition)}</p>{cited} }
}

/// A name among others: one that is written from right to left stands apart, so that it does not turn round what follows.
/// (By signs that format text and not by an element: most names need neither.)
pub fn isolated(name: &str) -> Cow<'_, str> {
    let is_leftward = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if name.contains(is_leftward) { Cow::Owned(["\u{2068}", name, "\u{2069}"].concat()) } else { Cow::Borrowed(name) }
}
