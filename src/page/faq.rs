//! The FAQ as `<details>`, which open without any script.
//!
//! Deliberately absent: the tools above it, which are the island's.

use leptos::prelude::*;

use super::Edition;
use super::text::{self, Below};
use crate::islands::Faq;
use crate::story::Question;

/// The FAQ.
pub(super) fn faq(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let as_of = words.day(edition.story.article.as_of);
    let questions: Vec<_> = edition.story.questions.iter().map(|item| question(edition, item)).collect();
    let count = questions.len();
    view! {
        <section class="part" id="faq" aria-labelledby="faq-heading">
            <h2 id="faq-heading">{words.faq}</h2>
            <p class="intro">{words.faq_extent(count, &as_of)}</p>
            <Faq><div class="questions">{questions}</div></Faq>
        </section>
    }
}

/// The id stands within the answer, so that a browser opens the question for its address by itself.
fn question(edition: &Edition<'_>, question: &Question) -> impl IntoView + use<> {
    let words = edition.words;
    let as_of = question.as_of.map(|date| view! { <p class="as-of">{words.as_of(&words.date(&date))}</p> });
    view! {
        <details class="question" data-question=question.id.to_string()>
            <summary><h3>{question.question.clone()}</h3></summary>
            <div class="answer" id=format!("faq-{}", question.id)>
                {as_of}
                {text::blocks(edition, &question.answer, Below::Question)}
            </div>
        </details>
    }
}
