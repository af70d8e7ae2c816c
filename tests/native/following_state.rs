//! What following an actor shows of the page, without a browser.

use backgrounder::islands::following::state::{Effect, Msg, State, Step, Summary};
use backgrounder::selection::{Choice, Selection};

fn ids(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn woken() -> State {
    let actor = |id: &str| Choice { id: id.into(), name: id.to_uppercase() };
    let mut state = State::default();
    let passages = ["qa", "ir us", "qa ir", ""].map(ids).to_vec();
    let events = ["qa", "qa ir", "us"].map(ids).to_vec();
    state.update(Msg::Woke(vec![actor("ir"), actor("qa"), actor("us")], passages, events));
    state
}

fn following(first: &str, second: &str) -> (State, Vec<Effect>) {
    let mut state = woken();
    let effects = state.update(Msg::Followed(Selection::only(first).with(second)));
    (state, effects)
}

fn told(effects: &[Effect]) -> Option<&Summary> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(summary) => Some(summary),
        _ => None,
    })
}

fn goes_to(effects: &[Effect]) -> Option<usize> {
    effects.iter().find_map(|effect| match effect {
        Effect::GoTo(at) => Some(*at),
        _ => None,
    })
}

#[test]
fn following_marks_the_actor_and_its_passages_and_counts() {
    let (_, effects) = following("qa", "");
    assert_eq!(
        effects[..3],
        [Effect::SetMarked("qa".into(), true), Effect::SetPassage(0, true), Effect::SetPassage(2, true)]
    );
    let expected = Summary { names: vec!["QA".into()], passages: 2, events: 2, ..Summary::default() };
    assert_eq!(told(&effects), Some(&expected));
}

#[test]
fn following_two_shows_what_they_have_in_common() {
    let (_, effects) = following("qa", "ir");
    let expected =
        Summary { names: vec!["QA".into(), "IR".into()], second: "ir".into(), passages: 1, at: None, events: 1 };
    assert_eq!(told(&effects), Some(&expected));
    assert!(effects.contains(&Effect::SetPassage(2, true)) && !effects.contains(&Effect::SetPassage(0, true)));
}

#[test]
fn following_another_takes_the_marks_along() {
    let (mut state, _) = following("qa", "");
    let effects = state.update(Msg::Followed(Selection::only("us")));
    assert_eq!(
        effects[..4],
        [
            Effect::SetMarked("qa".into(), false),
            Effect::SetPassage(0, false),
            Effect::SetPassage(2, false),
            Effect::SetMarked("us".into(), true)
        ]
    );
}

#[test]
fn an_address_of_nobody_on_the_page_is_left_alone() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Followed(Selection::only("xx"))), []);
    assert_eq!(state.update(Msg::Chosen("xx".into())), []);
}

#[test]
fn steps_go_round_the_passages() {
    let (mut state, _) = following("qa", "");
    for expected in [0, 2, 0] {
        assert_eq!(goes_to(&state.update(Msg::Stepped(Step::Forward))), Some(expected));
    }
    let effects = state.update(Msg::Stepped(Step::Back));
    assert_eq!(goes_to(&effects), Some(2));
    assert_eq!(told(&effects).unwrap().at, Some(2), "the second of two");
}

#[test]
fn there_is_no_step_where_there_is_no_passage() {
    let (mut state, _) = following("qa", "us");
    assert_eq!(state.update(Msg::Stepped(Step::Forward)), []);
}

#[test]
fn comparing_keeps_the_first_and_ends_with_nobody_chosen() {
    let (mut state, _) = following("qa", "ir");
    let with = |id: &str| Effect::Follow(Selection::only("qa").with(id));
    assert_eq!(state.update(Msg::Compared("us".into())), [with("us")]);
    assert_eq!(state.update(Msg::Compared(String::new())), [with("")]);
    let (mut state, _) = following("qa", "");
    let effects = state.update(Msg::Compared("qa".into()));
    assert_eq!(told(&effects).unwrap().second, "", "nobody is compared with themselves, and the field says so");
}

#[test]
fn asking_for_all_follows_nobody() {
    let (mut state, _) = following("qa", "");
    assert_eq!(state.update(Msg::Cleared), [Effect::Follow(Selection::default())]);
    let effects = state.update(Msg::Followed(Selection::default()));
    assert_eq!(told(&effects), Some(&Summary { events: 3, ..Summary::default() }));
    assert_eq!(woken().update(Msg::Cleared), [], "nobody was followed");
}
