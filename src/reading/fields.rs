//! A TOML table and its keys, read one by one, so that every mistake is noted.
//!
//! Deliberately absent: serde, which stops at the first mistake, and what the keys mean.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::did_you_mean::guess;
use super::problem::Complaint;
use super::sheet::Sheet;
use super::signs;

/// A table of a TOML file and which of its keys have been asked for.
pub(super) struct Fields<'a> {
    pub(super) sheet: Sheet<'a>,
    pub(super) table: &'a DeTable<'a>,
    /// How the table is called: `[[claim]]`.
    pub(super) name: String,
    pub(super) span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

/// The files of the lists that a beginner may write into another.
const HOMES: [(&str, &str); 9] = [
    ("actor", "actors.toml"),
    ("claim", "claims.toml"),
    ("era", "timeline.toml"),
    ("event", "timeline.toml"),
    ("figure", "story.toml"),
    ("note", "story.toml"),
    ("related", "story.toml"),
    ("source", "sources.toml"),
    ("term", "glossary.toml"),
];

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

    pub(super) fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Complains that a key is not there, and notes that it was asked for.
    pub(super) fn missing(&self, key: &'static str, remedy: String) {
        self.asked.borrow_mut().push(key);
        let (name, label) = (&self.name, format!("`{key}` is missing"));
        let complaint = Complaint::new(format!("{name} has no `{key}`"), label, remedy);
        self.sheet.complain(self.span.clone(), complaint);
    }

    pub(super) fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let written = self.sheet.text.get(value.span()).unwrap_or_default();
        let remedy = match value.get_ref() {
            DeValue::String(_) if wanted == "a list" => format!("put it in square brackets: [{written}]"),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_)
                if wanted.ends_with("in quotes") =>
            {
                format!("put it in quotes: \"{written}\"")
            }
            _ => format!("write {key} as {wanted}"),
        };
        let complaint = Complaint::new(format!("`{key}` must be {wanted}"), what_is(value.get_ref()), remedy);
        self.sheet.complain(value.span(), complaint);
    }

    /// A string that may be left out.
    pub(super) fn maybe_string(&self, key: &'static str) -> Option<Found<'a>> {
        let value = self.get(key)?;
        let Some(written) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "text in quotes");
            return None;
        };
        if signs::is_unseen(written) {
            let complaint = Complaint::new(
                format!("`{key}` is empty"),
                "nothing in it",
                "fill it in, or delete the line if it may be left out",
            );
            self.sheet.complain(value.span(), complaint);
            return None;
        }
        signs::refuse_escaped(self.sheet, written, value.span());
        Some((Cow::Borrowed(written), value.span()))
    }

    /// A string that must be there.
    pub(super) fn string(&self, key: &'static str) -> Option<Found<'a>> {
        if !self.table.contains_key(key) {
            self.missing(key, format!("add a line `{key} = \"…\"`"));
            return None;
        }
        self.maybe_string(key)
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    pub(super) fn list(&self, key: &'static str) -> Vec<&'a Spanned<DeValue<'a>>> {
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

    /// How many a list holds, sound or not; nothing where it is no list, of which [`Fields::list`] complains.
    pub(super) fn length(&self, key: &str) -> Option<usize> {
        self.table.get(key).map_or(Some(0), |value| value.get_ref().as_array().map(|list| list.len()))
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
            self.no_table(key, value);
            return None;
        };
        Some(Fields::new(self.sheet, table, format!("[{key}]"), value.span()))
    }

    /// Most often double brackets in place of single ones, or a text in place of a table in a line.
    fn no_table(&self, key: &str, value: &Spanned<DeValue<'_>>) {
        let parent = self.name.strip_prefix("[[").and_then(|name| name.strip_suffix("]]"));
        let name = parent.map_or(key.to_owned(), |parent| format!("{parent}.{key}"));
        let is_list = value.get_ref().as_array().is_some_and(|list| list.iter().any(|one| one.get_ref().is_table()));
        let remedy = match is_list {
            true => format!("it is there once: begin it with a line [{name}], in single brackets"),
            false => {
                format!("write {key} = {{ … }} with its keys between the braces, or a line [{name}] and its keys below")
            }
        };
        let complaint = Complaint::new(format!("`{key}` must be a table"), what_is(value.get_ref()), remedy);
        self.sheet.complain(value.span(), complaint);
    }

    /// A list of tables; empty where it is left out.
    pub(super) fn tables(&self, key: &'static str, name: &str) -> Vec<Fields<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.no_list_of_tables(key, name, value);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in list.iter() {
            match value.get_ref().as_table() {
                Some(table) => tables.push(Fields::new(self.sheet, table, name, value.span())),
                None => self.wrong_type(key, value, "a list of tables"),
            }
        }
        tables
    }

    /// Most often single brackets in place of double ones. What the file defines is then unknown.
    fn no_list_of_tables(&self, key: &str, name: &str, value: &Spanned<DeValue<'_>>) {
        if !name.starts_with("[[") {
            return self.wrong_type(key, value, "a list of tables");
        }
        let complaint = Complaint::new(
            format!("`{key}` must be a list of tables"),
            what_is(value.get_ref()),
            format!("begin each entry with a line {name}, in double brackets"),
        );
        self.sheet.complain(value.span(), complaint);
        self.sheet.give_up();
    }

    /// What a list of tables holds, where each is sound; all are read, so that the mistakes of all are told.
    pub(super) fn each<T>(
        &self,
        key: &'static str,
        name: &str,
        read: impl Fn(Fields<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let items: Vec<Option<T>> = self.tables(key, name).into_iter().map(read).collect();
        items.into_iter().collect()
    }

    /// Complains about every key that nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.into_inner();
        for key in self.table.keys() {
            let written = key.get_ref().as_ref();
            if !asked.contains(&written) {
                let elsewhere = HOMES.iter().find(|(table, file)| *table == written && *file != self.sheet.name);
                let complaint = Complaint::new(
                    format!("`{written}` is not a key of {}", self.name),
                    guess(written, &asked).unwrap_or_else(|| "unknown key".into()),
                    match elsewhere {
                        Some((_, file)) => format!("[[{written}]] belongs in {file}"),
                        None => format!("the keys here are: {}", asked.join(", ")),
                    },
                );
                self.sheet.complain(key.span(), complaint);
            }
        }
    }
}

/// What a value is, for editors who do not know TOML's types.
fn what_is(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "this is text in quotes",
        DeValue::Integer(_) | DeValue::Float(_) => "this is a number",
        DeValue::Boolean(_) => "this is true or false",
        DeValue::Datetime(_) => "this is a date without quotes",
        DeValue::Array(_) => "this is a list",
        DeValue::Table(_) => "this is a table",
    }
}
