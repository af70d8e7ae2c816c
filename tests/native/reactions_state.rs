//! The choice on map and list, without a browser.

use backgrounder::islands::reactions::state::{Actor, Effect, Msg, State, Step};

fn actor(id: &str) -> Actor {
    Actor { id: id.into(), name: id.to_uppercase() }
}

fn woken() -> State {
    let mut state = State::default();
    state.update(Msg::Woke(vec![actor("om"), actor("us"), actor("ir")], String::new()));
    state
}

fn shown(effects: &[Effect]) -> Option<&str> {
    effects.iter().find_map(|effect| match effect {
        Effect::Show(actor) => Some(actor.id.as_str()),
        _ => None,
    })
}

#[test]
fn a_choice_marks_shows_and_goes_into_the_address() {
    assert_eq!(
        woken().update(Msg::Chosen("us".into())),
        [Effect::Mark("us".into()), Effect::SetAddress("actor-us".into()), Effect::Show(actor("us"))]
    );
}

#[test]
fn only_one_is_marked_at_a_time() {
    let mut state = woken();
    state.update(Msg::Chosen("us".into()));
    assert_eq!(state.update(Msg::Chosen("ir".into()))[0], Effect::Unmark("us".into()));
}

#[test]
fn somebody_unknown_cannot_be_chosen() {
    assert_eq!(woken().update(Msg::Chosen("nobody".into())), []);
}

#[test]
fn steps_go_round() {
    let mut state = woken();
    for expected in ["om", "us", "ir", "om"] {
        assert_eq!(shown(&state.update(Msg::Stepped(Step::Forward))), Some(expected));
    }
    assert_eq!(shown(&state.update(Msg::Stepped(Step::Back))), Some("ir"));
    assert_eq!(State::default().update(Msg::Stepped(Step::Forward)), []);
}

#[test]
fn letting_go_unmarks_and_clears_the_address_once() {
    let mut state = woken();
    state.update(Msg::Chosen("us".into()));
    assert_eq!(state.update(Msg::Cleared), [Effect::Unmark("us".into()), Effect::ShowNone, Effect::ClearAddress]);
    assert_eq!(state.update(Msg::Cleared), []);
}

#[test]
fn an_address_chooses_without_changing_the_address() {
    let mut state = woken();
    let effects = state.update(Msg::AddressChanged("actor-om".into()));
    assert_eq!(shown(&effects), Some("om"));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::SetAddress(_))));
    assert_eq!(state.update(Msg::AddressChanged(String::new())), [Effect::Unmark("om".into()), Effect::ShowNone]);
}

#[test]
fn an_address_of_something_else_leaves_the_choice() {
    let mut state = woken();
    state.update(Msg::Chosen("us".into()));
    assert_eq!(state.update(Msg::AddressChanged("faq-oman".into())), []);
    assert_eq!(shown(&state.update(Msg::Stepped(Step::Forward))), Some("ir"));
}
