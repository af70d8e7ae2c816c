//! A database that forgets: for browsers that keep nothing, and for tests.
//!
//! Deliberately absent: speed. It holds what one reader writes in one visit.

use std::cell::RefCell;

use futures_util::future::LocalBoxFuture;
use serde_json::Value;

use super::database::{Database, INDEXES, Query, Rows, StoreName, WriteOp};
use super::record::RawRecord;
use super::store::Failure;

/// Records in memory.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Vec<(StoreName, RawRecord)>>);

impl Database for Memory {
    fn read(&self, queries: Vec<Query>) -> LocalBoxFuture<'_, Result<Vec<Rows>, Failure>> {
        let found = queries.into_iter().map(|query| self.answer(query)).collect();
        Box::pin(std::future::ready(Ok(found)))
    }

    fn write(&self, changes: Vec<WriteOp>) -> LocalBoxFuture<'_, Result<Vec<Option<RawRecord>>, Failure>> {
        let met = changes.into_iter().map(|change| self.change(change)).collect();
        Box::pin(std::future::ready(Ok(met)))
    }

    fn lasts(&self) -> bool {
        false
    }
}

impl Memory {
    fn answer(&self, query: Query) -> Rows {
        let fields = INDEXES.iter().find(|index| Some(index.0) == query.index).map_or(&["id"][..], |index| index.2);
        let mut found: Vec<(Vec<Value>, RawRecord)> = Vec::new();
        for (_, record) in self.0.borrow().iter().filter(|(store, _)| *store == query.store) {
            let key: Vec<Value> = fields.iter().map(|field| key_of(record, field)).collect();
            let is_key = key.iter().all(|part| part.is_string() || part.is_number());
            if is_key && key.iter().map_while(Value::as_str).take(query.prefix.len()).eq(&query.prefix) {
                // A library's sorting would be larger than all that is sorted.
                let at = found.iter().position(|other| is_before(&key, &other.0)).unwrap_or(found.len());
                found.insert(at, (key, record.clone()));
            }
        }
        if query.count {
            return Rows::Count(found.len());
        }
        if query.backwards {
            found.reverse();
        }
        Rows::Records(found.into_iter().skip(query.skip).take(query.limit).map(|(_, record)| record).collect())
    }

    fn change(&self, change: WriteOp) -> Option<RawRecord> {
        let mut records = self.0.borrow_mut();
        let (store, key) = match &change {
            WriteOp::Put(store, record) | WriteOp::Add(store, record) => (*store, key_of(record, "id")),
            WriteOp::Merge(store, key, ..) => (*store, key.as_str().into()),
            WriteOp::Drop(store, key) | WriteOp::Remove(store, key) => (*store, key.clone()),
        };
        let is_it = |(on, record): &(StoreName, RawRecord)| *on == store && key_of(record, "id") == key;
        let at = records.iter().position(is_it);
        let met = at.and_then(|at| records.get(at)).map(|(_, record)| record.clone());
        match change {
            WriteOp::Put(_, record) => {
                records.retain(|other| !is_it(other));
                records.push((store, record));
            }
            WriteOp::Add(_, record) if at.is_none() => records.push((store, record)),
            WriteOp::Merge(_, _, fields, unless) => {
                let number = |name: &str| met.as_ref().and_then(|record| record.get(name)?.as_f64());
                if unless.is_some_and(|(name, most)| number(name).is_some_and(|number| number > most)) {
                    return None;
                }
                if let Some((_, record)) = at.and_then(|at| records.get_mut(at)) {
                    record.extend(fields);
                }
            }
            WriteOp::Add(..) => {}
            WriteOp::Drop(..) | WriteOp::Remove(..) => {
                records.retain(|other| !is_it(other));
            }
        }
        met
    }
}

fn key_of(record: &RawRecord, field: &str) -> Value {
    record.get(field).cloned().unwrap_or_default()
}

/// Whether a key comes before another, in the order that databases give them: numbers before texts.
fn is_before(key: &[Value], other: &[Value]) -> bool {
    for (part, of_other) in key.iter().zip(other) {
        match (part, of_other) {
            (Value::Number(one), Value::Number(two)) if one.as_f64() != two.as_f64() => {
                return one.as_f64() < two.as_f64();
            }
            (Value::String(one), Value::String(two)) if one != two => return one < two,
            (Value::Number(_), Value::String(_)) => return true,
            (Value::String(_), Value::Number(_)) => return false,
            _ => {}
        }
    }
    false
}
