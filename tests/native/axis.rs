//! The line that is true to time: where days are on it, which marks it has, and where names stand.

use backgrounder::islands::axis::data::Line;
use backgrounder::page::{Anchor, Scale, Span, heights, readable, rows};
use backgrounder::site::Output;
use backgrounder::story::{Date, Day};
use proptest::prelude::*;

use crate::flagship::oman_talks;
use crate::printed::site_of;

fn day(year: u16, month: u8, day: u8) -> Day {
    Day { year, month: Some(month), day: Some(day) }
}

fn month(year: u16, month: u8) -> Day {
    Day { year, month: Some(month), day: None }
}

fn year(year: u16) -> Day {
    Day { year, month: None, day: None }
}

fn span(from: Day, to: Day) -> Span {
    Span::of(&Date { from, to: Some(to), about: false })
}

fn length(day: Day) -> i32 {
    let span = Span::of_day(day);
    span.to - span.from
}

#[test]
fn a_date_covers_all_the_days_that_it_may_mean() {
    assert_eq!(length(day(2026, 2, 6)), 1);
    assert_eq!(length(month(2026, 2)), 28);
    assert_eq!(length(month(2025, 12)), 31);
    assert_eq!(length(year(2024)), 366);
    let range = span(day(2025, 6, 13), day(2025, 6, 24));
    assert_eq!(range.to - range.from, 12);
    assert!(range.is_wide() && !Span::of_day(day(2026, 2, 6)).is_wide());
}

#[test]
fn places_are_true_to_time() {
    let scale = Scale::fit(span(day(1953, 8, 19), day(2026, 2, 28)));
    let at = |year| scale.place(Span::of_day(day(year, 1, 1)).from);
    let (early, late) = (at(1970) - at(1960), at(2020) - at(2010));
    assert!((early - late).abs() < 0.01, "ten years are as long as ten years: {early} and {late}");
}

#[test]
fn what_a_line_is_fitted_to_is_on_it() {
    for (from, to) in [
        (day(1953, 8, 19), day(2026, 2, 28)),
        (day(2026, 1, 8), day(2026, 2, 28)),
        (day(2026, 2, 6), day(2026, 2, 6)),
        (year(2025), year(2025)),
    ] {
        let days = span(from, to);
        let scale = Scale::fit(days);
        assert!(scale.place(days.from) >= 0.0 && scale.place(days.to) <= 100.0, "{from} to {to}");
        assert!(scale.has(days.from) && scale.has(days.to));
        assert!((2..=12).contains(&scale.ticks.len()), "{from} to {to}: {} marks", scale.ticks.len());
    }
}

#[test]
fn marks_say_as_much_as_their_distance_needs() {
    let first = |from, to| Scale::fit(span(from, to)).ticks[0].day;
    assert_eq!(first(day(1953, 8, 19), day(2026, 2, 28)), year(1950));
    assert_eq!(first(day(2025, 2, 4), day(2025, 12, 28)), month(2025, 2));
    assert_eq!(first(day(2026, 1, 8), day(2026, 2, 28)), day(2026, 1, 1));
}

#[test]
fn names_that_would_leave_the_line_end_at_their_dots() {
    let placed = rows(&[(10.0, "A name"), (97.0, "Another name")]);
    assert!(!placed[0].ends && placed[1].ends);
}

#[test]
fn dots_of_one_day_stand_above_each_other() {
    assert_eq!(heights(&[10.0, 10.0, 10.0, 50.0], 1.0), [0, 1, 2, 0]);
}

#[test]
fn words_below_the_line_that_would_cover_others_are_left_out() {
    let words = [
        (1.5, "Feb 2025", Anchor::Start),
        (8.0, "Mar", Anchor::Middle),
        (50.0, "Aug", Anchor::Middle),
        (93.0, "Dec", Anchor::Middle),
        (98.5, "Jan 2026", Anchor::End),
    ];
    assert_eq!(readable(&words), [true, false, true, false, true]);
}

/// The file in which a site with one story has its line of time.
fn file(site: &[Output]) -> &Output {
    site.iter().find(|output| output.path.contains("/data/strips-")).unwrap()
}

#[test]
fn the_line_has_every_era_and_every_event_in_their_order() {
    let story = oman_talks();
    let line: Line = serde_json::from_str(&file(&site_of(oman_talks())).text).unwrap();
    let eras: Vec<(&str, &str)> = line.strips.iter().map(|strip| (&*strip.era, &*strip.title)).collect();
    let told: Vec<(&str, &str)> = story.eras.iter().map(|era| (era.id.as_str(), &*era.title)).collect();
    assert_eq!(eras, told);
    let dots: Vec<&str> = line.overview.dots.iter().map(|dot| &*dot.id).collect();
    let marks: Vec<&str> = line.strips.iter().flat_map(|strip| &strip.events).map(|mark| &*mark.id).collect();
    let events: Vec<&str> = story.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!((&dots, &marks), (&events, &events));
    for (event, mark) in story.events.iter().zip(line.strips.iter().flat_map(|strip| &strip.events)) {
        assert_eq!(
            (&mark.title, mark.later, mark.unsure),
            (&event.title, story.is_later(&event.date), event.date.about)
        );
        assert!(mark.said.ends_with(&format!(": {}", event.title)), "{} is said with its date", mark.said);
    }
    for strip in &line.strips {
        assert!(0.0 <= strip.span.0 && strip.span.0 < strip.span.1 && strip.span.1 <= 100.0, "{:?}", strip.span);
        assert!(strip.years.starts_with(|digit: char| digit.is_ascii_digit()), "{}", strip.years);
    }
}

#[test]
fn pages_lead_to_the_line_and_keep_its_room_and_have_none_of_it() {
    let site = site_of(oman_talks());
    let line: Line = serde_json::from_str(&file(&site).text).unwrap();
    assert!(
        line.strips.iter().all(|strip| strip.height + line.overview.height == line.height()),
        "as high as each other"
    );
    let html = site[0].text.split_once("class=\"axis\"").unwrap().1.split("</leptos-island>").next().unwrap();
    assert!(html.contains(&format!("data-facts=\"./{}\"", file(&site).path)), "{html}");
    assert!(
        html.contains(&format!("<svg height=\"{}\" aria-hidden=\"true\" class=\"axis-room\">", line.height())),
        "{html}"
    );
    for output in site.iter().filter(|output| output.path.ends_with(".html")) {
        for drawn in ["axis-event", "axis-eras", "axis-overview", "axis-strip\""] {
            assert!(!output.text.contains(drawn), "{} has {drawn}", output.path);
        }
        let is_single = output.path.ends_with(".single.html");
        assert!(!(is_single && output.text.contains("class=\"axis")), "a single file keeps no room");
    }
}

proptest! {
    #[test]
    fn no_name_covers_another(mut names in proptest::collection::vec((0.0..100.0f64, "[a-z ]{1,40}"), 1..20)) {
        names.sort_by(|one, other| one.0.total_cmp(&other.0));
        let names: Vec<(f64, &str)> = names.iter().map(|(place, name)| (*place, name.as_str())).collect();
        let placed = rows(&names);
        let room: Vec<(usize, f64, f64)> = names.iter().zip(&placed).map(|((place, name), row)| {
            let (here, wide) = (place * 7.0, 7.0 * name.len() as f64);
            if row.ends { (row.row, here - wide, here) } else { (row.row, here, here + wide) }
        }).collect();
        for (at, one) in room.iter().enumerate() {
            for other in &room[at + 1..] {
                prop_assert!(one.0 != other.0 || one.2 <= other.1 || other.2 <= one.1, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn no_dot_covers_another(mut places in proptest::collection::vec(0.0..100.0f64, 1..40)) {
        places.sort_by(f64::total_cmp);
        let heights = heights(&places, 1.7);
        for (at, one) in places.iter().enumerate() {
            for (other, place) in places.iter().enumerate().take(at) {
                prop_assert!(heights[at] != heights[other] || one - place >= 1.7);
            }
        }
    }
}
