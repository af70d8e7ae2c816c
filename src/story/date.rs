//! Dates of stated precision: a day, a month, a year, a range, or "about".
//!
//! Deliberately absent: times of day, today, and names of months, which are words of a language.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A year, a month or a day: as much as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The year of the Gregorian calendar.
    pub year: u16,
    /// The month, from 1; `None` where only the year is known.
    pub month: Option<u8>,
    /// The day of the month, from 1; `None` where only the month is known.
    pub day: Option<u8>,
}

/// When something happened, as precisely as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The date, or the first of a range.
    pub from: Day,
    /// The last of a range.
    pub to: Option<Day>,
    /// Whether the date is not certain.
    pub about: bool,
}

impl Date {
    /// The day on which it began, for ordering.
    pub fn start(&self) -> Day {
        self.from
    }
}

impl fmt::Display for Day {
    /// The form that HTML's `datetime` takes: `2026-02-06`, `2026-02` or `2026`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        match self.day {
            Some(day) => write!(out, "-{day:02}"),
            None => Ok(()),
        }
    }
}
