//! Counts are drawn as squares that can be compared.

use backgrounder::page::{Squares, units};
use backgrounder::reading::Files;
use backgrounder::story::{Bound, Count};
use backgrounder::words::page::in_language;
use proptest::prelude::*;

use crate::flagship::oman_talks;
use crate::tiny::{added, read_tiny};

/// The small story with a figure of counts, each with its value and with more lines.
pub fn with_counts(counts: &[(&str, &str)]) -> Files {
    let counts = counts.iter().map(|(value, more)| {
        format!(
            "\n[[figure.count]]\nvalue = \"{value}\"\n{more}unit = \"people\"\nwho = \"Oman\"\ndate = \"2026-02-06\"\nuncertainty = \"Not sure.\"\nclaim = \"began\"\n"
        )
    });
    added(
        "story.toml",
        &format!("\n[[figure]]\nid = \"many\"\nquestion = \"How many?\"\n{}", counts.collect::<String>()),
    )
}

fn counts(written: &[(&str, &str)]) -> Vec<Count> {
    read_tiny(&with_counts(written)).unwrap().figures.remove(0).counts().to_vec()
}

fn squares(amount: u64, bound: Bound) -> Squares {
    units(&[(amount, bound)]).counts[0]
}

/// How many squares a path draws.
fn drawn(path: &str) -> usize {
    path.matches('z').count()
}

#[test]
fn the_number_is_read_from_what_is_printed() {
    let least = "bound = \"least\"\n";
    for (printed, more, amount) in [
        ("61", "", 61),
        ("6,505", "", 6505),
        ("At least 3,428", least, 3428),
        ("50\u{2009}921 or more", least, 50_921),
        ("1\u{202f}000\u{202f}000.", "", 1_000_000),
        ("[6,505](https://example.org/2026)", "", 6505),
        ("Overnight 20", "", 20),
    ] {
        assert_eq!(counts(&[(printed, more)])[0].amount, amount, "{printed}");
    }
}

#[test]
fn what_is_not_one_whole_number_is_refused() {
    for printed in
        ["None", "6,505 to 6,955", "20–30", "1.5", "6.505", "3½", "50 921", "1,00", "1,000,00", "1000,000", "1,,000"]
    {
        let problems = read_tiny(&with_counts(&[(printed, "")])).expect_err(printed);
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].message, format!("`{printed}` is not one whole number"));
    }
}

#[test]
fn a_number_is_exact_unless_it_is_said_to_be_a_bound() {
    let counts = counts(&[("1", ""), ("2 or more", "bound = \"least\"\n"), ("At most 3", "bound = \"most\"\n")]);
    let bounds: Vec<Bound> = counts.iter().map(|count| count.bound).collect();
    assert_eq!(bounds, [Bound::Exact, Bound::Least, Bound::Most]);
}

#[test]
fn the_largest_count_takes_at_most_eighty_squares() {
    for (largest, unit) in
        [(0, 1), (80, 1), (81, 2), (160, 2), (161, 5), (400, 5), (401, 10), (6955, 100), (8001, 200), (50_921, 1000)]
    {
        let units = units(&[(1, Bound::Exact), (largest, Bound::Exact)]);
        assert_eq!(units.unit, unit, "{largest}");
        assert!(units.counts[1].taken() <= 80, "{largest}");
    }
}

#[test]
fn counts_of_one_figure_share_their_unit() {
    let units = units(&[(6505, Bound::Exact), (6955, Bound::Exact), (3117, Bound::Exact), (3428, Bound::Least)]);
    assert_eq!(units.unit, 100);
    let whole: Vec<u64> = units.counts.iter().map(|squares| squares.whole).collect();
    assert_eq!(whole, [65, 69, 31, 34], "in the order of the editors");
}

#[test]
fn pictures_of_one_figure_have_room_for_the_largest() {
    let exact = units(&[(3117, Bound::Exact), (6955, Bound::Exact)]);
    assert_eq!((exact.rows, exact.view_box().as_str()), (4, "0 0 199 39"));
    assert_eq!(units(&[(80, Bound::Least)]).rows, 5, "an open end is a part of the picture");
    assert_eq!(units(&[(0, Bound::Exact)]).rows, 1, "even of nothing there is a picture");
}

#[test]
fn squares_stand_in_rows_of_twenty() {
    assert_eq!(squares(2, Bound::Exact).picture().filled, "M0 0h9v9h-9zm10 0h9v9h-9z");
    let path = squares(41, Bound::Exact).picture().filled;
    let rows: Vec<usize> = path.split("m-190 10").map(drawn).collect();
    assert_eq!(rows, [20, 20, 1]);
}

#[test]
fn the_last_square_is_filled_as_far_as_it_counts() {
    let picture = units(&[(8000, Bound::Exact), (150, Bound::Exact)]).counts[1].picture();
    assert_eq!(picture.filled, "M0 0h9v9h-9zM11 1h3.5v7h-3.5z");
    assert_eq!(picture.outlined, "M10.5 0.5h8v8h-8z");
    assert_eq!(picture.dashed, "");
    assert_eq!(squares(61, Bound::Exact).picture().outlined, "", "whole squares alone need no outline");
}

#[test]
fn a_minimum_ends_open() {
    let picture = squares(19, Bound::Least).picture();
    assert_eq!(drawn(&picture.filled), 19);
    assert_eq!(picture.dashed, "M190.5 0.5h8v8h-8zm-190 10h8v8h-8zm10 0h8v8h-8z");
    let picture = units(&[(8000, Bound::Exact), (150, Bound::Least)]).counts[1].picture();
    assert!(picture.dashed.starts_with("M20.5 0.5"), "after the partial square: {}", picture.dashed);
    assert_eq!(squares(19, Bound::Exact).picture().dashed, "");
}

#[test]
fn a_maximum_is_outlined() {
    let picture = units(&[(8000, Bound::Exact), (150, Bound::Most)]).counts[1].picture();
    assert_eq!((picture.filled.as_str(), picture.dashed.as_str()), ("", ""));
    assert_eq!(picture.outlined, "M0.5 0.5h8v8h-8zM10.5 0.5h4v8h-4z");
}

#[test]
fn what_a_square_stands_for_is_told_with_thousands_parted() {
    for (unit, told) in [(1, "1"), (500, "500"), (1000, "1,000"), (20_000, "20,000"), (1_000_000, "1,000,000")] {
        assert_eq!(in_language("en").each_square(unit), format!("Each square stands for {told}."));
    }
}

#[test]
fn what_is_printed_as_a_minimum_is_drawn_as_one() {
    for count in oman_talks().figures.iter().flat_map(|figure| figure.counts().to_vec()) {
        assert_eq!(count.bound == Bound::Least, count.value.starts_with("At least"), "{}", count.value);
    }
}

fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![0..1000_u64, 0..1_000_000_u64, any::<u64>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn squares_never_differ_from_the_amount_by_a_unit_or_more(amounts in prop::collection::vec(amount(), 1..6)) {
        let counts: Vec<_> = amounts.iter().map(|amount| (*amount, Bound::Exact)).collect();
        let units = units(&counts);
        prop_assert_eq!(units.counts.len(), amounts.len());
        for (squares, amount) in units.counts.iter().zip(amounts) {
            let whole = squares.whole * units.unit;
            prop_assert!(whole <= amount && amount - whole < units.unit);
            prop_assert_eq!(squares.part > 0.0, whole < amount);
            prop_assert!(squares.part <= 1.0 && squares.taken() <= 80);
        }
    }

    #[test]
    fn squares_are_no_coarser_than_they_must(largest in 81..u64::MAX) {
        let unit = units(&[(largest, Bound::Exact)]).unit;
        prop_assert!(largest.div_ceil(unit) > 80 / 5 * 2, "{unit} for {largest} is needlessly coarse");
    }
}
