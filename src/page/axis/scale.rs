//! From days to places on a line that is true to time, and the marks that tell the time on it.
//!
//! Deliberately absent: words; a mark says only on which day it stands.

use time::{Date as Calendar, Month};

use crate::story::{Date, Day};

/// How much of the line is left free at each end, in hundredths of its length.
const MARGIN: f64 = 1.5;

/// The most marks on a line, so that each has room for its words on the smallest screen that shows it.
const MOST_TICKS: usize = 12;

/// How far apart marks can be, in months; the smallest that gives few enough is taken.
const STEPS: [i32; 8] = [1, 3, 6, 12, 24, 60, 120, 240];

/// Days from the first to the one after the last, counted from a day long ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: i32,
    /// The day after the last.
    pub to: i32,
}

impl Span {
    /// All the days that a date may mean.
    pub fn of(date: &Date) -> Self {
        Self { from: Self::of_day(date.from).from, to: Self::of_day(date.to.unwrap_or(date.from)).to }
    }

    /// All the days that a day, month or year may mean.
    pub fn of_day(day: Day) -> Self {
        let year = i32::from(day.year);
        match (day.month, day.day) {
            (Some(month), Some(number)) => {
                let from = number_of(year, month, number);
                Self { from, to: from + 1 }
            }
            (Some(month), None) => {
                let months = year * 12 + i32::from(month) - 1;
                Self { from: first_of(months), to: first_of(months + 1) }
            }
            (None, _) => Self { from: first_of(year * 12), to: first_of(year * 12 + 12) },
        }
    }

    /// The days of both and all between them.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// Whether more than one day may be meant.
    pub fn is_wide(&self) -> bool {
        self.to - self.from > 1
    }
}

/// A day's number in the count of days; the first of its month where there is no such day.
fn number_of(year: i32, month: u8, day: u8) -> i32 {
    let month = Month::try_from(month).unwrap_or(Month::January);
    let date = Calendar::from_calendar_date(year, month, day).or(Calendar::from_calendar_date(year, month, 1));
    date.map_or(0, Calendar::to_julian_day)
}

/// The first day of a month, where months are counted from the year 0.
fn first_of(months: i32) -> i32 {
    number_of(months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1), 1)
}

fn month_of(day: i32) -> i32 {
    Calendar::from_julian_day(day).map_or(0, |date| date.year() * 12 + i32::from(u8::from(date.month())) - 1)
}

/// A mark that tells the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// On which day it stands.
    pub at: i32,
    /// What it says: a year, a month, or a day.
    pub day: Day,
}

/// A line that is true to time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    span: Span,
    /// The marks that tell the time, from the first to the last.
    pub ticks: Vec<Tick>,
}

impl Scale {
    /// A line for these days, from the mark before them to the one after.
    pub fn fit(days: Span) -> Self {
        let last = days.to - 1;
        let halves = half_months(month_of(days.from), month_of(last) + 1);
        if halves.len() <= MOST_TICKS / 2 {
            return Self::between(halves);
        }
        let mut candidates = STEPS.iter().map(|step| {
            let (from, to) = (month_of(days.from).div_euclid(*step), month_of(last).div_euclid(*step) + 1);
            (from..=to).map(|number| tick(number * step, *step)).collect::<Vec<_>>()
        });
        let few = candidates.clone().find(|ticks| ticks.len() <= MOST_TICKS);
        Self::between(few.or(candidates.next_back()).unwrap_or_default())
    }

    fn between(ticks: Vec<Tick>) -> Self {
        let ends = ticks.first().zip(ticks.last());
        let span = ends.map_or(Span { from: 0, to: 1 }, |(first, last)| Span { from: first.at, to: last.at });
        Self { span, ticks }
    }

    /// Where the beginning of a day is on the line, in hundredths of its length.
    pub fn place(&self, day: i32) -> f64 {
        let (day, length) = (f64::from(day - self.span.from), f64::from(self.span.to - self.span.from));
        MARGIN + (100.0 - 2.0 * MARGIN) * day / length
    }

    /// Whether a day is on the line.
    pub fn has(&self, day: i32) -> bool {
        (self.span.from..=self.span.to).contains(&day)
    }
}

fn tick(months: i32, step: i32) -> Tick {
    let year = u16::try_from(months.div_euclid(12)).unwrap_or_default();
    let month = u8::try_from(months.rem_euclid(12) + 1).ok().filter(|_| step < 12);
    Tick { at: first_of(months), day: Day { year, month, day: None } }
}

/// The first and the fifteenth of each month, and the first of the last.
fn half_months(from: i32, to: i32) -> Vec<Tick> {
    let days = (from..to).flat_map(|months| [(months, 1), (months, 15)]).chain([(to, 1)]);
    days.map(|(months, number)| {
        let Tick { at, day } = tick(months, 1);
        Tick { at: at + i32::from(number) - 1, day: Day { day: Some(number), ..day } }
    })
    .collect()
}
