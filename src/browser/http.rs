//! Calls to a server that may be slow, broken or hostile.
//!
//! Deliberately absent: what is asked, and believing what comes back.

use std::pin::pin;

use futures_util::future::LocalBoxFuture;
use futures_util::future::{Either, select};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    self, AbortController, AbortSignal, Headers, ReadableStream, ReadableStreamDefaultReader, ReadableStreamReadResult,
    ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestRedirect,
};
use wasm_bindgen_futures::JsFuture;

use crate::comments::{Body, Call, Failure, Method, Reply, Transport, parse_json};

/// How long a call may take until the last byte, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The most that is read of an answer, in bytes.
const MOST: usize = 4_000_000;

/// How much is kept of an answer that is no JSON, in letters: as much as a server needs to say why it refuses.
const SAID: usize = 200;

/// The browser's way to servers.
pub struct Http;

impl Transport for Http {
    fn call(&self, call: Call) -> LocalBoxFuture<'_, Result<Reply, Failure>> {
        Box::pin(async move {
            let controller = AbortController::new().map_err(|_| Failure::Offline)?;
            // A signal alone ends no call in WebKit whose answer has begun to come.
            let answer = pin!(answer(&call, &controller));
            match select(answer, TimeoutFuture::new(PATIENCE)).await {
                Either::Left((answer, _)) => answer,
                Either::Right(_) => {
                    controller.abort();
                    Err(Failure::TimedOut)
                }
            }
        })
    }
}

async fn answer(call: &Call, controller: &AbortController) -> Result<Reply, Failure> {
    let request = request(call, &controller.signal()).map_err(|_| Failure::Offline)?;
    let response = Request::from(request).send().await.map_err(|_| Failure::Offline)?;
    let text = match response.body() {
        Some(stream) => text(&stream).await?,
        None => String::new(),
    };
    let body = parse_json(&text).unwrap_or_else(|| text.chars().take(SAID).collect::<String>().into());
    Ok(Reply { status: response.status(), body })
}

/// The request of web-sys, and not that of gloo-net, which adds an `&` to an address that has a query already.
fn request(call: &Call, signal: &AbortSignal) -> Result<web_sys::Request, JsValue> {
    let options = RequestInit::new();
    options.set_method(match call.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    });
    // The server knows by a cookie who may change a comment.
    options.set_credentials(RequestCredentials::Include);
    options.set_cache(RequestCache::NoStore);
    options.set_redirect(RequestRedirect::Error);
    options.set_referrer_policy(ReferrerPolicy::Origin);
    options.set_signal(Some(signal));
    // Neither gloo-net nor web-sys knows this option.
    Reflect::set(&options, &"keepalive".into(), &is_an_act(call).into())?;
    if let Some(body) = &call.body {
        // Isso takes changes in no other type.
        let headers = Headers::new()?;
        headers.set("Content-Type", "application/json")?;
        options.set_headers_headers(&headers);
        options.set_body(&JsValue::from_str(&serde_json::to_string(body).unwrap_or_default()));
    }
    web_sys::Request::new_with_str_and_init(&call.url, &options)
}

/// What changes something and has no words of the reader's with it, a like or the end of a comment, is done although
/// the page is left meanwhile. (Words wait in the outbox, and may be longer than browsers take for that.)
fn is_an_act(call: &Call) -> bool {
    call.method != Method::Get && matches!(call.body, None | Some(Body::Like {}))
}

/// The text of an answer, piece by piece, so that one without an end does not fill the memory.
async fn text(stream: &ReadableStream) -> Result<String, Failure> {
    let Ok(reader) = ReadableStreamDefaultReader::new(stream) else {
        return Ok(String::new());
    };
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| Failure::Offline)?;
        let piece: ReadableStreamReadResult = piece.unchecked_into();
        if piece.get_done() != Some(false) {
            return Ok(String::from_utf8_lossy(&bytes).into_owned());
        }
        bytes.extend(Uint8Array::new(&piece.get_value()).to_vec());
        if bytes.len() > MOST {
            // Whatever else would come is not wanted.
            let _ = reader.cancel();
            return Err(Failure::Nonsense);
        }
    }
}
