//! Dates are read and printed as precisely as they are known.

use backgrounder::words::facts::in_language;

use crate::tiny::{read_tiny, replaced};

fn printed(written: &str) -> String {
    let story = read_tiny(&replaced("timeline.toml", "2026-02-06", written)).unwrap();
    in_language("en").date(&story.events[0].date)
}

#[test]
fn a_date_prints_with_its_precision() {
    for (written, expected) in [
        ("2026-02-06", "6 February 2026"),
        ("2013-03", "March 2013"),
        ("1953", "1953"),
        ("about 1967-11", "about November 1967"),
        ("2025-06-13/2025-06-24", "13 June 2025 – 24 June 2025"),
        ("2026-02-06/2026-02", "6 February 2026 – February 2026"),
        ("2024-02-29", "29 February 2024"),
    ] {
        assert_eq!(printed(written), expected);
    }
}

#[test]
fn a_date_that_no_calendar_has_is_refused() {
    for written in [
        "2025-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-04-31",
        "26-02-06",
        "2026-2-6",
        "2026-02-06/",
        "about",
        "",
        "0999-01-01",
    ] {
        assert!(read_tiny(&replaced("timeline.toml", "2026-02-06", written)).is_err(), "`{written}` is no date");
    }
}
