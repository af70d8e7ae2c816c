//! The device's database: IndexedDB, with every change on the disk before it is said to be made.
//!
//! Deliberately absent: what the records mean.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::{LocalBoxFuture, try_join_all};
use indexed_db_futures::cursor::CursorDirection;
use indexed_db_futures::database::Database as Connection;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::internals::{QuerySourceInternal, SystemRepr};
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::query_source::QuerySource;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::{Build, KeyPath, KeyRange};
use js_sys::{Array, Object};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::DomException;
use serde_json::Value;

use super::json::{raw_record, to_js};
use crate::comments::{Database, DatabaseHandle, Failure, INDEXES, Query, RawRecord, Rows, StoreName, WriteOp};

const NAME: &str = "backgrounder";

const VERSION: u32 = 1;

/// Opens the device's database.
///
/// # Errors
///
/// The browser keeps nothing, or not for this page.
pub async fn open() -> Result<DatabaseHandle, Failure> {
    let connection = RefCell::new(connect().await?);
    Ok(Rc::new(Idb { connection }))
}

struct Idb {
    connection: RefCell<Connection>,
}

async fn connect() -> Result<Connection, Failure> {
    let opening = Connection::open(NAME)
        .with_version(VERSION)
        .with_on_upgrade_needed(|_, connection| make_object_stores(&connection))
        .build()
        .map_err(|_| Failure::Forbidden)?;
    let connection = opening.await.map_err(|error| match error {
        OpenDbError::Base(error) => match failure(error) {
            Failure::Broken => Failure::Forbidden,
            other => other,
        },
        _ => Failure::Forbidden,
    })?;
    // A newer version of the page waits until older ones let go.
    let held = connection.clone();
    let let_go = Closure::<dyn Fn()>::new(move || held.clone().close());
    connection.as_sys().set_onversionchange(Some(let_go.into_js_value().unchecked_ref()));
    Ok(connection)
}

fn make_object_stores(connection: &Connection) -> Result<(), Error> {
    for store_name in StoreName::ALL {
        let store = connection.create_object_store(store_name.name()).with_key_path(KeyPath::One("id")).build()?;
        for (_, name, fields) in INDEXES.iter().filter(|_| store_name == StoreName::Comments) {
            store.create_index(*name, fields.iter().copied().collect::<KeyPath<&str>>()).build()?;
        }
    }
    Ok(())
}

fn failure(error: Error) -> Failure {
    let Error::DomException(error) = error else {
        return Failure::Broken;
    };
    match DomException::from(error).name().as_str() {
        "QuotaExceededError" => Failure::Full,
        "VersionError" => Failure::Newer,
        "SecurityError" | "InvalidAccessError" | "NotAllowedError" => Failure::Forbidden,
        _ => Failure::Broken,
    }
}

/// `strict` is what makes the difference between "posted" and "posted, unless the power fails now".
fn begin(connection: &Connection, mode: TransactionMode) -> Result<Transaction<'_>, Error> {
    let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    connection.transaction(StoreName::ALL.map(StoreName::name)).with_mode(mode).with_options(options).build()
}

impl Idb {
    /// Does some work in a transaction; a connection that was closed meanwhile is opened again, once.
    async fn within<T>(
        &self,
        mode: TransactionMode,
        work: impl AsyncFnOnce(Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let held = self.connection.borrow().clone();
        if let Ok(transaction) = begin(&held, mode) {
            return work(transaction).await;
        }
        let anew = connect().await?;
        self.connection.replace(anew.clone());
        work(begin(&anew, mode).map_err(|_| Failure::Broken)?).await
    }
}

impl Database for Idb {
    fn read(&self, queries: Vec<Query>) -> LocalBoxFuture<'_, Result<Vec<Rows>, Failure>> {
        Box::pin(async move {
            self.within(TransactionMode::Readonly, async |transaction: Transaction<'_>| {
                read_all(&transaction, &queries).await.map_err(failure)
            })
            .await
        })
    }

    fn write(&self, changes: Vec<WriteOp>) -> LocalBoxFuture<'_, Result<Vec<Option<RawRecord>>, Failure>> {
        Box::pin(async move {
            if changes.is_empty() {
                return Ok(Vec::new());
            }
            self.within(TransactionMode::Readwrite, async |transaction: Transaction<'_>| {
                write_all(transaction, changes).await.map_err(failure)
            })
            .await
        })
    }

    fn lasts(&self) -> bool {
        true
    }
}

/// All is asked for before anything is waited for.
async fn read_all(transaction: &Transaction<'_>, queries: &[Query]) -> Result<Vec<Rows>, Error> {
    try_join_all(queries.iter().map(|query| answer(transaction, query))).await
}

async fn answer(transaction: &Transaction<'_>, query: &Query) -> Result<Rows, Error> {
    let store = transaction.object_store(query.store.name())?;
    let Some((_, name, _)) = INDEXES.iter().find(|index| Some(index.0) == query.index) else {
        return find(&store, query).await;
    };
    let index = store.index(name)?;
    find(&index, query).await
}

/// All keys that begin with the prefix: a list comes after every text and number.
fn range(query: &Query) -> KeyRange<JsValue> {
    let parts = query.prefix.iter().map(|part| JsValue::from_str(part));
    match (query.index, query.prefix.first()) {
        // No key comes before this one.
        (_, None) => KeyRange::LowerBound(JsValue::from_f64(f64::NEG_INFINITY), false),
        (None, Some(key)) => KeyRange::Only(JsValue::from_str(key)),
        (Some(_), Some(_)) => {
            let from: Array = parts.clone().collect();
            let to: Array = parts.chain([JsValue::from(Array::new())]).collect();
            KeyRange::Bound(from.into(), false, to.into(), false)
        }
    }
}

/// Asks at once, and waits for what is found.
async fn find<S>(source: &S, query: &Query) -> Result<Rows, Error>
where
    S: SystemRepr,
    S::Repr: QuerySourceInternal,
{
    if query.count {
        let count = source.count().with_query::<JsValue, _>(range(query)).build()?.await?;
        return Ok(Rows::Count(count as usize));
    }
    // A list comes from the start and forwards only.
    if query.backwards || query.skip > 0 {
        return walk(source, query).await.map(Rows::Records);
    }
    let limit = u32::try_from(query.limit).unwrap_or(u32::MAX);
    let found = source.get_all::<JsValue>().with_query::<JsValue, _>(range(query)).with_limit(limit).build()?.await?;
    let records: Result<Vec<RawRecord>, Error> = found.map(|record| record.map(|record| raw_record(&record))).collect();
    records.map(Rows::Records)
}

/// Takes records one by one.
async fn walk<S>(source: &S, query: &Query) -> Result<Vec<RawRecord>, Error>
where
    S: SystemRepr,
    S::Repr: QuerySourceInternal,
{
    let direction = if query.backwards { CursorDirection::Prev } else { CursorDirection::Next };
    let opening = source.open_cursor().with_query::<JsValue, _>(range(query)).with_direction(direction).build()?;
    let Some(mut cursor) = opening.await? else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    if query.skip > 0 {
        cursor.advance_by(u32::try_from(query.skip).unwrap_or(u32::MAX)).await?;
        // Behind the last record, Firefox and WebKit have no key; that Chromium has none either, the cursor knows.
        if cursor.key::<JsValue>()?.is_none() {
            return Ok(found);
        }
    }
    while found.len() < query.limit
        && let Some(record) = cursor.next_record::<JsValue>().await?
    {
        found.push(raw_record(&record));
    }
    Ok(found)
}

/// Makes changes one after the other, and has the transaction end as soon as they are made: a page that is left may
/// not be asked any more, and a transaction would end by itself a little later.
async fn write_all(transaction: Transaction<'_>, changes: Vec<WriteOp>) -> Result<Vec<Option<RawRecord>>, Error> {
    match make_all(&transaction, changes).await {
        Ok(met) => {
            // Why a transaction failed that had been asked to end, only it knows itself.
            let ending = transaction.as_sys().clone();
            transaction.commit().await.map_err(|error| ending.error().map_or(error, Error::from))?;
            Ok(met)
        }
        Err(error) => {
            // A transaction that failed may have undone itself already.
            let _ = transaction.abort().await;
            Err(error)
        }
    }
}

async fn make_all(transaction: &Transaction<'_>, changes: Vec<WriteOp>) -> Result<Vec<Option<RawRecord>>, Error> {
    let mut met = Vec::new();
    for change in changes {
        met.push(make(transaction, change).await?);
    }
    Ok(met)
}

async fn make(transaction: &Transaction<'_>, change: WriteOp) -> Result<Option<RawRecord>, Error> {
    let (store_name, key) = match &change {
        WriteOp::Put(store_name, record) | WriteOp::Add(store_name, record) => (*store_name, to_js(&record.get("id"))),
        WriteOp::Merge(store_name, key, ..) => (*store_name, JsValue::from_str(key)),
        WriteOp::Drop(store_name, key) | WriteOp::Remove(store_name, key) => (*store_name, to_js(key)),
    };
    let store = transaction.object_store(store_name.name())?;
    match &change {
        WriteOp::Put(_, record) => return put(&store, to_js(record)).map(|()| None),
        WriteOp::Drop(..) => return delete(&store, key).map(|()| None),
        _ => {}
    }
    let before = store.get::<JsValue, JsValue, _>(KeyRange::Only(key.clone())).build()?.await?;
    let Some(before) = before else {
        return if let WriteOp::Add(_, record) = change {
            put(&store, to_js(&record)).map(|()| None)
        } else {
            Ok(None)
        };
    };
    let met = raw_record(&before);
    match change {
        WriteOp::Merge(_, _, fields, unless) => {
            let number = |name: &str| met.get(name).and_then(Value::as_f64);
            if unless.is_some_and(|(name, most)| number(name).is_some_and(|number| number > most)) {
                return Ok(None);
            }
            // The record itself is changed, so that what has no word in JSON stays in it.
            let fields = to_js(&fields);
            put(&store, Object::assign(before.unchecked_ref::<Object>(), fields.unchecked_ref::<Object>()).into())?;
        }
        WriteOp::Remove(..) => delete(&store, key)?,
        _ => {}
    }
    Ok(Some(met))
}

/// Puts a record. It is not waited for: if it fails, the transaction does.
fn put(store: &ObjectStore<'_>, record: JsValue) -> Result<(), Error> {
    store.put(record).build().map(drop)
}

/// Takes a record away. It is not waited for either.
fn delete(store: &ObjectStore<'_>, key: JsValue) -> Result<(), Error> {
    store.delete::<JsValue, _>(KeyRange::Only(key)).build().map(drop)
}
