//! A chart shows what is known, as sure as it is, and nothing where nothing is known.

use backgrounder::page::{Plot, steps};
use backgrounder::story::{Bound, Chart, ClaimId, Date, Day, Measure, Quantity, Shape, Unknown};
use backgrounder::words::page::in_language;
use proptest::prelude::*;

use crate::printed::printed;
use crate::tiny::{added, read_tiny};

fn day(year: u16, month: u8, day: u8) -> Day {
    Day { year, month: Some(month), day: Some(day) }
}

fn at(from: Day, to: Option<Day>) -> Date {
    Date { from, to, about: false }
}

fn measure(number: f64, from: Day, bound: Bound) -> Measure {
    let value = Quantity { printed: number.to_string(), number };
    Measure { value, bound, date: at(from, None), text: Vec::new(), claim: ClaimId::new("began") }
}

fn chart(shape: Shape) -> Chart {
    Chart {
        unit: "kg".into(),
        shape,
        limits: Vec::new(),
        values: vec![
            measure(10.0, day(2016, 1, 1), Bound::Exact),
            measure(20.0, day(2018, 1, 1), Bound::Least),
            measure(40.0, day(2020, 1, 1), Bound::Exact),
        ],
        unknown: vec![Unknown { date: at(day(2019, 1, 1), Some(day(2019, 12, 31))), text: Vec::new(), claim: None }],
    }
}

#[test]
fn a_value_holds_until_the_next_or_until_nothing_is_known() {
    let plot = Plot::new(&chart(Shape::Steps));
    let ends: Vec<_> = plot.lines.iter().map(|line| (line.from, line.to, line.unsure)).collect();
    let [first, second, third] = plot.dots[..] else { panic!("three dots") };
    assert_eq!(ends[0], (first, (second.0, first.1), false), "it holds until the next");
    assert_eq!(ends[1], ((second.0, first.1), second, false), "a step leads to the next");
    assert_eq!(ends[2], (second, (plot.unknown[0].0, second.1), true), "it ends where nothing is known");
    assert_eq!(ends[3], (third, (100.0, third.1), false), "nothing leads through what is not known");
    assert_eq!(ends.len(), 4);
}

#[test]
fn between_points_there_is_nothing() {
    assert_eq!(Plot::new(&chart(Shape::Points)).lines, Vec::new());
}

#[test]
fn a_higher_number_stands_higher_and_true_to_scale() {
    let plot = Plot::new(&chart(Shape::Points));
    let [first, second, third] = plot.dots[..] else { panic!("three dots") };
    let zero = plot.height(0.0);
    assert!((zero - second.1 - 2.0 * (zero - first.1)).abs() < 0.2);
    assert!((zero - third.1 - 4.0 * (zero - first.1)).abs() < 0.2);
}

#[test]
fn lines_across_are_at_round_numbers() {
    let printed = |most: f64| steps(most).into_iter().map(|step| step.printed).collect::<Vec<_>>();
    assert_eq!(printed(60.0), ["0", "20", "40", "60"]);
    assert_eq!(printed(440.9), ["0", "100", "200", "300", "400", "500"]);
    assert_eq!(printed(3.67), ["0", "1", "2", "3", "4"]);
    assert_eq!(printed(0.3), ["0", "0.1", "0.2", "0.3"]);
}

proptest! {
    #[test]
    fn the_highest_line_is_above_every_number(most in 0.001_f64..1e9) {
        let steps = steps(most);
        prop_assert!(steps.len() >= 2 && steps.len() <= 7, "{} lines", steps.len());
        prop_assert!(steps.last().unwrap().number >= most);
    }
}

const FIGURES: &str = "
[[figure]]
id = \"level\"
question = \"How much?\"
[figure.chart]
unit = \"kg\"
shape = \"points\"
[[figure.chart.limit]]
value = \"300\"
name = \"The limit\"
date = \"2016-01-16/2025-10-18\"
claim = \"began\"
[[figure.chart.value]]
value = \"440.9\"
bound = \"least\"
date = \"2025-06-13\"
text = \"Somebody said so.\"
claim = \"began\"
[[figure.chart.unknown]]
date = \"2025-06-14/2026-02-28\"
text = \"Nobody could look.\"

[[figure]]
id = \"rules\"
question = \"Which rules?\"
[figure.table]
columns = [\"What\", \"How long\"]
[[figure.table.row]]
cells = [\"Stock\", \"15 years\"]
claim = \"began\"
";

#[test]
fn what_a_chart_shows_is_said_beside_it_with_its_claim() {
    let html = printed(read_tiny(&added("story.toml", FIGURES)).unwrap());
    let figure = html.split("id=\"figure-level\"").nth(1).unwrap().split("id=\"figure-rules\"").next().unwrap();
    for said in
        ["440.9\u{a0}kg or more", "Somebody said so.", "300\u{a0}kg", "The limit.", "Not known", "Nobody could look."]
    {
        assert!(figure.split("</svg>").last().unwrap().contains(said), "{said}");
    }
    assert_eq!(figure.matches("sources/#claim-began\"").count(), 2, "the limit and the value name their claim");
}

#[test]
fn a_unit_stands_where_english_has_it() {
    let value = Quantity { printed: "1,200".into(), number: 1200.0 };
    let said = |unit| in_language("en").measured(&value, unit, Bound::Exact);
    let units = ["%", "kg", "£", "US$", "€ billion", "$ a day", "% of homes"];
    let expected = [
        "1,200%",
        "1,200\u{a0}kg",
        "£1,200",
        "US$1,200",
        "€1,200\u{a0}billion",
        "$1,200\u{a0}a day",
        "1,200% of homes",
    ];
    assert_eq!(units.map(said), expected);
}

#[test]
fn a_long_unit_is_said_at_the_topmost_line_alone() {
    let long = FIGURES.replace("unit = \"kg\"", "unit = \"thousand bees\"");
    let [short, long] = [FIGURES, &long].map(|figures| {
        let html = printed(read_tiny(&added("story.toml", figures)).unwrap());
        let grid = html.split_once("class=\"chart-grid\"").unwrap().1.split_once("</g>").unwrap().0.to_owned();
        ["kg", "thousand bees"].map(|unit| grid.matches(unit).count())
    });
    assert!(short[0] > 1 && short[1] == 0, "{short:?}");
    assert_eq!(long, [0, 1]);
}

#[test]
fn a_table_has_heads_for_columns_and_rows_and_names_the_claims() {
    let html = printed(read_tiny(&added("story.toml", FIGURES)).unwrap());
    let figure = html.split("id=\"figure-rules\"").nth(1).unwrap().split("</table>").next().unwrap();
    assert_eq!(figure.matches("<th scope=\"col\">").count(), 2);
    assert!(figure.contains("<th scope=\"row\">Stock</th>"));
    assert!(figure.contains("sources/#claim-began\""));
}
