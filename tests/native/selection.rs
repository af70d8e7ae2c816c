//! Whom the reader follows, as the address has it.

use backgrounder::selection::Selection;

#[test]
fn an_address_names_one_actor_or_two() {
    for fragment in ["", "actor-qa", "actor-qa+om"] {
        assert_eq!(Selection::from_fragment(fragment).unwrap().fragment(), fragment);
    }
}

#[test]
fn an_address_of_something_else_says_nothing_of_actors() {
    for fragment in ["faq-oman", "event-jcpoa-2015", "actor", "qa"] {
        assert_eq!(Selection::from_fragment(fragment), None, "{fragment}");
    }
}

#[test]
fn those_who_are_not_there_are_left_out() {
    assert_eq!(Selection::only("gone").with("qa").of_those(|id| id == "qa").actors(), ["qa"]);
}

#[test]
fn an_address_that_is_wrong_names_those_that_it_can() {
    for (fragment, expected) in
        [("actor-", ""), ("actor-+", ""), ("actor-qa+qa", "actor-qa"), ("actor-qa+om+ir", "actor-qa+ir")]
    {
        assert_eq!(Selection::from_fragment(fragment).unwrap().fragment(), expected, "{fragment}");
    }
}

#[test]
fn a_third_actor_takes_the_place_of_the_second() {
    assert_eq!(Selection::only("qa").with("om").with("ir").actors(), ["qa", "ir"]);
    assert_eq!(Selection::only("qa").with("om").first_alone().actors(), ["qa"]);
}

#[test]
fn two_are_within_what_both_are_part_of() {
    let both = Selection::only("qa").with("om");
    let these = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert!(both.is_within(&these(&["ir", "om", "qa"])));
    assert!(!both.is_within(&these(&["qa", "ir"])));
    assert!(Selection::default().is_within(&[]), "nobody is within everything");
}
