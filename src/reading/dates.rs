//! Reading dates of stated precision.
//!
//! Deliberately absent: any calendar but the Gregorian, and years before 1000.

use time::Month;

use super::problem::Complaint;
use super::spoken_dates::suggestion;
use crate::story::{Date, Day};

/// The first year that can be written with four digits and no zero before them.
const EARLIEST: u16 = 1000;

/// The last year of which anything is said; what is later stands for "and so on" in other tools.
const LATEST: u16 = 2199;

const FORMS: &str = "write 2026-02-06, 2026-02 or 2026, with `about ` before it where it is not certain, or a range such as 2025-06-13/2025-06-24";

/// What helps where a day is meant.
const WHOLE: &str = "write the whole day, as in 2026-02-06";

/// Reads a date, a range or an uncertain date.
pub(super) fn date(written: &str) -> Result<Date, Complaint> {
    let (about, rest) = match written.strip_prefix("about ") {
        Some(rest) => (true, rest),
        None => (false, written),
    };
    // What is wrong is told of the whole of it.
    let whole = |complaint: Complaint| if complaint.remedy == FORMS { as_people_write(written) } else { complaint };
    let Some((from, to)) = rest.split_once('/') else {
        return Ok(Date { from: day(rest).map_err(whole)?, to: None, about });
    };
    let (first, last) = (day(from).map_err(whole)?, day(to).map_err(whole)?);
    if ends_before(last, first) {
        return Err(Complaint::new(
            format!("the range {rest} ends before it starts"),
            "ends before it starts",
            format!("write the earlier date first: {to}/{from}"),
        ));
    }
    Ok(Date { from: first, to: Some(last), about })
}

/// What is said of a date in another form.
fn as_people_write(written: &str) -> Complaint {
    // Nothing is suggested that would be refused, as a day that no month has.
    let remedy = match suggestion(written).filter(|meant| date(meant).is_ok()) {
        Some(meant) => format!("write {meant}"),
        None => FORMS.to_owned(),
    };
    Complaint::new(format!("`{written}` is not a date"), "not a date", remedy)
}

/// Whether a range ends before it starts, as far as both ends are known.
fn ends_before(last: Day, first: Day) -> bool {
    let months = last.month.zip(first.month);
    let days = last.day.zip(first.day);
    (last.year, months.map(|both| both.0), days.map(|both| both.0))
        < (first.year, months.map(|both| both.1), days.map(|both| both.1))
}

/// Reads a day of the calendar, and nothing less precise.
pub(super) fn full_day(written: &str) -> Result<Day, Complaint> {
    let is_whole = |meant: &String| day(meant).is_ok_and(|found| found.day.is_some());
    let whole = |complaint: Complaint| match (complaint.remedy == FORMS, suggestion(written).filter(is_whole)) {
        (true, Some(meant)) => Complaint { remedy: format!("write {meant}"), ..complaint },
        (true, None) => Complaint { remedy: WHOLE.into(), ..complaint },
        (false, _) => complaint,
    };
    let found = day(written).map_err(whole)?;
    match found.day {
        Some(_) => Ok(found),
        None => Err(Complaint::new(format!("`{written}` is not a day"), "the day is missing", WHOLE)),
    }
}

/// Reads a day, a month or a year.
fn day(written: &str) -> Result<Day, Complaint> {
    let parts: Vec<&str> = written.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !digits || ![&[4][..], &[4, 2], &[4, 2, 2]].contains(&&widths[..]) {
        return Err(Complaint::new(format!("`{written}` is not a date"), "not a date", FORMS));
    }
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u16>().ok());
    let year = number(0).unwrap_or_default();
    if year < EARLIEST {
        return Err(impossible(written, format!("years begin with {EARLIEST}")));
    }
    if year > LATEST {
        return Err(Complaint::new(
            format!("the year {year} is too far ahead to be drawn"),
            format!("after {LATEST}"),
            "for something that still goes on, write only its beginning, as in 2025-06-13, and say in its text that it goes on",
        ));
    }
    let Some(month) = number(1) else {
        return Ok(Day { year, month: None, day: None });
    };
    let name = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
    let Some(name) = name else {
        return Err(impossible(written, format!("there is no month {month}")));
    };
    let Some(day) = number(2) else {
        return Ok(Day { year, month: Some(u8::from(name)), day: None });
    };
    let length = name.length(i32::from(year));
    match u8::try_from(day) {
        Ok(day) if (1..=length).contains(&day) => Ok(Day { year, month: Some(u8::from(name)), day: Some(day) }),
        _ => Err(impossible(written, format!("{name} {year} has {length} days"))),
    }
}

fn impossible(written: &str, why: String) -> Complaint {
    Complaint::new(format!("{written} is not a day of the calendar"), why, "correct the date")
}
