//! The note on a statement, without a browser.

use backgrounder::islands::note::state::{Effect, Msg, State};

fn woken() -> State {
    let mut state = State::default();
    state.update(Msg::Woke(vec!["talks-held".into(), "session-length".into()]));
    state
}

#[test]
fn asking_fills_the_note_from_the_ledger_and_opens_it() {
    assert_eq!(woken().update(Msg::Asked("talks-held".into())), [Effect::Fill("talks-held".into()), Effect::Open]);
}

#[test]
fn asking_again_opens_it_as_it_is() {
    let mut state = woken();
    state.update(Msg::Asked("talks-held".into()));
    assert_eq!(state.update(Msg::Asked("talks-held".into())), [Effect::Open]);
    assert_eq!(state.update(Msg::Asked("session-length".into()))[0], Effect::Fill("session-length".into()));
}

#[test]
fn what_is_in_no_ledger_opens_nothing() {
    assert_eq!(woken().update(Msg::Asked("nobody-said".into())), []);
}
