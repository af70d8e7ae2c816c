//! The device's database: IndexedDB, with every change on the disk before it is said to be made.
//!
//! Deliberately absent: what the records mean. `idb` cannot ask for strict durability, and `indexed_db_futures`
//! would bring a runtime's channels along for the dozen calls that are made here.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise};
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::data::{data_of, value_of};
use super::objects::{call, get, global, set};
use crate::comments::{Ask, Change, Database, Failure, INDEXES, Shared, Shelf, Told, Value};

const NAME: &str = "backgrounder";

/// Opens the device's database.
///
/// # Errors
///
/// The browser keeps nothing, or not for this page.
pub async fn open() -> Result<Shared, Failure> {
    let connection = RefCell::new(connect().await?);
    Ok(Rc::new(Idb { connection }))
}

struct Idb {
    connection: RefCell<JsValue>,
}

async fn connect() -> Result<JsValue, Failure> {
    let request = call(&global("indexedDB"), "open", &[&NAME.into(), &1.into()]).map_err(|_| Failure::Forbidden)?;
    let opening = request.clone();
    let upgrade = Closure::<dyn Fn()>::new(move || {
        // What cannot be made now fails the opening, which is told.
        let _ = make_shelves(&get(&opening, "result"));
    });
    set(&request, "onupgradeneeded", upgrade.as_ref());
    let connection = Asked::new(request).settled().await.map_err(|failure| match failure {
        Failure::Broken => Failure::Forbidden,
        other => other,
    })?;
    // A newer version of the page waits until older ones let go.
    let held = connection.clone();
    let let_go = Closure::<dyn Fn()>::new(move || drop(call(&held, "close", &[])));
    set(&connection, "onversionchange", &let_go.into_js_value());
    Ok(connection)
}

fn make_shelves(database: &JsValue) -> Result<(), JsValue> {
    let options = data_of(&Value::table().with("keyPath", "id".into()));
    for shelf in Shelf::ALL {
        let store = call(database, "createObjectStore", &[&shelf.name().into(), &options])?;
        for (_, name, fields) in INDEXES.iter().filter(|_| shelf == Shelf::Comments) {
            let path: Array = fields.iter().map(|field| JsValue::from_str(field)).collect();
            call(&store, "createIndex", &[&(*name).into(), &path])?;
        }
    }
    Ok(())
}

/// An event of that name that will happen, unless another does that says that there will be none.
fn happening(to: &JsValue, name: &str, or: &str) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        set(to, name, &resolve);
        set(to, or, &reject);
    }))
}

/// A request, and its end, whatever that will be.
struct Asked(JsValue, JsFuture);

impl Asked {
    fn new(request: JsValue) -> Self {
        let end = happening(&request, "onsuccess", "onerror");
        Self(request, end)
    }

    /// Waits for the request. Its promise settles while the transaction is still at work.
    async fn settled(self) -> Result<JsValue, Failure> {
        match self.1.await {
            Ok(_) => Ok(get(&self.0, "result")),
            Err(_) => Err(failure(&get(&self.0, "error"))),
        }
    }
}

fn failure(error: &JsValue) -> Failure {
    match get(error, "name").as_string().unwrap_or_default().as_str() {
        "QuotaExceededError" => Failure::Full,
        "VersionError" => Failure::Newer,
        "SecurityError" | "InvalidAccessError" | "NotAllowedError" => Failure::Forbidden,
        _ => Failure::Broken,
    }
}

/// `strict` is what makes the difference between "posted" and "posted, unless the power fails now".
fn transaction(connection: &JsValue, mode: &str) -> Result<JsValue, JsValue> {
    let names: Array = Shelf::ALL.iter().map(|shelf| JsValue::from_str(shelf.name())).collect();
    let options = data_of(&Value::table().with("durability", "strict".into()));
    call(connection, "transaction", &[&names, &mode.into(), &options])
}

impl Idb {
    /// Begins a transaction; a connection that was closed meanwhile is opened again, once.
    async fn begin(&self, mode: &str) -> Result<JsValue, Failure> {
        let begun = transaction(&self.connection.borrow(), mode);
        if let Ok(begun) = begun {
            return Ok(begun);
        }
        let anew = connect().await?;
        let begun = transaction(&anew, mode);
        *self.connection.borrow_mut() = anew;
        begun.map_err(|_| Failure::Broken)
    }
}

/// Makes changes one after the other, and has the transaction end as soon as they are made: a page that is left may
/// not be asked any more.
async fn make_all(transaction: &JsValue, changes: Vec<Change>) -> Result<Vec<Value>, Failure> {
    let mut met = Vec::new();
    for change in changes {
        met.push(make(transaction, change).await?);
    }
    // It would end by itself, a little later.
    let _ = call(transaction, "commit", &[]);
    Ok(met)
}

impl Database for Idb {
    fn read(&self, asks: Vec<Ask>) -> Told<'_, Vec<Value>> {
        Box::pin(async move {
            let transaction = self.begin("readonly").await?;
            // All is asked for before anything is waited for.
            let mut asked = Vec::new();
            for ask in &asks {
                asked.push(ask_for(&transaction, ask).map_err(|error| failure(&error))?);
            }
            let mut found = Vec::new();
            for (ask, asked) in asks.iter().zip(asked) {
                found.push(answer(ask, asked).await?);
            }
            Ok(found)
        })
    }

    fn write(&self, changes: Vec<Change>) -> Told<'_, Vec<Value>> {
        Box::pin(async move {
            if changes.is_empty() {
                return Ok(Vec::new());
            }
            let transaction = self.begin("readwrite").await?;
            let ending = happening(&transaction, "oncomplete", "onabort");
            let made = make_all(&transaction, changes).await;
            if made.is_err() {
                // A transaction that failed may have undone itself already.
                let _ = call(&transaction, "abort", &[]);
                let _ = ending.await;
                return made;
            }
            ending.await.map_err(|_| failure(&get(&transaction, "error")))?;
            made
        })
    }

    fn lasts(&self) -> bool {
        true
    }
}

/// All keys that begin with the prefix: a list comes after every text and number.
fn range(ask: &Ask) -> Result<JsValue, JsValue> {
    let ranges = global("IDBKeyRange");
    match (ask.index, &ask.prefix[..]) {
        (_, []) => Ok(JsValue::UNDEFINED),
        (None, [key, ..]) => call(&ranges, "only", &[&data_of(key)]),
        (Some(_), prefix) => {
            let ends = [Vec::new(), vec![Value::List(Vec::new())]];
            let [from, to] = ends.map(|end| data_of(&Value::List([prefix, &end].concat())));
            call(&ranges, "bound", &[&from, &to])
        }
    }
}

fn ask_for(transaction: &JsValue, ask: &Ask) -> Result<Asked, JsValue> {
    let mut source = call(transaction, "objectStore", &[&ask.shelf.name().into()])?;
    if let Some((_, name, _)) = INDEXES.iter().find(|index| Some(index.0) == ask.index) {
        source = call(&source, "index", &[&(*name).into()])?;
    }
    let range = range(ask)?;
    let request = if ask.count {
        call(&source, "count", &[&range])
    } else if is_walked(ask) {
        call(&source, "openCursor", &[&range, &if ask.backwards { "prev" } else { "next" }.into()])
    } else {
        call(&source, "getAll", &[&range, &u32::try_from(ask.limit).unwrap_or(u32::MAX).into()])
    };
    request.map(Asked::new)
}

/// Whether records have to be taken one by one, since a list of them comes from the start and forwards only.
fn is_walked(ask: &Ask) -> bool {
    !ask.count && (ask.backwards || ask.skip > 0)
}

async fn answer(ask: &Ask, asked: Asked) -> Result<Value, Failure> {
    if !is_walked(ask) {
        return Ok(value_of(&asked.settled().await?));
    }
    let request = asked.0.clone();
    let (mut found, mut asked) = (Vec::new(), asked);
    let mut skip = u32::try_from(ask.skip).unwrap_or(u32::MAX);
    loop {
        let cursor = asked.settled().await?;
        if cursor.is_null() {
            break;
        }
        if skip == 0 {
            found.push(value_of(&get(&cursor, "value")));
        }
        if found.len() >= ask.limit {
            break;
        }
        let step = if skip > 0 { call(&cursor, "advance", &[&skip.into()]) } else { call(&cursor, "continue", &[]) };
        step.map_err(|error| failure(&error))?;
        skip = 0;
        asked = Asked::new(request.clone());
    }
    Ok(Value::List(found))
}

async fn make(transaction: &JsValue, change: Change) -> Result<Value, Failure> {
    let (shelf, key) = match &change {
        Change::Put(shelf, record) | Change::Add(shelf, record) => (*shelf, record.get("id").clone()),
        Change::Merge(shelf, key, ..) => (*shelf, key.as_str().into()),
        Change::Drop(shelf, key) | Change::Remove(shelf, key) => (*shelf, key.clone()),
    };
    let store = call(transaction, "objectStore", &[&shelf.name().into()]).map_err(|_| Failure::Broken)?;
    let key = data_of(&key);
    // What is put or dropped is not waited for: if it fails, the transaction does.
    let now = |method: &str, argument: &JsValue| {
        call(&store, method, &[argument]).map(|_| Value::Nothing).map_err(|error| failure(&error))
    };
    match &change {
        Change::Put(_, record) => return now("put", &data_of(record)),
        Change::Drop(..) => return now("delete", &key),
        _ => {}
    }
    let before = call(&store, "get", &[&key]).map_err(|error| failure(&error))?;
    let before = Asked::new(before).settled().await?;
    let met = value_of(&before);
    match change {
        Change::Add(_, record) if met.is_nothing() => now("put", &data_of(&record))?,
        Change::Merge(_, _, fields, unless) => {
            let is_more = |(name, most): (&str, f64)| met.get(name).as_number().is_some_and(|number| number > most);
            if met.is_nothing() || unless.is_some_and(is_more) {
                return Ok(Value::Nothing);
            }
            // The record itself is changed, so that what has no word in JSON stays in it.
            now("put", &Object::assign(&before.into(), &data_of(&fields).into()))?
        }
        Change::Remove(..) => now("delete", &key)?,
        _ => Value::Nothing,
    };
    Ok(met)
}
