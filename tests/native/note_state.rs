//! The note on a statement, without a browser.

use backgrounder::islands::note::state::{Effect, Msg, Shown, State};
use backgrounder::story::Evidence;

use crate::flagship::oman_talks;

fn evidence() -> Evidence {
    Evidence::of(&oman_talks())
}

/// The address of a claim that there is.
fn claim() -> String {
    format!("claim-{}", evidence().claims[0].id)
}

fn asked(id: &str) -> Msg {
    Msg::Asked(id.to_owned())
}

fn fetched() -> State {
    let mut state = State::default();
    assert_eq!(state.update(Msg::Woke), [Effect::Fetch]);
    assert_eq!(state.update(Msg::Fetched(evidence())), []);
    state
}

#[test]
fn asking_about_a_claim_opens_the_note_with_it() {
    let mut state = fetched();
    assert_eq!(state.shown(), Shown::Nothing);
    assert_eq!(state.update(asked(&claim())), [Effect::Open]);
    assert_eq!(state.shown(), Shown::Claim(&evidence().claims[0], &evidence()));
}

#[test]
fn asking_about_a_term_opens_the_note_with_it() {
    let mut state = fetched();
    let term = evidence().terms[0].clone();
    assert_eq!(state.update(asked(&format!("term-{}", term.id))), [Effect::Open]);
    assert_eq!(state.shown(), Shown::Term(&term, &evidence()));
}

#[test]
fn what_is_asked_before_anything_is_fetched_opens_and_is_answered_when_it_is_there() {
    let mut state = State::default();
    assert_eq!(state.update(asked(&claim())), [Effect::Fetch, Effect::Open]);
    assert_eq!(state.shown(), Shown::Fetching);
    assert_eq!(state.update(asked("claim-another")), [Effect::Open], "it is fetched once");
    assert_eq!(state.update(asked(&claim())), [Effect::Open]);
    state.update(Msg::Fetched(evidence()));
    assert_eq!(state.shown(), Shown::Claim(&evidence().claims[0], &evidence()));
}

#[test]
fn what_could_not_be_fetched_is_said_and_tried_again_at_the_next_question() {
    let mut state = State::default();
    state.update(Msg::Woke);
    state.update(Msg::NotFetched);
    assert_eq!(state.shown(), Shown::Nothing, "nobody asked");
    assert_eq!(state.update(asked(&claim())), [Effect::Fetch, Effect::Open]);
    state.update(Msg::NotFetched);
    assert_eq!(state.shown(), Shown::NotFetched(&claim()));
    assert_eq!(state.update(asked(&claim())), [Effect::Fetch, Effect::Open]);
    assert_eq!(state.shown(), Shown::Fetching);
}

#[test]
fn what_nobody_has_said_opens_nothing() {
    for id in ["claim-nobody-said", "term-nothing", "talks", ""] {
        assert_eq!(fetched().update(asked(id)), [], "{id}");
    }
}

#[test]
fn the_evidence_is_read_as_it_was_written() {
    let written = serde_json::to_string(&evidence()).unwrap();
    assert_eq!(serde_json::from_str::<Evidence>(&written).unwrap(), evidence());
}
