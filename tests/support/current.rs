//! The journey that is being made: what it is called, and how long its browsers took to open.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

tokio::task_local! {
    static CURRENT: Arc<Current>;
}

/// What is known of a journey while it is made.
pub struct Current {
    name: String,
    opening: Mutex<Duration>,
}

impl Current {
    pub fn new(name: &str) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), opening: Mutex::default() })
    }

    /// How long the journey waited for browsers.
    pub fn opening(&self) -> Duration {
        *self.opening.lock().unwrap()
    }
}

/// Makes a journey that knows its name.
pub async fn known_as<T>(current: Arc<Current>, journey: impl Future<Output = T>) -> T {
    CURRENT.scope(current, journey).await
}

/// The name of the journey that is being made; none in a measurement.
pub fn name() -> Option<String> {
    CURRENT.try_with(|current| current.name.clone()).ok()
}

/// Counts how long a browser takes to open.
pub async fn opening<T>(browser: impl Future<Output = T>) -> T {
    let begun = Instant::now();
    let opened = browser.await;
    let _ = CURRENT.try_with(|current| *current.opening.lock().unwrap() += begun.elapsed());
    opened
}
