//! What the pages say with numbers, names and dates in it.
//!
//! Deliberately absent: strings that are always the same, which are fields of [`Words`].

use super::Words;
use crate::story::{Bound, Day, NoteKind, Quantity, Stance, Status, Story};

/// Signs of currencies, which English writes before the number.
const CURRENCIES: [char; 14] = ['$', '£', '€', '¥', '₹', '₩', '₪', '₺', '₽', '₦', '₱', '₫', '฿', '₴'];

/// So many things of a kind, in English.
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// A number with its thousands parted, in English.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut parted = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

impl Words {
    /// What a mark that tells the time says; the first of a line and each January say their year.
    pub fn tick(&self, day: Day, first: bool) -> String {
        let Some(number) = day.month else {
            return day.year.to_string();
        };
        let month = usize::from(number).checked_sub(1).and_then(|month| self.months_in_short.get(month));
        let month = month.copied().unwrap_or_default();
        let begins_year = number == 1 && day.day.is_none_or(|day| day == 1);
        match (day.day, first || begins_year) {
            (Some(number), true) => format!("{number} {month} {}", day.year),
            (Some(number), false) => format!("{number} {month}"),
            (None, true) => format!("{month} {}", day.year),
            (None, false) => month.to_owned(),
        }
    }

    /// The day that the story describes.
    pub fn as_of(&self, date: &str) -> String {
        format!("As of {date}")
    }

    /// A remark in the middle of a line.
    pub fn aside(&self, remark: &str) -> String {
        format!(" ({remark})")
    }

    /// A choice, and how many it leaves.
    pub fn counted_choice(&self, name: &str, count: usize) -> String {
        format!("{name} ({count})")
    }

    /// The heading of the part about the actors.
    pub fn reactions_of(&self, story: &Story) -> String {
        story.wording.title.as_deref().unwrap_or(self.reactions).to_owned()
    }

    /// The title of a panel of the story: its name, and that of the page from which it is.
    pub fn panel_title(&self, panel: &str, story: &Story, page: &str) -> String {
        let reactions = self.reactions_of(story);
        let name = match panel {
            "faq" => self.faq,
            "timeline" => self.timeline,
            "reactions" => &reactions,
            "comments" => self.comments,
            _ => return page.to_owned(),
        };
        self.part_title(name, page)
    }

    /// The title of a page that has a part of a story.
    pub fn part_title(&self, part: &str, page: &str) -> String {
        format!("{part}: {page}")
    }

    /// The title of a page: the story's, and the site's name.
    pub fn page_title(&self, story: &str, site: &str) -> String {
        format!("{story} \u{2013} {site}")
    }

    /// The years that an era covers.
    pub fn years(&self, first: u16, last: u16) -> String {
        if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") }
    }

    /// How long something takes to read, rounded to what a reader can feel.
    pub fn reading_time(&self, seconds: usize) -> String {
        match seconds {
            0..55 => format!("{} sec", ((seconds + 5) / 10 * 10).max(10)),
            _ => format!("{} min", (seconds + 30) / 60),
        }
    }

    /// How long the whole article takes to read.
    pub fn full_reading_time(&self, seconds: usize) -> String {
        format!("{} read", self.reading_time(seconds))
    }

    /// All of the article, as a choice of how much to read.
    pub fn everything(&self, reading_time: &str) -> String {
        format!("All, {reading_time}")
    }

    /// What one side says, as a choice.
    pub fn what_says(&self, side: &str) -> String {
        format!("{side} says")
    }

    /// How much the timeline holds.
    pub fn timeline_extent(&self, events: usize, first: u16, last: u16) -> String {
        let years = if first == last { first.to_string() } else { format!("from {first} to {last}") };
        format!("{}, {years}. Each names its sources.", self.events(events))
    }

    /// How many events an era has.
    pub fn events(&self, count: usize) -> String {
        counted(count, "event", "events")
    }

    /// How many questions the FAQ has, and for which day its answers hold.
    pub fn faq_extent(&self, questions: usize, as_of: &str) -> String {
        let questions = counted(questions, "question", "questions");
        format!("{questions}. Answers hold for {as_of} unless they say otherwise.")
    }

    /// How many a square of a figure's pictures stands for.
    pub fn each_square(&self, unit: u64) -> String {
        format!("Each square stands for {}.", thousands(unit))
    }

    /// A value of a chart with its unit, which follows at once unless it is a word, and with how exact it is. A
    /// currency's sign stands before the value.
    pub fn measured(&self, value: &Quantity, unit: &str, bound: Bound) -> String {
        let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
        let (before, unit) = if first.ends_with(CURRENCIES) { (first, rest) } else { ("", unit) };
        let space = if unit.starts_with(char::is_alphabetic) { "\u{a0}" } else { "" };
        let said = format!("{before}{}{space}{unit}", value.printed);
        match bound {
            Bound::Exact => said,
            Bound::Least => format!("{said} or more"),
            Bound::Most => format!("{said} or less"),
        }
    }

    /// Leads to all claims.
    pub fn all_claims(&self, claims: usize) -> String {
        match claims {
            1 => "The one statement: who makes it, when, and where to read it".into(),
            _ => format!("All {claims} statements: who makes each, when, and where to read it"),
        }
    }

    /// Leads to the publications of those who are not named.
    pub fn more_publishers(&self, count: usize) -> String {
        format!("and {count} more")
    }

    /// How many more claims accounts differ on.
    pub fn more_disputed(&self, count: usize) -> String {
        format!("and {count} more, marked in the text")
    }

    /// What it means that something is so sure.
    pub fn meaning(&self, status: Status) -> &'static str {
        let [reported, claimed, disputed, analysis] = self.meanings;
        match status {
            Status::Reported => reported,
            Status::Claimed => claimed,
            Status::Disputed => disputed,
            Status::Analysis => analysis,
        }
    }

    /// How many claims rest on whose word.
    pub fn ledger_extent(&self, claims: usize, disputed: usize) -> String {
        let claims = counted(claims, "claim", "claims");
        format!("{claims}, {disputed} of them disputed. The numbers are those in the text.")
    }

    /// What a reference to a claim is called by those who do not see it.
    pub fn claim_reference(&self, number: usize, status: Status) -> String {
        format!("Claim {number}, {}", self.facts.status(status).to_lowercase())
    }

    /// Where something was said.
    pub fn said_in(&self, place: &str) -> String {
        format!("said in {place}")
    }

    /// Where an actor stood.
    pub fn stance(&self, stance: Stance) -> &'static str {
        let [mediates, party, welcomes, urges, critical, military] = self.stances;
        match stance {
            Stance::Mediates => mediates,
            Stance::Party => party,
            Stance::Welcomes => welcomes,
            Stance::UrgesDiplomacy => urges,
            Stance::Critical => critical,
            Stance::MilitaryAction => military,
        }
    }

    /// What sort of word the editors put in.
    pub fn note(&self, kind: NoteKind) -> &'static str {
        let [note, correction, update] = self.notes_of;
        match kind {
            NoteKind::Note => note,
            NoteKind::Correction => correction,
            NoteKind::Update => update,
        }
    }
}
