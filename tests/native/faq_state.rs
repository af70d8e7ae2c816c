//! The FAQ's tools, without a browser.

use backgrounder::islands::faq::state::{Effect, Msg, Question, State};
use backgrounder::search::{plain, query};

fn woken() -> State {
    let question = |id: &str, text: &str| Question { id: id.into(), text: text.into() };
    let mut state = State::default();
    state
        .update(Msg::Woke(vec![question("goal", "what does washington want"), question("oman", "what is oman doing")]));
    state
}

#[test]
fn waking_changes_nothing_that_the_reader_did() {
    let questions = vec![Question { id: "goal".into(), text: "why".into() }];
    assert_eq!(State::default().update(Msg::Woke(questions)), []);
}

#[test]
fn a_filter_keeps_questions_that_have_all_its_words_in_any_order() {
    let effects = woken().update(Msg::FilterTyped("doing  oman".into()));
    assert_eq!(
        effects,
        [Effect::SetShown("goal".into(), false), Effect::SetShown("oman".into(), true), Effect::Announce(1, 2)]
    );
}

/// N04: a search without accents, and with or without hyphens. The browser takes letters and accents apart.
#[test]
fn n04_accents_and_hyphens_do_not_matter() {
    for (text, typed) in [
        ("Sa\u{303}o Tome\u{301} called", "sao tome"),
        ("the co-operation", "cooperation"),
        ("the cooperation", "co operation"),
        ("the sea\u{2011}bed", "sea bed"),
        ("the sea bed", "sea\u{2011}bed"),
        ("co\u{ad}operation", "cooperation"),
        ("Malmø, Łódź and Straße", "malmo"),
        ("it\u{2019}s", "it's"),
    ] {
        let text = plain(&text.to_lowercase());
        assert!(query(typed).split_whitespace().all(|word| text.contains(word)), "{typed} in {text}");
    }
}

#[test]
fn an_emptied_filter_shows_all_and_says_nothing() {
    let mut state = woken();
    state.update(Msg::FilterTyped("oman".into()));
    let effects = state.update(Msg::FilterTyped(" ".into()));
    assert_eq!(effects, [Effect::SetShown("goal".into(), true), Effect::SetShown("oman".into(), true), Effect::Hush]);
}

#[test]
fn opening_all_leaves_out_what_the_filter_hides() {
    let mut state = woken();
    state.update(Msg::FilterTyped("oman".into()));
    assert_eq!(state.update(Msg::AllExpanded), [Effect::SetOpen("oman".into(), true)]);
}

#[test]
fn an_address_ends_a_filter_that_hides_its_question() {
    let mut state = woken();
    state.update(Msg::FilterTyped("washington".into()));
    assert_eq!(
        state.update(Msg::AddressChanged("faq-oman".into())),
        [
            Effect::ClearFilter,
            Effect::SetShown("goal".into(), true),
            Effect::SetShown("oman".into(), true),
            Effect::Hush,
            Effect::SetOpen("oman".into(), true),
            Effect::BringIntoView("oman".into())
        ]
    );
}

#[test]
fn an_address_leaves_a_filter_that_shows_its_question() {
    let mut state = woken();
    state.update(Msg::FilterTyped("oman".into()));
    let effects = state.update(Msg::AddressChanged("faq-oman".into()));
    assert_eq!(effects, [Effect::SetOpen("oman".into(), true), Effect::BringIntoView("oman".into())]);
}

#[test]
fn an_address_of_something_else_is_left_alone() {
    for fragment in ["", "faq-", "faq-nobody", "event-oman", "oman"] {
        assert_eq!(woken().update(Msg::AddressChanged(fragment.into())), [], "{fragment}");
    }
}
