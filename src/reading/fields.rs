//! Reading the keys of a TOML table, one by one, noting every mistake.
//!
//! Deliberately absent: serde, which stops at the first mistake.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::dates;
use super::links;
use super::markdown::{self, Cover};
use super::passage::Passage;
use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{Date, Day, Target, Text, plain};

/// A table of a TOML file and which of its keys have been asked for.
pub(super) struct Fields<'a> {
    sheet: Sheet<'a>,
    table: &'a DeTable<'a>,
    /// How the table is called: `[[claim]]`.
    name: String,
    span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

/// A value and where it stands.
pub(super) type Found<'a> = (Cow<'a, str>, Range<usize>);

impl<'a> Fields<'a> {
    pub(super) fn new(sheet: Sheet<'a>, table: &'a DeTable<'a>, name: impl Into<String>, span: Range<usize>) -> Self {
        Self { sheet, table, name: name.into(), span, asked: RefCell::default() }
    }

    pub(super) fn sheet(&self) -> Sheet<'a> {
        self.sheet
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn missing(&self, key: &str) {
        let complaint = Complaint::new(
            format!("{} has no `{key}`", self.name),
            format!("`{key}` is missing"),
            format!("add a line `{key} = …`"),
        );
        self.sheet.complain(self.span.clone(), complaint);
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = value.get_ref().type_str();
        let complaint = Complaint::new(
            format!("`{key}` must be {wanted}"),
            format!("this is of type {found}"),
            format!("write {key} as {wanted}"),
        );
        self.sheet.complain(value.span(), complaint);
    }

    /// A string that may be left out.
    pub(super) fn maybe_string(&self, key: &'static str) -> Option<Found<'a>> {
        let value = self.get(key)?;
        let Some(written) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "a string in quotes");
            return None;
        };
        if written.trim().is_empty() {
            let complaint = Complaint::new(
                format!("`{key}` is empty"),
                "nothing in it",
                "fill it in, or delete the line if it may be left out",
            );
            self.sheet.complain(value.span(), complaint);
            return None;
        }
        Some((Cow::Borrowed(written), value.span()))
    }

    /// A string that must be there.
    pub(super) fn string(&self, key: &'static str) -> Option<Found<'a>> {
        if !self.table.contains_key(key) {
            self.asked.borrow_mut().push(key);
            self.missing(key);
            return None;
        }
        self.maybe_string(key)
    }

    /// A web address, which may be left out.
    pub(super) fn maybe_web(&self, key: &'static str) -> Option<String> {
        let (written, span) = self.maybe_string(key)?;
        match links::target(&self.sheet, &written, span)? {
            Target::Web(url) => Some(url),
            _ => None,
        }
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
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

    /// A few words with typographic quotes, which must be there.
    pub(super) fn words(&self, key: &'static str) -> Option<String> {
        Some(plain(&self.as_text(&self.string(key)?, Cover::Free)))
    }

    /// A few words with typographic quotes, which may be left out.
    pub(super) fn maybe_words(&self, key: &'static str) -> Option<String> {
        Some(plain(&self.as_text(&self.maybe_string(key)?, Cover::Free)))
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
                None => self.wrong_type(key, value, "a list of strings"),
            }
        }
        ids
    }

    /// The sources of something that must have one.
    pub(super) fn sources(&self) -> Vec<String> {
        let sources = self.mentions("sources", Kind::Source);
        if sources.is_empty() {
            let complaint = Complaint::new(
                format!("{} has no source", self.name),
                "nothing to read it in",
                "add `sources = [\"…\"]` with the id of a [[source]] of sources.toml",
            );
            self.sheet.complain(self.table.get("sources").map_or(self.span.clone(), Spanned::span), complaint);
        }
        sources
    }

    fn list(&self, key: &'static str) -> Vec<&'a Spanned<DeValue<'a>>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        match value.get_ref().as_array() {
            Some(array) => array.iter().collect(),
            None => {
                self.wrong_type(key, value, "a list");
                Vec::new()
            }
        }
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

    /// A day that must be there.
    pub(super) fn day(&self, key: &'static str) -> Option<Day> {
        let found = self.string(key)?;
        self.judged(&found, dates::day)
    }

    /// A day that may be left out.
    pub(super) fn maybe_day(&self, key: &'static str) -> Option<Day> {
        let found = self.maybe_string(key)?;
        self.judged(&found, dates::day)
    }

    fn judged<T>(&self, (written, span): &Found<'_>, judge: impl Fn(&str) -> Result<T, Complaint>) -> Option<T> {
        judge(written).map_err(|complaint| self.sheet.complain(span.clone(), complaint)).ok()
    }

    /// One of a few words, which must be there.
    pub(super) fn choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
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
                self.wrong_type(key, value, wanted);
                None
            }
        }
    }

    /// A table that must be there.
    pub(super) fn table(&self, key: &'static str) -> Option<Fields<'a>> {
        let found = self.maybe_table(key);
        if found.is_none() && !self.table.contains_key(key) {
            let complaint = Complaint::new(
                format!("{} has no [{key}]", self.name),
                format!("[{key}] is missing"),
                format!("add a table that begins with the line [{key}]"),
            );
            self.sheet.complain(self.span.clone(), complaint);
        }
        found
    }

    /// A table that may be left out.
    pub(super) fn maybe_table(&self, key: &'static str) -> Option<Fields<'a>> {
        let value = self.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table");
            return None;
        };
        Some(Fields::new(self.sheet, table, format!("[{key}]"), value.span()))
    }

    /// A list of tables; empty where it is left out.
    pub(super) fn tables(&self, key: &'static str, name: &str) -> Vec<Fields<'a>> {
        let mut tables = Vec::new();
        for value in self.list(key) {
            match value.get_ref().as_table() {
                Some(table) => tables.push(Fields::new(self.sheet, table, name, value.span())),
                None => self.wrong_type(key, value, "a list of tables"),
            }
        }
        tables
    }

    /// Complains about every key that nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.into_inner();
        for key in self.table.keys() {
            let written = key.get_ref().as_ref();
            if !asked.contains(&written) {
                let complaint = Complaint::new(
                    format!("`{written}` is not a key of {}", self.name),
                    guess(written, &asked).unwrap_or_else(|| "unknown key".into()),
                    format!("the keys here are: {}", asked.join(", ")),
                );
                self.sheet.complain(key.span(), complaint);
            }
        }
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    let written = match value {
        DeValue::Integer(integer) => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    written.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
}

/// How alike two words must be, from 0 to 1, for the one to be a slip of the other.
const ALIKE: f64 = 0.7;

/// "did you mean …?", if one of the words is close.
pub(super) fn guess(written: &str, words: &[&str]) -> Option<String> {
    words
        .iter()
        .map(|word| (strsim::jaro_winkler(written, word), *word))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, word)| format!("did you mean `{word}`?"))
}

/// Reads a TOML document, or complains about all that is not TOML in it.
pub(super) fn with_document<T>(
    sheet: Sheet<'_>,
    toml: &str,
    offset: usize,
    read: impl FnOnce(Sheet<'_>, &DeTable<'_>) -> Option<T>,
) -> Option<T> {
    let (document, errors) = DeTable::parse_recoverable(toml);
    if errors.is_empty() {
        return read(sheet, document.get_ref());
    }
    sheet.give_up();
    for error in errors {
        let span = error.span().unwrap_or(0..toml.len());
        let message = error.message().lines().next().unwrap_or_default();
        let complaint = Complaint::new(
            format!("this is not TOML: {message}"),
            "here",
            "mend the line; a string stands in \"quotes\", a table begins with [name], an entry of a list of tables with [[name]]",
        );
        sheet.complain(span.start + offset..span.end + offset, complaint);
    }
    None
}
