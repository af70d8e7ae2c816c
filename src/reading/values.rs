//! What stands at a table's keys: text, ids, dates, choices and numbers.
//!
//! Deliberately absent: what a key is called and whether it must be there, which each file's reader says.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::amounts;
use super::dates;
use super::did_you_mean::guess;
use super::fields::{Fields, Found};
use super::links;
use super::markdown::{self, Cover};
use super::passage::Passage;
use super::problem::Complaint;
use super::sheet::Kind;
use super::typed;
use crate::story::{Date, Day, Quantity, Target, Text, plain};

impl<'a> Fields<'a> {
    /// A web address, which may be left out.
    pub(super) fn maybe_web(&self, key: &'static str) -> Option<String> {
        let (written, span) = self.maybe_string(key)?;
        match links::target(&self.sheet, &written, span.clone())? {
            Target::Web(url) => Some(url),
            _ => {
                let complaint = Complaint::new(
                    format!("`{written}` is not a web address"),
                    "leads into the story",
                    "write an address that begins with https:// or http://, or leave the line out",
                );
                self.sheet.complain(span, complaint);
                None
            }
        }
    }

    fn as_text(&self, found: &Found<'a>, cover: Cover) -> Text {
        let passage = Passage::of_value(&found.0, found.1.clone(), self.sheet.text);
        markdown::paragraph(self.sheet, &passage, cover)
    }

    /// Text that must be there.
    pub(super) fn text(&self, key: &'static str, cover: Cover) -> Option<Text> {
        Some(self.as_text(&self.string(key)?, cover))
    }

    /// Text that may be left out.
    pub(super) fn maybe_text(&self, key: &'static str) -> Option<Text> {
        Some(self.as_text(&self.maybe_string(key)?, Cover::Free))
    }

    /// A few words as they are typed, with typographic quotes, which must be there.
    pub(super) fn words(&self, key: &'static str) -> Option<String> {
        Some(self.one_line(self.string(key)?))
    }

    /// A few words as they are typed, with typographic quotes, which may be left out.
    pub(super) fn maybe_words(&self, key: &'static str) -> Option<String> {
        Some(self.one_line(self.maybe_string(key)?))
    }

    fn one_line(&self, (written, span): Found<'_>) -> String {
        if written.trim().lines().any(|line| line.trim().is_empty()) {
            let complaint = Complaint::new(
                "this text has more than one paragraph",
                "too much",
                "keep to one paragraph, without empty lines",
            );
            self.sheet.complain(span.clone(), complaint);
        }
        if let Some(entity) = typed::entity(&written) {
            let complaint = Complaint::new(
                format!("`{entity}` is shown as it is typed"),
                "a sign written as HTML writes it",
                "write the sign itself",
            );
            self.sheet.complain(span, complaint);
        }
        typed::as_typed(&written)
    }

    /// A few words with exactly one whole number among them, which must be there, and that number.
    pub(super) fn amount(&self, key: &'static str) -> Option<(String, u64)> {
        let found = self.string(key)?;
        let printed = plain(&self.as_text(&found, Cover::Free));
        let amount = self.judged(&(Cow::Borrowed(&*printed), found.1), amounts::amount)?;
        Some((printed, amount))
    }

    /// A number that is not below zero and may have a fraction, which must be there, as it is printed and as it is.
    pub(super) fn quantity(&self, key: &'static str) -> Option<Quantity> {
        let (written, span) = self.string(key)?;
        let number = self.judged(&(Cow::Borrowed(&*written), span), amounts::quantity)?;
        Some(Quantity { printed: written.into_owned(), number })
    }

    /// A list of texts of one paragraph each; empty where it is left out.
    pub(super) fn texts(&self, key: &'static str) -> Vec<Text> {
        let mut texts = Vec::new();
        for value in self.list(key) {
            match value.get_ref().as_str() {
                Some(written) if written.trim().is_empty() => self.sheet.complain(value.span(), empty_entry(key)),
                Some(written) => texts.push(self.as_text(&(Cow::Borrowed(written), value.span()), Cover::Free)),
                None => self.wrong_type(key, value, "a list of texts in quotes"),
            }
        }
        texts
    }

    /// The table's own id, noted as defined.
    pub(super) fn id(&self, kind: Kind) -> Option<String> {
        let (id, span) = self.string("id")?;
        self.sheet.define(kind, &id, span);
        Some(id.into_owned())
    }

    /// The id of something else, which must be there.
    pub(super) fn mention(&self, key: &'static str, kind: Kind) -> Option<String> {
        let (id, span) = self.string(key)?;
        self.sheet.mention(kind, &id, span);
        Some(id.into_owned())
    }

    /// The id of something else, which may be left out.
    pub(super) fn maybe_mention(&self, key: &'static str, kind: Kind) -> Option<String> {
        let (id, span) = self.maybe_string(key)?;
        self.sheet.mention(kind, &id, span);
        Some(id.into_owned())
    }

    /// A list of ids of other things; empty where it is left out.
    pub(super) fn mentions(&self, key: &'static str, kind: Kind) -> Vec<String> {
        let mut ids = Vec::new();
        for value in self.list(key) {
            match value.get_ref().as_str() {
                Some(id) => {
                    self.sheet.mention(kind, id, value.span());
                    ids.push(id.to_owned());
                }
                None => self.wrong_type(key, value, "a list of texts in quotes"),
            }
        }
        ids
    }

    /// The sources of something that must have one.
    pub(super) fn sources(&self) -> Vec<String> {
        let sources = self.mentions("sources", Kind::Source);
        // What is there but is no list has been told already.
        let is_empty = |value: &Spanned<DeValue<'_>>| value.get_ref().as_array().is_some_and(|list| list.is_empty());
        if self.table.get("sources").is_none_or(is_empty) {
            let complaint = Complaint::new(
                format!("{} has no source", self.name),
                "nothing to read it in",
                "add `sources = [\"…\"]` with the id of a [[source]] of sources.toml",
            );
            self.sheet.complain(self.table.get("sources").map_or(self.span.clone(), Spanned::span), complaint);
        }
        sources
    }

    /// A date that must be there.
    pub(super) fn date(&self, key: &'static str) -> Option<Date> {
        let found = self.string(key)?;
        self.judged(&found, dates::date)
    }

    /// A date that may be left out.
    pub(super) fn maybe_date(&self, key: &'static str) -> Option<Date> {
        let found = self.maybe_string(key)?;
        self.judged(&found, dates::date)
    }

    /// A day of the calendar that must be there.
    pub(super) fn full_day(&self, key: &'static str) -> Option<Day> {
        let found = self.string(key)?;
        self.judged(&found, dates::full_day)
    }

    /// A day of the calendar that may be left out.
    pub(super) fn maybe_full_day(&self, key: &'static str) -> Option<Day> {
        let found = self.maybe_string(key)?;
        self.judged(&found, dates::full_day)
    }

    fn judged<T>(&self, (written, span): &Found<'_>, judge: impl Fn(&str) -> Result<T, Complaint>) -> Option<T> {
        judge(written).map_err(|complaint| self.sheet.complain(span.clone(), complaint)).ok()
    }

    /// Whether something is so; not where nothing is said.
    pub(super) fn switch(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        match value.get_ref() {
            DeValue::Boolean(on) => *on,
            _ => {
                let complaint = Complaint::new(
                    format!("`{key}` must be true or false"),
                    "neither",
                    format!("write {key} = true without quotes, or delete the line"),
                );
                self.sheet.complain(value.span(), complaint);
                false
            }
        }
    }

    /// One of a few words, which must be there.
    pub(super) fn choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        if !self.has(key) {
            let words: Vec<String> = choices.iter().map(|(word, _)| format!("`{key} = \"{word}\"`")).collect();
            self.missing(key, format!("add one of the lines {}", words.join(", ")));
            return None;
        }
        let found = self.string(key)?;
        self.chosen(key, &found, choices)
    }

    /// One of a few words, which may be left out.
    pub(super) fn maybe_choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let found = self.maybe_string(key)?;
        self.chosen(key, &found, choices)
    }

    fn chosen<T: Copy>(&self, key: &str, (written, span): &Found<'_>, choices: &[(&str, T)]) -> Option<T> {
        let found = choices.iter().find(|(word, _)| word == written);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let complaint = Complaint::new(
                format!("`{written}` is not a {key}"),
                guess(written, &words).unwrap_or_else(|| format!("not a {key}")),
                format!("write one of: {}", words.join(", ")),
            );
            self.sheet.complain(span.clone(), complaint);
        }
        found.map(|(_, choice)| *choice)
    }

    /// A list of numbers of a stated length, which may be left out.
    pub(super) fn maybe_numbers<const N: usize>(
        &self,
        key: &'static str,
        wanted: &str,
    ) -> Option<([f64; N], Range<usize>)> {
        let value = self.get(key)?;
        let numbers: Option<Vec<f64>> =
            value.get_ref().as_array().and_then(|array| array.iter().map(|item| number(item.get_ref())).collect());
        match numbers.and_then(|numbers| <[f64; N]>::try_from(numbers).ok()) {
            Some(numbers) => Some((numbers, value.span())),
            None => {
                self.not_so_many_numbers(key, value, wanted, N);
                None
            }
        }
    }

    fn not_so_many_numbers(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, count: usize) {
        let label = match value.get_ref().as_array().map(|list| list.len()) {
            Some(found) if found != count => format!("{found} numbers, where {count} belong"),
            Some(_) => "not all of these are numbers".to_owned(),
            None => "no list of numbers".to_owned(),
        };
        let remedy =
            format!("write {count} numbers without quotes, each with a point before its fraction, as in 57.71");
        self.sheet.complain(value.span(), Complaint::new(format!("`{key}` must be {wanted}"), label, remedy));
    }
}

fn empty_entry(key: &str) -> Complaint {
    Complaint::new(
        format!("an entry of `{key}` is empty"),
        "nothing in it",
        "fill it in; it may say that nothing is known",
    )
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    let written = match value {
        DeValue::Integer(integer) => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    written.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
}
