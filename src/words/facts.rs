//! The words that stand around facts wherever they are shown: dates, how sure something is, who says so. Pages and the
//! wasm have them both, so they are few.
//!
//! Deliberately absent: plural rules beyond one language's; each language writes its own sentence.

use crate::story::{Date, Day, Status};

/// The words around facts in one language.
pub struct Words {
    /// Before the sources of something.
    pub source: &'static str,
    /// Before different accounts.
    pub differ: &'static str,
    /// Parts the entries of a list.
    pub comma: &'static str,
    /// Names the note on a statement or a term.
    pub note: &'static str,
    /// Closes the note.
    pub close: &'static str,
    /// In place of a note's text while it is on its way.
    pub fetching: &'static str,
    /// In place of a note's text that could not be fetched; a link to where it can be read follows.
    pub not_fetched: &'static str,
    /// Leads from a note that could not be fetched to the page that has it.
    pub read_there: &'static str,
    months: [&'static str; 12],
    statuses: [&'static str; 4],
}

static ENGLISH: Words = Words {
    source: "Sources",
    differ: "Where accounts differ",
    comma: ", ",
    note: "Note",
    close: "Close",
    fetching: "One moment\u{2026}",
    not_fetched: "This could not be loaded.",
    read_there: "Read it on the sources page",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    statuses: ["Reported", "Claimed", "Disputed", "Analysis"],
};

/// The words in a language; English where there are none.
pub const fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}

impl Words {
    /// A day, month or year as it is read.
    pub fn day(&self, day: Day) -> String {
        let month = day.month.and_then(|month| self.months.get(usize::from(month).checked_sub(1)?));
        match (month, day.day) {
            (Some(month), Some(number)) => [&number.to_string(), *month, &day.year.to_string()].join(" "),
            (Some(month), None) => [*month, &day.year.to_string()].join(" "),
            (None, _) => day.year.to_string(),
        }
    }

    /// A date in one line.
    pub fn date(&self, date: &Date) -> String {
        let about = if date.about { self.about() } else { "" };
        match date.to {
            Some(to) => [about, &self.day(date.from), self.until(), &self.day(to)].concat(),
            None => [about, &self.day(date.from)].concat(),
        }
    }

    /// What stands before an uncertain date.
    pub fn about(&self) -> &'static str {
        "about "
    }

    /// What stands between the ends of a range.
    pub fn until(&self) -> &'static str {
        " \u{2013} "
    }

    /// A word before what it is about.
    pub fn label(&self, word: &str) -> String {
        [word, ": "].concat()
    }

    /// How sure something is.
    pub fn status(&self, status: Status) -> &'static str {
        let [reported, claimed, disputed, analysis] = self.statuses;
        match status {
            Status::Reported => reported,
            Status::Claimed => claimed,
            Status::Disputed => disputed,
            Status::Analysis => analysis,
        }
    }
}
