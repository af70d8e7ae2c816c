//! A wire between readers and a server, which can be made to break just when the server has answered a post.
//!
//! Deliberately absent: understanding what goes through it, beside where a post begins.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// All goes through.
    Whole,
    /// The answer to the next post does not, nor does anything after it.
    Brittle,
    /// Nothing does.
    Broken,
}

/// A wire; it breaks when it is dropped.
pub struct Wire {
    strength: Arc<Mutex<Strength>>,
    task: tokio::task::JoinHandle<()>,
}

impl Wire {
    /// Leads from the port that was kept for it to another.
    pub fn start(place: std::net::TcpListener, to: u16) -> Self {
        place.set_nonblocking(true).unwrap();
        let listener = TcpListener::from_std(place).unwrap();
        let strength = Arc::new(Mutex::new(Strength::Whole));
        let shared = strength.clone();
        let task = tokio::spawn(async move {
            while let Ok((reader, _)) = listener.accept().await {
                tokio::spawn(carry(reader, to, shared.clone()));
            }
        });
        Self { strength, task }
    }

    /// Lets the next post arrive, but no answer to it and nothing after it.
    pub fn weaken(&self) {
        *self.strength.lock().unwrap() = Strength::Brittle;
    }

    /// All goes through again.
    pub fn mend(&self) {
        *self.strength.lock().unwrap() = Strength::Whole;
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn carry(mut reader: TcpStream, to: u16, strength: Arc<Mutex<Strength>>) {
    // Browsers open connections before they have anything to say, so what counts is how the wire is then.
    let mut start = vec![0; 65_536];
    let Ok(length) = reader.read(&mut start).await else { return };
    let now = *strength.lock().unwrap();
    if now == Strength::Broken {
        return;
    }
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", to)).await else { return };
    if server.write_all(&start[..length]).await.is_err() {
        return;
    }
    if now == Strength::Brittle && start.starts_with(b"POST /new") {
        until_it_answers(&mut reader, &mut server).await;
        *strength.lock().unwrap() = Strength::Broken;
        return;
    }
    let _ = copy_bidirectional(&mut reader, &mut server).await;
}

/// Hands on the rest of a request until the server begins to answer, or ends.
async fn until_it_answers(reader: &mut TcpStream, server: &mut TcpStream) {
    let (mut from_reader, _) = reader.split();
    let (mut from_server, mut to_server) = server.split();
    let mut first = [0];
    tokio::select! {
        _ = from_server.read(&mut first) => {}
        _ = copy(&mut from_reader, &mut to_server) => {}
    }
}
