//! The order of the claims, without a browser.

use backgrounder::islands::ledger::state::{Claim, Effect, Msg, Order, State};

fn woken() -> State {
    let claim = |speaker: &str, status: &str, date: &str| Claim {
        speaker: speaker.into(),
        status: status.into(),
        date: date.into(),
    };
    let mut state = State::default();
    state.update(Msg::Woke(vec![
        claim("oman", "disputed", "2026-02-06"),
        claim("ap", "analysis", "2025-06-13"),
        claim("oman", "reported", "2026-02"),
        claim("ap and axios", "claimed", "2026-02-06"),
        claim("ap", "reported", "2026-02-28"),
    ]));
    state
}

/// The order in which the claims then stand.
fn sorted_by(state: &mut State, order: Order) -> Vec<usize> {
    match &state.update(Msg::SortedBy(order))[..] {
        [Effect::Reorder(places), Effect::Announce(5, announced)] if *announced == order => places.clone(),
        effects => panic!("{order:?}: {effects:?}"),
    }
}

#[test]
fn waking_changes_nothing() {
    assert_eq!(State::default().update(Msg::Woke(Vec::new())), []);
}

#[test]
fn claims_of_one_speaker_stand_together() {
    assert_eq!(sorted_by(&mut woken(), Order::Speaker), [1, 4, 3, 0, 2]);
}

#[test]
fn the_surest_claims_stand_first() {
    assert_eq!(sorted_by(&mut woken(), Order::Status), [2, 4, 3, 0, 1]);
}

#[test]
fn the_oldest_claims_stand_first_and_a_month_before_its_days() {
    assert_eq!(sorted_by(&mut woken(), Order::Oldest), [1, 2, 0, 3, 4]);
}

#[test]
fn the_newest_claims_stand_first_and_those_of_one_day_by_their_numbers() {
    assert_eq!(sorted_by(&mut woken(), Order::Newest), [4, 0, 3, 2, 1]);
}

#[test]
fn the_order_of_the_text_comes_back_whatever_was_chosen_before() {
    for order in Order::ALL.into_iter().filter(|order| *order != Order::Number) {
        let mut state = woken();
        sorted_by(&mut state, order);
        assert_eq!(sorted_by(&mut state, Order::Number), [0, 1, 2, 3, 4], "after {order:?}");
    }
}

#[test]
fn ties_stand_by_their_numbers_whatever_was_chosen_before() {
    let mut state = woken();
    sorted_by(&mut state, Order::Newest);
    assert_eq!(sorted_by(&mut state, Order::Speaker), [1, 4, 3, 0, 2]);
}

#[test]
fn the_order_that_is_already_there_is_not_made_again() {
    assert_eq!(woken().update(Msg::SortedBy(Order::Number)), []);
    let mut state = woken();
    sorted_by(&mut state, Order::Status);
    assert_eq!(state.update(Msg::SortedBy(Order::Status)), []);
}

#[test]
fn every_order_is_known_by_its_key_and_nothing_else_is() {
    for order in Order::ALL {
        assert_eq!(Order::of(order.key()), Some(order));
    }
    assert_eq!(Order::of(""), None);
}
