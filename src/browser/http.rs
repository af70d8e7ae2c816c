//! Calls to a server that may be slow, broken or hostile.
//!
//! Deliberately absent: what is asked, and believing what comes back.

use js_sys::Uint8Array;
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

use super::data::{data_of, parsed, written};
use super::objects::{call, get, global, kept, set};
use crate::comments::{Call, Failure, Method, Reply, Told, Transport, Value};

/// How long a call may take until the last byte, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The most that is read of an answer, in bytes.
const MOST: usize = 4_000_000;

/// The browser's way to servers.
pub struct Http;

impl Transport for Http {
    fn call(&self, what: Call) -> Told<'_, Reply> {
        Box::pin(async move {
            let reply = call(&window(), "fetch", &[&what.url.as_str().into(), &request(&what)]);
            let response = waited(reply).await?;
            let text = body(&response).await?;
            let status = get(&response, "status").as_f64().unwrap_or_default() as u16;
            Ok(Reply { status, body: parsed(&text) })
        })
    }
}

async fn waited(promise: Result<JsValue, JsValue>) -> Result<JsValue, Failure> {
    let outcome = match promise {
        Ok(promise) => kept(promise).await,
        Err(error) => Err(error),
    };
    outcome.map_err(|error| match get(&error, "name").as_string().as_deref() {
        Some("TimeoutError" | "AbortError") => Failure::TimedOut,
        _ => Failure::Offline,
    })
}

fn request(what: &Call) -> JsValue {
    let method = match what.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    let mut request = Value::table()
        .with("method", method.into())
        // The server knows by a cookie who may change a comment.
        .with("credentials", "include".into())
        .with("cache", "no-store".into())
        .with("redirect", "error".into())
        .with("referrerPolicy", "origin".into())
        .with("keepalive", is_an_act(what).into());
    if let Some(body) = &what.body {
        // Isso takes changes in no other type.
        request.set("headers", Value::table().with("Content-Type", "application/json".into()));
        request.set("body", Value::Text(written(body)));
    }
    let request = data_of(&request);
    let signal = call(&global("AbortSignal"), "timeout", &[&PATIENCE.into()]).unwrap_or_default();
    set(&request, "signal", &signal);
    request
}

/// What changes something and has no words of the reader's with it, a like or the end of a comment, is done although
/// the page is left meanwhile. (Words wait in the outbox, and may be longer than browsers take for that.)
fn is_an_act(what: &Call) -> bool {
    what.method != Method::Get && what.body.as_ref().is_none_or(|body| *body == Value::table())
}

/// The text of an answer, piece by piece, so that one without an end does not fill the memory.
async fn body(response: &JsValue) -> Result<String, Failure> {
    let stream = get(response, "body");
    let Ok(reader) = call(&stream, "getReader", &[]) else {
        return Ok(String::new());
    };
    let mut bytes = Vec::new();
    loop {
        let piece = waited(call(&reader, "read", &[])).await?;
        if get(&piece, "done").is_truthy() {
            return Ok(String::from_utf8_lossy(&bytes).into_owned());
        }
        bytes.extend(Uint8Array::new(&get(&piece, "value")).to_vec());
        if bytes.len() > MOST {
            // Whatever else would come is not wanted.
            let _ = call(&reader, "cancel", &[]);
            return Err(Failure::Nonsense);
        }
    }
}
