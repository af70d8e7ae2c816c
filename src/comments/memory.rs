//! A database that forgets: for browsers that keep nothing, and for tests.
//!
//! Deliberately absent: speed. It holds what one reader writes in one visit.

use std::cell::RefCell;

use super::database::{Ask, Change, Database, INDEXES, Shelf, Told};
use super::value::Value;

/// Records in memory.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Vec<(Shelf, Value)>>);

impl Database for Memory {
    fn read(&self, asks: Vec<Ask>) -> Told<'_, Vec<Value>> {
        let found = asks.into_iter().map(|ask| self.answer(ask)).collect();
        Box::pin(std::future::ready(Ok(found)))
    }

    fn write(&self, changes: Vec<Change>) -> Told<'_, Vec<Value>> {
        let met = changes.into_iter().map(|change| self.change(change)).collect();
        Box::pin(std::future::ready(Ok(met)))
    }

    fn lasts(&self) -> bool {
        false
    }
}

impl Memory {
    fn answer(&self, ask: Ask) -> Value {
        let fields = INDEXES.iter().find(|index| Some(index.0) == ask.index).map_or(&["id"][..], |index| index.2);
        let mut found: Vec<(Vec<Value>, Value)> = Vec::new();
        for (_, record) in self.0.borrow().iter().filter(|(shelf, _)| *shelf == ask.shelf) {
            let key: Vec<Value> = fields.iter().map(|field| record.get(field).clone()).collect();
            let is_key = key.iter().all(|part| matches!(part, Value::Text(_) | Value::Number(_)));
            if is_key && key.starts_with(&ask.prefix) {
                // A library's sorting would be larger than all that is sorted.
                let at = found.iter().position(|other| is_before(&key, &other.0)).unwrap_or(found.len());
                found.insert(at, (key, record.clone()));
            }
        }
        if ask.count {
            return Value::Number(found.len() as f64);
        }
        if ask.backwards {
            found.reverse();
        }
        Value::List(found.into_iter().skip(ask.skip).take(ask.limit).map(|(_, record)| record).collect())
    }

    fn change(&self, change: Change) -> Value {
        let mut records = self.0.borrow_mut();
        let (shelf, key) = match &change {
            Change::Put(shelf, record) | Change::Add(shelf, record) => (*shelf, record.get("id").clone()),
            Change::Merge(shelf, key, ..) => (*shelf, key.as_str().into()),
            Change::Drop(shelf, key) | Change::Remove(shelf, key) => (*shelf, key.clone()),
        };
        let at = records.iter().position(|(on, record)| *on == shelf && *record.get("id") == key);
        let met = at.and_then(|at| records.get(at)).map(|(_, record)| record.clone()).unwrap_or_default();
        match change {
            Change::Put(_, record) => {
                records.retain(|(on, other)| *on != shelf || *other.get("id") != key);
                records.push((shelf, record));
            }
            Change::Add(_, record) if at.is_none() => records.push((shelf, record)),
            Change::Merge(_, _, fields, unless) => {
                if unless.is_some_and(|(name, most)| met.get(name).as_number().is_some_and(|number| number > most)) {
                    return Value::Nothing;
                }
                if let (Some((_, record)), Value::Table(fields)) = (at.and_then(|at| records.get_mut(at)), fields) {
                    fields.into_iter().for_each(|(name, value)| record.set(&name, value));
                }
            }
            Change::Add(..) => {}
            Change::Drop(..) | Change::Remove(..) => {
                records.retain(|(on, other)| *on != shelf || *other.get("id") != key)
            }
        }
        met
    }
}

/// Whether a key comes before another, in the order that databases give them: numbers before texts.
fn is_before(key: &[Value], other: &[Value]) -> bool {
    for (part, of_other) in key.iter().zip(other) {
        match (part, of_other) {
            (Value::Number(one), Value::Number(two)) if one != two => return one < two,
            (Value::Text(one), Value::Text(two)) if one != two => return one < two,
            (Value::Number(_), Value::Text(_)) => return true,
            (Value::Text(_), Value::Number(_)) => return false,
            _ => {}
        }
    }
    false
}
